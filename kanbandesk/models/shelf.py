"""Reads and writes entities of any kind as rows: those with a table of their own, and the settings, which share one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Executable, Table

from kanbandesk.models import search, statements
from kanbandesk.models.base import table_of
from kanbandesk.models.direct import Direct, Values
from kanbandesk.models.ledger import Setting
from kanbandesk.models.rows import SETTINGS, Value, mapping, setting, setting_text
from kanbandesk.models.statements import Equal

T = TypeVar("T")
Extra = Callable[[Any], dict[str, Value]]
"""Gives what a row holds beside the fields of its entity."""
SETTING: Final = table_of(Setting)
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Shelf:
    """The rows behind one mutation, written as they come; the settings, asked for again and again, are read once."""

    def __init__(self, connection: Connection, direct: Direct | None = None) -> None:
        self._connection = connection
        self._direct = direct or Direct(connection)
        self.sql = statements.sql_for(connection.dialect.name)
        self._settings: dict[type[Any], dict[str, Any]] = {}
        self.rows: dict[type[Any], dict[str, dict[str, Value] | None]] = {}
        """What was written, by kind and id, as the tables hold it now; None for what was deleted."""

    @property
    def direct(self) -> Direct:
        """The database, in which everything lies that was saved here."""
        return self._direct

    # -- reading ----------------------------------------------------------------------------------------------

    def read(self, kind: type[T], entity_id: str) -> T | None:
        """Return the entity or None."""
        if kind in SETTINGS:
            found: T | None = self._by_id(kind).get(entity_id)
            return found
        row = self._direct.first(self.sql.of(kind).one, {"id": entity_id})
        return None if row is None else mapping(kind).entity(row)

    def select(self, kind: type[T], equal: Equal) -> Iterable[T]:
        """Return the entities whose fields equal the values given."""
        if kind in SETTINGS:
            return [entity for entity in self._by_id(kind).values() if has(entity, equal)]
        return mapping(kind).entities(self._direct.all(self.sql.equal(kind, equal), equal))

    def places(self, statement: Executable, asked: Values) -> list[tuple[Any, ...]]:
        """Ask for cards by their place; the answer does not know of what is `unwritten`."""
        return self._direct.all(statement, asked)

    def story(self, ticket_id: str, after: int) -> list[tuple[Any, ...]]:
        """Return the events of a ticket that were recorded after a moment, in order, as rows."""
        return self._direct.all(statements.EVENTS_ON_TICKET, {"ticket_id": ticket_id, "after": after})

    def unwritten(self, _kind: type[Any]) -> Mapping[str, Any]:
        """Return what was saved and is not in the database yet, by id; None for what was deleted."""
        return NOTHING

    # -- writing ----------------------------------------------------------------------------------------------

    def save(self, kind: type[T], entities: Sequence[T], extra: Extra) -> None:
        """Create or replace the rows of these entities, all of one kind."""
        if not entities:
            return
        if kind in SETTINGS:
            rows = [
                {"kind": SETTINGS[kind], "data": setting_text(one), **_id(one), **extra(one)}
                for one in entities
            ]
            self.put(SETTING, rows)
            self._settings.pop(kind, None)
        else:
            rows = _rows(kind, entities, extra)
            self.put(statements.table_for(kind), rows)
        self._remember(kind, rows)

    def add(self, kind: type[T], entities: Sequence[T], extra: Extra) -> None:
        """Create the rows of these entities, of a kind with its own table, which are new."""
        if entities:
            rows = _rows(kind, entities, extra)
            self.insert(statements.table_for(kind), rows)
            self._remember(kind, rows)

    def delete(self, kind: type[Any], entity_ids: Sequence[str]) -> None:
        """Delete the rows of these entities."""
        if not entity_ids:
            return
        if kind in SETTINGS:
            self.remove(SETTING, [(SETTINGS[kind], entity_id) for entity_id in entity_ids])
            self._settings.pop(kind, None)
        else:
            self.remove(statements.table_for(kind), [(entity_id,) for entity_id in entity_ids])
        self.rows.setdefault(kind, {}).update(dict.fromkeys(entity_ids))

    def put(self, table: Table, rows: Sequence[Values]) -> None:
        """Make rows, or replace those of the same key."""
        self._direct.put(table, rows)

    def insert(self, table: Table, rows: Sequence[Values]) -> None:
        """Make rows that are new."""
        self._direct.insert(table, rows)

    def remove(self, table: Table, keys: Sequence[tuple[str, ...]]) -> None:
        """Delete the rows of these keys."""
        self._direct.remove(table, keys)

    def behind(self, statement: Executable, rows: Sequence[Values]) -> None:
        """Carry out a statement once for each of the rows, behind all that was saved."""
        self._direct.run(statement, rows)

    def reindex(self, ticket_ids: Iterable[str]) -> None:
        """Let the search read these tickets' words anew."""
        search.index(self._connection, ticket_ids)

    def _remember(self, kind: type[Any], rows: Iterable[dict[str, Value]]) -> None:
        self.rows.setdefault(kind, {}).update((str(row["id"]), row) for row in rows)

    def _by_id(self, kind: type[Any]) -> dict[str, Any]:
        if kind not in self._settings:
            self._settings[kind] = read_settings(self._direct, kind)
        return self._settings[kind]


def read_settings(direct: Direct, kind: type[Any]) -> dict[str, Any]:
    """Return all entities of a kind that lies among the settings, by id."""
    texts = direct.all(statements.ALL_SETTINGS, {"of_kind": SETTINGS[kind]})
    return {entity.id: entity for entity in (setting(kind, text) for (text,) in texts)}


def has(entity: object, equal: Equal) -> bool:
    """Tell whether the entity's fields equal the values given."""
    return all(getattr(entity, name) == value for name, value in equal.items())


def _id(entity: Any) -> dict[str, Value]:
    return {"id": entity.id}


def _rows(kind: type[T], entities: Sequence[T], extra: Extra) -> list[dict[str, Value]]:
    lay_out = mapping(kind).row
    rows = []
    for entity in entities:
        row = lay_out(entity)
        row.update(extra(entity))
        rows.append(row)
    return rows
