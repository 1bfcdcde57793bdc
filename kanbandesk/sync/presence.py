"""Who is here and looks at what: told to the server every few seconds while there is a window, never to the ledger."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from kanbandesk.sync.reach import Transport
from kanbandesk.workflow.team import Presence

log = logging.getLogger(__name__)

Listener = Callable[[tuple[Presence, ...]], None]
EVERY: Final = 5.0  # seconds
SOONEST: Final = 0.5  # seconds between two tellings, however quickly somebody goes through the tickets


class PresenceBeat:
    """What this desk's person looks at, and who else was here last; `wake` is called when there is news to tell."""

    def __init__(self) -> None:
        self.wake: Callable[[], None] = lambda: None
        self._lock = threading.RLock()
        self._listeners: list[Listener] = []
        self._looks = ("", False)
        self._told: tuple[str, bool] | None = None
        self._told_at = float("-inf")
        self._present: tuple[Presence, ...] = ()

    def look_at(self, ticket_id: str, *, is_typing: bool) -> None:
        """Remember what the person looks at, to be told soon."""
        self._looks = (ticket_id, is_typing)
        self.wake()

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with everybody who is here whenever that changes; the answer ends it."""
        with self._lock:
            self._listeners.append(listener)
            if self._present:
                listener(self._present)

        def stop() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        self.wake()
        return stop

    @property
    def due_in(self) -> float:
        """Seconds until the server is to be told again; for ever while nobody watches."""
        if not self._listeners:
            return float("inf")
        pause = EVERY if self._told == self._looks else SOONEST
        return max(self._told_at + pause - time.monotonic(), 0.0)

    def beat(self, transport: Transport) -> None:
        """Tell the server, and those who watch what it answers."""
        looks = self._looks
        self._told_at = time.monotonic()
        present = transport.presence(looks[0], is_typing=looks[1])
        self._told = looks
        self._tell(tuple(sorted(present, key=lambda one: (one.agent_id, one.ticket_id))))

    def forget(self) -> None:
        """Nobody is heard of any more."""
        self._tell(())

    def _tell(self, present: tuple[Presence, ...]) -> None:
        with self._lock:
            if present == self._present:
                return
            self._present = present
            for listener in tuple(self._listeners):
                try:
                    listener(present)
                except Exception:  # a listener's bug must not stop the sync
                    log.exception("A listener failed on who is here")
