"""A backup: the whole of a board or a team's workspace at one moment, in one file; also while it is worked on."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from kanbandesk import __version__
from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import Meta, SyncHead
from kanbandesk.models.schema import SCHEMA_VERSION, bring_up_to_date, copy_database
from kanbandesk.server.core.database import Database
from kanbandesk.server.moving import parcel
from kanbandesk.server.moving.attachments import Kept, contents_in, count_missing, is_whole
from kanbandesk.server.moving.parcel import Contents
from kanbandesk.server.moving.refusal import CannotMove
from kanbandesk.server.moving.sharing import unsound
from kanbandesk.server.moving.snapshot import reading_from, seal, take_snapshot
from kanbandesk.server.moving.soundness import flaws
from kanbandesk.server.moving.tables import WITHOUT_FEED, count_rows
from kanbandesk.server.places import system_clock

_HEAD, _META = table_of(SyncHead), table_of(Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What was written; `files` tells which contents could not be."""

    contents: Contents
    files: Kept
    size: int


def back_up(database: Database, files: Path, out: Path, *, kind: str, drafts: Path | None = None) -> BackedUp:
    """Write a backup to `out`; the one that is there is replaced when the new one is whole.

    Rows first, then contents: what a row of that moment names is there by then. CannotMove when the database is not
    sound: the backups that there are must not be replaced by a damaged one.
    """
    with tempfile.TemporaryDirectory(prefix=".kanbandesk-", dir=out.absolute().parent) as folder:
        snapshot = Path(folder) / parcel.BOARD
        take_snapshot(database, snapshot, WITHOUT_FEED)
        problems = flaws(snapshot)
        if problems:
            raise CannotMove(Path(database.name), unsound(Path(database.name), problems))
        bring_up_to_date(snapshot)
        _leave_feed(snapshot)
        seal(snapshot)
        kept = Kept()
        with parcel.writing(out) as archive:
            archive.add(parcel.BOARD, snapshot, is_packed=True)
            if drafts is not None and drafts.exists():
                copy_database(drafts, Path(folder) / parcel.DRAFTS)
                archive.add(parcel.DRAFTS, Path(folder) / parcel.DRAFTS, is_packed=True)
            for sha256, path in contents_in(files):
                _add_content(archive, sha256, path, kept)
            contents = _contents(snapshot, archive, kind, "sqlite" if database.path else "postgresql")
            archive.finish(contents)
        with reading_from(snapshot) as connection:
            kept.missing = count_missing(connection, files)
    return BackedUp(contents=contents, files=kept, size=out.stat().st_size)


def _leave_feed(snapshot: Path) -> None:
    """Half of a team's database is its feed, which a restore makes anew."""
    with closing(sqlite3.connect(snapshot, isolation_level=None)) as connection:
        connection.execute("DELETE FROM member")
        connection.execute("VACUUM")


def _add_content(archive: parcel.Writing, sha256: str, path: Path, kept: Kept) -> None:
    if not is_whole(sha256, path):
        kept.damaged.append(sha256)
        return
    archive.add(f"files/{sha256[:2]}/{sha256}", path, is_packed=False)
    kept.count += 1
    kept.size += path.stat().st_size


def _contents(snapshot: Path, archive: parcel.Writing, kind: str, source: str) -> Contents:
    with reading_from(snapshot) as connection:
        head = connection.execute(select(_HEAD.c.epoch, _HEAD.c.ver)).one()
        name = connection.scalar(select(_META.c.value).where(_META.c.key == "name")) or ""
        rows = count_rows(connection)
    return Contents(
        kind=kind,
        made_at=system_clock(),
        app=__version__,
        schema=SCHEMA_VERSION,
        workspace=name,
        epoch=head.epoch,
        ver=head.ver,
        source=source,
        rows=rows,
        parts=archive.parts,
    )
