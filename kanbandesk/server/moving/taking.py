"""A running server takes the board of one desk: into the workspace that it was started with and nobody has used yet.

All of it in one transaction, or nothing. The administrator who brings the board becomes its first person: the login and
password stay, and so does the session, so that whoever brought it can go on at once.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import DataError

from kanbandesk.models import search
from kanbandesk.models.base import table_of
from kanbandesk.models.faults import Fault
from kanbandesk.models.files import FileFolder
from kanbandesk.models.ledger import CommitLog, Meta, SyncHead
from kanbandesk.models.people import ClientRow, ContactRow
from kanbandesk.models.schema import bring_up_to_date
from kanbandesk.models.team import Account, Audit, Invitation, Member, PresenceRow, Session
from kanbandesk.models.tickets import TicketRow
from kanbandesk.protocol import NO_BOARD, OCCUPIED, Problem
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.moving.attachments import contents_in, count_missing
from kanbandesk.server.moving.parcel import BOARD, SOLO, Parcel
from kanbandesk.server.moving.refusal import CannotMove
from kanbandesk.server.moving.restore import check_board
from kanbandesk.server.moving.sharing import appoint, make_a_team_s
from kanbandesk.server.moving.snapshot import check_arrival, reading_from
from kanbandesk.server.moving.tables import TABLES, clear, copy_tables, counts_of, let_it_take_long, sums_of
from kanbandesk.server.people import audit
from kanbandesk.server.people.sessions import Caller

CLIENT_ID: Final = "share"
ORIGIN: Final = "origin"
"""Of a workspace whose board was brought here: which one it was, so that who heard no answer can tell it is his."""
KEPT_META: Final = ("second_factor",)
"""What the server says of itself, and not the board."""
_HEAD, _LOG, _META = map(table_of, (SyncHead, CommitLog, Meta))
_ACCOUNT, _SESSION, _INVITATION = map(table_of, (Account, Session, Invitation))
_OF_THE_SERVER: Final = (_ACCOUNT, _SESSION, _INVITATION, table_of(Audit))
_MADE_ANEW: Final = (table_of(Member),)
_TAKEN: Final = tuple(table for table in TABLES if table not in _OF_THE_SERVER + _MADE_ANEW)
_UNTOUCHED: Final = tuple(map(table_of, (TicketRow, ClientRow, ContactRow)))
"""Tables that are empty while nobody has worked here."""
_ORIGIN: Final = select(_META.c.value).where(_META.c.key == ORIGIN)
Changing = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What arrived; `missing` attachments had no content at the desk either. The caller is `agent_id` from now on."""

    agent_id: str
    name: str
    workspace: str
    tickets: int
    messages: int
    events: int
    files: int
    missing: int


def check_untouched(connection: Connection, agent_id: str) -> None:
    """Raise Problem "occupied" when others have an account, or anything was done; `origin` is of what was taken."""
    others = select(func.count()).select_from(_ACCOUNT).where(_ACCOUNT.c.agent_id != agent_id)
    questions = [others, *(select(func.count()).select_from(table) for table in _UNTOUCHED)]
    if any(connection.scalar(asked) for asked in questions):
        raise Problem(OCCUPIED, origin=connection.scalar(_ORIGIN) or "")


def take_board(archive: Path, work: Path, files: FileFolder, changing: Changing, caller: Caller) -> Taken:
    """Put the board that lies in `archive` into the server's workspace; `work` is an empty folder on its disk.

    `changing` opens the transaction in which it happens. Problem "no_board" with a `reason` for what is none, or cannot
    be taken here; "occupied" when somebody was quicker. Nothing is changed then.
    """
    board = work / BOARD
    try:
        with Parcel.opened(archive) as parcel:
            contents = parcel.contents
            if contents.kind != SOLO:
                raise Problem(NO_BOARD, reason="team")
            parcel.unpack(work)
            check_board(archive, board, contents)
        origin = contents.parts[BOARD][1]
        bring_up_to_date(board)
        make_a_team_s(board)
        me = appoint(board)
        with ExitStack() as undoing:
            _keep_files(work, files, undoing)
            with changing() as connection:
                let_it_take_long(connection)
                head = _take_head(connection)
                check_untouched(connection, caller.agent_id)
                _replace(connection, board)
                _hand_over(connection, caller, me.id)
                taken = _finish(connection, head, origin)
                missing = count_missing(connection, work / "files")
                audit.record(connection, at=taken["now"], actor_id=me.id, action="take_board", origin=origin)
            undoing.pop_all()
    except Fault as fault:
        raise Problem(
            NO_BOARD, reason=fault.reason if isinstance(fault, CannotMove) else "damaged"
        ) from fault
    except DataError as error:  # PostgreSQL takes no NUL in a text
        raise Problem(NO_BOARD, reason="text") from error
    return Taken(
        agent_id=me.id,
        name=me.name,
        workspace=contents.workspace,
        tickets=taken["ticket"],
        messages=taken["message"],
        events=taken["event"],
        files=sum(name.startswith("files/") for name in contents.parts),
        missing=missing,
    )


def _keep_files(work: Path, files: FileFolder, undoing: ExitStack) -> None:
    """Keep the contents beside those that are there; what is undone forgets only those that are new."""
    for sha256, path in contents_in(work / "files"):
        if not files.has(sha256):
            undoing.callback(files.forget, sha256)
            files.keep(path)


def _take_head(connection: Connection) -> int:
    """Let nobody else write until the end of the transaction; return the head's version."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE sync_head IN EXCLUSIVE MODE")
    return connection.scalar(select(_HEAD.c.ver)) or 0


def _replace(connection: Connection, board: Path) -> None:
    """Put the board's rows in the place of the server's; CannotMove when what arrives is not what was sent."""
    kept = connection.execute(select(_META).where(_META.c.key.in_(KEPT_META))).mappings().all()
    clear(connection, (*_TAKEN, *_MADE_ANEW, table_of(PresenceRow)))
    is_hashed = connection.dialect.name != "sqlite"
    with reading_from(board) as source:
        sent = copy_tables(source, connection, _TAKEN, is_hashed=is_hashed)
    check_arrival(board, sent, (sums_of if is_hashed else counts_of)(connection, _TAKEN))
    connection.execute(delete(_META).where(_META.c.key.in_((*KEPT_META, ORIGIN))))
    if kept:
        connection.execute(insert(_META), [dict(row) for row in kept])
    search.index(connection, connection.scalars(select(table_of(TicketRow).c.id)).all())


def _hand_over(connection: Connection, caller: Caller, me: str) -> None:
    """Let the caller be the board's first person; other desks of his have to begin anew, as somebody else."""
    now = connection.scalar(select(_HEAD.c.now)) or 0
    connection.execute(update(_ACCOUNT).values(agent_id=me))
    is_his = _SESSION.c.id == caller.session_id
    connection.execute(
        update(_SESSION).where(~is_his, _SESSION.c.revoked_at.is_(None)).values(revoked_at=now)
    )
    connection.execute(update(_SESSION).where(is_his).values(agent_id=me))
    connection.execute(update(_INVITATION).where(_INVITATION.c.used_at.is_(None)).values(used_at=now))


def _finish(connection: Connection, before: int, origin: str) -> dict[str, int]:
    """Put the head beyond both histories, so that every process sees it move; return counts, and the head's moment."""
    head = connection.execute(select(_HEAD.c.ver, _HEAD.c.now)).one()
    ver = max(head.ver, before) + 1
    line = {"ver": ver, "tag": secrets.randbits(63), "at": head.now, "actor": "", "client_id": CLIENT_ID}
    connection.execute(insert(_LOG), {**line, "mid": 0})
    connection.execute(update(_HEAD).values(ver=ver))
    connection.execute(insert(_META), {"key": ORIGIN, "value": origin})
    rebuild_members(connection)
    counted = {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0
        for table in _TAKEN
        if table.name in ("ticket", "message", "event")
    }
    return {"now": head.now, **counted}
