"""How rows are written, table by table (SQLAlchemy Core), built once for each table and dialect.

SQLite takes row after row. PostgreSQL gets the rows of a table as one JSON text, in one statement: a hundred rows cost
it one execution, and the driver one parameter.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json import JSONEncoder
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Delete,
    Executable,
    Table,
    bindparam,
    cast,
    column,
    delete,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from kanbandesk.models.statements import replacing

Row = Mapping[str, Any]
ROWS: Final = "rows"
_encoder = JSONEncoder(separators=(",", ":"), check_circular=False)


@dataclass(frozen=True, slots=True)
class Writes:
    """The statements that write a table's rows; `remove` takes the key's columns as `key_…`."""

    put: Executable
    insert: Executable
    remove: Delete
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
        is_listed=dialect == "postgresql",
    )


def _listed(table: Table) -> postgresql.Insert:
    """Return the statement that makes rows as they stand in a JSON text."""
    columns = [column(one.name, one.type) for one in table.columns]
    listed = func.json_to_recordset(cast(bindparam(ROWS), JSON)).table_valued(*columns)
    rows = select(listed.render_derived(name="listed", with_types=True))
    return postgresql.insert(table).from_select([one.name for one in table.columns], rows)
