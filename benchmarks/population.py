"""Open tickets in any number, the same each time: what a board of 10,000 or 100,000 cards is measured with.

Every ticket has 6 events and 3 messages, as `architecture.md` wants it. A ticket follows from its index alone, so a
population can be made in parts, and the first tickets of a large one are those of a small one but for their ranks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from uuid import UUID

from benchmarks.words import CLIENT_KINDS, CLIENT_NAMES, FIRST_NAMES, LANGUAGES, LAST_NAMES, TAGS, Language
from kanbandesk.workflow.ageing import Clockwork, Timetable
from kanbandesk.workflow.calendars import ALWAYS
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import ImportedTicket, ImportTickets
from kanbandesk.workflow.events import Event, Fact, MessageAdded, StatusChanged, TicketClaimed, TicketCreated
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.ranks import spaced_ranks
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, Priority, StatusKind, default_workflow
from kanbandesk.workflow.tickets import Channel, Message, MessageKind, Ticket

NOW = 1_772_445_600_000
"""The moment at which every population stands: Monday, 2 March 2026, 10:00 UTC."""

BATCH = 200
"""Tickets in one command, the most that it takes."""

CLIENTS = 200
CONTACTS = 5
"""Contacts of each client."""

AGENTS = 15
EVENTS = 6
MESSAGES = 3
"""Of each ticket."""

LINES = ("first", "first", "first", "second", "second", "third", "commercial")
CHANNELS = (Channel.MAIL, Channel.MAIL, Channel.FORM, Channel.CHAT, Channel.PHONE)
PRIORITIES = (Priority.LOW, Priority.NORMAL, Priority.NORMAL, Priority.NORMAL, Priority.HIGH, Priority.URGENT)
CASES = (("how_to", "settings"), ("fault", "problem"), ("case_review", "review"), ("wish", "wish"))

STATUSES = {
    "new": (4, 10 * SECOND, 20 * MINUTE),
    "assigned": (6, 1 * MINUTE, 2 * HOUR),
    "in_progress": (20, 10 * MINUTE, 16 * HOUR),
    "waiting_client": (22, 2 * HOUR, 6 * DAY),
    "waiting_vendor": (12, 6 * HOUR, 20 * DAY),
    "postponed": (10, 1 * HOUR, 9 * DAY),
    "in_development": (16, 1 * DAY, 40 * DAY),
    "solved": (10, 10 * MINUTE, 40 * HOUR),
}
"""Status → its share of the board in per cent, and how long its tickets have been in it: at least, at most."""


WORKFLOW = default_workflow()
CLOCKWORK = Clockwork(WORKFLOW, Timetable.of((), ()))
"""The norms of a new workspace, all lines open round the clock."""


def seeded_id(random: Random, at: int) -> str:
    """Return a UUIDv7 of the moment `at` (UTC ms) whose other bits are drawn from `random`."""
    return str(
        UUID(int=(at << 80) | (7 << 76) | (random.getrandbits(12) << 64) | (2 << 62) | random.getrandbits(62))
    )


@dataclass(frozen=True)
class Population:
    """`tickets` open tickets of 200 clients, held by 15 agents and by `me` (an agent's id)."""

    tickets: int
    me: str
    seed: int = 2026

    def commands(self, start: int = 0) -> Iterator[ImportTickets]:
        """Yield the commands that make the population, from the ticket with the index `start` on."""
        for first in range(start, self.tickets, BATCH):
            indices = range(first, min(first + BATCH, self.tickets))
            tickets = tuple(self.ticket(index) for index in indices)
            if first:
                yield ImportTickets(tickets=tickets)
            else:
                yield ImportTickets(
                    tickets=tickets, agents=self.agents, clients=self.clients, contacts=self.contacts
                )

    def ticket(self, index: int) -> ImportedTicket:
        """Return one ticket with its story."""
        return _Story(self, Random(f"{self.seed}:{index}"), index).told()

    @cached_property
    def agents(self) -> tuple[Agent, ...]:
        """The colleagues."""
        random = Random(f"{self.seed}:agents")
        return tuple(
            Agent(
                id=seeded_id(random, NOW - 900 * DAY),
                name=f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {random.choice(LAST_NAMES)}",
                roles=(Role.AGENT, Role.LEAD) if number < 3 else (Role.AGENT,),
                line_ids=(LINES[number % len(LINES)],),
            )
            for number in range(AGENTS)
        )

    @cached_property
    def clients(self) -> tuple[Client, ...]:
        """The clients, each with a name of its own."""
        random = Random(f"{self.seed}:clients")
        return tuple(
            Client(
                id=seeded_id(random, NOW - 800 * DAY),
                name=f"{CLIENT_NAMES[number // len(CLIENT_KINDS)]} {CLIENT_KINDS[number % len(CLIENT_KINDS)]}",
                contract_number=f"C-{1000 + number}",
            )
            for number in range(CLIENTS)
        )

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The requesters, five of each client."""
        random = Random(f"{self.seed}:contacts")
        return tuple(
            Contact(
                id=seeded_id(random, NOW - 700 * DAY),
                name=f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}",
                client_id=client.id,
                mail=f"person{number}@{client.contract_number.lower()}.example",
            )
            for client in self.clients
            for number in range(CONTACTS)
        )

    @cached_property
    def ranks(self) -> list[str]:
        """The place of each ticket in its column."""
        return spaced_ranks(self.tickets)


class _Story:
    """How one ticket came to where it is."""

    def __init__(self, population: Population, random: Random, index: int) -> None:
        self.population = population
        self.random = random
        self.index = index
        self.status_id = random.choices(list(STATUSES), [share for share, _, _ in STATUSES.values()])[0]
        _, least, most = STATUSES[self.status_id]
        self.since = NOW - int(least * (most / least) ** random.random())  # as many minutes old as days
        self.claimed_at = self.since - random.randrange(5 * SECOND, 3 * DAY)
        self.created_at = self.claimed_at - random.randrange(5 * SECOND, 2 * HOUR)
        if self.status_id == "new":
            self.created_at = self.claimed_at = self.since
        self.id = seeded_id(random, self.created_at)
        self.language: Language = random.choice(LANGUAGES)
        self.contact = random.choice(population.contacts)
        self.owner_id = "" if self.status_id == "new" else self._draw_owner()
        self.title = self.language.title(random)

    def told(self) -> ImportedTicket:
        """Return the ticket, its events and messages."""
        messages = self._messages()
        ticket = CLOCKWORK.restart(self._ticket(messages), WORKFLOW.status(self.status_id).kind, self.since)
        ticket = CLOCKWORK.with_dues(ticket)
        return ImportedTicket(ticket=ticket, events=self._events(messages), messages=messages)

    def _draw_owner(self) -> str:
        """Every third ticket is one's own: it is me who moves cards when moves are measured."""
        is_mine = self.random.random() < 1 / 3
        return self.population.me if is_mine else self.random.choice(self.population.agents).id

    def _ticket(self, messages: tuple[Message, ...]) -> Ticket:
        random, status = self.random, self.status_id
        urgency_case, sla_class = ("", "") if status in {"new", "assigned"} else random.choice(CASES)
        is_developed = status == "in_development"
        answers = [message.at for message in messages if message.kind is MessageKind.ANSWER]
        return Ticket(
            id=self.id,
            title=self.title,
            status_id=status,
            rank=self.population.ranks[self.index],
            requester_id=self.contact.id,
            client_id=self.contact.client_id,
            channel=random.choice(CHANNELS),
            line_id=random.choice(LINES),
            owner_id=self.owner_id,
            priority=random.choice(PRIORITIES),
            urgency_case=urgency_case,
            sla_class=sla_class,
            sla=self._sla(sla_class),
            tags=tuple(sorted(random.sample(TAGS, random.choice((0, 1, 1, 2, 3))))),
            created_at=self.created_at,
            status_since=self.since,
            answered_at=max(answers, default=None),
            client_wrote_at=messages[0].at,
            blocked_reason="Waits for spare parts" if random.random() < 0.03 else "",
            wake_at=NOW + random.randrange(1 * HOUR, 10 * DAY) if status == "postponed" else None,
            vendor="Nordic Terminals" if status == "waiting_vendor" else "",
            vendor_reference=f"NT-{self.index}" if status == "waiting_vendor" else "",
            expected_at=NOW + random.randrange(-9 * DAY, 6 * DAY) if status == "waiting_vendor" else None,
            tracker_key=f"DEV-{self.index}" if is_developed else "",
            handed_at=self.since if is_developed else None,
            due_at=self.since + random.randrange(2 * DAY, 60 * DAY) if is_developed else None,
            sent_to_development_by=self.owner_id if is_developed else "",
            was_in_development=is_developed,
            problem=self.title if status == "solved" else "",
            done="We have set it right and looked at it together." if status == "solved" else "",
            proposed_at=self.since if status == "solved" else None,
            message_count=MESSAGES,
            source_key=f"population:{self.index}",
        )

    def _sla(self, class_id: str) -> SlaClock | None:
        """Return the promise as it stands: stopped while the client has the word (R7b)."""
        if not class_id:
            return None
        sla_class = WORKFLOW.sla(class_id)
        running = SlaClock.start(sla_class.target, sla_class.clock, self.created_at)
        stops = WORKFLOW.status(self.status_id).kind in {StatusKind.WAITING_CLIENT, StatusKind.SOLVED}
        return running.stop(ALWAYS, self.since) if stops else running

    def _messages(self) -> tuple[Message, ...]:
        """Return what the client wrote first, and two more: answers and notes as far as somebody has the ticket."""
        is_new = self.status_id == "new"
        later = (MessageKind.CLIENT, MessageKind.CLIENT) if is_new else (MessageKind.ANSWER, MessageKind.NOTE)
        until = NOW if is_new else self.since
        between = sorted(self.random.randrange(self.claimed_at, until) for _ in later)
        kinds = (MessageKind.CLIENT, *later)
        return tuple(
            self._message(kind, at) for kind, at in zip(kinds, (self.created_at, *between), strict=True)
        )

    def _message(self, kind: MessageKind, at: int) -> Message:
        is_clients = kind is MessageKind.CLIENT
        return Message(
            id=seeded_id(self.random, at),
            ticket_id=self.id,
            kind=kind,
            body=self.language.told(self.random) if is_clients else self.language.reply(self.random),
            author_id=self.contact.id if is_clients else self.owner_id,
            author_name=self.contact.name if is_clients else "",
            channel=Channel.MAIL,
            at=at,
            recorded_at=at,
        )

    def _events(self, messages: tuple[Message, ...]) -> tuple[Event, ...]:
        """Return the six events in their order; a new ticket has been claimed and given back."""
        claim: list[tuple[int, Fact]] = [
            (self.claimed_at, TicketClaimed(agent_id=self.owner_id or self.population.me)),
            (self.since, StatusChanged(before="assigned", after=self.status_id)),
        ]
        facts: list[tuple[int, Fact]] = [(self.created_at, TicketCreated(title=self.title)), *claim]
        facts += [
            (message.at, MessageAdded(message_id=message.id, kind=message.kind)) for message in messages
        ]
        return tuple(self._event(at, fact) for at, fact in sorted(facts, key=lambda pair: pair[0]))

    def _event(self, at: int, fact: Fact) -> Event:
        is_clients = isinstance(fact, TicketCreated)
        return Event(
            id=seeded_id(self.random, at),
            ticket_id=self.id,
            mutation_id="",
            actor_kind=Role.REQUESTER if is_clients else Role.AGENT,
            actor_id=self.contact.id if is_clients else self.owner_id,
            at=at,
            recorded_at=at,
            fact=fact,
        )
