"""What comes in by a channel: to the sender's open ticket, or as a new one; and another matter split off (R3, R4)."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow import codes
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.commands import CreateTicket, ReceiveReply, SplitTicket, TakeIn
from kanbandesk.workflow.errors import Invalid, NotAllowed, NotFound
from kanbandesk.workflow.events import TicketSplit
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.conversation import receive_reply
from kanbandesk.workflow.handlers.intake import create_ticket, is_request_type, open_ticket
from kanbandesk.workflow.handlers.links import tie
from kanbandesk.workflow.handlers.offers import tell_the_line
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.rights import Action, check_right
from kanbandesk.workflow.senders import common_client, contacts_of, sender_of
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Attachment, Link, LinkKind, Message, MessageKind, Ticket
from kanbandesk.workflow.transaction import Context, Transaction


def take_in(tx: Transaction, ctx: Context, cmd: TakeIn) -> None:
    """Take in what a sender wrote: the same message once, the same sender with an open ticket to that one (R3).

    An address of several contacts sets only their common client (R4); one that nobody has becomes a contact.
    """
    check_right(ctx.actor, Action.CREATE)
    if ctx.actor.kind is Role.REQUESTER:
        raise NotAllowed(codes.ROLE, action=Action.RECORD_REPLY.value)
    tx.get(Board, cmd.board_id)
    key = texts.optional_line(cmd.source_key, "source_key")
    if key and any(tx.scan(Message, source_key=key)):
        return
    text = texts.text(cmd.text if cmd.text.strip() else cmd.title, "text")
    contacts = _contacts(tx, ctx, cmd)
    requester = contacts[0] if len(contacts) == 1 else None
    ticket = _addressed(tx, cmd, requester)
    if ticket is not None:
        reply = ReceiveReply(
            ticket_id=ticket.id,
            message_id=cmd.message_id,
            text=text,
            contact_id=requester.id if requester is not None else "",
            channel=cmd.channel,
        )
        receive_reply(tx, ctx, reply)
    else:
        creation = CreateTicket(
            ticket_id=cmd.ticket_id,
            title=_title(cmd.title, text),
            text=text,
            message_id=cmd.message_id,
            requester_id=requester.id if requester is not None else "",
            client_id=common_client(contacts),
            channel=cmd.channel,
            category=cmd.category,
            request_type=cmd.request_type if is_request_type(tx, cmd.request_type) else "",
            board_id=cmd.board_id,
        )
        create_ticket(tx, ctx, creation)
    _sign(tx, cmd, key)


def _title(title: str, text: str) -> str:
    """Return the subject, or how the text begins where there is none."""
    return " ".join((title if title.strip() else text).split())[: texts.TITLE]


def _contacts(tx: Transaction, ctx: Context, cmd: TakeIn) -> tuple[Contact, ...]:
    """Return whom the sender's address leads to; a new contact for one that nobody has (R4)."""
    sender = sender_of(cmd.channel, texts.optional_line(cmd.sender, "sender"))
    found = contacts_of(tx, sender, cmd.sender)
    if found or not sender.field:
        return found
    name = texts.optional_line(cmd.sender_name, "sender_name") or sender.address
    contact = Contact(id=ctx.derived_id("contact"), name=name)
    match sender.field:
        case "mail":
            contact = replace(contact, mail=sender.address)
        case "phone":
            contact = replace(contact, phone=sender.address)
        case _:
            contact = replace(contact, chat=sender.address)
    tx.put(contact)
    return (contact,)


def _addressed(tx: Transaction, cmd: TakeIn, requester: Contact | None) -> Ticket | None:
    """Return the ticket that the message belongs to: the token's, else the requester's latest open one (R3)."""
    if cmd.token_ticket_id:
        ticket = tx.find(Ticket, cmd.token_ticket_id)
        if ticket is not None:
            return ticket
    if requester is None:
        return None
    closed = tx.get(Workflow, "default").of_kind(StatusKind.CLOSED).id
    tickets = tx.scan(Ticket, requester_id=requester.id)
    still_open = [one for one in tickets if one.status_id != closed and not one.parent_id]
    return max(still_open, key=lambda one: (_last_activity(one), one.id), default=None)


def _last_activity(ticket: Ticket) -> int:
    moments = (ticket.created_at, ticket.status_since, ticket.answered_at or 0, ticket.client_wrote_at or 0)
    return max(moments)


def _sign(tx: Transaction, cmd: TakeIn, key: str) -> None:
    """Keep with the message by which it is known again, and who wrote it."""
    message = tx.get(Message, cmd.message_id)
    name = message.author_name or texts.optional_line(cmd.sender_name, "sender_name") or cmd.sender.strip()
    tx.put(replace(message, source_key=key, author_name=name[: texts.WORDS]))


def split_ticket(tx: Transaction, ctx: Context, cmd: SplitTicket) -> None:
    """Give another matter a ticket of its own: new, of the same requester, with copies of these messages (R3)."""
    source = Work.on(tx, ctx, cmd.ticket_id)
    source.check(Action.EDIT)
    source.check(Action.CREATE)
    if tx.find(Ticket, cmd.new_ticket_id) is not None:
        raise Invalid(codes.EXISTS, kind="Ticket", id=cmd.new_ticket_id)
    if not cmd.link_id or tx.find(Link, cmd.link_id) is not None:
        raise Invalid(codes.EXISTS if cmd.link_id else codes.EMPTY, field="link_id")
    old = source.ticket
    work = open_ticket(
        tx,
        ctx,
        cmd.new_ticket_id,
        cmd.title,
        requester_id=old.requester_id,
        client_id=old.client_id,
        channel=old.channel,
        line_id=old.line_id,
        category=old.category,
        board_id=old.board_id,
    )
    for message_id in dict.fromkeys(cmd.message_ids):
        _copy(work, source, message_id)
    link = Link(id=cmd.link_id, source_id=old.id, target_id=work.ticket.id, kind=LinkKind.RELATED)
    tie(link, source, work)
    source.tell(TicketSplit(to_id=work.ticket.id))
    work.tell(TicketSplit(from_id=old.id))
    tell_the_line(work)
    source.save()
    work.save()


def _copy(work: Work, source: Work, message_id: str) -> None:
    """Put a copy of a message, with its files, on the new ticket."""
    tx, ctx = work.tx, work.ctx
    message = tx.get(Message, message_id)
    if message.ticket_id != source.ticket.id:
        raise NotFound(codes.NOT_FOUND, kind="Message", id=message_id)
    files = [tx.get(Attachment, each) for each in message.attachment_ids]
    for each in files:
        tx.put(replace(each, id=ctx.derived_id(f"file:{each.id}"), ticket_id=work.ticket.id))
    copy = replace(
        message,
        id=ctx.derived_id(f"message:{message.id}"),
        ticket_id=work.ticket.id,
        attachment_ids=tuple(ctx.derived_id(f"file:{each.id}") for each in files),
        source_key="",
    )
    tx.put(copy)
    wrote_at = work.ticket.client_wrote_at
    if message.kind is MessageKind.CLIENT:
        wrote_at = max(message.at, wrote_at or 0)
    work.change(
        message_count=work.ticket.message_count + 1,
        attachment_count=work.ticket.attachment_count + len(files),
        client_wrote_at=wrote_at,
    )
