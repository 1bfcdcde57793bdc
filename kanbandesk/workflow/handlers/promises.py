"""The SLA clock of a ticket follows its status and its class (R7a, R7b)."""

from __future__ import annotations

from kanbandesk.workflow.ageing import PROBLEM
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import SlaClass, StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket

STOPS = frozenset({StatusKind.WAITING_CLIENT, StatusKind.SOLVED, StatusKind.CLOSED})


def class_of(workflow: Workflow, class_id: str) -> SlaClass:
    """Return the class that counts for a ticket: an unclassified one counts as a settings question (R7a)."""
    known = {sla_class.id: sla_class for sla_class in workflow.sla_classes}
    return known.get(class_id) or known[workflow.default_sla_class]


def strictness(workflow: Workflow, class_id: str) -> int:
    """Return how strict a class is: the shorter its target, the stricter, so the highest is the strictest."""
    return -class_of(workflow, class_id).target


def started(workflow: Workflow, class_id: str, at: int) -> SlaClock:
    """Return the clock that starts with a ticket's creation, or anew with its reopening (R7a, R7b)."""
    sla_class = class_of(workflow, class_id)
    return SlaClock.start(sla_class.target, sla_class.clock, at)


def is_stopped(workflow: Workflow, ticket: Ticket) -> bool:
    """Tell whether the promise stands still in the ticket's status (R7b).

    In Postponed only when the client was told the date, and never for class Problem.
    """
    kind = workflow.status(ticket.status_id).kind
    if kind is StatusKind.POSTPONED:
        return ticket.is_client_told and ticket.sla_class != PROBLEM
    return kind in STOPS


def followed(workflow: Workflow, ticket: Ticket, calendar: Calendar, at: int) -> SlaClock | None:
    """Return the ticket's clock, stopped or resumed at `at` as its status has it (R7b)."""
    if ticket.sla is None:
        return None
    return ticket.sla.stop(calendar, at) if is_stopped(workflow, ticket) else ticket.sla.resume(at)


def reclassified(workflow: Workflow, ticket: Ticket, calendar: Calendar) -> SlaClock | None:
    """Return the clock of the ticket's present class, recomputed from creation with the same pauses (R7a)."""
    if ticket.sla is None:
        return None
    sla_class = class_of(workflow, ticket.sla_class)
    return ticket.sla.reclassify(sla_class.target, sla_class.clock, calendar)
