"""The violations of a story that was told elsewhere (C9): each stay in a status against its norm, round the clock.

A stay counts from its entry, or from the last answer in it where the story has any; without due dates In development
has no norm. Whoever had the ticket when a degree was reached is charged, as far as the story tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kanbandesk.workflow.ageing import Clockwork
from kanbandesk.workflow.calendars import CalendarError
from kanbandesk.workflow.promises import breach_id
from kanbandesk.workflow.records import Violation, ViolationKind
from kanbandesk.workflow.statuses import Status, StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.violations import charged, run_id

_UNTOLD = frozenset({StatusKind.IN_DEVELOPMENT, StatusKind.CLOSED})


@dataclass(frozen=True, slots=True)
class Step:
    """What one entry of a story changed: the status and the owner after it, empty where they stayed."""

    at: int
    status_id: str = ""
    owner_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A ticket as the story leaves it, its entries in their order, and when it was answered in public."""

    ticket: Ticket
    steps: tuple[Step, ...]
    answers: tuple[int, ...] = ()
    replies: tuple[int, ...] = ()

    def owner_at(self, moment: int) -> str:
        """Return who had the ticket just before `moment`."""
        owner = ""
        known = [step for step in self.steps if step.owner_id]
        for step in known:
            if step.at >= moment:
                break
            owner = step.owner_id
        return owner or (self.ticket.owner_id if not known else "")


def looked_back(story: Story, clockwork: Clockwork, now: int) -> tuple[Ticket, list[Violation]]:
    """Return the ticket with what its clocks have reached marked as noted, and all the story's violations."""
    violations = list(_past(story, clockwork))
    clocks = []
    for clock in story.ticket.clocks:
        moments = tuple(moment for moment in clockwork.moments(clock) if moment < now)
        status = clockwork.workflow.status(clock.status_id)
        if moments:
            violations.append(_violation(story, status, clock.started_at, None, moments))
        clocks.append(replace(clock, reached=moments, noted=len(moments)) if moments else clock)
    breach = _breach(story, clockwork, now)
    ticket = replace(story.ticket, clocks=tuple(clocks))
    if breach is not None:
        violations.append(breach)
        ticket = replace(ticket, breached_at=breach.since)
    return ticket, violations


def _past(story: Story, clockwork: Clockwork) -> Iterator[Violation]:
    """Yield the violations of the stays that have ended."""
    statuses = {status.id: status for status in clockwork.workflow.statuses}
    stays: list[tuple[int, str]] = []
    for step in story.steps:
        if step.status_id in statuses and (not stays or stays[-1][1] != step.status_id):
            stays.append((step.at, step.status_id))
    for (start, status_id), (end, _) in pairwise(stays):
        status = statuses[status_id]
        if not status.norm or status.kind in _UNTOLD:
            continue
        bounds = [start, *_counted_anew(story, status.kind, start, end), end]
        for began, stopped in pairwise(bounds):
            moments = tuple(began + limit for limit in status.norm if began + limit < stopped)
            if moments:
                yield _violation(story, status, began, stopped, moments)


def _counted_anew(story: Story, kind: StatusKind, start: int, end: int) -> list[int]:
    """Return the moments inside a stay at which its norm was satisfied and began anew (C6)."""
    match kind:
        case StatusKind.IN_PROGRESS:
            moments: Iterable[int] = story.answers
        case StatusKind.WAITING_CLIENT:
            moments = (*story.answers, *story.replies)
        case _:
            moments = ()
    return sorted({moment for moment in moments if start < moment < end})


def _violation(
    story: Story, status: Status, started_at: int, stopped_at: int | None, moments: tuple[int, ...]
) -> Violation:
    ticket = story.ticket
    return Violation(
        id=run_id(ticket.id, status.id, started_at),
        ticket_id=ticket.id,
        status_id=status.id,
        line_id=ticket.line_id,
        degree=len(moments),
        started_at=started_at,
        since=moments[0],
        until=stopped_at,
        moments=moments,
        agent_ids=tuple(
            charged(status.kind, degree, story.owner_at(moment)) for degree, moment in enumerate(moments, 1)
        ),
    )


def _breach(story: Story, clockwork: Clockwork, now: int) -> Violation | None:
    """Return the breach of the promise's last run, which is told to nobody; None when it was kept."""
    ticket, timetable = story.ticket, clockwork.timetable
    if ticket.sla is None:
        return None
    try:
        due = ticket.sla.resume(now).due_at(timetable.calendar(timetable.first_line))
    except CalendarError:
        return None
    pauses = ticket.sla.pauses
    stopped_at = pauses[-1][0] if ticket.sla.running_since is None and pauses else None
    if due is None or due >= (now if stopped_at is None else stopped_at):
        return None
    return Violation(
        id=breach_id(ticket, ticket.sla.started_at, "violation"),
        ticket_id=ticket.id,
        kind=ViolationKind.PROMISE,
        sla_class=ticket.sla_class or clockwork.workflow.default_sla_class,
        line_id=ticket.line_id,
        started_at=ticket.sla.started_at,
        since=due,
        until=stopped_at,
        moments=(due,),
        agent_ids=(story.owner_at(due),),
    )
