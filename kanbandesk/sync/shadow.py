"""Shadows: before a guess touches a row its server image is put aside, and a rebase puts it back.

Restoring is SQL only: what has a shadow goes, what the server had comes again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from kanbandesk.models.replica import KIND_OF_WORD, SETTING_TABLE, TABLE_OF_WORD
from kanbandesk.models.rows import SETTINGS, TABLES
from kanbandesk.models.shelf import Extra, Shelf

T = TypeVar("T")
Row = tuple[str, str]
"""A kind's word on the wire, and an id."""
Written = dict[type[Any], set[str]]
"""Ids of what was created, replaced or deleted, by kind."""


def word_of(kind: type[Any]) -> str:
    """Return a kind's word on the wire."""
    return TABLES.get(kind) or SETTINGS[kind]


class Shadows:
    """The shadows of one replica; every method runs in the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept = set(connection.execute("SELECT kind, id FROM shadow"))
        self._fresh: list[tuple[str, str]] = []

    def keep(self, kind: type[Any], ids: Iterable[str]) -> None:
        """Put the server's images of these rows aside, unless that was done before."""
        word = word_of(kind)
        fresh = [(word, one) for one in ids if (word, one) not in self._kept]
        if not fresh:
            return
        table = TABLE_OF_WORD[word]
        self._connection.executemany("INSERT INTO shadow VALUES (?, ?)", fresh)
        if table == SETTING_TABLE:
            copy, keys = "kind = ? AND id = ?", fresh
        else:
            copy, keys = "id = ?", [(one,) for _, one in fresh]  # type: ignore[misc]
        self._connection.executemany(
            f"INSERT INTO shadow_{table} SELECT * FROM {table} WHERE {copy}",  # noqa: S608 - our own words
            keys,
        )
        self._kept.update(fresh)
        self._fresh += fresh

    def keep_new(self, kind: type[Any], ids: Iterable[str]) -> None:
        """Remember of rows that are made now that the server has none."""
        word = word_of(kind)
        fresh = [(word, one) for one in ids if (word, one) not in self._kept]
        self._connection.executemany("INSERT INTO shadow VALUES (?, ?)", fresh)
        self._kept.update(fresh)
        self._fresh += fresh

    def begin(self) -> None:
        """Begin a guess, which `forget` takes back."""
        self._fresh = []

    def forget(self) -> None:
        """Follow a rollback to where `begin` was called."""
        self._kept.difference_update(self._fresh)
        self._fresh = []

    def reload(self) -> None:
        """Read anew what is kept, after a whole transaction was undone."""
        self._kept = set(self._connection.execute("SELECT kind, id FROM shadow"))
        self._fresh = []

    def ids(self, kind: type[Any]) -> set[str]:
        """Return the touched rows of a kind."""
        word = word_of(kind)
        return {one for kept, one in self._kept if kept == word}

    def has(self, word: str, row_id: str) -> bool:
        """Tell whether a row has been touched."""
        return (word, row_id) in self._kept

    def restore(self, only: Iterable[Row] | None = None) -> Written:
        """Put the server's images back, of all rows or of some, and drop their shadows; return what was touched."""
        rows = self._kept if only is None else self._kept.intersection(only)
        written: Written = {}
        for word, one in rows:
            written.setdefault(KIND_OF_WORD[word], set()).add(one)
        if written:
            self._connection.execute("DELETE FROM temp.restored")
            self._connection.executemany("INSERT INTO temp.restored VALUES (?, ?)", rows)
            for table in {TABLE_OF_WORD[word] for word, _ in rows}:
                self._restore(table)
            self._connection.execute(
                "DELETE FROM shadow WHERE (kind, id) IN (SELECT kind, id FROM temp.restored)"
            )
        self._kept, self._fresh = self._kept - rows, []
        return written

    def _restore(self, table: str) -> None:
        if table == SETTING_TABLE:
            where = "(kind, id) IN (SELECT kind, id FROM temp.restored)"
        else:
            where = f"id IN (SELECT id FROM temp.restored WHERE kind = '{table}')"  # noqa: S608 - our own words
        self._connection.execute(f"DELETE FROM {table} WHERE {where}")  # noqa: S608
        self._connection.execute(f"INSERT INTO {table} SELECT * FROM shadow_{table} WHERE {where}")  # noqa: S608
        self._connection.execute(f"DELETE FROM shadow_{table} WHERE {where}")  # noqa: S608


class ShadowShelf(Shelf):
    """A shelf that puts the server's image of a row aside before it writes."""

    def __init__(self, connection: Connection, shadows: Shadows) -> None:
        super().__init__(connection)
        self._shadows = shadows

    def save(self, kind: type[T], entities: Sequence[T], extra: Extra) -> None:
        """Create or replace the rows of these entities, all of one kind."""
        self._shadows.keep(kind, _ids(entities))
        super().save(kind, entities, extra)

    def add(self, kind: type[T], entities: Sequence[T], extra: Extra) -> None:
        """Create the rows of these entities, which are new."""
        self._shadows.keep_new(kind, _ids(entities))
        super().add(kind, entities, extra)

    def delete(self, kind: type[Any], entity_ids: Sequence[str]) -> None:
        """Delete the rows of these entities."""
        self._shadows.keep(kind, entity_ids)
        super().delete(kind, entity_ids)


def _ids(entities: Iterable[Any]) -> list[str]:
    return [entity.id for entity in entities]
