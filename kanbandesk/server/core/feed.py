"""The feed: what a desk pulls, from nothing or from where it stands, page by page.

A pull tells the rows of the groups that an agent is granted. Of groups that the desk holds it gets what changed since
its cursor, of others everything that lives. Pages follow (version, kind, id); each is read in a snapshot of its own,
and what changes meanwhile comes again further on, so that the last page makes the desk equal to its own snapshot.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypedDict

from sqlalchemy import Connection, bindparam, select

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import DeskClient, ReceiptRow
from kanbandesk.models.store import Store
from kanbandesk.protocol import (
    FORBIDDEN,
    PAGE,
    Cursor,
    Delete,
    Outcome,
    PagePoint,
    Problem,
    PullAnswer,
    PullRequest,
    Put,
    ReceiptLine,
)
from kanbandesk.server.core import membership
from kanbandesk.server.core.asking import check_history, check_page, check_request, mark_of, point_of, span_of
from kanbandesk.server.core.contents import columns_of, texts_of
from kanbandesk.server.core.digest import digest
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.core.pages import Span, read_page
from kanbandesk.server.core.recent import Change, HeadLine, Recent, read_head
from kanbandesk.server.core.upkeep import compact, leaving, shrink

__all__ = ["Feed", "compact", "digest", "leaving", "rebuild_members", "shrink"]

MOST_CHARACTERS: Final = 4_000_000
"""Text in one page: long messages make it shorter than `PAGE` rows."""
_CLIENT, _RECEIPT = table_of(DeskClient), table_of(ReceiptRow)
_CLIENT_LINES: Final = select(_CLIENT.c.id, _CLIENT.c.agent_id, _CLIENT.c.last_mid).where(
    _CLIENT.c.id.in_(bindparam("client_ids", expanding=True))
)
_RECEIPTS: Final = (
    select(
        _RECEIPT.c.uid,
        _RECEIPT.c.mid,
        _RECEIPT.c.hash,
        _RECEIPT.c.status,
        _RECEIPT.c.code,
        _RECEIPT.c.params,
        _RECEIPT.c.ver,
    )
    .where(_RECEIPT.c.client_id == bindparam("client_id"), _RECEIPT.c.mid > bindparam("known"))
    .order_by(_RECEIPT.c.mid)
)


Asked = tuple[str, PullRequest]
"""An agent's id, and what his desk asks."""
Told = PullAnswer | Problem | None
"""A page, why there is none, or None when there is nothing new."""


class _Rows(TypedDict):
    columns: dict[str, tuple[str, ...]]
    puts: tuple[Put, ...]
    deletes: tuple[Delete, ...]


class _Moment(NamedTuple):
    """The snapshot of a page: the head, its tag, and the groups that the agent is granted then."""

    head: HeadLine
    tag: int
    granted: tuple[str, ...]

    def page_behind(self, last: Change, span: Span, request: PullRequest) -> PagePoint:
        """Return where the next page begins when `last` is told."""
        here = f"{self.head.ver}.{self.tag}.{mark_of(self.head, request, span)}"
        return PagePoint(start=span.start, granted=here, ver=last.ver, kind=last.kind, id=last.id)

    def is_held_by(self, request: PullRequest, last_mid: int) -> bool:
        """Tell whether the desk has everything there is, and asks for nothing more."""
        if request.page is not None or request.cursor is None or request.wants_digest:
            return False
        is_level = request.cursor.ver == self.head.ver and last_mid <= request.known_mid
        return is_level and set(request.groups) == set(self.granted)


class _Look(NamedTuple):
    """What there is for a desk; `changes` are None where the memory does not reach, and are read from the tables."""

    moment: _Moment
    span: Span
    changes: Sequence[Change] | None


class _Telling:
    """What several desks are told as of one snapshot, at `now`: what is the same for all is made once."""

    def __init__(self, now: int, most: int) -> None:
        self.now = now
        self._most = most
        self._made: dict[int, tuple[Sequence[Change], int, _Rows]] = {}

    def page(self, changes: Sequence[Change]) -> tuple[int, _Rows]:
        """Return how many of the changes go into one page, and the rows that tell of these."""
        made = self._made.get(id(changes))
        if made is None:
            length = _fitting(changes[: self._most])
            made = self._made[id(changes)] = (changes, length, _rows(changes[:length]))
        return made[1:]


class Feed:
    """What a process knows of the feed; `pull` may be called by several threads, each with its own connection."""

    def __init__(self, page: int = PAGE, recent: Recent | None = None) -> None:
        self._page = page
        self._recent = recent or Recent()
        self._lock = threading.Lock()

    def record(self, store: Store, ver: int) -> None:
        """Write to which groups the rows of a mutation belong; after its flush, with its rows."""
        membership.record(store, ver)

    def pull(
        self, connection: Connection, agent_id: str, request: PullRequest, now: int
    ) -> PullAnswer | None:
        """Return a page of what `request` has not yet, None when there is nothing new to tell.

        `connection` reads in one snapshot, and has read nothing in it before. Raises Problem: RESTART, RESYNC,
        FORBIDDEN for the id of somebody else's desk, MALFORMED for more than is taken.
        """
        [told] = self.pull_all(connection, [(agent_id, request)], now)
        if isinstance(told, Problem):
            raise told
        return told

    def pull_all(self, connection: Connection, asked: Sequence[Asked], now: int) -> list[Told]:
        """Answer several desks as of one snapshot, each as `pull` does; the same rows are the same objects."""
        looks = self._look_all(connection, asked)
        clients = _clients(connection, [request.client_id for _, request in asked])
        telling = _Telling(now, self._page)
        told: list[Told] = []
        for (agent_id, request), look in zip(asked, looks, strict=True):
            try:
                if isinstance(look, Problem):
                    raise look
                last_mid = _last_mid(clients, agent_id, request.client_id)
                told.append(self._answer(connection, request, look, last_mid, telling))
            except Problem as problem:
                told.append(problem)
        return told

    def _answer(
        self, connection: Connection, request: PullRequest, look: _Look, last_mid: int, telling: _Telling
    ) -> PullAnswer | None:
        moment, span, changes = look
        if changes is None:
            changes = read_page(connection, span, point_of(request), self._page + 1)
        length, rows = telling.page(changes)
        if len(changes) > length:
            page = moment.page_behind(changes[length - 1], span, request)
            return PullAnswer(**rows, now=telling.now, page=page)
        if not changes and moment.is_held_by(request, last_mid):
            return None
        return PullAnswer(
            **rows,
            now=telling.now,
            cursor=Cursor(epoch=moment.head.epoch, ver=moment.head.ver, tag=moment.tag),
            groups=moment.granted,
            last_mid=last_mid,
            receipts=_receipts(connection, request, last_mid),
            digest=digest(connection, moment.granted) if request.wants_digest else None,
        )

    def _look_all(self, connection: Connection, asked: Sequence[Asked]) -> list[_Look | Problem]:
        """Return what there is for each as far as the memory has it, or the problem that he meets."""
        looks: list[_Look | Problem] = []
        with self._lock:
            head = read_head(connection)
            recent = self._recent_at(connection, head)
            for agent_id, request in asked:
                try:
                    looks.append(self._look(connection, recent, head, agent_id, request))
                except Problem as problem:
                    looks.append(problem)
        return looks

    def _look(
        self, connection: Connection, recent: Recent, head: HeadLine, agent_id: str, request: PullRequest
    ) -> _Look:
        """Raises RESYNC, RESTART and MALFORMED."""
        check_request(request)
        granted = recent.granted(connection, agent_id, request.wants)
        moment = _Moment(head, recent.tag(connection, head.ver), granted)
        check_history(connection, recent, head, request)
        span = span_of(head, granted, request)
        if request.page is not None:
            check_page(connection, recent, head, request.page, mark_of(head, request, span))
        if span.new or span.after < recent.base:
            return _Look(moment, span, None)
        changes = recent.changes(span.after, span.held, point_of(request), self._page + 1)
        return _Look(moment, span, changes)

    def _recent_at(self, connection: Connection, head: HeadLine) -> Recent:
        """Return the memory as of the snapshot; a fresh one when ours is ahead of it already."""
        recent = Recent() if self._recent.is_ahead_of(head) else self._recent
        recent.come_to(connection, head)
        return recent


def _fitting(changes: Sequence[Change]) -> int:
    """Return how many of the changes go into one page: one at least, if there is any."""
    characters = 0
    for count, change in enumerate(changes):
        if change.values is not None:
            characters += sum(map(len, filter(None, texts_of(change.kind)(change.values))))
        if characters > MOST_CHARACTERS and count:
            return count
    return len(changes)


def _rows(changes: Sequence[Change]) -> _Rows:
    puts = [
        Put(kind=one.kind, id=one.id, ver=one.ver, groups=one.groups, values=one.values)
        for one in changes
        if one.values is not None
    ]
    deletes = [Delete(kind=one.kind, id=one.id, ver=one.ver) for one in changes if one.values is None]
    kinds = sorted({put.kind for put in puts})
    return {
        "columns": {kind: columns_of(kind) for kind in kinds},
        "puts": tuple(puts),
        "deletes": tuple(deletes),
    }


def _clients(connection: Connection, client_ids: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Return whose each desk is and the number of its last mutation, by id; who has never pushed may be left out."""
    asked = {"client_ids": sorted(set(client_ids))}
    return {
        client_id: (agent_id, last_mid)
        for client_id, agent_id, last_mid in connection.execute(_CLIENT_LINES, asked).all()
    }


def _last_mid(clients: dict[str, tuple[str, int]], agent_id: str, client_id: str) -> int:
    """Return the number of the desk's last mutation, 0 when none has come; FORBIDDEN when the desk is another's."""
    owner_id, last_mid = clients.get(client_id, ("", 0))
    if owner_id != agent_id and (owner_id or last_mid):
        raise Problem(FORBIDDEN, action="pull")
    return last_mid


def _receipts(connection: Connection, request: PullRequest, last_mid: int) -> tuple[ReceiptLine, ...]:
    if last_mid <= request.known_mid:
        return ()
    asked = {"client_id": request.client_id, "known": request.known_mid}
    return tuple(
        ReceiptLine(
            uid=row.uid,
            mid=row.mid,
            hash=row.hash,
            status=Outcome(row.status),
            code=row.code,
            params=json.loads(row.params),
            ver=row.ver,
        )
        for row in connection.execute(_RECEIPTS, asked)
    )
