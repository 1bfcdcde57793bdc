"""replica.db: the server's tables as this desk holds them, disposable; with what only a desk adds (models.replica).

One connection writes and checkpoints. A file of another layout, or one that cannot be read, is deleted and made anew:
everything in it comes back with the next pull, and nothing that anybody wrote lies only here.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kanbandesk.models import ledger, people, tickets  # noqa: F401 - the tables
from kanbandesk.models.base import Base
from kanbandesk.models.engine import engine_over
from kanbandesk.models.replica import LAYOUT, REPLICATED, columns_of, create_desk_tables, twin
from kanbandesk.models.schema import APPLICATION_ID, SCHEMA_VERSION
from kanbandesk.protocol import Cursor

log = logging.getLogger(__name__)

_BROKEN = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_TABLES = (*REPLICATED, "meta", "sync_head", "commit_log")
PAGES_IN_LOG = 8_000
"""Pages of the write-ahead log after which a transaction brings them into the file itself."""
LOG_BYTES = 4 << 20
"""Bytes that the log keeps on the disk once all of it has been brought in."""
WRITES_IN_LOG = 100
"""Transactions after which they are brought in when nobody waits."""
MOST_WANTED = 200
"""Stories kept besides those of one's own open tickets: the ones opened last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a replica has come; `offset` is by how much the server's clock is ahead of this computer's (ms)."""

    client_id: str = ""
    cursor: Cursor | None = None
    groups: frozenset[str] = frozenset()
    last_mid: int = 0
    offset: int = 0
    heard_at: int = 0


class Replica:
    """The one writing connection to a replica.db."""

    def __init__(self, path: Path, *, agent_id: str, name: str) -> None:
        """Open the file; make it anew when it is missing, damaged, somebody else's or of another layout."""
        self.path = path
        self._who = {"me": agent_id, "name": name}
        self.sqlite = self._open()
        self._engine = engine_over(self.sqlite)
        self._prepare_connection()
        self.standing = self._read_standing()
        self._writes = self._writes_brought_in = 0

    @property
    def is_ready(self) -> bool:
        """Tell whether a whole checkpoint of the server has arrived, so that there is a board to show."""
        return self.standing.cursor is not None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Begin a transaction that is kept when the block ends, and forgotten when it raises."""
        with self._engine.begin() as connection:
            yield connection
        self._writes += 1

    def save_standing(self, standing: Standing) -> None:
        """Write down how far the replica has come, in the caller's transaction; `adopt` it when that is kept."""
        cursor = standing.cursor
        values = {
            "client_id": standing.client_id,
            "epoch": cursor.epoch if cursor else "",
            "ver": cursor.ver if cursor else 0,
            "tag": cursor.tag if cursor else 0,
            "last_mid": standing.last_mid,
            "offset": standing.offset,
            "heard_at": standing.heard_at,
        }
        self.sqlite.executemany(
            "INSERT OR REPLACE INTO replica_meta VALUES (?, ?)",
            [(key, str(value)) for key, value in values.items()],
        )
        if standing.groups != self.standing.groups:
            self.sqlite.execute("DELETE FROM held_group")
            self.sqlite.executemany(
                "INSERT INTO held_group VALUES (?)", [(g,) for g in sorted(standing.groups)]
            )
        self.sqlite.execute("DELETE FROM sync_head")
        if cursor is not None:
            self.sqlite.execute(
                "INSERT INTO sync_head (id, epoch, ver, horizon, next_number, now) VALUES (1, ?, ?, 0, 0, 0)",
                (cursor.epoch, cursor.ver),
            )

    def adopt(self, standing: Standing) -> None:
        """Take for the present what `save_standing` wrote."""
        self.standing = standing

    # -- what it wants ------------------------------------------------------------------------------------------

    def want(self, ticket_ids: Iterable[str]) -> bool:
        """Remember that these stories are to be kept, in the caller's transaction; tell whether one is new."""
        is_new = False
        (last,) = self.sqlite.execute("SELECT coalesce(max(turn), 0) FROM wanted").fetchone()
        for turn, ticket_id in enumerate(ticket_ids, last + 1):
            known = self.sqlite.execute(
                "SELECT turn FROM wanted WHERE ticket_id = ?", (ticket_id,)
            ).fetchone()
            is_new |= known is None
            if known is None or known[0] < last - MOST_WANTED // 4:
                self.sqlite.execute("INSERT OR REPLACE INTO wanted VALUES (?, ?)", (ticket_id, turn))
        if not is_new:
            return False
        self.sqlite.execute(
            "DELETE FROM wanted WHERE ticket_id NOT IN"
            " (SELECT ticket_id FROM wanted ORDER BY turn DESC LIMIT ?)",
            (MOST_WANTED,),
        )
        return is_new

    def wanted(self) -> set[str]:
        """Return the tickets whose stories are kept: those opened last, and this person's own open ones."""
        own = self.sqlite.execute(
            "SELECT id FROM ticket WHERE owner_id = ? AND closed_at IS NULL ORDER BY id DESC LIMIT ?",
            (self._who["me"], MOST_WANTED),
        )
        opened = self.sqlite.execute("SELECT ticket_id FROM wanted")
        return {ticket_id for (ticket_id,) in (*own, *opened) if ticket_id}

    # -- the file -----------------------------------------------------------------------------------------------

    def bring_in_log(self) -> None:
        """Bring the write-ahead log into the file when it has grown.

        The disk is waited for here and not under a change that somebody wants to see; also for the log's new head,
        which the first transaction behind it writes.
        """
        if self._writes - self._writes_brought_in < WRITES_IN_LOG:
            return
        self.sqlite.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self._touch()
        self._writes_brought_in = self._writes

    def make_lasting(self) -> None:
        """Bring onto the disk what the first pull has written, before the file says that it is whole.

        Until then the disk is not waited for: should the power fail, the file has no checkpoint and is made anew.
        Raises sqlite3.OperationalError when a reader is in the way for seconds.
        """
        self.sqlite.execute("PRAGMA synchronous = NORMAL")
        self._touch()  # an empty log would be left alone, and the file with it
        if not self.truncate_log():
            raise sqlite3.OperationalError("the new replica is being read")

    def truncate_log(self) -> bool:
        """Bring the write-ahead log into the file and empty it; False while a reader is in the way."""
        (is_busy, _, _) = self.sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy

    def close(self) -> None:
        """Close the file; what was not committed is forgotten."""
        self._engine.dispose()
        self.sqlite.close()

    def _touch(self) -> None:
        """Write something that changes nothing."""
        with self.writing():
            self.sqlite.execute("UPDATE replica_meta SET value = value WHERE key = 'layout'")

    def _open(self) -> sqlite3.Connection:
        """Return the connection to a usable file."""
        try:
            connection = _connected(self.path)
            if _is_usable(connection, self._who["me"]):
                return connection
            connection.close()
        except sqlite3.DatabaseError as error:
            if not is_broken(error) and error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise  # the disk's fault, not the file's
            log.warning("The replica %s cannot be read and is made anew: %s", self.path.name, error)
        delete_database(self.path)
        connection = _connected(self.path)
        _create(connection, self._who)
        connection.execute("PRAGMA synchronous = OFF")  # until `make_lasting`
        return connection

    def _prepare_connection(self) -> None:
        """Make the tables in memory that keep what is staged until it is applied."""
        for table in REPLICATED:
            self.sqlite.execute(f"CREATE TEMP TABLE {twin(self.sqlite, 'staged', table)}")
        self.sqlite.execute("CREATE TEMP TABLE staged (kind, id, is_put, PRIMARY KEY (kind, id))")
        self.sqlite.execute("CREATE TEMP TABLE staged_group (kind, id, grp, PRIMARY KEY (kind, id, grp))")
        self.sqlite.execute("CREATE TEMP TABLE gone (kind, id, PRIMARY KEY (kind, id))")
        self.sqlite.execute("CREATE TEMP TABLE restored (kind, id, PRIMARY KEY (kind, id))")
        self.sqlite.execute("CREATE TEMP TABLE unindexed (id PRIMARY KEY)")

    def _read_standing(self) -> Standing:
        meta = dict(self.sqlite.execute("SELECT key, value FROM replica_meta"))
        groups = frozenset(group for (group,) in self.sqlite.execute("SELECT grp FROM held_group"))
        cursor = None
        if meta.get("epoch"):
            cursor = Cursor(epoch=meta["epoch"], ver=int(meta["ver"]), tag=int(meta["tag"]))
        return Standing(
            client_id=meta.get("client_id", ""),
            cursor=cursor,
            groups=groups,
            last_mid=int(meta.get("last_mid", 0)),
            offset=int(meta.get("offset", 0)),
            heard_at=int(meta.get("heard_at", 0)),
        )


def is_broken(error: Exception) -> bool:
    """Tell whether a fault says that the file itself is damaged."""
    original = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(original, "sqlite_errorname", "")
    return any(name.startswith(word) for word in _BROKEN)


def delete_database(path: Path) -> None:
    """Delete a database with its logs."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def table_columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of the replicated tables, in order."""
    return {table: columns_of(connection, table) for table in REPLICATED}


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in (
        "busy_timeout = 5000",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "cache_size = -32000",
        f"wal_autocheckpoint = {PAGES_IN_LOG}",
        f"journal_size_limit = {LOG_BYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _is_usable(connection: sqlite3.Connection, agent_id: str) -> bool:
    """Tell whether a file is a replica of this layout and this person, with a whole checkpoint in it."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != SCHEMA_VERSION:
        return False
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'replica_meta'").fetchone():
        return False
    meta = dict(connection.execute("SELECT key, value FROM replica_meta"))
    (me,) = connection.execute("SELECT value FROM meta WHERE key = 'me'").fetchone()
    return meta.get("layout") == LAYOUT and bool(meta.get("epoch")) and me == agent_id


def _create(connection: sqlite3.Connection, who: dict[str, str]) -> None:
    engine = engine_over(connection)
    with engine.begin() as transaction:
        Base.metadata.create_all(transaction, [Base.metadata.tables[name] for name in _TABLES])
        create_desk_tables(connection)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", who.items())
        connection.execute("INSERT INTO replica_meta VALUES ('layout', ?)", (LAYOUT,))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
