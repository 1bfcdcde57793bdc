"""The conversation: answers, notes, calls, replies, files."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.commands.base import OnTicket, command
from kanbandesk.workflow.tickets import Channel


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
