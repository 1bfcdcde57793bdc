"""Random people and random commands, valid or not, on a small support desk."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from kanbandesk.workflow.commands import (
    AcceptSolution,
    AddNote,
    AnswerClient,
    AssignTicket,
    BlockTicket,
    ChangeTags,
    ClaimTicket,
    CloseTicket,
    Command,
    CreateTicket,
    EditTicket,
    LinkTickets,
    LogCall,
    MoveTicket,
    Place,
    PostponeTicket,
    ReceiveReply,
    RejectSolution,
    ReleaseTicket,
    ReopenTicket,
    ResumeTicket,
    StartTicket,
    Transition,
    UnblockTicket,
    UnlinkTickets,
    WakeTicket,
    WatchTicket,
)
from kanbandesk.workflow.people import SYSTEM, Actor, Agent, actor_of
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, ClosingReason, Priority
from kanbandesk.workflow.tickets import Link, Ticket
from tests.factories.support import Support, ask, hand_over, propose, wait_for_vendor
from tests.factories.workflow import make_id, make_ticket

WHO = ["ada", "bo", "tor", "lea", "dev", "manager", "requester", "system"]
DURATIONS = st.sampled_from(
    [0, 1, 20 * SECOND, 4 * MINUTE, 50 * MINUTE, 3 * HOUR, 11 * HOUR, DAY, 4 * DAY, 15 * DAY]
)
CASES = ["", "fault", "how_to", "wish", "no_connection"]
PICKS = st.integers(min_value=0, max_value=63)


class RandomWork:
    """Draws people, tickets and commands by number."""

    def __init__(self, support: Support) -> None:
        self.support = support

    def tickets(self) -> list[Ticket]:
        """Return the tickets that are there."""
        return self.support.ledger.all(Ticket)

    def ticket(self, pick: int) -> Ticket:
        """Return one of the tickets; one that is not there when there is none."""
        tickets = self.tickets() or [make_ticket()]
        return tickets[pick % len(tickets)]

    def person(self, who: str) -> Agent | Actor:
        """Return one of the people, or the system."""
        if who == "system":
            return SYSTEM
        found: Agent | Actor = getattr(self.support, who)
        return found

    def doer_of(self, uid: str) -> Actor:
        """Return who did a mutation; the system when it left no event."""
        doers = [event.actor_id for event in self.support.ledger.events if event.mutation_id == uid]
        for agent in self.support.ledger.all(Agent):
            if agent.id in doers:
                return actor_of(agent)
        return self.support.requester if any(doers) else SYSTEM

    def creation(self) -> CreateTicket:
        """Return a ticket to be opened with a message."""
        return CreateTicket(ticket_id=make_id(), title="Another", text="Hello", message_id=make_id())

    def command(self, choice: int, pick: int) -> Command:
        """Return one of many commands, valid or not, about one of the tickets."""
        ticket = self.ticket(pick)
        commands = [*self._moves(ticket, pick), *self._words(ticket.id, pick), *self._deeds(ticket, pick)]
        command = commands[choice % len(commands)]
        if isinstance(command, Transition) and pick % 5 == 0:
            command = replace(command, reason="A lead's reason")
        return command

    def _moves(self, ticket: Ticket, pick: int) -> list[Command]:
        t, now, case = ticket.id, self.support.now, CASES[pick % len(CASES)]
        agents = (self.support.ada, self.support.bo, self.support.tor)
        due = now + pick % 7 * DAY
        return [
            ClaimTicket(ticket_id=t, from_owner_id=ticket.owner_id if pick % 2 else ""),
            AssignTicket(ticket_id=t, agent_id=agents[pick % 3].id),
            ReleaseTicket(ticket_id=t),
            StartTicket(ticket_id=t, urgency_case=case),
            ResumeTicket(ticket_id=t, urgency_case=case),
            ReopenTicket(ticket_id=t, urgency_case=case),
            ask(t),
            wait_for_vendor(t, now + (pick % 8 - 3) * DAY),
            PostponeTicket(ticket_id=t, wake_at=now + pick % 5 * DAY, is_client_told=pick % 2 == 0),
            WakeTicket(ticket_id=t),
            hand_over(t, due, reason="New date", description="x" * (pick % 2), message_id=make_id()),
            propose(t, done=f"Done {pick % 3}"),
            AcceptSolution(ticket_id=t),
            RejectSolution(ticket_id=t),
            CloseTicket(ticket_id=t, closing_reason=list(ClosingReason)[pick % 6]),
        ]

    def _words(self, t: str, pick: int) -> list[Command]:
        return [
            AnswerClient(ticket_id=t, message_id=make_id(), text="Hello"),
            AddNote(ticket_id=t, message_id=make_id(), text="Hm"),
            LogCall(ticket_id=t, message_id=make_id(), text="Hm", has_reached=pick % 2 == 0),
            ReceiveReply(ticket_id=t, message_id=make_id(), text="And?"),
        ]

    def _deeds(self, ticket: Ticket, pick: int) -> list[Command]:
        t, now, case = ticket.id, self.support.now, CASES[pick % len(CASES)]
        other = self.ticket(pick // 4).id
        links = self.support.ledger.all(Link)
        place = Place(after=other) if pick % 2 else Place(before=other)
        date = EditTicket(ticket_id=t, due_at=now + (pick % 9) * DAY, reason="So")
        return [
            MoveTicket(ticket_id=t, place=place),
            EditTicket(
                ticket_id=t, urgency_case=case or None, priority=list(Priority)[pick % 4], reason="So"
            ),
            EditTicket(ticket_id=t, line_id=("first", "second")[pick % 2]),
            EditTicket(ticket_id=t, expected_at=now + (pick % 9 - 4) * DAY),
            date if ticket.handed_at else ask(t),
            EditTicket(ticket_id=t, wake_at=now + pick % 4 * DAY),
            ChangeTags(ticket_id=t, add=("a", "b")[: pick % 3], remove=("c", "a")[: pick % 3]),
            BlockTicket(ticket_id=t, reason="Part"),
            UnblockTicket(ticket_id=t),
            WatchTicket(ticket_id=t, is_watching=pick % 2 == 0),
            LinkTickets(ticket_id=t, target_id=other, link_id=make_id()),
            UnlinkTickets(ticket_id=t, link_id=links[0].id if links else "none"),
            self.creation() if len(self.tickets()) < 5 else ask(t),
        ]
