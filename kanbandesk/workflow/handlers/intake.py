"""Tickets come in."""

from __future__ import annotations

from typing import Any

from kanbandesk.workflow import codes
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import CreateTicket, Place
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.events import TicketCreated
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.messages import hear
from kanbandesk.workflow.handlers.offers import tell_the_line
from kanbandesk.workflow.handlers.places import rank_for
from kanbandesk.workflow.handlers.promises import started
from kanbandesk.workflow.handlers.work import WORKFLOW_ID, Work
from kanbandesk.workflow.people import Line, Role
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.rights import Action, check_right
from kanbandesk.workflow.routing import Asked, route
from kanbandesk.workflow.senders import person
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Channel, Ticket
from kanbandesk.workflow.transaction import Context, Transaction


def create_ticket(tx: Transaction, ctx: Context, cmd: CreateTicket) -> None:
    """Open a ticket on its line (R5) on top of New; a requester opens only his own."""
    if tx.find(Ticket, cmd.ticket_id) is not None:
        raise Invalid(codes.EXISTS, kind="Ticket", id=cmd.ticket_id)
    tx.get(Board, cmd.board_id)
    if cmd.request_type and not is_request_type(tx, cmd.request_type):
        raise Invalid(codes.UNKNOWN_VALUE, field="request_type", value=cmd.request_type)
    requester_id = cmd.requester_id or (ctx.actor.id if ctx.actor.kind is Role.REQUESTER else "")
    requester_id = person_id(tx, requester_id)
    client_id = client_of(tx, requester_id, cmd.client_id)
    work = open_ticket(
        tx,
        ctx,
        cmd.ticket_id,
        cmd.title,
        requester_id=requester_id,
        client_id=client_id,
        channel=cmd.channel,
        line_id=tx.get(Line, cmd.line_id).id if cmd.line_id else _line_for(tx, cmd, client_id),
        priority=cmd.priority,
        tags=texts.tag_list(cmd.tags, "tags"),
        category=texts.optional_line(cmd.category, "category"),
        request_type=cmd.request_type,
        board_id=cmd.board_id,
    )
    check_right(ctx.actor, Action.CREATE, work.ticket)
    if cmd.text.strip():
        hear(work, cmd.message_id, cmd.text, channel=cmd.channel)
    tell_the_line(work)
    work.save()


def _line_for(tx: Transaction, cmd: CreateTicket, client_id: str) -> str:
    """Return the line that the requester's choice, the rules or else the order of the lines lead to (R5)."""
    client = tx.find(Client, client_id) if client_id else None
    asked = Asked(
        request_type=cmd.request_type,
        category=cmd.category,
        client_id=client_id,
        region=client.region if client is not None else "",
        text=f"{cmd.title}\n{cmd.text}",
    )
    return route(asked, _process(tx), tx.scan(Line))


def is_request_type(tx: Transaction, request_type: str) -> bool:
    """Tell whether the forms ask for such a type (R5)."""
    return any(each.id == request_type for each in _process(tx).request_types)


def _process(tx: Transaction) -> Process:
    return tx.find(Process, "default") or Process()


def open_ticket(tx: Transaction, ctx: Context, ticket_id: str, title: str, **values: Any) -> Work:
    """Return the work on a ticket that begins its life: numbered, on top of New, its clocks running (R7a)."""
    if not ticket_id:
        raise Invalid(codes.EMPTY, field="ticket_id")
    workflow = tx.get(Workflow, WORKFLOW_ID)
    status = workflow.of_kind(StatusKind.NEW)
    ticket = Ticket(
        id=ticket_id,
        number=tx.next_number(),
        title=texts.line(title, "title", texts.TITLE),
        status_id=status.id,
        created_at=ctx.at,
        status_since=ctx.at,
        sla=started(workflow, "", ctx.now),
        **values,
    )
    work = Work(tx, ctx, ticket)
    work.change(rank=rank_for(tx, ticket, status.id, Place()))
    work.ticket = work.clockwork.restart(work.ticket, StatusKind.NEW, work.at)
    work.tell(TicketCreated(title=work.ticket.title, status_id=status.id))
    return work


def person_id(tx: Transaction, contact_id: str) -> str:
    """Return the contact for whom the one named stands; whoever chose him may not know of the merge yet."""
    contact = tx.find(Contact, contact_id) if contact_id else None
    return contact_id if contact is None else person(tx, contact).id


def client_of(tx: Transaction, requester_id: str, client_id: str) -> str:
    """Return the client that a ticket belongs to: the one named, else the requester's (R4); NotFound for strangers."""
    requester = tx.get(Contact, requester_id) if requester_id else None
    if client_id:
        return _process(tx).successor(tx.get(Client, client_id).id)
    return requester.client_id if requester is not None else ""


def open_follow_up(tx: Transaction, ctx: Context, old: Ticket, channel: Channel) -> Work:
    """Return the work on the new ticket that a late reply to a closed one opens (R11b)."""
    return open_ticket(
        tx,
        ctx,
        ctx.derived_id("ticket"),
        old.title,
        requester_id=old.requester_id,
        client_id=old.client_id,
        channel=channel,
        line_id=old.line_id,
        category=old.category,
        board_id=old.board_id,
    )
