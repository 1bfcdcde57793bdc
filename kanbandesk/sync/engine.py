"""The two threads that talk with the server: one waits for what is new, one sends what this desk has done.

They never touch the desk's files: what they bring and take goes through the thread that owns the core. A server that
does not answer is tried again after 1 to 60 seconds, at once when somebody asks for it or has done something.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from kanbandesk.models.faults import Fault
from kanbandesk.protocol import (
    BUSY,
    FORKED,
    GAP,
    LONGEST_WAIT,
    MALFORMED,
    RESTART,
    RESYNC,
    SIGNED_OUT,
    THROTTLED,
    TOO_LARGE,
    TOO_OLD,
    WIPE,
    Outcome,
    Problem,
)
from kanbandesk.sync.deciding import DeskClosed
from kanbandesk.sync.presence import PresenceBeat
from kanbandesk.sync.reach import Transport, Unreachable
from kanbandesk.sync.standing import Pause, StatusBoard
from kanbandesk.sync.uploads import Uploads
from kanbandesk.sync.work import Work
from kanbandesk.workflow.team import Connection

log = logging.getLogger(__name__)

CLOSED_WITHIN: Final = 0.4
"""Seconds that a network thread is waited for at the end; one that is stuck in a name look-up is left behind."""
TICK: Final = 15.0
"""Seconds after which the clocks are compared: where they have come apart, the computer slept."""
SLEPT: Final = 20.0  # seconds
OUTDATED_PAUSE: Final = 600.0  # seconds until a server is asked again that does not understand this program
_COMMITTED: Final = (Outcome.APPLIED, Outcome.MERGED)
_PATIENT_WITH: Final = 3
"""Times in a row that a pull may have to begin again without a pause."""


class Engine:
    """Keeps the desk and its server together from `start` to `close`.

    `connect` finds the way to the server, with the session's token; it is called on a thread of the engine. `wipe`
    deletes everything that came from the server.
    """

    def __init__(
        self,
        work: Work,
        connect: Callable[[], Transport],
        status: StatusBoard,
        *,
        uploads: Uploads,
        presence: PresenceBeat,
        wipe: Callable[[], None],
    ) -> None:
        self._work, self._connect, self._status = work, connect, status
        self._uploads, self._presence, self._wipe_desk = uploads, presence, wipe
        self._bell = threading.Condition()
        self._transport: Transport | None = None
        self._is_closing = False
        self._is_held = False
        self._is_hurried = True
        self._has_work = True
        self._restarts = 0
        self._pull_pause, self._push_pause = Pause(), Pause()
        self._clocks_apart = time.time() - time.monotonic()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Start the threads, if they do not run yet."""
        with self._bell:
            if self._threads or self._is_closing:
                return
            self._threads = [
                threading.Thread(target=self._pull_on, name="desk-pull", daemon=True),
                threading.Thread(target=self._send_on, name="desk-push", daemon=True),
            ]
            for thread in self._threads:
                thread.start()

    def close(self) -> None:
        """Hang up and stop; what is not sent waits in the outbox."""
        with self._bell:
            self._is_closing = True
            transport = self._transport
            self._bell.notify_all()
        if transport is not None:
            transport.close()
        for thread in self._threads:
            thread.join(CLOSED_WITHIN)

    @property
    def transport(self) -> Transport | None:
        """The way to the server, None while there is none."""
        return self._transport

    def hurry(self) -> None:
        """Ask the server at once, whatever is being waited for."""
        with self._bell:
            self._is_hurried = self._has_work = True
            self._pull_pause.hurry()
            self._push_pause.hurry()
            if self._transport is not None:
                self._transport.interrupt()
            self._bell.notify_all()

    def send(self) -> None:
        """Send what has just been done, also when the last try failed."""
        with self._bell:
            self._has_work = True
            self._push_pause.hurry()
            self._bell.notify_all()

    def ring(self) -> None:
        """Let the sending thread look what there is to do."""
        with self._bell:
            self._bell.notify_all()

    def resume(self) -> None:
        """Go on with a new session."""
        with self._bell:
            old, self._transport = self._transport, None
            self._is_held = False
        if old is not None:
            old.close()
        self.hurry()

    # -- hearing ------------------------------------------------------------------------------------------------

    def _pull_on(self) -> None:
        while self._may_pull():
            self._try(self._pull_once, self._pull_pause, self._pull_refused)

    def _may_pull(self) -> bool:
        """Wait until it is time to ask; False when the desk closes."""
        with self._bell:
            while not self._is_closing and (self._is_held or self._pull_pause.left):
                self._bell.wait(None if self._is_held else self._pull_pause.left)
            return not self._is_closing

    def _pull_once(self) -> None:
        transport = self._way()
        with self._bell:
            is_live = self._status.status.connection is Connection.LIVE
            wait = float(LONGEST_WAIT) if is_live and not self._is_hurried else 0.0
            self._is_hurried = False
            transport.rearm()
        request = self._work.next_pull(wait)
        answer = transport.pull(request)
        if answer is None:
            with self._bell:
                if wait and self._is_hurried:
                    return  # interrupted, which says nothing of the server
        elif not self._work.take(answer):
            return
        self._restarts = 0
        self._heard(is_news=answer is not None)

    def _way(self) -> Transport:
        """Return the way to the server, found anew when there is none."""
        if self._transport is None:
            found = self._connect()
            with self._bell:
                self._transport = found
                is_closing = self._is_closing
                self._bell.notify_all()
            if is_closing:
                found.close()
        assert self._transport is not None
        return self._transport

    def _heard(self, *, is_news: bool) -> None:
        """Everything that the server had is here: this desk is live."""
        was_live = self._status.status.connection is Connection.LIVE
        self._work.heard(is_news=is_news)
        self._status.change(connection=Connection.LIVE, code=self._way().warning)
        if not was_live or self._status.status.pending:
            self.send()

    def _pull_refused(self, problem: Problem) -> None:
        if problem.code in (RESTART, RESYNC):
            self._work.pull_refused(problem)
            self._restarts += 1
            if self._restarts > _PATIENT_WITH:
                self._pull_pause.failed()
            with self._bell:
                self._is_hurried = True
        else:
            self._refused(problem, self._pull_pause)

    # -- sending ------------------------------------------------------------------------------------------------

    def _send_on(self) -> None:
        while self._may_send():
            self._try(self._send_once, self._push_pause, self._push_refused)

    def _may_send(self) -> bool:
        """Wait until there is something to send; False when the desk closes."""
        with self._bell:
            while not self._is_closing:
                self._notice_sleep()
                waits = [TICK]
                if self._transport is not None and not self._is_held:
                    if self._has_work:
                        waits.append(self._push_pause.left)
                    if self._status.status.connection is Connection.LIVE:
                        waits.append(self._presence.due_in)
                if min(waits) <= 0:
                    return True
                self._bell.wait(min(waits))
            return False

    def _send_once(self) -> None:
        transport = self._transport
        if transport is None:
            return
        with self._bell:
            is_due, self._has_work = self._has_work and not self._push_pause.left, False
        if is_due:
            try:
                self._push(transport)
            except BaseException:
                self._has_work = True
                raise
        if self._status.status.connection is Connection.LIVE and self._presence.due_in <= 0:
            self._beat(transport)

    def _push(self, transport: Transport) -> None:
        while (request := self._work.next_push()) is not None:
            self._uploads.bring(transport, request)
            answer = transport.push(request)
            self._work.take_push(answer)
            if any(result.status not in _COMMITTED for result in answer.results):
                self.hurry()  # no commit wakes the pull that waits for such a verdict
            if self._status.status.connection is not Connection.LIVE:
                with self._bell:  # the server is there again: hear what it says
                    self._pull_pause.hurry()
                    self._bell.notify_all()

    def _beat(self, transport: Transport) -> None:
        """Say who is here; when that fails the pull that waits may be waiting in vain."""
        try:
            self._presence.beat(transport)
        except (Unreachable, Problem) as error:
            log.info("The others were not heard of: %s", error)
            self.hurry()

    def _push_refused(self, problem: Problem) -> None:
        if problem.code in (GAP, FORKED):
            self._work.push_refused(problem)
            self.hurry()
        elif problem.code in (MALFORMED, TOO_LARGE):
            self._work.push_refused(problem)
            self.send()
        else:
            self._refused(problem, self._push_pause)

    # -- what goes wrong ----------------------------------------------------------------------------------------

    def _try(self, act: Callable[[], None], pause: Pause, refused: Callable[[Problem], None]) -> None:
        """Do one round; whatever comes of it, there will be another one."""
        try:
            act()
            pause.worked()
        except Unreachable as error:
            pause.failed()
            self._lost(error.code)
        except Problem as problem:
            refused(problem)
        except DeskClosed:
            log.debug("The desk closed under way")
        except Exception:  # the thread's boundary: the desk works on, and tries again
            log.exception("The sync stumbled")
            pause.failed()
            self._lost("internal")

    def _lost(self, code: str) -> None:
        """Nobody answers: say so, and lock what has been out of sight for too long."""
        if self._is_closing:
            return
        self._presence.forget()
        with suppress(Fault, DeskClosed):
            self._work.silent()
        if self._work.is_locked:
            self._status.change(connection=Connection.LOCKED, code="offline_too_long")
        else:
            self._status.change(connection=Connection.OFFLINE, code=code)

    def _refused(self, problem: Problem, pause: Pause) -> None:
        """The server does not take what is asked: hold, or try again later, as its reason says."""
        match problem.code:
            case code if code == SIGNED_OUT:
                self._hold(Connection.SIGNED_OUT, code)
            case code if code == WIPE:
                self._wipe()
            case code if code == TOO_OLD:
                pause.failed(OUTDATED_PAUSE)
                self._status.change(connection=Connection.OUTDATED, code=code)
            case code if code in (BUSY, THROTTLED):
                after = problem.params.get("after")
                pause.failed(float(after) if isinstance(after, int) else 0.0)
                if pause.failures > 1:
                    self._lost(code)
            case code:
                log.warning("The server does not take it: %s", problem)
                pause.failed()
                self._lost(code)

    def _hold(self, connection: Connection, code: str) -> None:
        """Ask nothing more until somebody signs in."""
        with self._bell:
            self._is_held = True
        self._presence.forget()
        with suppress(Fault, DeskClosed):
            self._work.silent()
        self._status.change(connection=connection, code=code)

    def _wipe(self) -> None:
        """Forget everything that came from the server."""
        self._hold(Connection.LOCKED, WIPE)
        self._wipe_desk()

    def _notice_sleep(self) -> None:
        """After a sleep the connection is dead, whatever it says of itself."""
        apart = time.time() - time.monotonic()
        if abs(apart - self._clocks_apart) > SLEPT:
            self._work.distrust()
            self.hurry()
        self._clocks_apart = apart
