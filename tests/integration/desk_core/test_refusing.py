"""What is refused, by whom, and what comes back to the person (sync.md 1.8)."""

from __future__ import annotations

import pytest

from kanbandesk.protocol import MALFORMED, Problem
from kanbandesk.workflow.commands import (
    ClaimTicket,
    EditTicket,
    ReleaseTicket,
)
from kanbandesk.workflow.ids import new_id
from tests.conftest import ExpectedLog
from tests.factories.desk_cores import (
    Desk,
    Team,
    note,
    opening,
    server_view,
    ticket_of,
    value,
)


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
