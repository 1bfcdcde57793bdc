"""outbox.db: every command that this desk has sent or has still to send, durable before anybody is told so.

A file of its own, since the replica may be thrown away at any time and this never. An entry keeps its words as the
canonical JSON they were hashed as. Acknowledged entries stay for 14 days: a server that was restored gets them back.
What the server refused moves to `returned`, the "needs attention" tray, until its person dismisses it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kanbandesk.models.faults import Foreign
from kanbandesk.protocol import Mutation
from kanbandesk.sync.entries import PENDING, Entry, Returned
from kanbandesk.workflow.codec import canonical_json
from kanbandesk.workflow.statuses import DAY

RETAINED = 14 * DAY
"""Milliseconds for which an acknowledged entry is kept."""
_LAYOUT = 1
_CREATE = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entry (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    mid INTEGER NOT NULL UNIQUE,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    args TEXT NOT NULL,
    at INTEGER NOT NULL,
    seen TEXT NOT NULL,
    hash TEXT NOT NULL,
    state TEXT NOT NULL,
    ver INTEGER NOT NULL DEFAULT 0,
    decided_at INTEGER
);
CREATE INDEX IF NOT EXISTS ix_entry_state ON entry (state, mid);
CREATE TABLE IF NOT EXISTS returned (
    uid TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    args TEXT NOT NULL,
    at INTEGER NOT NULL,
    returned_at INTEGER NOT NULL,
    until_seq INTEGER NOT NULL,
    code TEXT NOT NULL,
    params TEXT NOT NULL,
    first_uid TEXT NOT NULL
);
"""
_COLUMNS = "seq, mid, uid, name, version, args, at, seen, hash, state, ver"
_MID_AFTER_RENUMBERING = 1


class Outbox:
    """The one connection to an outbox.db. What a method has written is on the disk when it returns.

    sqlite3.Error when the disk does not take it; then nothing was written.
    """

    def __init__(self, path: Path, *, client_id: str, agent_id: str) -> None:
        """Open the file, or make it for `client_id`; Foreign when it is another person's."""
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA busy_timeout = 5000")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA fullfsync = ON")
        self._connection.execute("PRAGMA secure_delete = ON")
        with self._writing() as connection:
            for statement in filter(str.strip, _CREATE.split(";")):
                connection.execute(statement)
            given = {"client_id": client_id, "agent_id": agent_id, "next_mid": "1", "layout": str(_LAYOUT)}
            connection.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", given.items())
        meta = dict(self._connection.execute("SELECT key, value FROM meta"))
        if meta["agent_id"] != agent_id:
            self.close()
            raise Foreign(path)
        self.client_id: str = meta["client_id"]
        self.next_mid = int(meta["next_mid"])

    # -- entries ------------------------------------------------------------------------------------------------

    def append(self, mutation: Mutation) -> Entry:
        """Keep a command for good, under the next mid."""
        with self._writing() as connection:
            entry = _insert(connection, self.next_mid, mutation)
            _save_next_mid(connection, self.next_mid + 1)
        self.next_mid += 1
        return entry

    def find(self, uid: str) -> Entry | None:
        """Return the entry of a command, None when there is none (any more)."""
        return next(self._entries("WHERE uid = ?", uid), None)

    def from_mid(self, mid: int, limit: int) -> list[Entry]:
        """Return the first entries from `mid` on, in order."""
        return list(self._entries("WHERE mid >= ? ORDER BY mid LIMIT ?", mid, limit))

    def overlay(self, last_mid: int, ver: int) -> list[Entry]:
        """Return what a replica that knows the server's state at `ver` and `last_mid` does not hold yet, in order."""
        condition = "(state <> 'again' AND mid > ?) OR (state <> 'pending' AND ver > ?)"
        return list(self._entries(f"WHERE {condition} ORDER BY mid", last_mid, ver))

    def first_mid(self) -> int:
        """Return the mid of the first entry that is kept; the next mid when there is none."""
        (mid,) = self._connection.execute("SELECT min(mid) FROM entry").fetchone()
        return self.next_mid if mid is None else int(mid)

    def first_unsettled_mid(self) -> int:
        """Return the mid of the first entry without a receipt under it; the next mid when there is none."""
        question = "SELECT min(mid) FROM entry WHERE state IN ('pending', 'again')"
        (mid,) = self._connection.execute(question).fetchone()
        return self.next_mid if mid is None else int(mid)

    def count_from(self, mid: int) -> int:
        """Return how many entries there are from `mid` on."""
        return _count(self._connection, "SELECT count(*) FROM entry WHERE mid >= ?", mid)

    def pending_count(self) -> int:
        """Return how many entries have no receipt yet."""
        return _count(self._connection, "SELECT count(*) FROM entry WHERE state = 'pending'")

    def settle(
        self,
        acknowledged: Iterable[tuple[Entry, int]],
        refused: Iterable[Returned],
        now: int,
        last_mid: int,
        *,
        is_forked: bool = False,
    ) -> None:
        """Write down what the receipts say: entries taken, with the version of each, and entries refused.

        Acknowledged entries behind the server's `last_mid` are pending again: it was restored and has forgotten them.
        What has been kept for long enough goes, unless all of it is to be sent anew, `is_forked`.
        """
        with self._writing() as connection:
            connection.executemany(
                "UPDATE entry SET state = 'acknowledged', ver = ?, decided_at = ? WHERE uid = ?",
                [(ver, now, entry.uid) for entry, ver in acknowledged],
            )
            for returned in refused:
                connection.execute("DELETE FROM entry WHERE uid = ?", (returned.uid,))
                _insert_returned(connection, returned)
            connection.execute(
                "UPDATE entry SET state = 'pending' WHERE state = 'acknowledged' AND mid > ?", (last_mid,)
            )
            if not is_forked:
                connection.execute(
                    "DELETE FROM entry WHERE state = 'acknowledged' AND decided_at < ?", (now - RETAINED,)
                )

    def renumber(self, client_id: str) -> None:
        """Become another client: every kept entry gets a new mid, from 1 on; their uids keep that harmless."""
        with self._writing() as connection:
            uids = [uid for (uid,) in connection.execute("SELECT uid FROM entry ORDER BY mid")]
            connection.execute("UPDATE entry SET mid = -mid")
            connection.execute("UPDATE entry SET state = 'again' WHERE state = 'acknowledged'")
            connection.executemany(
                "UPDATE entry SET mid = ? WHERE uid = ?",
                [(mid, uid) for mid, uid in enumerate(uids, _MID_AFTER_RENUMBERING)],
            )
            connection.execute("UPDATE meta SET value = ? WHERE key = 'client_id'", (client_id,))
            next_mid = _MID_AFTER_RENUMBERING + len(uids)
            _save_next_mid(connection, next_mid)
        self.client_id, self.next_mid = client_id, next_mid

    def forget_erased(self, ids: Iterable[str]) -> None:
        """Delete what was decided, or came back, of people and tickets whose words the law had taken out."""
        with self._writing() as connection:
            for named in ((one,) for one in ids):
                connection.execute("DELETE FROM entry WHERE state <> 'pending' AND instr(args, ?)", named)
                connection.execute("DELETE FROM returned WHERE instr(args, ?)", named)

    # -- the tray -----------------------------------------------------------------------------------------------

    def returned(self) -> list[Returned]:
        """Return what was refused and not dismissed yet, in the order in which it was given."""
        rows = self._connection.execute("SELECT * FROM returned ORDER BY seq")
        names = [column[0] for column in rows.description]
        return [Returned(**dict(zip(names, row, strict=True))) for row in rows]

    def attention_count(self) -> int:
        """Return how many commands lie in the tray."""
        return _count(self._connection, "SELECT count(*) FROM returned")

    def dismiss(self, uids: Iterable[str], instead: Mutation | None = None) -> Entry | None:
        """Take commands out of the tray; in the same breath one that goes out once more instead, returned as entry."""
        entry = None
        with self._writing() as connection:
            connection.executemany("DELETE FROM returned WHERE uid = ?", [(uid,) for uid in uids])
            if instead is not None:
                entry = _insert(connection, self.next_mid, instead)
                _save_next_mid(connection, self.next_mid + 1)
        self.next_mid += entry is not None
        return entry

    def last_seq(self) -> int:
        """Return the number of the last command that was ever given here."""
        return _count(
            self._connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'entry'"
        )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # -- parts --------------------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _entries(self, condition: str, *values: object) -> Iterator[Entry]:
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM entry {condition}", values)  # noqa: S608
        names = [column[0] for column in rows.description]
        return (Entry(**dict(zip(names, row, strict=True))) for row in rows)


def _insert(connection: sqlite3.Connection, mid: int, mutation: Mutation) -> Entry:
    values: dict[str, Any] = {
        "mid": mid,
        "uid": mutation.uid,
        "name": mutation.name,
        "version": mutation.version,
        "args": canonical_json(mutation.args),
        "at": mutation.at,
        "seen": canonical_json(mutation.seen),
        "hash": mutation.hash(),
        "state": PENDING,
    }
    columns, marks = ", ".join(values), ", ".join("?" * len(values))
    cursor = connection.execute(
        f"INSERT INTO entry ({columns}) VALUES ({marks})",  # noqa: S608 - our own words
        tuple(values.values()),
    )
    return Entry(seq=cursor.lastrowid or 0, ver=0, **values)


def _count(connection: sqlite3.Connection, question: str, *values: object) -> int:
    (count,) = connection.execute(question, values).fetchone()
    return int(count)


def _insert_returned(connection: sqlite3.Connection, returned: Returned) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO returned (uid, seq, name, version, args, at, returned_at, until_seq, code,"
        " params, first_uid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(returned.uid, returned.seq, returned.name, returned.version, returned.args, returned.at),
            *(
                returned.returned_at,
                returned.until_seq,
                returned.code,
                returned.params,
                returned.first_uid,
            ),
        ),
    )


def _save_next_mid(connection: sqlite3.Connection, next_mid: int) -> None:
    connection.execute("UPDATE meta SET value = ? WHERE key = 'next_mid'", (str(next_mid),))
