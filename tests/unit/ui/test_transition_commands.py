"""From a planned move and a sheet's values to the command."""

import pytest

from kanbandesk.ui.transition_commands import command_for, demanded
from kanbandesk.workflow.commands import (
    AskClient,
    CloseTicket,
    HandToDevelopment,
    MoveTicket,
    Place,
    PostponeTicket,
    StartTicket,
)
from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.moves import Move
from kanbandesk.workflow.statuses import ClosingReason, Demand


def test_values_that_the_command_has_no_field_for_are_left_out() -> None:
    move = Move(status_id="postponed", command=PostponeTicket)
    command = command_for(move, "t", None, {"wake_at": 7, "is_client_told": True, "question": "?"})
    assert command == PostponeTicket(ticket_id="t", wake_at=7, is_client_told=True)


def test_a_question_gets_the_id_of_its_message() -> None:
    command = command_for(Move(status_id="waiting_client", command=AskClient), "t", None, {"question": "?"})
    assert isinstance(command, AskClient)
    assert command.message_id


def test_a_hand_over_without_a_description_makes_no_message() -> None:
    move = Move(status_id="in_development", command=HandToDevelopment)
    command = command_for(move, "t", None, {"tracker_key": "V-1", "due_at": 7, "description": ""})
    assert isinstance(command, HandToDevelopment)
    assert command.message_id == ""


def test_a_hand_over_with_description_and_options_makes_a_sub_task_as_r9_wants_it() -> None:
    move = Move(status_id="in_development", command=HandToDevelopment)
    values: dict[str, str | int | bool] = {
        "tracker_key": "V-1",
        "due_at": 7,
        "description": "It stops",
        "options": "Raise the limit",
    }
    command = command_for(move, "t", None, values)
    assert isinstance(command, HandToDevelopment)
    assert command.options == "Raise the limit"
    assert command.subtask_id
    other = command_for(move, "u", None, values)
    assert isinstance(other, HandToDevelopment)
    assert other.subtask_id != command.subtask_id
    for name in ("description", "options"):
        plain = command_for(move, "t", None, values | {name: ""})
        assert isinstance(plain, HandToDevelopment)
        assert not plain.subtask_id


def test_a_closing_reason_is_one_of_those_there_are() -> None:
    command = command_for(
        Move(status_id="closed", command=CloseTicket), "t", None, {"closing_reason": "spam"}
    )
    assert isinstance(command, CloseTicket)
    assert command.closing_reason is ClosingReason.SPAM


def test_a_move_within_the_column_needs_only_the_place() -> None:
    place = Place(after="a")
    assert command_for(Move(status_id="new", command=MoveTicket), "t", place, {}) == MoveTicket(
        ticket_id="t", place=place
    )


def test_a_refused_move_has_no_command() -> None:
    with pytest.raises(ValueError):
        command_for(Move(status_id="new", refusal=NotAllowed("no")), "t", None, {})


def test_several_moves_are_asked_for_once() -> None:
    new = Move(status_id="x", command=StartTicket, demands=(Demand.URGENCY_CASE, Demand.SLA_CLASS))
    lead = Move(status_id="x", command=StartTicket, demands=(Demand.REASON,), optional=(Demand.URGENCY_CASE,))
    plain = Move(status_id="x", command=StartTicket, optional=(Demand.REASON, Demand.DUE_AT))
    assert demanded([new, lead, plain]) == (
        (Demand.URGENCY_CASE, Demand.SLA_CLASS, Demand.REASON),
        (Demand.DUE_AT,),
    )
