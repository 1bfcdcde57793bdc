"""Handing a ticket to the developers (R9)."""

from __future__ import annotations

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import HandToDevelopment
from kanbandesk.workflow.errors import Demanded, Invalid
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.messages import say
from kanbandesk.workflow.handlers.moments import check_moment
from kanbandesk.workflow.handlers.transitions import is_renewal, move_or_renew
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.statuses import Demand, StatusKind
from kanbandesk.workflow.tickets import MessageKind
from kanbandesk.workflow.transaction import Context, Transaction


def hand_to_development(tx: Transaction, ctx: Context, cmd: HandToDevelopment) -> None:
    """Hand to the developers; the term runs from the first hand-over, and who sent it stays (R9)."""
    check_moment(cmd.due_at, "due_at")
    work = Work.on(tx, ctx, cmd.ticket_id)
    old = work.ticket
    if is_renewal(work, cmd):
        check_new_date(work, cmd.due_at, cmd.reason)
    has_moved = move_or_renew(
        work,
        cmd,
        tracker_key=texts.optional_line(cmd.tracker_key, "tracker_key"),
        due_at=cmd.due_at,
        handed_at=work.at if old.handed_at is None else old.handed_at,
        was_in_development=True,
        sent_to_development_by=old.sent_to_development_by or ctx.actor.id,
    )
    if cmd.due_at <= ctx.at:
        raise Invalid(codes.IN_PAST, field="due_at")
    if not has_moved:
        work.ticket = work.clockwork.redate(work.ticket, StatusKind.IN_DEVELOPMENT, work.at)
    if cmd.description.strip():
        say(work, MessageKind.NOTE, cmd.message_id, texts.text(cmd.description, "description"))
    work.save()


def check_new_date(work: Work, due_at: int, reason: str) -> None:
    """Raise Demanded("reason") when the developers' date is changed without one (R9)."""
    if work.ticket.due_at not in (None, due_at) and not reason.strip():
        raise Demanded(codes.DEMANDED, demand=Demand.REASON.value)
