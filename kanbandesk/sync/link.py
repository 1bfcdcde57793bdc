"""The link to the server that the two network threads share: what is wanted of it, and what becomes of a failure."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from kanbandesk.models.faults import Fault
from kanbandesk.protocol import BUSY, SIGNED_OUT, THROTTLED, TOO_OLD, WIPE, Problem
from kanbandesk.sync.deciding import DeskClosed
from kanbandesk.sync.errands import Errands
from kanbandesk.sync.presence import PresenceBeat
from kanbandesk.sync.reach import Transport, Unreachable
from kanbandesk.sync.standing import Pause, StatusBoard
from kanbandesk.workflow.team import Connection

log = logging.getLogger(__name__)

OUTDATED_PAUSE: Final = 600.0
"""Seconds until a server is asked again that does not understand this program any more."""


class Link:
    """The state under one bell, which wakes both threads. `wipe` deletes everything that came from the server."""

    def __init__(
        self, errands: Errands, status: StatusBoard, presence: PresenceBeat, wipe: Callable[[], None]
    ) -> None:
        self._errands, self._presence, self._wipe_desk = errands, presence, wipe
        self.status = status
        self.bell = threading.Condition()
        self.transport: Transport | None = None
        self.is_closing = False
        self.is_held = False
        """Whether nothing is asked until somebody has signed in."""
        self.is_hurried = True
        """Whether the next pull is not to wait at the server."""
        self.has_work = True
        """Whether something may be in the outbox that the server has not been sent."""
        self.is_draining = False
        """Whether so much is in the outbox that it goes out in several pushes: pulls give way to them for a while."""
        self.histories = 0
        """How often the server's history turned out to be another one than was known here."""
        self.pull_pause, self.push_pause = Pause(), Pause()

    @property
    def connection(self) -> Connection:
        """How the desk stands with the server."""
        return self.status.status.connection

    def close(self) -> None:
        """Hang up for good."""
        with self.bell:
            self.is_closing = True
            transport = self.transport
            self.bell.notify_all()
        if transport is not None:
            transport.close()

    def hurry(self) -> None:
        """Ask the server at once, whatever is being waited for."""
        with self.bell:
            self.is_hurried = self.has_work = True
            self.pull_pause.hurry()
            self.push_pause.hurry()
            if self.transport is not None:
                self.transport.interrupt()
            self.bell.notify_all()

    def send(self) -> None:
        """Send what has just been done, also when the last try failed."""
        with self.bell:
            self.has_work = True
            self.push_pause.hurry()
            self.bell.notify_all()

    def drain(self, *, is_draining: bool) -> None:
        """Say whether much is on its way to the server."""
        with self.bell:
            if self.is_draining != is_draining:
                self.is_draining = is_draining
                self.bell.notify_all()

    def ring(self) -> None:
        """Let the sending thread look what there is to do."""
        with self.bell:
            self.bell.notify_all()

    def resume(self) -> None:
        """Go on with a new session."""
        with self.bell:
            old, self.transport = self.transport, None
            self.is_held = False
        if old is not None:
            old.close()
        self.hurry()

    def found(self, transport: Transport) -> None:
        """The server was heard by this way, and everything that it had is here."""
        with self.bell:
            if not self.is_held and self.transport is transport:
                self.status.change(connection=Connection.LIVE, code=transport.warning)

    # -- what goes wrong ----------------------------------------------------------------------------------------
    def try_(self, act: Callable[[], None], pause: Pause, refused: Callable[[Problem], None]) -> None:
        """Do one round; whatever comes of it, there will be another one."""
        try:
            act()
            pause.worked()
        except Unreachable as error:
            pause.failed()
            self.lost(error.code)
        except Problem as problem:
            refused(problem)
        except DeskClosed:
            log.debug("The desk closed under way")
        except Exception:  # the thread's boundary: the desk works on, and tries again
            log.exception("The sync stumbled")
            pause.failed()
            self.lost("internal")

    def lost(self, code: str) -> None:
        """Nobody answers: say so, and lock what has been out of sight for too long."""
        if self.is_closing or self.is_held:
            return
        self._presence.forget()
        with suppress(Fault, DeskClosed):
            self._errands.silent()
        if self._errands.is_locked:
            self.status.change(connection=Connection.LOCKED, code="offline_too_long")
        else:
            self.status.change(connection=Connection.OFFLINE, code=code)

    def refused(self, problem: Problem, pause: Pause) -> None:
        """The server does not take what is asked: hold, or try again later, as its reason says."""
        match problem.code:
            case code if code == SIGNED_OUT:
                self._hold(Connection.SIGNED_OUT, code)
            case code if code == WIPE:
                self._wipe()
            case code if code == TOO_OLD:
                pause.failed(OUTDATED_PAUSE)
                self.status.change(connection=Connection.OUTDATED, code=code)
            case code if code in (BUSY, THROTTLED):
                after = problem.params.get("after")
                pause.failed(float(after) if isinstance(after, int) else 0.0)
                if pause.failures > 1:
                    self.lost(code)
            case code:
                log.warning("The server does not take it: %s", problem)
                pause.failed()
                self.lost(code)

    def _hold(self, connection: Connection, code: str) -> bool:
        """Ask nothing more until somebody signs in; False when the other thread has come to that already."""
        with self.bell:
            if self.is_held:
                return False
            self.is_held = True
            transport, self.transport = self.transport, None
        if transport is not None:
            transport.close()
        self._presence.forget()
        with suppress(Fault, DeskClosed):
            self._errands.silent()
        self.status.change(connection=connection, code=code)
        return True

    def _wipe(self) -> None:
        """Forget everything that came from the server."""
        if self._hold(Connection.LOCKED, WIPE):
            self._wipe_desk()
