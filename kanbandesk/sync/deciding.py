"""The thread that owns the desk's core: its outbox, its replica, its guesses. Nobody else touches them.

What a person does goes before what the network brought, a page of a bootstrap for instance.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from kanbandesk.models.faults import NotSaved

log = logging.getLogger(__name__)

T = TypeVar("T")


class Closing(Protocol):
    """What the thread itself needs of what it owns."""

    def close(self) -> None:
        """Close its files."""
        ...


C = TypeVar("C", bound=Closing)


class DeskClosed(RuntimeError):
    """The desk takes nothing more; what was submitted lies in the outbox and is sent at the next start."""


class _Task(Generic[C, T]):
    """A job and who waits for it."""

    def __init__(
        self, job: Callable[[C], T], told: Callable[[BaseException], BaseException], *, is_last: bool
    ) -> None:
        self.future: Future[T] = Future()
        self.is_last = is_last
        self._job, self._told = job, told

    def run(self, core: C) -> None:
        """Do the job; whoever asked is told what came of it."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            self.future.set_result(self._job(core))
        except Exception as error:  # noqa: BLE001 - the job's boundary
            self.future.set_exception(self._told(error))

    def fail(self, error: BaseException) -> None:
        """Answer without having done it."""
        if self.future.set_running_or_notify_cancel():
            self.future.set_exception(error)


class CoreThread(Generic[C]):
    """Runs jobs on the core that `open_core` opens with the first of them; `folder` is named when a disk fails."""

    def __init__(self, open_core: Callable[[], C], folder: Path) -> None:
        self._open_core, self._folder = open_core, folder
        self._condition = threading.Condition()
        self._urgent: deque[_Task[C, Any]] = deque()
        self._calm: deque[_Task[C, Any]] = deque()
        self._refusal: BaseException | None = None
        self._thread: threading.Thread | None = None

    def do(self, job: Callable[[C], T], *, is_calm: bool = False) -> Future[T]:
        """Run `job` on the thread; a calm one waits for all that are not. A disk's fault is raised as NotSaved."""
        return self._put(_Task(job, self._told, is_last=False), is_calm=is_calm)

    def do_last(self, job: Callable[[C], T]) -> Future[T]:
        """Run a job that closes the core; after it another one is opened."""
        return self._put(_Task(job, self._told, is_last=True), is_calm=False)

    def _put(self, task: _Task[C, T], *, is_calm: bool) -> Future[T]:
        with self._condition:
            refusal = self._refusal
            if refusal is None:
                (self._calm if is_calm else self._urgent).append(task)
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="desk-core")
                    self._thread.start()
                self._condition.notify()
        if refusal is not None:
            task.fail(refusal)
        return task.future

    def close(self) -> None:
        """Do what is urgent and waits, leave the rest, close the core and stop."""
        self._refuse(DeskClosed("The desk is closed."), self._calm)
        if self._thread is not None:
            self._thread.join()

    # -- on the thread ------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while self._serve():
            pass

    def _serve(self) -> bool:
        """Open a core and do what comes; True when another core is to be opened after it."""
        try:
            core = self._open_core()
        except Exception as error:  # the thread's boundary: whoever waits is told
            log.exception("The desk's files could not be opened")
            self._refuse(self._told(error), self._urgent, self._calm)
            return False
        try:
            while (task := self._next()) is not None:
                task.run(core)
                if task.is_last:
                    return True
        finally:
            core.close()
        return False

    def _next(self) -> _Task[C, Any] | None:
        with self._condition:
            self._condition.wait_for(lambda: self._urgent or self._calm or self._refusal is not None)
            for waiting in (self._urgent, self._calm):
                if waiting:
                    return waiting.popleft()
            return None

    def _refuse(self, refusal: BaseException, *which: deque[_Task[C, Any]]) -> None:
        """Take nothing more, and answer those who wait in vain."""
        with self._condition:
            self._refusal = self._refusal or refusal
            tasks = [task for waiting in which for task in waiting]
            for waiting in which:
                waiting.clear()
            self._condition.notify()
        for task in tasks:
            task.fail(self._refusal)

    def _told(self, error: BaseException) -> BaseException:
        """Return a disk's fault as a plain sentence."""
        from sqlalchemy.exc import DBAPIError  # the start does without it

        if not isinstance(error, DBAPIError | sqlite3.Error | OSError):
            return error
        fault = NotSaved(self._folder, str(getattr(error, "orig", None) or error))
        fault.__cause__ = error
        return fault
