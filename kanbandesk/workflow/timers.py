"""What becomes due for a ticket by itself: every timer of the rules, told from the ticket and the house alone.

A ticket keeps the first moment at which the system has to look at it (`timer_at`). What it finds then are commands,
each under a uid of its own, so that each happens once: after a crash, a pause, with two leaders, or with a clock that
jumps. A moment that hangs on who is there (a draw that waits, an absent owner) counts from when he came or went.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kanbandesk.workflow import alarms, ladder, promises, violations
from kanbandesk.workflow.calendars import is_open
from kanbandesk.workflow.commands import (
    CloseTicket,
    Command,
    DrawTicket,
    EscalateTicket,
    ReleaseTicket,
    WakeTicket,
)
from kanbandesk.workflow.dues import Due, House, Source
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.rosters import hours, presence_since, shift_end
from kanbandesk.workflow.statuses import ClosingReason, StatusKind
from kanbandesk.workflow.tickets import NormClock, Ticket

ESCALATES_AT: Final = 2
"""The degree of Assigned's norm at which the lead is told (R1d)."""


def draws(ticket: Ticket, house: House) -> Iterator[Due]:
    """New's degree 1: the draw, on the line that has the ticket or is offered it (R1b, R1d, R8a).

    One that found nobody waits for who comes on shift next (R1c).
    """
    if kind_of(ticket, house) is not StatusKind.NEW and not ticket.offered_line_id:
        return
    clock = clock_of(ticket, StatusKind.NEW, house)
    moments = () if clock is None or clock.since is None else house.clockwork.moments(clock)
    if clock is None or not moments:
        return
    key, at = f"draw:{ticket.id}:{clock.started_at}", moments[0]
    if ticket.waits_for_shift:
        sender_id = ticket.owner_id if ticket.offered_line_id else ""
        since = presence_since(offered_line(ticket), house, house.now, other_than=sender_id)
        if since is None:
            return
        at = max(at, since)
        key = f"shift:{ticket.id}:{clock.started_at}:{ticket.revision}"
    yield Due(at=at, key=key, command=DrawTicket(ticket_id=ticket.id, due=at))


def escalations(ticket: Ticket, house: House) -> Iterator[Due]:
    """Assigned's degree 2, for each owner's run: the lead is told (R1d, R2)."""
    clock = clock_of(ticket, StatusKind.ASSIGNED, house)
    if kind_of(ticket, house) is not StatusKind.ASSIGNED or clock is None or clock.is_told:
        return
    for at in house.clockwork.moments(clock)[ESCALATES_AT - 1 : ESCALATES_AT]:
        key = f"escalate:{ticket.id}:{clock.started_at}"
        yield Due(at=at, key=key, command=EscalateTicket(ticket_id=ticket.id, due=at))


def absences(ticket: Ticket, house: House) -> Iterator[Due]:
    """The owner is Away, or goes off shift, before he has started: back to New (R1d).

    Not while the ticket is offered to another line: then that line's draw is under way. From the end of the offer on
    it is his turn again, and he is gone from then on when his shift has ended meanwhile.
    """
    if kind_of(ticket, house) is not StatusKind.ASSIGNED or not ticket.owner_id or ticket.offered_line_id:
        return
    clock = clock_of(ticket, StatusKind.ASSIGNED, house)
    since = ticket.status_since if clock is None else clock.started_at
    his_since = since if ticket.offered_at is None else max(since, ticket.offered_at)
    owner = house.agents.get(ticket.owner_id)
    at = his_since if owner is None else _goes_at(owner, ticket.line_id, house, his_since, his_since > since)
    if at is not None:
        key = f"absent:{ticket.id}:{since}:{at}"
        yield Due(at=at, key=key, command=ReleaseTicket(ticket_id=ticket.id, due=at))


def _goes_at(owner: Agent, line_id: str, house: House, his_since: int, was_offered: bool) -> int | None:
    """Return when an owner who has not started loses a ticket that is his turn since a moment; None: never (R1d).

    Hours that he got only afterwards count from then on (C5): what had ended before was taken back with the change.
    """
    at = max(his_since, owner.since)
    was_away = owner.is_away and (owner.away_until is None or his_since < owner.away_until)
    if was_away or not owner.is_active:  # who is back by now was away all the same
        return at
    is_gone = was_offered and at == his_since and not is_open(hours(owner, line_id, house), at)
    return at if is_gone else shift_end(owner, line_id, house, at)


def wakes(ticket: Ticket, house: House) -> Iterator[Due]:
    """Waking happens at its instant, at night too (R10b)."""
    if kind_of(ticket, house) is StatusKind.POSTPONED and ticket.wake_at is not None:
        command = WakeTicket(ticket_id=ticket.id, due=ticket.wake_at)
        yield Due(at=ticket.wake_at, key=f"wake:{ticket.id}:{ticket.wake_at}", command=command)


def closings(ticket: Ticket, house: House) -> Iterator[Due]:
    """No answer to a proposal for 2 days closes the ticket (R11a)."""
    if kind_of(ticket, house) is StatusKind.SOLVED and ticket.proposed_at is not None:
        at = ticket.proposed_at + house.workflow.auto_close_after
        command = CloseTicket(ticket_id=ticket.id, closing_reason=ClosingReason.SOLVED, due=at)
        yield Due(at=at, key=f"close:{ticket.id}:{ticket.proposed_at}", command=command)


SOURCES: Final[tuple[Source, ...]] = (
    draws,
    escalations,
    absences,
    wakes,
    closings,
    violations.dues,
    promises.dues,
    alarms.dues,
    ladder.dues,
)


def upcoming(ticket: Ticket, house: House) -> list[Due]:
    """Return all that becomes due for the ticket as it stands, in due order; nothing while timers are off (C9)."""
    if not house.process.are_timers_on:
        return []
    return sorted((due for source in SOURCES for due in source(ticket, house)), key=in_due_order)


def due(ticket: Ticket, house: House) -> list[Due]:
    """Return what the system has to do to the ticket at `house.now`, in due order.

    A moment that has just come is not past yet: an act stamped with it comes first (C4).
    """
    return [one for one in upcoming(ticket, house) if one.at < house.now]


def next_look(ticket: Ticket, house: House) -> int | None:
    """Return when the system has to look at the ticket next, which may have passed already; None: never."""
    if not house.process.are_timers_on:
        return None
    return min((due.at for source in SOURCES for due in source(ticket, house)), default=None)


def look_after(ticket: Ticket, house: House) -> Ticket:
    """Return the ticket with its next look reckoned."""
    timer_at = next_look(ticket, house)
    return ticket if timer_at == ticket.timer_at else replace(ticket, timer_at=timer_at)


def look_past(ticket: Ticket, house: House, decided_until: int) -> Ticket:
    """Return the ticket with its next look reckoned, all that was due before `decided_until` having been decided.

    That is the moment of a look that found nothing more to do, and not the one at which this is written down: what
    falls due between the two is still to be done.
    """
    ahead = (one.at for one in upcoming(ticket, house) if one.at >= decided_until)
    return replace(ticket, timer_at=next(ahead, None))


def is_still_due(ticket: Ticket, house: House, command: Command) -> bool:
    """Tell whether a due command still is what the ticket needs: somebody may have been faster."""
    return any(one.command == command for one in due(ticket, house))


def in_due_order(due: Due) -> tuple[int, str]:
    """Return the key by which what is due is put in order."""
    return due.at, due.key


def kind_of(ticket: Ticket, house: House) -> StatusKind:
    """Return what the ticket's status means."""
    return house.workflow.status(ticket.status_id).kind


def clock_of(ticket: Ticket, kind: StatusKind, house: House) -> NormClock | None:
    """Return the ticket's clock of the norm of `kind`."""
    status_id = house.workflow.of_kind(kind).id
    return next((clock for clock in ticket.clocks if clock.status_id == status_id), None)


def offered_line(ticket: Ticket) -> str:
    """Return the line whose agents may take the ticket now: the one that it is offered to, else its own (R8a)."""
    return ticket.offered_line_id or ticket.line_id
