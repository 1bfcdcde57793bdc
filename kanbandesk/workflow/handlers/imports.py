"""Whole tickets with their story, taken in from elsewhere (C9)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeVar

from kanbandesk.workflow import codes
from kanbandesk.workflow.ageing import Clockwork
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import ImportedTicket, ImportTickets
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.errors import Invalid, NotFound
from kanbandesk.workflow.events import (
    Event,
    RecordImported,
    StatusChanged,
    TicketAssigned,
    TicketClaimed,
    TicketCreated,
)
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.moments import check_numbers
from kanbandesk.workflow.handlers.places import column_statuses
from kanbandesk.workflow.handlers.promises import followed, started
from kanbandesk.workflow.handlers.work import WORKFLOW_ID, timetable_of
from kanbandesk.workflow.histories import Step, Story, looked_back
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.ranks import rank_between, ranks_between
from kanbandesk.workflow.rights import Action, check_right
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import MessageKind, Ticket
from kanbandesk.workflow.timers import look_after
from kanbandesk.workflow.transaction import Context, Transaction

MOST: Final = 200
"""Tickets in one command."""
_PUBLIC: Final = frozenset({MessageKind.ANSWER, MessageKind.QUESTION, MessageKind.SOLUTION})
_HELD_BY_OTHERS: Final = frozenset({StatusKind.WAITING_VENDOR, StatusKind.IN_DEVELOPMENT})


def import_tickets(tx: Transaction, ctx: Context, cmd: ImportTickets) -> None:
    """Take tickets in with the people they name; what is here already by its source key or id is left as it is.

    Fires no rule: numbers, places, ages, promises and violations are reckoned, nobody is told anything (C9).
    """
    check_right(ctx.actor, Action.IMPORT)
    if len(cmd.tickets) > MOST:
        raise Invalid(codes.TOO_MANY, field="tickets", limit=MOST)
    ids = _people(tx, cmd)
    new = [imported for imported in cmd.tickets if not _is_here(tx, imported.ticket)]
    new = list(
        {imported.ticket.source_key or imported.ticket.id: imported for imported in reversed(new)}.values()
    )
    new.reverse()
    workflow = tx.get(Workflow, WORKFLOW_ID)
    intake = _Intake(workflow, Clockwork(workflow, timetable_of(tx)), ids)
    ranks = _ranks(tx, [imported.ticket for imported in new])
    house = House.of(tx, ctx.now)
    for imported in new:
        _check_numbers(imported)
        _check_files(imported)
        ticket, violations = looked_back(intake.story(imported), intake.clockwork, ctx.now)
        _check_named(tx, ticket)
        ticket = intake.clockwork.with_dues(ticket)
        rank = ticket.rank or ranks[ticket.id]
        tx.put(look_after(replace(ticket, number=tx.next_number(), rank=rank), house))
        for event in imported.events:
            actor_id = ids.get(event.actor_id, event.actor_id)
            is_same = event.ticket_id == ticket.id and event.actor_id == actor_id
            tx.put_event(event if is_same else replace(event, ticket_id=ticket.id, actor_id=actor_id))
        for message in imported.messages:
            author_id = ids.get(message.author_id, message.author_id)
            body = texts.visible(message.body)
            tx.put(replace(message, ticket_id=ticket.id, author_id=author_id, body=body))
        for attachment in imported.attachments:
            tx.put(replace(attachment, ticket_id=ticket.id))
        for link in imported.links:
            tx.put(link)
        for violation in violations:
            tx.put(violation)
    for imported in new:
        _check_tied(tx, imported)


def _check_numbers(imported: ImportedTicket) -> None:
    ticket = imported.ticket
    clocks = [*ticket.clocks, *((ticket.sla,) if ticket.sla is not None else ())]
    for entity in (ticket, *clocks, *imported.events, *imported.messages, *imported.attachments):
        check_numbers(entity)


def _check_files(imported: ImportedTicket) -> None:
    """Raise NotFound when a message names a file that does not come along."""
    files = {attachment.id for attachment in imported.attachments}
    for message in imported.messages:
        for attachment_id in message.attachment_ids:
            if attachment_id not in files:
                raise NotFound(codes.NOT_FOUND, kind="Attachment", id=attachment_id)


def _check_named(tx: Transaction, ticket: Ticket) -> None:
    """Raise NotFound when a ticket names what neither is here nor comes along: nobody would find it there."""
    tx.get(Board, ticket.board_id)
    for line_id in (ticket.line_id, ticket.offered_line_id):
        if line_id:
            tx.get(Line, line_id)
    agents = (ticket.owner_id, ticket.sent_to_development_by, ticket.offered_by, ticket.offered_to)
    for agent_id in (*agents, *ticket.companion_ids, *ticket.watcher_ids, *ticket.alarmed_ids):
        if agent_id:
            tx.get(Agent, agent_id)
    if ticket.requester_id:
        tx.get(Contact, ticket.requester_id)
    if ticket.client_id:
        tx.get(Client, ticket.client_id)


def _check_tied(tx: Transaction, imported: ImportedTicket) -> None:
    """Raise NotFound when a ticket is tied to one that neither is here nor came along."""
    ticket = imported.ticket
    tied = [ticket.parent_id, ticket.subtask_id, ticket.merged_into]
    for link in imported.links:
        tied += [link.source_id, link.target_id]
    for ticket_id in filter(None, tied):
        tx.get(Ticket, ticket_id)


def _is_here(tx: Transaction, ticket: Ticket) -> bool:
    if tx.find(Ticket, ticket.id) is not None:
        return True
    return bool(ticket.source_key) and any(tx.scan(Ticket, source_key=ticket.source_key))


def _people(tx: Transaction, cmd: ImportTickets) -> dict[str, str]:
    """Keep the people and lines who are not here yet; return which id stands for which id of the command."""
    ids: dict[str, str] = {}
    new_lines = [line for line in cmd.lines if tx.find(Line, line.id) is None]
    for line in new_lines:
        tx.put(line)
    for agent in cmd.agents:
        ids[agent.id] = _kept(tx, agent)
    for client in cmd.clients:
        ids[client.id] = _kept(tx, client)
    for contact in cmd.contacts:
        ids[contact.id] = _kept(tx, replace(contact, client_id=ids.get(contact.client_id, contact.client_id)))
    _check_house(tx, cmd, new_lines, ids)
    return ids


def _check_house(tx: Transaction, cmd: ImportTickets, new_lines: list[Line], ids: dict[str, str]) -> None:
    """Raise NotFound when people or lines name what neither is here nor comes along."""
    calendars = [line.calendar_id for line in new_lines] + [agent.shift_id for agent in cmd.agents]
    for calendar_id in filter(None, calendars):
        tx.get(Calendar, calendar_id)
    for line_id in {line_id for agent in cmd.agents for line_id in agent.line_ids}:
        tx.get(Line, line_id)
    for contact in cmd.contacts:
        if contact.client_id:
            tx.get(Client, ids.get(contact.client_id, contact.client_id))
    leading = [line.lead_id for line in new_lines]
    for client in cmd.clients:
        leading += [client.manager_id, client.set_up_by]
    for agent_id in filter(None, leading):
        tx.get(Agent, agent_id)


Person = TypeVar("Person", Agent, Client, Contact)


def _kept(tx: Transaction, person: Person) -> str:
    """Return the id of the person who is here under this source key or id; keep whoever is not.

    One who was merged leads to the one who remains.
    """
    known = _known(tx, person)
    if isinstance(known, Contact):
        return known.stands_for or known.id
    if isinstance(known, Client):
        return (tx.find(Process, "default") or Process()).successor(known.id)
    if known is not None:
        return known.id
    tx.put(person)
    return person.id


def _known(tx: Transaction, person: Person) -> Person | None:
    found = tx.find(type(person), person.id)
    if found is None and person.source_key:
        found = next(iter(tx.scan(type(person), source_key=person.source_key)), None)
    return found


def _ranks(tx: Transaction, tickets: list[Ticket]) -> dict[str, str]:
    """Return ranks below what lies in the columns, in the order given, for the tickets that bring none."""
    columns: dict[tuple[str, ...], list[str]] = {}
    for ticket in tickets:
        if not ticket.rank:
            columns.setdefault(column_statuses(tx, ticket.board_id, ticket.status_id), []).append(ticket.id)
    ranks: dict[str, str] = {}
    for statuses, ticket_ids in columns.items():
        last = tx.edge_rank(statuses, is_first=False)
        end = rank_between(last, "")
        ranks |= zip(ticket_ids, [*ranks_between(last, end, len(ticket_ids) - 1), end], strict=True)
    return ranks


class _Intake:
    """What is reckoned of a ticket from elsewhere."""

    def __init__(self, workflow: Workflow, clockwork: Clockwork, ids: dict[str, str]) -> None:
        self._workflow = workflow
        self.clockwork = clockwork
        self._ids = ids

    def story(self, imported: ImportedTicket) -> Story:
        """Return what the ticket's norms are reckoned from, with known people."""
        ticket, named = self.ticket(imported), self._ids.get
        steps = (Step(event.at, _entered(event), _owner(event)) for event in imported.events)
        return Story(
            ticket=ticket,
            steps=tuple(replace(step, owner_id=named(step.owner_id, step.owner_id)) for step in steps),
            answers=tuple(message.at for message in imported.messages if message.kind in _PUBLIC),
            replies=tuple(message.at for message in imported.messages if message.kind is MessageKind.CLIENT),
        )

    def ticket(self, imported: ImportedTicket) -> Ticket:
        """Return the ticket as it is kept but for its dues: known people, clocks, promise and counts."""
        ticket = self._named(imported.ticket)
        answers = [message.at for message in imported.messages if message.kind in _PUBLIC]
        words = [message.at for message in imported.messages if message.kind is MessageKind.CLIENT]
        ticket = replace(
            ticket,
            answered_at=max(answers, default=None) if ticket.answered_at is None else ticket.answered_at,
            client_wrote_at=max(words, default=None)
            if ticket.client_wrote_at is None
            else ticket.client_wrote_at,
            message_count=max(ticket.message_count, len(imported.messages)),
            attachment_count=max(ticket.attachment_count, len(imported.attachments)),
            link_count=max(ticket.link_count, len(imported.links)),
        )
        if ticket.sla is None:
            ticket = replace(ticket, sla=self._sla(ticket, imported.events))
        if not ticket.clocks:
            ticket = self._with_clocks(ticket)
        return ticket

    def _named(self, ticket: Ticket) -> Ticket:
        if ticket.status_id not in {status.id for status in self._workflow.statuses}:
            raise Invalid(codes.UNKNOWN_VALUE, field="status_id", value=ticket.status_id)
        named = self._ids.get
        title = " ".join(texts.visible(ticket.title).split())[: texts.TITLE]
        return replace(
            ticket,
            title=title or ticket.source_key or ticket.id,
            owner_id=named(ticket.owner_id, ticket.owner_id),
            requester_id=named(ticket.requester_id, ticket.requester_id),
            client_id=named(ticket.client_id, ticket.client_id),
            watcher_ids=tuple(named(each, each) for each in ticket.watcher_ids),
            companion_ids=tuple(named(each, each) for each in ticket.companion_ids),
            sent_to_development_by=named(ticket.sent_to_development_by, ticket.sent_to_development_by),
        )

    def _with_clocks(self, ticket: Ticket) -> Ticket:
        """Start the norm of the ticket's status: from the entry, or from the last answer where the log has any (C9)."""
        kind = self._workflow.status(ticket.status_id).kind
        if kind is StatusKind.CLOSED:
            return ticket
        since = ticket.status_since
        answered_at = ticket.answered_at or since
        if kind in (StatusKind.IN_PROGRESS, StatusKind.WAITING_CLIENT):
            since = max(since, answered_at)
        if kind is StatusKind.SOLVED and ticket.proposed_at is not None:
            since = ticket.proposed_at
        ticket = self.clockwork.restart(ticket, kind, since)
        wrote_at = ticket.client_wrote_at
        if (
            kind in _HELD_BY_OTHERS
            and wrote_at is not None
            and wrote_at > max(ticket.status_since, answered_at)
        ):
            ticket = self.clockwork.restart(ticket, StatusKind.IN_PROGRESS, wrote_at)  # R10
        return ticket

    def _sla(self, ticket: Ticket, events: tuple[Event, ...]) -> SlaClock | None:
        """Return the promise since the creation, stopped and resumed as the story has it (R7b)."""
        known = {status.id: status.kind for status in self._workflow.statuses}
        story = [(event.at, status_id) for event in events if (status_id := _entered(event)) in known]
        story.append((ticket.status_since, ticket.status_id))
        timetable = self.clockwork.timetable
        calendar = timetable.calendar(timetable.first_line)
        told = replace(ticket, sla=started(self._workflow, ticket.sla_class, ticket.created_at))
        previous = ""
        for at, status_id in story:
            if status_id == previous:
                continue
            is_reopened = bool(previous) and known[previous] is StatusKind.CLOSED
            sla = started(self._workflow, ticket.sla_class, at) if is_reopened else told.sla
            told = replace(told, status_id=status_id, sla=sla)
            told = replace(told, sla=followed(self._workflow, told, calendar, at))
            previous = status_id
        return told.sla


def _entered(event: Event) -> str:
    """Return the status that a ticket came to by an event, empty when it stayed."""
    match event.fact:
        case (
            StatusChanged(after=status_id)
            | RecordImported(status_id=status_id)
            | TicketCreated(status_id=status_id)
        ):
            return status_id
        case _:
            return ""


def _owner(event: Event) -> str:
    """Return who got a ticket by an event, empty when it stayed with whoever had it."""
    match event.fact:
        case (
            TicketAssigned(agent_id=agent_id)
            | TicketClaimed(agent_id=agent_id)
            | RecordImported(owner_id=agent_id)
        ):
            return agent_id
        case _:
            return ""
