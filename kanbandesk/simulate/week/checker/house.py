"""The settings a week was played with, and who is on shift under them (R1a, R2b)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kanbandesk.simulate.week.checker.calendars import DAY, NEVER, Calendar, Clock, Hours, Wall

WALL = Wall()
PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the desk; one without a calendar is open round the clock."""

    id: str
    position: int
    calendar_id: str
    lead_id: str
    draw: str
    cap: int


@dataclass(slots=True)
class Absence:
    """That somebody said to be away: since when, and until when (NEVER: until told otherwise)."""

    since: int
    until: int

    def holds(self, moment: int) -> bool:
        """Tell whether the absence holds at a moment; at its end one is back."""
        return self.since <= moment < self.until


@dataclass(slots=True)
class House:
    """House.json, with calendars spread out."""

    starts_at: int
    ends_at: int
    tick: int
    calendars: Mapping[str, Calendar]
    lines: Mapping[str, Line]
    shifts: Mapping[str, str]
    roles: Mapping[str, frozenset[str]]
    members: Mapping[str, list[str]]
    managers: Mapping[str, str]
    head: str
    on_call: list[str]
    norms: Mapping[str, Mapping[str, Any]]
    classes: Mapping[str, Mapping[str, Any]]
    default_class: str
    numbers: Mapping[str, Any]
    away: dict[str, Absence] = field(default_factory=dict)

    def line(self, line_id: str) -> Line:
        """Return a line; one the settings do not name has nobody and no hours."""
        return self.lines.get(line_id) or Line(line_id, 0, "", "", "random", 10)

    def line_clock(self, line_id: str, ticket_class: str) -> Clock:
        """Return the line clock of a ticket: wall for Problem and for lines without hours (C2)."""
        calendar_id = self.line(line_id).calendar_id
        return WALL if ticket_class == PROBLEM or not calendar_id else self.calendars[calendar_id].hours

    def first_line(self) -> Line:
        """Return the first line: its hours are those of the promises and the day clock."""
        return min(self.lines.values(), key=lambda line: line.position)

    def day_clock(self) -> Clock:
        """Return the clock of whole days on which the first line opens (C2)."""
        calendar_id = self.first_line().calendar_id
        return self.calendars[calendar_id].days if calendar_id else WALL

    def norm_clock(self, status: str, line_id: str, ticket_class: str) -> Clock:
        """Return what a status's norm is counted on."""
        kind = self.norms[status]["clock"]
        if kind == "line":
            return self.line_clock(line_id, ticket_class)
        return WALL if kind == "wall" else self.day_clock()

    def promise_clock(self, ticket_class: str) -> Clock:
        """Return what a promise is counted on: wall, or the first line's hours whoever holds the ticket (R7a)."""
        wall = self.classes[ticket_class]["clock"] == "wall"
        return WALL if wall else self.line_clock(self.first_line().id, "")

    def is_away(self, agent: str, moment: int) -> bool:
        """Tell whether an agent is absent."""
        absence = self.away.get(agent)
        return absence is not None and absence.holds(moment)

    def rostered(self, agent: str, line_id: str) -> Hours | None:
        """Return the hours an agent is rostered for on a line: his own, else the line's (None: always; R1a)."""
        calendar_id = self.shifts.get(agent, "") or self.line(line_id).calendar_id
        return self.calendars[calendar_id].hours if calendar_id else None

    def on_shift(self, agent: str, line_id: str, moment: int) -> bool:
        """Tell whether an agent is rostered now and not away (R1a)."""
        hours = self.rostered(agent, line_id)
        return not self.is_away(agent, moment) and (hours is None or hours.is_open(moment))

    def agents_on_shift(self, line_id: str, moment: int) -> list[str]:
        """Return a line's agents that are on shift."""
        return [one for one in self.members.get(line_id, []) if self.on_shift(one, line_id, moment)]

    def next_on_shift(self, line_id: str, moment: int, owner: str = "") -> int:
        """Return when the first agent of a line but the owner is on shift, as far as is known now (R1c)."""
        members = [one for one in self.members.get(line_id, []) if one != owner]
        return min((self._comes(one, line_id, moment) for one in members), default=NEVER)

    def _comes(self, agent: str, line_id: str, moment: int) -> int:
        hours = self.rostered(agent, line_id)
        if self.is_away(agent, moment):
            moment = self.away[agent].until
        return moment if hours is None or moment >= NEVER else hours.opening(moment)

    def leaves_shift(self, agent: str, line_id: str, moment: int) -> int:
        """Return when an agent is no more on shift from a moment on (R1d)."""
        if not self.on_shift(agent, line_id, moment):
            return moment
        hours = self.rostered(agent, line_id)
        return NEVER if hours is None else hours.closing(moment)

    def leads(self, line_id: str, owner: str) -> list[str]:
        """Return who is told for a line: its lead, else the head, else the administrators (R2, R2b)."""
        lead = self.line(line_id).lead_id
        if lead and lead != owner:
            return [lead]
        if self.head:
            return [self.head]
        return sorted(one for one, roles in self.roles.items() if "administrator" in roles)


def read_house(row: Mapping[str, Any]) -> House:
    """Return the house that house.json describes."""
    first, last = row["starts_at"] - 7 * DAY, row["ends_at"] + 40 * DAY
    members: dict[str, list[str]] = {}
    for agent in row["agents"]:
        for line_id in agent["line_ids"]:
            members.setdefault(line_id, []).append(agent["id"])
    names = ("id", "position", "calendar_id", "lead_id", "draw", "cap")
    return House(
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        tick=row["tick_ms"],
        calendars={one["id"]: Calendar(one, first, last) for one in row["calendars"]},
        lines={one["id"]: Line(*(one[name] for name in names)) for one in row["lines"]},
        shifts={one["id"]: one["shift_id"] for one in row["agents"]},
        roles={one["id"]: frozenset(one["roles"]) for one in row["agents"]},
        members={line_id: sorted(agents) for line_id, agents in members.items()},
        managers={one["id"]: one["manager_id"] for one in row["clients"]},
        head=row["head_id"],
        on_call=list(row["on_call_ids"]),
        norms=row["norms"],
        classes=row["classes"],
        default_class=row["default_class"],
        numbers=row["numbers"],
    )
