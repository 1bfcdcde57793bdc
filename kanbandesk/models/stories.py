"""What a mutation asks the database itself, which then has to hold all that was saved so far."""

from __future__ import annotations

from collections.abc import Iterator

from kanbandesk.models import statements
from kanbandesk.models.direct import Direct
from kanbandesk.models.rows import mapping
from kanbandesk.models.shelf import Shelf
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.transaction import E


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

    def events_on(self, ticket_id: str) -> Iterator[Event]:
        """Yield the events of a ticket that were stored before this mutation, in order."""
        rows = self.direct.all(statements.EVENTS_ON_TICKET, {"ticket_id": ticket_id})
        return iter(mapping(Event).entities(rows))

    def open_counts(self, agent_ids: tuple[str, ...]) -> dict[str, int]:
        """Return how many tickets that are not closed each of these agents owns."""
        self._write_rows()
        workflow = self.get(Workflow, "default")
        closed = [status.id for status in workflow.statuses if status.kind is StatusKind.CLOSED]
        counts = dict.fromkeys(agent_ids, 0)
        for agent_id in agent_ids:
            for status in workflow.statuses:
                if status.id not in closed:
                    asked = {"owner_id": agent_id, "status_id": status.id}
                    counts[agent_id] += self.direct.scalar(statements.OWNED, asked) or 0
        return counts
