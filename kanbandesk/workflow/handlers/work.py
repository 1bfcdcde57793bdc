"""One ticket under one command: what the handlers read of it, change on it and tell about it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from kanbandesk.workflow import codes
from kanbandesk.workflow.ageing import Clockwork, Timetable
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.commands import Place
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.events import Fact, StatusChanged, TicketClaimed
from kanbandesk.workflow.handlers.keeping import keep_what_follows
from kanbandesk.workflow.handlers.places import rank_for
from kanbandesk.workflow.handlers.promises import followed, started
from kanbandesk.workflow.people import Actor, Agent, Line, Role
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.rights import Action, Whose, check_right, may, whose
from kanbandesk.workflow.statuses import Status, StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import look_after
from kanbandesk.workflow.transaction import Context, Transaction

WORKFLOW_ID = "default"


def timetable_of(tx: Transaction) -> Timetable:
    """Return the hours of the workspace's lines as they stand now."""
    return Timetable.of(tx.scan(Line), tx.scan(Calendar))


class Work:
    """A ticket while a command changes it. Nothing is kept before `save`."""

    def __init__(self, tx: Transaction, ctx: Context, ticket: Ticket) -> None:
        self.tx = tx
        self.ctx = ctx
        self.ticket = ticket
        self.at = max(ctx.at, ticket.status_since)
        """When it happens for the card: the desk's own moment (C1), but never before its last change of status."""
        self._before = tx.find(Ticket, ticket.id)
        self._clocks = ticket.clocks
        self.said = ""
        """The last words said under this command, for whoever is told of it."""

    @classmethod
    def on(cls, tx: Transaction, ctx: Context, ticket_id: str) -> Work:
        """Return the work on a ticket; NotFound when there is none."""
        return cls(tx, ctx, tx.get(Ticket, ticket_id))

    @cached_property
    def workflow(self) -> Workflow:
        """The workspace's process settings."""
        return self.tx.get(Workflow, WORKFLOW_ID)

    @cached_property
    def clockwork(self) -> Clockwork:
        """The norm clocks on today's calendars."""
        return Clockwork(self.workflow, timetable_of(self.tx), self.ctx.now)

    @cached_property
    def house(self) -> House:
        """The settings and people with which the timers reckon."""
        return House.of(self.tx, self.ctx.now)

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return self.ctx.actor

    @property
    def status(self) -> Status:
        """The ticket's present status."""
        return self.workflow.status(self.ticket.status_id)

    @property
    def kind(self) -> StatusKind:
        """What the ticket's present status means."""
        return self.status.kind

    def check(self, action: Action) -> None:
        """Raise NotAllowed unless the actor may do `action` to this ticket (S3)."""
        check_right(self.actor, action, self.ticket)

    def check_open(self) -> None:
        """Raise NotAllowed("closed") or ("merged") when the ticket has to be reopened first."""
        if self.ticket.merged_into:
            raise NotAllowed(codes.MERGED, into_id=self.ticket.merged_into)
        if self.kind is StatusKind.CLOSED:
            raise NotAllowed(codes.CLOSED, after="")

    def change(self, **changes: Any) -> None:
        """Set fields of the ticket."""
        self.ticket = replace(self.ticket, **changes)

    def tell(self, fact: Fact) -> None:
        """Record what has happened to the ticket."""
        self.tx.emit(self.ticket.id, fact)

    def save(self) -> None:
        """Keep the ticket if it changed, with what its norms reached (R13); its dues anew when a clock was touched."""
        if self._before is not None:
            keep_what_follows(self, self._before)
        if self.ticket.clocks != self._clocks:
            self.ticket = self.clockwork.with_dues(self.ticket)
            self._clocks = self.ticket.clocks
        self.ticket = look_after(self.ticket, self.house)
        if self.ticket != self._before:
            self.tx.put(self.ticket)

    def beside(self, ticket_id: str) -> Work | None:
        """Return the work on another ticket under the same command, None when it is not here."""
        ticket = self.tx.find(Ticket, ticket_id) if ticket_id else None
        return None if ticket is None else Work(self.tx, self.ctx, ticket)

    # -- what several handlers do ---------------------------------------------------------------------------------

    def enter(
        self,
        kind: StatusKind,
        *,
        cause: str,
        reason: str = "",
        place: Place | None = None,
        due: int | None = None,
    ) -> None:
        """Bring the ticket into the status of `kind`, with its clocks, its promise and its place (S2, C6, R7b).

        `due` is when the system's timer had it (C5).
        """
        before, after = self.status, self.workflow.of_kind(kind)
        if kind in (StatusKind.NEW, StatusKind.CLOSED):
            end_offer(self)
        rank = rank_for(self.tx, self.ticket, after.id, place)
        self.touch()
        self.ticket = self.clockwork.cross(self.ticket, before.kind, kind, self.at)
        self.change(status_id=after.id, status_since=self.at, rank=rank)
        if before.kind is StatusKind.NEW:
            self.change(waits_for_shift=False)
        if before.kind is StatusKind.POSTPONED:
            self.change(wake_at=None, is_client_told=False)
        if before.kind is StatusKind.CLOSED:
            _reopen(self)
        self.follow_promise()
        self.tell(StatusChanged(before=before.id, after=after.id, cause=cause, reason=reason, due=due))

    def touch(self) -> None:
        """An answer, a note or a move: a woken ticket is untouched no more (C6)."""
        if self.ticket.woken_at is not None:
            self.change(woken_at=None)
            self.ticket = self.clockwork.forget(self.ticket, StatusKind.POSTPONED)

    def follow_promise(self) -> None:
        """Stop or resume the SLA clock as the status now has it (R7b); it counts the server's moment (C1)."""
        if self.ticket.sla is not None:
            self.change(sla=followed(self.workflow, self.ticket, self.house.first_hours, self.ctx.now))

    def own(self, agent_id: str) -> None:
        """Make an agent the owner: a new owner satisfies Assigned's norm (C6)."""
        if agent_id == self.ticket.owner_id:
            return
        companions = tuple(each for each in self.ticket.companion_ids if each != agent_id)
        self.change(owner_id=agent_id, companion_ids=companions)
        if self.kind is StatusKind.ASSIGNED:
            self.ticket = self.clockwork.restart(self.ticket, StatusKind.ASSIGNED, self.at)
        else:
            self.ticket = self.clockwork.forget(self.ticket, StatusKind.ASSIGNED)

    def claim(self) -> None:
        """The actor takes the ticket, or takes it over (R1a, S3)."""
        previous = self.ticket.owner_id
        self.own(self.actor.id)
        self.tell(TicketClaimed(agent_id=self.actor.id, previous_owner_id=previous))

    def take_over(self) -> None:
        """An agent who acts on what is not his own takes it over (S3)."""
        if self.actor.kind is not Role.AGENT or whose(self.actor, self.ticket) is Whose.OWN:
            return
        if may(self.actor, Action.CLAIM, self.ticket):
            self.claim()


def _reopen(work: Work) -> None:
    """R7b: reopening starts the promise anew; what is solved again is proposed anew, whatever its texts (R11a)."""
    work.change(
        closed_at=None,
        proposed_at=None,
        closing_reason="",
        reopened_count=work.ticket.reopened_count + 1,
        sla=started(work.workflow, work.ticket.sla_class, work.ctx.now),
    )


def check_has_client(work: Work) -> None:
    """Raise NotAllowed("no_client") on a sub-task: its client is talked to on the ticket it belongs to (R9)."""
    if work.ticket.parent_id:
        raise NotAllowed(codes.NO_CLIENT, parent_id=work.ticket.parent_id)


def end_offer(work: Work) -> None:
    """Nobody is offered the ticket any more: no other line, and no one of its own (R8a)."""
    if work.ticket.offered_line_id:
        work.change(offered_line_id="", offered_to="", offered_by="", offered_at=None, waits_for_shift=False)
        work.ticket = work.clockwork.forget(work.ticket, StatusKind.NEW)


def name_of(tx: Transaction, person_id: str) -> str:
    """Return the name of an agent or a contact, empty when there is none."""
    person = tx.find(Agent, person_id) or tx.find(Contact, person_id) if person_id else None
    return person.name if person is not None else ""
