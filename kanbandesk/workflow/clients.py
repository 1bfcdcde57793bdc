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


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person at a client, reached by mail, phone (E.164) or chat."""

    id: str
    name: str
    client_id: str = ""
    mail: str = ""
    phone: str = ""
    chat: str = ""
    source_key: str = ""
