"""Checkpoints: whole or not at all, checked, and read by the server's clock (sync.md 1.4, 1.10)."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.search import search
from kanbandesk.protocol import RESTART, RESYNC, Problem, Put
from kanbandesk.sync.replica import Replica, Standing
from kanbandesk.workflow.commands import (
    ChangeTags,
    MergeTickets,
)
from kanbandesk.workflow.statuses import DAY, HOUR
from tests.factories.desk_cores import (
    Clock,
    Desk,
    NewDesk,
    Team,
    note,
    opening,
    rows_of,
    server_view,
    ticket_of,
    value,
)


def test_readers_never_see_half_a_checkpoint(team: Team, ada: Desk, bo: Desk) -> None:
    """4"""
    for number in range(8):
        ada.done(opening(f"Ticket {number}"))
    ada.settle()
    before = bo.rows()
    team.server._feed._page = 3
    seen = set()
    bo.pull(lambda: seen.add(len(bo.rows())))
    assert seen == {len(before)}
    assert bo.rows() == server_view(bo)


def test_a_first_pull_that_was_cut_off_begins_anew(team: Team, new_desk: NewDesk, ada: Desk) -> None:
    ticket_of(ada)
    team.server._feed._page = 3
    desk = new_desk("third", ada.agent_id)
    for _ in range(2):
        answer = team.server.pull(desk.agent_id, desk.core.next_pull())
        assert answer is not None
        assert not desk.core.stage(answer)
    desk.core.take_pull_problem(Problem(RESTART))
    assert desk.rows() == {}
    answer = team.server.pull(desk.agent_id, desk.core.next_pull())
    assert answer is not None
    desk.core.stage(answer)
    desk.reopen()
    assert not desk.core.state().is_ready
    desk.settle()
    assert desk.rows() == server_view(desk)


def test_a_first_checkpoint_lies_in_the_file_itself_before_it_is_called_whole(
    new_desk: NewDesk, ada: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pages are written without waiting for the disk."""
    ticket_of(ada)
    desk, save, seen = new_desk("third", ada.agent_id), Replica.save_standing, []

    def look_and_save(replica: Replica, standing: Standing) -> None:
        if not replica.is_ready:
            copy = shutil.copy(replica.path, tmp_path / "copy.db")  # without its log
            with closing(sqlite3.connect(copy)) as connection:
                seen.append(rows_of(connection))
            seen.append(replica.sqlite.execute("PRAGMA synchronous").fetchone())
        save(replica, standing)

    monkeypatch.setattr(Replica, "save_standing", look_and_save)
    desk.settle()
    assert seen == [server_view(desk), (1,)]


def test_a_resync_writes_only_what_differs(ada: Desk) -> None:
    ticket_of(ada)
    ada.core.take_pull_problem(Problem(RESYNC))
    applied = ada.pull()
    assert applied is not None
    assert applied.changes is None
    assert ada.rows() == server_view(ada)


def test_a_checkpoint_costs_what_it_brings_however_much_is_here(team: Team, ada: Desk, bo: Desk) -> None:
    ticket_id, *_ = [ticket_of(ada) for _ in range(3)]
    _, few = (_steps_of_a_change(ada, bo, ticket_id) for _ in range(2))  # with the first one its story comes
    for number in range(300):
        ada.done(opening(f"Ticket {number}"))
    ada.settle()
    bo.settle()
    assert _steps_of_a_change(ada, bo, ticket_id) < 1.5 * few


def test_unknown_kinds_and_columns_are_skipped(team: Team, ada: Desk) -> None:
    """14"""
    ticket_id = ticket_of(ada)
    team.decide(ChangeTags(ticket_id=ticket_id, add=("zebra",)))
    answer = team.server.pull(ada.agent_id, ada.core.next_pull())
    assert answer is not None
    newer = replace(
        answer,
        columns={kind: ("colour", *columns) for kind, columns in answer.columns.items()} | {"robot": ("id",)},
        puts=(
            *(replace(put, values=("red", *put.values)) for put in answer.puts),
            Put(kind="robot", id="r", ver=1, groups=("ws",), values=("r",)),
        ),
    )
    assert ada.core.stage(newer)
    ada.core.apply()
    assert ada.rows() == server_view(ada)


def test_an_answer_to_the_client_that_this_desk_was_settles_nothing(team: Team, ada: Desk) -> None:
    ticket_id = ticket_of(ada)
    ada.done(note(ticket_id))
    ada.push()
    answer = team.server.pull(ada.agent_id, ada.core.next_pull())
    assert answer is not None
    ada.core.take_push_problem(Problem("forked", at=1))
    ada.core.stage(answer)
    applied = ada.core.apply()
    assert (applied.receipts, applied.is_forked, ada.core.state().pending) == ((), False, 1)
    ada.settle()
    assert ada.core.state().pending == 0
    assert ada.rows() == server_view(ada)


def test_a_damaged_row_is_found_by_the_sums_and_healed(ada: Desk, bo: Desk) -> None:
    """21"""
    ticket_id = ticket_of(ada)
    ada.core.close()
    with closing(sqlite3.connect(ada.core.replica_path)) as connection:
        connection.execute("UPDATE ticket SET title = 'Blank lakels'")
        connection.commit()
    ada.reopen()
    ada.done(note(ticket_id))
    ada.core.ask_for_sums()
    ada.pull()
    check = ada.core.verify(3)
    while check == "more":
        check = ada.core.verify(3)
    assert check == "damaged"
    ada.settle()
    assert ada.rows() == server_view(ada)


def test_the_desk_follows_the_servers_clock(team: Team, tmp_path: Path, clock: Clock) -> None:
    """15"""
    desk = Desk(team, tmp_path / "ahead", team.ada, Clock(clock.at + DAY))
    desk.settle()
    assert abs(desk.core.now() - clock.at) < 1_000
    ticket_id = ticket_of(desk)
    assert abs(int(str(value(desk, ticket_id, "created_at"))) - clock.at) < 1_000
    desk.core.close()


def test_a_desk_locks_itself_after_14_days_of_silence(ada: Desk, clock: Clock) -> None:
    clock.at += 14 * DAY - HOUR
    assert not ada.core.state().is_locked
    ada.pull()
    clock.at += 14 * DAY - HOUR
    assert not ada.core.state().is_locked
    clock.at += 2 * HOUR
    assert ada.core.state().is_locked


def test_a_great_change_is_told_as_a_reload(ada: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanbandesk.sync.news.MOST_TICKETS", 1)
    for _ in range(2):
        ada.done(opening())
    ada.push()
    applied = ada.pull()
    assert applied is not None
    assert applied.changes is not None
    assert applied.changes.is_reload


def test_a_merged_ticket_is_not_found_any_more_by_the_words_that_went_over(team: Team, ada: Desk) -> None:
    source, target = ticket_of(ada, text="The zebra printer"), ticket_of(ada)
    ada.done(MergeTickets(ticket_id=source, target_id=target))
    ada.settle()
    for path in (team.path, ada.core.replica_path):
        with closing(open_for_reading(path)) as connection:
            assert search(connection, "zebra") == (target,)


def _steps_of_a_change(ada: Desk, bo: Desk, ticket_id: str) -> int:
    """Return how many steps Bo's database takes for one changed ticket."""
    ada.done(note(ticket_id))
    ada.settle()
    answer = bo.team.server.pull(bo.agent_id, bo.core.next_pull())
    assert answer is not None
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    bo.core._replica.sqlite.set_progress_handler(count, 1)
    bo.core.stage(answer)
    bo.core.apply()
    bo.core._replica.sqlite.set_progress_handler(None, 0)
    return steps
