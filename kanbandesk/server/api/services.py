"""What the routes work with: the server's core, the people, the pools of threads, and the settings."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from kanbandesk.protocol import Problem
from kanbandesk.server.api.metrics import Metrics
from kanbandesk.server.api.presence import Presence
from kanbandesk.server.api.verdicts import Verdicts
from kanbandesk.server.api.waiting import Waiting
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.people.people import People
from kanbandesk.server.people.sessions import Caller

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What whoever runs the server decides."""

    longest_file: int = 50 << 20
    """Bytes of an attachment."""
    longest_board: int = 4 << 30
    """Bytes of a board that is brought into this server."""
    metrics_token: str = ""
    """Who brings it as a bearer token sees the metrics; without one, only programs on this computer do."""
    readers: int = 4
    """Threads that read for pulls."""


class Services:
    """One for each application; `open` and `close` belong to its event loop."""

    def __init__(self, team: TeamServer, people: People, settings: Settings) -> None:
        self.team = team
        self.people = people
        self.settings = settings
        self.metrics = Metrics()
        self.verdicts = Verdicts()
        self.presence = Presence(team.database, team.clock)
        self._readers = ThreadPoolExecutor(settings.readers, thread_name_prefix="pull")
        # Signing in takes a tenth of a second of a processor: it must not hold up who is in already.
        self._others = ThreadPoolExecutor(settings.readers, thread_name_prefix="api")
        self.waiting = Waiting(team, self._readers, people.sessions.judge)
        self.metrics.count_waiting(lambda: self.waiting.count)

    @property
    def metrics_token(self) -> str:
        """The token that shows the metrics, empty for none."""
        return self.settings.metrics_token

    @property
    def longest_file(self) -> int:
        """Bytes of the longest attachment."""
        return self.settings.longest_file

    @property
    def longest_board(self) -> int:
        """Bytes of the longest board that is taken."""
        return self.settings.longest_board

    def open(self) -> None:
        """Begin to listen to commits, and to ends of sessions."""
        self.waiting.open()
        self.people.sessions.listeners.append(self.waiting.look_again)

    def close(self) -> None:
        """Answer who waits, and let the threads go."""
        if self.waiting.look_again in self.people.sessions.listeners:
            self.people.sessions.listeners.remove(self.waiting.look_again)
        self.waiting.close()
        self._readers.shutdown()
        self._others.shutdown()

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call what may wait for the database, on a thread."""
        return await asyncio.get_running_loop().run_in_executor(
            self._others, lambda: function(*args, **kwargs)
        )

    async def caller(self, token: str) -> Caller:
        """Return who holds a token, mostly without asking the database; Problem "signed_out" or "wipe"."""
        known = self.people.sessions.remembered(token)
        return known if known is not None else await self.run(self.people.sessions.find, token)

    async def is_ready(self) -> bool:
        """Tell whether the database answers."""
        try:
            await self.run(self.team.head)
        except Problem:
            return False
        return True
