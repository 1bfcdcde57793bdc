"""Imports, people and settings."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands.base import Command, command
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedTicket:
    """A whole ticket with its story; keyed by `ticket.source_key`, so that importing twice adds nothing twice."""

    ticket: Ticket
    events: tuple[Event, ...] = ()
    messages: tuple[Message, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()


@command("import_tickets", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTickets(Command):
    """Take in up to 200 whole tickets and the people they name; fires no rule (C9)."""

    tickets: tuple[ImportedTicket, ...] = ()
    agents: tuple[Agent, ...] = ()
    clients: tuple[Client, ...] = ()
    contacts: tuple[Contact, ...] = ()
    lines: tuple[Line, ...] = ()


@command("save_agent")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAgent(Command):
    """Create or change an agent."""

    agent: Agent


@command("save_client")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveClient(Command):
    """Create or change a client."""

    client: Client


@command("save_contact")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveContact(Command):
    """Create or change a contact."""

    contact: Contact


@command("save_line")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveLine(Command):
    """Create or change a line."""

    line: Line


@command("save_calendar")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCalendar(Command):
    """Create or change a calendar; elapsed time uses the calendar in force at each moment (C3)."""

    calendar: Calendar


@command("save_workflow")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveWorkflow(Command):
    """Change statuses, norms, SLA classes, urgency cases or custom fields; running clocks keep their limits (C3)."""

    workflow: Workflow


@command("save_process")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveProcess(Command):
    """Change what runs by itself: timers, routing, playbooks, reasons, tags."""

    process: Process


@command("delete_setting")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteSetting(Command):
    """Delete a line, a calendar or a board (`kind` "line", "calendar", "board") that nothing needs any more."""

    kind: str
    setting_id: str


@command("save_board")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveBoard(Command):
    """Change a board's name, columns or WIP limits."""

    board: Board


@command("save_view")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaveView(Command):
    """Create or change a saved view."""

    view: SavedView


@command("delete_view")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteView(Command):
    """Delete a saved view."""

    view_id: str
