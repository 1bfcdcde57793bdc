"""Reads and writes entities of any kind as rows: those with a table of their own, and the settings, which share one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from kanbandesk.models import statements
from kanbandesk.models.direct import Direct
from kanbandesk.models.rows import SETTINGS, Value, mapping, setting, setting_text
from kanbandesk.models.statements import Equal

T = TypeVar("T")
Extra = Callable[[Any], dict[str, Value]]
"""Gives what a row holds beside the fields of its entity."""


class Shelf:
    """The rows behind one mutation: the settings, asked for again and again, are read once.

    Several mutations of one transaction may share what was read, until one of them is rolled back.
    """

    def __init__(self, connection: Connection, direct: Direct | None = None) -> None:
        self._connection = connection
        self.direct = direct or Direct(connection)
        self._sql = statements.sql_for(connection.dialect.name)
        self._settings: dict[type[Any], dict[str, Any]] = {}
        self.rows: dict[type[Any], dict[str, dict[str, Value] | None]] = {}
        """What was written, by kind and id, as the tables hold it now; None for what was deleted."""

    def for_mutation(self) -> Shelf:
        """Return a shelf for the next mutation of the same transaction: it need not read the settings again."""
        shelf = Shelf(self._connection, self.direct)
        shelf._settings = self._settings
        return shelf

    def read(self, kind: type[T], entity_id: str) -> T | None:
        """Return the entity or None."""
        if kind in SETTINGS:
            found: T | None = self._by_id(kind).get(entity_id)
            return found
        row = self.direct.first(self._sql.of(kind).one, {"id": entity_id})
        return None if row is None else mapping(kind).entity(row)

    def select(self, kind: type[T], equal: Equal) -> Iterable[T]:
        """Return the entities whose fields equal the values given."""
        if kind in SETTINGS:
            return [entity for entity in self._by_id(kind).values() if has(entity, equal)]
        return mapping(kind).entities(self.direct.all(self._sql.equal(kind, equal), equal))

    def save(self, kind: type[T], entities: Sequence[T], extra: Extra) -> None:
        """Create or replace the rows of these entities, all of one kind."""
        if not entities:
            return
        if kind in SETTINGS:
            rows = [
                {"kind": SETTINGS[kind], "data": setting_text(one), **_id(one), **extra(one)}
                for one in entities
            ]
            self.direct.run(self._sql.settings.upsert, rows)
            self._settings.pop(kind, None)
        else:
            rows = [mapping(kind).row(entity) | extra(entity) for entity in entities]
            self.direct.run(self._sql.of(kind).upsert, rows)
        self._remember(kind, rows)

    def add(self, kind: type[T], entities: Sequence[T], extra: Extra) -> None:
        """Create the rows of these entities, of a kind with its own table, which are new."""
        if entities:
            rows = [mapping(kind).row(entity) | extra(entity) for entity in entities]
            self.direct.run(self._sql.of(kind).insert, rows)
            self._remember(kind, rows)

    def delete(self, kind: type[Any], entity_ids: Sequence[str]) -> None:
        """Delete the rows of these entities."""
        if not entity_ids:
            return
        if kind in SETTINGS:
            gone = [{"of_kind": SETTINGS[kind], "gone": entity_id} for entity_id in entity_ids]
            self.direct.run(self._sql.settings.delete, gone)
            self._settings.pop(kind, None)
        else:
            self.direct.run(self._sql.of(kind).delete, [{"gone": entity_id} for entity_id in entity_ids])
        self.rows.setdefault(kind, {}).update(dict.fromkeys(entity_ids))

    def _remember(self, kind: type[Any], rows: Iterable[dict[str, Value]]) -> None:
        self.rows.setdefault(kind, {}).update((str(row["id"]), row) for row in rows)

    def _by_id(self, kind: type[Any]) -> dict[str, Any]:
        if kind not in self._settings:
            texts = self.direct.all(statements.ALL_SETTINGS, {"of_kind": SETTINGS[kind]})
            entities = [setting(kind, text) for (text,) in texts]
            self._settings[kind] = {entity.id: entity for entity in entities}
        return self._settings[kind]


def has(entity: object, equal: Equal) -> bool:
    """Tell whether the entity's fields equal the values given."""
    return all(getattr(entity, name) == value for name, value in equal.items())


def _id(entity: Any) -> dict[str, Value]:
    return {"id": entity.id}
