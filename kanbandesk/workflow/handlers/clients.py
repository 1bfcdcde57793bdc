"""Clients and contacts: further addresses, two that are one, and those who are put away (R4).

A further address is a row of contacts that stands for its owner (`Contact.stands_for`), and so is a contact that was
merged: each is found by its address like any other, and leads to the one who remains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.clients import Client, Contact, standing_for
from kanbandesk.workflow.commands import AddAddress, MergeClients, MergeContacts, PutAway, RemoveAddress
from kanbandesk.workflow.errors import Invalid, NotAllowed, NotFound
from kanbandesk.workflow.events import FieldsEdited
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.processing import PROCESS_ID
from kanbandesk.workflow.process import Process, PutAwayOne
from kanbandesk.workflow.rights import Action, check_right
from kanbandesk.workflow.senders import mail_of, person, phone_of
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction

MOST_ADDRESSES: Final = 20
"""Further addresses of one contact."""


def add_address(tx: Transaction, ctx: Context, cmd: AddAddress) -> None:
    """Keep one more address of a contact, as addresses are compared."""
    check_right(ctx.actor, Action.KEEP_CLIENTS)
    owner = person(tx, tx.get(Contact, cmd.contact_id))
    if not cmd.new_address_id:
        raise Invalid(codes.EMPTY, field="new_address_id")
    if tx.find(Contact, cmd.new_address_id) is not None:
        raise Invalid(codes.EXISTS, kind="Contact", id=cmd.new_address_id)
    address = Contact(
        id=cmd.new_address_id,
        name=owner.name,
        client_id=standing_for(owner.id),
        mail=mail_of(texts.optional_line(cmd.mail, "mail")),
        phone=phone_of(texts.optional_line(cmd.phone, "phone")),
        chat=texts.optional_line(cmd.chat, "chat"),
    )
    if not (address.mail or address.phone or address.chat):
        raise Invalid(codes.EMPTY, field="mail")
    if sum(1 for one in _addresses(tx, owner) if one.mail or one.phone or one.chat) >= MOST_ADDRESSES:
        raise Invalid(codes.TOO_MANY, field="mail", limit=MOST_ADDRESSES)
    tx.put(address)


def remove_address(tx: Transaction, ctx: Context, cmd: RemoveAddress) -> None:
    """Forget a further address; its row stays, since messages may be by the contact who was merged into it."""
    check_right(ctx.actor, Action.KEEP_CLIENTS)
    address = tx.get(Contact, cmd.address_id)
    if not address.stands_for:
        raise NotFound(codes.NOT_FOUND, kind="address", id=cmd.address_id)
    tx.put(replace(address, mail="", phone="", chat=""))


def merge_contacts(tx: Transaction, ctx: Context, cmd: MergeContacts) -> None:
    """Let one contact stand for another: his tickets and addresses are the other's, who takes what he lacks himself.

    Messages lie with their tickets, under the name of whoever wrote them.
    """
    check_right(ctx.actor, Action.KEEP_CLIENTS)
    source = tx.get(Contact, cmd.contact_id)
    target = person(tx, tx.get(Contact, cmd.target_id))
    if source.stands_for or source.id == target.id:
        raise Invalid(codes.MALFORMED, field="target_id")
    for ticket in list(tx.scan(Ticket, requester_id=source.id)):
        client_id = ticket.client_id or target.client_id
        _move(tx, ticket, replace(ticket, requester_id=target.id, client_id=client_id))
    for address in list(_addresses(tx, source)):
        tx.put(replace(address, client_id=standing_for(target.id)))
    tx.put(replace(source, client_id=standing_for(target.id)))
    tx.put(
        replace(
            target,
            client_id=target.client_id or source.client_id,
            mail=target.mail or source.mail,
            phone=target.phone or source.phone,
            chat=target.chat or source.chat,
        )
    )
    _keep_away(tx, source.id, is_away=False)


def merge_clients(tx: Transaction, ctx: Context, cmd: MergeClients) -> None:
    """Give tickets, contacts and routing rules of one client to another; the one is put away, and leads there."""
    check_right(ctx.actor, Action.KEEP_CLIENTS)
    source, target = tx.get(Client, cmd.client_id), tx.get(Client, cmd.target_id)
    process = _process(tx)
    if source.id == target.id or process.successor(target.id) != target.id:
        raise Invalid(codes.MALFORMED, field="target_id")
    for ticket in list(tx.scan(Ticket, client_id=source.id)):
        _move(tx, ticket, replace(ticket, client_id=target.id))
    for contact in list(tx.scan(Contact, client_id=source.id)):
        tx.put(replace(contact, client_id=target.id))
    tx.put(
        replace(
            target,
            contract_number=target.contract_number or source.contract_number,
            region=target.region or source.region,
            manager_id=target.manager_id or source.manager_id,
            set_up_by=target.set_up_by or source.set_up_by,
        )
    )
    routing = tuple(
        replace(rule, client_id=target.id) if rule.client_id == source.id else rule
        for rule in process.routing
    )
    tx.put(replace(process, routing=routing))
    _keep_away(tx, source.id, is_away=True, into_id=target.id)


def put_away(tx: Transaction, ctx: Context, cmd: PutAway) -> None:
    """Offer a client or a contact no more, or again; whoever still writes is recognised as ever (R4)."""
    check_right(ctx.actor, Action.KEEP_CLIENTS)
    if cmd.kind == "client":
        tx.get(Client, cmd.entity_id)
    elif cmd.kind == "contact":
        tx.get(Contact, cmd.entity_id)
    else:
        raise Invalid(codes.UNKNOWN_VALUE, field="kind", value=cmd.kind)
    if not cmd.is_away and _process(tx).successor(cmd.entity_id) != cmd.entity_id:
        raise NotAllowed(codes.MERGED, into_id=_process(tx).successor(cmd.entity_id))
    _keep_away(tx, cmd.entity_id, is_away=cmd.is_away)


def _move(tx: Transaction, before: Ticket, after: Ticket) -> None:
    """Keep a ticket whose requester or client is another now; nothing that its clocks count has changed."""
    if before != after:
        tx.put(after)
        tx.emit(after.id, FieldsEdited())


def _addresses(tx: Transaction, owner: Contact) -> Iterator[Contact]:
    return tx.scan(Contact, client_id=standing_for(owner.id))


def _keep_away(tx: Transaction, entity_id: str, *, is_away: bool, into_id: str = "") -> None:
    process = _process(tx)
    known = next((one for one in process.put_away if one.id == entity_id), None)
    if is_away and known is not None and not into_id:
        return
    others = tuple(
        replace(one, into_id=into_id) if into_id and one.into_id == entity_id else one
        for one in process.put_away
        if one.id != entity_id
    )
    changed = replace(
        process, put_away=(*others, PutAwayOne(id=entity_id, into_id=into_id)) if is_away else others
    )
    if changed != process:
        tx.put(changed)


def _process(tx: Transaction) -> Process:
    return tx.find(Process, PROCESS_ID) or Process()
