"""Pulls that wait: a commit wakes them, and each answers with the page itself.

The event loop only waits; reading happens in a small pool of threads, so that neither holds up the other. Whoever was
woken by the same commit is read for together, and a desk that asks again with just what it was told waits unread.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeVar

from kanbandesk.protocol import Cursor, Problem, PullAnswer, PullRequest
from kanbandesk.server.core.feed import Asked, Told
from kanbandesk.wire import pull_answer_to_json, pulled_rows_to_json

T = TypeVar("T")
R = TypeVar("R")

MANY: Final = 100
"""So many waiting desks are all woken at once; more are spread over `SPREAD` seconds."""
SPREAD: Final = 0.15
_MOST_REMEMBERED: Final = 2_000


class Feed(Protocol):
    """What can be pulled from, and tells of every commit."""

    def pull_all(self, asked: Sequence[Asked]) -> list[Told]: ...

    def subscribe(self, listener: Callable[[int], None]) -> Callable[[], None]: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Who pulls: the session, its token, and whose it is."""

    session_id: str
    agent_id: str
    token: str


@dataclass(frozen=True, slots=True)
class Page:
    """An answer, and the same as a body."""

    answer: PullAnswer
    body: bytes


@dataclass(slots=True, eq=False)
class _Pull:
    """One pull that waits; `page` is what it is answered."""

    desk: Desk
    request: PullRequest
    page: asyncio.Future[Page | None] = field(default_factory=asyncio.Future)
    is_read_for: bool = True
    is_called: bool = False
    """Whether there was a reason to read for it while it was being read for."""

    def tell(self, told: Page | BaseException | None) -> None:
        """Answer it."""
        if self.page.done():
            return  # the desk hung up, or its time is over
        if isinstance(told, BaseException):
            self.page.set_exception(told)
        else:
            self.page.set_result(told)


class Waiting:
    """The pulls of one process. A session has one that waits: a newer takes an older one's place.

    `judge` gives for each token why its holder may not go on, None when he may; it is asked on a reader's thread.
    """

    def __init__(
        self, feed: Feed, pool: Executor, judge: Callable[[Sequence[str]], Sequence[Problem | None]]
    ) -> None:
        self._feed = feed
        self._pool = pool
        self._judge = judge
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pulls: dict[str, _Pull] = {}
        self._called: list[_Pull] = []
        self._reading: asyncio.Task[None] | None = None
        self._told: dict[str, tuple[int, object]] = {}
        self._head = 0
        self._unsubscribe: Callable[[], None] = lambda: None
        self._is_closing = False

    @property
    def count(self) -> int:
        """How many pulls wait now; from any thread."""
        return sum(not pull.is_read_for for pull in list(self._pulls.values()))

    def open(self) -> None:
        """Listen to commits, from the event loop that will wait."""
        self._loop = asyncio.get_running_loop()
        self._unsubscribe = self._feed.subscribe(self._on_commit)

    def close(self) -> None:
        """Let all that wait answer now; from the event loop."""
        self._is_closing = True
        self._unsubscribe()
        self._wake(0)

    async def pull(self, desk: Desk, request: PullRequest) -> Page | None:
        """Return a page as soon as there is one, None when nothing came within `request.wait` seconds.

        Raises Problem; also when the session has ended meanwhile.
        """
        if request.wait <= 0:
            page = await self._read_alone(desk, request)
        else:
            page = await self._wait(desk, request)
        self._remember(desk, request, page)
        return page

    def look_at(self, session_id: str) -> None:
        """Let a session's pull look once more: a verdict has come that no commit tells of. From the event loop."""
        self._told.pop(session_id, None)
        if (pull := self._pulls.get(session_id)) is not None:
            self._call(pull)

    def look_again(self) -> None:
        """Let all that wait ask once more whether they may; on any thread."""
        self._on_commit(0)

    # -- waiting ------------------------------------------------------------------------------------------------

    async def _wait(self, desk: Desk, request: PullRequest) -> Page | None:
        pull = self._take_place(_Pull(desk, request))
        until = asyncio.get_running_loop().time() + request.wait
        try:
            if self._is_closing or not self._has_all(desk, request):
                page = await self._read_alone(desk, request)
                if page is not None or self._is_closing:
                    return page
            self._wait_on(pull)
            async with asyncio.timeout_at(until):
                return await pull.page
        except TimeoutError:
            return None
        finally:
            if self._pulls.get(desk.session_id) is pull:
                del self._pulls[desk.session_id]

    def _take_place(self, pull: _Pull) -> _Pull:
        """Wait for this session from now on; whoever did so before answers with nothing."""
        before = self._pulls.pop(pull.desk.session_id, None)
        self._pulls[pull.desk.session_id] = pull
        if before is not None:
            before.tell(None)
        return pull

    def _wait_on(self, pull: _Pull) -> None:
        """Let a pull wait that was read for in vain; what came while we read calls it."""
        pull.is_read_for = False
        if pull.is_called:
            self._call(pull)

    def _call(self, pull: _Pull) -> None:
        """Read for a pull, in one go with all that are called in the same turn of the loop."""
        pull.is_called = pull.is_read_for
        if pull.is_read_for or pull.page.done():
            return
        pull.is_read_for = True
        self._called.append(pull)
        if self._reading is None and self._loop is not None:
            self._reading = self._loop.create_task(self._read_for_the_called())

    def _on_commit(self, head: int) -> None:
        """Called by the writer's thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake, head)

    def _wake(self, head: int) -> None:
        self._head = max(self._head, head)
        is_spread = self._loop is not None and self.count > MANY and not self._is_closing
        for pull in tuple(self._pulls.values()):
            if self._loop is not None and is_spread and not pull.is_read_for:
                self._loop.call_later(random.random() * SPREAD, self._call, pull)  # noqa: S311 - no secret
            else:
                self._call(pull)

    # -- what was told ------------------------------------------------------------------------------------------

    def _has_all(self, desk: Desk, request: PullRequest) -> bool:
        """Tell whether a desk brings just what it was told last, and nothing has been committed since.

        A commit that this loop has not heard of yet will wake it. Nothing is believed twice: a pull that waited in
        vain is read for when it comes again.
        """
        last_mid, shape = self._told.pop(desk.session_id, (0, None))
        cursor = request.cursor
        if cursor is None or request.page is not None or request.wants_digest:
            return False
        is_same = shape == _shape(desk, request, request.groups, cursor)
        return is_same and last_mid <= request.known_mid and self._head <= cursor.ver

    def _remember(self, desk: Desk, request: PullRequest, page: Page | None) -> None:
        answer = None if page is None else page.answer
        if answer is None or answer.cursor is None:
            return
        if len(self._told) >= _MOST_REMEMBERED:
            self._told.clear()
        shape = _shape(desk, request, answer.groups, answer.cursor)
        self._told[desk.session_id] = (answer.last_mid, shape)

    # -- reading ------------------------------------------------------------------------------------------------

    async def _read_alone(self, desk: Desk, request: PullRequest) -> Page | None:
        """Read for a desk that has just been let in."""
        [told] = await self._run(self._read, [(desk.agent_id, request)])
        if isinstance(told, Problem):
            raise told
        return told

    async def _read_for_the_called(self) -> None:
        """Read for all that were called, and for those that are called while this reads."""
        while self._called:
            pulls, self._called = self._called, []
            reading = asyncio.create_task(self._run(self._read_if_welcome, pulls))
            await asyncio.wait([reading])
            error = reading.exception()
            told = [error] * len(pulls) if error is not None else reading.result()
            for pull, one in zip(pulls, told, strict=True):
                if one is None and not self._is_closing:
                    self._wait_on(pull)
                else:
                    pull.tell(one)
        self._reading = None

    async def _run(self, function: Callable[[T], R], what: T) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._pool, function, what)

    def _read_if_welcome(self, pulls: Sequence[_Pull]) -> list[Page | Problem | None]:
        """On a reader's thread: a session may have ended while its pull waited."""
        told: list[Page | Problem | None] = list(self._judge([pull.desk.token for pull in pulls]))
        welcome = [number for number, problem in enumerate(told) if problem is None]
        asked = [(pulls[number].desk.agent_id, pulls[number].request) for number in welcome]
        for number, page in zip(welcome, self._read(asked), strict=True):
            told[number] = page
        return told

    def _read(self, asked: Sequence[Asked]) -> list[Page | Problem | None]:
        """On a reader's thread: rows that several desks are told become JSON once."""
        rows: dict[tuple[int, int], str] = {}
        told: list[Page | Problem | None] = []
        for answer in self._feed.pull_all(asked):
            if isinstance(answer, PullAnswer):
                key = (id(answer.puts), id(answer.deletes))
                if key not in rows:
                    rows[key] = pulled_rows_to_json(answer)
                told.append(Page(answer, pull_answer_to_json(answer, rows[key])))
            else:
                told.append(answer)
        return told


def _shape(desk: Desk, request: PullRequest, groups: tuple[str, ...], cursor: Cursor) -> object:
    """Return what a desk asks that holds `groups` as of `cursor`, but for the receipts that it knows."""
    return (
        *(desk.agent_id, request.client_id, request.protocol, request.schema),
        *(cursor, groups, request.wants),
    )
