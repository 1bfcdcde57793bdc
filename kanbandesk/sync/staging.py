"""Pages of a pull on their way into the replica.

They are staged, a page at a time, in tables in memory, and put in place all at once when the last one has come: a
reader never sees half a checkpoint. While there is no checkpoint yet, nobody reads: then each page goes straight into
the tables, in a transaction of its own, and a bootstrap of any size never holds a command up.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from kanbandesk.models.replica import (
    KIND_OF_TABLE,
    KIND_OF_WORD,
    REPLICATED,
    SETTING_TABLE,
    STORY_KINDS,
    TABLE_OF_WORD,
)
from kanbandesk.protocol import PullAnswer, Put, story_group
from kanbandesk.sync.replica import Replica, table_columns
from kanbandesk.sync.shadow import Row, Written
from kanbandesk.workflow.tickets import Ticket

_INDEX = (
    "REPLACE INTO search (rowid, title, body)"
    " SELECT number, number || ' ' || title || ' ' || source_key,"
    " (SELECT group_concat(body, char(10)) FROM message WHERE ticket_id = ticket.id)"
    " FROM ticket WHERE number IS NOT NULL AND id IN (SELECT id FROM unindexed)"
)
STORY = story_group("")
_STAGED = "SELECT id FROM staged WHERE kind = '{}'"


class Staging:
    """The pages of one pull; `drop` forgets them."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._sql: sqlite3.Connection = replica.sqlite
        self._columns = table_columns(self._sql)
        self._staged: dict[str, None] = {}  # the tables of the rows that have come
        self.rows = 0
        """How many rows have come with this pull."""
        self.is_empty = True
        self.has_forgotten = False
        """Whether the last checkpoint took tickets away, or groups other than a story."""
        self.lost_files: set[str] = set()
        """SHA-256 of the attachments that went with the last checkpoint."""

    def take(self, answer: PullAnswer) -> None:
        """Stage one page; unknown kinds of rows and unknown columns are skipped."""
        puts = [put for put in answer.puts if put.kind in TABLE_OF_WORD]
        deletes = [gone for gone in answer.deletes if gone.kind in TABLE_OF_WORD]
        self.rows += len(answer.puts)
        self.is_empty = self.is_empty and not (puts or deletes)
        if self._replica.is_ready:
            self._stage(puts, answer.columns, "staged_")
            self._sql.executemany(
                "INSERT OR REPLACE INTO staged VALUES (?, ?, 1)", [(put.kind, put.id) for put in puts]
            )
            for gone in deletes:
                self._unstage(gone.kind, gone.id)
            return
        with self._replica.writing():
            self._stage(puts, answer.columns, "")
            self._sql.executemany(
                "INSERT OR REPLACE INTO gone VALUES (?, ?)", [(d.kind, d.id) for d in deletes]
            )
            self._remove_gone()
            self._note_unindexed(puts, answer.columns)
            self._index()

    def apply(self, *, is_whole: bool, lost_groups: Iterable[str]) -> Written:
        """Put everything staged in place, in the caller's transaction; return what changed. `begin` when it is kept.

        With `is_whole` what was staged is all there is. Rows that no group holds any more go, with the groups in
        `lost_groups`; so do their words in the search index.
        """
        lost = list(lost_groups)
        self._find_gone(is_whole=is_whole, lost_groups=lost)
        self._note_forgotten(lost)
        self._drop_unchanged()
        written = self._written()
        self._find_unindexed()
        self._remove_gone()
        for table in self._staged:
            self._sql.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM staged_{table}")  # noqa: S608
        self._sql.execute("INSERT OR REPLACE INTO row_group SELECT kind, id, grp FROM staged_group")
        self._index()
        self._clear()
        return written

    def concerned(self, lost_groups: list[str]) -> list[Row]:
        """Return the rows that have come, and those that the groups may take with them."""
        question = "SELECT kind, id FROM staged UNION SELECT kind, id FROM row_group WHERE grp IN"
        lost = _json(lost_groups)
        return self._sql.execute(f"{question} (SELECT value FROM json_each(?))", (lost,)).fetchall()  # noqa: S608

    def drop(self) -> None:
        """Forget what is staged; of a first pull that did not come to its end, what went into the tables too."""
        if self.rows and not self._replica.is_ready:
            with self._replica.writing():
                for table in (*REPLICATED, "row_group", "search"):
                    self._sql.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
        self._clear()
        self.begin()

    def begin(self) -> None:
        """Count anew: what was staged is in place, or forgotten."""
        self.rows, self.is_empty, self._staged = 0, True, {}

    def _clear(self) -> None:
        """Empty the tables in memory; should the transaction be undone, they have their rows again."""
        for table in ("staged", "staged_group", "gone", "unindexed", *(f"staged_{t}" for t in self._staged)):
            self._sql.execute(f"DELETE FROM temp.{table}")  # noqa: S608 - our own words

    # -- staging ------------------------------------------------------------------------------------------------

    def _stage(self, puts: list[Put], columns: dict[str, tuple[str, ...]], prefix: str) -> None:
        by_kind: dict[str, list[Put]] = {}
        for put in puts:
            by_kind.setdefault(put.kind, []).append(put)
        for kind, of_kind in by_kind.items():
            table = TABLE_OF_WORD[kind]
            self._staged[table] = None
            names = self._columns[table]
            rows = _rows(of_kind, names, columns[kind])
            marks = ", ".join("?" * len(names))
            self._sql.executemany(f"INSERT OR REPLACE INTO {prefix}{table} VALUES ({marks})", rows)  # noqa: S608
        target = "staged_group" if prefix else "row_group"
        self._sql.executemany(
            f"DELETE FROM {target} WHERE kind = ? AND id = ?",  # noqa: S608
            [(put.kind, put.id) for put in puts],
        )
        self._sql.executemany(
            f"INSERT OR REPLACE INTO {target} (kind, id, grp) VALUES (?, ?, ?)",  # noqa: S608
            [(put.kind, put.id, group) for put in puts for group in put.groups],
        )

    def _unstage(self, kind: str, row_id: str) -> None:
        table = TABLE_OF_WORD[kind]
        key = "kind = ? AND id = ?" if table == SETTING_TABLE else "? IS NOT NULL AND id = ?"
        self._sql.execute(f"DELETE FROM staged_{table} WHERE {key}", (kind, row_id))  # noqa: S608
        self._sql.execute("DELETE FROM staged_group WHERE kind = ? AND id = ?", (kind, row_id))
        self._sql.execute("INSERT OR REPLACE INTO staged VALUES (?, ?, 0)", (kind, row_id))

    def _note_unindexed(self, puts: list[Put], columns: dict[str, tuple[str, ...]]) -> None:
        ids = [put.id for put in puts if put.kind == "ticket"]
        if "message" in columns:
            place = columns["message"].index("ticket_id")
            ids += [put.values[place] for put in puts if put.kind == "message"]
        self._sql.executemany("INSERT OR IGNORE INTO unindexed VALUES (?)", [(one,) for one in ids])

    # -- applying -----------------------------------------------------------------------------------------------

    def _find_gone(self, *, is_whole: bool, lost_groups: list[str]) -> None:
        """Find the rows that are to go, and take from row_group what does not hold any more."""
        run = self._sql.execute
        run("DELETE FROM gone")
        run("INSERT INTO gone SELECT kind, id FROM staged WHERE NOT is_put")
        if is_whole:
            for table in KIND_OF_TABLE:
                here = f"SELECT '{table}', id FROM {table}"  # noqa: S608 - our own words
                run(f"INSERT OR IGNORE INTO gone {here} WHERE id NOT IN ({_STAGED.format(table)})")
            run(
                "INSERT OR IGNORE INTO gone SELECT kind, id FROM setting"
                " WHERE (kind, id) NOT IN (SELECT kind, id FROM staged)"
            )
            run("DELETE FROM row_group")
            return
        run("DELETE FROM row_group WHERE (kind, id) IN (SELECT kind, id FROM staged)")
        for group in lost_groups:
            run(
                "INSERT OR IGNORE INTO gone SELECT kind, id FROM row_group AS held WHERE grp = ?"
                " AND (kind, id) NOT IN (SELECT kind, id FROM staged)"
                " AND NOT EXISTS (SELECT 1 FROM row_group AS other"
                " WHERE other.kind = held.kind AND other.id = held.id AND other.grp <> held.grp"
                " AND other.grp NOT IN (SELECT value FROM json_each(?)))",
                (group, _json(lost_groups)),
            )
        self._sql.executemany("DELETE FROM row_group WHERE grp = ?", [(group,) for group in lost_groups])

    def _note_forgotten(self, lost_groups: list[str]) -> None:
        gone = "SELECT id FROM gone WHERE kind = '{}'"
        files = f"SELECT DISTINCT sha256 FROM attachment WHERE id IN ({gone.format('attachment')})"  # noqa: S608
        self.lost_files = set(_firsts(self._sql.execute(files)))
        has_tickets = self._sql.execute(gone.format("ticket")).fetchone() is not None
        self.has_forgotten = has_tickets or any(not group.startswith(STORY) for group in lost_groups)

    def _drop_unchanged(self) -> None:
        """Take out of what is staged the rows that are here already, to the byte."""
        for table in self._staged:
            self._sql.execute(_same_rows(table, self._columns[table]))

    def _written(self) -> Written:
        """Return what is about to change, with the tickets whose stories do."""
        written: Written = {}
        for word, row_id in self._sql.execute("SELECT kind, id FROM gone"):
            written.setdefault(KIND_OF_WORD[word], set()).add(row_id)
        for table in self._staged:
            word = "kind" if table == SETTING_TABLE else f"'{table}'"
            for kind, row_id in self._sql.execute(f"SELECT {word}, id FROM staged_{table}"):  # noqa: S608
                written.setdefault(KIND_OF_WORD[kind], set()).add(row_id)
        stories = set(self._stories())
        if stories:
            written.setdefault(Ticket, set()).update(stories)
        return written

    def _stories(self) -> Iterable[str]:
        for table in STORY_KINDS:
            yield from _firsts(self._sql.execute(f"SELECT DISTINCT ticket_id FROM staged_{table}"))  # noqa: S608
            yield from _firsts(self._sql.execute(_of_gone(table)))
        ends = "SELECT source_id FROM {0} UNION SELECT target_id FROM {0}"
        yield from _firsts(self._sql.execute(ends.format("staged_link")))

    def _find_unindexed(self) -> None:
        """Find the tickets whose words in the search index have to be read anew; drop those under another number.

        CROSS JOIN: the few rows that have come are gone through, and not all that are here.
        """
        run = self._sql.execute
        run(  # a server that was put back gives other numbers
            "DELETE FROM search WHERE rowid IN (SELECT ticket.number FROM staged_ticket AS staged"
            " CROSS JOIN ticket ON ticket.id = staged.id WHERE ticket.number <> staged.number)"
        )
        run(
            "INSERT OR IGNORE INTO unindexed SELECT staged.id FROM staged_ticket AS staged"
            " LEFT JOIN ticket ON ticket.id = staged.id WHERE ticket.id IS NULL"
            " OR (ticket.number, ticket.title, ticket.source_key)"
            " IS NOT (staged.number, staged.title, staged.source_key)"
        )
        run("INSERT OR IGNORE INTO unindexed SELECT ticket_id FROM staged_message")
        run(  # a merged ticket's messages have gone over to the other one
            "INSERT OR IGNORE INTO unindexed SELECT message.ticket_id FROM staged_message AS staged"
            " CROSS JOIN message ON message.id = staged.id WHERE message.ticket_id <> staged.ticket_id"
        )
        run(f"INSERT OR IGNORE INTO unindexed {_of_gone('message')}")

    def _remove_gone(self) -> None:
        run = self._sql.execute
        if run("SELECT 1 FROM gone").fetchone() is None:
            return
        run(
            "DELETE FROM search WHERE rowid IN (SELECT number FROM ticket WHERE number IS NOT NULL"
            " AND id IN (SELECT id FROM gone WHERE kind = 'ticket'))"
        )
        for table in KIND_OF_TABLE:
            run(f"DELETE FROM {table} WHERE id IN (SELECT id FROM gone WHERE kind = '{table}')")  # noqa: S608
        run("DELETE FROM setting WHERE (kind, id) IN (SELECT kind, id FROM gone)")
        run("DELETE FROM row_group WHERE (kind, id) IN (SELECT kind, id FROM gone)")
        run("DELETE FROM gone")

    def _index(self) -> None:
        self._sql.execute(_INDEX)
        self._sql.execute("DELETE FROM unindexed")


def _rows(puts: list[Put], names: list[str], columns: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    """Return the values of rows of one kind in the order of the table here."""
    if list(columns) == names:
        return [put.values for put in puts]
    position = {name: index for index, name in enumerate(columns)}
    return [
        tuple(
            put.values[position[name]] if name in position else (put.kind if name == "kind" else None)
            for name in names
        )
        for put in puts
    ]


def _same_rows(table: str, columns: list[str]) -> str:
    staged = f"staged_{table}"
    keys = ("kind", "id") if table == SETTING_TABLE else ("id",)
    same = " AND ".join(f'here."{name}" = {staged}."{name}"' for name in keys)
    equal = " AND ".join(f'here."{name}" IS {staged}."{name}"' for name in columns if name not in keys)
    return (
        f"DELETE FROM {staged} WHERE EXISTS"  # noqa: S608 - our own words
        f" (SELECT 1 FROM {table} AS here WHERE {same} AND {equal})"
    )


def _of_gone(table: str) -> str:
    return f"SELECT ticket_id FROM {table} WHERE id IN (SELECT id FROM gone WHERE kind = '{table}')"  # noqa: S608


def _firsts(rows: Iterable[tuple[str]]) -> Iterable[str]:
    return (value for (value,) in rows)


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values))
