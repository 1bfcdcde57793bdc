"""What a home holds, for other programs: CSV with one ticket a line, or JSON with the whole story.

The CSV file can be imported again (`--format csv`); text that a spreadsheet might take for a formula is quoted.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, TextIO, TypeVar

from kanbandesk.exchange.cells import guarded
from kanbandesk.models.boardfile import read_settings
from kanbandesk.models.rows import mapping
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.codec import encode
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.records import Rating, Task, Violation
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket

T = TypeVar("T")
COLUMNS = (
    "key", "number", "title", "status", "changed", "created", "closed", "closing reason", "owner", "requester", "mail",
    "client", "line", "priority", "category", "tags", "channel", "due", "answered", "client wrote", "blocked",
    "reopened",
)  # fmt: skip
FORMAT_VERSION = 1
_BY_NUMBER = "number IS NULL, number, id"
_STORY: tuple[tuple[str, type[Any], str], ...] = (
    ("messages", Message, "ticket_id = :id ORDER BY recorded_at, ver, id"),
    ("attachments", Attachment, "ticket_id = :id ORDER BY added_at, id"),
    ("events", Event, "ticket_id = :id ORDER BY recorded_at, ver, position"),
    ("links", Link, "source_id = :id ORDER BY id"),
    ("violations", Violation, "ticket_id = :id ORDER BY since, id"),
    ("tasks", Task, "ticket_id = :id ORDER BY created_at, id"),
    ("ratings", Rating, "ticket_id = :id ORDER BY at, id"),
)
VIOLATION_COLUMNS = (
    "ticket",
    "kind",
    "status",
    "SLA class",
    "line",
    "degree",
    "from",
    "to",
    "moments",
    "charged",
)
_NUMBERS = "SELECT id, coalesce(number, '') FROM ticket"


def write_csv(connection: sqlite3.Connection, now: int, out: TextIO) -> int:
    """Write all tickets, one a line, statuses by their ids and moments in UTC; return how many."""
    settings = read_settings(connection, now)
    agents = {agent.id: agent.name for agent in settings.agents}
    lines = {line.id: line.name for line in settings.lines}
    clients = {client.id: client.name for client in settings.clients}
    contacts = {contact.id: contact for contact in _all(connection, Contact, "id")}
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    count = 0
    for ticket in _all(connection, Ticket, _BY_NUMBER):
        contact = contacts.get(ticket.requester_id)
        cells = (
            *(ticket.source_key or ticket.id, ticket.number, ticket.title, ticket.status_id),
            *(_moment(ticket.status_since), _moment(ticket.created_at), _moment(ticket.closed_at)),
            *(ticket.closing_reason, agents.get(ticket.owner_id, "")),
            *((contact.name, contact.mail) if contact else ("", "")),
            *(clients.get(ticket.client_id, ""), lines.get(ticket.line_id, ""), ticket.priority.value),
            *(ticket.category, ", ".join(ticket.tags), ticket.channel.value, _moment(ticket.due_at)),
            *(_moment(ticket.answered_at), _moment(ticket.client_wrote_at), ticket.blocked_reason),
            ticket.reopened_count,
        )
        writer.writerow([guarded(cell) for cell in cells])
        count += 1
    return count


def write_violations(connection: sqlite3.Connection, now: int, out: TextIO) -> int:
    """Write all violations, one a line, as they were reached (R13), moments in UTC; return how many.

    `moments` and `charged` have one value a degree, with semicolons between; nobody is an empty one.
    """
    settings = read_settings(connection, now)
    agents = {agent.id: agent.name for agent in settings.agents}
    lines = {line.id: line.name for line in settings.lines}
    numbers = dict(connection.execute(_NUMBERS))
    writer = csv.writer(out)
    writer.writerow(VIOLATION_COLUMNS)
    count = 0
    for one in _all(connection, Violation, "since, id"):
        cells = (
            *(numbers.get(one.ticket_id, ""), one.kind.value, one.status_id, one.sla_class),
            *(lines.get(one.line_id, one.line_id), one.degree, _moment(one.since), _moment(one.until)),
            "; ".join(map(_moment, one.moments)),
            "; ".join(agents.get(agent_id, agent_id) for agent_id in one.agent_ids),
        )
        writer.writerow([guarded(cell) for cell in cells])
        count += 1
    return count


def write_json(connection: sqlite3.Connection, now: int, out: TextIO) -> int:
    """Write everything: settings, people and each ticket with messages, events and links; return how many tickets."""
    settings = read_settings(connection, now)
    head = {
        "kanbandesk": FORMAT_VERSION,
        "exported_at": _moment(now),
        "workflow": encode(settings.workflow),
        "process": encode(settings.process),
        **{
            name: encode(getattr(settings, name))
            for name in ("boards", "lines", "agents", "clients", "calendars")
        },
        "contacts": [encode(contact) for contact in _all(connection, Contact, "id")],
    }
    out.write(json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "tickets": [')
    count = 0
    for ticket in _all(connection, Ticket, _BY_NUMBER):
        out.write(",\n  " if count else "\n  ")
        json.dump(_story(connection, ticket), out, ensure_ascii=False)
        count += 1
    out.write("\n ]\n}\n")
    return count


def _story(connection: sqlite3.Connection, ticket: Ticket) -> dict[str, Any]:
    story: dict[str, Any] = {"ticket": encode(ticket)}
    for name, kind, condition in _STORY:
        mapped = mapping(kind)
        question = f"SELECT {mapped.selection()} FROM {mapped.table} WHERE {condition}"  # noqa: S608 - our own words
        story[name] = [
            encode(one) for one in mapped.entities(connection.execute(question, {"id": ticket.id}))
        ]
    return story


def _all(connection: sqlite3.Connection, kind: type[T], order: str) -> Iterator[T]:
    mapped = mapping(kind)
    for row in connection.execute(f"SELECT {mapped.selection()} FROM {mapped.table} ORDER BY {order}"):  # noqa: S608
        yield mapped.entity(row)


def _moment(at: int | None) -> str:
    return "" if at is None else datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
