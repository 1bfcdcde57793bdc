"""Neutral tickets into the commands that bring them in: whole tickets, keyed by what the other program calls them.

Ids follow from the names there (uuid5), so that a person, a client or a line that comes again is the same one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from kanbandesk.exchange.cells import one_line
from kanbandesk.exchange.neutral import Happening, NeutralEvent, NeutralTicket
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import Command, ImportedTicket, ImportTickets, SaveWorkflow
from kanbandesk.workflow.events import (
    Event,
    Fact,
    MessageAdded,
    RecordImported,
    StatusChanged,
    TicketAssigned,
    TicketCreated,
)
from kanbandesk.workflow.ids import derived_id
from kanbandesk.workflow.people import Agent, Line, Role
from kanbandesk.workflow.ranks import DIGITS
from kanbandesk.workflow.statuses import FieldDefinition, Workflow
from kanbandesk.workflow.tickets import Channel, Message, MessageKind, Ticket

BATCH: Final = 200
MOST_LINES: Final = 12
"""Groups that become lines of their own; the smaller ones share one, so that swimlanes by line stay legible."""
OTHER_GROUPS: Final = "Other groups"
GROUP: Final = "Group"
UNNAMED: Final = "Field"
_NAMESPACE: Final = "6d4f5c3e-0d0f-5f0e-9a53-3b8d3c1f7a10"
_NO_SLUG = re.compile(r"\W+")
P = TypeVar("P", Agent, Client, Contact, Line)
_LATEST: Final = 8_000_000_000_000  # beyond any moment that is read


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the home holds already: tickets by their source keys, and people, lines and clients by their names."""

    workflow: Workflow
    known: Collection[str] = ()  # source keys of the tickets that are here
    agents: Sequence[Agent] = ()
    lines: Sequence[Line] = ()
    clients: Sequence[Client] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be brought in, how many tickets are here already and stay, and how many a file had twice."""

    tickets: list[NeutralTicket]
    known: int
    doubled: int
    workflow: Workflow | None  # with the custom fields that are new, None when none are
    people: People
    system: str

    @property
    def row_count(self) -> int:
        """Return how many entries of history come with the tickets."""
        return sum(len(ticket.events) for ticket in self.tickets)

    def commands(self) -> Iterator[tuple[Command, int, int]]:
        """Yield each command with the number of tickets and of their events that it brings."""
        if self.workflow is not None:
            yield SaveWorkflow(workflow=self.workflow), 0, 0
        builder = _Builder(self.system, self.people)
        for start in range(0, len(self.tickets), BATCH):
            batch = self.tickets[start : start + BATCH]
            imported = tuple(builder.imported(ticket) for ticket in batch)
            yield self.people.command(imported), len(batch), sum(len(ticket.events) for ticket in batch)


class People:
    """Agents, clients, contacts and lines by the names that the other program has for them."""

    def __init__(self, system: str, around: Surroundings) -> None:
        self._system = system
        self._agents = {agent.name.casefold(): agent.id for agent in around.agents}
        self._lines = {line.name.casefold(): line.id for line in around.lines}
        self._clients = {client.name.casefold(): client.id for client in around.clients}
        self._line_count = len(around.lines)
        first = min(around.lines, key=lambda line: (line.position, line.id), default=None)
        self._first_line = first.id if first else ""
        self._new: dict[str, Agent | Client | Contact | Line] = {}
        self._sent: set[str] = set()
        self._agent_lines: dict[str, set[str]] = defaultdict(set)

    def agent(self, name: str) -> str:
        """Return an agent's id, empty for nobody."""
        if not name:
            return ""
        known = self._agents.get(name.casefold())
        return known or self._add(
            Agent(id=self._id("agent", name), name=name, source_key=f"{self._system}:{name}")
        )

    def client(self, name: str) -> str:
        """Return a client's id, empty for none."""
        if not name:
            return ""
        known = self._clients.get(name.casefold())
        return known or self._add(
            Client(id=self._id("client", name), name=name, source_key=f"{self._system}:{name}")
        )

    def contact(self, name: str, mail: str, client: str) -> str:
        """Return a requester's id, empty for nobody; at a client is who was first seen there."""
        if not name and not mail:
            return ""
        key = mail.casefold() or name
        contact_id = self._id("contact", key)
        return self._add(
            Contact(
                id=contact_id,
                name=name or mail,
                client_id=self.client(client),
                mail=mail,
                source_key=f"{self._system}:{key}",
            )
        )

    def line(self, name: str) -> str:
        """Return a line's id; what nobody was given to belongs to the first line (R5)."""
        if not name:
            return self._first_line
        known = self._lines.get(name.casefold())
        line_id = known or self._id("line", name)
        if known or line_id in self._new:
            return line_id
        self._line_count += 1
        return self._add(Line(id=line_id, name=name, position=self._line_count))

    def works_on(self, agent: str, line: str) -> None:
        """Note that an agent works on a line (both by name)."""
        self._agent_lines[agent].add(line)

    def command(self, tickets: tuple[ImportedTicket, ...]) -> ImportTickets:
        """Return the command that brings the tickets, and whom they name and no command has brought yet."""
        agents = [replace(agent, line_ids=self._lines_of(agent)) for agent in self._unsent(Agent)]
        command = ImportTickets(
            tickets=tickets,
            agents=tuple(agents),
            clients=tuple(self._unsent(Client)),
            contacts=tuple(self._unsent(Contact)),
            lines=tuple(self._unsent(Line)),
        )
        self._sent.update(self._new)
        return command

    def _unsent(self, kind: type[P]) -> list[P]:
        return [one for key, one in self._new.items() if key not in self._sent and isinstance(one, kind)]

    def _lines_of(self, agent: Agent) -> tuple[str, ...]:
        return tuple(sorted({self.line(name) for name in self._agent_lines[agent.name]} - {""}))

    def _id(self, kind: str, name: str) -> str:
        return derived_id(_NAMESPACE, f"{kind}:{self._system}:{name}")

    def _add(self, one: Agent | Client | Contact | Line) -> str:
        if one.id not in self._new:
            self._new[one.id] = one
        return one.id


def plan(
    tickets: Iterable[NeutralTicket], system: str, around: Surroundings, *, most_lines: int = MOST_LINES
) -> Plan:
    """Return what bringing in the tickets of the program `system` takes; tickets that are here stay as they are."""
    unknown: dict[str, NeutralTicket] = {}
    known = doubled = 0
    for ticket in tickets:
        if f"{system}:{ticket.key}" in around.known:
            known += 1
        elif unknown.setdefault(ticket.key, ticket) is not ticket:
            doubled += 1
    new = list(unknown.values())
    _fold_groups(new, around, most_lines)
    people = People(system, around)
    sizes = Counter(ticket.line for ticket in new)
    for name in sorted(sizes, key=lambda name: (name == OTHER_GROUPS, -sizes[name], name)):
        people.line(name)  # the largest first, in the filter and in swimlanes
    for ticket in new:
        if ticket.owner:
            people.works_on(ticket.owner, ticket.line)
    names = dict.fromkeys(name for ticket in new for name, _ in ticket.fields)
    workflow = _with_fields(around.workflow, names)
    return Plan(tickets=new, known=known, doubled=doubled, workflow=workflow, people=people, system=system)


def _fold_groups(tickets: list[NeutralTicket], around: Surroundings, most: int) -> None:
    """Let only the largest groups become lines; of the others the name stays as a field."""
    here = {line.name.casefold() for line in around.lines}
    sizes = Counter(ticket.line for ticket in tickets if ticket.line and ticket.line.casefold() not in here)
    if len(sizes) <= most:
        return
    large = {name for name, _ in sorted(sizes.items(), key=lambda one: (-one[1], one[0]))[: max(0, most - 1)]}
    for ticket in tickets:
        if ticket.line and ticket.line not in large and ticket.line.casefold() not in here:
            ticket.fields = ((GROUP, ticket.line), *ticket.fields)
            ticket.line = OTHER_GROUPS


def _with_fields(workflow: Workflow, names: Iterable[str]) -> Workflow | None:
    """Return the workflow with the custom fields it lacks, None when it lacks none."""
    here = {definition.id for definition in workflow.fields}
    new = [FieldDefinition(id=_slug(name), name=name or UNNAMED) for name in names if _slug(name) not in here]
    unique = {definition.id: definition for definition in new}
    return replace(workflow, fields=(*workflow.fields, *unique.values())) if unique else None


def _slug(name: str) -> str:
    return _NO_SLUG.sub("_", name.casefold()).strip("_") or "field"


@dataclass(frozen=True, slots=True)
class _Builder:
    """Gives ids to one program's tickets."""

    system: str
    people: People

    def imported(self, ticket: NeutralTicket) -> ImportedTicket:
        key = f"{self.system}:{ticket.key}"
        ticket_id = derived_id(_NAMESPACE, f"ticket:{key}")
        messages = tuple(self._messages(ticket, ticket_id, key))
        row = self._ticket(ticket, ticket_id, key)
        events = tuple(
            self._event(event, place, ticket, ticket_id, messages)
            for place, event in enumerate(ticket.events)
        )
        return ImportedTicket(ticket=row, events=events, messages=messages)

    def _ticket(self, ticket: NeutralTicket, ticket_id: str, key: str) -> Ticket:
        people = self.people
        line_id, owner_id = people.line(ticket.line), people.agent(ticket.owner)
        written = [message.at for message in ticket.messages if message.kind is MessageKind.CLIENT]
        return Ticket(
            id=ticket_id,
            title=one_line(ticket.title),
            status_id=ticket.status,
            rank=rank_since(ticket.since),
            requester_id=people.contact(ticket.requester, ticket.requester_mail, ticket.client),
            client_id=people.client(ticket.client),
            channel=ticket.channel,
            line_id=line_id,
            owner_id=owner_id,
            companion_ids=tuple(dict.fromkeys(people.agent(name) for name in ticket.companions)),
            priority=ticket.priority,
            category=ticket.category,
            tags=ticket.tags,
            fields=tuple({_slug(name): value for name, value in ticket.fields}.items()),
            created_at=ticket.created_at,
            status_since=ticket.since,
            client_wrote_at=max(written, default=None),
            blocked_reason=ticket.blocked_reason,
            vendor=ticket.vendor,
            tracker_key=ticket.tracker_key,
            due_at=ticket.due_at,
            handed_at=ticket.handed_at,
            sent_to_development_by=people.agent(ticket.sent_to_development_by),
            was_in_development=ticket.was_in_development,
            proposed_at=ticket.proposed_at,
            closed_at=ticket.closed_at,
            closing_reason=ticket.closing_reason,
            reopened_count=ticket.reopened_count,
            message_count=len(ticket.messages),
            source_key=key,
        )

    def _messages(self, ticket: NeutralTicket, ticket_id: str, key: str) -> Iterator[Message]:
        for place, message in enumerate(ticket.messages):
            is_client = message.kind is MessageKind.CLIENT
            yield Message(
                id=derived_id(ticket_id, f"message:{place}"),
                ticket_id=ticket_id,
                kind=message.kind,
                body=message.body,
                author_id=self._author(ticket, message.author, is_client=is_client),
                author_name=message.author or (ticket.requester if is_client else ""),
                channel=Channel.IMPORT,
                at=message.at,
                recorded_at=message.at,
                source_key=f"{key}#{place}",
            )

    def _author(self, ticket: NeutralTicket, name: str, *, is_client: bool) -> str:
        if is_client:
            return self.people.contact(ticket.requester, ticket.requester_mail, ticket.client)
        return self.people.agent(name)

    def _event(
        self,
        event: NeutralEvent,
        place: int,
        ticket: NeutralTicket,
        ticket_id: str,
        messages: tuple[Message, ...],
    ) -> Event:
        actor_id = self.people.agent(event.actor)
        return Event(
            id=derived_id(ticket_id, f"event:{place}"),
            ticket_id=ticket_id,
            mutation_id="",
            actor_kind=Role.AGENT if actor_id else Role.SYSTEM,
            actor_id=actor_id,
            at=event.at,
            recorded_at=event.at,
            fact=self._fact(event, ticket, messages),
        )

    def _fact(self, event: NeutralEvent, ticket: NeutralTicket, messages: tuple[Message, ...]) -> Fact:
        match event.kind:
            case Happening.CREATED:
                return TicketCreated(title=ticket.title, status_id=event.status or "new")
            case Happening.STATUS:
                return StatusChanged(before=event.before, after=event.status, cause=ImportTickets.name)
            case Happening.OWNER:
                return TicketAssigned(agent_id=self.people.agent(event.owner))
            case Happening.MESSAGE:
                message = messages[event.message]
                return MessageAdded(message_id=message.id, kind=message.kind)
            case Happening.RECORD:
                return RecordImported(
                    status_id=event.status, owner_id=self.people.agent(event.owner), details=event.details
                )


def rank_since(at: int) -> str:
    """Return the rank of a card that came to its column at `at` (UTC ms): the latest on top, as new ones come."""
    value = (len(DIGITS) // 2) * len(DIGITS) ** 7 + _LATEST - at
    digits = ""
    while value:
        value, digit = divmod(value, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits.rstrip(DIGITS[0])
