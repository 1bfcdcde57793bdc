"""The timers over the support desk in memory: what is due is found, put in order and done as the server does it."""

from __future__ import annotations

from kanbandesk.workflow.commands import Command, DrawTicket, LookAgain, ReleaseTicket, ReturnAgent
from kanbandesk.workflow.dues import Due, House
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.people import SYSTEM, Agent
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import due, in_due_order
from tests.factories.support import Support

MOST_ROUNDS = 100
MOST_MOMENTS = 2_000


class Ticking:
    """A support desk whose clock and timers run; `done` is what the system did, in order.

    `looks` are those that found nothing to do, `refused` what the rulebook refused, `belated` what was done for whose
    turn it is, but was due before an earlier look that did not find it.
    """

    def __init__(self, support: Support) -> None:
        self.support = support
        self.done: list[Command] = []
        self.decided: set[str] = set()
        self.looks: list[LookAgain] = []
        self.refused: list[Command] = []
        self.belated: list[Command] = []
        self._looked_at = 0  # with the timers on

    def tick(self) -> list[Command]:
        """Do all that is due now; return the commands, without mere looks."""
        before = len(self.done)
        found: list[Due] = []
        for _ in range(MOST_ROUNDS):
            found = [one for one in self._found() if one.uid not in self.decided]
            if not found:
                self._looked_at = self.support.now if self._house().process.are_timers_on else self._looked_at
                return self.done[before:]
            for one in sorted(found, key=in_due_order):
                self._do(one)
        raise AssertionError(f"the timers find the same again and again: {found}")

    def pass_time(self, duration: int) -> list[Command]:
        """Let time pass; all that falls due meanwhile is done a millisecond after its moment."""
        ledger, before = self.support.ledger, len(self.done)
        end = ledger.now + duration
        self.tick()
        for _ in range(MOST_MOMENTS):
            moment = self._next()
            if moment is None or moment >= end:
                break
            ledger.now = max(ledger.now, moment + 1)
            self.tick()
        else:
            raise AssertionError("the timers look again and again")
        ledger.now = end
        self.tick()
        return self.done[before:]

    def names(self) -> list[str]:
        """Return the names of what the system did, but for norms that it noted."""
        return [command.name for command in self.done if command.name != "note_violations"]

    def _house(self) -> House:
        return House.of(self.support.ledger.transaction(), self.support.now)

    def _found(self) -> list[Due]:
        house, now = self._house(), self.support.now
        found = [
            Due(at=at, key=f"return:{agent.id}:{at}", command=ReturnAgent(agent_id=agent.id, due=at))
            for agent in self.support.ledger.all(Agent)
            if agent.is_away and (at := agent.away_until) is not None and at < now
        ]
        for ticket in self.support.ledger.all(Ticket):
            if ticket.timer_at is None or ticket.timer_at >= now:
                continue
            left = [one for one in due(ticket, house) if one.uid not in self.decided]
            look = LookAgain(ticket_id=ticket.id, revision=ticket.revision, decided_until=now)
            key = f"look:{ticket.id}:{ticket.revision}"
            found += left or [Due(at=ticket.timer_at, key=key, command=look)]
        return found

    def _next(self) -> int | None:
        moments = [ticket.timer_at for ticket in self.support.ledger.all(Ticket)]
        moments += [agent.away_until for agent in self.support.ledger.all(Agent) if agent.is_away]
        return min((moment for moment in moments if moment is not None), default=None)

    def _do(self, one: Due) -> None:
        self.decided.add(one.uid)
        try:
            self.support.do(SYSTEM, one.command, uid=one.uid)
        except Refusal:
            self.refused.append(one.command)
            return
        if isinstance(one.command, LookAgain):
            self.looks.append(one.command)
        else:
            self.done.append(one.command)
            if isinstance(one.command, DrawTicket | ReleaseTicket) and one.at < self._looked_at:
                self.belated.append(one.command)
