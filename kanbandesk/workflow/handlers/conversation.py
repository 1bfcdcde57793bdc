"""The conversation: answers, notes, calls, replies, files."""

from __future__ import annotations

import re
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.ageing import PROBLEM
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.commands import AddAttachment, AddNote, AnswerClient, LogCall, ReceiveReply
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.events import AttachmentAdded
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.intake import open_follow_up
from kanbandesk.workflow.handlers.links import tie
from kanbandesk.workflow.handlers.messages import (
    check_new_id,
    count_answer,
    hear,
    say,
    take_over_to_answer,
)
from kanbandesk.workflow.handlers.moments import MOST
from kanbandesk.workflow.handlers.offers import offer_when_absent, tell_of_absence
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.handlers.work import Work, check_has_client
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Attachment, Link, LinkKind, MessageKind
from kanbandesk.workflow.transaction import Context, Transaction

MOST_MENTIONED: Final = 50
"""People in one note."""
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_ENDED_BY_REPLY: Final = frozenset(
    {StatusKind.WAITING_CLIENT, StatusKind.POSTPONED, StatusKind.SOLVED, StatusKind.CLOSED}
)
_HELD_BY_OTHERS: Final = frozenset({StatusKind.WAITING_VENDOR, StatusKind.IN_DEVELOPMENT})


def answer_client(tx: Transaction, ctx: Context, cmd: AnswerClient) -> None:
    """Answer the requester in public (C7); another agent of the line takes over by it (S3)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.ANSWER)
    check_has_client(work)
    work.check_open()
    take_over_to_answer(work, cmd.name)
    body = texts.text(cmd.text, "text")
    say(
        work,
        MessageKind.ANSWER,
        cmd.message_id,
        body,
        channel=cmd.channel,
        attachment_ids=cmd.attachment_ids,
    )
    count_answer(work)
    work.save()


def add_note(tx: Transaction, ctx: Context, cmd: AddNote) -> None:
    """Keep an internal note; it makes no card younger, but a woken ticket is untouched no more (C6).

    Whom it mentions is told, as far as they may see the ticket.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.NOTE)
    body = texts.text(cmd.text, "text")
    if len(cmd.mentioned_ids) > MOST_MENTIONED:
        raise Invalid(codes.TOO_MANY, field="mentioned_ids", limit=MOST_MENTIONED)
    for agent_id in cmd.mentioned_ids:
        tx.get(Agent, agent_id)
    say(work, MessageKind.NOTE, cmd.message_id, body, attachment_ids=cmd.attachment_ids)
    tell(work, NoticeKind.MENTIONED, cmd.mentioned_ids, text=body)
    work.touch()
    work.save()


def log_call(tx: Transaction, ctx: Context, cmd: LogCall) -> None:
    """Keep what was said in a call; one that reached the requester is a public answer (C7)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.CALL)
    check_has_client(work)
    counts = cmd.has_reached and work.kind is not StatusKind.CLOSED
    if counts:
        take_over_to_answer(work, cmd.name)
    say(work, MessageKind.CALL, cmd.message_id, texts.text(cmd.text, "text"))
    if counts:
        count_answer(work)
    work.save()


def receive_reply(tx: Transaction, ctx: Context, cmd: ReceiveReply) -> None:
    """The client wrote or called (C8): Waiting, Postponed and Solved end, a closed ticket opens again (R10, R11).

    In development or with a vendor the status stays, but In progress's norm starts. What is too long closed gets a
    new linked ticket (R11b). A merged ticket's mail goes where the ticket went (R11e), a sub-task's to its ticket (R9).
    An absent owner's ticket is offered to its line; who is merely off shift finds it, unless it is a Problem (R3).
    """
    work = _addressed(tx, ctx, cmd.ticket_id)
    work.check(Action.RECORD_REPLY)
    if cmd.contact_id:
        tx.get(Contact, cmd.contact_id)
    if work.kind is StatusKind.CLOSED and _is_too_late(work):
        work = _follow_up(tx, ctx, work, cmd)
    elif is_ended_by_reply(work.kind):
        if work.kind is StatusKind.SOLVED:
            # He has answered: a solution proposed again has its days anew (R11a).
            work.change(proposed_at=None)
        work.enter(StatusKind.IN_PROGRESS, cause=cmd.name)
    hear(
        work,
        cmd.message_id,
        cmd.text,
        contact_id=cmd.contact_id,
        channel=cmd.channel,
        attachment_ids=cmd.attachment_ids,
    )
    await_answer(work)
    if work.kind is StatusKind.IN_PROGRESS:
        offer_when_absent(work, is_urgent=work.ticket.sla_class == PROBLEM)
    elif work.kind in _HELD_BY_OTHERS:
        tell_of_absence(work)
    work.save()


def is_ended_by_reply(kind: StatusKind) -> bool:
    """Tell whether a client's message brings a ticket in such a status to In progress (R10, R11a, R11b)."""
    return kind in _ENDED_BY_REPLY


def await_answer(work: Work) -> None:
    """A client's message lies with a ticket that others hold: In progress's norm runs in its status (R10)."""
    if work.kind in _HELD_BY_OTHERS:
        work.ticket = work.clockwork.resume(work.ticket, StatusKind.IN_PROGRESS, work.at)


def _addressed(tx: Transaction, ctx: Context, ticket_id: str) -> Work:
    """Return the work on the ticket, or on the one that it was merged into or belongs to, at the end of the chain."""
    work = Work.on(tx, ctx, ticket_id)
    seen = {ticket_id}
    while (next_id := work.ticket.merged_into or work.ticket.parent_id) and next_id not in seen:
        seen.add(next_id)
        work = Work.on(tx, ctx, next_id)
    return work


def _is_too_late(work: Work) -> bool:
    closed_at = work.ticket.status_since if work.ticket.closed_at is None else work.ticket.closed_at
    return work.ctx.now > closed_at + work.workflow.reopen_within


def _follow_up(tx: Transaction, ctx: Context, closed: Work, cmd: ReceiveReply) -> Work:
    """Return the work on a new ticket, tied to the closed one (R11b)."""
    work = open_follow_up(tx, ctx, closed.ticket, cmd.channel)
    link = Link(
        id=ctx.derived_id("link"),
        source_id=work.ticket.id,
        target_id=closed.ticket.id,
        kind=LinkKind.RELATED,
    )
    tie(link, work, closed)
    closed.save()
    return work


def add_attachment(tx: Transaction, ctx: Context, cmd: AddAttachment) -> None:
    """Register a file whose content is kept already."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.ATTACH)
    check_new_id(tx, Attachment, cmd.attachment_id, "attachment_id")
    if not 0 <= cmd.size <= MOST:
        raise Invalid(codes.MALFORMED, field="size")
    if not _SHA256.fullmatch(cmd.sha256):
        raise Invalid(codes.MALFORMED, field="sha256")
    attachment = Attachment(
        id=cmd.attachment_id,
        ticket_id=work.ticket.id,
        name=texts.line(cmd.file_name, "file_name"),
        size=cmd.size,
        media_type=texts.optional_line(cmd.media_type, "media_type"),
        sha256=cmd.sha256,
        added_at=work.ctx.at,
        added_by=ctx.actor.id,
    )
    tx.put(attachment)
    work.change(attachment_count=work.ticket.attachment_count + 1)
    work.tell(
        AttachmentAdded(
            attachment_id=attachment.id,
            file_name=attachment.name,
            size=attachment.size,
            media_type=attachment.media_type,
            sha256=attachment.sha256,
        )
    )
    work.save()
