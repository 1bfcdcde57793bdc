"""A home: the folder of one board. One process writes to it at a time, by a lock of the operating system.

board.db   the ledger and all tables          files/    attachments by the SHA-256 of their content
desk.db    drafts, of this desk only          backups/  copies made before the schema was changed
lock       whose process has the home open         board.cache  a big board's cards, for the next start

The home of a team's desk has instead of board.db: team.json, whose it is and where the server is; replica.db, what the
server has, disposable; outbox.db, what is on its way there.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kanbandesk.app.locks import FileLock
from kanbandesk.app.membership import REPLICA, Membership, OfTeam
from kanbandesk.models.boardfile import SHARED, are_timers_on, open_for_reading, read_meta
from kanbandesk.models.faults import Damaged, Foreign, Missing, Occupied, Shared
from kanbandesk.models.files import sync_folder
from kanbandesk.models.schema import SCHEMA_VERSION, bring_up_to_date, copy_database, schema_version
from kanbandesk.workflow.statuses import DAY

BOARD, DESK, FILES, LOCK, BACKUPS = "board.db", "desk.db", "files", "lock", "backups"
ENVIRONMENT = "KANBANDESK_HOME"
DEMO_MARK = "demo"
"""The key of a home's meta that says: this is a demo, which may be thrown away."""


def system_now() -> int:
    """Return the computer's clock in UTC milliseconds."""
    return time.time_ns() // 1_000_000


@dataclass(slots=True)
class Home:
    """An open home; `close` gives it free."""

    path: Path
    name: str
    me: str
    """The id of the agent whose desk this is."""
    clock_offset: int
    """Milliseconds to add to the computer's clock: a board imported as of a moment lives on from there."""
    as_of: int | None
    """That moment, for pictures and figures of exactly then."""
    has_timers: bool
    """Whether wakes and closings happen by themselves; not on an imported board (C9)."""
    is_demo: bool = False
    """Whether it was made as a demo, which may be thrown away."""
    team: Membership | None = None
    """Which team's desk it is; None for a board of one computer."""
    _lock: FileLock | None = None

    @staticmethod
    def default_path() -> Path:
        """Return where the home is when nobody says otherwise."""
        named = os.environ.get(ENVIRONMENT)
        if named:
            return Path(named)
        import platformdirs

        return Path(platformdirs.user_data_dir("kanbandesk", appauthor=False)) / "home"

    @classmethod
    def exists(cls, path: Path) -> bool:
        """Tell whether there is a home at `path`."""
        return (path / BOARD).is_file() or Membership.exists(path)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        name: str = "Support",
        me: str = "Me",
        as_of: int | None = None,
        has_timers: bool = True,
        began_at: int | None = None,
        time_zone: str = "",
        language: str = "en",
        furnish: Callable[[Path], None] | None = None,
    ) -> Home:
        """Make a home and open it: whole, or not at all.

        `me` names its first person, who may do everything. With `as_of` (UTC ms) the home's clock starts at that
        moment. `time_zone` is where the workspace is (C1), UTC when nobody says, `language` that in which it writes
        to clients. `furnish` fills the unfinished folder, with a history that may begin at `began_at`. Raises
        Occupied when the folder holds anything.
        """
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise Occupied(path)
        offset = 0 if as_of is None else as_of - system_now()
        meta = {
            "name": name,
            "clock_offset": str(offset),
            "as_of": "" if as_of is None else str(as_of),
            "timers": "on" if has_timers else "off",
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        import secrets

        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
        try:
            began = system_now() + offset if began_at is None else began_at
            zone = time_zone or "UTC"
            _fill(unfinished, me=me, now=began, meta=meta, time_zone=zone, language=language)
            if furnish is not None:
                furnish(unfinished)
            if path.exists():
                path.rmdir()
            unfinished.rename(path)
            sync_folder(path.parent)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, is_reading_only: bool = False, may_be_team: bool = False) -> Home:
        """Open the home at `path` and lock it; one that is only read needs no lock and may be open elsewhere.

        Whoever writes to a board says by `may_be_team` that he knows how to treat a team's desk; else OfTeam. An older
        schema is brought up to date, after a copy into `backups`. Raises Missing, InUse, Shared, Foreign, Newer,
        Damaged or NotUpgraded; the home is untouched then.
        """
        if not cls.exists(path):
            raise Foreign(path) if path.is_file() else Missing(path)
        if Membership.exists(path):
            return cls._open_team(path, is_reading_only=is_reading_only, may_be_team=may_be_team)
        board = path / BOARD
        if is_reading_only and schema_version(board) == SCHEMA_VERSION:
            return cls._read(path, None)
        with ExitStack() as undoing:
            lock = FileLock.take(path / LOCK)
            undoing.callback(lock.release)
            version = schema_version(board)
            if not version:
                raise Damaged(board)
            if version < SCHEMA_VERSION:
                _bring_up_to_date(path, version)
            home = cls._read(path, lock)
            undoing.pop_all()
            return home

    @classmethod
    def _open_team(cls, path: Path, *, is_reading_only: bool, may_be_team: bool) -> Home:
        """Open the home of a team's desk; what is only read has to be a replica that this version made."""
        if not (is_reading_only or may_be_team):
            raise OfTeam(path)
        membership = Membership.read(path)
        if is_reading_only and (
            not (path / REPLICA).is_file() or schema_version(path / REPLICA) != SCHEMA_VERSION
        ):
            raise Missing(path)
        return cls(
            path=path,
            name=membership.workspace,
            me=membership.agent_id,
            clock_offset=0,
            as_of=None,
            has_timers=False,
            team=membership,
            _lock=None if is_reading_only else FileLock.take(path / LOCK),
        )

    @classmethod
    def _read(cls, path: Path, lock: FileLock | None) -> Home:
        try:
            with closing(open_for_reading(path / BOARD)) as connection:
                meta, has_timers = read_meta(connection), are_timers_on(connection)
        except sqlite3.DatabaseError as error:
            raise Damaged(path / BOARD) from error
        if lock is not None and meta.get(SHARED):
            raise Shared(path, place=meta[SHARED])
        as_of = meta.get("as_of", "")
        return cls(
            path=path,
            name=meta.get("name", ""),
            me=meta.get("me", ""),
            clock_offset=int(meta.get("clock_offset", "0")),
            as_of=int(as_of) if as_of else None,
            has_timers=has_timers,
            is_demo=DEMO_MARK in meta,
            _lock=lock,
        )

    @property
    def board_path(self) -> Path:
        """The file of the tables: with the ledger, or what a team's desk holds of it."""
        return self.path / (REPLICA if self.team else BOARD)

    @property
    def desk_path(self) -> Path:
        """The file of the drafts."""
        return self.path / DESK

    @property
    def files_path(self) -> Path:
        """The folder of the attachments' contents."""
        return self.path / FILES

    def now(self) -> int:
        """Return the home's clock in UTC milliseconds."""
        return system_now() + self.clock_offset

    def close(self) -> None:
        """Give the home free for other processes."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _fill(path: Path, **beginning: Any) -> None:
    """Write all files of a new home into the folder `path`, down to the disk; it begins as for `create_file`."""
    from kanbandesk.server.core.workspace import create_file

    path.mkdir(mode=0o700)  # what people wrote to a support desk is nobody else's business
    (path / FILES).mkdir()
    create_file(path / BOARD, **beginning)


def _bring_up_to_date(path: Path, version: int) -> None:
    """Change the schema, after a copy of the whole board into the home's backups."""
    backups = path / BACKUPS
    backups.mkdir(exist_ok=True)
    copy_database(path / BOARD, backups / f"board-schema-{version}-{system_now() // DAY}.db")
    bring_up_to_date(path / BOARD)
