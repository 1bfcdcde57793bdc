"""Verdicts from the writer's thread to the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

import pytest

from kanbandesk.protocol import BUSY, Problem
from kanbandesk.server.api.verdicts import Verdicts

PATIENCE = 20
"""Seconds after which a test is red, not stuck."""


@contextmanager
def counted_wakes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Keep what wakes the running loop from other threads."""
    loop = asyncio.get_running_loop()
    wake, woken = loop.call_soon_threadsafe, list[object]()

    def counted(callback: Callable[..., object], *args: Any) -> object:
        woken.append(callback)
        return wake(callback, *args)

    with monkeypatch.context() as patched:
        patched.setattr(loop, "call_soon_threadsafe", counted)
        yield woken


async def waiting_for(verdicts: Verdicts, count: int) -> tuple[list[Future[int]], list[asyncio.Task[int]]]:
    decided = [Future[int]() for _ in range(count)]
    tasks = [asyncio.create_task(verdicts.of(one)) for one in decided]
    await asyncio.sleep(0)  # each has begun to wait
    return decided, tasks


def test_verdicts_of_one_commit_wake_the_loop_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async def decide() -> None:
        verdicts = Verdicts()
        for _ in range(2):
            decided, tasks = await waiting_for(verdicts, 3)
            with counted_wakes(monkeypatch) as woken:
                for number, one in enumerate(decided):
                    one.set_result(number)
                async with asyncio.timeout(PATIENCE):
                    assert await asyncio.gather(*tasks) == [0, 1, 2]
            assert len(woken) == 1

    asyncio.run(decide())


def test_a_problem_is_raised_and_a_desk_that_hung_up_holds_up_nobody() -> None:
    async def decide() -> None:
        decided, (gone, refused, applied) = await waiting_for(Verdicts(), 3)
        gone.cancel()
        await asyncio.sleep(0)
        decided[0].set_result(0)
        decided[1].set_exception(Problem(BUSY, after=1))
        decided[2].set_result(2)
        async with asyncio.timeout(PATIENCE):
            assert await applied == 2
            with pytest.raises(Problem, match=BUSY):
                await refused
        assert gone.cancelled()

    asyncio.run(decide())


def test_a_new_loop_hears_its_verdicts_though_the_last_one_ended_before_it_heard() -> None:
    verdicts = Verdicts()

    async def leave() -> None:
        [decided], [task] = await waiting_for(verdicts, 1)
        task.cancel()
        decided.set_result(1)  # the loop ends before it comes to that

    async def stay() -> None:
        [decided], [task] = await waiting_for(verdicts, 1)
        decided.set_result(2)
        async with asyncio.timeout(PATIENCE):
            assert await task == 2

    loop = asyncio.new_event_loop()
    loop.run_until_complete(leave())
    loop.close()
    asyncio.run(stay())
