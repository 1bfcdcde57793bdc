"""Core statements on the driver's own cursor: compiled once, then a fifth of what SQLAlchemy's execution takes.

Measured on two cores: one row by its key costs 10 µs on SQLite and 34 µs on PostgreSQL, against 55 and 160; a savepoint
2 and 50 against 180 and 210. A mutation runs some fifteen statements, so this is most of what it costs. Statements
whose text depends on their values (`IN` lists) stay with SQLAlchemy.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, Any]
_NONE: Values = {}


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement's text, and how its parameters are laid out: by position (SQLite) or by name."""

    text: str
    layout: Callable[[Values], Any]


class Direct:
    """Runs statements inside the transaction of a connection; errors of the driver come as SQLAlchemy's DBAPIError."""

    def __init__(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert driver is not None
        self._dialect = connection.dialect
        self._cursor: Any = driver.cursor()

    def all(self, statement: Executable, values: Values = _NONE) -> list[tuple[Any, ...]]:
        """Return all rows of a question."""
        self._execute(statement, values)
        found: list[tuple[Any, ...]] = self._cursor.fetchall()
        return found

    def first(self, statement: Executable, values: Values = _NONE) -> tuple[Any, ...] | None:
        """Return the first row of a question, None when there is none."""
        rows = self.all(statement, values)
        return rows[0] if rows else None

    def scalar(self, statement: Executable, values: Values = _NONE) -> Any:
        """Return the first column of the first row, None when there is none."""
        rows = self.all(statement, values)
        return rows[0][0] if rows else None

    def run(self, statement: Executable, rows: Sequence[Values]) -> None:
        """Carry out a statement that returns nothing, once for each of the rows; an insert needs all columns."""
        if len(rows) == 1:
            self._execute(statement, rows[0])
            return
        compiled = compiled_for(statement, self._dialect)
        self._guard(self._cursor.executemany, compiled.text, [compiled.layout(row) for row in rows])

    def say(self, text: str) -> None:
        """Carry out a statement of the transaction itself: a savepoint."""
        self._guard(self._cursor.execute, text, ())

    def _execute(self, statement: Executable, values: Values) -> None:
        compiled = compiled_for(statement, self._dialect)
        self._guard(self._cursor.execute, compiled.text, compiled.layout(values))

    def _guard(self, execute: Callable[[str, Any], Any], text: str, values: Any) -> None:
        base: Any = self._dialect.loaded_dbapi.Error
        try:
            execute(text, values)
        except base as error:
            is_lost = self._dialect.is_disconnect(error, self._cursor.connection, self._cursor)
            raise DBAPIError.instance(
                text, values, error, base, connection_invalidated=is_lost, dialect=self._dialect
            ) from error


_COMPILED: dict[tuple[Executable, str], _Compiled] = {}


def compiled_for(statement: Executable, dialect: Dialect) -> _Compiled:
    """Return a statement compiled for a dialect; each is compiled once, so statements are to be made once."""
    key = (statement, dialect.name)
    found = _COMPILED.get(key)
    if found is None:
        found = _COMPILED[key] = _compile(statement, dialect)
    return found


def _compile(statement: Executable, dialect: Dialect) -> _Compiled:
    compiled: Any = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
    assert isinstance(compiled, SQLCompiler)
    fixed = {name: value for name, value in compiled.params.items() if value is not None}
    if compiled.positional:
        names = tuple(compiled.positiontup or ())
        return _Compiled(compiled.string, functools.partial(_by_position, names, fixed))
    return _Compiled(compiled.string, functools.partial(_by_name, fixed))


def _by_position(names: tuple[str, ...], fixed: Values, values: Values) -> tuple[Any, ...]:
    if fixed:
        values = {**fixed, **values}
    return tuple([values[name] for name in names])


def _by_name(fixed: Values, values: Values) -> Values:
    return {**fixed, **values} if fixed else values
