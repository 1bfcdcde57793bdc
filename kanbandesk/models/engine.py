"""Engines: the writing connection of a SQLite file, whose transactions take the write lock at once, and PostgreSQL."""

from __future__ import annotations

import functools
import sqlite3
import time
from enum import Enum, auto
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.exc import DBAPIError, InternalError, InvalidatePoolError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

BUSY_TIMEOUT = 5_000  # milliseconds
IDLE_TIMEOUT = 10_000
"""Milliseconds after which PostgreSQL ends a transaction in which nothing happens: its holder hangs."""
FRESH = 1.0
"""Seconds for which a connection to PostgreSQL that was used is believed to be there still."""
_USED = "kanbandesk_used_at"
READERS = 4
"""Reading connections of a process that are kept open."""


def writing_engine(path: Path) -> Engine:
    """Return an engine over one connection to `path`, for one thread: the file's only writer and checkpointer."""
    return engine_over(open_for_writing(path))


def engine_over(connection: sqlite3.Connection) -> Engine:
    """Return an engine over one open connection, which `dispose` closes.

    Its transactions take the write lock, unless the execution option `is_reading` is set.
    """
    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, pool_reset_on_return=None
    )
    event.listen(engine, "begin", _begin)
    event.listen(
        engine, "engine_disposed", lambda _: connection.close()
    )  # the pool closes only what was used
    return engine


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open a file so that what is committed survives a power cut."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    return connection


def _begin(connection: Connection) -> None:
    """Take the write lock before the first read, so that no two writers decide on the same state."""
    is_reading = connection.get_execution_options().get("is_reading", False)
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


def reading_engine(path: Path) -> Engine:
    """Return an engine over a small pool of connections to a SQLite file that cannot write; each sees one moment."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _open_for_reading(path),
        poolclass=QueuePool,
        pool_size=READERS,
        max_overflow=READERS,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def postgresql_engine(url: str, *, size: int, **options: Any) -> Engine:
    """Return an engine over at most twice `size` connections to PostgreSQL, none of which waits or hangs for long."""
    limits = {
        "lock_timeout": BUSY_TIMEOUT,
        "statement_timeout": BUSY_TIMEOUT,
        "idle_in_transaction_session_timeout": IDLE_TIMEOUT,
    }
    settings = " ".join(f"-c {name}={limit}" for name, limit in limits.items())
    engine = create_engine(
        url,
        pool_size=size,
        max_overflow=size,
        connect_args={"options": settings, "connect_timeout": 5, "application_name": "kanbandesk"},
        **options,
    )
    event.listen(engine, "connect", _used)
    event.listen(engine, "checkin", _used)
    event.listen(engine, "checkout", functools.partial(_check, engine.dialect))
    return engine


def _used(_driver: Any, record: ConnectionPoolEntry) -> None:
    record.info[_USED] = time.monotonic()


def _check(dialect: Dialect, driver: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
    """Ask a connection that lay about whether it is still there: a round trip that a busy one is spared."""
    if time.monotonic() - record.info.get(_USED, float("-inf")) < FRESH:
        return
    try:
        dialect.do_ping(driver)
    except dialect.loaded_dbapi.Error as error:
        raise InvalidatePoolError from error  # the pool makes a new one


def _open_for_reading(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
    return connection


class Trouble(Enum):
    """Whose fault it is that the database refused something."""

    TRANSIENT = auto()  # the disk is full, somebody has the lock, the connection is lost: later it may go
    TIMEOUT = auto()  # a statement took too long
    BUG = auto()  # what was asked cannot be done, now or later


_QUERY_CANCELED = "57014"
_PASSING = ("08", "25", "40", "53", "55", "57", "58", "XX")
"""Classes of SQLSTATE that tell of the server's state, not of what it was asked."""
_ASKED_WRONGLY = {
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_RANGE,
}


def trouble_of(error: DBAPIError) -> Trouble:
    """Return whose fault an error of the database is."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return Trouble.BUG if code & 0xFF in _ASKED_WRONGLY else Trouble.TRANSIENT
    if error.connection_invalidated:
        return Trouble.TRANSIENT
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return Trouble.TRANSIENT if isinstance(error, (OperationalError, InternalError)) else Trouble.BUG
    if state == _QUERY_CANCELED:
        return Trouble.TIMEOUT
    return Trouble.TRANSIENT if state.startswith(_PASSING) else Trouble.BUG
