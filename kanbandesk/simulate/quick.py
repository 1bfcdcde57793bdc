"""What makes a seed cheap: made once in a process what the program makes anew for each file that it opens.

A team's day opens some thirty files, each with an engine that knows no statement yet, and every desk's first replica
is a dozen tables. Nothing of what is looked at becomes another for it: the same statements reach the same SQLite.
"""

from __future__ import annotations

import gc
import math
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from multiprocessing import util
from pathlib import Path
from typing import Any
from unittest import mock

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import Pool

from kanbandesk.models import engine as engines
from kanbandesk.models import replica as layout
from kanbandesk.server.core import ledger
from kanbandesk.sync import replica as replicas


@contextmanager
def quick() -> Iterator[None]:
    """Share statements and blank replicas among all that a seed opens, and let it be cheap to gather its dead."""
    gc.freeze()  # of what was there before, nothing dies here
    gc.disable()
    try:
        with (
            mock.patch.object(engines, "create_engine", _engine),
            mock.patch.object(replicas, "_create", _create),
            mock.patch.object(sqlite3, "connect", partial(sqlite3.connect, cached_statements=1_000)),
            mock.patch.object(layout, "columns_of", _columns_of),
            mock.patch.object(replicas, "columns_of", _columns_of),
            mock.patch.object(ledger, "HOLD", math.inf),  # or a slow machine's day would be another one
        ):
            yield
    finally:
        gc.enable()
        gc.collect()
        gc.unfreeze()


def scratch() -> Path:
    """Return a new folder, in memory where there is such a place, that goes with this process."""
    folder = Path(tempfile.mkdtemp(prefix="kanbandesk-simulate-", dir=memory()))
    util.Finalize(None, shutil.rmtree, (folder, True), exitpriority=0)
    return folder


def memory() -> str | None:
    """Return a folder in memory where there is one: nothing of a run has to outlive the machine."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - mkdtemp makes a folder of its own there


def _engine(_url: str, *, creator: Any, poolclass: type[Pool], **options: Any) -> Engine:
    """Return an engine with the dialect and the compiled statements of all others; it takes what `engines` gives."""
    first = _first_engine()
    names = {"pool_reset_on_return": "reset_on_return"}
    kept = {names.get(name, name): value for name, value in options.items()}
    engine = Engine(poolclass(creator, dialect=first.dialect, **kept), first.dialect, first.url)
    engine._compiled_cache = first._compiled_cache
    return engine


@cache
def _first_engine() -> Engine:
    engine = create_engine("sqlite://", query_cache_size=5_000)
    engine.connect().close()  # the dialect gets to know its SQLite
    return engine


def _create(connection: sqlite3.Connection, who: dict[str, str]) -> None:
    """Make the tables of a replica, as pages of one that was made by the real code."""
    _blank().backup(connection)
    connection.executemany("UPDATE meta SET value = ? WHERE key = ?", [(who[key], key) for key in who])


@cache
def _blank() -> sqlite3.Connection:
    blank = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _make(blank, {"me": "", "name": ""})
    return blank


def _columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns; all files of a run have the same tables."""
    if table not in _COLUMNS:
        _COLUMNS[table] = _read_columns(connection, table)
    return _COLUMNS[table]


_COLUMNS: dict[str, list[str]] = {}
_make, _read_columns = replicas._create, layout.columns_of
