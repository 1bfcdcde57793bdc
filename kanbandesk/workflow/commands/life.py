"""The life of a ticket: from its coming in to its closing."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.commands.base import OnTicket, Transition, command
from kanbandesk.workflow.statuses import ClosingReason, Priority
from kanbandesk.workflow.tickets import Channel


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
    request_type: str = ""
    board_id: str = "support"


@command("take_in", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn(OnTicket):
    """What came in by a channel: a message on the sender's open ticket, or the new ticket `ticket_id` (R3, R4, R21).

    `source_key` is the Message-ID or the form's key: the same comes in once. `token_ticket_id` is the ticket that
    the reply's token names.
    """

    message_id: str
    title: str
    text: str
    channel: Channel
    sender: str = ""  # mail address, phone number (E.164) or chat id
    sender_name: str = ""
    source_key: str = ""
    token_ticket_id: str = ""
    request_type: str = ""
    category: str = ""
    board_id: str = "support"


@command("split_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class SplitTicket(OnTicket):
    """Another matter gets a ticket of its own (R3): copies of these messages go with it, tied to the old one."""

    new_ticket_id: str
    link_id: str
    title: str
    message_ids: tuple[str, ...] = ()


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
    options: str = ""  # what could be done, as support sees it
    message_id: str = ""  # of the note that keeps the description
    subtask_id: str = ""  # of the sub-task on the development board; empty: none is made


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
    """The requester agrees: Closed, solved; liked or not, when he says so (R11a)."""

    rating_id: str = ""
    is_liked: bool | None = None
    comment: str = ""


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
