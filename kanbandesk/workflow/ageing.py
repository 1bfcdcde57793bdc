"""Ageing: which level a card has reached, when it reaches the next one, and the clocks of the norms behind it.

A level is the highest degree of any running norm whose limit has passed: 0 fresh, 1 ageing, 2 late, 3 stale. The
moments are kept on the ticket (`dues`), so that a board of 100,000 cards ages without looking at a calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kanbandesk.workflow.calendars import ALWAYS, Calendar, NeverOpens, due, elapsed, on_clock
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.remembering import remembered
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.statuses import ClockKind, Status, StatusKind, Workflow
from kanbandesk.workflow.tickets import Dues, NormClock, Ticket

LEVELS = 4
PROBLEM: Final = "problem"
"""The SLA class whose norms run on the wall clock (C2) and whose promise a postponement never stops (R7b)."""


def level(card: Card, now: int) -> int:
    """Return the ageing level of `card` at `now` (UTC ms): a limit counts from its very millisecond on."""
    if card.due3 is not None and card.due3 <= now:
        return 3
    if card.due2 is not None and card.due2 <= now:
        return 2
    if card.due1 is not None and card.due1 <= now:
        return 1
    return 0


def levels(cards: Iterable[Card], now: int) -> list[int]:
    """Return `level` of many cards: without a call for each, as a board of 100,000 is looked at in its start."""
    return [
        3
        if card.due3 is not None and card.due3 <= now
        else 2
        if card.due2 is not None and card.due2 <= now
        else 1
        if card.due1 is not None and card.due1 <= now
        else 0
        for card in cards
    ]


def next_change(card: Card, now: int) -> int | None:
    """Return the first moment after `now` at which the level of `card` rises, None when it never does."""
    current = level(card, now)
    dues = [due for due in (card.due1, card.due2, card.due3)[current:] if due is not None]
    return min(dues, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """On which calendar which clock runs (C2); an id without a calendar means round the clock."""

    calendars: Mapping[str, Calendar]
    line_calendars: Mapping[str, str]  # line id → calendar id
    first_line: str = ""  # the calendar id of the first line: for day clocks and for the SLA (R7a)

    @classmethod
    def of(cls, lines: Iterable[Line], calendars: Iterable[Calendar]) -> Timetable:
        """Return the timetable of a workspace's lines; the first line is the one with the lowest position."""
        return _timetable(lines, calendars)

    def calendar(self, calendar_id: str) -> Calendar:
        """Return the calendar `calendar_id`, round the clock when there is none."""
        return self.calendars.get(calendar_id, ALWAYS)

    def calendar_id(self, kind: ClockKind, line_id: str) -> str:
        """Return the id of the calendar that a clock of `kind` follows for a ticket of the line."""
        match kind:
            case ClockKind.WALL:
                return ""
            case ClockKind.LINE:
                return self.line_calendars.get(line_id, "")
            case ClockKind.DAY:
                return self.first_line


@remembered
def in_order(lines: Iterable[Line]) -> Mapping[str, Line]:
    """Return lines by id in the order of their positions, the first line first."""
    return {line.id: line for line in sorted(lines, key=lambda line: (line.position, line.id))}


@remembered
def _timetable(lines: Iterable[Line], calendars: Iterable[Calendar]) -> Timetable:
    line_calendars = {line.id: line.calendar_id for line in in_order(lines).values()}
    return Timetable(
        calendars={calendar.id: calendar for calendar in calendars},
        line_calendars=line_calendars,
        first_line=next(iter(line_calendars.values()), ""),
    )


@dataclass(frozen=True, slots=True)
class Clockwork:
    """The norm clocks of a ticket (C6): each method returns the ticket with its clocks as they stand then.

    None of them touches `dues`: that is what `with_dues` is for, once, when all has been done. The moment `at` that
    they take ages the card; `now` is the server's, which is what the rules count (C1), the same unless it is given.
    """

    workflow: Workflow
    timetable: Timetable
    now: int | None = None

    def restart(self, ticket: Ticket, kind: StatusKind, at: int) -> Ticket:
        """Begin a new run of the norm of `kind` at `at`, with the limits now in force (C3)."""
        status = self.workflow.of_kind(kind)
        clock = self._run(ticket, status, at)
        return _with_clocks(ticket, status.id, clock)

    def resume(self, ticket: Ticket, kind: StatusKind, at: int) -> Ticket:
        """Let the norm of `kind` run on from where it was paused; begin a run when there is none (C6)."""
        status = self.workflow.of_kind(kind)
        clock = _clock(ticket, status.id)
        if clock is None:
            return self.restart(ticket, kind, at)
        if clock.since is not None:
            return ticket
        clock_kind = _kind(status, ticket)
        calendar_id = self._calendar_id(status, ticket)
        clock = replace(clock, since=at, kind=clock_kind, calendar_id=calendar_id)
        clock = replace(clock, late=clock.late + self._lag(clock, at))
        return _with_clocks(ticket, status.id, clock)

    def pause(self, ticket: Ticket, kind: StatusKind, at: int) -> Ticket:
        """Stop the norm of `kind`, keeping what has passed (C6)."""
        clock = _clock(ticket, self.workflow.of_kind(kind).id)
        if clock is None or clock.since is None:
            return ticket
        paused = replace(self._counted(clock, at), since=None, late=clock.late - self._lag(clock, at))
        return _with_clocks(ticket, clock.status_id, paused)

    def forget(self, ticket: Ticket, kind: StatusKind) -> Ticket:
        """End the run of the norm of `kind`: it was satisfied, or its status left for good."""
        return _with_clocks(ticket, self.workflow.of_kind(kind).id, None)

    def is_running(self, ticket: Ticket, kind: StatusKind) -> bool:
        """Tell whether the norm of `kind` runs."""
        clock = _clock(ticket, self.workflow.of_kind(kind).id)
        return clock is not None and clock.since is not None

    def cross(self, ticket: Ticket, before: StatusKind, after: StatusKind, at: int) -> Ticket:
        """Bring the clocks from one status into another (C6): leaving pauses, coming back resumes.

        The norms of Waiting, of a vendor, of development and of a postponement start with what each entry brings (the
        question, the date, the moment); New's begins anew with each release. A client's unanswered message keeps
        In progress's norm running between development and vendor (R10).
        """
        for clock in ticket.clocks:
            ticket = self._leave(ticket, self.workflow.status(clock.status_id).kind, before, after, at)
        match after:
            case StatusKind.CLOSED:
                return ticket
            case StatusKind.IN_PROGRESS:
                return self.resume(self.forget(ticket, StatusKind.ASSIGNED), after, at)
            case StatusKind.ASSIGNED | StatusKind.SOLVED:
                return self.resume(ticket, after, at)
            case _:
                return self.restart(ticket, after, at)

    def redate(self, ticket: Ticket, kind: StatusKind, at: int) -> Ticket:
        """Let the running norm of `kind` follow the ticket's new date; degrees already reached stay (C6, R9)."""
        status = self.workflow.of_kind(kind)
        old = _clock(ticket, status.id)
        reached = () if old is None else self._counted(old, at).reached
        new = self._run(ticket, status, at, reached)
        if old is not None and new is not None:  # the same run, in which nothing is noted twice (R13)
            new = replace(new, started_at=old.started_at, noted=old.noted)
        return _with_clocks(ticket, status.id, new)

    def settle(self, ticket: Ticket, before: Timetable, at: int) -> Ticket:
        """Count the clocks up to `at` on the calendars of `before`, then let them follow this timetable (C3).

        Also what a change of line or to and from the class Problem does to the clocks (C2).
        """
        old = Clockwork(self.workflow, before, self.now)
        clocks = []
        for clock in ticket.clocks:
            status = self.workflow.status(clock.status_id)
            kind = _kind(status, ticket)
            new = replace(old._counted(clock, at), kind=kind, calendar_id=self._calendar_id(status, ticket))
            if status.kind is StatusKind.IN_DEVELOPMENT:  # its term is reckoned from the dates
                term = self._run(ticket, status, at, new.reached)
                if term is not None:
                    new = replace(term, started_at=clock.started_at, noted=clock.noted, is_told=clock.is_told)
            clocks.append(new)
        return replace(ticket, clocks=tuple(clocks))

    def with_dues(self, ticket: Ticket) -> Ticket:
        """Return the ticket with the earliest due of each degree over all its running clocks."""
        dues = [self._dues(clock) for clock in ticket.clocks]
        earliest = (
            min((of_clock[degree] for of_clock in dues if degree < len(of_clock)), default=None)
            for degree in range(LEVELS - 1)
        )
        first, second, third = earliest
        return replace(ticket, dues=(first, second, third))

    def moments(self, clock: NormClock) -> tuple[int, ...]:
        """Return when each degree is or was reached by the server's clock: what the rules count (C1, C5).

        Without those for which the calendar never opens; a paused clock has only those that it reached.
        """
        return self._moments(clock, clock.late)

    def hours_of(self, clock: NormClock, ticket: Ticket) -> str:
        """Return the id of the calendar that a clock of the ticket follows now (C2)."""
        return self._calendar_id(self.workflow.status(clock.status_id), ticket)

    def _run(
        self, ticket: Ticket, status: Status, at: int, reached: tuple[int, ...] = ()
    ) -> NormClock | None:
        """Return a clock that begins now, or None when the status has no norm for this ticket.

        What its dates have passed already is `reached` now, not before there was a run.
        """
        limits: tuple[int, ...] = status.norm
        if ticket.parent_id and status.kind is StatusKind.IN_PROGRESS:
            return None  # nobody answers a client there; the term is the ticket's own (R9)
        kind = _kind(status, ticket)
        calendar_id = self._calendar_id(status, ticket)
        since = at
        match status.kind:
            case StatusKind.WAITING_VENDOR:
                since = at if ticket.expected_at is None else ticket.expected_at
            case StatusKind.POSTPONED:
                since = at if ticket.wake_at is None else ticket.wake_at
            case StatusKind.IN_DEVELOPMENT:
                if ticket.due_at is None:
                    return None
                since = ticket.status_since if ticket.handed_at is None else ticket.handed_at
                term = elapsed(on_clock(kind, self.timetable.calendar(calendar_id)), since, ticket.due_at)
                limits = tuple(term * share // 100 for share in limits[:2]) + tuple(
                    term + past for past in limits[2:]
                )
            case _:
                pass
        if not limits:
            return None
        now = at if self.now is None else self.now
        clock = NormClock(
            status_id=status.id,
            kind=kind,
            calendar_id=calendar_id,
            limits=limits,
            since=since,
            started_at=now,
            reached=reached,
        )
        if since == at:
            return replace(clock, late=self._lag(clock, at))
        passed = sum(moment < now for moment in self.moments(clock)) - len(reached)
        return replace(clock, reached=(*reached, *[now] * passed)) if passed > 0 else clock

    def _leave(
        self, ticket: Ticket, kind: StatusKind, before: StatusKind, after: StatusKind, at: int
    ) -> Ticket:
        """Stop the norm of `kind` as a move out of `before` into `after` has it."""
        if kind is StatusKind.NEW and ticket.offered_line_id:
            return ticket  # what a line is offered waits for that line, whatever its owner does (R8a)
        if kind is StatusKind.IN_PROGRESS:
            stays = {StatusKind.WAITING_VENDOR, StatusKind.IN_DEVELOPMENT}
            runs_on = before in stays and after in {*stays, StatusKind.IN_PROGRESS}
            return ticket if runs_on else self.pause(ticket, kind, at)
        if kind in (StatusKind.ASSIGNED, StatusKind.SOLVED):
            return self.pause(ticket, kind, at)
        return self.forget(ticket, kind)

    def _counted(self, clock: NormClock, at: int) -> NormClock:
        """Return a running clock as it stands at `at`: what has passed, and the degrees reached by then (C4)."""
        if clock.since is None:
            return clock
        now = at if self.now is None else self.now
        reached = tuple(moment for moment in self.moments(clock) if moment < now)
        if clock.since >= at:
            return clock if reached == clock.reached else replace(clock, reached=reached)
        passed = elapsed(on_clock(clock.kind, self.timetable.calendar(clock.calendar_id)), clock.since, at)
        return replace(clock, used=clock.used + passed, since=at, reached=reached)

    def _lag(self, clock: NormClock, at: int) -> int:
        """Return what the clock counts from the desk's moment `at` to the server's, negative when that lies before."""
        if self.now is None or self.now == at:
            return 0
        calendar = on_clock(clock.kind, self.timetable.calendar(clock.calendar_id))
        return elapsed(calendar, at, self.now) - elapsed(calendar, self.now, at)

    def _dues(self, clock: NormClock) -> tuple[int, ...]:
        """Return when the card reaches each degree of a running clock, as far as the calendar opens for it."""
        return () if clock.since is None else self._moments(clock, 0)

    def _moments(self, clock: NormClock, late: int) -> tuple[int, ...]:
        if clock.since is None:
            return clock.reached
        calendar = on_clock(clock.kind, self.timetable.calendar(clock.calendar_id))
        moments = list(clock.reached)
        for limit in clock.limits[len(moments) : LEVELS - 1]:
            try:
                moments.append(due(calendar, clock.since, max(0, limit - clock.used + late)))
            except NeverOpens:
                break
        return tuple(moments)

    def _calendar_id(self, status: Status, ticket: Ticket) -> str:
        """Return the calendar of the status's norm: New's follows the line that is offered the ticket (R8a)."""
        is_offered = status.kind is StatusKind.NEW and ticket.offered_line_id
        line_id = ticket.offered_line_id if is_offered else ticket.line_id
        return self.timetable.calendar_id(_kind(status, ticket), line_id)


def _kind(status: Status, ticket: Ticket) -> ClockKind:
    """Return how the status's norm passes for this ticket: for class Problem line hours become wall hours (C2)."""
    if status.clock is ClockKind.LINE and ticket.sla_class == PROBLEM:
        return ClockKind.WALL
    return status.clock


def _clock(ticket: Ticket, status_id: str) -> NormClock | None:
    return next((clock for clock in ticket.clocks if clock.status_id == status_id), None)


def _with_clocks(ticket: Ticket, status_id: str, clock: NormClock | None) -> Ticket:
    """Return the ticket with `clock` as the one of its status; None takes it away."""
    others = [other for other in ticket.clocks if other.status_id != status_id]
    clocks = others if clock is None else [*others, clock]
    clocks.sort(key=lambda each: each.status_id)
    return ticket if tuple(clocks) == ticket.clocks else replace(ticket, clocks=tuple(clocks))


def highest_level(dues: Dues, now: int) -> int:
    """Return the level that `dues` reach at `now`: `level` for a ticket."""
    return max(
        (degree for degree, moment in enumerate(dues, 1) if moment is not None and moment <= now), default=0
    )
