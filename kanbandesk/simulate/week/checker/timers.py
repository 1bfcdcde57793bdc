"""What the system has to do for a ticket as it stands, and when (R1, R2, R7, R9, R10, R11, R13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kanbandesk.simulate.week.checker.calendars import NEVER
from kanbandesk.simulate.week.checker.house import House
from kanbandesk.simulate.week.checker.ticket import Ticket

RULES = {
    "drawn": "R1b",
    "released": "R1d",
    "escalated": "R2",
    "broken": "R13",
    "breached": "R7a",
    "alarmed": "R7c",
    "task_overdue": "R12",
    "laddered": "R10",
    "woken": "R10b",
    "closed": "R11a",
    "term_missed": "R9",
    "returned": "R1a",
}


@dataclass(frozen=True, slots=True)
class Timer:
    """One thing the system must do: at `due`, or as soon as it could be known."""

    due: int
    known: int
    what: str
    ticket: str
    detail: tuple[str, int] = ("", 0)

    @property
    def key(self) -> tuple[str, str, tuple[str, int]]:
        """Return what tells it from the other timers."""
        return (self.ticket, self.what, self.detail)

    @property
    def earliest(self) -> int:
        """Return when it could be done first."""
        return max(self.due, self.known)

    def words(self) -> str:
        """Return what it is, in words."""
        status, degree = self.detail
        return self.what + (f" {status} {degree}" if status else f" {degree}" if degree else "")


def timers_of(house: House, ticket: Ticket, now: int) -> Iterator[Timer]:
    """Yield the timers of a ticket as it stands."""
    for due, what, detail in _dues(house, ticket, now):
        if due < NEVER:
            yield Timer(due, now, what, ticket.id, detail)


def _dues(house: House, ticket: Ticket, now: int) -> Iterator[tuple[int, str, tuple[str, int]]]:
    plain = ("", 0)
    yield from _norms(house, ticket)
    if ticket.offer is not None:
        if ticket.offer.waits:
            yield house.next_on_shift(ticket.offer.line, now, ticket.owner), "drawn", plain
        else:
            yield ticket.due_of(house, "new", 1), "drawn", plain
    if ticket.status == "assigned":
        if ticket.offer is None:
            yield _leaves(house, ticket, max(ticket.owned_since, now)), "released", plain
        if not ticket.escalated:
            yield ticket.due_of(house, "assigned", 2), "escalated", plain
    if ticket.alarm is not None:
        yield ticket.alarm.next, "alarmed", plain
    yield ticket.promise_due(house), "breached", plain
    yield from _waits(house, ticket)


def _leaves(house: House, ticket: Ticket, since: int) -> int:
    """Return when the owner is gone before he has started; who took it off shift is, when his next one ends (R1d)."""
    hours = house.rostered(ticket.owner, ticket.line)
    if ticket.owned_off and hours is not None and not house.is_away(ticket.owner, since):
        opening = hours.opening(ticket.owned_since)
        return NEVER if opening >= NEVER else hours.closing(opening)
    return house.leaves_shift(ticket.owner, ticket.line, since)


def _norms(house: House, ticket: Ticket) -> Iterator[tuple[int, str, tuple[str, int]]]:
    for status, run in ticket.runs.items():
        if run.is_running:
            for degree in range(run.reached + 1, len(house.norms[status]["limits"]) + 1):
                yield ticket.due_of(house, status, degree), "broken", (status, degree)


def _waits(house: House, ticket: Ticket) -> Iterator[tuple[int, str, tuple[str, int]]]:
    days = house.day_clock()
    ladder = house.numbers["ladder"]
    if ticket.status == "waiting_client" and ticket.steps < len(ladder):
        for step in range(ticket.steps, len(ladder)):
            yield days.reach(ticket.answered_at, ladder[step]), "laddered", ("", step + 1)
    if ticket.status == "postponed" and ticket.wake_at is not None:
        yield ticket.wake_at, "woken", ("", 0)
    if ticket.status == "solved":
        yield days.reach(ticket.proposed_at, house.numbers["auto_close_after"]), "closed", ("", 0)
    if ticket.status == "in_development" and not ticket.term_told:
        yield ticket.term_due, "term_missed", ("", 0)
