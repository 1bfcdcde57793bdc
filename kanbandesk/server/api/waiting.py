"""Pulls that wait: a commit wakes them, and each answers with the page itself.

The event loop only waits; reading happens in a small pool of threads, so that neither holds up the other.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from typing import Final, Protocol

from kanbandesk.protocol import PullAnswer, PullRequest

MANY: Final = 100
"""So many waiting desks are all woken at once; more are spread over `SPREAD` seconds."""
SPREAD: Final = 0.15


class Feed(Protocol):
    """What can be pulled from, and tells of every commit."""

    def pull(self, agent_id: str, request: PullRequest) -> PullAnswer | None: ...

    def subscribe(self, listener: Callable[[int], None]) -> Callable[[], None]: ...


class Waiting:
    """The pulls of one process; `count` of them wait now. A session has one: a newer takes an older one's place."""

    def __init__(self, feed: Feed, pool: Executor) -> None:
        self._feed = feed
        self._pool = pool
        self._loop: asyncio.AbstractEventLoop | None = None
        self._alarms: dict[str, asyncio.Event] = {}
        self._unsubscribe: Callable[[], None] = lambda: None
        self._is_closing = False
        self.count = 0

    def open(self) -> None:
        """Listen to commits, from the event loop that will wait."""
        self._loop = asyncio.get_running_loop()
        self._unsubscribe = self._feed.subscribe(self._on_commit)

    def close(self) -> None:
        """Let all that wait answer now; from the event loop."""
        self._is_closing = True
        self._unsubscribe()
        self._wake()

    async def pull(
        self,
        session_id: str,
        agent_id: str,
        request: PullRequest,
        is_still_wanted: Callable[[], Awaitable[bool]],
    ) -> PullAnswer | None:
        """Return a page as soon as there is one, None when nothing came within `request.wait` seconds.

        `is_still_wanted` is asked after each wait: a desk that hung up costs no reading, and it raises Problem when
        the session has ended meanwhile.
        """
        if request.wait <= 0:
            return await self._read(agent_id, request)
        alarm = self._take_place(session_id)
        until = asyncio.get_running_loop().time() + request.wait
        try:
            while True:
                alarm.clear()  # before reading: what comes while we read wakes us
                answer = await self._read(agent_id, request)
                if answer is not None or self._is_closing or self._alarms.get(session_id) is not alarm:
                    return answer
                if not await self._woken(alarm, until) or not await is_still_wanted():
                    return None
        finally:
            if self._alarms.get(session_id) is alarm:
                del self._alarms[session_id]

    async def _read(self, agent_id: str, request: PullRequest) -> PullAnswer | None:
        return await asyncio.get_running_loop().run_in_executor(
            self._pool, self._feed.pull, agent_id, request
        )

    def _take_place(self, session_id: str) -> asyncio.Event:
        """Wait for this session from now on; whoever did so before answers with nothing."""
        before, alarm = self._alarms.get(session_id), asyncio.Event()
        self._alarms[session_id] = alarm
        if before is not None:
            before.set()
        return alarm

    async def _woken(self, alarm: asyncio.Event, until: float) -> bool:
        """Wait for a commit until this moment of the loop's time; tell whether one came."""
        self.count += 1
        try:
            async with asyncio.timeout_at(until):
                await alarm.wait()
            if self.count > MANY and not self._is_closing:
                await asyncio.sleep(random.random() * SPREAD)  # noqa: S311 - no secret
            return True
        except TimeoutError:
            return False
        finally:
            self.count -= 1

    def look_again(self) -> None:
        """Let all that wait ask once more whether they may; on any thread."""
        self._on_commit(0)

    def _on_commit(self, _head: int) -> None:
        """Called by the writer's thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        for alarm in self._alarms.values():
            alarm.set()
