"""When a promise is broken (R12), and when the developers' date is missed (R9)."""

from __future__ import annotations

from collections.abc import Iterator

from kanbandesk.workflow.calendars import Calendar, CalendarError
from kanbandesk.workflow.commands import NoteBreach, NoteViolations
from kanbandesk.workflow.dues import Due, House
from kanbandesk.workflow.ids import named_id
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket

_NAMESPACE = "9b6a0c58-3d0f-5c36-8d9f-6f7a1b1f4e20"


def breach_id(ticket: Ticket, started_at: int, of: str) -> str:
    """Return the id of what the breach of one SLA run brings: its violation, its task (`of` names which)."""
    return named_id(_NAMESPACE, f"{of}:{ticket.id}:{started_at}")


def breaks_at(ticket: Ticket, first_hours: Calendar) -> int | None:
    """Return when the promise is or was broken; None while it stands still in time, or when that is kept already."""
    if ticket.sla is None or ticket.breached_at is not None or ticket.closed_at is not None:
        return None
    try:
        return ticket.sla.broken_at(first_hours)
    except CalendarError:
        return None  # what never opens again promises nothing


def may_be_broken(ticket: Ticket, now: int) -> bool:
    """Tell whether a promise can have been broken before `now`, without a look at any calendar."""
    sla = ticket.sla
    if sla is None or ticket.breached_at is not None or ticket.closed_at is not None:
        return False
    if sla.running_since is None:
        return sla.used_ms >= sla.target_ms
    return sla.running_since + max(0, sla.target_ms - sla.used_ms) < now or sla.used_ms >= sla.target_ms


def broken_since(ticket: Ticket) -> int:
    """Return a moment before which a promise that `may_be_broken` was not; any calendar can only make it later."""
    sla = ticket.sla
    if sla is None:
        return ticket.created_at
    if sla.running_since is None or sla.used_ms >= sla.target_ms:
        return sla.started_at
    return sla.running_since + sla.target_ms - sla.used_ms


def misses_at(workflow: Workflow, ticket: Ticket) -> int | None:
    """Return when the developers' date is or was missed; None out of development, or when its owner was told (R9)."""
    if ticket.due_at is None or workflow.status(ticket.status_id).kind is not StatusKind.IN_DEVELOPMENT:
        return None
    clock = next((clock for clock in ticket.clocks if clock.status_id == ticket.status_id), None)
    return None if clock is None or clock.is_told else ticket.due_at


def dues(ticket: Ticket, house: House) -> Iterator[Due]:
    """Yield the breach of the promise's present run (R12), and the developers' date (R9)."""
    breach = breaks_at(ticket, house.first_hours)
    if breach is not None and ticket.sla is not None:
        key = f"breach:{ticket.id}:{ticket.sla.started_at}:{breach}"
        yield Due(at=breach, key=key, command=NoteBreach(ticket_id=ticket.id, due=breach))
    missed = misses_at(house.workflow, ticket)
    if missed is not None:
        key = f"term:{ticket.id}:{ticket.handed_at}:{missed}"
        yield Due(at=missed, key=key, command=NoteViolations(ticket_id=ticket.id, due=missed))
