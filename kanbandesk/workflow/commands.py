"""Commands: a frozen dataclass for each thing that a person, a timer or a mail can want.

A command carries intent and the ids of what it creates, never a result. `name` and `version` travel with it; a
command whose signature changes gets a new name. `is_reversible` tells whether its doer may undo it: what the client
has been told cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.statuses import ClosingReason, Priority, Workflow
from kanbandesk.workflow.tickets import Attachment, Channel, Link, LinkKind, Message, Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that somebody wants."""

    name: ClassVar[str] = ""
    version: ClassVar[int] = 1
    is_reversible: ClassVar[bool] = True


REGISTRY: dict[str, type[Command]] = {}
C = TypeVar("C", bound=Command)


def command(name: str, *, is_reversible: bool = True) -> Callable[[type[C]], type[C]]:
    """Register a command class under the `name` that travels on the wire and lies in the outbox."""

    def register(cls: type[C]) -> type[C]:
        if name in REGISTRY:
            raise ValueError(f"the command {name!r} is registered twice")
        cls.name = name
        cls.is_reversible = is_reversible
        REGISTRY[name] = cls
        return cls

    return register


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in its column a card goes: behind `after` and before `before` (ticket ids; empty = the column's edge)."""

    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTicket(Command):
    """A command about one ticket."""

    ticket_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(OnTicket):
    """A command that changes the status; `reason` lets a lead make a move that the workflow does not have (S2)."""

    place: Place | None = None
    reason: str = ""


# --- the life of a ticket -------------------------------------------------------------------------------------------


@command("create_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTicket(OnTicket):
    """Open a ticket; the text, when there is one, is the requester's first message."""

    title: str
    text: str = ""
    message_id: str = ""
    requester_id: str = ""
    client_id: str = ""
    channel: Channel = Channel.DESK
    line_id: str = ""
    priority: Priority = Priority.NORMAL
    tags: tuple[str, ...] = ()
    category: str = ""
    board_id: str = "support"


@command("claim_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTicket(Transition):
    """Take a new ticket, or take it over from `from_owner_id`.

    Refused with the winner's name when it is somebody else's by then (R1a): a late claim never takes anything away.
    """

    from_owner_id: str = ""


@command("assign_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class AssignTicket(Transition):
    """Give the ticket to an agent, by hand."""

    agent_id: str


@command("release_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTicket(Transition):
    """Give an assigned ticket back: New again, without an owner."""


@command("start_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class StartTicket(Transition):
    """Begin to work: In progress. From New it claims first. Demands urgency case and SLA class once."""

    urgency_case: str = ""
    sla_class: str = ""


@command("resume_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeTicket(Transition):
    """Back to In progress by hand, out of waiting, postponement, development, or a withdrawn proposal."""

    urgency_case: str = ""
    sla_class: str = ""


@command("ask_client", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class AskClient(Transition):
    """Put a question to the client (a public answer, C7) and wait for the reply."""

    message_id: str
    question: str
    attachment_ids: tuple[str, ...] = ()


@command("wait_for_vendor")
@dataclass(frozen=True, slots=True, kw_only=True)
class WaitForVendor(Transition):
    """Wait for another party's answer, with its reference and the date it is expected."""

    vendor: str
    vendor_reference: str
    expected_at: int


@command("postpone_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeTicket(Transition):
    """Put it aside until a moment."""

    wake_at: int
    is_client_told: bool = False


@command("wake_ticket", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class WakeTicket(Transition):
    """The moment has come: back to In progress (a system move)."""


@command("hand_to_development")
@dataclass(frozen=True, slots=True, kw_only=True)
class HandToDevelopment(Transition):
    """Hand to the developers under a tracker key, due at a moment."""

    tracker_key: str
    due_at: int
    description: str = ""
    message_id: str = ""  # of the note that keeps the description


@command("propose_solution", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeSolution(Transition):
    """Solved: the problem in the client's words, and what was done; both go to the requester (R11a)."""

    message_id: str
    problem: str
    done: str


@command("accept_solution", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptSolution(Transition):
    """The requester agrees: Closed, solved."""


@command("reject_solution", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class RejectSolution(Transition):
    """The requester says "not solved": In progress again."""

    text: str = ""
    message_id: str = ""


@command("reopen_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenTicket(Transition):
    """Out of Closed, back to In progress (R11b)."""

    urgency_case: str = ""
    sla_class: str = ""


@command("close_ticket", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class CloseTicket(Transition):
    """Close with a reason (S1); only "solved" needs the two texts."""

    closing_reason: ClosingReason


# --- the conversation -----------------------------------------------------------------------------------------------


@command("answer_client", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerClient(OnTicket):
    """A public answer (C7)."""

    message_id: str
    text: str
    channel: Channel = Channel.DESK
    attachment_ids: tuple[str, ...] = ()


@command("add_note", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(OnTicket):
    """An internal note: never makes a card younger (C6)."""

    message_id: str
    text: str
    attachment_ids: tuple[str, ...] = ()
    mentioned_ids: tuple[str, ...] = ()


@command("log_call", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class LogCall(OnTicket):
    """A call with the requester; one that reached him is a public answer (C7)."""

    message_id: str
    text: str
    has_reached: bool = True


@command("receive_reply", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveReply(OnTicket):
    """The client wrote or called, by any channel (C8): ends waiting and postponement (R10)."""

    message_id: str
    text: str
    contact_id: str = ""
    channel: Channel = Channel.MAIL
    attachment_ids: tuple[str, ...] = ()


@command("add_attachment")
@dataclass(frozen=True, slots=True, kw_only=True)
class AddAttachment(OnTicket):
    """Register a file whose content is already kept under its SHA-256."""

    attachment_id: str
    file_name: str
    size: int
    media_type: str
    sha256: str


# --- the card -------------------------------------------------------------------------------------------------------


@command("move_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTicket(OnTicket):
    """Another place within the same column; no clock is touched."""

    place: Place


@command("edit_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class EditTicket(OnTicket):
    """Change fields; None leaves a field as it is. Lowering priority or class needs a lead's reason (R6)."""

    title: str | None = None
    priority: Priority | None = None
    category: str | None = None
    line_id: str | None = None
    requester_id: str | None = None
    client_id: str | None = None
    urgency_case: str | None = None
    sla_class: str | None = None
    wake_at: int | None = None
    expected_at: int | None = None
    due_at: int | None = None
    tracker_key: str | None = None
    fields: tuple[tuple[str, str], ...] | None = None
    reason: str = ""


@command("change_tags")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTags(OnTicket):
    """Add and remove tags; two people's changes merge."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@command("block_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class BlockTicket(OnTicket):
    """Mark as blocked, with a reason; stops no clock (S4)."""

    reason: str


@command("unblock_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnblockTicket(OnTicket):
    """Take the block off."""


@command("link_tickets")
@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTickets(OnTicket):
    """Tie this ticket to another."""

    link_id: str
    target_id: str
    kind: LinkKind = LinkKind.RELATED


@command("unlink_tickets")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkTickets(OnTicket):
    """Undo a tie."""

    link_id: str


@command("merge_tickets", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class MergeTickets(OnTicket):
    """Merge this ticket into `target_id`; this one is closed as a duplicate (R11e)."""

    target_id: str


@command("watch_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTicket(OnTicket):
    """Be told of what happens to the ticket, or no longer."""

    is_watching: bool = True


@command("undo_change", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class UndoChange(Command):
    """Take back one's own mutation `uid`, as far as nobody has changed the same fields since.

    Redo is an UndoChange of the undo.
    """

    uid: str


# --- bulk, people and settings --------------------------------------------------------------------------------------


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
