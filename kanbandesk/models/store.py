"""The Transaction of the rulebook over one database connection.

What a mutation writes is kept in memory until it ends and then written at once, kind by kind; reads see it. The
events of a mutation tell which fields of each ticket it changed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from kanbandesk.models import search
from kanbandesk.models import statements as sql
from kanbandesk.models.head import Head
from kanbandesk.models.rows import SETTINGS, mapping, setting, setting_text
from kanbandesk.workflow.calendars import ALWAYS, Calendar, CalendarError
from kanbandesk.workflow.codec import canonical_json, encode
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.events import Event, Fact
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.tickets import Message, Ticket
from kanbandesk.workflow.transaction import Context, E, Entity

T = TypeVar("T")
Changed = tuple[tuple[str, str, str], ...]


class Store:
    """One mutation's view of the workspace; `flush` writes it, leaving it out forgets it."""

    def __init__(self, connection: Connection, context: Context, head: Head) -> None:
        self._connection = connection
        self.context = context
        self._head = head
        self._sql = sql.sql_for(connection.dialect.name)
        self._known: dict[type[Any], dict[str, Any]] = {}
        self._waiting: dict[type[Any], dict[str, Any]] = {}
        self._before: dict[str, Ticket | None] = {}
        self._events: list[Event] = []
        self._unindexed: set[str] = set()
        self.written: dict[type[Any], set[str]] = {}
        """The ids of what was created, replaced or deleted, by kind."""

    # -- Transaction ------------------------------------------------------------------------------------------

    def get(self, kind: type[E], entity_id: str) -> E:
        """Return the entity; NotFound when there is none."""
        entity = self.find(kind, entity_id)
        if entity is None:
            raise NotFound("not_found", kind=kind.__name__, id=entity_id)
        return entity

    def find(self, kind: type[E], entity_id: str) -> E | None:
        """Return the entity or None."""
        known = self._known.setdefault(kind, {})
        if entity_id not in known:
            known[entity_id] = self._read(kind, entity_id)
        return cast("E | None", known[entity_id])

    def scan(self, kind: type[E], **equal: str | int | None) -> Iterator[E]:
        """Yield the entities whose fields equal the values given, by id."""
        written = self._waiting.get(kind, {})
        found = {entity.id: entity for entity in self._select(kind, equal) if entity.id not in written}
        found |= {
            entity.id: entity for entity in written.values() if entity is not None and _has(entity, equal)
        }
        return iter([found[entity_id] for entity_id in sorted(found)])

    def put(self, entity: Entity) -> None:
        """Create or replace an entity."""
        kind = type(entity)
        if isinstance(entity, Ticket):
            self._remember(entity.id)
            before = self._before[entity.id]
            entity = dataclasses.replace(entity, revision=self._head.ver)
            if before is None or before.title != entity.title:
                self._unindexed.add(entity.id)
        elif isinstance(entity, Message):
            self._unindexed.add(entity.ticket_id)
        self._write(kind, entity.id, entity)

    def delete(self, kind: type[E], entity_id: str) -> None:
        """Delete an entity; nothing happens when there is none."""
        if kind is Ticket:
            self._remember(entity_id)
        self._write(kind, entity_id, None)

    def emit(self, ticket_id: str, fact: Fact) -> None:
        """Record a fact under this mutation."""
        context = self.context
        self._events.append(
            Event(
                id=context.derived_id(len(self._events)),
                ticket_id=ticket_id,
                mutation_id=context.uid,
                actor_kind=context.actor.kind,
                actor_id=context.actor.id,
                at=context.at,
                recorded_at=context.now,
                fact=fact,
            )
        )

    def put_event(self, event: Event) -> None:
        """Store an event as it is."""
        self._events.append(event)

    def events_of(self, mutation_id: str) -> Iterator[Event]:
        """Yield the events that an earlier mutation brought about, in order."""
        rows = self._connection.execute(sql.EVENTS_OF_MUTATION, {"mutation_id": mutation_id})
        return iter(mapping(Event).entities(rows))

    def events_on(self, ticket_id: str) -> Iterator[Event]:
        """Yield the events of a ticket that were stored before this mutation, in order."""
        rows = self._connection.execute(sql.EVENTS_ON_TICKET, {"ticket_id": ticket_id})
        return iter(mapping(Event).entities(rows))

    def next_number(self) -> int:
        """Return the next ticket number."""
        number = self._head.next_number
        self._head.next_number += 1
        return number

    def edge_rank(self, status_ids: tuple[str, ...], *, is_first: bool) -> str:
        """Return the rank of the first (or last) card in these statuses, empty when there is none."""
        if is_first:
            return self._outermost(sql.FIRST_RANK, status_ids, min)
        return self._outermost(sql.LAST_RANK, status_ids, max)

    def neighbour_rank(self, status_ids: tuple[str, ...], rank: str, *, is_next: bool) -> str:
        """Return the rank of the card next to (or before) `rank` in these statuses, empty at the edge."""
        if is_next:
            return self._outermost(sql.NEXT_RANK, status_ids, min, rank=rank)
        return self._outermost(sql.PREVIOUS_RANK, status_ids, max, rank=rank)

    # -- writing ----------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Write everything; the mutation's events carry the changed fields of their tickets."""
        self._write_rows()
        if self._events:
            rows = self._event_rows()
            self._connection.execute(self._sql.of(Event).insert, rows)
            self._events = []
        if self._unindexed:
            search.index(self._connection, self._unindexed)
            self._unindexed = set()

    def _write_rows(self) -> None:
        for kind, entities in self._waiting.items():
            gone = [{"gone": entity_id} for entity_id, entity in entities.items() if entity is None]
            kept = [entity for entity in entities.values() if entity is not None]
            if kind in SETTINGS:
                self._write_settings(kind, gone, kept)
                continue
            prepared = self._sql.of(kind)
            if gone:
                self._connection.execute(prepared.delete, gone)
            if kept:
                self._connection.execute(prepared.upsert, [self._row(kind, entity) for entity in kept])
        self._waiting = {}

    def _write_settings(self, kind: type[Any], gone: list[dict[str, str]], kept: list[Any]) -> None:
        prepared, word = self._sql.settings, SETTINGS[kind]
        if gone:
            self._connection.execute(prepared.delete, [{"of_kind": word, **part} for part in gone])
        if kept:
            rows = [
                {"kind": word, "id": entity.id, "data": setting_text(entity), "ver": self._head.ver}
                for entity in kept
            ]
            self._connection.execute(prepared.upsert, rows)

    def _row(self, kind: type[Any], entity: Any) -> dict[str, Any]:
        row = mapping(kind).row(entity)
        row["ver"] = self._head.ver
        if isinstance(entity, Ticket):
            row["sla_due"], row["sla_left"] = self._sla_moments(entity)
        return row

    def _event_rows(self) -> list[dict[str, Any]]:
        rows = []
        told: set[str] = set()
        for position, event in enumerate(self._events):
            if event.mutation_id == self.context.uid and event.ticket_id not in told:
                told.add(event.ticket_id)
                event = dataclasses.replace(event, changes=self._changes(event.ticket_id))  # noqa: PLW2901
            rows.append({**mapping(Event).row(event), "position": position, "ver": self._head.ver})
        return rows

    def _changes(self, ticket_id: str) -> Changed:
        """Return the fields of a ticket that this mutation changed; none for a ticket that it made."""
        before, after = self._before.get(ticket_id), self._known[Ticket][ticket_id]
        if before is None or after is None:
            return ()
        return tuple(
            (name, _plain_text(old), _plain_text(new))
            for name in _TICKET_FIELDS
            if (old := getattr(before, name)) != (new := getattr(after, name))
        )

    def _sla_moments(self, ticket: Ticket) -> tuple[int | None, int | None]:
        """Return when the SLA clock is due, or what is left while it stands still (R7a: first line's hours)."""
        if ticket.sla is None:
            return None, None
        calendar = self._sla_calendar()
        if ticket.sla.running_since is None:
            return None, ticket.sla.left(calendar, self.context.now)
        try:
            return ticket.sla.due_at(calendar), None
        except CalendarError:
            return None, None  # a calendar that never opens again promises nothing

    def _sla_calendar(self) -> Calendar:
        lines = sorted(self.scan(Line), key=lambda line: line.position)
        calendar = self.find(Calendar, lines[0].calendar_id) if lines else None
        return calendar or ALWAYS

    # -- reading ----------------------------------------------------------------------------------------------

    def _read(self, kind: type[T], entity_id: str) -> T | None:
        if kind in SETTINGS:
            asked = {"of_kind": SETTINGS[kind], "id": entity_id}
            text = self._connection.scalar(self._sql.settings.one, asked)
            return None if text is None else setting(kind, text)
        row = self._connection.execute(self._sql.of(kind).one, {"id": entity_id}).first()
        return None if row is None else mapping(kind).entity(row)

    def _select(self, kind: type[T], equal: dict[str, str | int | None]) -> Iterable[T]:
        if kind in SETTINGS:
            texts = self._connection.scalars(sql.ALL_SETTINGS, {"of_kind": SETTINGS[kind]})
            return [entity for text in texts if _has(entity := setting(kind, text), equal)]
        rows = self._connection.execute(self._sql.equal(kind, equal), equal)
        return mapping(kind).entities(rows)

    def _outermost(
        self, statement: Any, status_ids: tuple[str, ...], choose: Callable[[list[str]], str], **bounds: str
    ) -> str:
        self._write_rows()
        found = [
            self._connection.scalar(statement, {"status_id": status_id, **bounds}) for status_id in status_ids
        ]
        ranks = [rank for rank in found if rank is not None]
        return choose(ranks) if ranks else ""

    def _remember(self, ticket_id: str) -> None:
        """Keep the ticket as it stood before this mutation."""
        if ticket_id not in self._before:
            self._before[ticket_id] = self.find(Ticket, ticket_id)

    def _write(self, kind: type[Any], entity_id: str, entity: Any) -> None:
        self.written.setdefault(kind, set()).add(entity_id)
        self._known.setdefault(kind, {})[entity_id] = entity
        self._waiting.setdefault(kind, {})[entity_id] = entity


_TICKET_FIELDS = [field.name for field in dataclasses.fields(Ticket) if field.name != "revision"]


def _has(entity: object, equal: dict[str, str | int | None]) -> bool:
    return all(getattr(entity, name) == value for name, value in equal.items())


def _plain_text(value: object) -> str:
    return canonical_json(encode(value))
