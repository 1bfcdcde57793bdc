"""The desk's side of the sync over the real server, step by step (sync.md; the numbers are its invariants)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kanbandesk.models.boardfile import open_for_reading, snapshot
from kanbandesk.models.replica import mark_pending
from kanbandesk.models.search import search
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.protocol import GAP, MALFORMED, RESTART, RESYNC, Problem, Put
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.commands import (
    AddAttachment,
    AddNote,
    ChangeTags,
    ClaimTicket,
    CreateTicket,
    EditTicket,
    ReleaseTicket,
    SaveView,
    UndoChange,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY, HOUR
from tests.conftest import ExpectedLog
from tests.factories.desk_cores import Clock, Desk, Team, server_view

NewDesk = Callable[[str, str], Desk]
CANARY = "sodiumpentathol"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(tmp_path: Path, clock: Clock) -> Iterator[Team]:
    team = Team(tmp_path, clock)
    yield team
    team.close()


@pytest.fixture
def new_desk(team: Team, tmp_path: Path) -> Iterator[NewDesk]:
    desks = []

    def new(name: str, agent_id: str) -> Desk:
        desks.append(Desk(team, tmp_path / name, agent_id))
        return desks[-1]

    yield new
    for desk in desks:
        desk.core.close()


@pytest.fixture
def ada(team: Team, new_desk: NewDesk) -> Desk:
    desk = new_desk("ada", team.ada)
    desk.settle()
    return desk


@pytest.fixture
def bo(team: Team, new_desk: NewDesk) -> Desk:
    desk = new_desk("bo", team.agent("Bo Lind"))
    desk.settle()
    return desk


def opening(title: str = "Blank labels", text: str = "Hello") -> CreateTicket:
    return CreateTicket(ticket_id=new_id(), title=title, text=text, message_id=new_id())


def note(ticket_id: str, text: str = "Seen") -> AddNote:
    return AddNote(ticket_id=ticket_id, message_id=new_id(), text=text)


def ticket_of(desk: Desk, title: str = "Blank labels", text: str = "Hello") -> str:
    """Open a ticket that the server knows, with its story on the desk."""
    command = opening(title, text)
    desk.done(command)
    desk.settle()
    return command.ticket_id


def value(desk: Desk, ticket_id: str, column: str) -> object:
    with closing(open_for_reading(desk.core.replica_path)) as connection:
        row = connection.execute(f"SELECT {column} FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
    return None if row is None else row[0]


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("replica.db*")))


# -- the simple way -----------------------------------------------------------------------------------------------


def test_two_desks_and_the_server_hold_the_same_rows_byte_for_byte(ada: Desk, bo: Desk) -> None:
    """1"""
    ticket_id = ticket_of(ada)
    bo.settle()
    ada.done(ClaimTicket(ticket_id=ticket_id))
    bo.do(note(ticket_id))
    bo.do(ChangeTags(ticket_id=ticket_id, add=("zebra",)))
    for desk in (ada, bo, ada, bo):
        desk.settle()
    assert ada.rows() == server_view(ada)
    assert bo.rows() == server_view(bo)
    assert ada.rows().keys() == bo.rows().keys()


def test_a_replica_is_read_like_a_board_of_ones_own(ada: Desk) -> None:
    ticket_id = ticket_of(ada, text="The zebra printer")
    with closing(open_for_reading(ada.core.replica_path)) as connection:
        board = snapshot(connection, ada.core.now())
        assert (board.me.name, board.home_name, len(board.cards)) == ("Ada Berg", "Support", 1)
        assert read_ticket(connection, ticket_id).messages[0].body == "The zebra printer"
        assert search(connection, "zebra") == (ticket_id,)


def test_a_guess_is_shown_as_pending_and_gets_its_number_from_the_server(ada: Desk) -> None:
    command = opening()
    guess = ada.done(command)
    assert guess.changes is not None
    assert [(card.number, card.is_pending) for card in guess.changes.cards] == [(None, True)]
    ada.push()
    applied = ada.pull()
    assert applied is not None
    assert applied.changes is not None
    assert [(card.number, card.is_pending) for card in applied.changes.cards] == [(1, False)]
    assert [receipt.uid for receipt in applied.receipts] == [guess.receipt and guess.receipt.uid]


def test_a_board_that_is_read_anew_shows_what_is_pending(ada: Desk) -> None:
    ticket_id = ticket_of(ada)
    ada.done(note(ticket_id))
    with closing(open_for_reading(ada.core.replica_path)) as connection:
        board = snapshot(connection, ada.core.now())
        mark_pending(connection, board.cards)
    assert [card.is_pending for card in board.cards] == [True]


def test_the_same_uid_is_kept_only_once(ada: Desk) -> None:
    ticket_id, uid = ticket_of(ada), new_id()
    ada.done(note(ticket_id), uid)
    ada.done(note(ticket_id), uid)
    assert ada.core.state().pending == 1


def test_undo_works_on_what_is_still_pending_and_after(ada: Desk) -> None:
    ticket_id, uid = ticket_of(ada), new_id()
    ada.done(ChangeTags(ticket_id=ticket_id, add=("zebra",)), uid)
    ada.done(UndoChange(uid=uid))
    assert value(ada, ticket_id, "tags") == "[]"
    assert all(receipt.is_applied for receipt in ada.settle())
    assert value(ada, ticket_id, "tags") == "[]"


def test_a_command_before_the_first_pull_waits_without_a_guess(team: Team, new_desk: NewDesk) -> None:
    desk = new_desk("ada", team.ada)
    command = opening()
    assert desk.do(command).receipt is None
    assert [receipt.is_applied for receipt in desk.settle()] == [True]
    assert value(desk, command.ticket_id, "number") == 1


# -- refusals -----------------------------------------------------------------------------------------------------


def test_what_the_rules_refuse_here_is_refused_at_once_and_not_kept(ada: Desk) -> None:
    ticket_id = ticket_of(ada)
    guess = ada.do(ReleaseTicket(ticket_id=ticket_id))
    assert guess.receipt is not None
    assert not guess.receipt.is_applied
    assert ada.core.state().pending == 0
    assert value(ada, ticket_id, "status_id") == "new"


def test_a_refusal_is_not_believed_while_the_story_is_not_here(ada: Desk, bo: Desk) -> None:
    ticket_id = ticket_of(ada)
    bo.settle()
    guess = bo.do(ReleaseTicket(ticket_id=ticket_id))
    assert guess.receipt is None
    assert guess.wants_changed
    assert [(r.is_applied, r.code) for r in bo.settle()] == [(False, "not_in_workflow")]
    assert [one.command for one in bo.core.returned()] == [ReleaseTicket(ticket_id=ticket_id)]
    assert bo.do(ReleaseTicket(ticket_id=ticket_id)).receipt is not None  # now it is here


def test_a_ticket_that_is_not_here_may_be_on_the_server(ada: Desk, bo: Desk) -> None:
    ticket_id = ticket_of(ada)
    assert bo.do(note(ticket_id)).receipt is None
    assert [receipt.is_applied for receipt in bo.settle()] == [True]


def test_a_card_slides_back_when_somebody_else_was_first(ada: Desk, bo: Desk) -> None:
    ticket_id = ticket_of(ada)
    bo.settle()
    bo.done(ClaimTicket(ticket_id=ticket_id))
    ada.done(ClaimTicket(ticket_id=ticket_id))
    ada.push()
    bo.push()
    applied = bo.pull()
    assert applied is not None
    assert applied.changes is not None
    assert [(card.owner_id, card.is_pending) for card in applied.changes.cards] == [(ada.agent_id, False)]
    assert [one.code for one in applied.returned] == ["taken"]
    assert bo.rows() == server_view(bo)


def test_what_followed_from_a_refusal_lies_under_it_and_goes_with_it(team: Team, ada: Desk, bo: Desk) -> None:
    command, first, second = opening(), new_id(), new_id()
    bo.done(command, first)
    bo.done(note(command.ticket_id), second)
    team.show_board_to(ada.agent_id)
    bo.settle()
    assert [(one.uid, one.first_uid) for one in bo.core.returned()] == [(first, first), (second, first)]
    bo.core.discard(first)
    assert bo.core.state().attention == 0


def test_a_returned_command_goes_out_again_under_a_new_uid(ada: Desk, bo: Desk) -> None:
    ticket_id, uid = ticket_of(ada), new_id()
    ada.done(ClaimTicket(ticket_id=ticket_id))
    bo.done(ClaimTicket(ticket_id=ticket_id), uid) if bo.settle() else bo.do(
        ClaimTicket(ticket_id=ticket_id), uid
    )
    ada.settle()
    bo.settle()
    assert [one.uid for one in bo.core.returned()] == [uid]
    ada.done(ReleaseTicket(ticket_id=ticket_id))
    ada.settle()
    bo.settle()
    guess = bo.core.retry(uid)
    assert guess is not None
    assert guess.receipt is not None
    assert guess.receipt.is_applied
    assert guess.receipt.uid != uid
    bo.settle()
    assert (value(bo, ticket_id, "owner_id"), bo.core.state().attention) == (bo.agent_id, 0)


def test_who_overwrites_a_field_is_told_so(ada: Desk, bo: Desk) -> None:
    ticket_id = ticket_of(ada)
    bo.settle()
    bo.do(EditTicket(ticket_id=ticket_id, title="From Bo"))
    ada.done(EditTicket(ticket_id=ticket_id, title="From Ada"))
    ada.settle()
    bo.push()
    applied = bo.pull()
    assert applied is not None
    assert applied.changes is not None
    (told,) = applied.changes.overwritten
    assert (told.ticket_id, told.field, told.who_id, told.value) == (
        ticket_id,
        "title",
        ada.agent_id,
        '"From Ada"',
    )


def test_words_that_no_server_can_read_are_refused_at_once(ada: Desk) -> None:
    guess = ada.do(note(ticket_of(ada), "a\0b"))
    assert guess.receipt is not None
    assert guess.receipt.code == "malformed"
    assert ada.core.state().pending == 0


def test_what_the_server_cannot_read_does_not_block_what_comes_behind(ada: Desk) -> None:
    """11"""
    ticket_id = ticket_of(ada)
    poison = new_id()
    for uid in (new_id(), poison, new_id()):
        ada.done(note(ticket_id), uid)
    returned = []
    for _ in range(12):
        request = ada.core.next_push()
        if request is None:
            break
        if any(mutation.uid == poison for mutation in request.mutations):
            returned.append(ada.core.take_push_problem(Problem(MALFORMED, field="args")))
        else:
            ada.push()
    ada.settle()
    assert [one.uid for one in returned if one] == [poison]
    assert value(ada, ticket_id, "message_count") == 3
    assert ada.rows() == server_view(ada)


def test_a_guess_that_breaks_is_left_to_the_server(
    ada: Desk, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    """11"""
    ticket_id = ticket_of(ada)
    with monkeypatch.context() as patch:
        patch.setattr("kanbandesk.sync.guesses.handle", lambda *_: 1 // 0)
        assert ada.do(note(ticket_id)).receipt is None
        expected_log("The guess of add_note failed")
    assert [receipt.is_applied for receipt in ada.settle()] == [True]


# -- crashes, copies, restored servers ----------------------------------------------------------------------------


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


# -- pulling ------------------------------------------------------------------------------------------------------


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


def test_a_resync_writes_only_what_differs(ada: Desk) -> None:
    ticket_of(ada)
    ada.core.take_pull_problem(Problem(RESYNC))
    applied = ada.pull()
    assert applied is not None
    assert applied.changes is None
    assert ada.rows() == server_view(ada)


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


# -- forgetting ---------------------------------------------------------------------------------------------------


def test_no_byte_of_a_board_is_left_on_a_desk_that_may_not_see_it_any_more(
    team: Team, ada: Desk, bo: Desk
) -> None:
    """9"""
    ticket_id = ticket_of(ada, title=f"About {CANARY}", text=f"More of {CANARY}")
    ada.done(note(ticket_id, f"And {CANARY} again"))
    file = AddAttachment(
        ticket_id=ticket_id, attachment_id=new_id(), file_name=CANARY, size=1, media_type="", sha256="f" * 64
    )
    ada.done(file)
    ada.settle()
    bo.core.want(ticket_id)
    bo.settle()
    bo.do(ChangeTags(ticket_id=ticket_id, add=("zebra",)))
    assert CANARY.encode() in bytes_of(bo.folder)
    team.show_board_to(ada.agent_id)
    applied = bo.pull()
    assert applied is not None
    assert applied.lost_files == ("f" * 64,)
    assert CANARY.encode() not in bytes_of(bo.folder)
    with closing(open_for_reading(bo.core.replica_path)) as connection:
        assert search(connection, CANARY) == ()
    assert [receipt.code for receipt in bo.settle()] == ["not_found"]


def test_a_reader_in_the_way_only_puts_the_forgetting_off(team: Team, ada: Desk, bo: Desk) -> None:
    """9"""
    ticket_of(ada, title=f"About {CANARY}")
    bo.settle()
    with closing(open_for_reading(bo.core.replica_path)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM ticket").fetchone()
        connection.execute("PRAGMA busy_timeout = 0")
        team.show_board_to(ada.agent_id)
        bo.core._replica.sqlite.execute("PRAGMA busy_timeout = 0")
        bo.pull()
    bo.core.take_no_news()
    assert CANARY.encode() not in bytes_of(bo.folder)


def test_a_board_comes_back_whole_with_the_right_to_see_it(team: Team, ada: Desk, bo: Desk) -> None:
    """8"""
    ticket_of(ada)
    bo.settle()
    team.show_board_to(ada.agent_id)
    bo.settle()
    team.show_board_to(ada.agent_id, bo.agent_id)
    bo.settle()
    assert bo.rows() == server_view(bo)
    assert any(kind == "ticket" for kind, _ in bo.rows())


def test_one_sees_only_ones_own_views(ada: Desk, bo: Desk) -> None:
    view = SavedView(id=new_id(), name="Mine", owner_id=ada.agent_id)
    ada.done(SaveView(view=view))
    ada.settle()
    bo.settle()
    assert ("saved_view", view.id) in ada.rows()
    assert ("saved_view", view.id) not in bo.rows()


def test_a_wiped_desk_leaves_nothing(ada: Desk) -> None:
    ada.done(note(ticket_of(ada)))
    ada.core.wipe()
    assert not [path.name for path in ada.folder.iterdir()]


def test_an_outbox_belongs_to_its_person(team: Team, ada: Desk) -> None:
    from kanbandesk.models.faults import Foreign

    ada.core.close()
    bo = team.agent("Bo Lind", Role.AGENT)
    with pytest.raises(Foreign):
        Desk(team, ada.folder, bo)
