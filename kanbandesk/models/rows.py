"""Entities ↔ rows, by the fields of the dataclasses; standard library only, so the start needs no SQLAlchemy.

Scalars and enums lie in a column of the field's name, everything else as canonical JSON. What differs is named here:
a ticket's `dues` are three columns, its `revision` is the row's `ver`. Entities of the process settings lie whole, as
JSON, in the table `setting`.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import Any, Generic, TypeVar

from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.codec import canonical_json_of, decode
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import Notification, Rating, Task, Violation
from kanbandesk.workflow.replacing import filler
from kanbandesk.workflow.statuses import Workflow
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket

T = TypeVar("T")
Value = str | int | None
Row = Sequence[Any]

_MOST_SETTINGS = 512
COLUMNS = {(Ticket, "dues"): ("due1", "due2", "due3"), (Ticket, "revision"): ("ver",)}

SETTINGS: dict[type[Any], str] = {
    Workflow: "workflow",
    Process: "process",
    Board: "board",
    Line: "line",
    Calendar: "calendar",
    SavedView: "saved_view",
}
"""The kinds that lie in the table `setting`, and the word that tells them apart there."""

TABLES: dict[type[Any], str] = {
    Ticket: "ticket",
    Message: "message",
    Attachment: "attachment",
    Event: "event",
    Link: "link",
    Agent: "agent",
    Client: "client",
    Contact: "contact",
    Violation: "violation",
    Task: "task",
    Notification: "notification",
    Rating: "rating",
}
"""The kinds that have a table of their own."""


@dataclass(frozen=True, slots=True)
class _Field:
    """How one field of an entity lies in its row: in one column, or spread over several as it is."""

    name: str
    columns: tuple[str, ...]
    pack: Callable[[Any], Value]
    unpack: Callable[[Any], Any]


class Mapping(Generic[T]):
    """The columns of one kind of entity, and the way there and back."""

    def __init__(self, kind: type[T], table: str) -> None:
        hints = typing.get_type_hints(kind)
        fields = [_field(kind, name, hints[name]) for name in _names(kind)]
        self.kind = kind
        self.table = table
        self.columns = tuple(column for field in fields for column in field.columns)
        self._by_column = _by_column(kind, fields)
        self._packed = [
            (field.columns[0], field.pack)
            for field in fields
            if len(field.columns) == 1 and field.pack is not _same
        ]
        self._spread = [field.columns for field in fields if len(field.columns) > 1]
        self._unpacked, self._spread_at = _positions(fields)
        self._make = filler(kind, [field.name for field in fields])

    def row(self, entity: T) -> dict[str, Value]:
        """Return the values by column."""
        row = self._by_column(entity)
        for column, pack in self._packed:
            row[column] = pack(row[column])
        for columns in self._spread:
            row.update(zip(columns, row[columns[0]], strict=True))
        return row

    def entity(self, row: Row) -> T:
        """Return the entity whose columns, in their order, `row` begins with."""
        values = list(row[: len(self.columns)])
        for at, unpack in self._unpacked:
            values[at] = unpack(values[at])
        for at, end in self._spread_at:
            values[at:end] = [tuple(values[at:end])]
        return self._make(values)

    def entities(self, rows: Iterable[Row]) -> list[T]:
        """Return the entities of several rows."""
        return [self.entity(row) for row in rows]

    def selection(self) -> str:
        """Return the columns as they stand in a SELECT."""
        return ", ".join(f'"{column}"' for column in self.columns)


_MAPPINGS: dict[type[Any], Mapping[Any]] = {}


def mapping(kind: type[T]) -> Mapping[T]:
    """Return the mapping of a kind that has a table of its own; KeyError for others."""
    if kind not in _MAPPINGS:
        _MAPPINGS[kind] = Mapping(kind, TABLES[kind])
    return _MAPPINGS[kind]


def setting_text(entity: object) -> str:
    """Return the canonical JSON of an entity of the process settings."""
    return canonical_json_of(entity)


_SETTINGS: dict[tuple[type[Any], str], Any] = {}


def setting(kind: type[T], text: str) -> T:
    """Return the entity of the process settings whose JSON is `text`; each text is decoded once."""
    key = (kind, text)
    if key not in _SETTINGS:
        if len(_SETTINGS) > _MOST_SETTINGS:
            _SETTINGS.clear()
        _SETTINGS[key] = decode(kind, json.loads(text))
    return typing.cast("T", _SETTINGS[key])


def _by_column(kind: type[Any], fields: list[_Field]) -> Callable[[Any], dict[str, Any]]:
    """Return what gives the values of an entity's fields, each under its (first) column."""
    if kind.__dictoffset__:
        renamed = [(field.name, field.columns[0]) for field in fields if field.name != field.columns[0]]

        def copied(entity: Any) -> dict[str, Any]:
            row: dict[str, Any] = entity.__dict__.copy()
            for name, column in renamed:
                row[column] = row.pop(name)
            return row

        return copied
    columns, values = [field.columns[0] for field in fields], attrgetter(*(field.name for field in fields))
    return lambda entity: dict(zip(columns, values(entity), strict=True))


def _positions(
    fields: list[_Field],
) -> tuple[list[tuple[int, Callable[[Any], Any]]], list[tuple[int, int]]]:
    """Return where a row has what is to be unpacked, and from where to where a field is spread over it, last first."""
    unpacked: list[tuple[int, Callable[[Any], Any]]] = []
    spread: list[tuple[int, int]] = []
    at = 0
    for field in fields:
        end = at + len(field.columns)
        if len(field.columns) > 1:
            spread.insert(0, (at, end))
        elif field.unpack is not _same:
            unpacked.append((at, field.unpack))
        at = end
    return unpacked, spread


def _names(kind: type[Any]) -> list[str]:
    return [field.name for field in dataclasses.fields(kind)]


def _field(kind: type[Any], name: str, hint: Any) -> _Field:
    pack, unpack = _codec(hint)
    return _Field(name, COLUMNS.get((kind, name), (name,)), pack, unpack)


def _codec(hint: Any) -> tuple[Callable[[Any], Value], Callable[[Any], Any]]:
    """Return how values of `hint` become one column's and come back."""
    parts = [part for part in typing.get_args(hint) if part is not types.NoneType]
    is_optional = typing.get_origin(hint) in (types.UnionType, typing.Union) and len(parts) == 1
    plain = parts[0] if is_optional else hint
    if plain in (str, int):
        return _same, _same
    if plain is bool:
        return _same, bool
    if isinstance(plain, type) and issubclass(plain, Enum):
        return _word, plain
    return _packed_text, functools.lru_cache(maxsize=4096)(functools.partial(_from_json, hint))


def _same(value: Any) -> Any:
    return value


def _word(value: Enum) -> Value:
    return typing.cast(str, value._value_)  # `value` is looked up in Python


def _packed_text(value: object) -> Value:
    if value is None:
        return None
    return json_text(value) if value or type(value) is not tuple else "[]"


@functools.lru_cache(maxsize=4096)
def json_text(value: Hashable) -> str:
    """Return a value as canonical JSON; most of a ticket's are those that it had before."""
    return "[]" if value == () else canonical_json_of(value)


def _from_json(hint: Any, text: str | None) -> Any:
    return None if text is None else decode(hint, json.loads(text))
