"""The guards of the protocol, each taken away on purpose: a simulator that finds nothing then proves nothing.

Each name is a guard, its context manager a world without it. docs/simulator.md has the table of what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from unittest import mock

from kanbandesk.protocol import Mutation
from kanbandesk.server.core.pages import Span
from kanbandesk.server.core.receipts import Receipts
from kanbandesk.server.core.recent import Recent
from kanbandesk.sync.outbox import Outbox
from kanbandesk.sync.pulling import Pulling
from kanbandesk.sync.rebase import Rebase
from kanbandesk.sync.replica import Replica
from kanbandesk.sync.shadow import Shadows

Breaking = Callable[[], AbstractContextManager[None]]


@contextmanager
def without_hash() -> Iterator[None]:
    """Two desks' mutations of one number are told apart neither by their words nor by their uids."""
    from kanbandesk.sync import rebase

    def trusting(outbox: Outbox, answer: Any, known_mid: int, now: int) -> Any:
        verdicts = real(outbox, _as_mine(outbox, answer), known_mid, now)
        verdicts.is_forked = False
        return verdicts

    def earlier(self: Receipts, source: Any, mutation: Mutation) -> Any:
        kept = self._by_mid.get((source.id, mutation.mid)) or self._read(source.id, mutation.mid)
        if kept is not None and mutation.mid <= source.last_mid:
            return kept.result
        return real_earlier(self, source, mutation)

    real, real_earlier = rebase.judge, Receipts.earlier
    from kanbandesk.sync import checkpoints

    with mock.patch.object(checkpoints, "judge", trusting), mock.patch.object(Receipts, "earlier", earlier):
        yield


def _as_mine(outbox: Outbox, answer: Any) -> Any:
    from dataclasses import replace

    mine = {entry.mid: entry for entry in outbox.from_mid(1, outbox.next_mid)}
    receipts = tuple(
        replace(one, uid=mine[one.mid].uid, hash=mine[one.mid].hash) if one.mid in mine else one
        for one in answer.receipts
    )
    return replace(answer, receipts=receipts)


@contextmanager
def without_uid() -> Iterator[None]:
    """The ledger does not know a mutation again by its uid."""
    with mock.patch.object(Receipts, "known", return_value=None):
        yield


@contextmanager
def without_tag() -> Iterator[None]:
    """A server that was put back is not told from the one before."""
    with mock.patch.object(Recent, "tag", return_value=0):
        yield


@contextmanager
def without_start() -> Iterator[None]:
    """What dies in a new group while its pages are read is not told."""
    from kanbandesk.server.core import feed, pages

    def forgetful(connection: Any, span: Span, behind: Any, most: int) -> Any:
        return real(connection, Span(span.held, span.new, span.after, 1 << 60), behind, most)

    real = pages.read_page
    with mock.patch.object(feed, "read_page", forgetful):
        yield


@contextmanager
def without_shadows() -> Iterator[None]:
    """Guesses are left where they lie when the server's rows come."""

    def forget(self: Shadows) -> Any:
        self._connection.execute("DELETE FROM shadow")
        for table in ("ticket", "message", "event"):
            self._connection.execute(f"DELETE FROM shadow_{table}")  # noqa: S608 - our own words
        self._kept, self._fresh = set(), []
        return {}

    with mock.patch.object(Shadows, "restore", forget):
        yield


@contextmanager
def without_recovery() -> Iterator[None]:
    """A desk that starts does not replay what is pending onto its replica."""
    with mock.patch.object(Rebase, "recover", return_value=None):
        yield


@contextmanager
def without_client_id() -> Iterator[None]:
    """A replica that came from another desk's outbox is taken for one's own."""

    def known_mid(self: Pulling) -> int:
        return min(self._replica.standing.last_mid, self._outbox.first_unsettled_mid() - 1)

    def overlay(self: Rebase, standing: Any) -> Any:
        return self.outbox.overlay(standing.last_mid, standing.cursor.ver if standing.cursor else 0)

    def begin(self: Pulling, replica: Replica, outbox: Outbox) -> None:
        real(self, replica, outbox)
        self.is_whole = self.wants_digest = not replica.is_ready

    real = Pulling.__init__
    with (
        mock.patch.object(Pulling, "_known_mid", known_mid),
        mock.patch.object(Rebase, "overlay", overlay),
        mock.patch.object(Pulling, "__init__", begin),
    ):
        yield


@contextmanager
def without_gap() -> Iterator[None]:
    """The ledger takes a mutation whatever came before it."""

    def earlier(self: Receipts, source: Any, mutation: Mutation) -> Any:
        return None if mutation.mid > source.last_mid else real(self, source, mutation)

    real = Receipts.earlier
    with mock.patch.object(Receipts, "earlier", earlier):
        yield


@contextmanager
def without_distinct() -> Iterator[None]:
    """A row of two groups counts twice in a page, so that it takes itself for the last."""
    from kanbandesk.server.core import pages

    def doubled(connection: Any, question: Any, asked: Any) -> Any:
        many = question._generate()
        many._distinct = False
        return real(connection, many, asked)

    real = pages._points
    with mock.patch.object(pages, "_points", doubled):
        yield


GUARDS: Mapping[str, Breaking] = {
    "hash": without_hash,
    "uid": without_uid,
    "tag": without_tag,
    "start": without_start,
    "shadow": without_shadows,
    "recovery": without_recovery,
    "client_id": without_client_id,
    "gap": without_gap,
    "distinct": without_distinct,
}
