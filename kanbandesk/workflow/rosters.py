"""Who is on shift, whom the draw takes, and who is told as "the lead" (R1, R2b)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from kanbandesk.workflow.calendars import (
    Calendar,
    CalendarError,
    is_open,
    next_close,
    next_open,
)
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.openings import openings_of
from kanbandesk.workflow.people import Agent, Draw, Line, Role
from kanbandesk.workflow.tickets import Ticket

ANSWERS: Final = frozenset({Role.AGENT, Role.LEAD})
DEVELOPS: Final = frozenset({Role.AGENT, Role.LEAD, Role.DEVELOPER})


# --- shifts ----------------------------------------------------------------------------------------------------------


def works_on(agent: Agent, line_id: str, house: House) -> bool:
    """Tell whether tickets of the line are offered to the agent at all.

    Who has no lines is on all but the developers', whose people are named; a ticket without a line is everybody's.
    """
    if not agent.is_active:
        return False
    if line_id and line_id == house.process.development_line:
        return line_id in agent.line_ids and bool(DEVELOPS & set(agent.roles))
    is_on_line = not line_id or not agent.line_ids or line_id in agent.line_ids
    return is_on_line and bool(ANSWERS & set(agent.roles))


def team(line_id: str, house: House) -> tuple[Agent, ...]:
    """Return everybody to whom tickets of the line are offered, by id."""
    found = [agent for agent in house.agents.values() if works_on(agent, line_id, house)]
    return tuple(sorted(found, key=lambda agent: agent.id))


def hours(agent: Agent, line_id: str, house: House) -> Calendar:
    """Return the agent's shifts: his own, without them the line's opening hours (R1a)."""
    line = house.lines.get(line_id)
    return house.timetable.calendar(agent.shift_id or (line.calendar_id if line is not None else ""))


def is_away(agent: Agent, at: int) -> bool:
    """Tell whether the agent is Away at `at`: he is back at the moment that he said, noted or not (R1a, C5)."""
    return agent.is_away and (agent.away_until is None or at < agent.away_until)


def is_on_shift(agent: Agent, line_id: str, house: House, at: int) -> bool:
    """Tell whether the agent is there for the line's tickets at `at`: rostered then, and not Away (R1a)."""
    is_there = works_on(agent, line_id, house) and not is_away(agent, at)
    return is_there and is_open(hours(agent, line_id, house), at)


def on_shift(line_id: str, house: House, at: int) -> tuple[Agent, ...]:
    """Return who is on shift for the line at `at` (R1a), by id."""
    return tuple(agent for agent in team(line_id, house) if is_on_shift(agent, line_id, house, at))


def presence_since(line_id: str, house: House, at: int, *, other_than: str = "") -> int | None:
    """Return when the first of those on shift at `at` came, by roster and word; else when the next one comes (R1c).

    One person may be left out. None when nobody ever comes.
    """
    present = [agent for agent in team(line_id, house) if not is_away(agent, at) and agent.id != other_than]
    calendars = {hours(agent, line_id, house) for agent in present}
    opened = {each: _open_since(each, at) for each in calendars}
    here = [
        max(since, _came_at(agent))
        for agent in present
        if (since := opened[hours(agent, line_id, house)]) is not None
    ]
    if here:
        return min(here)
    ahead = [moment for each in calendars if (moment := _next_open(each, at)) is not None]
    return min(ahead, default=None)


def _came_at(agent: Agent) -> int:
    """Return when somebody who is there came, by his word, or by the word that gave him these hours."""
    back_at = agent.away_until if agent.is_away else None
    return agent.since if back_at is None else max(agent.since, back_at)


def shift_end(agent: Agent, line_id: str, house: House, since: int) -> int | None:
    """Return when the agent goes off shift for the first time after `since`; None when he never does (R1d).

    Who takes a ticket while he is off shift is at work all the same: his next shift's end counts.
    """
    calendar = hours(agent, line_id, house)
    try:
        return next_close(calendar, next_open(calendar, since))
    except CalendarError:
        return None


def is_absent(agent_id: str, house: House) -> bool:
    """Tell whether somebody is Away, or works here no more; who is merely off shift is not absent (R3)."""
    agent = house.agents.get(agent_id)
    return agent is None or not agent.is_active or is_away(agent, house.now)


def _open_since(calendar: Calendar, at: int) -> int | None:
    """Return when the opening began in which `at` lies; None when it lies in none, 0 when it has always been open."""
    if not is_open(calendar, at):
        return None
    openings = openings_of(calendar)
    since = at
    for block in openings.behind(at):
        since = block.opens[bisect_right(block.opens, since) - 1]
        if since > block.start or not is_open(calendar, since - 1):
            return since
        since -= 1
    return 0


def _next_open(calendar: Calendar, at: int) -> int | None:
    try:
        return next_open(calendar, at)
    except CalendarError:
        return None


# --- the draw --------------------------------------------------------------------------------------------------------


def choose(
    line: Line | None, agents: Iterable[Agent], counts: Mapping[str, int], uid: str
) -> tuple[Agent | None, bool]:
    """Return whom the system draws among those on shift, and whether all of them are full (R1b).

    With fewer open tickets than the line's cap: at random by the mutation's own bits, the least loaded, or the next in
    turn. All full: the least loaded. None when there is nobody.
    """
    present = sorted(agents, key=lambda agent: agent.id)
    if not present:
        return None, False
    cap = line.cap if line is not None else Line(id="", name="").cap
    free = [agent for agent in present if counts[agent.id] < cap]
    if not free:
        return _least_loaded(present, counts), True
    match line.draw if line is not None else Draw.RANDOM:
        case Draw.LEAST_LOADED:
            return _least_loaded(free, counts), False
        case Draw.ROUND_ROBIN:
            last = line.last_drawn_id if line is not None else ""
            return next((agent for agent in free if agent.id > last), free[0]), False
        case _:
            return free[UUID(uid).int % len(free)], False


def _least_loaded(agents: Iterable[Agent], counts: Mapping[str, int]) -> Agent:
    return min(agents, key=lambda agent: (counts[agent.id], agent.id))


# --- leads -----------------------------------------------------------------------------------------------------------


def lead_for(ticket: Ticket, house: House) -> tuple[str, ...]:
    """Return who is told as the lead of a ticket: the line's, else the head of support, else administrators (R2b).

    Never its owner; several are administrators only.
    """
    return lead_of(ticket.line_id, house, other_than=ticket.owner_id)


def lead_of(line_id: str, house: House, *, other_than: str = "") -> tuple[str, ...]:
    """Return who is told as the lead of a line, leaving one person out (R2b)."""
    line = house.lines.get(line_id)
    for agent_id in (line.lead_id if line is not None else "", head(house)):
        agent = house.agents.get(agent_id) if agent_id and agent_id != other_than else None
        if agent is not None and agent.is_active:
            return (agent.id,)
    administrators = (
        agent.id for agent in house.agents.values() if agent.is_active and Role.ADMINISTRATOR in agent.roles
    )
    return tuple(sorted(set(administrators) - {other_than}))


def head(house: House) -> str:
    """Return the head of support: who is set, else first line's lead; empty when there is none (R2b)."""
    first = house.first_line
    return house.process.head_id or (first.lead_id if first is not None else "")
