"""What the leader does for the feed now and then: tickets closed long ago leave the board, old memory is let go.

Each writes in a transaction of the caller, which takes the head first, like every other write.
"""

from __future__ import annotations

import secrets
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.head import Head
from kanbandesk.models.ledger import CommitLog, DeskClient, ReceiptRow, SyncHead
from kanbandesk.models.people import AgentRow
from kanbandesk.models.records import NotificationRow
from kanbandesk.models.rows import TABLES
from kanbandesk.models.tickets import TicketRow
from kanbandesk.protocol import board_group
from kanbandesk.server.core.groups import WINDOW
from kanbandesk.server.core.membership import MEMBER
from kanbandesk.workflow.records import Notification
from kanbandesk.workflow.statuses import DAY
from kanbandesk.workflow.tickets import Ticket

CLIENT_ID: Final = "feed"
KEPT: Final = 180 * DAY
"""How long tombstones and the log of commits are kept; a desk that was away for longer begins from nothing."""
SILENCE: Final = 400 * DAY
"""How long the receipts of a desk are kept of which nothing is heard."""
MOST: Final = 500
READ_FOR: Final = 90 * DAY
"""How long a notification is kept that was read; one that nobody has read is kept for `KEPT`."""
_MOST_VERSIONS: Final = 20_000
_TICKET, _LOG, _HEAD = table_of(TicketRow), table_of(CommitLog), table_of(SyncHead)
_CLIENT, _RECEIPT = table_of(DeskClient), table_of(ReceiptRow)
_NOTIFICATION, _AGENT = table_of(NotificationRow), table_of(AgentRow)
_PAST: Final = (  # person by person, as the index has them
    select(_NOTIFICATION.c.id)
    .where(
        _NOTIFICATION.c.agent_id.in_(select(_AGENT.c.id)),
        _NOTIFICATION.c.at <= bindparam("read"),
        (_NOTIFICATION.c.read_at <= bindparam("read")) | (_NOTIFICATION.c.at <= bindparam("told")),
    )
    .limit(bindparam("most"))
)
_ON_A_BOARD: Final = (
    MEMBER.c.kind == TABLES[Ticket],
    MEMBER.c.grp.startswith(board_group(""), autoescape=True),
    MEMBER.c.is_live,
)
_CLOSED: Final = (_TICKET.c.id == MEMBER.c.id) & (_TICKET.c.closed_at <= bindparam("last"))
_LEAVING: Final = select(MEMBER.c.id).join(_TICKET, _CLOSED).where(*_ON_A_BOARD).limit(bindparam("most"))
_LEAVE: Final = (
    update(MEMBER)
    .where(
        *_ON_A_BOARD,
        MEMBER.c.id.in_(bindparam("ids", expanding=True)),
        select(_TICKET.c.id).where(_CLOSED).exists(),
    )
    .values(is_live=False, hash=0, ver=bindparam("at_ver"))
)


def leaving(connection: Connection, now: int, most: int = MOST) -> list[str]:
    """Return some of the tickets on a board that were closed 30 days before `now` (UTC ms); it reads only."""
    return list(connection.scalars(_LEAVING, {"last": now - WINDOW, "most": most}))


def shrink(connection: Connection, ticket_ids: list[str], now: int) -> int:
    """Take tickets that `leaving` found off their boards, at a version of its own; return how many were.

    One that was opened again since stays.
    """
    if not ticket_ids:
        return 0
    head = _next_version(connection, now)
    asked = {"ids": ticket_ids, "at_ver": head.ver, "last": head.now - WINDOW}
    gone = connection.execute(_LEAVE, asked).rowcount
    if gone:
        _keep_version(connection, head)
    return gone


def forget_notifications(connection: Connection, now: int, most: int = MOST) -> int:
    """Delete some of the notifications read 90 days before `now` (UTC ms), or told 180 days before; return how many."""
    asked = {"read": now - READ_FOR, "told": now - KEPT, "most": most}
    ids = list(connection.scalars(_PAST, asked))
    if ids:
        head = _next_version(connection, now)
        connection.execute(delete(_NOTIFICATION).where(_NOTIFICATION.c.id.in_(ids)))
        gone = (MEMBER.c.kind == TABLES[Notification]) & MEMBER.c.id.in_(ids)
        connection.execute(update(MEMBER).where(gone).values(is_live=False, hash=0, ver=head.ver))
        _keep_version(connection, head)
    return len(ids)


def compact(connection: Connection, now: int) -> bool:
    """Let go of tombstones and commits older than 180 days, of the receipts of desks silent for 400, of old notices.

    Some thousand versions at a time: true when there are more.
    """
    Head.take(connection)
    is_more = forget_notifications(connection, now) == MOST
    before = connection.execute(select(_HEAD.c.horizon, _HEAD.c.ver)).one()
    until = min(before.horizon + _MOST_VERSIONS, before.ver)
    is_old = (_LOG.c.at <= now - KEPT) & (_LOG.c.ver <= until)
    horizon: int = connection.scalar(select(func.max(_LOG.c.ver)).where(is_old)) or 0
    _drop_receipts(connection, now)
    if horizon <= before.horizon:
        return is_more
    is_past = (MEMBER.c.ver > before.horizon) & (MEMBER.c.ver <= horizon)
    connection.execute(delete(MEMBER).where(is_past, MEMBER.c.is_live.is_(False)))
    connection.execute(delete(_LOG).where(_LOG.c.ver < horizon))
    connection.execute(update(_HEAD).values(horizon=horizon))
    return is_more or bool(horizon == until < before.ver)


def _next_version(connection: Connection, now: int) -> Head:
    head = Head.take(connection)
    head.ver += 1
    head.now = max(head.now, now)
    return head


def _keep_version(connection: Connection, head: Head) -> None:
    line = {"ver": head.ver, "tag": secrets.randbits(63), "at": head.now, "actor": ""}
    connection.execute(insert(_LOG), {**line, "client_id": CLIENT_ID, "mid": 0})
    head.save(connection)


def _drop_receipts(connection: Connection, now: int) -> None:
    """The desk's own line stays: it tells the number that comes next."""
    silent: Any = select(_CLIENT.c.id).where(_CLIENT.c.seen_at <= now - SILENCE)
    connection.execute(delete(_RECEIPT).where(_RECEIPT.c.client_id.in_(silent)))
