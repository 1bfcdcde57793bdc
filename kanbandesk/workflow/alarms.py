"""Who is alarmed of a Problem, and when again (R7c): at any hour, until somebody acknowledges it."""

from __future__ import annotations

from collections.abc import Iterator

from kanbandesk.workflow.commands import RaiseAlarm
from kanbandesk.workflow.dues import Due, House
from kanbandesk.workflow.rosters import lead_of
from kanbandesk.workflow.tickets import Ticket


def dues(ticket: Ticket, house: House) -> Iterator[Due]:
    """Yield the next alarm, until it is acknowledged."""
    if ticket.alarm_at is not None and house.process.are_timers_on:
        key = f"alarm:{ticket.id}:{ticket.alarm_since}:{ticket.alarm_at}"
        yield Due(at=ticket.alarm_at, key=key, command=RaiseAlarm(ticket_id=ticket.id, due=ticket.alarm_at))


def first_alarmed(house: House) -> tuple[str, ...]:
    """Return whom a Problem alarms at once: the head of support, without one all administrators (R2b)."""
    return lead_of("", house)


def alarmed_now(ticket: Ticket, house: House) -> tuple[tuple[str, ...], bool]:
    """Return whom the ticket alarms at `house.now`, and whether that is somebody else than so far.

    Who does not acknowledge within 15 minutes is followed by the next on call; the last one on call stays.
    """
    on_call = house.process.on_call_ids
    last = ticket.alarmed_ids[-1] if ticket.alarmed_ids else ""
    is_overdue = (
        ticket.alarm_since is None or house.now - ticket.alarm_since >= house.process.alarm_next_after
    )
    if is_overdue:
        following = (each for each in on_call if each not in ticket.alarmed_ids)
        for agent_id in following:
            agent = house.agents.get(agent_id)
            if agent is not None and agent.is_active:
                return (agent_id,), True
    present = tuple(each for each in ticket.alarmed_ids if each not in on_call)
    return ((last,) if last in on_call else present) or first_alarmed(house), False
