"""What is asked of the server's feed, and the pages that come, until a whole checkpoint is there to be applied."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk import __version__
from kanbandesk.models.schema import SCHEMA_VERSION
from kanbandesk.protocol import PagePoint, PullAnswer, PullRequest
from kanbandesk.sync.outbox import Outbox
from kanbandesk.sync.replica import Replica
from kanbandesk.sync.staging import Staging


class Pulling:
    """One pull after another; `is_whole` tells that the present one brings everything, not only what is new."""

    def __init__(self, replica: Replica, outbox: Outbox) -> None:
        self._replica = replica
        self._outbox = outbox
        self.staging = Staging(replica)
        self.final: PullAnswer | None = None
        self.is_whole = not replica.is_ready or replica.standing.client_id != outbox.client_id
        self.wants_digest = self.is_whole
        self._page: PagePoint | None = None
        self._wants: tuple[str, ...] | None = None
        self._asked = (outbox.client_id, 0)

    def request(self, wait: float) -> PullRequest:
        """Return what to ask next; a pull that has begun asks for the same stories to its end, and never waits.

        What a pull has brought that could not be applied, since the disk was full, is forgotten: the next one may
        tell of what has gone since only by leaving it out.
        """
        if self.final is not None:
            self.begin_again()
        if self._page is None or self._wants is None:
            self._wants = tuple(sorted(self._replica.wanted()))
        standing = self._replica.standing
        self._asked = (self._outbox.client_id, self._known_mid())
        return PullRequest(
            client_id=self._outbox.client_id,
            cursor=None if self.is_whole else standing.cursor,
            groups=() if self.is_whole else tuple(sorted(standing.groups)),
            wants=self._wants,
            page=self._page,
            known_mid=self._asked[1],
            wait=0 if self.is_whole or self._page is not None else wait,
            wants_digest=self.wants_digest,
            schema=SCHEMA_VERSION,
            app=__version__,
        )

    def checkpoint(self) -> tuple[PullAnswer, int]:
        """Return the last page, and from which mid on its receipts are told.

        An answer to the client that this desk was before it took another id says nothing about its entries.
        """
        assert self.final is not None, "the last page has not come yet"
        client_id, known_mid = self._asked
        if client_id != self._outbox.client_id:
            return replace(self.final, last_mid=0, receipts=()), 0
        return self.final, known_mid

    def _known_mid(self) -> int:
        """Return up to which mid the receipts are known.

        With a whole pull all are told that there are entries for: a server that was put back may have counted the
        words of a copy of this desk under numbers that it had acknowledged here.
        """
        if self._replica.standing.client_id != self._outbox.client_id:
            return 0
        if self.is_whole:
            return self._outbox.first_mid() - 1
        return min(self._replica.standing.last_mid, self._outbox.first_unsettled_mid() - 1)

    def take(self, answer: PullAnswer) -> bool:
        """Stage a page; tell whether the checkpoint is whole."""
        self.staging.take(answer)
        self._page = answer.page
        self.final = answer if answer.page is None else None
        return self.final is not None

    def begin_again(self, *, is_whole: bool = False) -> None:
        """Forget the pages that have come; with `is_whole` ask for everything, since the cursor is worth nothing."""
        self.is_whole = self.is_whole or is_whole
        self.wants_digest = self.wants_digest or is_whole
        self._page, self.final = None, None
        self.staging.drop()

    def finished(self) -> None:
        """Go on from the checkpoint that was applied."""
        self._page, self.final, self.is_whole, self.wants_digest = None, None, False, False
        self.staging.begin()
