"""What moving an offered ticket takes (R8a), for an agent of the line that it is offered to."""

from __future__ import annotations

import pytest

from kanbandesk.ui.accepting import plan_accepting
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.commands import AcceptTransfer, StartTicket
from kanbandesk.workflow.people import Actor, Role
from kanbandesk.workflow.statuses import Demand, default_workflow
from tests.factories.workflow import make_card

WORKFLOW = default_workflow()
THEIRS = Actor(Role.AGENT, "bo", (Role.AGENT,), ("second",))
LEAD = Actor(Role.AGENT, "bo", (Role.AGENT, Role.LEAD), ("second",))


def offered(status_id: str = "in_progress", sla_class: str = "settings") -> Card:
    return make_card(
        id="a",
        status_id=status_id,
        line_id="first",
        owner_id="me",
        offered_line_id="second",
        sla_class=sla_class,
    )


def test_assigned_is_accepting() -> None:
    move = plan_accepting(WORKFLOW, offered(), "assigned", THEIRS)
    assert (move.command, move.accepts, move.is_allowed) == (AcceptTransfer, True, True)


@pytest.mark.parametrize("status_id", ["assigned", "in_progress"])
def test_in_progress_is_accepting_and_starting_wherever_it_lies(status_id: str) -> None:
    move = plan_accepting(WORKFLOW, offered(status_id), "in_progress", THEIRS)
    assert (move.command, move.accepts, move.takes_over) == (StartTicket, True, False)


def test_what_is_unclassified_is_asked_for_the_start() -> None:
    """R6."""
    move = plan_accepting(WORKFLOW, offered(sla_class=""), "in_progress", THEIRS)
    assert Demand.URGENCY_CASE in move.demands


def test_elsewhere_it_is_still_not_ones_line() -> None:
    move = plan_accepting(WORKFLOW, offered(), "solved", THEIRS)
    assert move.refusal is not None


def test_a_lead_who_only_puts_it_elsewhere_in_its_column_accepts_nothing() -> None:
    move = plan_accepting(WORKFLOW, offered(), "in_progress", LEAD)
    assert not move.accepts
