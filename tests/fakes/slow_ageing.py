"""Ageing told from a ticket's events alone, slice by slice and without any clock kept: slow, but plainly C1-C9.

Written a second time on purpose; the tests hold the clocks of the rulebook against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from kanbandesk.workflow.calendars import ALWAYS, Calendar, elapsed, on_clock
from kanbandesk.workflow.events import (
    ChangeUndone,
    Event,
    MessageAdded,
    StatusChanged,
    TicketAssigned,
    TicketClaimed,
    TicketCreated,
    TicketReleased,
)
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, ClockKind
from kanbandesk.workflow.tickets import Ticket

LIMITS: Final = {
    "new": (40 * SECOND, 5 * MINUTE, 15 * MINUTE),
    "assigned": (5 * MINUTE, 15 * MINUTE, 60 * MINUTE),
    "in_progress": (2 * HOUR, 4 * HOUR, 8 * HOUR),
    "waiting_client": (1 * DAY, 2 * DAY, 3 * DAY),
    "waiting_vendor": (1 * DAY, 3 * DAY, 7 * DAY),
    "postponed": (0, 4 * HOUR, 1 * DAY),
    "solved": (1 * DAY,),
}
"""The table of rules.md, written down once more."""

BY_DAYS: Final = {"waiting_client", "waiting_vendor", "in_development", "solved"}
HELD_BY_OTHERS: Final = {"waiting_vendor", "in_development"}


def in_effect(events: Iterable[Event]) -> list[Event]:
    """Return the events as if nothing that was undone, and no undo, had ever happened."""
    kept, undone = [], set()
    for event in reversed(list(events)):
        if event.mutation_id in undone:
            continue
        if isinstance(event.fact, ChangeUndone):
            undone.add(event.fact.undone_mutation_id)
        else:
            kept.append(event)
    return kept[::-1]


@dataclass
class SlowAgeing:
    """What a ticket's events say of its norms up to a moment."""

    hours: dict[str, Calendar]  # line id → opening hours
    first_line: Calendar
    values: dict[str, Any]  # the fields that norms depend on
    at: int
    used: dict[str, int] = field(default_factory=dict)
    floors: dict[str, int] = field(default_factory=dict)  # levels reached before a date was moved
    has_message: bool = False  # the client wrote while others have the ticket (R10)

    def level(self, events: list[Event], now: int) -> int:
        """Return the ageing level at `now`."""
        for event in events:
            self._pass(event.at)
            self._take(event)
        self._pass(now)
        return max((self._level_of(norm, now) for norm in self._running()), default=0)

    def _pass(self, until: int) -> None:
        for norm in self._running():
            if norm in LIMITS and norm not in ("waiting_vendor", "postponed"):
                self.used[norm] = self.used.get(norm, 0) + elapsed(self._calendar(norm), self.at, until)
        self.at = max(self.at, until)

    def _running(self) -> set[str]:
        status = self.values["status_id"]
        running = set() if status == "closed" else {status}
        if status in HELD_BY_OTHERS and self.has_message:
            running.add("in_progress")
        if self.values["woken_at"] is not None:
            running.add("postponed")
        return running

    def _level_of(self, norm: str, now: int) -> int:
        return max(self._degrees(norm, now), self.floors.get(norm, 0))

    def _degrees(self, norm: str, now: int) -> int:
        if norm == "in_development":
            return self._level_of_term(now)
        passed = self.used.get(norm, 0)
        if norm in ("waiting_vendor", "postponed"):
            since = self._date(norm)
            passed = elapsed(self._calendar(norm), since, now)
            if now < since or (norm == "postponed" and not passed and not self._opened(since, now)):
                return 0
        return sum(passed >= limit for limit in LIMITS[norm])

    def _opened(self, since: int, now: int) -> bool:
        """Tell whether the line was open at `since` or until then, so that nothing at all has passed at once."""
        calendar = self._calendar("postponed")
        return (
            elapsed(calendar, since - 1, since) > 0 or elapsed(calendar, since, now) > 0 or self._is_open(now)
        )

    def _is_open(self, now: int) -> bool:
        return elapsed(self._calendar("postponed"), now, now + 1) > 0

    def _date(self, norm: str) -> int:
        if norm == "waiting_vendor":
            return int(self.values["expected_at"])
        woken_at, wake_at = self.values["woken_at"], self.values["wake_at"]
        return int(wake_at if woken_at is None else woken_at)

    def _level_of_term(self, now: int) -> int:
        calendar, since, due_at = (
            self._calendar("in_development"),
            self.values["handed_at"],
            self.values["due_at"],
        )
        term, passed = elapsed(calendar, since, due_at), elapsed(calendar, since, now)
        return sum(passed >= limit for limit in (term * 80 // 100, term, term + 2 * DAY))

    def _calendar(self, norm: str) -> Calendar:
        if norm in BY_DAYS:
            return on_clock(ClockKind.DAY, self.first_line)
        is_problem = self.values["sla_class"] == "problem"
        return ALWAYS if is_problem else self.hours.get(self.values["line_id"], ALWAYS)

    # -- what an event does ----------------------------------------------------------------------------------------

    def _take(self, event: Event) -> None:
        changes = {name: json.loads(after) for name, _, after in event.changes}
        status = self.values["status_id"]
        for norm, name in (
            ("waiting_vendor", "expected_at"),
            ("in_development", "due_at"),
            ("postponed", "wake_at"),
        ):
            if name in changes and status == norm and "status_id" not in changes:
                is_postponed_again = norm == "postponed" and "postponed_count" in changes
                self.floors[norm] = 0 if is_postponed_again else self._level_of(norm, event.at)
        self.values |= {
            name: value for name, value in changes.items() if name in self.values and name != "status_id"
        }
        match event.fact:
            case StatusChanged(after=after, cause=cause):
                self._enter(after, cause)
            case TicketClaimed() | TicketAssigned() | TicketReleased() if (
                "owner_id" in changes or changes == {}
            ):
                self.used["assigned"] = 0
            case MessageAdded(kind="client") if self.values["status_id"] in HELD_BY_OTHERS:
                self.has_message = True
            case _:
                pass
        if "answered_at" in changes and not isinstance(event.fact, TicketCreated):
            self._answer()
        if "proposed_at" in changes:
            self.used["solved"] = 0

    def _enter(self, after: str, cause: str) -> None:
        before = self.values["status_id"]
        self.values["status_id"] = after
        if before not in ("in_progress", "assigned", "solved"):
            self.used[before] = 0
            self.floors[before] = 0
        if after not in HELD_BY_OTHERS or before not in HELD_BY_OTHERS:
            self.has_message = False
        if after == "in_progress":
            self.used["assigned"] = 0
            if cause == "reject_solution":
                self.used["in_progress"] = 0

    def _answer(self) -> None:
        self.used["in_progress"] = self.used["waiting_client"] = 0
        self.has_message = False


def slow_level(
    ticket: Ticket, events: Iterable[Event], now: int, hours: dict[str, Calendar], first_line: Calendar
) -> int:
    """Return the level of a ticket at `now` from its events; `ticket` only tells with which values it was opened."""
    values = {
        "status_id": "new",
        "sla_class": "",
        "line_id": ticket.line_id,
        "expected_at": None,
        "due_at": None,
        "handed_at": None,
        "wake_at": None,
        "woken_at": None,
    }
    ageing = SlowAgeing(hours=hours, first_line=first_line, values=values, at=ticket.created_at)
    return ageing.level(in_effect(events), now)
