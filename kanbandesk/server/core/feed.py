"""The feed: what a desk pulls, from nothing or from where it stands, page by page.

A pull tells the rows of the groups that an agent is granted. Of groups that the desk holds it gets what changed since
its cursor, of others everything that lives. Pages follow (version, kind, id); each is read in a snapshot of its own,
and what changes meanwhile comes again further on, so that the last page makes the desk equal to its own snapshot.
"""

from __future__ import annotations

import hashlib
import json
import threading
from typing import Final, NamedTuple, TypedDict

from sqlalchemy import Connection, bindparam, select

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import DeskClient, ReceiptRow
from kanbandesk.models.store import Store
from kanbandesk.protocol import (
    FORBIDDEN,
    MALFORMED,
    PAGE,
    RESTART,
    RESYNC,
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
from kanbandesk.server.core.contents import columns_of
from kanbandesk.server.core.digest import digest
from kanbandesk.server.core.groups import MOST_WANTS
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.core.pages import NOWHERE, Point, Span, read_page
from kanbandesk.server.core.recent import Change, HeadLine, Recent, read_head
from kanbandesk.server.core.upkeep import compact, leaving, shrink

__all__ = ["Feed", "compact", "digest", "leaving", "rebuild_members", "shrink"]

MOST_GROUPS: Final = 2_000
MOST_CHARACTERS: Final = 4_000_000
"""Text in one page: long messages make it shorter than `PAGE` rows."""
_CLIENT, _RECEIPT = table_of(DeskClient), table_of(ReceiptRow)
_CLIENT_LINE: Final = select(_CLIENT.c.agent_id, _CLIENT.c.last_mid).where(
    _CLIENT.c.id == bindparam("client_id")
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
        here = f"{self.head.ver}.{self.tag}.{_mark(self.head, request, span)}"
        return PagePoint(start=span.start, granted=here, ver=last.ver, kind=last.kind, id=last.id)

    def is_held_by(self, request: PullRequest, last_mid: int) -> bool:
        """Tell whether the desk has everything there is, and asks for nothing more."""
        if request.page is not None or request.cursor is None or request.wants_digest:
            return False
        is_level = request.cursor.ver == self.head.ver and last_mid <= request.known_mid
        return is_level and set(request.groups) == set(self.granted)


class Feed:
    """What a process knows of the feed; `pull` may be called by several threads, each with its own connection."""

    def __init__(self, page: int = PAGE, recent: Recent | None = None) -> None:
        self._page = page
        self._recent = recent or Recent()
        self._lock = threading.Lock()

    def record(self, connection: Connection, store: Store, ver: int) -> None:
        """Write to which groups the rows of a mutation belong; after its flush, in its savepoint."""
        membership.record(connection, store, ver)

    def pull(
        self, connection: Connection, agent_id: str, request: PullRequest, now: int
    ) -> PullAnswer | None:
        """Return a page of what `request` has not yet, None when there is nothing new to tell.

        `connection` reads in one snapshot, and has read nothing in it before. Raises Problem: RESTART, RESYNC,
        FORBIDDEN for the id of somebody else's desk, MALFORMED for more than is taken.
        """
        check_request(request)
        moment, span, changes = self._look(connection, agent_id, request)
        if changes is None:
            changes = read_page(connection, span, _point(request), self._page + 1)
        last_mid = _last_mid(connection, agent_id, request.client_id)
        length = _fitting(changes[: self._page])
        if len(changes) > length:
            page = moment.page_behind(changes[length - 1], span, request)
            return PullAnswer(**_rows(changes[:length]), now=now, page=page)
        if not changes and moment.is_held_by(request, last_mid):
            return None
        return PullAnswer(
            **_rows(changes),
            now=now,
            cursor=Cursor(epoch=moment.head.epoch, ver=moment.head.ver, tag=moment.tag),
            groups=moment.granted,
            last_mid=last_mid,
            receipts=_receipts(connection, request, last_mid),
            digest=digest(connection, moment.granted) if request.wants_digest else None,
        )

    def _look(
        self, connection: Connection, agent_id: str, request: PullRequest
    ) -> tuple[_Moment, Span, list[Change] | None]:
        """Return the moment, what is asked for, and the changes as far as the memory has them.

        Raises RESYNC and RESTART.
        """
        with self._lock:
            head = read_head(connection)
            recent = self._recent_at(connection, head)
            granted = recent.granted(connection, agent_id, request.wants)
            moment = _Moment(head, recent.tag(connection, head.ver), granted)
            _check_history(connection, recent, head, request)
            span = _span(head, granted, request)
            if request.page is not None:
                _check_page(connection, recent, head, request.page, _mark(head, request, span))
            if span.new or span.after < recent.base:
                return moment, span, None
            return moment, span, recent.changes(span.after, span.held, _point(request), self._page + 1)

    def _recent_at(self, connection: Connection, head: HeadLine) -> Recent:
        """Return the memory as of the snapshot; a fresh one when ours is ahead of it already."""
        recent = Recent() if self._recent.is_ahead_of(head) else self._recent
        recent.come_to(connection, head)
        return recent


def check_request(request: PullRequest) -> None:
    """Raise MALFORMED for a request that asks for more than a desk ever does."""
    if len(request.wants) > MOST_WANTS:
        raise Problem(MALFORMED, field="wants")
    if len(request.groups) > MOST_GROUPS:
        raise Problem(MALFORMED, field="groups")
    if request.page is not None and request.page.start < 0:
        raise Problem(MALFORMED, field="page.start")


def _check_history(connection: Connection, recent: Recent, head: HeadLine, request: PullRequest) -> None:
    """Raise RESYNC when the cursor is not of this history, or older than what the tombstones tell of."""
    cursor = request.cursor
    if cursor is None:
        return
    is_ours = cursor.epoch == head.epoch and head.horizon <= cursor.ver <= head.ver
    if not is_ours or recent.tag(connection, cursor.ver) != cursor.tag:
        raise Problem(RESYNC)


def _mark(head: HeadLine, request: PullRequest, span: Span) -> str:
    """Return what stands for this pull from its first page to its last."""
    cursor = request.cursor
    since = None if cursor is None else [cursor.epoch, cursor.ver, cursor.tag]
    text = json.dumps([head.epoch, since, sorted(span.held), sorted(span.new)])
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _check_page(connection: Connection, recent: Recent, head: HeadLine, page: PagePoint, mark: str) -> None:
    """Raise RESTART when the page before was of another pull, of other groups, or of a history that is no more.

    Each page carries its own version and tag: a server that was put back between two pages is found out.
    """
    ver, tag, before = _parts(page.granted)
    is_same = before == mark and ver <= head.ver and recent.tag(connection, ver) == tag
    if not is_same or not head.horizon <= page.start <= ver:
        raise Problem(RESTART)


def _parts(granted: str) -> tuple[int, int, str]:
    ver, _, rest = granted.partition(".")
    tag, _, mark = rest.partition(".")
    if not (ver.isdecimal() and tag.isdecimal()):
        raise Problem(RESTART)
    return int(ver), int(tag), mark


def _span(head: HeadLine, granted: tuple[str, ...], request: PullRequest) -> Span:
    held = frozenset(granted).intersection(request.groups if request.cursor else ())
    return Span(
        held=held,
        new=frozenset(granted) - held,
        after=request.cursor.ver if request.cursor else -1,
        start=request.page.start if request.page else head.ver,
    )


def _point(request: PullRequest) -> Point:
    page = request.page
    return NOWHERE if page is None else (page.ver, page.kind, page.id)


def _fitting(changes: list[Change]) -> int:
    """Return how many of the changes go into one page: one at least, if there is any."""
    characters = 0
    for count, change in enumerate(changes):
        characters += sum(len(value) for value in change.values or () if type(value) is str)
        if characters > MOST_CHARACTERS and count:
            return count
    return len(changes)


def _rows(changes: list[Change]) -> _Rows:
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


def _last_mid(connection: Connection, agent_id: str, client_id: str) -> int:
    """Return the number of the desk's last mutation, 0 when none has come; FORBIDDEN when the desk is another's."""
    client = connection.execute(_CLIENT_LINE, {"client_id": client_id}).first()
    if client is None:
        return 0
    if client.agent_id != agent_id and (client.agent_id or client.last_mid):
        raise Problem(FORBIDDEN, action="pull")
    return int(client.last_mid)


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
