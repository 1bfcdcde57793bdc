"""What the system has to do at a moment, and the settings from which that is reckoned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, ValuesView
from dataclasses import dataclass
from functools import lru_cache

from kanbandesk.workflow.ageing import Clockwork, Timetable, in_order
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.ids import named_id
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Transaction

_NAMESPACE = "0f0b3c9e-6a8f-5d55-9d8e-2f3b8f3c7a10"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A command of the system's that becomes due at a moment (UTC ms); `key` makes it happen once."""

    at: int
    key: str
    command: Command

    @property
    def uid(self) -> str:
        """The mutation's uid: the same for whoever runs it, however often."""
        return _uid(self.key)


@lru_cache(maxsize=1024)
def _uid(key: str) -> str:
    return named_id(_NAMESPACE, key)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A workspace's settings and people at one moment: all that the timers reckon with beside the ticket."""

    workflow: Workflow
    process: Process
    timetable: Timetable
    lines: Mapping[str, Line]  # in the order of their positions, the first line first
    agents: Mapping[str, Agent]
    now: int  # the moment at which it is looked at

    @classmethod
    def of(cls, tx: Transaction, now: int) -> House:
        """Return the house as it stands at `now` in `tx`; its agents are read when they are asked for."""
        lines = list(tx.scan(Line))
        return cls(
            workflow=tx.get(Workflow, "default"),
            process=tx.find(Process, "default") or Process(),
            timetable=Timetable.of(lines, tx.scan(Calendar)),
            lines=in_order(lines),
            agents=_Agents(tx),
            now=now,
        )

    @property
    def clockwork(self) -> Clockwork:
        """The norm clocks on these calendars."""
        return Clockwork(self.workflow, self.timetable)

    @property
    def calendars(self) -> Mapping[str, Calendar]:
        """The calendars by id."""
        return self.timetable.calendars

    @property
    def first_line(self) -> Line | None:
        """The line with the lowest position, None without lines."""
        return next(iter(self.lines.values()), None)

    @property
    def first_hours(self) -> Calendar:
        """First line's opening hours, for promises (R7a) and day clocks (C2)."""
        return self.timetable.calendar(self.timetable.first_line)


class _Agents(Mapping[str, Agent]):
    """The people of a transaction, each read when he is asked for: most tickets ask for none."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def __getitem__(self, agent_id: str) -> Agent:
        agent = self._tx.find(Agent, agent_id)
        if agent is None:
            raise KeyError(agent_id)
        return agent

    def __iter__(self) -> Iterator[str]:
        return (agent.id for agent in self._tx.scan(Agent))

    def __len__(self) -> int:
        return sum(1 for _ in self._tx.scan(Agent))

    def values(self) -> ValuesView[Agent]:
        """Return everybody, by one reading."""
        return {agent.id: agent for agent in self._tx.scan(Agent)}.values()


Source = Callable[[Ticket, House], Iterator[Due]]
"""Yields what becomes due for a ticket as it stands, whether the moment has passed or lies ahead.

What a due command has done must show on the ticket, so that the source yields it no more.
"""
