"""A workspace's database, SQLite or PostgreSQL: who may write at a moment, and reading as of one moment."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, cast

from sqlalchemy import Connection, Engine, func, inspect, select
from sqlalchemy.engine import make_url

from kanbandesk.models.base import table_of
from kanbandesk.models.engine import postgresql_engine, reading_engine, writing_engine
from kanbandesk.models.ledger import SyncHead
from kanbandesk.models.migrations.runner import migrate_engine
from kanbandesk.models.schema import SCHEMA_VERSION, bring_up_to_date, schema_version

WRITERS = 3
"""Writing connections of a process to PostgreSQL: the ledger's, and those of sign-ins, leases and presence."""
READERS = 4
MOST_PAGES = 10_000
"""Pages of SQLite's write-ahead log (40 MB) after which a commit brings it in by itself, though somebody waits."""
_HEAD = select(table_of(SyncHead).c.ver)
_CLOCK = select(func.floor(func.extract("epoch", func.clock_timestamp()) * 1000))


class Database:
    """One database of a process: its writing engine, and a pool of connections that only read.

    SQLite has one writing connection; whoever writes takes his turn at it, in the order in which they came.
    """

    def __init__(self, name: str, writing: Engine, reading: Engine, path: Path | None) -> None:
        self.name = name
        """What to call it where people read: never with a password."""
        self.path = path
        """The file of a SQLite database."""
        self.engine = writing
        self._reading = reading
        self._turns = _Turns() if path is not None else None
        self._rows_brought_in = 0

    @classmethod
    def open(cls, place: str | Path) -> Self:
        """Open the SQLite file at a path (made when there is none) or the PostgreSQL database at a URL.

        Faults of `models.faults` when a file cannot be used. Nothing is changed before `migrate`.
        """
        if isinstance(place, str) and "://" in place:
            return cls._open_url(place)
        path = Path(place)
        path.touch(exist_ok=True)
        schema_version(path)
        return cls(path.name, writing_engine(path), reading_engine(path), path)

    @classmethod
    def _open_url(cls, text: str) -> Self:
        url = make_url(text)
        if url.get_backend_name() != "postgresql":
            raise ValueError(f"{url.render_as_string(hide_password=True)} is no URL of PostgreSQL")
        driver = url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
        return cls(
            url.render_as_string(hide_password=True),
            postgresql_engine(driver, size=WRITERS),
            postgresql_engine(driver, size=READERS, isolation_level="REPEATABLE READ"),
            None,
        )

    @property
    def is_shared(self) -> bool:
        """Whether several processes may write to it at once."""
        return self.path is None

    def migrate(self) -> None:
        """Bring the tables to this program's version; an empty database gets them all. Newer, NotUpgraded."""
        if self.path is None:
            migrate_engine(self.engine)
        elif schema_version(self.path) < SCHEMA_VERSION:
            self.engine.dispose()  # the migration brings a connection of its own
            bring_up_to_date(self.path)
            self.engine = writing_engine(self.path)

    def has_workspace(self) -> bool:
        """Tell whether there is a workspace in it; without tables there is none."""
        with self.reading() as connection:
            has_tables = inspect(connection).has_table(SyncHead.__tablename__)
            return has_tables and connection.scalar(_HEAD) is not None

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Write in one transaction: what is written is kept together, or not at all when an exception passes."""
        if self._turns is None:
            with self.engine.begin() as connection:
                yield connection
        else:
            with self._turns, self.engine.begin() as connection:
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read the database as it stands at the first question, until the end of the block."""
        with self._reading.connect() as connection:
            if self.path is None:
                connection.execution_options(postgresql_readonly=True)
            with connection.begin():
                yield connection

    def keep_log(self) -> None:
        """Let SQLite's write-ahead log grow until `bring_in_log`; whoever says so calls that from then on."""
        if self._turns is not None:
            with self._turns, self._driver() as driver:
                driver.execute(f"PRAGMA wal_autocheckpoint = {MOST_PAGES}")

    def bring_in_log(self, rows: int) -> None:
        """Bring the write-ahead log into the file when at least so many rows were written since.

        Behind the answers, so that no commit waits for it: several times as long as for the commit itself.
        """
        if self._turns is None:
            return
        with self._turns, self._driver() as driver:
            if driver.total_changes - self._rows_brought_in >= rows:
                self._rows_brought_in = driver.total_changes
                driver.execute("PRAGMA wal_checkpoint(PASSIVE)")

    @contextmanager
    def _driver(self) -> Iterator[sqlite3.Connection]:
        """Lend SQLite's own writing connection, outside of transactions."""
        lent = self.engine.raw_connection()
        try:
            yield cast(sqlite3.Connection, lent.driver_connection)
        finally:
            lent.close()

    def head(self) -> int:
        """Return the version of the last commit that can be read."""
        with self.reading() as connection:
            return int(connection.scalar(_HEAD) or 0)

    def clock(self, connection: Connection) -> int:
        """Return the database's own time (UTC ms), the same for all of its processes."""
        return time.time_ns() // 1_000_000 if self.path is not None else int(connection.scalar(_CLOCK) or 0)

    def close(self) -> None:
        """Close all connections."""
        self._reading.dispose()
        self.engine.dispose()


class _Turns:
    """A lock that is given in the order in which it was asked for: a busy ledger lets nobody starve."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._last = 0
        self._served = 0

    def __enter__(self) -> None:
        with self._condition:
            turn = self._last
            self._last += 1
            self._condition.wait_for(lambda: self._served == turn)

    def __exit__(self, *_: object) -> None:
        with self._condition:
            self._served += 1
            self._condition.notify_all()
