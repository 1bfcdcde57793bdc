"""Plays the week: people act at drawn moments, the server looks for what is due once a second, and may be killed."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from kanbandesk.protocol import Outcome
from kanbandesk.simulate.week.cast import BEGAN, Cast, draw_cast, house_file
from kanbandesk.simulate.week.people import People
from kanbandesk.simulate.week.server import WeekServer
from kanbandesk.simulate.work import Chance
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND
from kanbandesk.workflow.tickets import Ticket

TICK: Final = SECOND
_MOST_AGAIN: Final = 6
"""Times that the server may come back to one moment: more means that it finds the same again and again."""
_CLASSIFY: Final = (c.CreateTicket, c.StartTicket, c.EditTicket)


@dataclass(slots=True)
class Played:
    """What a week was: what the command line tells of it."""

    seed: int
    tickets: int
    acts: int = 0
    refused: int = 0
    ticks: int = 0
    kills: int = 0
    faults: list[str] = field(default_factory=list)


class Week:
    """One week; `folder` receives the three files. `kills` ends the server's process once each virtual hour."""

    def __init__(
        self, seed: int, folder: Path, *, tickets: int, days: int = 7, kills: bool = False, leaders: int = 1
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.chance = Chance(seed)
        self.cast: Cast = draw_cast(self.chance)
        self.played = Played(seed, tickets)
        self.now = BEGAN
        self.ends_at = BEGAN + days * DAY
        self._kills = kills
        self._heap: list[tuple[int, int, Callable[[], None]]] = []
        self._order = count()
        self._down_until: int | None = None
        self._server = WeekServer(folder, lambda: self.now, self.chance, leaders=leaders)
        self._server.set_up(self.cast)
        self._people = People(self, self.cast, self.chance)
        house = house_file(self.cast, seed, self.ends_at, TICK)
        (folder / "house.json").write_text(json.dumps(house, indent=1), encoding="utf-8")

    def play(self) -> Played:
        """Play to the end of the week."""
        self._draw_arrivals()
        for agent in self.cast.agents:
            self.at(BEGAN + self.chance.randint(0, DAY), partial(self._people.go_away, agent))
        if self._kills:
            for hour in range((self.ends_at - BEGAN) // HOUR):
                self.at(BEGAN + hour * HOUR + self.chance.randint(1, HOUR - 1), self._kill)
        while self._heap and not self.played.faults:
            at, _, act = heapq.heappop(self._heap)
            if at >= self.ends_at:
                break
            self._tick_until(at)
            self.now = max(self.now, at)
            act()
        if self._down_until is not None:
            self._come_back()
        self._tick_until(self.ends_at)
        self._server.finish()
        return self.played

    def _draw_arrivals(self) -> None:
        """More come by day than by night."""
        for _ in range(self.played.tickets):
            while True:
                at = self.chance.randint(BEGAN, self.ends_at - 1)
                local = ((at - BEGAN) // HOUR + 1) % 24
                if self.chance.falls(1.0 if 7 <= local < 18 else 0.2):
                    break
            self.at(at, self._people.arrive)

    # -- what people need of the time they live in ------------------------------------------------------------------

    def at(self, moment: int, act: Callable[[], None]) -> None:
        """Do something at a moment."""
        heapq.heappush(self._heap, (moment, next(self._order), act))

    def ticket(self, ticket_id: str) -> Ticket | None:
        """Return a ticket, None when there is none."""
        return self._server.ticket(ticket_id)

    def later(self, act: Callable[[], None]) -> bool:
        """While the server is away: do it within a minute of its coming back, and tell so."""
        if self._down_until is None:
            return False
        self.at(self._down_until + self.chance.randint(1, MINUTE), act)
        return True

    def act(self, kind: Role, who: str, command: c.Command) -> bool:
        """Let somebody do something; tell whether it was applied. While the server is away he tries again later."""
        if self.later(partial(self._act_again, kind, who, command)):
            return False
        result = self._server.submit(kind, who, command)
        self.played.acts += 1
        self.played.refused += result.status is Outcome.REJECTED
        more: dict[str, object] = {}
        if isinstance(command, _CLASSIFY) and (ticket := self.ticket(command.ticket_id)) is not None:
            more["class"] = ticket.sla_class
        if (
            isinstance(command, c.HandToDevelopment)
            and (handed := self.ticket(command.ticket_id)) is not None
        ):
            more["subtask"] = handed.subtask_id  # one that is still open stays the one
        if isinstance(command, c.ProposeSolution):
            more["texts"] = f"{command.problem}|{command.done}"
        self._server.record.act(self.now, who, command, result, **more)
        self._people.hear_of(self._server.effects())
        return result.status is not Outcome.REJECTED

    def _act_again(self, kind: Role, who: str, command: c.Command) -> None:
        self.act(kind, who, command)

    def open_ticket(self, contact_id: str, client_id: str, command: c.CreateTicket) -> Ticket | None:
        """Let a requester open a ticket, and return it."""
        result = self._server.submit(Role.REQUESTER, contact_id, command)
        self.played.acts += 1
        ticket = self.ticket(command.ticket_id)
        if ticket is None:
            self.played.faults.append(f"a ticket was refused: {result.code} {dict(result.params)}")
            return None
        about = {
            "line": ticket.line_id,
            "requester": contact_id,
            "client": client_id,
            "class": ticket.sla_class,
        }
        self._server.record.act(self.now, contact_id, command, result, **about)
        self._people.hear_of(self._server.effects())
        return ticket

    # -- the server's time ----------------------------------------------------------------------------------------

    def _tick_until(self, moment: int) -> None:
        """Let the server look at each second at which something is due, before `moment`."""
        looks = last = 0
        while self._down_until is None:
            due = self._server.next_due()
            if due is None:
                return
            at = max((due // TICK + 1) * TICK, self.now)
            if at > min(moment, self.ends_at):
                return
            looks = looks + 1 if at == last else 0
            last = at
            if looks > _MOST_AGAIN:
                self.played.faults.append(f"at {at} the timers find the same again and again")
                return
            self.now = at
            self.played.ticks += 1
            self._people.hear_of(self._server.look())

    def _kill(self) -> None:
        """End the server's process, in the middle of whatever it does next, for up to twenty minutes."""
        if self._down_until is None:
            self.played.kills += 1
            self._server.kill()
            self._down_until = self.now + self.chance.randint(1, 20 * MINUTE)
            self.at(self._down_until, self._come_back)

    def _come_back(self) -> None:
        if self._down_until is not None:
            self._down_until = None
            self._people.hear_of(self._server.come_back())
