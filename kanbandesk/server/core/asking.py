"""What a desk asks, held against the history: whether its cursor and its page are of it, and what it has not yet."""

from __future__ import annotations

import hashlib
import json
from typing import Final

from sqlalchemy import Connection

from kanbandesk.protocol import MALFORMED, RESTART, RESYNC, PagePoint, Problem, PullRequest
from kanbandesk.server.core.groups import MOST_WANTS
from kanbandesk.server.core.pages import NOWHERE, Point, Span
from kanbandesk.server.core.recent import HeadLine, Recent

MOST_GROUPS: Final = 2_000


def check_request(request: PullRequest) -> None:
    """Raise MALFORMED for a request that asks for more than a desk ever does."""
    if len(request.wants) > MOST_WANTS:
        raise Problem(MALFORMED, field="wants")
    if len(request.groups) > MOST_GROUPS:
        raise Problem(MALFORMED, field="groups")
    if request.page is not None and request.page.start < 0:
        raise Problem(MALFORMED, field="page.start")


def check_history(connection: Connection, recent: Recent, head: HeadLine, request: PullRequest) -> None:
    """Raise RESYNC when the cursor is not of this history, or older than what the tombstones tell of."""
    cursor = request.cursor
    if cursor is None:
        return
    is_ours = cursor.epoch == head.epoch and head.horizon <= cursor.ver <= head.ver
    if not is_ours or recent.tag(connection, cursor.ver) != cursor.tag:
        raise Problem(RESYNC)


def mark_of(head: HeadLine, request: PullRequest, span: Span) -> str:
    """Return what stands for this pull from its first page to its last."""
    cursor = request.cursor
    since = None if cursor is None else [cursor.epoch, cursor.ver, cursor.tag]
    text = json.dumps([head.epoch, since, sorted(span.held), sorted(span.new)])
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def check_page(connection: Connection, recent: Recent, head: HeadLine, page: PagePoint, mark: str) -> None:
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


def span_of(head: HeadLine, granted: tuple[str, ...], request: PullRequest) -> Span:
    """Return what a pull has to read: which of the groups are held already, and since when."""
    held = frozenset(granted).intersection(request.groups if request.cursor else ())
    return Span(
        held=held,
        new=frozenset(granted) - held,
        after=request.cursor.ver if request.cursor else -1,
        start=request.page.start if request.page else head.ver,
    )


def point_of(request: PullRequest) -> Point:
    """Return behind which row the page begins."""
    page = request.page
    return NOWHERE if page is None else (page.ver, page.kind, page.id)
