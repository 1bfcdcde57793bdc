"""Whether this desk's copy is what it should be: counts and sums over the server's image of each group's rows.

Checked in slices. The server's image stays the same between two checkpoints, whatever this desk guesses meanwhile: a
row that was touched is counted by its shadow.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from kanbandesk.models.replica import REPLICATED, SETTING_TABLE, TABLE_OF_WORD, columns_of
from kanbandesk.protocol import row_hash
from kanbandesk.sync.replica import Replica


class Check(StrEnum):
    """How far a verification is."""

    NOTHING = "nothing"  # there is none under way
    MORE = "more"  # there are further rows to look at
    SOUND = "sound"
    DAMAGED = "damaged"  # the sums differ: everything has to be pulled anew


Sums = dict[str, tuple[int, int]]
_TOUCHED = "SELECT id FROM shadow WHERE kind = :kind"
_GROUPS = "SELECT id, grp FROM row_group WHERE kind = :kind AND id IN (SELECT value FROM json_each(:ids))"


class Verification:
    """Compares the sums of the last checkpoint with the rows, a slice at a time."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._expected: Sums = {}
        self._work: Iterator[Check] | None = None
        self._budget = 1

    def begin(self, expected: Sums) -> None:
        """Begin to check against what the server told with a checkpoint that has just been applied."""
        self._expected, self._work = expected, self._run()

    def drop(self) -> None:
        """Give up: another checkpoint came."""
        self._work = None

    def step(self, rows: int) -> Check:
        """Look at up to `rows` further rows."""
        if self._work is None:
            return Check.NOTHING
        self._budget = rows
        check = next(self._work)
        if check is not Check.MORE:
            self._work = None
        return check

    def _run(self) -> Iterator[Check]:
        sums: Sums = dict.fromkeys(self._expected, (0, 0))
        for kind, table in TABLE_OF_WORD.items():
            ids = _ids(self._replica.sqlite, kind, table)
            while ids:
                part, ids = ids[: self._budget], ids[self._budget :]
                self._add(sums, kind, table, json.dumps(part))
                yield Check.MORE
        yield Check.SOUND if sums == self._expected else Check.DAMAGED

    def _add(self, sums: Sums, kind: str, table: str, ids: str) -> None:
        sql = self._replica.sqlite
        columns = columns_of(sql, table)
        asked = {"kind": kind, "ids": ids}
        rows = [dict(zip(columns, row, strict=True)) for row in sql.execute(_IMAGES[table], asked)]
        hashes = {values["id"]: row_hash(kind, _content(values, table)) for values in rows}
        for row_id, group in sql.execute(_GROUPS, asked):
            if group in sums and row_id in hashes:
                count, total = sums[group]
                sums[group] = (count + 1, total + hashes[row_id])


def _content(values: dict[str, object], table: str) -> dict[str, object]:
    """Return a row as it comes over the wire, where a setting's kind is not among its columns."""
    if table == SETTING_TABLE:
        del values["kind"]
    return values


def _ids(connection: sqlite3.Connection, kind: str, table: str) -> list[str]:
    """Return the ids of a kind's rows as the server has them."""
    mine = " AND kind = :kind" if table == SETTING_TABLE else ""
    question = (
        f"SELECT id FROM {table} WHERE id NOT IN ({_TOUCHED}){mine}"  # noqa: S608 - our own words
        f" UNION ALL SELECT id FROM shadow_{table} WHERE true{mine}"
    )
    return [row_id for (row_id,) in connection.execute(question, {"kind": kind})]


def _images_of(table: str) -> str:
    """Return the question for some rows as the server has them: by their shadows where they were touched."""
    wanted = "id IN (SELECT value FROM json_each(:ids))"
    mine = " AND kind = :kind" if table == SETTING_TABLE else " AND :kind <> ''"
    return (
        f"SELECT * FROM {table} WHERE {wanted}{mine} AND id NOT IN ({_TOUCHED})"  # noqa: S608 - our own words
        f" UNION ALL SELECT * FROM shadow_{table} WHERE {wanted}{mine}"
    )


_IMAGES = {table: _images_of(table) for table in REPLICATED}
