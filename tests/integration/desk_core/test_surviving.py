"""Crashes, copied profiles, restored servers, damaged files: nothing is lost, nothing happens twice."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.faults import NotSaved
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.protocol import FORKED, GAP, RESYNC, Problem
from kanbandesk.sync import guesses
from kanbandesk.sync.replica import WRITES_IN_LOG
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.commands import ChangeTags, ClaimTicket, CreateTicket, SaveView
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import DAY
from tests.conftest import ExpectedLog
from tests.factories.desk_cores import (
    Clock,
    Desk,
    NewDesk,
    Team,
    note,
    opening,
    server_view,
    ticket_of,
    value,
)


@pytest.mark.parametrize("step", ["submit: guessed", "submit: kept"])
def test_a_crash_while_a_command_is_kept_leaves_all_of_it_or_nothing(ada: Desk, step: str) -> None:
    """2, 3"""
    ticket_id = ticket_of(ada)
    with ada.crashing(step):
        ada.do(ChangeTags(ticket_id=ticket_id, add=("zebra",)))
    is_kept = step == "submit: kept"
    assert ada.core.state().pending == is_kept
    assert value(ada, ticket_id, "tags") == ('["zebra"]' if is_kept else "[]")
    assert len(ada.settle()) == is_kept
    assert ada.rows() == server_view(ada)


@pytest.mark.parametrize(
    "step", ["apply: restored", "apply: placed", "apply: run again", "apply: kept", "apply: settled"]
)
def test_a_crash_while_a_checkpoint_is_applied_loses_nothing(ada: Desk, bo: Desk, step: str) -> None:
    """2, 3, 4"""
    ticket_id = ticket_of(ada)
    bo.settle()
    bo.do(ChangeTags(ticket_id=ticket_id, add=("lion",)))
    bo.settle()
    ada.done(ChangeTags(ticket_id=ticket_id, add=("zebra",)))
    ada.push()
    ada.done(ChangeTags(ticket_id=ticket_id, add=("ape",)))
    with ada.crashing(step):
        ada.pull()
    assert "zebra" in str(value(ada, ticket_id, "tags"))
    assert "ape" in str(value(ada, ticket_id, "tags"))
    ada.settle()
    assert ada.core.state().pending == 0
    assert value(ada, ticket_id, "tags") == '["lion","zebra","ape"]'
    assert ada.rows() == server_view(ada)


def test_a_lost_answer_does_nothing_twice(team: Team, ada: Desk) -> None:
    """2"""
    ticket_id = ticket_of(ada)
    ada.done(note(ticket_id))
    request = ada.core.next_push()
    assert request is not None
    team.server.push(ada.agent_id, request).result()
    ada.reopen()
    assert [receipt.is_applied for receipt in ada.settle()] == [True]
    assert value(ada, ticket_id, "message_count") == 2


def test_a_copied_profile_becomes_another_desk_and_loses_nothing(
    team: Team, ada: Desk, tmp_path: Path
) -> None:
    """10"""
    ticket_id = ticket_of(ada)
    ada.done(note(ticket_id, "in both"))
    ada.core.close()
    shutil.copytree(ada.folder, tmp_path / "copy")
    ada.reopen()
    copy = Desk(team, tmp_path / "copy", ada.agent_id)
    ada.done(note(ticket_id, "in the first"))
    copy.done(note(ticket_id, "in the copy"))
    for desk in (ada, copy, ada, copy):
        desk.settle()
    with closing(open_for_reading(copy.core.replica_path)) as connection:
        bodies = {message.body for message in read_ticket(connection, ticket_id).messages}
    assert bodies == {"Hello", "in both", "in the first", "in the copy"}
    assert copy.rows() == server_view(copy) == ada.rows()
    copy.core.close()


@pytest.mark.parametrize("is_crashing", [False, True])
def test_a_copy_that_finds_itself_out_by_a_pull_renumbers_what_it_keeps(
    team: Team, ada: Desk, tmp_path: Path, is_crashing: bool
) -> None:
    """10"""
    ticket_id = ticket_of(ada)
    ada.core.close()
    shutil.copytree(ada.folder, tmp_path / "copy")
    ada.reopen()
    copy = Desk(team, tmp_path / "copy", ada.agent_id)
    copy.done(ChangeTags(ticket_id=ticket_id, add=("zebra",)))
    copy.settle()
    ada.done(ChangeTags(ticket_id=ticket_id, add=("lion",)))
    if is_crashing:
        with ada.crashing("fork: renumbered"):
            ada.pull()
    else:
        applied = ada.pull()
        assert applied is not None
        assert applied.is_forked
    assert "lion" in str(value(ada, ticket_id, "tags"))
    ada.settle()
    assert value(ada, ticket_id, "tags") == '["zebra","lion"]'
    assert ada.rows() == server_view(ada)
    copy.core.close()


@pytest.mark.parametrize("days", [0, 15])
def test_what_was_acknowledged_survives_a_restore_though_a_copy_was_first_to_count_anew(
    team: Team, ada: Desk, clock: Clock, tmp_path: Path, days: int
) -> None:
    """2, 10: under the number of a lost command the server that was put back knows one of the copy."""
    ada.core.close()
    shutil.copytree(ada.folder, tmp_path / "copy")
    ada.reopen()
    copy = Desk(team, tmp_path / "copy", ada.agent_id)
    team.copy_to(tmp_path / "backup.db")
    ticket_id = ticket_of(ada)
    team.restore(tmp_path / "backup.db")
    copy.done(opening("Gateway", "Hello"))
    copy.settle()
    clock.at += days * DAY
    ada.settle()
    assert value(ada, ticket_id, "title") == "Blank labels"
    assert ada.rows() == server_view(ada)
    copy.core.close()


@pytest.mark.parametrize("is_more_given", [False, True])
def test_desks_heal_a_server_that_was_restored(
    team: Team, ada: Desk, bo: Desk, tmp_path: Path, is_more_given: bool
) -> None:
    """10"""
    ticket_id = ticket_of(ada)
    team.copy_to(tmp_path / "backup.db")
    ada.done(ChangeTags(ticket_id=ticket_id, add=("zebra",)))
    ada.settle()
    bo.settle()
    team.restore(tmp_path / "backup.db")
    if is_more_given:
        ada.done(ChangeTags(ticket_id=ticket_id, add=("lion",)))
    for desk in (bo, ada, bo):
        desk.settle()
    assert value(bo, ticket_id, "tags") == ('["zebra","lion"]' if is_more_given else '["zebra"]')
    assert ada.rows() == server_view(ada)
    assert bo.rows() == server_view(bo)


@pytest.mark.parametrize("has_more", [True, False], ids=["and a ticket goes", "and nothing else"])
def test_a_ticket_that_gets_another_number_is_in_the_search_index_once(
    team: Team, ada: Desk, bo: Desk, tmp_path: Path, has_more: bool
) -> None:
    """8, 10: a server that was put back counts anew."""
    team.copy_to(tmp_path / "backup.db")
    if has_more:
        team.decide(CreateTicket(ticket_id=new_id(), title="Nobody has this one in an outbox"))
    else:
        with closing(sqlite3.connect(team.path)) as server, server:
            server.execute("UPDATE sync_head SET next_number = 2")
    ticket_id = ticket_of(ada)
    bo.settle()
    assert value(bo, ticket_id, "number") == 2
    team.restore(tmp_path / "backup.db")
    for desk in (ada, bo):
        desk.settle()
        with closing(sqlite3.connect(desk.core.replica_path)) as replica:
            assert replica.execute("SELECT rowid FROM search").fetchall() == [(1,)]
        assert value(desk, ticket_id, "number") == 1


def test_a_gap_that_cannot_be_filled_makes_a_new_client(ada: Desk, clock: Clock) -> None:
    ticket_id = ticket_of(ada)
    clock.at += 15 * DAY
    ada.done(note(ticket_id))
    ada.settle()
    ada.done(note(ticket_id))
    before = ada.core.next_push()
    ada.core.take_push_problem(Problem(GAP, expect=1))
    after = ada.core.next_push()
    assert before is not None
    assert after is not None
    assert after.client_id != before.client_id
    assert [mutation.mid for mutation in after.mutations] == [1, 2]
    ada.settle()
    assert ada.rows() == server_view(ada)


def test_what_is_to_be_sent_anew_stays_however_old_it_is(team: Team, ada: Desk, clock: Clock) -> None:
    """2, 10"""
    ticket_of(ada)
    clock.at += 15 * DAY
    ada.core.take_push_problem(Problem(FORKED, at=1))
    team.decide(CreateTicket(ticket_id=new_id(), title="Gateway"))
    ada.pull()
    push = ada.core.next_push()
    assert push is not None
    assert [mutation.name for mutation in push.mutations] == ["create_ticket"]
    ada.settle()
    assert ada.rows() == server_view(ada)


@pytest.mark.parametrize("damage", ["schema", "header", "page"])
def test_a_replica_that_cannot_be_used_is_pulled_afresh_and_the_outbox_stays(
    ada: Desk, damage: str, expected_log: ExpectedLog
) -> None:
    """13"""
    ticket_id = ticket_of(ada)
    ada.done(note(ticket_id))
    ada.core.close()
    path = ada.core.replica_path
    if damage == "schema":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 1")
    else:
        start, length = (0, 100) if damage == "header" else (4096, path.stat().st_size - 4096)
        with path.open("r+b") as file:
            file.seek(start)
            file.write(b"\x99" * length)
        expected_log("made anew")
    ada.reopen()
    assert not ada.core.state().is_ready
    ada.settle()
    assert value(ada, ticket_id, "message_count") == 2
    assert ada.rows() == server_view(ada)


@pytest.mark.parametrize("file", ["outbox", "replica"])
def test_a_full_disk_is_told_and_the_command_can_be_given_again(ada: Desk, file: str) -> None:
    """13"""
    ticket_id, words = ticket_of(ada), "x" * 100_000
    sqlite = ada.core._outbox._connection if file == "outbox" else ada.core._replica.sqlite
    (pages,) = sqlite.execute("PRAGMA page_count").fetchone()
    (most,) = sqlite.execute("PRAGMA max_page_count").fetchone()
    sqlite.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved):
        ada.do(note(ticket_id, words))
    assert (ada.core.state().pending, value(ada, ticket_id, "message_count")) == (0, 1)
    sqlite.execute(f"PRAGMA max_page_count = {most}")
    ada.done(note(ticket_id, words))
    ada.settle()
    assert ada.rows() == server_view(ada)


def test_a_command_that_is_kept_but_cannot_be_shown_is_sent_all_the_same(ada: Desk) -> None:
    """2, 13"""
    ticket_id = ticket_of(ada)
    with closing(open_for_reading(ada.core.replica_path)) as reader:
        ada.fail_at = "submit: kept"
        assert ada.do(ChangeTags(ticket_id=ticket_id, add=("zebra",))).receipt is None
        ada.fail_at = ""
        assert reader.execute("SELECT tags FROM ticket WHERE id = ?", (ticket_id,)).fetchone() == ("[]",)
    assert ada.core.state().pending == 1
    ada.done(ChangeTags(ticket_id=ticket_id, add=("lion",)))
    assert [receipt.is_applied for receipt in ada.settle()] == [True, True]
    assert value(ada, ticket_id, "tags") == '["zebra","lion"]'
    assert ada.rows() == server_view(ada)


def test_a_command_that_could_not_be_shown_is_shown_when_the_server_is_heard_of_again(
    ada: Desk, bo: Desk
) -> None:
    """3, 13: also when what the others did is not for this desk, and so brings no row."""
    bo.fail_at = "submit: kept"
    ticket_id = new_id()
    assert bo.do(CreateTicket(ticket_id=ticket_id, title="Zebra")).receipt is None
    bo.fail_at = ""
    ada.done(SaveView(view=SavedView(id=new_id(), name="Mine", owner_id=ada.agent_id)))
    ada.settle()
    bo.pull()
    assert bo.core.state().pending == 1
    assert value(bo, ticket_id, "title") == "Zebra"


def test_a_guess_that_broke_off_leaves_no_sign_when_it_is_decided(
    ada: Desk, bo: Desk, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    """3, 11: no card says for ever that it waits for the server, which sends no row for what it refuses."""
    ticket_id = ticket_of(ada)
    bo.settle()
    bo.done(ClaimTicket(ticket_id=ticket_id))
    bo.settle()
    ada.settle()
    expected_log("The guess of claim_ticket failed")
    with monkeypatch.context() as broken:
        broken.setattr(guesses, "handle", lambda *_: 1 // 0)
        assert ada.do(ClaimTicket(ticket_id=ticket_id)).receipt is None
    assert [receipt.is_applied for receipt in ada.settle()] == [False]
    with closing(sqlite3.connect(ada.core.replica_path)) as replica:
        assert replica.execute("SELECT kind, id FROM shadow").fetchall() == []
    assert ada.rows() == server_view(ada)


def test_a_checkpoint_that_the_disk_did_not_take_can_be_applied_once_more(ada: Desk, bo: Desk) -> None:
    """4, 13"""
    ticket_id = ticket_of(ada)
    ada.settle()
    bo.pull()
    ada.done(note(ticket_id, "Zebra"))
    ada.settle()
    answer = bo.team.server.pull(bo.agent_id, bo.core.next_pull())
    assert answer is not None
    bo.core.stage(answer)
    bo.fail_at = "apply: run again"
    with pytest.raises(NotSaved):
        bo.core.apply()
    bo.fail_at = ""
    bo.core.apply()
    assert bo.rows() == server_view(bo)


def test_what_a_checkpoint_refuses_at_its_second_try_waits_no_more(ada: Desk, bo: Desk) -> None:
    """3, 13: nothing of the guess is left, though the server sends no row in its place."""
    ticket_id = ticket_of(ada)
    bo.settle()
    bo.done(ClaimTicket(ticket_id=ticket_id))
    bo.settle()
    ada.done(ClaimTicket(ticket_id=ticket_id))
    ada.push()
    ada.fail_at = "apply: run again"
    with pytest.raises(NotSaved):
        ada.pull()
    ada.fail_at = ""
    assert [receipt.is_applied for receipt in ada.settle()] == [False]
    with closing(sqlite3.connect(ada.core.replica_path)) as replica:
        assert replica.execute("SELECT kind, id FROM shadow").fetchall() == []
    assert ada.rows() == server_view(ada)


@pytest.mark.parametrize("is_ready", [False, True])
def test_a_pull_that_the_disk_did_not_take_leaves_nothing_to_the_next(
    team: Team, ada: Desk, new_desk: NewDesk, is_ready: bool
) -> None:
    """9, 13: what was lost meanwhile is told by being left out."""
    ticket_of(ada)
    bo = new_desk("bo", team.agent("Bo Lind"))
    if is_ready:
        bo.settle()
        bo.core.take_pull_problem(Problem(RESYNC))
    bo.fail_at = "apply: run again"
    with pytest.raises(NotSaved):
        bo.pull()
    bo.fail_at = ""
    team.show_board_to(ada.agent_id)
    bo.settle()
    assert bo.rows() == server_view(bo)


def test_a_long_log_is_brought_into_the_file_while_nobody_waits(ada: Desk, tmp_path: Path) -> None:
    """12: until then the file is as old as the last time; its log has the rest."""
    ticket_id = ticket_of(ada)
    ada.settle()
    for number in range(WRITES_IN_LOG // 2):
        ada.done(ChangeTags(ticket_id=ticket_id, add=(f"tag {number}",)))
        ada.settle()
    bare = tmp_path / "bare.db"
    ada.core.verify()
    shutil.copy(ada.core.replica_path, bare)
    assert tags_in(bare) == value(ada, ticket_id, "tags")
    ada.done(ChangeTags(ticket_id=ticket_id, add=("last",)))
    ada.core.verify()
    shutil.copy(ada.core.replica_path, bare)
    assert "last" not in tags_in(bare)


def tags_in(path: Path) -> str:
    """The tags of the first ticket in a file without its log."""
    with closing(sqlite3.connect(path)) as connection:
        (tags,) = connection.execute("SELECT tags FROM ticket").fetchone()
    return str(tags)
