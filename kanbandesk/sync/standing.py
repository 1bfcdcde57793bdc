"""How the desk stands with its server, as its window is told; and how long it pauses when nobody answers."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from kanbandesk.workflow.team import Connection, SyncStatus

log = logging.getLogger(__name__)

FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 60.0


class StatusBoard:
    """The one status, changed on any thread; who watches is told of each change, in order. `clock` gives UTC ms."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._lock = threading.RLock()
        self._status = SyncStatus(connection=Connection.CONNECTING, since=clock())
        self._listeners: list[Callable[[SyncStatus], None]] = []

    @property
    def status(self) -> SyncStatus:
        """The status now."""
        return self._status

    def watch(self, listener: Callable[[SyncStatus], None]) -> Callable[[], None]:
        """Call `listener` with each new status; the answer ends it."""
        with self._lock:
            self._listeners.append(listener)

        def stop() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return stop

    def change(self, **told: Any) -> None:
        """Change what is told; another connection begins now, unless its `since` is told too."""
        with self._lock:
            if told.get("connection", self._status.connection) is not self._status.connection:
                told.setdefault("since", self._clock())
            status = replace(self._status, **told)
            if status == self._status:
                return
            self._status = status
            for listener in tuple(self._listeners):
                try:
                    listener(status)
                except Exception:  # a listener's bug must not stop the sync
                    log.exception("A listener failed on the status")


class Pause:
    """The time until the next try: 1 s after the first failure, doubled up to a minute, a part of it left to chance."""

    def __init__(self, first: float = FIRST_PAUSE, most: float = LONGEST_PAUSE) -> None:
        self._first, self._most = first, most
        self._next = first
        self._until = 0.0
        self.failures = 0
        """In a row."""

    @property
    def left(self) -> float:
        """Seconds until the next try, 0 when it is due."""
        return max(self._until - time.monotonic(), 0.0)

    def failed(self, at_least: float = 0.0) -> None:
        """Begin a pause, a longer one than the last; of `at_least` as many seconds as the server asked for."""
        self.failures += 1
        # Desks that lost one server at one moment are not to come back as one.
        share = 0.5 + os.urandom(1)[0] / 512
        self._until = time.monotonic() + max(self._next * share, at_least)
        self._next = min(self._next * 2, self._most)

    def worked(self) -> None:
        """Let the next failure begin with a short pause again."""
        self._next, self._until, self.failures = self._first, 0.0, 0

    def hurry(self) -> None:
        """Let the next try be due now; should it fail too, the pause after it is no shorter."""
        self._until = 0.0
