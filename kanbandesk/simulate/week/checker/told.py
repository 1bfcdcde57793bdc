"""Who had to be told what, and who was: nobody missing, nobody twice (R1-R3, R7c, R8a, R10b, R12)."""

from __future__ import annotations

from collections import Counter, defaultdict

from kanbandesk.simulate.week.checker.acts import ACTS
from kanbandesk.simulate.week.checker.desk import Desk
from kanbandesk.simulate.week.checker.effects import is_all_full
from kanbandesk.simulate.week.checker.record import Entry, clock
from kanbandesk.simulate.week.checker.ticket import Ticket

RULES = {
    "offered": "R1a",
    "drawn": "R1b",
    "all_full": "R1b",
    "nobody_on_shift": "R1c",
    "escalated": "R2",
    "alarm": "R7c",
    "breached": "R12",
    "breach_unexplained": "R12",
    "client_replied": "R3",
    "owner_absent": "R10b",
    "woken": "R10b",
    "postponed_again": "R10b",
    "rejected": "R11a",
    "developed": "R9",
    "declined": "R9",
    "transfer_accepted": "R8a",
    "football": "R8b",
    "past_due": "R9",
}
"""The kinds that are looked at in both directions."""

PEOPLE = frozenset(ACTS) | {"created", "away", "task_done"}
"""What opens a commit of its own."""

Place = tuple[int, int, str, str]


class Told:
    """What notices each commit owes, and which came."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._expected: dict[Place, set[str]] = defaultdict(set)
        self._allowed: dict[Place, set[str]] = defaultdict(set)
        self._got: dict[Place, Counter[str]] = defaultdict(Counter)
        self._offer: object = None
        self._owner = ""
        self._commit = 0
        self._full = False
        self._is_new = False

    def before(self, entry: Entry) -> None:
        """Look at the ticket before an entry changes it; each act of a person is a commit of its own."""
        if entry.who != "system" and entry.what in PEOPLE:
            self._commit = entry.n
        ticket = self._desk.tickets.get(entry.ticket)
        self._offer = ticket.offer if ticket else None
        self._owner = ticket.owner if ticket else ""
        self._is_new = entry.text("subtask") not in self._desk.tickets
        if entry.what == "drawn" and ticket and ticket.offer:
            self._full = is_all_full(self._desk, ticket.offer.line, entry.t, ticket.owner)

    def after(self, entry: Entry) -> None:
        """Note what an entry owes, or what it told."""
        if entry.what == "told":
            self._got[(entry.t, self._commit, entry.ticket, entry.text("kind"))][entry.text("agent")] += 1
        elif entry.what == "away":
            self._went_away(entry)
        elif entry.what == "task_overdue":
            self._owe(entry, entry.ticket, "breach_unexplained", entry.more.get("told") or [])
        elif entry.ticket in self._desk.tickets:
            self._by_kind(entry, self._desk.tickets[entry.ticket])

    def _owe(self, entry: Entry, ticket: str, kind: str, agents: list[str]) -> None:
        who = {one for one in agents if one and one != entry.who}
        if who:
            self._expected[(entry.t, self._commit, ticket, kind)] |= who

    def _by_kind(self, entry: Entry, ticket: Ticket) -> None:
        if ticket.offer is not None and ticket.offer is not self._offer:
            self._offered(entry, ticket)
        if entry.what == "handed" and self._is_new:
            self._offered(entry, self._desk.tickets[ticket.subtask])
        if entry.is_effect or entry.what == "alarmed":
            self._by_effect(entry, ticket)
        elif entry.what == "rejected":
            self._owe(entry, ticket.id, "rejected", [ticket.owner])
        elif entry.what == "replied" and ticket.said != "closed":
            self._owe(entry, ticket.id, "client_replied", [ticket.owner])
            if ticket.status in ("in_development", "waiting_vendor"):
                self._absent(entry, ticket)
        elif entry.what == "postponed" and ticket.postponements == self._desk.house.numbers["postponements"]:
            self._owe(entry, ticket.id, "postponed_again", self._desk.house.leads(ticket.line, ticket.owner))
        elif entry.what in ("finished", "declined") and ticket.parent in self._desk.tickets:
            kind = "developed" if entry.what == "finished" else "declined"
            self._owe(entry, ticket.parent, kind, [self._desk.tickets[ticket.parent].owner])
        self._returned(entry, ticket)
        self._taken(entry, ticket)

    def _by_effect(self, entry: Entry, ticket: Ticket) -> None:
        if entry.what == "drawn":
            self._owe(entry, ticket.id, "drawn", [entry.text("agent")])
            if self._full:
                self._owe(entry, ticket.id, "all_full", self._desk.house.leads(ticket.line, self._owner))
        elif entry.what == "draw_waits":
            told = entry.more.get("told")
            self._owe(entry, ticket.id, "nobody_on_shift", told if isinstance(told, list) else [str(told)])
        elif entry.what in ("escalated", "alarmed", "breached", "woken", "term_missed"):
            kind = {"alarmed": "alarm", "term_missed": "past_due"}.get(entry.what, entry.what)
            agents = {"escalated": list(entry.more.get("leads") or []), "woken": [ticket.owner]}
            agents["term_missed"] = [ticket.owner]
            self._owe(entry, ticket.id, kind, agents.get(entry.what, [entry.text("agent")]))

    def _returned(self, entry: Entry, ticket: Ticket) -> None:
        """At the second return the leads of both lines are told (R8b)."""
        house = self._desk.house
        if entry.what != "transfer_returned" or ticket.returns != int(house.numbers["football_returns"]):
            return
        lines = {house.first_line().id, getattr(self._offer, "line", "")}
        self._owe(entry, ticket.id, "football", [lead for line in lines for lead in house.leads(line, "")])

    def _taken(self, entry: Entry, ticket: Ticket) -> None:
        kind = getattr(self._offer, "kind", "")
        if entry.what in ("drawn", "claimed", "transfer_accepted") and kind in ("transfer", "absent"):
            self._owe(entry, ticket.id, "transfer_accepted", [self._owner])
            by = getattr(self._offer, "by", "")
            self._allowed[(entry.t, self._commit, ticket.id, "transfer_accepted")].add(by)

    def _offered(self, entry: Entry, ticket: Ticket) -> None:
        if ticket.offer is None:
            return
        there = self._desk.house.agents_on_shift(ticket.offer.line, entry.t)
        self._owe(entry, ticket.id, "offered", [one for one in there if one != ticket.owner])
        self._allowed[(entry.t, self._commit, ticket.id, "offered")].add(ticket.owner)
        if ticket.offer.kind == "absent":
            leads = self._desk.house.leads(ticket.line, ticket.owner)
            self._owe(entry, ticket.id, "owner_absent", leads)

    def _absent(self, entry: Entry, ticket: Ticket) -> None:
        """A client wrote to a ticket that others hold now, and its owner is absent: the lead is told (R3)."""
        house = self._desk.house
        if ticket.owner and house.is_away(ticket.owner, entry.t):
            self._owe(entry, ticket.id, "owner_absent", house.leads(ticket.line, ticket.owner))

    def _went_away(self, entry: Entry) -> None:
        """Whoever goes away leaves his waiting and postponed tickets to the lead (R10b)."""
        if not entry.more.get("is_away"):
            return
        agent = entry.text("agent")
        for ticket in self._desk.tickets.values():
            if ticket.owner == agent and ticket.status in ("waiting_client", "postponed"):
                leads = self._desk.house.leads(ticket.line, agent)
                self._owe(entry, ticket.id, "owner_absent", leads)

    def close(self) -> None:
        """Say who was not told, who should not have been, and who was told twice."""
        for place in sorted(set(self._expected) | set(self._got)):
            moment, _, ticket, kind = place
            got = self._got.get(place, Counter())
            for agent, times in got.items():
                if times > 1:
                    self._say("R10b", ticket, f"{agent} was told {kind} {times} times at {clock(moment)}")
            if kind not in RULES:
                continue
            expected = self._expected.get(place, set())
            for agent in sorted(expected - set(got)):
                self._say(RULES[kind], ticket, f"{agent} was not told {kind} at {clock(moment)}")
            for agent in sorted(set(got) - expected - self._allowed.get(place, set())):
                self._say(RULES[kind], ticket, f"{agent} was told {kind} at {clock(moment)} without cause")

    def _say(self, rule: str, ticket: str, words: str) -> None:
        self._desk.say(rule, ticket, words)
