"""What each guess looked at and wrote, so that a rebase runs again only those that something new concerns.

A thousand commands wait after a day offline, and each checkpoint concerns a few of them. A guess follows from what it
looked at: where that looks the same after the checkpoint, so does the guess. What it looked at is kept as keys: a row,
all rows of a kind, the order of the cards in a status, what a mutation did, the story of a ticket.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from kanbandesk.models.head import Head
from kanbandesk.models.replica import KIND_OF_WORD, SETTING_TABLE, TABLE_OF_WORD, columns_of
from kanbandesk.models.store import Store
from kanbandesk.sync.shadow import Row, ShadowShelf, word_of
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, E, Entity

Key = tuple[str, ...]
Image = Mapping[str, Any]
"""A row's values by column; None where there is no row."""
_MOMENTS = frozenset({"ver", "recorded_at", "at", "added_at", "timer_at"})
"""Columns that tell when something was, or is to be done, which no rule looks at in another mutation's rows."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What one guess looked at, and the rows that it wrote as it left them."""

    reads: frozenset[Key] = frozenset()
    outputs: Mapping[Row, Image | None] | None = None
    """None when the guess broke off: then it is always run again."""
    marked: frozenset[Row] = frozenset()
    """Tickets that say they wait for the server, though the guess broke off."""

    @property
    def writes(self) -> Iterable[Row]:
        """The rows that it touched."""
        return self.marked if self.outputs is None else self.outputs


class GuessStore(Store):
    """The rulebook's view of the replica: notes what is read, gives no numbers, leaves the search index alone."""

    def __init__(
        self, connection: Connection, context: Context, ver: int, shelf: ShadowShelf, reads: set[Key]
    ) -> None:
        super().__init__(connection, context, Head(ver=ver, next_number=0, now=context.now), shelf)
        self.reads = reads

    def find(self, kind: type[E], entity_id: str) -> E | None:
        """Return the entity or None."""
        self.reads.add(("row", word_of(kind), entity_id))
        return super().find(kind, entity_id)

    def scan(self, kind: type[E], **equal: str | int | None) -> Iterator[E]:
        """Yield the entities whose fields equal the values given, by id."""
        self.reads.add(("kind", word_of(kind)))
        return super().scan(kind, **equal)

    def put(self, entity: Entity) -> None:
        """Create or replace an entity, but leave alone when the server is to look at a ticket next.

        Else whoever goes away would turn every card that hangs on who is there into one that waits for the server.
        """
        if isinstance(entity, Ticket):
            before = self.find(Ticket, entity.id)
            entity = replace(entity, timer_at=None if before is None else before.timer_at)
            if before is not None and entity == replace(before, revision=entity.revision):
                return
        super().put(entity)

    def events_of(self, mutation_id: str) -> Iterator[Event]:
        """Yield the events that an earlier mutation brought about, in order."""
        self.reads.add(("told", mutation_id))
        return super().events_of(mutation_id)

    def events_on(self, ticket_id: str, *, after: int | None = None) -> Iterator[Event]:
        """Yield the events of a ticket that were stored before this mutation, in order: those of after a moment."""
        self.reads.add(("story", ticket_id))
        return super().events_on(ticket_id, after=after)

    def changed(self, ticket_id: str, name: str, *, after: int | None = None) -> Iterator[tuple[str, str]]:
        """Yield what a field of a ticket was and became by each of the events that `events_on` yields, in order."""
        self.reads.add(("story", ticket_id))
        return super().changed(ticket_id, name, after=after)

    def next_number(self) -> int | None:
        """Return None: only the server gives numbers."""
        return None

    def edge_rank(self, status_ids: tuple[str, ...], *, is_first: bool) -> str:
        """Return the rank of the first (or last) card in these statuses, empty when there is none."""
        self.reads.update(("place", status_id) for status_id in status_ids)
        return super().edge_rank(status_ids, is_first=is_first)

    def neighbour_rank(self, status_ids: tuple[str, ...], rank: str, *, is_next: bool) -> str:
        """Return the rank of the card next to (or before) `rank` in these statuses, empty at the edge."""
        self.reads.update(("place", status_id) for status_id in status_ids)
        return super().neighbour_rank(status_ids, rank, is_next=is_next)

    def nearest(
        self, status_ids: tuple[str, ...], rank: str, ticket_id: str, count: int, *, is_next: bool
    ) -> list[Ticket]:
        """Return up to `count` cards in these statuses, nearest first: those from a place on, or those before it."""
        self.reads.update(("place", status_id) for status_id in status_ids)
        return super().nearest(status_ids, rank, ticket_id, count, is_next=is_next)

    def flush(self) -> None:
        """Write everything but the search index."""
        self._write_rows()
        self._write_events()


def outputs_of(shelf: ShadowShelf) -> dict[Row, Image | None]:
    """Return the rows that were written through a shelf, as they are now."""
    return {
        (word_of(kind), row_id): image for kind, rows in shelf.rows.items() for row_id, image in rows.items()
    }


def images(connection: sqlite3.Connection, rows: Iterable[Row]) -> dict[Row, Image | None]:
    """Return rows as they are seen now."""
    asked: dict[str, list[str]] = {}
    for word, row_id in rows:
        asked.setdefault(word, []).append(row_id)
    found: dict[Row, Image | None] = {}
    for word, ids in asked.items():
        found.update(dict.fromkeys((word, row_id) for row_id in ids))
        found.update(_images_of(connection, word, ids))
    return found


def _images_of(connection: sqlite3.Connection, word: str, ids: list[str]) -> Iterator[tuple[Row, Image]]:
    table = TABLE_OF_WORD[word]
    columns = columns_of(connection, table)
    condition, values = "id IN (SELECT value FROM json_each(?))", [json.dumps(ids)]
    if table == SETTING_TABLE:
        condition, values = f"kind = ? AND {condition}", [word, *values]
    at = columns.index("id")
    for row in connection.execute(f"SELECT * FROM {table} WHERE {condition}", values):  # noqa: S608
        yield (word, row[at]), dict(zip(columns, row, strict=True))


def keys_changed(before: Mapping[Row, Image | None], after: Mapping[Row, Image | None]) -> set[Key]:
    """Return under which keys the rows of either are found that do not look the same in both."""
    keys: set[Key] = set()
    for row in before.keys() | after.keys():
        old, new = before.get(row), after.get(row)
        if not _is_same(old, new):
            keys.update(_keys(row, old, new))
    return keys


def _is_same(old: Image | None, new: Image | None) -> bool:
    if old is None or new is None:
        return old is new
    return all(new[name] == value for name, value in old.items() if name not in _MOMENTS)


def _keys(row: Row, old: Image | None, new: Image | None) -> Iterator[Key]:
    word, row_id = row
    yield ("row", word, row_id)
    yield ("kind", word)
    kind = KIND_OF_WORD[word]
    if kind is Ticket:
        places = [None if image is None else (image["status_id"], image["rank"]) for image in (old, new)]
        if places[0] != places[1]:
            yield from (("place", place[0]) for place in places if place is not None)
    elif kind is Event:
        for image in (old, new):
            if image is not None:
                yield ("told", image["mutation_id"])
                yield ("story", image["ticket_id"])
