"""The Transaction of the rulebook over one database connection.

What a mutation writes is kept in memory until it ends and then written at once, kind by kind; reads see it. The
events of a mutation tell which fields of each ticket it changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from kanbandesk.models.columns import ColumnReads
from kanbandesk.models.head import Head
from kanbandesk.models.rows import SETTINGS, Value, json_text
from kanbandesk.models.shelf import Extra, Shelf, has
from kanbandesk.models.stories import StoryReads
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.calendars import ALWAYS, Calendar, CalendarError
from kanbandesk.workflow.codec import SCALAR_JSON
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.events import Event, Fact
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.records import Rating, check_rating
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.tickets import Message, Ticket
from kanbandesk.workflow.transaction import Context, E, Entity

_id = attrgetter("id")


class Store(ColumnReads, StoryReads):
    """One mutation's view of the workspace; `flush` writes it, leaving it out forgets it."""

    def __init__(
        self, connection: Connection, context: Context, head: Head, shelf: Shelf | None = None
    ) -> None:
        self.context = context
        self.written: dict[type[Any], set[str]] = {}
        """The ids of what was created, replaced or deleted, by kind."""
        self._connection = connection
        self._shelf = shelf or Shelf(connection)
        self.head = head
        self._known: defaultdict[type[Any], dict[str, Any]] = defaultdict(dict)
        self._waiting: dict[type[Any], dict[str, Any]] = {}
        self._scanned: dict[type[Any], list[Any]] = {}
        self._before: dict[str, Ticket | None] = {}
        self._events: list[Event] = []
        self._unindexed: set[str] = set()

    # -- Transaction ------------------------------------------------------------------------------------------

    def get(self, kind: type[E], entity_id: str) -> E:
        """Return the entity; NotFound when there is none."""
        entity = self.find(kind, entity_id)
        if entity is None:
            raise NotFound("not_found", kind=kind.__name__, id=entity_id)
        return entity

    def find(self, kind: type[E], entity_id: str) -> E | None:
        """Return the entity or None."""
        known = self._known[kind]
        if entity_id not in known:
            known[entity_id] = self._shelf.read(kind, entity_id)
        found: E | None = known[entity_id]
        return found

    def scan(self, kind: type[E], **equal: str | int | None) -> Iterator[E]:
        """Yield the entities whose fields equal the values given, by id."""
        if not equal and kind in self._scanned:
            return iter(self._scanned[kind])
        unwritten = self._unwritten(kind)
        if unwritten:
            by_id = {one.id: one for one in self._shelf.select(kind, equal) if one.id not in unwritten}
            by_id |= {one.id: one for one in unwritten.values() if one is not None and has(one, equal)}
            found = [by_id[entity_id] for entity_id in sorted(by_id)]
        else:
            found = sorted(self._shelf.select(kind, equal), key=_id)
        if not equal and kind in SETTINGS:  # every ticket that is kept asks for them several times
            self._scanned[kind] = found
        return iter(found)

    def put(self, entity: Entity) -> None:
        """Create or replace an entity; KeptForGood for a rating that is there (R11c)."""
        if isinstance(entity, Ticket):
            before = self._remember(entity.id)
            entity = replace(entity, revision=self.head.ver)
            if before is None or _words(before) != _words(entity):
                self._unindexed.add(entity.id)
        elif isinstance(entity, Message):
            self._unindexed.add(entity.ticket_id)
        elif isinstance(entity, Rating):
            check_rating(self.find(Rating, entity.id), entity)
        self._write(type(entity), entity.id, entity)

    def has_put(self, kind: type[E], entity_id: str) -> bool:
        """Tell whether this mutation itself has written an entity."""
        return entity_id in self.written.get(kind, ())

    def delete(self, kind: type[E], entity_id: str) -> None:
        """Delete an entity; nothing happens when there is none."""
        if kind is Ticket:
            self._remember(entity_id)
        elif kind is Rating:
            check_rating(self.find(Rating, entity_id), None)
        self._write(kind, entity_id, None)

    def emit(self, ticket_id: str, fact: Fact) -> None:
        """Record a fact under this mutation."""
        event = Event(
            id=self.context.derived_id(len(self._events)),
            ticket_id=ticket_id,
            mutation_id=self.context.uid,
            actor_kind=self.context.actor.kind,
            actor_id=self.context.actor.id,
            at=self.context.at,
            recorded_at=self.context.now,
            fact=fact,
        )
        self._events.append(event)

    def put_event(self, event: Event) -> None:
        """Store an event as it is."""
        self._events.append(event)

    def next_number(self) -> int | None:
        """Return the next ticket number."""
        number = self.head.next_number
        self.head.next_number += 1
        return number

    @property
    def shelf(self) -> Shelf:
        """The rows behind this mutation."""
        return self._shelf

    def before(self, ticket_id: str) -> Ticket | None:
        """Return a ticket as it stood before this mutation wrote to it; None when it wrote none, or it is new."""
        return self._before.get(ticket_id)

    # -- the end of the mutation ------------------------------------------------------------------------------

    @property
    def rows(self) -> dict[type[Any], dict[str, dict[str, Value] | None]]:
        """What was written, events too, by kind and id, as the tables hold it; None for what was deleted."""
        return self._shelf.rows

    def flush(self) -> None:
        """Write everything; the mutation's events carry the changed fields of their tickets."""
        self._write_rows()
        self._write_events()
        if self._unindexed:
            self._shelf.reindex(self._unindexed)
            self._unindexed = set()

    def _write_rows(self) -> None:
        version: dict[str, Value] = {"ver": self.head.ver}
        for kind, entities in self._waiting.items():
            kept = [entity for entity in entities.values() if entity is not None]
            if len(kept) < len(entities):
                self._shelf.delete(
                    kind, [entity_id for entity_id, entity in entities.items() if entity is None]
                )
            extra = self._with_sla_moments(kept) if kind is Ticket else lambda _: version
            self._shelf.save(kind, kept, extra)
        self._waiting = {}

    def _write_events(self) -> None:
        told: set[str] = set()
        events = []
        for event in self._events:
            if event.mutation_id == self.context.uid and event.ticket_id not in told:
                told.add(event.ticket_id)
                before, after = self._before.get(event.ticket_id), self.find(Ticket, event.ticket_id)
                events.append(replace(event, changes=changes(before, after)))
            else:
                events.append(event)
        positions = {event.id: position for position, event in enumerate(events)}
        self._shelf.add(Event, events, lambda event: {"ver": self.head.ver, "position": positions[event.id]})
        self._events = []

    def _with_sla_moments(self, tickets: list[Ticket]) -> Extra:
        """Reckon the SLA's moments on first line's opening hours, whoever holds the ticket (R7a)."""
        calendar = ALWAYS
        if any(ticket.sla for ticket in tickets):
            timetable = Timetable.of(self.scan(Line), self.scan(Calendar))
            calendar = timetable.calendar(timetable.first_line)
        return lambda ticket: {"ver": self.head.ver, **sla_moments(ticket, calendar, self.context.now)}

    def _remember(self, ticket_id: str) -> Ticket | None:
        """Return the ticket as it stood before this mutation."""
        if ticket_id not in self._before:
            self._before[ticket_id] = self.find(Ticket, ticket_id)
        return self._before[ticket_id]

    def _unwritten(self, kind: type[Any]) -> Mapping[str, Any]:
        """Return what is not in the database yet, by id: of this mutation, and of those before in its transaction."""
        before, mine = self._shelf.unwritten(kind), self._waiting.get(kind)
        return {**before, **mine} if mine else before

    def _write(self, kind: type[Any], entity_id: str, entity: Any) -> None:
        self.written.setdefault(kind, set()).add(entity_id)
        self._known[kind][entity_id] = entity
        self._scanned.pop(kind, None)
        self._waiting.setdefault(kind, {})[entity_id] = entity


def changes(before: Ticket | None, after: Ticket | None) -> tuple[tuple[str, str, str], ...]:
    """Return the fields that differ, each with both values as canonical JSON; none for a ticket that is new or gone."""
    if before is None or after is None:
        return ()
    became = vars(after)
    return tuple(
        [
            (name, _told(old), _told(new))
            for name, old in vars(before).items()
            if (new := became[name]) is not old and new != old and name != "revision"
        ]
    )


def _told(value: object) -> str:
    """Return a field's value as canonical JSON."""
    scalar = SCALAR_JSON.get(type(value))
    return json_text(value) if scalar is None else scalar(value)


def sla_moments(ticket: Ticket, calendar: Calendar, now: int) -> dict[str, Value]:
    """Return when the ticket's SLA clock is due, or what is left while it stands still, as the row keeps it."""
    due, left = None, None
    if ticket.sla is not None and ticket.sla.running_since is None:
        left = ticket.sla.left(calendar, now)
    elif ticket.sla is not None:
        try:
            due = ticket.sla.due_at(calendar)
        except CalendarError:
            due = None  # a calendar that never opens again promises nothing
    return {"sla_due": due, "sla_left": left}


def _words(ticket: Ticket) -> tuple[str, int]:
    """Return what tells that a ticket has other words than before: messages also go over to another one (merge)."""
    return ticket.title, ticket.message_count
