"""Where a team's server keeps its things, and how a workspace is opened there or made anew.

server.db   the workspace, without `--database`      files/   attachments by the SHA-256 of their content
lock        which process serves it
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from kanbandesk.models.faults import Fault
from kanbandesk.models.files import FileFolder
from kanbandesk.server.core.bootstrap import create_workspace, first_person
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.core.zones import UTC
from kanbandesk.workflow.first_words import ENGLISH

DATABASE, FILES, LOCK, SOLO_BOARD = "server.db", "files", "lock", "board.db"
DatabaseFault = DBAPIError
"""What a database that does not answer, or refuses, is caught as."""
NOBODY_YET: Final = "Administrator"
"""What the first person is called until somebody takes the place."""


def system_clock() -> int:
    """Return UTC milliseconds."""
    return time.time_ns() // 1_000_000


def fault_text(error: DatabaseFault) -> str:
    """Return what the database said, in its own words; they never hold a password."""
    return f"the database does not answer: {' '.join(str(error.orig).split())}"


class DeskBoard(Fault):
    """The folder holds the board of one desk."""

    words = (
        "{path} holds the board of one desk, which was left untouched."
        " Name another folder for the server, and bring the board into it by `kanbandesk share`."
    )


class NoServer(Fault):
    """There is no workspace of a server here."""

    words = "There is no team's server in {path}. Start one by `kanbandesk serve`, or name its folder."


def check_is_no_desk(home: Path) -> None:
    """Raise DeskBoard for the home of one computer: it is shared by copying, never by serving it."""
    if (home / SOLO_BOARD).exists():
        raise DeskBoard(home)


def open_database(home: Path, url: str = "") -> Database:
    """Open the workspace's database and bring it up to date; the home's own file without a URL.

    Faults of `models.faults`, SQLAlchemy's DBAPIError when a server does not answer, ValueError for a strange URL.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ExitStack() as undoing:
        database = Database.open(url or home / DATABASE)
        undoing.callback(database.close)
        with database.reading():  # one that does not answer is told as such, not as an upgrade that failed
            pass
        database.migrate()
        undoing.pop_all()
    return database


def open_guest(home: Path, *, is_alone: bool = False) -> Database:
    """Open a SQLite workspace beside the process that serves it (unless `is_alone`); NoServer without a file.

    It leaves the write-ahead log to the server: SQLite's older versions may lose it when two processes bring it in
    at once.
    """
    path = home / DATABASE
    if not path.is_file():
        raise NoServer(home)
    database = Database.open(path)
    if is_alone:
        database.migrate()
    else:
        with database.begin() as connection:
            connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 0")
    return database


def create_if_missing(
    database: Database,
    clock: Callable[[], int],
    name: str,
    time_zone: str = UTC,
    language: str = ENGLISH,
) -> bool:
    """Make the workspace where there is none yet, in `time_zone` (C1) and `language`; tell whether it was made."""
    if database.has_workspace():
        return False
    with database.begin() as connection:
        if database.is_shared:  # another process may begin at the same moment
            connection.exec_driver_sql("LOCK TABLE sync_head IN EXCLUSIVE MODE")
        if database.has_workspace():
            return False
        create_workspace(
            connection,
            me=first_person(NOBODY_YET),
            now=clock(),
            meta=[("name", name)],
            time_zone=time_zone,
            language=language,
        )
        rebuild_members(connection)
    return True


def file_folder(home: Path) -> FileFolder:
    """Return the folder of the attachments' contents."""
    return FileFolder(home / FILES)
