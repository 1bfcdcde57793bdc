"""Rows as they travel: the raw columns of their tables, flags as 0 and 1, the same on both databases."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Boolean, Column, Connection, Integer, Select, Table, Text, bindparam, cast, select

from kanbandesk.models import ledger, people, tickets  # noqa: F401 - the tables are looked up by name
from kanbandesk.models.base import Base, table_of
from kanbandesk.models.rows import SETTINGS
from kanbandesk.server.core.groups import KINDS

Values = tuple[Any, ...]
_SETTING: Final = table_of(ledger.Setting)
_CHUNK: Final = 2_000


@functools.cache
def columns_of(word: str) -> tuple[str, ...]:
    """Return the names of a kind's columns, in the order of its values."""
    return tuple(column.name for column in _columns(word))


@functools.cache
def texts_of(word: str) -> Callable[[Values], tuple[str | None, ...]]:
    """Return what picks the texts from a kind's values."""
    return itemgetter(*(at for at, column in enumerate(_columns(word)) if isinstance(column.type, Text)))


def contents(connection: Connection, word: str, ids: Iterable[str]) -> dict[str, Values]:
    """Return the values of those of the rows that are there, by id."""
    found = connection.execute(_statement(word), {"ids": list(ids)}).all()
    at = columns_of(word).index("id")
    return {row[at]: tuple(row) for row in found}


def chunks(connection: Connection, word: str) -> Iterator[list[dict[str, Any]]]:
    """Yield all rows of a kind by column, some thousands at a time, in the order of their ids."""
    after, names = "", columns_of(word)
    while True:
        found = connection.execute(_walk(word), {"after": after, "count": _CHUNK}).all()
        if not found:
            return
        yield [dict(zip(names, row, strict=True)) for row in found]
        after = found[-1].id


def _table(word: str) -> Table:
    return _SETTING if KINDS[word] in SETTINGS else Base.metadata.tables[word]


def _columns(word: str) -> list[Column[Any]]:
    """A setting lies in a table that it shares: the column that tells the kinds apart stays out."""
    table = _table(word)
    return [column for column in table.columns if not (table is _SETTING and column.name == "kind")]


def _all(word: str) -> Select[Any]:
    read = [
        cast(column, Integer).label(column.name) if isinstance(column.type, Boolean) else column
        for column in _columns(word)
    ]
    question = select(*read)
    return question.where(_SETTING.c.kind == word) if _table(word) is _SETTING else question


@functools.cache
def _statement(word: str) -> Select[Any]:
    return _all(word).where(_table(word).c.id.in_(bindparam("ids", expanding=True)))


@functools.cache
def _walk(word: str) -> Select[Any]:
    key = _table(word).c.id
    return _all(word).where(key > bindparam("after")).order_by(key).limit(bindparam("count"))
