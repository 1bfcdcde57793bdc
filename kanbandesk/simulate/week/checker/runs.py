"""Clock runs: the time a ticket was counted for one norm or one promise, and what was broken in it (C3-C6, R13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kanbandesk.simulate.week.checker.calendars import NEVER, Clock


@dataclass(slots=True)
class Violation:
    """What end.json should hold: one for each clock run, at its highest degree (R13)."""

    ticket: str
    kind: str
    status: str
    ticket_class: str
    moments: list[int] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    degrees: list[int] = field(default_factory=list)
    until: int | None = None


@dataclass(slots=True)
class Run:
    """Time that is summed over stretches, each on the clock that held then (C3, C6)."""

    status: str
    stretches: list[tuple[int, int, Clock]] = field(default_factory=list)
    since: int | None = None
    clock: Clock | None = None
    violation: Violation | None = None
    reached: int = 0

    def start(self, moment: int, clock: Clock) -> None:
        """Begin or resume counting."""
        if self.since is not None:
            self.pause(moment)
        self.since, self.clock = moment, clock
        if self.violation is not None:
            self.violation.until = None

    def pause(self, moment: int) -> None:
        """Stop counting; what was counted stays."""
        if self.since is None or self.clock is None:
            return
        self.stretches.append((self.since, moment, self.clock))
        self.since = self.clock = None
        if self.violation is not None:
            self.violation.until = moment

    @property
    def is_running(self) -> bool:
        """Tell whether time is being counted now."""
        return self.since is not None

    def due(self, limit: int) -> int:
        """Return when a limit is reached if counting goes on as it does now."""
        if self.since is None or self.clock is None:
            return NEVER
        counted = sum(clock.elapsed(start, end) for start, end, clock in self.stretches)
        return self.clock.reach(self.since, max(0, limit - counted))


def first_reached(stretches: Sequence[tuple[int, int, Clock]], limit: int) -> int:
    """Return when a limit was reached along stretches of time."""
    counted = 0
    for start, end, clock in stretches:
        here = clock.elapsed(start, end)
        if counted + here > limit or end >= NEVER:
            return clock.reach(start, limit - counted)
        counted += here
    return NEVER
