"""Clients and contacts: further addresses, two that are one, and those who are put away."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.commands.base import Command, command


@command("add_address", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class AddAddress(Command):
    """A contact has one more mail address, telephone number or chat name, by which he is recognised too (R4)."""

    contact_id: str
    new_address_id: str  # of the row that keeps it
    mail: str = ""
    phone: str = ""
    chat: str = ""


@command("remove_address", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAddress(Command):
    """A further address of a contact is his no more."""

    address_id: str


@command("merge_contacts", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class MergeContacts(Command):
    """Two contacts are one person: tickets and addresses of this one are the target's from now on (R4)."""

    contact_id: str
    target_id: str


@command("merge_clients", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class MergeClients(Command):
    """Two clients are one: tickets, contacts and routing rules of this one are the target's; it is put away."""

    client_id: str
    target_id: str


@command("put_away", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class PutAway(Command):
    """A client or a contact is offered no more, or again; tickets and history stay as they are."""

    kind: str  # "client" or "contact"
    entity_id: str
    is_away: bool = True
