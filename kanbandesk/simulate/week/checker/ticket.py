"""A ticket as the acts of people have made it, and the clocks that run on it (R1, R7, R8, R10, C6)."""

from __future__ import annotations

from dataclasses import dataclass, field

from kanbandesk.simulate.week.checker.calendars import NEVER, Clock
from kanbandesk.simulate.week.checker.house import PROBLEM, WALL, House
from kanbandesk.simulate.week.checker.runs import Run, Violation, first_reached

NORMED = ("assigned", "in_progress", "waiting_client", "solved")
RUNS, STOPS, SOFT = "runs", "stops", "soft"
"""How a status stands to the promise: counted, not counted, not counted unless it is a Problem (R7b)."""


@dataclass(slots=True)
class Offer:
    """That a ticket is offered to a line: a new one, a transfer, or one whose owner is absent (R1a, R8a, R3)."""

    line: str
    kind: str
    by: str = ""
    waits: bool = False


@dataclass(slots=True)
class Alarm:
    """A Problem's alarm until it is acknowledged: whose turn it is, and since when (R7c)."""

    next: int
    turn: int = 0
    since: int | None = None


@dataclass(slots=True)
class Promise:
    """One run of a promise: from creation or reopening, with all it went through (R7a, R7b)."""

    start: int
    states: list[tuple[int, str]] = field(default_factory=list)
    violation: Violation | None = None
    ended: bool = False
    stopped_at: int | None = None

    def turn(self, moment: int, state: str, ticket_class: str) -> None:
        """Note that from here on time counts, or does not."""
        if not self.ended and (not self.states or self.states[-1][1] != state):
            self.states.append((moment, state))
        self.note(moment, ticket_class)

    def note(self, moment: int, ticket_class: str) -> None:
        """Note since when the clock stands, after another state or class; None: it runs (R13: a violation's end)."""
        if self.ended:
            return
        if self.counts(self.states[-1][1], ticket_class):
            self.stopped_at = None
        elif self.stopped_at is None:
            self.stopped_at = moment

    def counts(self, state: str, ticket_class: str) -> bool:
        """Tell whether time in such a state counts for a class."""
        return state == RUNS or (state == SOFT and ticket_class == PROBLEM)

    def due(self, clock: Clock, target: int, ticket_class: str) -> int:
        """Return when the promise was or will be broken, reckoned from its start (R7a)."""
        stretches = []
        for at, (since, state) in enumerate(self.states):
            end = self.states[at + 1][0] if at + 1 < len(self.states) else NEVER
            if self.counts(state, ticket_class):
                stretches.append((since, end, clock))
        return first_reached(stretches, target)


@dataclass(slots=True)
class Ticket:
    """What is known of one ticket or sub-task."""

    id: str
    line: str
    client: str = ""
    ticket_class: str = ""
    status: str = "new"
    said: str = "new"
    owner: str = ""
    owned_since: int = 0
    owned_off: bool = False
    owners: list[tuple[int, str]] = field(default_factory=list)
    muted: set[str] = field(default_factory=set)
    companions: set[str] = field(default_factory=set)
    is_ignored: bool = False
    parent: str = ""
    subtask: str = ""
    offer: Offer | None = None
    alarm: Alarm | None = None
    promise: Promise | None = None
    promises: list[Promise] = field(default_factory=list)
    runs: dict[str, Run] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
    answered_at: int = 0
    proposed_at: int = 0
    texts: str | None = None
    steps: int = 0
    wake_at: int | None = None
    term_start: int = 0
    term_due: int = NEVER
    term_set: int = 0
    term_told: bool = False
    escalated: bool = False
    returns: int = 0
    postponements: int = 0
    closed_at: int | None = None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether the ticket is not Closed (R3)."""
        return self.status != "closed"

    def owner_at(self, moment: int) -> str:
        """Return who owned the ticket at a moment (R13: the owner when the degree was reached)."""
        return next((owner for since, owner in reversed(self.owners) if since <= moment), "")

    def begin_promise(self, moment: int) -> None:
        """Start a run of the promise: at creation, and anew at reopening (R7a, R7b)."""
        self.promise = Promise(moment)
        self.promise.turn(moment, RUNS, self.ticket_class)
        self.promises.append(self.promise)

    def own(self, agent: str, moment: int) -> None:
        """Give the ticket to somebody, or to nobody."""
        self.owner, self.owned_since = agent, moment
        self.muted.clear()
        self.owners.append((moment, agent))

    def start(self, house: House, status: str, moment: int) -> Run:
        """Begin or resume the run of a status's norm."""
        line = self.offer.line if status == "new" and self.offer else self.line
        run = self.runs.setdefault(status, Run(status))
        run.start(moment, house.norm_clock(status, line, self.ticket_class))
        return run

    def satisfy(self, status: str, moment: int) -> None:
        """End the run of a norm for good; the next begins from nothing (C6)."""
        run = self.runs.pop(status, None)
        if run is not None:
            run.pause(moment)

    def recount(self, house: House, moment: int) -> None:
        """Go on counting with the calendar in force now, after a change of line or class (C3)."""
        for status, run in self.runs.items():
            if run.is_running and status not in ("in_development", "waiting_vendor"):
                self.start(house, status, moment)

    def move(self, house: House, status: str, moment: int) -> None:
        """Enter a status: the clocks of the old one are paused, those of the new one resumed (C6)."""
        self.satisfy("postponed", moment)
        for name, run in self.runs.items():
            if name != "new":
                run.pause(moment)
        self.status = status
        if status == "assigned" or (not self.parent and status in NORMED):
            self.start(house, status, moment)
        if self.promise is not None:
            stops = status in ("waiting_client", "solved", "closed")
            self.promise.turn(moment, STOPS if stops else RUNS, self.ticket_class)
        if status == "closed":
            self._close(moment)

    def _close(self, moment: int) -> None:
        for name in list(self.runs):
            self.satisfy(name, moment)
        self.offer = self.alarm = None
        self.closed_at = moment
        if self.promise is not None:
            self.promise.ended = True

    def put_out(self, house: House, line: str, kind: str, moment: int, by: str = "") -> None:
        """Offer the ticket to a line under New's norm, from nothing (R1a, R1d, R3, R8a)."""
        self.satisfy("new", moment)
        self.muted.clear()
        self.offer = Offer(line, kind, by)
        self.start(house, "new", moment)

    def take_back(self, moment: int) -> None:
        """End the offer."""
        self.offer, self.owned_off = None, False
        self.satisfy("new", moment)

    def assign(self, house: House, agent: str, moment: int) -> None:
        """Make somebody the owner, not started yet: his own 15 minutes begin (R1d)."""
        if self.offer is not None:
            self.line = self.offer.line
        self.take_back(moment)
        self.own(agent, moment)
        hours = house.rostered(agent, self.line)
        self.owned_off = hours is not None and not hours.is_open(moment)
        self.escalated = False
        self.satisfy("assigned", moment)
        self.move(house, "assigned", moment)

    def answer(self, house: House, moment: int) -> None:
        """Note a public answer (C7): it satisfies In progress, Waiting and the woken (C6)."""
        self.answered_at, self.steps, self.postponements = moment, 0, 0
        for status in ("in_progress", "waiting_client"):
            running = status in self.runs and self.runs[status].is_running
            self.satisfy(status, moment)
            if running and self.status == status:
                self.start(house, status, moment)
        self.satisfy("postponed", moment)

    def reach(self, status: str, degree: int, due: int, agent: str) -> None:
        """Note that a run came to a degree; the violation is raised in place (R13)."""
        run = self.runs[status]
        if run.violation is None:
            run.violation = Violation(self.id, "norm", status, "")
            self.violations.append(run.violation)
        run.reached = degree
        run.violation.degrees.append(degree)
        run.violation.moments.append(due)
        run.violation.agents.append(agent)

    def due_of(self, house: House, status: str, degree: int) -> int:
        """Return when a running norm comes to a degree."""
        limits = house.norms[status]["limits"]
        if status == "in_development":
            return self._term(house, degree, limits)
        return self.runs[status].due(limits[degree - 1])

    def _term(self, house: House, degree: int, limits: list[int]) -> int:
        clock = house.day_clock()
        if degree == 3:
            return clock.reach(self.term_due, limits[2])
        if limits[degree - 1] == 100:
            return self.term_due
        term = clock.elapsed(self.term_start, self.term_due) * limits[degree - 1] // 100
        return max(clock.reach(self.term_start, term), self.term_set)

    def vendor_run(self, house: House, moment: int, expected: int) -> None:
        """Count from the date the vendor gave."""
        self.satisfy("waiting_vendor", moment)
        run = self.runs.setdefault("waiting_vendor", Run("waiting_vendor"))
        run.start(max(moment, expected), house.norm_clock("waiting_vendor", self.line, self.ticket_class))

    def promise_due(self, house: House) -> int:
        """Return when the running promise is broken (NEVER: never, or it was already)."""
        if self.promise is None or self.promise.violation is not None:
            return NEVER
        name = self.ticket_class or house.default_class
        return self.promise.due(house.promise_clock(name), house.classes[name]["target"], name)


def subtask_of(parent: Ticket, subtask: str, line: str, moment: int, house: House) -> Ticket:
    """Return the sub-task that handing over makes: offered to the developers (R9)."""
    child = Ticket(subtask, line, parent=parent.id, ticket_class=parent.ticket_class)
    child.own("", moment)
    child.put_out(house, line, "new", moment)
    return child


__all__ = ["RUNS", "SOFT", "STOPS", "WALL", "Alarm", "Offer", "Promise", "Ticket", "subtask_of"]
