"""Pulls that wait: woken by commits, one for each session, none lost between reading and waiting."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from kanbandesk.protocol import Problem, PullAnswer, PullRequest
from kanbandesk.server.api.waiting import MANY, Waiting

ASKED = PullRequest(client_id="c", wait=25)
PATIENCE = 20


class Feed:
    """A feed with one page, once there is one."""

    def __init__(self) -> None:
        self.answer: PullAnswer | None = None
        self.asked = 0
        self.while_reading: Callable[[], None] = lambda: None
        self.listener: Callable[[int], None] = lambda _: None
        self._lock = threading.Lock()

    def pull(self, agent_id: str, request: PullRequest) -> PullAnswer | None:
        with self._lock:
            self.asked += 1
        answer = self.answer
        self.while_reading()
        return answer

    def subscribe(self, listener: Callable[[int], None]) -> Callable[[], None]:
        self.listener = listener
        return lambda: None

    def commit(self) -> None:
        self.answer = PullAnswer(columns={}, puts=(), deletes=(), now=1)
        self.listener(1)


async def yes() -> bool:
    return True


async def no() -> bool:
    return False


async def signed_out() -> bool:
    raise Problem("signed_out")


def run(play: Callable[[Feed, Waiting], Awaitable[None]]) -> None:
    async def whole() -> None:
        feed = Feed()
        with ThreadPoolExecutor(2) as pool:
            waiting = Waiting(feed, pool)
            waiting.open()
            async with asyncio.timeout(PATIENCE):
                await play(feed, waiting)

    asyncio.run(whole())


async def until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0)


def test_many_desks_are_all_woken_by_one_commit() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        desks = [asyncio.create_task(waiting.pull(str(n), "a", ASKED, yes)) for n in range(MANY + 20)]
        await until(lambda: waiting.count == len(desks))
        feed.commit()
        assert all(await asyncio.gather(*desks))
        assert (waiting.count, waiting._alarms) == (0, {})

    run(play)


def test_a_commit_while_reading_is_not_missed() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        def commit_once() -> None:
            feed.while_reading = lambda: None
            feed.commit()

        feed.while_reading = commit_once
        assert await waiting.pull("s", "a", ASKED, yes) is not None

    run(play)


def test_a_newer_pull_of_a_session_takes_the_older_ones_place() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        older = asyncio.create_task(waiting.pull("s", "a", ASKED, yes))
        await until(lambda: waiting.count == 1)
        newer = asyncio.create_task(waiting.pull("s", "a", ASKED, yes))
        assert await older is None
        await until(lambda: waiting.count == 1)
        feed.commit()
        assert await newer is not None

    run(play)


def test_a_desk_that_hung_up_costs_no_reading() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        gone = asyncio.create_task(waiting.pull("s", "a", ASKED, no))
        await until(lambda: waiting.count == 1)
        feed.commit()
        assert await gone is None
        assert feed.asked == 1

    run(play)


def test_an_ended_session_gets_nothing() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        ended = asyncio.create_task(waiting.pull("s", "a", ASKED, signed_out))
        await until(lambda: waiting.count == 1)
        feed.commit()
        with pytest.raises(Problem):
            await ended

    run(play)


def test_closing_answers_all_that_wait() -> None:
    async def play(_: Feed, waiting: Waiting) -> None:
        tasks = [asyncio.create_task(waiting.pull(name, "a", ASKED, yes)) for name in "ab"]
        await until(lambda: waiting.count == 2)
        waiting.close()
        assert await asyncio.gather(*tasks) == [None, None]

    run(play)
