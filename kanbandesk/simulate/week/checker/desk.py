"""The desk as the checker follows it: tickets, what is due, and what was found wrong."""

from __future__ import annotations

import heapq
from collections import defaultdict

from kanbandesk.simulate.week.checker.calendars import NEVER
from kanbandesk.simulate.week.checker.house import House
from kanbandesk.simulate.week.checker.record import clock
from kanbandesk.simulate.week.checker.runs import Violation
from kanbandesk.simulate.week.checker.ticket import Ticket
from kanbandesk.simulate.week.checker.timers import RULES, Timer, timers_of

Key = tuple[str, str, tuple[str, int]]
COUNTED = ("broken", "breached")
"""What counts from its due whatever happened before the system looked (C5)."""
STICKY = ("drawn", "released")
"""Due since somebody came or left; looking later does not move it."""


class Desk:
    """All tickets, with the timers that wait for the system.

    `lines` of the record were followed; at `moments` an effect, or a degree that is kept, was held against the rules.
    """

    def __init__(self, house: House) -> None:
        self.house = house
        self.wrong: list[str] = []
        self.lines = 0
        self.moments = 0
        self.tickets: dict[str, Ticket] = {}
        self.tasks: dict[str, Timer] = {}
        self.breaches: dict[str, tuple[str, str, int]] = {}
        self.pending: dict[str, dict[Key, Timer]] = defaultdict(dict)
        self.owed: dict[Key, Timer] = {}
        self.last_drawn: dict[str, str] = {}
        self.last_done = (0, 0)
        self._heap: list[tuple[int, Key]] = []
        self._missed: set[tuple[Key, int]] = set()
        self._downs: list[tuple[int, int]] = []

    def say(self, rule: str, ticket: str, words: str) -> None:
        """Note something wrong."""
        self.wrong.append(f"{rule}: {ticket[:8]} {words}" if ticket else f"{rule}: {words}")

    def fall(self, moment: int) -> None:
        """The server was killed."""
        self._downs.append((moment, NEVER))

    def rise(self, moment: int) -> None:
        """The server is back."""
        since, _ = self._downs.pop() if self._downs else (moment, moment)
        self._downs.append((since, moment))

    def deadline(self, earliest: int) -> int:
        """Return until when a thing must have been done: one tick later, or one after the server is back."""
        last = earliest + self.house.tick
        for since, until in self._downs:
            if since <= last and earliest < until:
                last = NEVER if until >= NEVER else max(last, until + self.house.tick)
        return last

    def refresh(self, ticket: Ticket, now: int) -> None:
        """Reckon anew what is due for a ticket."""
        old, new = self.pending[ticket.id], {}
        for reckoned in timers_of(self.house, ticket, now):
            before = old.get(reckoned.key)
            stays = before is not None and (before.due == reckoned.due or _sticks(before, reckoned, now))
            timer = before if before is not None and stays else reckoned
            if (timer.key, timer.due) in self._missed or timer.what in ticket.muted:
                continue
            new[timer.key] = timer
            if timer is not before:
                heapq.heappush(self._heap, (timer.earliest, timer.key))
        self.pending[ticket.id] = new

    def watch(self, now: int) -> None:
        """Say what should have been done before now and was not."""
        while self._heap and self.deadline(self._heap[0][0]) < now:
            earliest, key = heapq.heappop(self._heap)
            timer = self.pending[key[0]].get(key)
            if timer is None or timer.earliest != earliest:
                timer = self.owed.get(key) or self.tasks.get(key[0])
                if timer is None or timer.earliest != earliest:
                    continue
            self._miss(timer, now)

    def _miss(self, timer: Timer, now: int) -> None:
        self.say(RULES[timer.what], timer.ticket, f"{timer.words()} is missing: due {clock(timer.due)}")
        self._missed.add((timer.key, timer.due))
        if timer.what in STICKY and timer.ticket in self.tickets:
            self.tickets[timer.ticket].muted.add(timer.what)
        if self.owed.pop(timer.key, None) is None and timer.what in COUNTED:
            self.count(timer)
        self.pending[timer.ticket].pop(timer.key, None)
        self.tasks = {task: other for task, other in self.tasks.items() if other is not timer}
        if timer.ticket in self.tickets:
            self.refresh(self.tickets[timer.ticket], now)

    def count(self, timer: Timer) -> None:
        """Note a violation from its due (C5, R13)."""
        ticket = self.tickets[timer.ticket]
        if timer.what == "broken":
            status, degree = timer.detail
            agent = self.charged(ticket, status, degree, timer.due)
            ticket.reach(status, degree, timer.due, agent)
        elif ticket.promise is not None:
            name = ticket.ticket_class or self.house.default_class
            made = Violation(ticket.id, "promise", "", name, [timer.due], [ticket.owner_at(timer.due)], [1])
            ticket.promise.violation = made
            ticket.violations.append(made)

    def charged(self, ticket: Ticket, status: str, degree: int, moment: int) -> str:
        """Return whom a degree is charged to (R13, R1d)."""
        if status in ("new", "solved") or (status in ("waiting_client", "in_development") and degree == 1):
            return ""
        if status == "in_development":
            child = self.tickets.get(ticket.subtask)
            return child.owner_at(moment) if child else ""
        return ticket.owner_at(moment)

    def settle(self, ticket: Ticket, moment: int, what: tuple[str, ...] = COUNTED) -> None:
        """Count what was broken before a moment although the system has not said it yet (C4, C5)."""
        due = sorted(self.pending[ticket.id].values(), key=lambda timer: (timer.due, timer.detail))
        for timer in due:
            if timer.what in what and timer.due < moment:
                self.count(timer)
                del self.pending[ticket.id][timer.key]
                self.owed[timer.key] = timer

    def await_task(self, task: str, ticket: Ticket, agent: str, moment: int) -> None:
        """Expect a reason within its time after a breach, else the head is told (R12)."""
        within = int(self.house.numbers["breach_reason_within"])
        timer = Timer(moment + within, moment, "task_overdue", ticket.id)
        self.tasks[task] = timer
        self.breaches[task] = (ticket.id, agent, moment)
        heapq.heappush(self._heap, (timer.earliest, (task, "task_overdue", ("", 0))))

    def await_return(self, agent: str, moment: int) -> None:
        """Expect the system to note that somebody is back when his absence ends by itself (R1a)."""
        self.tasks.pop(agent, None)
        absence = self.house.away.get(agent)
        if absence is not None and absence.until < NEVER:
            self.tasks[agent] = timer = Timer(absence.until, moment, "returned", agent)
            heapq.heappush(self._heap, (timer.earliest, timer.key))

    def load(self, agent: str) -> int:
        """Return how many open tickets somebody owns (R1b, R3)."""
        return sum(1 for one in self.tickets.values() if one.owner == agent and one.is_open)


def _sticks(before: Timer, timer: Timer, now: int) -> bool:
    return timer.what in STICKY and before.due <= now and timer.due <= now
