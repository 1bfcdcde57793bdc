"""A team in memory: says what a test wants it to say, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.team import Connection, Presence, ReturnedCommand, SyncStatus
from tests.fakes.desk import resolved


class FakeTeam:
    """A `Team` over plain values; `tell…` speaks as a desk's thread would."""

    def __init__(self, status: SyncStatus | None = None) -> None:
        self.now = status or SyncStatus(connection=Connection.LIVE)
        self.kept: list[ReturnedCommand] = []
        self.looks: list[tuple[str, bool]] = []
        self.retried: list[str] = []
        self.discarded: list[str] = []
        self.tries = self.resumed = 0
        self.refuses_again = False
        self._status: list[Callable[[SyncStatus], None]] = []
        self._presence: list[Callable[[tuple[Presence, ...]], None]] = []

    def status(self) -> SyncStatus:
        return self.now

    def watch_status(self, listener: Callable[[SyncStatus], None]) -> Callable[[], None]:
        self._status.append(listener)
        return lambda: self._status.remove(listener)

    def tell_status(self, status: SyncStatus) -> None:
        self.now = status
        for listener in self._status:
            listener(status)

    def give_back(self, *returned: ReturnedCommand) -> None:
        """Let the server refuse these."""
        self.kept += returned
        self.tell_status(replace(self.now, attention=len(self.kept)))

    def returned(self) -> Future[tuple[ReturnedCommand, ...]]:
        return resolved(tuple(self.kept))

    def retry(self, uid: str) -> Future[Receipt]:
        self.retried.append(uid)
        if not self.refuses_again:
            self._take(uid)
        return resolved(Receipt(uid=uid, is_applied=not self.refuses_again, code="closed"))

    def discard(self, uid: str) -> Future[None]:
        self.discarded.append(uid)
        self._take(uid)
        return resolved(None)

    def _take(self, uid: str) -> None:
        self.kept = [one for one in self.kept if one.uid != uid]
        self.tell_status(replace(self.now, attention=len(self.kept)))

    def look_at(self, ticket_id: str, *, is_typing: bool = False) -> None:
        self.looks.append((ticket_id, is_typing))

    def watch_presence(self, listener: Callable[[tuple[Presence, ...]], None]) -> Callable[[], None]:
        self._presence.append(listener)
        return lambda: self._presence.remove(listener)

    def tell_presence(self, *presence: Presence) -> None:
        for listener in self._presence:
            listener(presence)

    def resume(self) -> None:
        self.resumed += 1

    def sync_now(self) -> None:
        self.tries += 1

    def settled(self) -> Future[None]:
        return resolved(None)

    @property
    def listeners(self) -> int:
        """How many still listen."""
        return len(self._status) + len(self._presence)
