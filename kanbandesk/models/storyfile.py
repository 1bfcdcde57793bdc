"""An opened ticket read with its story, through the standard library's sqlite3."""

from __future__ import annotations

import sqlite3
from typing import TypeVar

from kanbandesk.models.cardrows import read_cards
from kanbandesk.models.rows import mapping
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.events import Event, SettingChanged
from kanbandesk.workflow.records import Rating, Task, Violation
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket

T = TypeVar("T")
_MOST_CHANGES = 200  # of settings, at once


def read_ticket(connection: sqlite3.Connection, ticket_id: str) -> TicketDetail:
    """Return a ticket with its story, all of it as of one moment; NotFound when there is none."""
    connection.execute("BEGIN")
    try:
        return _detail(connection, ticket_id)
    finally:
        connection.execute("COMMIT")


def _detail(connection: sqlite3.Connection, ticket_id: str) -> TicketDetail:
    ticket = _one(connection, Ticket, ticket_id)
    if ticket is None:
        raise NotFound("not_found", kind="Ticket", id=ticket_id)
    links = _rows(connection, Link, "source_id = :id OR target_id = :id ORDER BY id", ticket_id)
    others = {link.source_id for link in links} | {link.target_id for link in links}
    return TicketDetail(
        ticket=ticket,
        client=_one(connection, Client, ticket.client_id),
        requester=_one(connection, Contact, ticket.requester_id),
        messages=_rows(connection, Message, "ticket_id = :id ORDER BY recorded_at, ver, id", ticket_id),
        attachments=_rows(connection, Attachment, "ticket_id = :id ORDER BY added_at, id", ticket_id),
        events=_rows(connection, Event, "ticket_id = :id ORDER BY recorded_at, ver, position", ticket_id),
        links=links,
        linked=tuple(read_cards(connection, sorted(others - {ticket_id}))),
        violations=_rows(connection, Violation, "ticket_id = :id ORDER BY since, id", ticket_id),
        ratings=_rows(connection, Rating, "ticket_id = :id ORDER BY at, id", ticket_id),
        tasks=_rows(connection, Task, "ticket_id = :id ORDER BY created_at, id", ticket_id),
    )


def read_setting_changes(connection: sqlite3.Connection) -> tuple[Event, ...]:
    """Return the newest changes of settings, the newest first: their events are on no ticket."""
    condition = f"ticket_id = :id ORDER BY recorded_at DESC, ver DESC, position DESC LIMIT {_MOST_CHANGES}"
    return tuple(
        event for event in _rows(connection, Event, condition, "") if isinstance(event.fact, SettingChanged)
    )


def _one(connection: sqlite3.Connection, kind: type[T], entity_id: str) -> T | None:
    return next(iter(_rows(connection, kind, "id = :id", entity_id)), None) if entity_id else None


def _rows(connection: sqlite3.Connection, kind: type[T], condition: str, entity_id: str) -> tuple[T, ...]:
    mapped = mapping(kind)
    question = f"SELECT {mapped.selection()} FROM {mapped.table} WHERE {condition}"  # noqa: S608 - our own words
    return tuple(mapped.entities(connection.execute(question, {"id": entity_id})))
