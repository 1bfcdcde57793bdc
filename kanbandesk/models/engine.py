"""The writing connection of a SQLite file: its pragmas, and transactions that take the write lock at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

BUSY_TIMEOUT = 5_000  # milliseconds


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
