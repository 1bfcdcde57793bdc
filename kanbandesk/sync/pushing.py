"""What goes to the server: the outbox in the order of its mids, from where the server is known to stand."""

from __future__ import annotations

from collections.abc import Iterator

from kanbandesk import __version__
from kanbandesk.models.schema import SCHEMA_VERSION
from kanbandesk.protocol import MOST_MUTATIONS, MOST_PUSH_BYTES, PushAnswer, PushRequest
from kanbandesk.sync.entries import Entry
from kanbandesk.sync.outbox import Outbox

_ENVELOPE = 512
"""Bytes that a mutation takes beside its arguments, at most; and a request beside its mutations."""


class Pushing:
    """Knows which mid goes out next. Nothing here is kept: after a crash it is found out again."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._client_id = outbox.client_id
        self._next = outbox.first_unsettled_mid()
        self._is_single = False
        self._head = 0

    def request(self) -> PushRequest | None:
        """Return the next mutations to send, None when the server has been told of everything.

        A desk that has taken another id sends everything from the beginning.
        """
        if self.is_outdated:
            self._client_id, self._head = self._outbox.client_id, 0
            self.resend()
        entries = list(self._batch())
        if not entries:
            return None
        return PushRequest(
            client_id=self._outbox.client_id,
            mutations=tuple(entry.mutation() for entry in entries),
            schema=SCHEMA_VERSION,
            app=__version__,
        )

    @property
    def is_outdated(self) -> bool:
        """Tell whether what the server answers now is meant for the client that this desk was before."""
        return self._client_id != self._outbox.client_id

    def taken(self, answer: PushAnswer) -> bool:
        """Go on behind what the server has decided; False when it knows more of this client than there is."""
        if self.is_outdated:
            return True
        if answer.last_mid >= self._outbox.next_mid:
            return False
        self._next, self._head = answer.last_mid + 1, answer.head
        self._is_single = False
        return True

    def go_back_to(self, mid: int) -> bool:
        """Send everything from `mid` on (again); False when the outbox does not have all of it any more."""
        wanted = self._outbox.next_mid - mid
        if mid < 1 or wanted < 0 or self._outbox.count_from(mid) != wanted:
            return False
        self._next = mid
        return True

    def seen(self, ver: int) -> None:
        """Send again what a checkpoint of version `ver` has no receipt for, unless it is older than the last push."""
        if ver >= self._head:
            self.resend()

    def resend(self) -> None:
        """Send again whatever has no receipt: a server that has it already says so."""
        self._next = self._outbox.first_unsettled_mid()

    def not_understood(self) -> Entry | None:
        """Send mutations one by one, after the server could not read several; return the one that it could not."""
        if self._is_single:
            self._is_single = False
            return next(self._batch(), None)
        self._is_single = True
        return None

    def _batch(self) -> Iterator[Entry]:
        size, is_first = _ENVELOPE, True
        for entry in self._outbox.from_mid(self._next, 1 if self._is_single else MOST_MUTATIONS):
            size += _ENVELOPE + len((entry.args + entry.seen).encode())
            if size > MOST_PUSH_BYTES and not is_first:
                return
            is_first = False
            yield entry
