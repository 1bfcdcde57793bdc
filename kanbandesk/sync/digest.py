"""Whether this desk's copy is what it should be: counts and sums over the server's image of each group's rows.

Checked in slices. The server's image stays the same between two checkpoints, whatever this desk guesses meanwhile: a
row that was touched is counted by its shadow.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from kanbandesk.models.replica import REPLICATED, SETTING_TABLE, columns_of
from kanbandesk.protocol import row_hash
from kanbandesk.sync.replica import Replica


class Check(StrEnum):
    """How far a verification is."""

    NOTHING = "nothing"  # there is none under way
    MORE = "more"  # there are further rows to look at
    SOUND = "sound"
    DAMAGED = "damaged"  # the sums differ: everything has to be pulled anew


Sums = dict[str, tuple[int, int]]
_KEY = {SETTING_TABLE: ("kind", "id")}
_TOUCHED = "(SELECT id FROM shadow WHERE kind = '{}')"
_GROUPS = "SELECT grp FROM row_group WHERE kind = ? AND id = ?"


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
        for table in REPLICATED:
            keys = _keys(self._replica.sqlite, table)
            while keys:
                part, keys = keys[: self._budget], keys[self._budget :]
                self._add(sums, table, part)
                yield Check.MORE
        yield Check.SOUND if sums == self._expected else Check.DAMAGED

    def _add(self, sums: Sums, table: str, keys: list[tuple[str, ...]]) -> None:
        sql = self._replica.sqlite
        columns = columns_of(sql, table)
        key = " AND ".join(f"{name} = ?" for name in _KEY.get(table, ("id",)))
        ask = f"SELECT * FROM {{}}{table} WHERE {key}"  # noqa: S608 - our own words
        for one in keys:
            row = (
                sql.execute(ask.format("shadow_"), one).fetchone()
                or sql.execute(ask.format(""), one).fetchone()
            )
            values = dict(zip(columns, row, strict=True))
            kind = values.pop("kind") if table == SETTING_TABLE else table
            number = row_hash(kind, values)
            for (group,) in sql.execute(_GROUPS, (kind, values["id"])).fetchall():
                if group in sums:
                    count, total = sums[group]
                    sums[group] = (count + 1, total + number)


def _keys(connection: sqlite3.Connection, table: str) -> list[tuple[str, ...]]:
    """Return the keys of a table's rows as the server has them."""
    names = ", ".join(_KEY.get(table, ("id",)))
    touched = "(SELECT kind, id FROM shadow)" if table == SETTING_TABLE else _TOUCHED.format(table)
    return connection.execute(
        f"SELECT {names} FROM {table} WHERE ({names}) NOT IN {touched}"  # noqa: S608 - our own words
        f" UNION ALL SELECT {names} FROM shadow_{table}"
    ).fetchall()
