"""The writer: one thread through which all of a process's mutations go, many of them in one transaction.

While it is not started it has no thread: each `take` is decided at once, on the caller's own.
"""

from __future__ import annotations

import itertools
import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError

from kanbandesk.protocol import BUSY, Problem, Result
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import MOST, Batch, Ledger, Submission, Unwritable

log = logging.getLogger(__name__)
T = TypeVar("T")

POLL = 0.075
"""Seconds between two looks for the commits of other processes."""
GUESTS = 0.5
"""The same on SQLite, where only the administrator's command line writes beside the server."""
LOG_ROWS = 4_000
"""Written rows, some 270 moves and 30 MB of SQLite's log, after which that is brought into the file."""
QUIET = 1.0
"""Seconds without work after which it is brought in anyway."""


class LeaseLost(Exception):
    """Another process leads now: the effect was not done here."""


class Closed(RuntimeError):
    """The writer takes nothing more."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of the submissions, how far their source has come, and the head's version at their commit."""

    results: list[Result]
    last_mid: int
    head: int


@dataclass(slots=True, eq=False)
class _Job:
    """Submissions of one source on their way, in one transaction or over several."""

    submissions: Sequence[Submission]
    told: Callable[[Decided], Any]
    future: Future[Any] = field(default_factory=Future)
    results: list[Result] = field(default_factory=list)
    committed: int = 0
    last_mid: int = 0
    error: Exception | None = None
    is_alone: bool = False  # a transaction failed of which it was a part

    @property
    def is_done(self) -> bool:
        return self.error is not None or len(self.results) == len(self.submissions)

    @property
    def rest(self) -> Sequence[Submission]:
        """What is still to be decided."""
        return self.submissions[len(self.results) :]

    def run(self, batch: Batch) -> None:
        """Let the batch decide as many of the submissions as it has room for; those after a problem stay undone."""
        while not self.is_done and not batch.is_full:
            try:
                self.results.append(batch.take(self.submissions[len(self.results)]))
            except (Problem, LeaseLost) as error:
                self.error = error
        self.last_mid = batch.last_mid(self.submissions[0].client_id)

    def keep(self) -> None:
        """What was decided is on the disk."""
        self.committed = len(self.results)

    def forget(self) -> None:
        """What was decided since the last commit was undone."""
        del self.results[self.committed :]
        self.error = None


class Writer:
    """Group commit: what waits when a transaction begins, and what comes while it lasts, is committed together."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self.listeners: list[Callable[[int], None]] = []
        """Called with the head's version after each commit, of this process or another; on the writer's threads."""
        self._database = database
        self._ledger = ledger
        self._condition = threading.Condition()
        self._waiting: deque[_Job] = deque()
        self._alone: deque[_Job] = deque()
        self._threads: list[threading.Thread] = []
        self._is_closing = threading.Event()
        self._telling = threading.Lock()
        self._working = threading.RLock()
        self._told = 0

    def take(self, submissions: Sequence[Submission], told: Callable[[Decided], T]) -> Future[T]:
        """Put submissions of one source behind those that wait; the future holds what `told` makes of the decisions.

        It raises Problem: a wrong numbering, or `busy` when the database failed; what came before stays decided.
        """
        job = _Job(submissions, told)
        job.future.set_running_or_notify_cancel()
        with self._condition:
            if self._is_closing.is_set():
                raise Closed("The writer is closed.")
            self._waiting.append(job)
            self._condition.notify()
        if not self._threads:
            with self._working:
                self._work()
        return job.future

    def start(self) -> None:
        """Start the ledger's thread, and one that looks for commits of other processes."""
        jobs = [("ledger-writer", self._run), ("ledger-poll", self._poll)]
        self._told = self._database.head()
        self._threads = [threading.Thread(target=run, name=name, daemon=True) for name, run in jobs]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Decide all that was taken, then stop."""
        with self._condition:
            self._is_closing.set()
            self._condition.notify()
        for thread in self._threads:
            thread.join()

    # -- on the thread ----------------------------------------------------------------------------------------

    def _run(self) -> None:
        self._database.keep_log()
        is_quiet = True
        while True:
            with self._condition:
                has_more = self._condition.wait_for(self._is_wanted, None if is_quiet else QUIET)
                if has_more and not self._waiting:
                    return
            if has_more:
                self._work()
            else:
                self._bring_in_log(1)
            is_quiet = not has_more

    def _is_wanted(self) -> bool:
        return bool(self._waiting) or self._is_closing.is_set()

    def _bring_in_log(self, rows: int) -> None:
        try:
            self._database.bring_in_log(rows)
        except sqlite3.Error as error:  # what was committed is safe in the log
            log.warning("The write-ahead log stays: %s", error)

    def _work(self) -> None:
        """Decide what waits; when a transaction fails, each of its jobs gets one of its own."""
        while self._waiting or self._alone:
            jobs: list[_Job] = []
            try:
                with self._ledger.transaction(is_careful=bool(self._alone)) as batch:
                    while not batch.is_full and (job := self._next(jobs)) is not None:
                        if not batch.is_expected(job.rest[0]):
                            batch.expect(self._ahead(job))
                        job.run(batch)
            except Exception as error:  # noqa: BLE001 - the thread's boundary: others go on
                self._recover(jobs, error)
                continue
            for job in jobs:
                job.keep()
                self._finish(job, batch.done.head)
            self._tell(batch.done.head)
            if self._threads:
                self._bring_in_log(LOG_ROWS)

    def _next(self, jobs: list[_Job]) -> _Job | None:
        """Return the job that the transaction takes next, None when it is to end; one that failed comes alone."""
        if jobs and (jobs[-1].is_alone or not jobs[-1].is_done):
            return None
        with self._condition:
            source = self._alone or self._waiting
            if not source or (jobs and source is self._alone):
                return None
            jobs.append(source.popleft())
        return jobs[-1]

    def _ahead(self, job: _Job) -> list[Submission]:
        """Return what is to be decided of a job and of those that wait behind it, as much as one transaction takes."""
        if job.is_alone:
            return list(job.rest)
        with self._condition:
            jobs = [job, *itertools.islice(self._waiting, MOST)]
        return list(itertools.islice(itertools.chain.from_iterable(one.rest for one in jobs), MOST))

    def _recover(self, jobs: list[_Job], error: Exception) -> None:
        for job in jobs:
            job.forget()
        if len(jobs) > 1 or (isinstance(error, Unwritable) and not jobs[0].is_alone):
            for job in jobs:
                job.is_alone = True
            self._alone.extend(jobs)
            return
        if isinstance(error, DBAPIError):
            log.warning("The database failed: %s", error.orig)
        else:
            log.error("The ledger failed", exc_info=error)
        for job in jobs:
            job.future.set_exception(Problem(BUSY, after=1))

    def _finish(self, job: _Job, head: int) -> None:
        """Tell what became of a job, or put it first again when the transaction was full before its end."""
        if not job.is_done:
            job.is_alone = False
            with self._condition:
                self._waiting.appendleft(job)
        elif job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.told(Decided(job.results, job.last_mid, head)))

    # -- telling of commits -----------------------------------------------------------------------------------

    def _tell(self, head: int) -> None:
        with self._telling:
            if head <= self._told:
                return
            self._told = head
            for listener in tuple(self.listeners):
                try:
                    listener(head)
                except Exception:  # a listener's bug must not stop the writing
                    log.exception("A listener failed on a commit")

    def _poll(self) -> None:
        """Look for other processes' commits; a database that is away is told of once, and asked on."""
        is_away = False
        pause = POLL if self._database.is_shared else GUESTS
        while not self._is_closing.wait(pause):
            try:
                self._tell(self._database.head())
                is_away = False
            except DBAPIError as error:
                if not is_away:
                    log.warning("The database does not answer: %s", error.orig)
                is_away = True
