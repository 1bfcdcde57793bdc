"""What the demo's files say that people do, and the command that it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kanbandesk.exchange.demo.cast import Cast
from kanbandesk.exchange.demo.texts import duration, made_id
from kanbandesk.workflow.commands import (
    AcceptSolution,
    AddNote,
    AnswerClient,
    AnswerQuestion,
    AskClient,
    AssignTicket,
    BlockTicket,
    ClaimTicket,
    CloseTicket,
    Command,
    EditTicket,
    HandToDevelopment,
    LinkTickets,
    LogCall,
    MergeTickets,
    MoveTicket,
    Place,
    PostponeTicket,
    ProposeSolution,
    ReceiveReply,
    RejectSolution,
    StartTicket,
    TransferTicket,
    WaitForVendor,
    WakeTicket,
    WatchTicket,
)
from kanbandesk.workflow.statuses import HOUR, ClosingReason
from kanbandesk.workflow.tickets import Channel

SUBTASK: Final = " sub-task"
"""What the key of a ticket's sub-task has behind the ticket's own (R9)."""
_BACK: Final = {Channel.FORM: Channel.MAIL}  # a form is filled in once; what follows is mail


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a ticket's story."""

    key: str  # of the ticket
    number: int
    at: int  # UTC ms
    channel: Channel  # by which the ticket came
    words: str
    details: Mapping[str, Any]

    @property
    def files(self) -> Mapping[str, str]:
        """The attachments' texts by name."""
        files: Mapping[str, str] = self.details.get("files", {})
        return files

    def id(self, what: str) -> str:
        """Return the id of `what` this line makes."""
        return made_id(self.at, f"{self.key} {self.number} {what}")

    @property
    def attachment_ids(self) -> tuple[str, ...]:
        """The ids of the line's attachments."""
        return tuple(self.id(f"file {name}") for name in self.files)


@dataclass(frozen=True, slots=True)
class Script:
    """What a line may speak of: the present, the people, the tickets' ids."""

    now: int
    cast: Cast
    tickets: Mapping[str, str]

    def moment(self, text: str) -> int:
        """Return the moment "2d" from now, or "-8d" ago; what people agree upon is a full hour."""
        at = self.now + duration(text)
        return at - at % HOUR


def _claims(script: Script, line: Line) -> Command:
    previous = line.details.get("from")
    return ClaimTicket(
        ticket_id=script.tickets[line.key], from_owner_id=script.cast.agents[previous].id if previous else ""
    )


def _replies(script: Script, line: Line) -> Command:
    return ReceiveReply(
        ticket_id=script.tickets[line.key],
        message_id=line.id("message"),
        text=line.words,
        channel=_BACK.get(line.channel, line.channel),
        attachment_ids=line.attachment_ids,
    )


def _answers(script: Script, line: Line) -> Command:
    return AnswerClient(
        ticket_id=script.tickets[line.key],
        message_id=line.id("message"),
        text=line.words,
        channel=Channel.CHAT if line.channel is Channel.CHAT else Channel.MAIL,
        attachment_ids=line.attachment_ids,
    )


def _notes(script: Script, line: Line) -> Command:
    mentioned = tuple(script.cast.agents[key].id for key in line.details.get("mentions", ()))
    return AddNote(
        ticket_id=script.tickets[line.key],
        message_id=line.id("message"),
        text=line.words,
        attachment_ids=line.attachment_ids,
        mentioned_ids=mentioned,
    )


def _rings(script: Script, line: Line) -> Command:
    return LogCall(
        ticket_id=script.tickets[line.key],
        message_id=line.id("message"),
        text=line.words,
        has_reached=line.details["reached"],
    )


def _asks(script: Script, line: Line) -> Command:
    return AskClient(
        ticket_id=script.tickets[line.key],
        message_id=line.id("message"),
        question=line.words,
        attachment_ids=line.attachment_ids,
    )


def _waits_for_vendor(script: Script, line: Line) -> Command:
    return WaitForVendor(
        ticket_id=script.tickets[line.key],
        vendor=line.words,
        vendor_reference=line.details["reference"],
        expected_at=script.moment(line.details["expected"]),
    )


def _postpones(script: Script, line: Line) -> Command:
    wake_in = duration(line.words)
    return PostponeTicket(
        ticket_id=script.tickets[line.key],
        wake_at=script.moment(line.words) if wake_in > 0 else script.now + wake_in,
        is_client_told=line.details["told"],
    )


def _hands_over(script: Script, line: Line) -> Command:
    return HandToDevelopment(
        ticket_id=script.tickets[line.key],
        tracker_key=line.details["key"],
        due_at=script.moment(line.details["due"]),
        description=line.words,
        options=line.details.get("options", ""),
        message_id=line.id("message"),
        subtask_id=script.tickets.get(f"{line.key}{SUBTASK}", ""),
    )


def _checks(script: Script, line: Line) -> Command:
    return AnswerQuestion(
        ticket_id=script.tickets[line.key],
        question_id=line.details["question"],
        answer=line.words,
        has_cured=line.details.get("cured"),
    )


def _passes_on(script: Script, line: Line) -> Command:
    return TransferTicket(
        ticket_id=script.tickets[line.key], line_id=line.words, reason=line.details["reason"]
    )


def _solves(script: Script, line: Line) -> Command:
    return ProposeSolution(
        ticket_id=script.tickets[line.key],
        message_id=line.id("message"),
        problem=line.details["problem"],
        done=line.words,
    )


def _rejects(script: Script, line: Line) -> Command:
    return RejectSolution(ticket_id=script.tickets[line.key], message_id=line.id("message"), text=line.words)


def _links(script: Script, line: Line) -> Command:
    return LinkTickets(
        ticket_id=script.tickets[line.key], link_id=line.id("link"), target_id=script.tickets[line.words]
    )


VERBS: Final[Mapping[str, Callable[[Script, Line], Command]]] = {
    "claims": _claims,
    "assigns": lambda script, line: AssignTicket(
        ticket_id=script.tickets[line.key], agent_id=script.cast.agents[line.words].id
    ),
    "starts": lambda script, line: StartTicket(ticket_id=script.tickets[line.key], urgency_case=line.words),
    "writes": _replies,
    "answers": _answers,
    "notes": _notes,
    "rings": _rings,
    "asks": _asks,
    "waits for vendor": _waits_for_vendor,
    "postpones": _postpones,
    "wakes": lambda script, line: WakeTicket(ticket_id=script.tickets[line.key]),
    "hands over": _hands_over,
    "checks": _checks,
    "passes on to": _passes_on,
    "solves": _solves,
    "accepts": lambda script, line: AcceptSolution(ticket_id=script.tickets[line.key], reason=line.words),
    "rejects": _rejects,
    "closes": lambda script, line: CloseTicket(
        ticket_id=script.tickets[line.key], closing_reason=ClosingReason(line.words)
    ),
    "withdraws": lambda script, line: CloseTicket(
        ticket_id=script.tickets[line.key], closing_reason=ClosingReason.WITHDRAWN
    ),
    "moves to line": lambda script, line: EditTicket(ticket_id=script.tickets[line.key], line_id=line.words),
    "blocks": lambda script, line: BlockTicket(ticket_id=script.tickets[line.key], reason=line.words),
    "lays above": lambda script, line: MoveTicket(
        ticket_id=script.tickets[line.key], place=Place(before=script.tickets[line.words])
    ),
    "watches": lambda script, line: WatchTicket(ticket_id=script.tickets[line.key]),
    "links": _links,
    "merges": lambda script, line: MergeTickets(
        ticket_id=script.tickets[line.key], target_id=script.tickets[line.words]
    ),
}
"""Verb of the files → the command that a line with it is."""
