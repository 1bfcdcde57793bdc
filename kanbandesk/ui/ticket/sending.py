"""Sends what was written: the files first, then the words; on screen at once, taken away only when saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.ticket.composer import Written
from kanbandesk.ui.ticket.composer_fields import Kind
from kanbandesk.ui.ticket.mentions import mentioned
from kanbandesk.ui.ticket.tray import GivenFile
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.words import fill, refusal_text, translate
from kanbandesk.workflow.cards import BoardSnapshot, Receipt, TicketDetail
from kanbandesk.workflow.commands import (
    AddAttachment,
    AddNote,
    AnswerClient,
    AskClient,
    Command,
    LogCall,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.tickets import Message, MessageKind, Ticket

_KINDS = {
    Kind.ANSWER: MessageKind.ANSWER,
    Kind.NOTE: MessageKind.NOTE,
    Kind.CALL: MessageKind.CALL,
    Kind.PARENT: MessageKind.NOTE,
}


class Sending(QObject):
    """One message on its way at a time.

    `began` carries the message to show until it is read from the desk; `saved` the words that may go now; `refused`
    why they may not.
    """

    began = Signal(object)  # Message
    saved = Signal(object, object)  # Written, Message
    refused = Signal(object, str)  # Message, reason

    def __init__(
        self, bridge: Bridge, snapshot: Callable[[], BoardSnapshot], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._snapshot = bridge, snapshot

    def send(self, detail: TicketDetail, written: Written) -> None:
        """Send what was written on a ticket."""
        ticket, registered = detail.ticket, {attachment.id for attachment in detail.attachments}
        for file in written.files:  # one that a crash has kept from its words is on the ticket already
            file.is_registered = file.is_registered or file.attachment_id in registered
        message = message_of(ticket, written, self._snapshot().me, self._bridge.now())
        self.began.emit(message)
        waiting = [file for file in written.files if not file.is_registered]
        self._next(ticket, written, message, waiting)

    def _next(self, ticket: Ticket, written: Written, message: Message, waiting: list[GivenFile]) -> None:
        """Register the next file, or hand over the words once all files are there: a refusal stops the rest."""
        if not waiting:
            command = self._command_of(ticket, written, message)
            self._submit(command, message, lambda: self.saved.emit(written, message))
            return
        file = waiting[0]

        def registered() -> None:
            file.is_registered = True
            self._next(ticket, written, message, waiting[1:])

        self._submit(attachment_of(ticket, file), message, registered)

    def _command_of(self, ticket: Ticket, written: Written, message: Message) -> Command:
        """Return the command that says the words; a note tells those whom it mentions, and the ticket's owner."""
        snapshot = self._snapshot()
        people = mentioned(written.text, snapshot.agents)
        if written.kind is Kind.PARENT:
            parent = next((card for card in snapshot.cards if card.id == ticket.parent_id), None)
            owner = (parent.owner_id,) if parent is not None and parent.owner_id else ()
            people = tuple(dict.fromkeys((*owner, *people)))
        others = tuple(one for one in people if one != snapshot.me.id)
        return command_of(written, message, others, onto=ticket.parent_id)

    def _submit(self, command: Command, message: Message, go_on: Callable[[], object]) -> None:
        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                go_on()
            else:
                reason = refusal_text(receipt.code, receipt.params, self._snapshot())
                self.refused.emit(message, reason)

        def failed(error: BaseException) -> None:
            words = translate(
                "Sending", "It could not be saved: {error}. Your words are kept here; try again."
            )
            self.refused.emit(message, fill(words, error=str(getattr(error, "reason", error))))

        self._bridge.submit(command, while_alive(self, done), while_alive(self, failed))


def message_of(ticket: Ticket, written: Written, me: Agent, now: int) -> Message:
    """Return the message that the words will be, to show before it is saved."""
    kind = MessageKind.QUESTION if written.asks else _KINDS[written.kind]
    return Message(
        id=new_id(),
        ticket_id=ticket.id,
        kind=kind,
        body=written.text,
        author_id=me.id,
        author_name=me.name,
        at=now,
        recorded_at=now,
        attachment_ids=tuple(file.attachment_id for file in written.files),
    )


def command_of(
    written: Written, message: Message, mentioned_ids: tuple[str, ...] = (), *, onto: str = ""
) -> Command:
    """Return the command that says the words; `onto` is the ticket to which a sub-task belongs."""
    files = message.attachment_ids
    if written.asks:
        return AskClient(
            ticket_id=message.ticket_id, message_id=message.id, question=written.text, attachment_ids=files
        )
    if written.kind is Kind.NOTE:
        return AddNote(
            ticket_id=message.ticket_id,
            message_id=message.id,
            text=written.text,
            attachment_ids=files,
            mentioned_ids=mentioned_ids,
        )
    if written.kind is Kind.PARENT:
        return AddNote(ticket_id=onto, message_id=message.id, text=written.text, mentioned_ids=mentioned_ids)
    if written.kind is Kind.CALL:
        return LogCall(
            ticket_id=message.ticket_id,
            message_id=message.id,
            text=written.text,
            has_reached=written.has_reached,
        )
    return AnswerClient(
        ticket_id=message.ticket_id, message_id=message.id, text=written.text, attachment_ids=files
    )


def attachment_of(ticket: Ticket, file: GivenFile) -> AddAttachment:
    """Return the command that puts a kept file on the ticket."""
    return AddAttachment(
        ticket_id=ticket.id,
        attachment_id=file.attachment_id,
        file_name=file.name,
        size=file.size,
        media_type=file.media_type,
        sha256=file.sha256,
    )
