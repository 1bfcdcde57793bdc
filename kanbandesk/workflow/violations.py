"""Violations (R13): one for each run of a norm's clock over its limits, told by the clock and not by whoever looks.

A run is known by its ticket, its status and the server's moment at which it began, so that it has one violation
however often it is noted. What passed is charged to whoever had the ticket then: a ticket is noted each time that it
is kept, before anything of it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kanbandesk.workflow.ageing import Clockwork
from kanbandesk.workflow.commands import NoteViolations
from kanbandesk.workflow.dues import Due, House
from kanbandesk.workflow.events import NormBroken
from kanbandesk.workflow.ids import named_id
from kanbandesk.workflow.records import Violation
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import NormClock, Ticket

_NAMESPACE = "5c1f3a52-5f5e-5d0b-9d5e-8a4e0c6f2b71"
_LINES_OWN = frozenset({StatusKind.NEW, StatusKind.SOLVED})
_FIRST_FREE = frozenset({StatusKind.WAITING_CLIENT, StatusKind.IN_DEVELOPMENT})

Known = Callable[[str], Violation | None]
"""Finds a violation by its id."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What noting a ticket brought: the ticket as it is kept, its violations that changed, what is to be told."""

    ticket: Ticket
    violations: tuple[Violation, ...] = ()
    facts: tuple[NormBroken, ...] = ()


@lru_cache(maxsize=4096)
def run_id(ticket_id: str, status_id: str, started_at: int) -> str:
    """Return the id of the violation of one run of a norm's clock."""
    return named_id(_NAMESPACE, f"{ticket_id}:{status_id}:{started_at}")


def run_ids(ticket: Ticket) -> Iterator[str]:
    """Yield the ids of the violations of the runs that the ticket's clocks are in, kept or not."""
    return (run_id(ticket.id, clock.status_id, clock.started_at) for clock in ticket.clocks)


def is_counted(workflow: Workflow, ticket: Ticket, clock: NormClock) -> bool:
    """Tell whether the clock's run can be violated: a postponed ticket's only once it was woken (C5, C6)."""
    if workflow.status(clock.status_id).kind is not StatusKind.POSTPONED:
        return True
    return ticket.woken_at is not None and clock.since is not None


def charged(kind: StatusKind, degree: int, owner_id: str, developer_id: str | None = None) -> str:
    """Return who is charged with a degree, empty for nobody (R13).

    `developer_id` has the sub-task, empty while nobody has claimed it; None: there is no sub-task.
    """
    if kind in _LINES_OWN or (degree == 1 and kind in _FIRST_FREE):
        return ""
    if kind is StatusKind.IN_DEVELOPMENT and developer_id is not None:
        return developer_id
    return owner_id


def dues(ticket: Ticket, house: House) -> Iterator[Due]:
    """Yield the next degree of each running norm that no violation is kept of (R13)."""
    clockwork = house.clockwork
    for clock in ticket.clocks:
        if clock.since is None or not is_counted(house.workflow, ticket, clock):
            continue
        for degree, at in enumerate(clockwork.moments(clock)[clock.noted :], clock.noted + 1):
            key = f"norm:{ticket.id}:{clock.status_id}:{clock.started_at}:{degree}:{at}"
            yield Due(at=at, key=key, command=NoteViolations(ticket_id=ticket.id, due=at))
            break


def may_have_changed(before: Ticket, after: Ticket, now: int) -> bool:
    """Tell whether `noted` has anything to look at: cheap, since every keeping of a ticket asks."""
    first = before.dues[0]
    if first is not None and first < now:
        return True
    if any(clock.noted or clock.late < 0 for clock in before.clocks):
        return True
    return before.clocks != after.clocks and any(
        clock.started_at != now and _same_run(before, clock) is None for clock in after.clocks
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A ticket that was `before` and is to be `after`, looked at on the hours that held until `now`."""

    before: Ticket
    after: Ticket
    clockwork: Clockwork
    now: int
    known: Known
    developer_id: str | None = None  # who has its sub-task; None: it has none

    def reached(self, clock: NormClock) -> tuple[int, ...]:
        """Return the moments of the degrees that a clock of `before` reached before now (C4)."""
        if not is_counted(self.clockwork.workflow, self.before, clock):
            return ()
        return tuple(moment for moment in self.clockwork.moments(clock) if moment < self.now)


def noted(look: Look) -> Noted:
    """Note what the clocks of `before` reached before now, and which runs stopped or go on in `after`.

    Whoever had the ticket in `before` is charged, or who had its sub-task. Raised in place: a run that is paused and
    resumed, or taken up again by an undo, keeps its violation.
    """
    violations: list[Violation] = []
    facts: list[NormBroken] = []
    clocks = {clock.status_id: clock for clock in look.after.clocks}
    for clock in look.before.clocks:
        moments = look.reached(clock)
        if not moments:
            continue
        violation = _raised(look, clock, moments)
        facts += _told(look, violation)
        later = _same_run(look.after, clock)
        violations.append(_stopped(violation, clock, later, look.now))
        if later is not None:
            reached = later.reached if len(later.reached) > len(moments) else moments
            if (later.noted, later.reached) != (len(violation.moments), reached):
                clocks[later.status_id] = replace(later, noted=len(violation.moments), reached=reached)
    for clock in look.after.clocks:
        taken_up = _taken_up(look, clock)
        if taken_up is not None:
            violations.append(taken_up)
            clocks[clock.status_id] = replace(clock, noted=len(taken_up.moments))
    kept = tuple(clocks[clock.status_id] for clock in look.after.clocks)
    ticket = look.after if kept == look.after.clocks else replace(look.after, clocks=kept)
    return Noted(ticket, tuple(violations), tuple(facts))


def _same_run(ticket: Ticket, clock: NormClock) -> NormClock | None:
    """Return the ticket's clock of the same run, None when it has ended."""
    for other in ticket.clocks:
        if (other.status_id, other.started_at) == (clock.status_id, clock.started_at):
            return other
    return None


def _raised(look: Look, clock: NormClock, moments: tuple[int, ...]) -> Violation:
    """Return the run's violation with all the degrees reached by now."""
    ticket, kind = look.before, look.clockwork.workflow.status(clock.status_id).kind
    violation_id = run_id(ticket.id, clock.status_id, clock.started_at)
    violation = look.known(violation_id)
    if violation is None:
        is_offered = kind is StatusKind.NEW and ticket.offered_line_id
        violation = Violation(
            id=violation_id,
            ticket_id=ticket.id,
            status_id=clock.status_id,
            line_id=ticket.offered_line_id if is_offered else ticket.line_id,
            started_at=clock.started_at,
            since=moments[0],
        )
    known = len(violation.moments)
    if known >= len(moments):
        return violation
    agents = (
        charged(kind, degree, ticket.owner_id, look.developer_id)
        for degree in range(known + 1, len(moments) + 1)
    )
    return replace(
        violation,
        degree=len(moments),
        moments=(*violation.moments, *moments[known:]),
        agent_ids=(*violation.agent_ids, *agents),
    )


def _told(look: Look, violation: Violation) -> Iterator[NormBroken]:
    """Yield a fact for each degree that nobody was told of yet."""
    before = look.known(violation.id)
    for place in range(0 if before is None else len(before.moments), len(violation.moments)):
        yield NormBroken(
            violation_id=violation.id,
            status_id=violation.status_id,
            degree=place + 1,
            agent_id=violation.agent_ids[place],
            due=violation.moments[place],
        )


def _stopped(violation: Violation, clock: NormClock, later: NormClock | None, now: int) -> Violation:
    """Return the violation with its end: none while the clock runs, else the moment at which it stopped."""
    is_running = later is not None and later.since is not None
    if is_running:
        return violation if violation.until is None else replace(violation, until=None)
    was_running = clock.since is not None
    return replace(violation, until=now) if was_running or violation.until is None else violation


def _taken_up(look: Look, clock: NormClock) -> Violation | None:
    """Return the violation of a run that an undo brought back, going on."""
    if clock.started_at == look.now or _same_run(look.before, clock) is not None:
        return None
    violation = look.known(run_id(look.after.id, clock.status_id, clock.started_at))
    if violation is None or clock.since is None:
        return violation
    return replace(violation, until=None)
