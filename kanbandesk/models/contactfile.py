"""Contacts found by what somebody types, through the standard library's sqlite3."""

from __future__ import annotations

import sqlite3

from kanbandesk.models.rows import mapping
from kanbandesk.workflow.clients import Contact, standing_for

MOST = 20
"""Contacts in one answer."""
MOST_OF_A_CLIENT = 1000
_MORE = (
    "SELECT group_concat(more.mail || ' ' || more.phone || ' ' || more.chat, ' ') FROM contact AS more"  # noqa: S608 - our own words
    f" WHERE more.client_id = '{standing_for('')}' || contact.id"
)
_TEXT = f"casefold(name || ' ' || mail || ' ' || phone || ' ' || chat || ' ' || coalesce(({_MORE}), ''))"
"""With the further addresses, which lie in rows that stand for their owner."""


def find_contacts(connection: sqlite3.Connection, text: str) -> tuple[Contact, ...]:
    """Return the contacts whose name, mail, phone or chat hold all the words of `text`, by name; none for no words."""
    words = text.casefold().split()
    if not words:
        return ()
    # SQLite knows the case of ASCII letters only.
    connection.create_function("casefold", 1, str.casefold, deterministic=True)
    mapped = mapping(Contact)
    conditions = " AND ".join([f"instr({_TEXT}, ?) > 0"] * len(words))
    question = (
        f"SELECT {mapped.selection()} FROM {mapped.table}"  # noqa: S608 - our own words
        f" WHERE contact.client_id NOT LIKE '{standing_for('%')}' AND {conditions} ORDER BY name, id LIMIT {MOST}"
    )
    return tuple(mapped.entities(connection.execute(question, words)))


def contacts_of(connection: sqlite3.Connection, client_id: str) -> tuple[Contact, ...]:
    """Return the contacts of a client by name; of no client for an empty id.

    For what `standing_for` says of a contact, the rows of his further addresses.
    """
    mapped = mapping(Contact)
    question = (
        f"SELECT {mapped.selection()} FROM {mapped.table}"  # noqa: S608 - our own words
        f" WHERE client_id = ? ORDER BY name, id LIMIT {MOST_OF_A_CLIENT}"
    )
    return tuple(mapped.entities(connection.execute(question, (client_id,))))
