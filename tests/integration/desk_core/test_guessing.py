"""The simple way: commands are guessed, decided and pulled, and both sides hold the same (sync.md; its numbers)."""

from __future__ import annotations

from contextlib import closing

from kanbandesk.models.boardfile import open_for_reading, snapshot
from kanbandesk.models.replica import mark_pending
from kanbandesk.models.search import search
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.workflow.commands import (
    ChangeTags,
    ClaimTicket,
    SaveLine,
    SetAway,
    UndoChange,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Line
from tests.factories.desk_cores import (
    Desk,
    NewDesk,
    Team,
    note,
    opening,
    server_view,
    ticket_of,
    value,
)


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
    told = {
        key for desk in (ada, bo) for key in desk.rows() if key[0] == "notification"
    }  # to one person each
    assert ada.rows().keys() - told == bo.rows().keys() - told


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


def test_who_goes_away_turns_no_card_into_one_that_waits(ada: Desk) -> None:
    """R1: when the system looks next hangs on who is there, and that is the server's to reckon."""
    ticket_id = ticket_of(ada)
    known = value(ada, ticket_id, "timer_at")
    assert known is not None
    guess = ada.done(SetAway(agent_id=ada.agent_id, is_away=True))
    assert guess.changes is not None
    assert guess.changes.cards == ()
    assert value(ada, ticket_id, "timer_at") == known
    ada.settle()
    assert ada.rows() == server_view(ada)


def test_a_guess_leaves_to_the_server_when_it_looks_next(ada: Desk) -> None:
    ticket_id = ticket_of(ada)
    known = value(ada, ticket_id, "timer_at")
    ada.done(ClaimTicket(ticket_id=ticket_id))
    assert value(ada, ticket_id, "timer_at") == known
    ada.settle()
    assert value(ada, ticket_id, "timer_at") != known
    assert ada.rows() == server_view(ada)


def test_undoing_a_setting_wants_the_story_of_no_ticket(ada: Desk) -> None:
    """The trail of settings is on no ticket; a desk that asked for the story of "" was refused every pull."""
    uid = new_id()
    ada.done(SaveLine(line=Line(id="night", name="Night", position=7)), uid)
    ada.settle()
    ada.do(UndoChange(uid=uid))
    assert "" not in ada.core.next_pull().wants
    ada.settle()
    assert ada.rows() == server_view(ada)
