"""The Transaction in memory: what the rulebook is tested on, behaving as the store does."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from kanbandesk.workflow.codec import canonical_json, encode
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.events import Event, Fact
from kanbandesk.workflow.handlers import handle
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import SYSTEM, Actor
from kanbandesk.workflow.records import Rating, check_rating
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, E, Entity

_TICKET_FIELDS = [field.name for field in dataclasses.fields(Ticket) if field.name != "revision"]


class MemoryTransaction:
    """One mutation over a `MemoryLedger`: its writes are seen by its own reads and kept by `commit` only."""

    def __init__(self, ledger: MemoryLedger, context: Context) -> None:
        self.context = context
        self.emitted: list[Event] = []
        self._ledger = ledger
        self._written: dict[tuple[type[Any], str], Any] = {}
        self._number = ledger.next_number

    def get(self, kind: type[E], entity_id: str) -> E:
        entity = self.find(kind, entity_id)
        if entity is None:
            raise NotFound("not_found", kind=kind.__name__, id=entity_id)
        return entity

    def find(self, kind: type[E], entity_id: str) -> E | None:
        key = (kind, entity_id)
        found = self._written[key] if key in self._written else self._ledger.entities.get(key)
        return cast("E | None", found)

    def scan(self, kind: type[E], **equal: str | int | None) -> Iterator[E]:
        known = {field.name for field in dataclasses.fields(cast(Any, kind))}
        assert equal.keys() <= known, f"{kind.__name__} has no field {min(equal.keys() - known)}"
        found = [entity for of_kind, entity in self._entities() if of_kind is kind]
        matching = [
            each for each in found if all(getattr(each, name) == value for name, value in equal.items())
        ]
        return iter(sorted(matching, key=lambda each: cast(str, each.id)))

    def put(self, entity: Entity) -> None:
        if isinstance(entity, Ticket):
            entity = dataclasses.replace(entity, revision=self._ledger.version + 1)
        if isinstance(entity, Rating):
            check_rating(self.find(Rating, entity.id), entity)
        self._written[(type(entity), entity.id)] = entity

    def has_put(self, kind: type[E], entity_id: str) -> bool:
        return (kind, entity_id) in self._written

    def delete(self, kind: type[E], entity_id: str) -> None:
        if kind is Rating:
            check_rating(self.find(Rating, entity_id), None)
        self._written[(kind, entity_id)] = None

    def emit(self, ticket_id: str, fact: Fact) -> None:
        ctx = self.context
        self.emitted.append(
            Event(
                id=ctx.derived_id(len(self.emitted)),
                ticket_id=ticket_id,
                mutation_id=ctx.uid,
                actor_kind=ctx.actor.kind,
                actor_id=ctx.actor.id,
                at=ctx.at,
                recorded_at=ctx.now,
                fact=fact,
            )
        )

    def put_event(self, event: Event) -> None:
        self.emitted.append(event)

    def events_of(self, mutation_id: str) -> Iterator[Event]:
        return (event for event in self._ledger.events if event.mutation_id == mutation_id)

    def events_on(self, ticket_id: str, *, after: int | None = None) -> Iterator[Event]:
        return (
            event
            for event in self._ledger.events
            if event.ticket_id == ticket_id and (after is None or event.recorded_at > after)
        )

    def changed(self, ticket_id: str, name: str, *, after: int | None = None) -> Iterator[tuple[str, str]]:
        told = (change for event in self.events_on(ticket_id, after=after) for change in event.changes)
        return ((old, new) for field, old, new in told if field == name)

    def open_counts(self, agent_ids: tuple[str, ...]) -> dict[str, int]:
        workflow = self.get(Workflow, "default")
        closed = {status.id for status in workflow.statuses if status.kind is StatusKind.CLOSED}
        owned = [ticket.owner_id for ticket in self.scan(Ticket) if ticket.status_id not in closed]
        return {agent_id: owned.count(agent_id) for agent_id in agent_ids}

    def next_number(self) -> int:
        self._number += 1
        return self._number - 1

    def edge_rank(self, status_ids: tuple[str, ...], *, is_first: bool) -> str:
        return self._outermost(status_ids, min if is_first else max, lambda _: True)

    def neighbour_rank(self, status_ids: tuple[str, ...], rank: str, *, is_next: bool) -> str:
        if is_next:
            return self._outermost(status_ids, min, lambda other: other > rank)
        return self._outermost(status_ids, max, lambda other: other < rank)

    def nearest(
        self, status_ids: tuple[str, ...], rank: str, ticket_id: str, count: int, *, is_next: bool
    ) -> list[Ticket]:
        here = (rank, ticket_id)
        tickets = [
            entity for kind, entity in self._entities() if kind is Ticket and entity.status_id in status_ids
        ]
        found = [card for card in tickets if ((card.rank, card.id) >= here) == is_next]
        return sorted(found, key=lambda card: (card.rank, card.id), reverse=not is_next)[:count]

    def _outermost(
        self, status_ids: tuple[str, ...], choose: Callable[[list[str]], str], fits: Callable[[str], bool]
    ) -> str:
        tickets = (entity for kind, entity in self._entities() if kind is Ticket)
        ranks = [ticket.rank for ticket in tickets if ticket.status_id in status_ids and fits(ticket.rank)]
        return choose(ranks) if ranks else ""

    def _entities(self) -> Iterator[tuple[type[Any], Any]]:
        for (kind, _), entity in (self._ledger.entities | self._written).items():
            if entity is not None:
                yield kind, entity

    def commit(self) -> None:
        """Keep what was written; the first event on each ticket tells which of its fields changed."""
        told: set[str] = set()
        for event in self.emitted:
            kept = event
            if event.mutation_id == self.context.uid and event.ticket_id not in told:
                told.add(event.ticket_id)
                kept = dataclasses.replace(event, changes=self._changes(event.ticket_id))
            self._ledger.events.append(kept)
        self._ledger.entities = {
            key: entity
            for key, entity in (self._ledger.entities | self._written).items()
            if entity is not None
        }
        self._ledger.next_number = self._number
        self._ledger.version += 1

    def _changes(self, ticket_id: str) -> tuple[tuple[str, str, str], ...]:
        before = self._ledger.entities.get((Ticket, ticket_id))
        after = self._written.get((Ticket, ticket_id), before)
        if before is None or after is None:
            return ()
        pairs = ((name, getattr(before, name), getattr(after, name)) for name in _TICKET_FIELDS)
        return tuple((name, _plain(old), _plain(new)) for name, old, new in pairs if old != new)


def _plain(value: object) -> str:
    return canonical_json(encode(value))


class MemoryLedger:
    """A workspace in memory: it applies commands one after another, wholly or not at all."""

    def __init__(self, *entities: Entity, now: int) -> None:
        self.entities: dict[tuple[type[Any], str], Any] = {}
        self.events: list[Event] = []
        self.next_number = 1
        self.version = 0
        self.now = now
        self.add(*entities)

    def add(self, *entities: Entity) -> None:
        """Put entities there without a command, as they stand."""
        for entity in entities:
            self.entities[(type(entity), entity.id)] = entity

    def do(self, actor: Actor, command: Command, *, at: int | None = None, uid: str = "") -> str:
        """Apply a command at `now`, which the desk claims to have been `at`; return the mutation's uid."""
        uid = uid or new_id(self.now)
        tx = self.transaction(actor, uid=uid, at=at)
        handle(tx, tx.context, command)
        tx.commit()
        return uid

    def transaction(
        self, actor: Actor = SYSTEM, *, uid: str = "", at: int | None = None
    ) -> MemoryTransaction:
        """Begin a mutation that is not committed by itself."""
        uid = uid or new_id(self.now)
        context = Context(actor=actor, uid=uid, now=self.now, at=self.now if at is None else at)
        return MemoryTransaction(self, context)

    def get(self, kind: type[E], entity_id: str) -> E:
        """Return an entity as it stands."""
        return cast(E, self.entities[(kind, entity_id)])

    def all(self, kind: type[E]) -> list[E]:
        """Return every entity of a kind, by id."""
        found: Iterable[Any] = (entity for (of_kind, _), entity in self.entities.items() if of_kind is kind)
        return sorted(found, key=lambda each: cast(str, each.id))

    def facts(self, uid: str) -> list[Fact]:
        """Return what a mutation told, in order."""
        return [event.fact for event in self.events if event.mutation_id == uid]
