"""How rows are written, table by table (SQLAlchemy Core), built once for each table and dialect.

SQLite takes row after row. PostgreSQL gets the rows of a table as one JSON text, in one statement: a hundred rows cost
it one execution, and the driver one parameter.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from json import JSONEncoder
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Delete,
    Executable,
    Select,
    Table,
    bindparam,
    cast,
    column,
    delete,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from kanbandesk.models.statements import among, replacing

Row = Mapping[str, Any]
ROWS: Final = "rows"
_encoder = JSONEncoder(separators=(",", ":"), check_circular=False)


STEADY: Final[Mapping[str, tuple[str, ...]]] = {
    "ticket": ("number", "client_id", "requester_id", "source_key", "offered_line_id"),
    "violation": ("ticket_id", "since"),
}
"""Indexed columns that seldom change, by table: SQLite writes the indexes of all that is set anew, equal or not."""


@dataclass(frozen=True, slots=True)
class Steady:
    """How rows are written on SQLite whose steady columns stay as they are: a fifth less goes to the disk."""

    question: Select[Any]
    """For key and steady columns of several rows (`ids`)."""
    values_of: Callable[[Row], tuple[Any, ...]]
    """Gives the same of a row that is to be written."""
    put: Executable


@dataclass(frozen=True, slots=True)
class Writes:
    """The statements that write a table's rows; `remove` takes the key's columns as `key_…`."""

    put: Executable
    insert: Executable
    remove: Delete
    steady: Steady | None
    is_listed: bool
    """Whether `put` and `insert` take all rows at once, as JSON under the name `rows`."""

    def parameters(self, rows: Sequence[Row]) -> list[Row]:
        """Return with what `put` or `insert` is to be carried out, each a whole row or all of them."""
        return [{ROWS: _encoder.encode(rows)}] if self.is_listed else list(rows)


@functools.cache
def writes_of(table: Table, dialect: str) -> Writes:
    """Return how to write a table in a dialect ("sqlite" or "postgresql")."""
    keys = table.primary_key.columns
    made = _listed(table) if dialect == "postgresql" else sqlite.insert(table)
    return Writes(
        put=replacing(made, table),
        insert=made,
        remove=delete(table).where(*(key == bindparam(f"key_{key.name}") for key in keys)),
        steady=_steady(table) if dialect == "sqlite" and table.name in STEADY else None,
        is_listed=dialect == "postgresql",
    )


def _steady(table: Table) -> Steady:
    names = STEADY[table.name]
    key = table.c.id
    return Steady(
        question=select(key, *(table.c[name] for name in names)).where(among(key, "ids", "sqlite")),
        values_of=itemgetter(key.name, *names),
        put=replacing(sqlite.insert(table), table, names),
    )


def _listed(table: Table) -> postgresql.Insert:
    """Return the statement that makes rows as they stand in a JSON text."""
    columns = [column(one.name, one.type) for one in table.columns]
    listed = func.json_to_recordset(cast(bindparam(ROWS), JSON)).table_valued(*columns)
    rows = select(listed.render_derived(name="listed", with_types=True))
    return postgresql.insert(table).from_select([one.name for one in table.columns], rows)
