"""What has happened, as a trial plays it again: a ticket's states one after the other, and the runs of its norms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, get_type_hints

from kanbandesk.insight.settings import Settings
from kanbandesk.workflow.ageing import PROBLEM
from kanbandesk.workflow.calendars import Calendar, NeverOpens, due, elapsed, on_clock
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.statuses import ClockKind, Status, StatusKind
from kanbandesk.workflow.tickets import NormClock, Ticket
from kanbandesk.workflow.violations import is_counted

KNOWN: Final = (
    "clocks",
    "sla",
    "sla_class",
    "line_id",
    "offered_line_id",
    "owner_id",
    "closed_at",
    "due_at",
    "woken_at",
)
"""The fields of a ticket of which a trial knows what they were; all others are as they are now."""
_HINTS: Final = {name: hint for name, hint in get_type_hints(Ticket).items() if name in KNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a trial looks at of one ticket: itself, what was said first, its events in their order."""

    ticket: Ticket
    words: str = ""
    region: str = ""  # of its client
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """How a ticket was, as far as it is `KNOWN`, from one moment until another, and what ended that, None: nothing."""

    ticket: Ticket
    begin: int
    end: int
    ended_by: Event | None


@dataclass(frozen=True, slots=True)
class Past:
    """A ticket as it is now, and all its states, the oldest first, the present one last."""

    ticket: Ticket
    states: tuple[State, ...]

    @classmethod
    def of(cls, story: Story, until: int) -> Past:
        """Return what the story tells, going back from how the ticket is: what its events say was before them."""
        ticket, end = story.ticket, until
        ended_by: Event | None = None
        states: list[State] = []
        events = sorted(story.events, key=attrgetter("recorded_at"))
        for event in reversed(events):
            before = {name: old for name, old, _ in event.changes if name in _HINTS}
            if not before:
                continue
            states.append(State(ticket, event.recorded_at, end, ended_by))
            values = {name: decode(_HINTS[name], json.loads(old)) for name, old in before.items()}
            ticket, end, ended_by = replace(ticket, **values), event.recorded_at, event
        states.append(State(ticket, min(ticket.created_at, end), end, ended_by))
        return cls(story.ticket, tuple(reversed(states)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which a norm's clock ran, and the ticket as it was then."""

    clock: NormClock
    ticket: Ticket
    begin: int
    end: int


@dataclass(slots=True)
class Run:
    """One run of a norm's clock (C6): the stretches in which it ran, by their beginnings, and what ended it."""

    clock: NormClock
    ended_by: Event | None = None
    stretches: dict[int, Stretch] = field(default_factory=dict)

    @property
    def last(self) -> Stretch:
        """The last stretch; only of a run that has any."""
        return self.stretches[max(self.stretches)]


def _runs(past: Past, since: int) -> list[Run]:
    """Return the runs of a ticket's norms that passed after a moment (UTC ms)."""
    found: dict[tuple[str, int], Run] = {}
    for state in past.states:
        for clock in state.ticket.clocks:
            run = found.setdefault((clock.status_id, clock.started_at), Run(clock))
            run.clock, run.ended_by = clock, state.ended_by
            if clock.since is not None and clock.since < state.end:
                run.stretches[clock.since] = Stretch(clock, state.ticket, clock.since, state.end)
    return [run for run in found.values() if run.stretches and run.last.end > since]


@dataclass(frozen=True, slots=True)
class Judged:
    """A run, and when it reached each degree of its norm as the old and as the new settings have it."""

    run: Run
    before: Sequence[int]
    after: Sequence[int]


def judged(pasts: Iterable[Past], old: Settings, new: Settings, since: int) -> list[Judged]:
    """Return the runs that passed after a moment (UTC ms), whenever they were over their limits.

    What was over its limit earlier counts as well: a longer norm would else be broken the more.
    """
    return [
        Judged(run, _reached(run, old, old), _reached(run, old, new))
        for past in pasts
        for run in _runs(past, since)
    ]


def line_of(stretch: Stretch, kind: StatusKind) -> str:
    """Return the line on whose hours the stretch passed: New's is the one that was offered the ticket (R8a)."""
    ticket = stretch.ticket
    return ticket.offered_line_id if kind is StatusKind.NEW and ticket.offered_line_id else ticket.line_id


def _reached(run: Run, old: Settings, new: Settings) -> list[int]:
    """Return when the run reached each degree of its norm as the `new` settings have it (C4: before it stopped).

    `old` are the settings as they are, with which it ran.
    """
    status = new.status(run.clock.status_id)
    if status is None or not is_counted(new.workflow, run.last.ticket, run.last.clock):
        return []
    moments: list[int] = []
    limits = _limits(run, status, _hours(run.last, old, new, status))
    used = 0
    for begin, stretch in sorted(run.stretches.items()):
        hours = _hours(stretch, old, new, status)
        moments += _within(hours, begin, stretch.end, (limit - used for limit in limits[len(moments) :]))
        used += elapsed(hours, begin, stretch.end)
    return [max(moment, run.clock.started_at) for moment in moments]


def _within(hours: Calendar, begin: int, end: int, left: Iterable[int]) -> Iterator[int]:
    """Yield when what is left of each limit is used up, as far as that is before the end."""
    for rest in left:
        try:
            moment = due(hours, begin, max(0, rest))
        except NeverOpens:
            return
        if moment >= end:
            return
        yield moment


def _limits(run: Run, status: Status, hours: Calendar) -> tuple[int, ...]:
    """Return the limits of a run; those of development follow from its date (R9). A lag counts as it did (C1)."""
    due_at = run.last.ticket.due_at
    if status.kind is not StatusKind.IN_DEVELOPMENT:
        return tuple(limit + run.clock.late for limit in status.norm)
    if due_at is None:
        return ()
    term = elapsed(hours, run.last.begin, due_at)
    return tuple(term * share // 100 for share in status.norm[:2]) + tuple(
        term + past for past in status.norm[2:]
    )


def _hours(stretch: Stretch, old: Settings, new: Settings, status: Status) -> Calendar:
    """Return the hours on which a stretch passes: its own, unless the new settings let it pass on others (C2)."""
    kind, calendar_id = stretch.clock.kind, stretch.clock.calendar_id
    line_id, before = line_of(stretch, status.kind), old.status(status.id)
    if before is None or before.clock is not status.clock:
        kind = status.clock
        if kind is ClockKind.LINE and stretch.ticket.sla_class == PROBLEM:
            kind = ClockKind.WALL
        calendar_id = new.timetable.calendar_id(kind, line_id)
    else:
        followed = new.timetable.calendar_id(kind, line_id)
        if followed != old.timetable.calendar_id(kind, line_id):
            calendar_id = followed
    return on_clock(kind, new.timetable.calendar(calendar_id))
