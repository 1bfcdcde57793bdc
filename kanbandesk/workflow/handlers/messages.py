"""What is said on a ticket, and what saying it does to the clocks (C7, C8)."""

from __future__ import annotations

from typing import TypeVar

from kanbandesk.workflow import codes
from kanbandesk.workflow.errors import Invalid, NotFound
from kanbandesk.workflow.events import MessageAdded
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.work import Work, name_of
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Attachment, Channel, Message, MessageKind
from kanbandesk.workflow.transaction import Transaction

MOST_FILES = 50  # on one message


Said = TypeVar("Said", Message, Attachment)


def check_new_id(tx: Transaction, kind: type[Said], entity_id: str, field: str) -> None:
    """Raise Invalid when the id that a command brings for what it creates is empty or used already."""
    if not entity_id:
        raise Invalid(codes.EMPTY, field=field)
    if tx.find(kind, entity_id) is not None:
        raise Invalid(codes.EXISTS, kind=kind.__name__, id=entity_id)


def say(
    work: Work,
    kind: MessageKind,
    message_id: str,
    body: str,
    *,
    channel: Channel = Channel.DESK,
    author_id: str | None = None,
    attachment_ids: tuple[str, ...] = (),
) -> None:
    """Add a message to the ticket: the actor's unless an author is named."""
    check_new_id(work.tx, Message, message_id, "message_id")
    _check_files(work, attachment_ids)
    author = work.actor.id if author_id is None else author_id
    work.tx.put(
        Message(
            id=message_id,
            ticket_id=work.ticket.id,
            kind=kind,
            body=body,
            author_id=author,
            author_name=name_of(work.tx, author),
            channel=channel,
            at=work.ctx.at,
            recorded_at=work.ctx.now,
            attachment_ids=attachment_ids,
        )
    )
    work.said = body
    work.change(message_count=work.ticket.message_count + 1)
    work.tell(MessageAdded(message_id=message_id, kind=kind.value))


def _check_files(work: Work, attachment_ids: tuple[str, ...]) -> None:
    if len(attachment_ids) > MOST_FILES:
        raise Invalid(codes.TOO_MANY, field="attachment_ids", limit=MOST_FILES)
    for attachment_id in attachment_ids:
        if work.tx.get(Attachment, attachment_id).ticket_id != work.ticket.id:
            raise NotFound(codes.NOT_FOUND, kind="Attachment", id=attachment_id)


def count_answer(work: Work) -> None:
    """Count a public answer: at the server's commit (C7) it satisfies In progress and Waiting for client (C6)."""
    work.touch()
    work.change(answered_at=work.ctx.now, ladder_step=0, prepared_answer="")  # R10: silence counts from it
    clockwork, kind = work.clockwork, work.kind
    if kind is StatusKind.IN_PROGRESS:
        work.ticket = clockwork.restart(work.ticket, kind, work.ctx.now)
    else:
        work.ticket = clockwork.forget(work.ticket, StatusKind.IN_PROGRESS)
    if kind is StatusKind.WAITING_CLIENT:
        work.ticket = clockwork.restart(work.ticket, kind, work.ctx.now)


def take_over_to_answer(work: Work, cause: str) -> None:
    """S3: who answers in another's place becomes the owner; a new ticket is thereby claimed."""
    if not may(work.actor, Action.ANSWER, work.ticket):
        return
    work.take_over()
    if work.kind is StatusKind.NEW and work.ticket.owner_id:
        work.enter(StatusKind.ASSIGNED, cause=cause)


def hear(
    work: Work,
    message_id: str,
    body: str,
    *,
    contact_id: str = "",
    channel: Channel = Channel.DESK,
    attachment_ids: tuple[str, ...] = (),
) -> None:
    """Add what the client said (C8)."""
    author_id = contact_id or work.ticket.requester_id
    say(
        work,
        MessageKind.CLIENT,
        message_id,
        texts.text(body, "text"),
        channel=channel,
        author_id=author_id,
        attachment_ids=attachment_ids,
    )
    work.change(client_wrote_at=work.at, ladder_step=0)
