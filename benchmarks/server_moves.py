"""What light desks do to a server: moves in a closed loop, and pulls of one row."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from sqlalchemy import bindparam, select

from benchmarks.server_home import Member, Served, first_person, system_now
from benchmarks.server_wire import LightDesk
from kanbandesk.models.base import table_of
from kanbandesk.models.tickets import TicketRow
from kanbandesk.protocol import LONGEST_WAIT
from kanbandesk.server.core.database import Database
from kanbandesk.workflow.commands import Command, MoveTicket, Place, PostponeTicket, ResumeTicket
from kanbandesk.workflow.statuses import DAY

WARM_UP = 1.5
"""Seconds before the first window: connections are made, statements compiled, pages of the database read."""
_TICKET = table_of(TicketRow)
_IN_PROGRESS = (
    select(_TICKET.c.id, _TICKET.c.ver)
    .where(_TICKET.c.status_id == "in_progress", _TICKET.c.owner_id == bindparam("of_agent"))
    .order_by(_TICKET.c.id)
)


@dataclass(slots=True)
class Hand:
    """One desk's tickets, their versions as it saw them, and what is done to them next."""

    versions: dict[str, int]
    anchors: Sequence[str]
    random: Random
    last_anchor: str = ""

    def commands(self) -> Iterator[Command]:
        """Yield moves without end, ticket after ticket: to another place, put aside, taken up again.

        Each goes behind a ticket of somebody else's, drawn anew, as no hand drops all its cards into one gap.
        """
        for ticket_id in itertools.cycle(list(self.versions)):
            yield MoveTicket(ticket_id=ticket_id, place=self._place())
            yield PostponeTicket(ticket_id=ticket_id, wake_at=system_now() + 10 * DAY, place=self._place())
            yield ResumeTicket(ticket_id=ticket_id, place=self._place())

    def _place(self) -> Place:
        others = [anchor for anchor in self.random.sample(self.anchors, 2) if anchor != self.last_anchor]
        self.last_anchor = others[0]  # behind the same one as before the ticket would lie where it is
        return Place(after=self.last_anchor)


def hands(database: Database, members: Sequence[Member]) -> list[Hand]:
    """Deal out the colleagues' tickets in progress: to each of their desks its share."""
    desks = [member.agent_id for member in members]
    with database.reading() as connection:

        def of(agent_id: str) -> list[tuple[str, int]]:
            return [(row.id, row.ver) for row in connection.execute(_IN_PROGRESS, {"of_agent": agent_id})]

        anchors = [ticket_id for ticket_id, _ in of(first_person(database))]
        dealt = []
        for number, agent_id in enumerate(desks):
            mine = of(agent_id)[desks[:number].count(agent_id) :: desks.count(agent_id)]
            dealt.append(Hand(dict(mine), anchors, Random(number)))
    return dealt


@dataclass(slots=True)
class Window:
    """What was done within some seconds."""

    seconds: float
    milliseconds: list[float] = field(default_factory=list)
    processor_seconds: float = 0.0
    """For which the server kept a processor busy."""

    @property
    def per_second(self) -> float:
        """How many were done a second."""
        return len(self.milliseconds) / self.seconds

    @property
    def processor_ms(self) -> float:
        """How many milliseconds of a processor each of them cost the server."""
        return self.processor_seconds * 1000 / max(len(self.milliseconds), 1)


Round = Callable[[], Awaitable[object]]
"""One thing that a desk does, up to the server's answer."""


async def closed_loop(server: Served, rounds: Sequence[Round], seconds: float, windows: int) -> list[Window]:
    """Let everybody do one thing after the other, each waiting for its answer; tell what was done in each window."""
    taken = [Window(seconds) for _ in range(windows)]
    began = time.perf_counter() + WARM_UP
    end = began + seconds * windows

    async def look() -> None:
        await asyncio.sleep(began - time.perf_counter())
        for number, window in enumerate(taken, 1):
            before = server.processor_seconds()
            await asyncio.sleep(began + number * seconds - time.perf_counter())
            window.processor_seconds = server.processor_seconds() - before

    async def go(act: Round) -> None:
        while (started := time.perf_counter()) < end:
            await act()
            now = time.perf_counter()
            if began <= now < end:
                taken[int((now - began) / seconds)].milliseconds.append((now - started) * 1000)

    await asyncio.gather(look(), *(go(act) for act in rounds))
    return taken


def mover(desk: LightDesk, hand: Hand) -> Round:
    """Return what pushes a desk's next move, alone in its request."""
    commands = hand.commands()

    async def act() -> None:
        command = next(commands)
        ticket_id: str = command.ticket_id  # type: ignore[attr-defined]
        hand.versions[ticket_id] = await desk.push([command], {ticket_id: hand.versions[ticket_id]})

    return act


def puller(desk: LightDesk) -> Round:
    """Return what pulls the one row that a desk has not yet, time and again."""

    async def act() -> None:
        rows = await desk.pull(is_moving=False)
        assert len(rows) == 1, rows

    return act


def waker(move: Round, listeners: Sequence[LightDesk]) -> Round:
    """Return what makes one move and brings its row to desks that wait for it."""

    async def act() -> None:
        waiting = [asyncio.create_task(desk.pull(LONGEST_WAIT)) for desk in listeners]
        await move()
        await asyncio.gather(*waiting)

    return act
