"""Verdicts on their way from the writer's thread to the desks: a commit decides for many, and wakes the loop once."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")
_Told = tuple[asyncio.Future[Any], Future[Any]]


class Verdicts:
    """What other threads have decided and an event loop has not heard of yet."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = threading.Lock()
        self._told: list[_Told] = []

    async def of(self, decided: Future[T]) -> T:
        """Return what another thread decides, or raise what it raises."""
        loop = asyncio.get_running_loop()
        if loop is not self._loop:  # what the one before has not heard nobody waits for
            self._loop, self._told = loop, []
        waiting: asyncio.Future[T] = loop.create_future()
        decided.add_done_callback(lambda one: self._tell(loop, waiting, one))
        return await waiting

    def _tell(self, loop: asyncio.AbstractEventLoop, waiting: asyncio.Future[T], decided: Future[T]) -> None:
        """On the thread that decided: only the first verdict of several wakes the loop."""
        with self._lock:
            is_first = not self._told
            self._told.append((waiting, decided))
        if is_first and not loop.is_closed():
            loop.call_soon_threadsafe(self._hand_over)

    def _hand_over(self) -> None:
        with self._lock:
            told, self._told = self._told, []
        for waiting, decided in told:
            if waiting.done():  # the desk hung up
                continue
            error = decided.exception()
            if error is None:
                waiting.set_result(decided.result())
            else:
                waiting.set_exception(error)
