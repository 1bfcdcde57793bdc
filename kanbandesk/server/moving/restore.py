"""A backup becomes a workspace again, in an empty place; desks that know more bring it up to date."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import delete, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import SyncHead
from kanbandesk.models.schema import bring_up_to_date
from kanbandesk.models.team import Invitation, Session
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.moving.attachments import count_missing
from kanbandesk.server.moving.parcel import BOARD, DRAFTS, SOLO, Contents, Parcel
from kanbandesk.server.moving.places import Place
from kanbandesk.server.moving.refusal import CannotMove
from kanbandesk.server.moving.sharing import begin_new_history
from kanbandesk.server.moving.snapshot import writing_to
from kanbandesk.server.moving.soundness import flaws
from kanbandesk.server.moving.tables import PASSING, clear
from kanbandesk.server.people import audit
from kanbandesk.server.places import DATABASE, system_clock

DESK: Final = "desk.db"
"""Where a home of one computer has its drafts."""
_HEAD, _SESSION, _INVITATION = map(table_of, (SyncHead, Session, Invitation))


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was restored: `sessions` were ended, of the attachments' contents `missing` are not there."""

    contents: Contents
    files: int
    sessions: int
    missing: int


def restore(path: Path, home: Path, url: str = "", *, keeps_sessions: bool = False) -> Restored:
    """Put the backup at `path` into an empty home, its rows into the PostgreSQL database at `url` if there is one.

    The history gets a new name (epoch), so that desks pull from nothing, and send again what was decided since the
    backup. Sessions end unless told otherwise, open invitations always: some may have been revoked, or used, since.
    CannotMove or Occupied; then nothing was written.
    """
    with Parcel.opened(path) as parcel:
        contents = parcel.contents
        if url and contents.kind == SOLO:
            raise CannotMove(
                path, f"{path} is of the board of one desk: restore it into a folder, then share it."
            )
        with Place.prepared(home, url) as place:
            parcel.unpack(place.work)
            board = place.work / BOARD
            check_board(path, board, contents)
            bring_up_to_date(board)
            sessions = _begin_anew(board, contents, keeps_sessions=keeps_sessions)
            with writing_to(board) as connection:
                missing = count_missing(connection, place.files)
            place.fill(board, BOARD if contents.kind == SOLO else DATABASE)
            if (drafts := place.work / DRAFTS).exists():
                drafts.rename(home / DESK)
    files = sum(name.startswith("files/") for name in contents.parts)
    return Restored(contents=contents, files=files, sessions=sessions, missing=missing)


def check_board(path: Path, board: Path, contents: Contents) -> None:
    """Raise CannotMove when an unpacked board is not sound, or not the one that the list tells of."""
    problems = flaws(board)
    if not problems:
        with writing_to(board) as connection:
            head = connection.execute(select(_HEAD.c.epoch, _HEAD.c.ver)).one()
        if (head.epoch, head.ver) != (contents.epoch, contents.ver):
            problems = ["its list tells of another moment"]
    if problems:
        told = "; ".join(problems[:5])
        raise CannotMove(path, f"{path} is damaged: {BOARD}: {told}. Nothing was written.")


def _begin_anew(board: Path, contents: Contents, *, keeps_sessions: bool) -> int:
    """Make the snapshot a history of its own; return how many sessions were ended."""
    ended = 0
    with writing_to(board) as connection:
        begin_new_history(connection)
        if contents.kind == SOLO:
            return 0
        now = system_clock()
        clear(connection, PASSING)
        if not keeps_sessions:
            ended = connection.execute(delete(_SESSION).where(_SESSION.c.revoked_at.is_(None))).rowcount
        connection.execute(update(_INVITATION).where(_INVITATION.c.used_at.is_(None)).values(used_at=now))
        audit.record(
            connection, at=now, actor_id="", action="restore", ver=contents.ver, at_backup=contents.made_at
        )
        rebuild_members(connection)
    return ended
