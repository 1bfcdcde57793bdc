"""Pulls that wait: woken by commits, one for each session, none lost between reading and waiting."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from kanbandesk.protocol import Cursor, Problem, PullAnswer, PullRequest
from kanbandesk.server.api.waiting import MANY, Desk, Waiting
from kanbandesk.server.core.feed import Asked, Told

ASKED = PullRequest(client_id="c", wait=25)
PATIENCE = 20


class Feed:
    """A feed with one page, once there is one."""

    def __init__(self) -> None:
        self.answer: PullAnswer | Problem | None = None
        self.read: list[int] = []
        """For how many desks was read at once, time after time."""
        self.while_reading: Callable[[], None] = lambda: None
        self.listener: Callable[[int], None] = lambda _: None
        self.ended: set[str] = set()
        self._lock = threading.Lock()

    def pull_all(self, asked: Sequence[Asked]) -> list[Told]:
        with self._lock:
            self.read.append(len(asked))
        answer = self.answer
        self.while_reading()
        return [answer for _ in asked]

    def judge(self, tokens: Sequence[str]) -> list[Problem | None]:
        return [Problem("signed_out") if token in self.ended else None for token in tokens]

    def subscribe(self, listener: Callable[[int], None]) -> Callable[[], None]:
        self.listener = listener
        return lambda: None

    def commit(self, ver: int = 1) -> None:
        self.answer = PullAnswer(
            columns={},
            puts=(),
            deletes=(),
            now=1,
            cursor=Cursor(epoch="e", ver=ver, tag=ver),
            groups=("ws",),
        )
        self.listener(ver)


def desk(name: str = "s") -> Desk:
    return Desk(session_id=name, agent_id="a", token=name)


def run(play: Callable[[Feed, Waiting], Awaitable[None]]) -> None:
    async def whole() -> None:
        feed = Feed()
        with ThreadPoolExecutor(2) as pool:
            waiting = Waiting(feed, pool, feed.judge)
            waiting.open()
            async with asyncio.timeout(PATIENCE):
                await play(feed, waiting)

    asyncio.run(whole())


async def until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0)


def test_many_desks_are_all_woken_by_one_commit() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        desks = [asyncio.create_task(waiting.pull(desk(str(n)), ASKED)) for n in range(MANY + 20)]
        await until(lambda: waiting.count == len(desks))
        feed.commit()
        assert all(await asyncio.gather(*desks))
        assert (waiting.count, waiting._pulls) == (0, {})

    run(play)


def test_a_commit_while_reading_is_not_missed() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        def commit_once() -> None:
            feed.while_reading = lambda: None
            feed.commit()

        feed.while_reading = commit_once
        assert await waiting.pull(desk(), ASKED) is not None

    run(play)


def test_a_newer_pull_of_a_session_takes_the_older_ones_place() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        older = asyncio.create_task(waiting.pull(desk(), ASKED))
        await until(lambda: waiting.count == 1)
        newer = asyncio.create_task(waiting.pull(desk(), ASKED))
        assert await older is None
        await until(lambda: waiting.count == 1)
        feed.commit()
        assert await newer is not None

    run(play)


def test_desks_that_one_commit_woke_are_read_for_at_once() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        desks = [asyncio.create_task(waiting.pull(desk(name), ASKED)) for name in "abcde"]
        await until(lambda: waiting.count == 5)
        feed.commit()
        pages = await asyncio.gather(*desks)
        assert feed.read == [1, 1, 1, 1, 1, 5]
        assert len({page.body for page in pages if page is not None}) == 1

    run(play)


def test_a_desk_that_hung_up_keeps_no_page_from_the_others() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        loop = asyncio.get_running_loop()

        def hang_up() -> None:
            loop.call_soon_threadsafe(gone.cancel)

        gone = asyncio.create_task(waiting.pull(desk("gone"), ASKED))
        here = asyncio.create_task(waiting.pull(desk("here"), ASKED))
        await until(lambda: waiting.count == 2)
        feed.while_reading = hang_up
        feed.commit()
        assert await here is not None
        assert (await asyncio.gather(gone, return_exceptions=True))[0].__class__ is asyncio.CancelledError

    run(play)


def test_an_ended_session_gets_nothing_and_the_others_their_page() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        ended = asyncio.create_task(waiting.pull(desk("ended"), ASKED))
        other = asyncio.create_task(waiting.pull(desk("other"), ASKED))
        await until(lambda: waiting.count == 2)
        feed.ended = {"ended"}
        feed.commit()
        with pytest.raises(Problem):
            await ended
        assert await other is not None
        assert feed.read[-1] == 1

    run(play)


def test_a_problem_of_the_feed_reaches_the_desk_that_was_woken() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        task = asyncio.create_task(waiting.pull(desk(), ASKED))
        await until(lambda: waiting.count == 1)
        feed.commit()
        feed.answer = Problem("resync")
        with pytest.raises(Problem, match="resync"):
            await task

    run(play)


def test_a_database_that_fails_is_told_to_all_that_were_woken() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        def fail() -> None:
            raise Problem("busy")

        tasks = [asyncio.create_task(waiting.pull(desk(name), ASKED)) for name in "ab"]
        await until(lambda: waiting.count == 2)
        feed.while_reading = fail
        feed.commit()
        assert [str(one) for one in await asyncio.gather(*tasks, return_exceptions=True)] == ["busy()"] * 2

    run(play)


async def caught_up(feed: Feed, waiting: Waiting) -> PullRequest:
    """Let a desk have everything; return what it asks then."""
    feed.commit(7)
    page = await waiting.pull(desk(), ASKED)
    assert page is not None
    feed.answer = None
    feed.read.clear()
    return replace(ASKED, cursor=page.answer.cursor, groups=page.answer.groups)


def test_a_desk_that_was_just_told_everything_waits_unread() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        request = await caught_up(feed, waiting)
        task = asyncio.create_task(waiting.pull(desk(), request))
        await until(lambda: waiting.count == 1)
        assert feed.read == []
        feed.commit(8)
        assert await task is not None

    run(play)


@pytest.mark.parametrize(
    "other",
    [
        {"cursor": Cursor(epoch="e", ver=7, tag=8)},
        {"cursor": None},
        {"groups": ()},
        {"wants": ("t",)},
        {"wants_digest": True},
        {"client_id": "another"},
        {"schema": 99},
    ],
)
def test_a_desk_that_asks_for_anything_else_is_read_for(other: dict[str, object]) -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        request = replace(await caught_up(feed, waiting), **other)  # type: ignore[arg-type]
        task = asyncio.create_task(waiting.pull(desk(), request))
        await until(lambda: waiting.count == 1)
        assert feed.read == [1]
        task.cancel()

    run(play)


def test_what_was_committed_behind_the_answer_is_read() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        request = await caught_up(feed, waiting)
        feed.commit(8)
        await until(lambda: waiting._head == 8)
        assert await waiting.pull(desk(), request) is not None

    run(play)


def test_a_desk_that_waited_in_vain_is_read_for_the_next_time() -> None:
    """So that a database that was put back behind the server's back is found out."""

    async def play(feed: Feed, waiting: Waiting) -> None:
        request = await caught_up(feed, waiting)
        assert await waiting.pull(desk(), replace(request, wait=0.01)) is None
        assert feed.read == []
        assert await waiting.pull(desk(), replace(request, wait=0.01)) is None
        assert feed.read == [1]

    run(play)


def test_a_verdict_without_a_commit_reaches_the_desk_that_waits_for_it() -> None:
    """A refusal makes no version, but its receipt belongs to the desk at once."""

    async def play(feed: Feed, waiting: Waiting) -> None:
        request = await caught_up(feed, waiting)
        task = asyncio.create_task(waiting.pull(desk(), request))
        await until(lambda: waiting.count == 1)
        feed.answer = PullAnswer(columns={}, puts=(), deletes=(), now=1, last_mid=1)
        waiting.look_at("s")
        page = await task
        assert page is not None
        assert page.answer.last_mid == 1

    run(play)


def test_a_verdict_that_came_before_the_desk_asks_again_is_read() -> None:
    async def play(feed: Feed, waiting: Waiting) -> None:
        request = await caught_up(feed, waiting)
        waiting.look_at("s")
        feed.answer = PullAnswer(columns={}, puts=(), deletes=(), now=1, last_mid=1)
        assert await waiting.pull(desk(), request) is not None

    run(play)


def test_closing_answers_all_that_wait() -> None:
    async def play(_: Feed, waiting: Waiting) -> None:
        tasks = [asyncio.create_task(waiting.pull(desk(name), ASKED)) for name in "ab"]
        await until(lambda: waiting.count == 2)
        waiting.close()
        assert await asyncio.gather(*tasks) == [None, None]

    run(play)
