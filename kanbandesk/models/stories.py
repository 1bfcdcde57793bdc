"""What a mutation asks the database itself, which then has to hold all that was saved so far."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from kanbandesk.models import statements
from kanbandesk.models.direct import Direct
from kanbandesk.models.rows import mapping
from kanbandesk.models.shelf import Shelf
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.transaction import E

_CHANGES: Final = mapping(Event).columns.index("changes")
_decoder: Final = json.JSONDecoder()


class StoryReads:
    """The part of a Transaction that asks for what has happened, and counts."""

    _shelf: Shelf

    def get(self, kind: type[E], entity_id: str) -> E:
        """Return the entity."""
        raise NotImplementedError

    def _write_rows(self) -> None:
        """Save what waits."""
        raise NotImplementedError

    @property
    def direct(self) -> Direct:
        """The database, in which everything lies that was flushed or `_write_rows` has written."""
        return self._shelf.direct

    def events_of(self, mutation_id: str) -> Iterator[Event]:
        """Yield the events that an earlier mutation brought about, in order."""
        rows = self.direct.all(statements.EVENTS_OF_MUTATION, {"mutation_id": mutation_id})
        return iter(mapping(Event).entities(rows))

    def events_on(self, ticket_id: str, *, after: int | None = None) -> Iterator[Event]:
        """Yield the events of a ticket that were stored before this mutation, in order: those of after a moment."""
        rows = self._shelf.story(ticket_id, statements.EVER if after is None else after)
        return iter(mapping(Event).entities(rows))

    def changed(self, ticket_id: str, name: str, *, after: int | None = None) -> Iterator[tuple[str, str]]:
        """Yield what a field of a ticket was and became by each of the events that `events_on` yields, in order."""
        mark = f'["{name}",'  # as no text within another stands in JSON, so that the rest is not read
        for row in self._shelf.story(ticket_id, statements.EVER if after is None else after):
            at = row[_CHANGES].find(mark)
            if at >= 0:
                (_, old, new), _ = _decoder.raw_decode(row[_CHANGES], at)
                yield old, new

    def open_counts(self, agent_ids: tuple[str, ...]) -> dict[str, int]:
        """Return how many tickets that are not closed each of these agents owns."""
        self._write_rows()
        workflow = self.get(Workflow, "default")
        is_open = [status.id for status in workflow.statuses if status.kind is not StatusKind.CLOSED]
        asked = {"ids": statements.listed(agent_ids), "statuses": statements.listed(is_open)}
        return dict.fromkeys(agent_ids, 0) | dict(self.direct.all(self._shelf.sql.owned, asked))
