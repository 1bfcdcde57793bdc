"""The SLA clock of a ticket: a promise with a target, running or stopped (R7a, R7b)."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.calendars import (
    Calendar,
    Pauses,
    due,
    due_with_pauses,
    elapsed,
    elapsed_with_pauses,
    on_clock,
)
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.statuses import ClockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SlaClock:
    """One run of a ticket's SLA, from its creation or its reopening (R7b) on.

    The `calendar` that the methods take is the first line's opening hours; a clock of kind WALL ignores it.
    """

    target_ms: int  # the limit in force when the run began (C3)
    kind: ClockKind  # R7a: WALL for Problem and Store update, LINE for the rest
    started_at: int
    used_ms: int = 0  # what had passed by `running_since`, or by the stop
    running_since: int | None = None  # None while stopped
    pauses: Pauses = ()  # the stops of this run; the last is open while stopped

    @classmethod
    def start(cls, target_ms: int, kind: ClockKind, at: int) -> SlaClock:
        """Return a clock that runs from `at` on."""
        return cls(target_ms=target_ms, kind=kind, started_at=at, running_since=at)

    def stop(self, calendar: Calendar, at: int) -> SlaClock:
        """Return the clock stopped at `at` (R7b); itself when it stands already."""
        if self.running_since is None:
            return self
        at = max(at, self.running_since)
        return replace(
            self,
            used_ms=self._used(calendar, at),
            running_since=None,
            pauses=(*self.pauses, (at, None)),
        )

    def resume(self, at: int) -> SlaClock:
        """Return the clock with its remainder running from `at` on (R7b); itself when it runs already."""
        if self.running_since is not None:
            return self
        *earlier, (stopped_at, _) = self.pauses
        at = max(at, stopped_at)
        return replace(self, running_since=at, pauses=(*earlier, (stopped_at, at)))

    def settle(self, calendar: Calendar, at: int) -> SlaClock:
        """Return the clock with its time until `at` counted on `calendar`, as before that changes (C3)."""
        if self.running_since is None:
            return self
        return replace(self, used_ms=self._used(calendar, at), running_since=max(at, self.running_since))

    def with_pauses(self, pauses: Pauses) -> SlaClock:
        """Return the clock with other stops of the same run; `reclassify` has to count it anew then."""
        if pauses == self.pauses:
            return self
        running_since = pauses[-1][1] if pauses else self.started_at
        return replace(self, pauses=pauses, running_since=running_since)

    def reclassify(self, target_ms: int, kind: ClockKind, calendar: Calendar) -> SlaClock:
        """Return the clock of another class: recomputed from creation, with the same pauses (R7a)."""
        until = self.running_since if self.running_since is not None else self.pauses[-1][0]
        used = elapsed_with_pauses(on_clock(kind, calendar), self.started_at, until, self.pauses)
        return replace(self, target_ms=target_ms, kind=kind, used_ms=used)

    def due_at(self, calendar: Calendar) -> int | None:
        """Return when the target is reached, or was; None while stopped. NeverOpens as `calendars.due`."""
        if self.running_since is None:
            return None
        reckoned, left = on_clock(self.kind, calendar), self.target_ms - self.used_ms
        if left > 0 or (left == 0 and self._was_settled(reckoned, self.running_since)):
            return due(reckoned, self.running_since, left)
        return due_with_pauses(reckoned, self.started_at, self.target_ms, self.pauses)

    def broken_at(self, calendar: Calendar) -> int | None:
        """Return when the promise is or was broken, None when it stands before that; raises as `due_at`.

        A stopped clock is over its target only after a change of class, which counts anew from creation (R7a). One that
        was stopped at its very limit was in time (C4), also where the hours are others since.
        """
        if self.running_since is not None:
            return self.due_at(calendar)
        reckoned, left = on_clock(self.kind, calendar), self.target_ms - self.used_ms
        if left > 0 or (left == 0 and self._was_settled(reckoned, self.pauses[-1][0])):
            return None
        return due_with_pauses(reckoned, self.started_at, self.target_ms, self.pauses)

    def left(self, calendar: Calendar, now: int) -> int:
        """Return the milliseconds of the clock's own time left at `now`; negative when over the target."""
        return self.target_ms - self._used(calendar, now)

    def is_overdue(self, calendar: Calendar, now: int) -> bool:
        """Tell whether a running clock is past its limit (C4): at the limit is in time."""
        limit = self.due_at(calendar)
        return limit is not None and now > limit

    def _was_settled(self, reckoned: Calendar, since: int) -> bool:
        """Tell whether other hours than these counted what had passed by `since`: they know its limit no more (C3)."""
        return elapsed_with_pauses(reckoned, self.started_at, since, self.pauses) != self.used_ms

    def _used(self, calendar: Calendar, at: int) -> int:
        if self.running_since is None:
            return self.used_ms
        return self.used_ms + elapsed(on_clock(self.kind, calendar), self.running_since, at)
