"""A trial of settings on what has happened: which line tickets would have gone to, which norms they would have broken.

Nothing is changed by it. Violations are reckoned anew both with the old and the new norms, from the runs of the clocks
as the tickets' stories have them, so that the two are compared alike.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from kanbandesk.workflow.ageing import PROBLEM, Timetable
from kanbandesk.workflow.calendars import Calendar, NeverOpens, due, elapsed, on_clock
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.routing import Asked, route
from kanbandesk.workflow.statuses import ClockKind, Status, StatusKind, Workflow
from kanbandesk.workflow.tickets import NormClock, Ticket

Clocks = tuple[NormClock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a trial looks at of one ticket: itself, what was said first, its events in their order."""

    ticket: Ticket
    words: str = ""
    region: str = ""  # of its client
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rerouted:
    """A ticket that would have gone to another line."""

    ticket_id: str
    number: int | None
    title: str
    before: str  # line ids
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingTrial:
    """How many tickets were looked at, and those that would have gone elsewhere, oldest first."""

    tickets: int = 0
    rerouted: tuple[Rerouted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NormCount:
    """Violations of one status at one highest degree (R13), with the old settings and with the new ones."""

    status_id: str
    degree: int
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NormTrial:
    """How many tickets were looked at, and their violations in the order of the statuses and degrees."""

    tickets: int = 0
    counts: tuple[NormCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialReport:
    """What came of a trial over the time from `since` to `until` (UTC ms).

    `is_partial`: there were more tickets than were looked at, or this desk does not hold the stories of all.
    """

    since: int
    until: int
    routing: RoutingTrial = field(default_factory=RoutingTrial)
    norms: NormTrial = field(default_factory=NormTrial)
    is_partial: bool = False


def try_routing(stories: Iterable[Story], old: Process, new: Process, lines: Sequence[Line]) -> RoutingTrial:
    """Return which tickets the new rules would have sent to another line than the old ones (R5)."""
    looked_at = sorted((story for story in stories), key=lambda story: story.ticket.created_at)
    rerouted = []
    for story in looked_at:
        ticket = story.ticket
        asked = Asked(
            request_type=ticket.request_type,
            category=ticket.category,
            client_id=ticket.client_id,
            region=story.region,
            text=f"{ticket.title}\n{story.words}",
        )
        before, after = (route(asked, process, lines) for process in (old, new))
        if before != after:
            rerouted.append(
                Rerouted(
                    ticket_id=ticket.id, number=ticket.number, title=ticket.title, before=before, after=after
                )
            )
    return RoutingTrial(tickets=len(looked_at), rerouted=tuple(rerouted))


def try_norms(
    stories: Iterable[Story],
    old: Workflow,
    new: Workflow,
    timetable: Timetable,
    *,
    since: int,
    until: int,
) -> NormTrial:
    """Count the runs of norms that were broken between two moments (UTC ms), as the old and the new settings have it.

    The terms of development follow from each ticket's dates and stay as they were (R9).
    """
    counts: tuple[Counter[tuple[str, int]], ...] = (Counter(), Counter())
    tickets = 0
    for story in stories:
        tickets += 1
        runs = _runs(story, until)
        for settings, counter in zip((old, new), counts, strict=True):
            for run in runs:
                moments = _moments(run, story.ticket, old, settings, timetable)
                if moments and moments[0] >= since:
                    counter[run.clock.status_id, len(moments)] += 1
    before, after = counts
    order = {status.id: place for place, status in enumerate(new.statuses)}
    keys = sorted(before.keys() | after.keys(), key=lambda key: (order.get(key[0], len(order)), key))
    return NormTrial(
        tickets=tickets,
        counts=tuple(
            NormCount(
                status_id=status_id,
                degree=degree,
                before=before[status_id, degree],
                after=after[status_id, degree],
            )
            for status_id, degree in keys
        ),
    )


@dataclass(slots=True)
class _Run:
    """One run of a norm's clock: the stretches in which it ran, each from its beginning to its end."""

    clock: NormClock
    stretches: dict[int, int]


def _runs(story: Story, until: int) -> list[_Run]:
    runs: dict[tuple[str, int], _Run] = {}
    for clocks, end in _states(story, until):
        for clock in clocks:
            run = runs.setdefault((clock.status_id, clock.started_at), _Run(clock, {}))
            run.clock = clock
            if clock.since is not None and clock.since < end:
                run.stretches[clock.since] = end
    return list(runs.values())


def _states(story: Story, until: int) -> Iterator[tuple[Clocks, int]]:
    """Yield the clocks that a ticket had and until when, one after the other, the present ones last."""
    for event in sorted(story.events, key=attrgetter("recorded_at")):
        for name, before, _ in event.changes:
            if name == "clocks" and event.recorded_at < until:
                yield decode(Clocks, json.loads(before)), event.recorded_at
    yield story.ticket.clocks, until


def _moments(run: _Run, ticket: Ticket, old: Workflow, settings: Workflow, timetable: Timetable) -> list[int]:
    """Return when the run reached each degree of its norm as `settings` have it (C4: before it stopped)."""
    status = _status(settings, run.clock.status_id)
    if status is None:
        return []
    is_term = status.kind is StatusKind.IN_DEVELOPMENT
    limits = run.clock.limits if is_term else status.norm
    hours = _hours(run.clock, ticket, _status(old, status.id), status, timetable)
    moments: list[int] = []
    used = 0
    for begin, end in sorted(run.stretches.items()):
        for limit in limits[len(moments) :]:
            try:
                moment = due(hours, begin, max(0, limit - used))
            except NeverOpens:
                break
            if moment >= end:
                break
            moments.append(moment)
        used += elapsed(hours, begin, end)
    return moments


def _hours(
    clock: NormClock, ticket: Ticket, old: Status | None, new: Status, timetable: Timetable
) -> Calendar:
    """Return the hours on which a run passes: its own, unless the new settings let the norm pass otherwise (C2)."""
    kind, calendar_id = clock.kind, clock.calendar_id
    if old is None or old.clock is not new.clock:
        kind = new.clock
        if kind is ClockKind.LINE and ticket.sla_class == PROBLEM:
            kind = ClockKind.WALL
        calendar_id = timetable.calendar_id(kind, ticket.line_id)
    return on_clock(kind, timetable.calendar(calendar_id))


def _status(workflow: Workflow, status_id: str) -> Status | None:
    return next((status for status in workflow.statuses if status.id == status_id), None)
