"""Clients (organisations with a contract) and their contacts, who are the requesters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ERASED: Final = "(erased)"
"""What stands in the place of words and names that the law had taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """An organisation that has a contract."""

    id: str
    name: str
    contract_number: str = ""
    region: str = ""
    manager_id: str = ""  # the account manager
    set_up_by: str = ""  # the agent who set the client up (R8a)
    source_key: str = ""


_STANDS_FOR: Final = "contact:"


def standing_for(contact_id: str) -> str:
    """Return what stands in `Contact.client_id` of a row that stands for another contact."""
    return f"{_STANDS_FOR}{contact_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person at a client, reached by mail, phone (E.164) or chat.

    A row may also stand for another contact: it is a further address of his, or was merged into him.
    """

    id: str
    name: str
    client_id: str = ""
    mail: str = ""
    phone: str = ""
    chat: str = ""
    source_key: str = ""

    @property
    def stands_for(self) -> str:
        """The id of the contact for whom this row stands, empty for a contact of his own."""
        return self.client_id.removeprefix(_STANDS_FOR) if self.client_id.startswith(_STANDS_FOR) else ""
