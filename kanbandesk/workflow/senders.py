"""Who writes or calls: addresses as they are compared, and the contacts that they lead to (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.tickets import Channel
from kanbandesk.workflow.transaction import Transaction

_NOT_DIALLED = re.compile(r"[^0-9+]")


def mail_of(sender: str) -> str:
    """Return a mail address as addresses are compared."""
    return sender.strip().lower()


def phone_of(sender: str) -> str:
    """Return a phone number in E.164, as far as it can be told: "0047 22 00 00 00" is "+4722000000"."""
    digits = _NOT_DIALLED.sub("", sender)
    digits = f"+{digits[2:]}" if digits.startswith("00") else digits
    return digits[:1] + digits[1:].replace("+", "")


@dataclass(frozen=True, slots=True)
class Sender:
    """An address, and which field of a contact it is found by: "mail", "phone" or "chat"; empty for nobody."""

    field: str
    address: str


def sender_of(channel: Channel, sender: str) -> Sender:
    """Return how a sender is looked for: a form tells mail or phone, whichever was written into it."""
    sender = sender.strip()
    if not sender:
        return Sender("", "")
    if channel is Channel.CHAT:
        return Sender("chat", sender)
    if channel is Channel.PHONE or "@" not in sender:
        number = phone_of(sender)
        return Sender("phone", number) if number.lstrip("+") else Sender("chat", sender)
    return Sender("mail", mail_of(sender))


def person(tx: Transaction, contact: Contact) -> Contact:
    """Return the contact for whom a row stands: himself, but for further addresses and merged ones."""
    owner = tx.find(Contact, contact.stands_for) if contact.stands_for else None
    return contact if owner is None else owner


def contacts_of(tx: Transaction, sender: Sender, given: str) -> tuple[Contact, ...]:
    """Return the contacts whom an address leads to, by id; also those kept as it was `given`.

    A further address leads to its owner, and one of a merged contact to the one who remains.
    """
    if not sender.field:
        return ()
    found: dict[str, Contact] = {}
    for address in dict.fromkeys((sender.address, given.strip())):
        owners = [person(tx, contact) for contact in tx.scan(Contact, **{sender.field: address})]
        found |= {contact.id: contact for contact in owners}
    return tuple(found[contact_id] for contact_id in sorted(found))


def common_client(contacts: Iterable[Contact]) -> str:
    """Return the client that all of the contacts belong to, empty when they differ (R4)."""
    clients = {contact.client_id for contact in contacts}
    return clients.pop() if len(clients) == 1 else ""
