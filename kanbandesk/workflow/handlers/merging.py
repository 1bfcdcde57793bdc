"""Merging one ticket into another (R11e)."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import MergeTickets
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.events import TicketMerged
from kanbandesk.workflow.handlers.classes import set_class
from kanbandesk.workflow.handlers.conversation import await_answer, is_ended_by_reply
from kanbandesk.workflow.handlers.promises import reclassified, strictness
from kanbandesk.workflow.handlers.solution import close
from kanbandesk.workflow.handlers.work import Work, check_has_client
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.statuses import ClosingReason, StatusKind
from kanbandesk.workflow.tickets import Attachment, Message, Ticket
from kanbandesk.workflow.transaction import Context, Transaction


def merge_tickets(tx: Transaction, ctx: Context, cmd: MergeTickets) -> None:
    """Merge this ticket into another: it is Closed "duplicate" (R11e).

    The target takes the messages and files, the earlier creation and the stricter class; a message that nobody has
    answered wakes it.
    """
    if cmd.target_id == cmd.ticket_id:
        raise Invalid(codes.SAME_TICKET)
    source, target = Work.on(tx, ctx, cmd.ticket_id), Work.on(tx, ctx, cmd.target_id)
    for work in (source, target):
        work.check(Action.MERGE)
        work.check_open()
    if not source.ticket.parent_id:
        check_has_client(target)  # a conversation does not end on a sub-task
    awaits = _awaits_answer(source.ticket)
    _take_conversation(source, target)
    _take_moments(source.ticket, target)
    _take_class(source.ticket, target)
    if awaits and is_ended_by_reply(target.kind):
        target.enter(StatusKind.IN_PROGRESS, cause=cmd.name)
    if awaits:
        await_answer(target)
    close(source, ClosingReason.DUPLICATE, cmd)
    source.change(merged_into=target.ticket.id)
    source.tell(TicketMerged(into_id=target.ticket.id))
    target.tell(TicketMerged(from_id=source.ticket.id))
    source.save()
    target.save()


def _awaits_answer(ticket: Ticket) -> bool:
    wrote, answered = ticket.client_wrote_at, ticket.answered_at
    return wrote is not None and (answered is None or answered < wrote)


def _take_conversation(source: Work, target: Work) -> None:
    tx, target_id = target.tx, target.ticket.id
    for message in tx.scan(Message, ticket_id=source.ticket.id):
        tx.put(replace(message, ticket_id=target_id))
    for attachment in tx.scan(Attachment, ticket_id=source.ticket.id):
        tx.put(replace(attachment, ticket_id=target_id))
    watchers = dict.fromkeys((*target.ticket.watcher_ids, *source.ticket.watcher_ids))
    target.change(
        message_count=target.ticket.message_count + source.ticket.message_count,
        attachment_count=target.ticket.attachment_count + source.ticket.attachment_count,
        watcher_ids=tuple(watchers),
    )
    source.change(message_count=0, attachment_count=0)


def _take_moments(source: Ticket, target: Work) -> None:
    """The target is as old as the older of the two, and so is its promise."""
    target.change(
        created_at=min(source.created_at, target.ticket.created_at),
        answered_at=_later(source.answered_at, target.ticket.answered_at),
        client_wrote_at=_later(source.client_wrote_at, target.ticket.client_wrote_at),
    )
    sla = target.ticket.sla
    if sla is not None and source.sla is not None and source.sla.started_at < sla.started_at:
        breached_at = target.ticket.breached_at or source.breached_at  # explained once (R12)
        target.change(sla=replace(sla, started_at=source.sla.started_at), breached_at=breached_at)
        target.change(sla=reclassified(target.workflow, target.ticket, target.house.first_hours))


def _take_class(source: Ticket, target: Work) -> None:
    if source.sla_class and _strictness(target, source) > _strictness(target, target.ticket):
        target.change(urgency_case=source.urgency_case)
        set_class(target, source.sla_class)


def _strictness(work: Work, ticket: Ticket) -> int:
    return strictness(work.workflow, ticket.sla_class)


def _later(one: int | None, other: int | None) -> int | None:
    return max((moment for moment in (one, other) if moment is not None), default=None)
