"""A small support desk for tests of the rulebook: its people, its clock, and tickets brought anywhere by commands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.workflow.ageing import highest_level
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.commands import (
    AskClient,
    ClaimTicket,
    CloseTicket,
    Command,
    CreateTicket,
    HandToDevelopment,
    PostponeTicket,
    ProposeSolution,
    StartTicket,
    WaitForVendor,
)
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.events import Event, Fact
from kanbandesk.workflow.people import Actor, Agent, Line, Role, actor_of
from kanbandesk.workflow.process import default_process
from kanbandesk.workflow.statuses import DAY, ClosingReason, StatusKind
from kanbandesk.workflow.tickets import Message, NormClock, Ticket
from tests.factories.workflow import (
    NOW,
    make_administrator,
    make_agent,
    make_board,
    make_client,
    make_contact,
    make_id,
    make_lead,
    make_lines,
    make_workflow,
    requester_of,
)
from tests.fakes.transaction import MemoryLedger

Who = Agent | Actor


class Support:
    """Ada and Bo on the first line, Tor on the second, a lead, a developer, a manager, an administrator; Iver asks."""

    def __init__(self, *calendars: Calendar) -> None:
        self.ada = make_agent(name="Ada Berg")
        self.bo = make_agent(name="Bo Strand")
        self.tor = make_agent(name="Tor Lund", line_ids=("second",))
        self.lea = make_lead(line_ids=("first",))
        self.dev = make_agent(name="Dina Foss", roles=(Role.DEVELOPER,), line_ids=("development",))
        self.manager = make_agent(name="Max Holm", roles=(Role.ACCOUNT_MANAGER,), line_ids=())
        self.admin = make_administrator()
        self.client = make_client()
        self.iver = make_contact(client_id=self.client.id)
        self.requester = requester_of(self.iver)
        self.below = ""  # a ticket for tests to place others by
        self.workflow = make_workflow()
        people = (self.ada, self.bo, self.tor, self.lea, self.dev, self.manager, self.admin)
        hours = calendars[0].id if calendars else ""
        lines = [
            *make_lines(hours),
            Line(id="development", name="Development", calendar_id=hours, position=4),
        ]
        self.ledger = MemoryLedger(
            self.workflow,
            default_process(),
            make_board(self.workflow),
            *lines,
            *calendars,
            *people,
            self.client,
            self.iver,
            now=NOW,
        )

    @property
    def now(self) -> int:
        """The desk's clock."""
        return self.ledger.now

    def wait(self, duration: int) -> None:
        """Let time pass."""
        self.ledger.now += duration

    def do(self, who: Who, command: Command, *, at: int | None = None, uid: str = "") -> str:
        """Apply a command; return the mutation's uid."""
        actor = actor_of(who) if isinstance(who, Agent) else who
        return self.ledger.do(actor, command, at=at, uid=uid)

    def refused(self, who: Who, command: Command) -> Refusal:
        """Return the refusal that a command meets; the workspace is left as it was."""
        entities, events = dict(self.ledger.entities), list(self.ledger.events)
        with pytest.raises(Refusal) as refusal:
            self.do(who, command)
        assert (self.ledger.entities, self.ledger.events) == (entities, events)
        return refusal.value

    def ticket(self, ticket_id: str) -> Ticket:
        """Return a ticket as it stands."""
        return self.ledger.get(Ticket, ticket_id)

    def level(self, ticket_id: str) -> int:
        """Return a ticket's ageing level now."""
        return highest_level(self.ticket(ticket_id).dues, self.now)

    def dues(self, ticket_id: str) -> tuple[int | None, ...]:
        """Return how far ahead (or back) the levels of a ticket lie from now."""
        return tuple(None if due is None else due - self.now for due in self.ticket(ticket_id).dues)

    def clock(self, ticket_id: str, status_id: str) -> NormClock | None:
        """Return the clock of a norm on a ticket."""
        return next((clock for clock in self.ticket(ticket_id).clocks if clock.status_id == status_id), None)

    def messages(self, ticket_id: str) -> list[Message]:
        """Return what was said on a ticket."""
        return [message for message in self.ledger.all(Message) if message.ticket_id == ticket_id]

    def facts(self, uid: str) -> list[Fact]:
        """Return what a mutation told, in order."""
        return self.ledger.facts(uid)

    def history(self, ticket_id: str) -> list[Event]:
        """Return a ticket's events, in order."""
        return [event for event in self.ledger.events if event.ticket_id == ticket_id]

    def put(self, ticket: Ticket) -> Ticket:
        """Let a ticket stand there as it is."""
        self.ledger.add(ticket)
        return ticket

    # -- tickets in every status, by commands ----------------------------------------------------------------------

    def opened(self, **changes: Any) -> str:
        """Return a new ticket of Iver's on the first line."""
        values: dict[str, Any] = {
            "ticket_id": make_id(),
            "title": "The scanner prints blank labels",
            "requester_id": self.iver.id,
        } | changes
        self.do(self.bo, CreateTicket(**values))
        ticket_id: str = values["ticket_id"]
        return ticket_id

    def in_status(self, kind: StatusKind, owner: Agent | None = None, **changes: Any) -> str:
        """Return a ticket in a status, brought there at once by its owner (Ada unless named)."""
        ticket_id = self.opened(**changes)
        owner = owner or self.ada
        for command in self._way(kind, ticket_id):
            self.do(owner, command)
        return ticket_id

    def _way(self, kind: StatusKind, ticket_id: str) -> list[Command]:
        if kind is StatusKind.NEW:
            return []
        if kind is StatusKind.ASSIGNED:
            return [ClaimTicket(ticket_id=ticket_id)]
        start = StartTicket(ticket_id=ticket_id, urgency_case="how_to")
        ends: dict[StatusKind, list[Command]] = {
            StatusKind.IN_PROGRESS: [],
            StatusKind.WAITING_CLIENT: [ask(ticket_id)],
            StatusKind.WAITING_VENDOR: [wait_for_vendor(ticket_id, self.now + DAY)],
            StatusKind.POSTPONED: [PostponeTicket(ticket_id=ticket_id, wake_at=self.now + DAY)],
            StatusKind.IN_DEVELOPMENT: [hand_over(ticket_id, self.now + 10 * DAY)],
            StatusKind.SOLVED: [propose(ticket_id)],
            StatusKind.CLOSED: [
                propose(ticket_id),
                CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SOLVED),
            ],
        }
        return [start, *ends[kind]]


def ask(ticket_id: str, question: str = "Which printer is it?", **changes: Any) -> AskClient:
    """Return a question to the client."""
    return AskClient(ticket_id=ticket_id, message_id=make_id(), question=question, **changes)


def propose(
    ticket_id: str, problem: str = "Labels are blank", done: str = "Cleaned the head"
) -> ProposeSolution:
    """Return a solution with both texts."""
    return ProposeSolution(ticket_id=ticket_id, message_id=make_id(), problem=problem, done=done)


def wait_for_vendor(ticket_id: str, expected_at: int, **changes: Any) -> WaitForVendor:
    """Return the waiting for a vendor's answer."""
    values: dict[str, Any] = {"vendor": "Zebra", "vendor_reference": "RMA-77"} | changes
    return WaitForVendor(ticket_id=ticket_id, expected_at=expected_at, **values)


def hand_over(ticket_id: str, due_at: int, **changes: Any) -> HandToDevelopment:
    """Return a hand-over to the developers."""
    return HandToDevelopment(ticket_id=ticket_id, tracker_key="LAB-12", due_at=due_at, **changes)


def unnoted(ticket: Ticket) -> tuple[NormClock, ...]:
    """Return the ticket's clocks without what was noted and told of them as time went by (R2, R9, R13)."""
    return tuple(replace(clock, noted=0, is_told=False, reached=()) for clock in ticket.clocks)
