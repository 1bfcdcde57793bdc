"""The protocol through which handlers read and write; `models.store` and the tests' fake implement it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.events import Event, Fact
from kanbandesk.workflow.ids import derived_id
from kanbandesk.workflow.people import Actor, Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import Notification, Rating, Task, Violation
from kanbandesk.workflow.statuses import Workflow
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket

Entity = (
    Ticket
    | Message
    | Attachment
    | Link
    | Agent
    | Line
    | Client
    | Contact
    | Board
    | SavedView
    | Calendar
    | Workflow
    | Process
    | Violation
    | Task
    | Notification
    | Rating
)
E = TypeVar(
    "E",
    Ticket,
    Message,
    Attachment,
    Link,
    Agent,
    Line,
    Client,
    Contact,
    Board,
    SavedView,
    Calendar,
    Workflow,
    Process,
    Violation,
    Task,
    Notification,
    Rating,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a handler knows of the moment: who acts, under which mutation, and when (C1).

    `now` is the server's moment (what rules count), `at` the desk's own clamped claim (what ages the card).
    """

    actor: Actor
    uid: str
    now: int
    at: int

    def derived_id(self, ordinal: int | str) -> str:
        """Return the id of the `ordinal`-th thing that this mutation creates of itself."""
        return derived_id(self.uid, ordinal)


class Transaction(Protocol):
    """One mutation's view of the workspace: everything it writes is kept together or not at all."""

    def get(self, kind: type[E], entity_id: str) -> E:
        """Return the entity; NotFound("not_found", kind=…, id=…) when there is none."""
        ...

    def find(self, kind: type[E], entity_id: str) -> E | None:
        """Return the entity or None."""
        ...

    def scan(self, kind: type[E], **equal: str | int | None) -> Iterator[E]:
        """Yield the entities whose fields equal the values given, by id."""
        ...

    def put(self, entity: Entity) -> None:
        """Create or replace an entity."""
        ...

    def has_put(self, kind: type[E], entity_id: str) -> bool:
        """Tell whether this mutation itself has created, replaced or deleted an entity; nothing is read for that."""
        ...

    def delete(self, kind: type[E], entity_id: str) -> None:
        """Delete an entity; nothing happens when there is none."""
        ...

    def emit(self, ticket_id: str, fact: Fact) -> None:
        """Record a fact; the store makes the Event and adds the ticket's changed fields to the mutation's first one."""
        ...

    def put_event(self, event: Event) -> None:
        """Store an event as it is: only for imports."""
        ...

    def events_of(self, mutation_id: str) -> Iterator[Event]:
        """Yield the events that a mutation brought about, in order."""
        ...

    def events_on(self, ticket_id: str, *, after: int | None = None) -> Iterator[Event]:
        """Yield the events of a ticket that were stored before this mutation, in order: those of after a moment.

        That moment is the server's (UTC ms), at which an event was recorded.
        """
        ...

    def changed(self, ticket_id: str, name: str, *, after: int | None = None) -> Iterator[tuple[str, str]]:
        """Yield what a field of a ticket was and became by each of the events that `events_on` yields, in order.

        Both values are canonical JSON. No event is made for that.
        """
        ...

    def open_counts(self, agent_ids: tuple[str, ...]) -> dict[str, int]:
        """Return how many tickets that are not closed each of these agents owns (R1b), this mutation's included."""
        ...

    def next_number(self) -> int | None:
        """Return the next ticket number; None on a desk whose server is the one to give it."""
        ...

    def edge_rank(self, status_ids: tuple[str, ...], *, is_first: bool) -> str:
        """Return the rank of the first (or last) card in these statuses, empty when there is none."""
        ...

    def neighbour_rank(self, status_ids: tuple[str, ...], rank: str, *, is_next: bool) -> str:
        """Return the rank of the card next to (or before) `rank` in these statuses, empty at the edge."""
        ...

    def nearest(
        self, status_ids: tuple[str, ...], rank: str, ticket_id: str, count: int, *, is_next: bool
    ) -> list[Ticket]:
        """Return up to `count` cards in these statuses, nearest first, as ordered by rank and, sharing one, by id.

        Those from the place of `rank` and `ticket_id` on, what lies there included; or else those before it.
        """
        ...
