"""A workspace in one SQLite file, held open by the one thread that writes to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kanbandesk.models.boardfile import changes_of, refresh_cache
from kanbandesk.models.engine import engine_over, open_for_writing, writing_engine
from kanbandesk.models.faults import NotSaved
from kanbandesk.models.schema import bring_up_to_date
from kanbandesk.server.core.bootstrap import create_workspace, first_person
from kanbandesk.server.core.ledger import Commit, Ledger, Submission
from kanbandesk.server.core.timers import due_submissions, next_due
from kanbandesk.server.core.upkeep import forget_notifications
from kanbandesk.server.core.zones import UTC
from kanbandesk.workflow.cards import Changes
from kanbandesk.workflow.first_words import ENGLISH

LOOK = 20_000
"""Steps of SQLite's machine, some milliseconds, between two glances at whether something more urgent has come."""


class Workspace:
    """The ledger, the timers and the writing connection of one file; every method belongs to one thread.

    NotSaved when the file cannot be opened for writing.
    """

    def __init__(self, path: Path, clock: Callable[[], int]) -> None:
        self._path = path
        self._clock = clock
        with self._faults():
            self._sqlite = open_for_writing(path)
        self._engine = engine_over(self._sqlite)
        self._ledger = Ledger(self._engine, clock)

    def commit(self, submissions: Sequence[Submission]) -> Commit:
        """Apply the first of the submissions in one transaction, as `Ledger.commit`; NotSaved when it cannot write."""
        with self._faults():
            return self._ledger.commit(submissions)

    def changes(self, commit: Commit) -> Changes | None:
        """Return what a commit changed on the board, None when nothing."""
        with self._faults():
            return changes_of(self._sqlite, commit.written, self._clock())

    def due(self) -> list[Submission]:
        """Return what the timers have to do now, in due order."""
        with self._reading() as connection:
            return due_submissions(connection, self._clock())

    def next_due(self) -> int | None:
        """Return the moment at which the timers have to do something next."""
        with self._reading() as connection:
            return next_due(connection, self._clock())

    def check(self, is_wanted_elsewhere: Callable[[], bool]) -> tuple[str, ...] | None:
        """Let SQLite look over the file; return what it found wrong, None when something more urgent came up."""
        self._sqlite.set_progress_handler(is_wanted_elsewhere, LOOK)
        try:
            found = [text for (text,) in self._sqlite.execute("PRAGMA quick_check(20)")]
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                return None
            raise
        finally:
            self._sqlite.set_progress_handler(None, 0)
        return () if found == ["ok"] else tuple(found)

    def close(self) -> None:
        """Let old notifications go, bring the log into the file, keep a big board's cards for the next start; close."""
        with suppress(
            DBAPIError, sqlite3.Error
        ):  # the log is safe where it is, and brought in when the file is opened again
            with self._engine.begin() as connection:
                forget_notifications(connection, self._clock())
            self._sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            refresh_cache(self._sqlite, self._path)
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._faults(), self._engine.connect() as connection:
            yield connection.execution_options(is_reading=True)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Turn what the database complains of into a plain sentence."""
        try:
            yield
        except DBAPIError as error:
            raise NotSaved(self._path, str(error.orig)) from error
        except sqlite3.Error as error:
            raise NotSaved(self._path, str(error)) from error


def create_file(
    path: Path,
    *,
    me: str,
    now: int,
    meta: dict[str, str],
    time_zone: str = UTC,
    language: str = ENGLISH,
) -> None:
    """Write a new workspace to `path`, down to the disk: all tables, default settings, and its first person, `me`."""
    bring_up_to_date(path)
    engine = writing_engine(path)
    with engine.begin() as transaction:
        create_workspace(
            transaction,
            me=first_person(me),
            now=now,
            meta=meta.items(),
            time_zone=time_zone,
            language=language,
        )
    engine.dispose()
