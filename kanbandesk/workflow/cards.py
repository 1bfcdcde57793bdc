"""What the desk shows: cards, the board's snapshot, an opened ticket, batches of changes.

The card is a plain slotted object, not frozen: a board of 100,000 is read at start, and a frozen dataclass costs three
times as much to make. Only the GUI thread writes to the cards that it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import Notification, Rating, Task, Violation
from kanbandesk.workflow.statuses import Workflow
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket

if TYPE_CHECKING:
    from kanbandesk.workflow.team import Overwritten


@dataclass(slots=True, eq=False)
class Card:
    """A ticket as the board draws it. The order of the fields is the order in which the store reads them."""

    id: str
    number: int | None
    title: str
    client: str  # the client's name
    client_id: str
    requester_id: str
    status_id: str
    rank: str
    line_id: str
    owner_id: str
    priority: str
    channel: str
    tags: tuple[str, ...]
    created_at: int
    status_since: int
    answered_at: int | None
    client_wrote_at: int | None
    due1: int | None  # moments at which the ageing levels 1, 2, 3 are reached
    due2: int | None
    due3: int | None
    urgency_case: str
    sla_class: str
    sla_due: int | None  # None while the clock stands still
    sla_left: int | None  # what is left while it stands still, in milliseconds
    wake_at: int | None
    expected_at: int | None
    due_at: int | None
    tracker_key: str
    proposed_at: int | None
    closed_at: int | None
    blocked_reason: str
    is_ignored: bool
    was_in_development: bool
    message_count: int
    attachment_count: int
    link_count: int
    offered_line_id: str  # a transfer under way (R8a)
    parent_id: str  # of a sub-task (R9)
    subtask_id: str
    board_id: str
    revision: int
    is_pending: bool = False  # not yet confirmed from disk or by the server


@dataclass(slots=True)
class BoardSnapshot:
    """Everything the window needs to draw the board; `now` is the desk's clock at the reading."""

    cards: list[Card]
    workflow: Workflow
    boards: list[Board]
    lines: list[Line]
    agents: list[Agent]
    views: list[SavedView]
    calendars: list[Calendar]
    me: Agent
    now: int
    home_name: str = ""  # what the home calls itself, for the window's title
    clients: list[Client] = field(default_factory=list)
    closed_count: int = 0  # tickets that the board hides (S5)
    process: Process = field(default_factory=Process)
    notifications: list[Notification] = field(default_factory=list)  # mine: 200 and all unread, newest first
    tasks: list[Task] = field(default_factory=list)  # open ones, on boards that I see, oldest first

    def offered_clients(self) -> list[Client]:
        """Return the clients to choose from: those that were not put away (R4)."""
        away = {one.id for one in self.process.put_away}
        return [client for client in self.clients if client.id not in away]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketDetail:
    """An opened ticket with its whole story."""

    ticket: Ticket
    client: Client | None
    requester: Contact | None
    messages: tuple[Message, ...]
    attachments: tuple[Attachment, ...]
    events: tuple[Event, ...]
    links: tuple[Link, ...]
    linked: tuple[Card, ...]  # the cards at the other ends of the links
    violations: tuple[Violation, ...] = ()
    ratings: tuple[Rating, ...] = ()
    tasks: tuple[Task, ...] = ()  # the done ones too


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one or several mutations changed, for the GUI thread: one relayout a touched column."""

    cards: tuple[Card, ...] = ()
    removed: tuple[str, ...] = ()  # ticket ids that left the board
    settings: BoardSnapshot | None = (
        None  # everything but the cards, when people or settings changed (cards empty)
    )
    overwritten: tuple[Overwritten, ...] = ()
    notifications: tuple[Notification, ...] = ()  # mine, new or changed
    tasks: tuple[Task, ...] = ()  # new or changed, the done ones too
    removed_records: tuple[str, ...] = ()  # ids of tasks and notifications that are here no more
    is_reload: bool = False  # so much changed at once that the board is to be read anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The outcome of a command that is saved, or refused with a code and parameters."""

    uid: str
    is_applied: bool
    code: str = ""
    params: tuple[tuple[str, str | int | None], ...] = ()
    is_undoable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Unsent words: of the composer (`kind` "answer" or "note"; "files" for its files) or of a sheet ("sheet:…")."""

    ticket_id: str
    kind: str
    text: str
    saved_at: int


def with_changes(board: BoardSnapshot, changes: Changes) -> BoardSnapshot:
    """Return the board as it is after `changes`."""
    settings = changes.settings or board
    gone = {*changes.removed, *(card.id for card in changes.cards)}
    cards = [card for card in board.cards if card.id not in gone] if gone else board.cards
    lost = set(changes.removed_records)
    told = {one.id: one for one in (*settings.notifications, *changes.notifications) if one.id not in lost}
    tasks = {one.id: one for one in (*settings.tasks, *changes.tasks) if one.id not in lost}
    return replace(
        settings,
        cards=[*cards, *changes.cards],
        notifications=sorted(told.values(), key=lambda one: (one.at, one.id), reverse=True),
        tasks=sorted(
            (task for task in tasks.values() if task.done_at is None),
            key=lambda task: (task.created_at, task.id),
        ),
    )


def merged(batch: Sequence[Changes]) -> Changes:
    """Return several batches as one: the later word on a card, a task or a notification wins."""
    if len(batch) == 1:
        return batch[0]
    cards: dict[str, Card] = {}
    removed: dict[str, None] = {}
    told: dict[str, Notification] = {}
    tasks: dict[str, Task] = {}
    lost: dict[str, None] = {}
    settings: BoardSnapshot | None = None
    for changes in batch:
        for card in changes.cards:
            cards[card.id] = card
            removed.pop(card.id, None)
        for ticket_id in changes.removed:
            cards.pop(ticket_id, None)
            removed[ticket_id] = None
        told.update((one.id, one) for one in changes.notifications)
        tasks.update((one.id, one) for one in changes.tasks)
        for record_id in changes.removed_records:
            lost[record_id] = None
            told.pop(record_id, None)
            tasks.pop(record_id, None)
        for record_id in (*told, *tasks):
            lost.pop(record_id, None)
        settings = changes.settings or settings
    return Changes(
        cards=tuple(cards.values()),
        removed=tuple(removed),
        settings=settings,
        overwritten=tuple(note for changes in batch for note in changes.overwritten),
        notifications=tuple(told.values()),
        tasks=tuple(tasks.values()),
        removed_records=tuple(lost),
        is_reload=any(changes.is_reload for changes in batch),
    )
