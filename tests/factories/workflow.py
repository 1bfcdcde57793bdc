"""Entities of the rulebook, valid by default: a test states only what matters to it.

Ids are counted up, so two tickets of a test are always apart; moments hang on `NOW`, a Tuesday morning.
"""

from __future__ import annotations

import itertools
import uuid
from dataclasses import fields
from typing import Any

from kanbandesk.workflow.boards import Board, default_board
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.cards import BoardSnapshot, Card, TicketDetail
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.events import Event, Fact, TicketCreated
from kanbandesk.workflow.people import Actor, Agent, Line, Role, actor_of
from kanbandesk.workflow.records import NoticeKind, Notification, Rating, Task, TaskKind, Violation
from kanbandesk.workflow.statuses import HOUR, Workflow, default_workflow
from kanbandesk.workflow.tickets import Attachment, Link, LinkKind, Message, MessageKind, Ticket

NOW = 1_773_738_000_000
"""Tuesday 17 March 2026, 09:00 UTC."""

_counter = itertools.count(1)

OFFICE_HOURS = Calendar(
    id="office",
    name="Office hours",
    time_zone="Europe/Oslo",
    weekly=(((540, 1080),),) * 5 + ((), ()),
)
"""Monday to Friday 9-18 in Oslo: on 17 March 2026 from 08:00 to 17:00 UTC."""


def make_id() -> str:
    """Return the next id: UUID text, ascending, the same in every run of a test."""
    return str(uuid.UUID(int=(0x0190_0000 << 96) | (0x7 << 76) | (0b10 << 62) | next(_counter)))


def make_workflow() -> Workflow:
    """Return the default workflow of rules.md."""
    return default_workflow()


def make_lines(calendar_id: str = "") -> list[Line]:
    """Return the four lines of a new workspace; a calendar id sets the hours of all of them."""
    names = ("First line", "Second line", "Third line", "Commercial")
    return [
        Line(id=name.split()[0].lower(), name=name, calendar_id=calendar_id, position=position)
        for position, name in enumerate(names)
    ]


def make_agent(**changes: Any) -> Agent:
    """Return an active agent of the first line."""
    values: dict[str, Any] = {"id": make_id(), "name": "Ada Berg", "line_ids": ("first",)} | changes
    return Agent(**values)


def make_lead(**changes: Any) -> Agent:
    """Return a lead, who is an agent too."""
    return make_agent(**({"name": "Lea Moen", "roles": (Role.AGENT, Role.LEAD)} | changes))


def make_administrator(**changes: Any) -> Agent:
    """Return somebody who may set the workspace up, and nothing else."""
    return make_agent(**({"name": "Adrian Vik", "roles": (Role.ADMINISTRATOR,), "line_ids": ()} | changes))


def make_actor(*roles: Role, **changes: Any) -> Actor:
    """Return the actor that an agent with these roles is; without any, a plain agent of the first line."""
    return actor_of(make_agent(**({"roles": roles or (Role.AGENT,)} | changes)))


def make_client(**changes: Any) -> Client:
    """Return a client with a contract."""
    values: dict[str, Any] = {
        "id": make_id(),
        "name": "Nordlys Bakeri",
        "contract_number": "K-1042",
    } | changes
    return Client(**values)


def make_contact(**changes: Any) -> Contact:
    """Return a contact who can be reached by mail and phone."""
    values: dict[str, Any] = {
        "id": make_id(),
        "name": "Iver Dahl",
        "mail": "iver@nordlys.example",
        "phone": "+4722000000",
    } | changes
    return Contact(**values)


def requester_of(contact: Contact) -> Actor:
    """Return the actor that a contact is in the portal."""
    return Actor(Role.REQUESTER, contact.id, (Role.REQUESTER,))


def make_ticket(**changes: Any) -> Ticket:
    """Return a new, unclaimed ticket of the first line, opened an hour before NOW."""
    number = next(_counter)
    values: dict[str, Any] = {
        "id": make_id(),
        "number": number,
        "title": "The scanner prints blank labels",
        "status_id": "new",
        "rank": "V",
        "line_id": "first",
        "created_at": NOW - HOUR,
        "status_since": changes.get("created_at", NOW - HOUR),
    } | changes
    return Ticket(**values)


def make_card(**changes: Any) -> Card:
    """Return the card of a new, unclaimed ticket of the first line, opened an hour before NOW.

    A sub-task's, which has a `parent_id`, lies on the developers' board.
    """
    if changes.get("parent_id"):
        changes = {"board_id": "development"} | changes
    ticket = make_ticket(**{name: value for name, value in changes.items() if name in _TICKET_FIELDS})
    card = card_of(ticket, client=changes.get("client", "Nordlys Bakeri"))
    for name, value in changes.items():
        setattr(card, name, value)
    return card


def card_of(ticket: Ticket, *, client: str = "") -> Card:
    """Return the card that draws `ticket`."""
    values = {name: getattr(ticket, name) for name in _CARD_FIELDS & _TICKET_FIELDS}
    due1, due2, due3 = ticket.dues
    return Card(**values, client=client, due1=due1, due2=due2, due3=due3, sla_due=None, sla_left=None)


def make_message(**changes: Any) -> Message:
    """Return what a client wrote by mail an hour before NOW."""
    values: dict[str, Any] = {
        "id": make_id(),
        "ticket_id": make_id(),
        "kind": MessageKind.CLIENT,
        "body": "Since this morning the labels come out blank.",
        "author_name": "Iver Dahl",
        "at": NOW - HOUR,
        "recorded_at": changes.get("at", NOW - HOUR),
    } | changes
    return Message(**values)


def make_attachment(**changes: Any) -> Attachment:
    """Return a small picture."""
    values: dict[str, Any] = {
        "id": make_id(),
        "ticket_id": make_id(),
        "name": "label.png",
        "size": 20_480,
        "media_type": "image/png",
        "sha256": "ab" * 32,
        "added_at": NOW - HOUR,
    } | changes
    return Attachment(**values)


def make_link(**changes: Any) -> Link:
    """Return a tie between two related tickets."""
    values: dict[str, Any] = {
        "id": make_id(),
        "source_id": make_id(),
        "target_id": make_id(),
        "kind": LinkKind.RELATED,
    } | changes
    return Link(**values)


def make_violation(**changes: Any) -> Violation:
    """Return a run of the norm of Assigned, over its limit since an hour before NOW."""
    values: dict[str, Any] = {
        "id": make_id(),
        "ticket_id": make_id(),
        "status_id": "assigned",
        "line_id": "first",
        "started_at": NOW - 2 * HOUR,
        "since": NOW - HOUR,
        "moments": (NOW - HOUR,),
        "agent_ids": ("ada",),
    } | changes
    return Violation(**values)


def make_task(**changes: Any) -> Task:
    """Return an open task on the support board: a broken promise is to be explained within a day."""
    values: dict[str, Any] = {
        "id": make_id(),
        "kind": TaskKind.BREACH_REASON,
        "ticket_id": make_id(),
        "board_id": "support",
        "created_at": NOW - HOUR,
        "opens_at": NOW - HOUR,
        "due_at": NOW + 23 * HOUR,
    } | changes
    return Task(**values)


def make_notification(**changes: Any) -> Notification:
    """Return what "me" was told an hour before NOW and has not read."""
    values: dict[str, Any] = {
        "id": make_id(),
        "agent_id": "me",
        "kind": NoticeKind.MENTIONED,
        "ticket_id": make_id(),
        "title": "The scanner prints blank labels",
        "at": NOW - HOUR,
    } | changes
    return Notification(**values)


def make_rating(**changes: Any) -> Rating:
    """Return a requester's good word on a closing, given an hour before NOW."""
    values: dict[str, Any] = {
        "id": make_id(),
        "ticket_id": make_id(),
        "closed_at": NOW - 2 * HOUR,
        "agent_id": "ada",
        "is_liked": True,
        "at": NOW - HOUR,
    } | changes
    return Rating(**values)


def make_event(fact: Fact | None = None, **changes: Any) -> Event:
    """Return an event by an agent an hour before NOW: a ticket's creation unless `fact` says otherwise."""
    values: dict[str, Any] = {
        "id": make_id(),
        "ticket_id": make_id(),
        "mutation_id": make_id(),
        "actor_kind": Role.AGENT,
        "actor_id": make_id(),
        "at": NOW - HOUR,
        "recorded_at": changes.get("at", NOW - HOUR),
        "fact": fact or TicketCreated(title="The scanner prints blank labels"),
    } | changes
    return Event(**values)


def make_board(workflow: Workflow | None = None) -> Board:
    """Return the support board with the default columns."""
    return default_board(workflow or default_workflow())


def make_snapshot(cards: list[Card] | None = None, **changes: Any) -> BoardSnapshot:
    """Return a board of the default workflow, three agents and four lines, with a card unless others are given."""
    me = make_agent(id="me", name="Ada Berg")
    workflow = make_workflow()
    values: dict[str, Any] = {
        "cards": [make_card()] if cards is None else cards,
        "workflow": workflow,
        "boards": [make_board(workflow)],
        "lines": make_lines(),
        "agents": [me, make_agent(name="Bo Strand"), make_lead()],
        "views": [],
        "calendars": [],
        "me": me,
        "now": NOW,
        "home_name": "Support",
    } | changes
    return BoardSnapshot(**values)


def make_detail(**changes: Any) -> TicketDetail:
    """Return an opened ticket with its client, its requester, one message and its creation."""
    client = make_client()
    requester = make_contact(client_id=client.id)
    ticket = make_ticket(
        client_id=client.id, requester_id=requester.id, client_wrote_at=NOW - HOUR, message_count=1
    )
    values: dict[str, Any] = {
        "ticket": ticket,
        "client": client,
        "requester": requester,
        "messages": (make_message(ticket_id=ticket.id, author_id=requester.id),),
        "attachments": (),
        "events": (make_event(ticket_id=ticket.id),),
        "links": (),
        "linked": (),
    } | changes
    return TicketDetail(**values)


_TICKET_FIELDS = {field.name for field in fields(Ticket)}
_CARD_FIELDS = {field.name for field in fields(Card)}
