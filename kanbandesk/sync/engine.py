"""The two threads that talk with the server: one hears what is new, one tells what this desk has done.

They never touch the desk's files: what they bring and take goes through the thread that owns the core. A server that
does not answer is tried again after 1 to 60 seconds, at once when somebody asks for it or has done something.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kanbandesk.protocol import (
    FORKED,
    GAP,
    LONGEST_WAIT,
    MALFORMED,
    MOST_MUTATIONS,
    RESTART,
    RESYNC,
    TOO_LARGE,
    Outcome,
    Problem,
    PullAnswer,
    PullRequest,
)
from kanbandesk.sync.errands import Errands
from kanbandesk.sync.link import Link
from kanbandesk.sync.presence import PresenceBeat
from kanbandesk.sync.reach import Transport, Unreachable
from kanbandesk.sync.uploads import FileRefused, Uploads
from kanbandesk.workflow.team import Connection

log = logging.getLogger(__name__)

CLOSED_WITHIN: Final = 0.4
"""Seconds that a network thread is waited for at the end; one that is stuck in a name look-up is left behind."""
TICK: Final = 15.0
"""Seconds after which the clocks are compared: where they have come apart, the computer slept."""
SLEPT: Final = 20.0  # seconds
_COMMITTED: Final = (Outcome.APPLIED, Outcome.MERGED)
GIVES_WAY: Final = 2.0
"""Seconds that a pull waits while a full outbox is sent: each one lets all that is still pending be guessed anew."""
_PATIENT_WITH: Final = 3
"""Times in a row that a pull may have to begin again without a pause."""


class Engine:
    """Runs the two threads from `start` to `close`."""

    def __init__(self, link: Link, hearing: Hearing, telling: Telling) -> None:
        self._link, self._runs = link, {"desk-pull": hearing.run, "desk-push": telling.run}
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Start the threads, if they do not run yet."""
        with self._link.bell:
            if self._threads or self._link.is_closing:
                return
            for name, run in self._runs.items():
                self._threads.append(threading.Thread(target=run, name=name, daemon=True))
            for thread in self._threads:
                thread.start()

    def close(self) -> None:
        """Hang up and stop; what is not sent waits in the outbox."""
        self._link.close()
        for thread in self._threads:
            thread.join(CLOSED_WITHIN)


class Hearing:
    """Pulls for as long as the desk is open.

    `connect` finds the way to the server, with the session's token.
    """

    def __init__(self, link: Link, errands: Errands, connect: Callable[[], Transport]) -> None:
        self._link, self._errands, self._connect = link, errands, connect
        self._restarts = 0
        self._heard_at = 0.0

    def run(self) -> None:
        while self._may_ask():
            self._link.try_(self._ask, self._link.pull_pause, self._refused)

    def _may_ask(self) -> bool:
        """Wait until it is time to ask; False when the desk closes."""
        with self._link.bell:
            while not self._link.is_closing and (self._link.is_held or self._left):
                self._link.bell.wait(None if self._link.is_held else self._left)
            return not self._link.is_closing

    @property
    def _left(self) -> float:
        """Seconds until the next pull."""
        giving_way = self._heard_at + GIVES_WAY - time.monotonic() if self._link.is_draining else 0.0
        return max(self._link.pull_pause.left, giving_way, 0.0)

    def _ask(self) -> None:
        transport = self._way()
        with self._link.bell:
            is_live = self._link.connection is Connection.LIVE
            wait = float(LONGEST_WAIT) if is_live and not self._link.is_hurried else 0.0
            self._link.is_hurried = False
            transport.rearm()
        request = self._errands.next_pull(wait)
        answer = self._last_page(transport, request)
        if answer is None:
            with self._link.bell:
                if wait and self._link.is_hurried:
                    return  # interrupted, which says nothing of the server
        else:
            self._errands.take(answer)
        self._restarts = 0
        self._heard(transport, is_news=answer is not None)

    def _last_page(self, transport: Transport, request: PullRequest) -> PullAnswer | None:
        """Pull, page by page, and return the last one; each is fetched while the one before it is put down."""
        answer = transport.pull(request)
        while answer is not None and answer.page is not None:
            staged = self._errands.stage(answer)
            request = replace(request, page=answer.page, wait=0)
            answer = transport.pull(request)
            staged.result()
        return answer

    def _way(self) -> Transport:
        """Return the way to the server, found anew when there is none."""
        if self._link.transport is None:
            found = self._connect()
            with self._link.bell:
                self._link.transport = found
                is_closing = self._link.is_closing
                self._link.bell.notify_all()
            if is_closing:
                found.close()
        assert self._link.transport is not None
        return self._link.transport

    def _heard(self, transport: Transport, *, is_news: bool) -> None:
        """Everything that the server had is here: this desk is live."""
        was_live = self._link.connection is Connection.LIVE
        self._heard_at = time.monotonic()
        if not was_live and self._link.status.status.pending > MOST_MUTATIONS:
            self._link.drain(is_draining=True)
        self._errands.heard(is_news=is_news)
        self._link.found(transport)
        if not was_live or self._link.status.status.pending:
            self._link.send()

    def _refused(self, problem: Problem) -> None:
        if problem.code in (RESTART, RESYNC):
            self._link.histories += problem.code == RESYNC
            self._errands.pull_refused(problem)
            self._restarts += 1
            if self._restarts > _PATIENT_WITH:
                self._link.pull_pause.failed()
            with self._link.bell:
                self._link.is_hurried = True
        else:
            self._link.refused(problem, self._link.pull_pause)


class Telling:
    """Pushes what is in the outbox, says who is here, and notices that the computer slept."""

    def __init__(self, link: Link, errands: Errands, uploads: Uploads, presence: PresenceBeat) -> None:
        self._link, self._errands = link, errands
        self._uploads, self._presence = uploads, presence
        self._clocks_apart = time.time() - time.monotonic()

    def run(self) -> None:
        while self._may_send():
            self._link.try_(self._say, self._link.push_pause, self._refused)

    def _may_send(self) -> bool:
        """Wait until there is something to send; False when the desk closes."""
        with self._link.bell:
            while not self._link.is_closing:
                self._notice_sleep()
                waits = [TICK]
                if self._link.transport is not None and not self._link.is_held:
                    if self._link.has_work:
                        waits.append(self._link.push_pause.left)
                    if self._link.connection is Connection.LIVE:
                        waits += [self._presence.due_in, self._files_due_in]
                if min(waits) <= 0:
                    return True
                self._link.bell.wait(min(waits))
            return False

    def _say(self) -> None:
        transport = self._link.transport
        if transport is None:
            return
        with self._link.bell:
            is_due = self._link.has_work and not self._link.push_pause.left
            self._link.has_work &= not is_due
        if is_due:
            try:
                self._push(transport)
            except BaseException:
                self._link.has_work = True
                raise
            finally:
                self._link.drain(is_draining=False)
        if self._link.connection is Connection.LIVE and self._presence.due_in <= 0:
            self._beat(transport)
        if self._link.connection is Connection.LIVE and self._files_due_in <= 0:
            self._uploads.heal(transport, self._link.status.status.since)

    @property
    def _files_due_in(self) -> float:
        """Seconds until the server is asked which files it misses, or is sent one of them."""
        return self._uploads.due_in(self._link.status.status.since, self._link.histories)

    def _push(self, transport: Transport) -> None:
        while (request := self._errands.next_push()) is not None:
            self._link.drain(is_draining=len(request.mutations) == MOST_MUTATIONS)
            self._uploads.met(self._link.histories)
            try:
                self._uploads.bring(transport, request)
            except FileRefused as refused:
                self._errands.file_refused(refused.uid, refused.problem)
                continue
            answer = transport.push(request)
            self._errands.take_push(answer)
            if any(result.status not in _COMMITTED for result in answer.results):
                self._link.hurry()  # no commit wakes the pull that waits for such a verdict
            if self._link.connection is not Connection.LIVE:
                with self._link.bell:  # the server is there again: hear what it says
                    self._link.pull_pause.hurry()
                    self._link.bell.notify_all()

    def _beat(self, transport: Transport) -> None:
        """Say who is here; when that fails the pull that waits may be waiting in vain."""
        try:
            self._presence.beat(transport)
        except (Unreachable, Problem) as error:
            log.info("The others were not heard of: %s", error)
            self._link.hurry()

    def _refused(self, problem: Problem) -> None:
        if problem.code in (GAP, FORKED):
            self._link.histories += 1
            self._errands.push_refused(problem)
            self._link.hurry()
        elif problem.code in (MALFORMED, TOO_LARGE):
            self._errands.push_refused(problem)
            self._link.send()
        else:
            self._link.refused(problem, self._link.push_pause)

    def _notice_sleep(self) -> None:
        """After a sleep the connection is dead, whatever it says of itself."""
        apart = time.time() - time.monotonic()
        if abs(apart - self._clocks_apart) > SLEPT:
            self._errands.distrust()
            self._link.hurry()
        self._clocks_apart = apart
