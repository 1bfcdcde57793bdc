"""Handing a ticket to the developers, with a sub-task on their board (R9)."""

from __future__ import annotations

from kanbandesk.workflow import codes
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.commands import HandToDevelopment
from kanbandesk.workflow.errors import Demanded, Invalid
from kanbandesk.workflow.events import SubtaskMade
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.intake import open_ticket
from kanbandesk.workflow.handlers.links import tie
from kanbandesk.workflow.handlers.messages import say
from kanbandesk.workflow.handlers.moments import check_moment
from kanbandesk.workflow.handlers.offers import tell_the_line
from kanbandesk.workflow.handlers.subtasks import open_subtask, share_date
from kanbandesk.workflow.handlers.transitions import is_renewal, move_or_renew
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.statuses import Demand, StatusKind
from kanbandesk.workflow.tickets import Link, LinkKind, MessageKind, Ticket
from kanbandesk.workflow.transaction import Context, Transaction


def hand_to_development(tx: Transaction, ctx: Context, cmd: HandToDevelopment) -> None:
    """Hand to the developers; the term runs from the first hand-over, and who sent it stays (R9).

    With an id for it, a sub-task comes to New on the development board, unless one is under way already.
    """
    check_moment(cmd.due_at, "due_at")
    work = Work.on(tx, ctx, cmd.ticket_id)
    old = work.ticket
    if is_renewal(work, cmd):
        check_new_date(work, cmd.due_at, cmd.reason)
    makes_one = _makes_subtask(work, cmd)
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
    brief = "\n\n".join(filter(None, (cmd.description.strip(), cmd.options.strip())))
    if brief:
        say(work, MessageKind.NOTE, cmd.message_id, texts.text(brief, "description"))
    if makes_one:
        _make_subtask(work, cmd, brief)
    else:
        share_date(work, cmd.reason)
    work.save()


def check_new_date(work: Work, due_at: int, reason: str) -> None:
    """Raise Demanded("reason") when the developers' date is changed without one (R9)."""
    if work.ticket.due_at not in (None, due_at) and not reason.strip():
        raise Demanded(codes.DEMANDED, demand=Demand.REASON.value)


def _makes_subtask(work: Work, cmd: HandToDevelopment) -> bool:
    """Tell whether a sub-task is to be made; Demanded without a description or options for it (R9)."""
    board_id = work.house.process.development_board
    if not cmd.subtask_id or work.ticket.parent_id or not board_id or work.tx.find(Board, board_id) is None:
        return False
    if open_subtask(work) is not None:
        return False
    for name, value in (("description", cmd.description), ("options", cmd.options)):
        if not value.strip():
            raise Demanded(codes.DEMANDED, demand=name)
    return True


def _make_subtask(work: Work, cmd: HandToDevelopment, brief: str) -> None:
    """Make the sub-task: on the developers' board and line, under their own norms, with the same date."""
    tx, ctx, ticket, process = work.tx, work.ctx, work.ticket, work.house.process
    if tx.find(Ticket, cmd.subtask_id) is not None:
        raise Invalid(codes.EXISTS, kind="Ticket", id=cmd.subtask_id)
    subtask = open_ticket(
        tx,
        ctx,
        cmd.subtask_id,
        ticket.title,
        board_id=process.development_board,
        line_id=tx.get(Line, process.development_line).id if process.development_line else "",
        parent_id=ticket.id,
        client_id=ticket.client_id,
        priority=ticket.priority,
        urgency_case=ticket.urgency_case,
        sla_class=ticket.sla_class,
        category=ticket.category,
        tracker_key=ticket.tracker_key,
        due_at=ticket.due_at,
    )
    subtask.change(sla=None)  # the promise is the ticket's
    say(subtask, MessageKind.NOTE, ctx.derived_id("brief"), brief)
    work.change(subtask_id=cmd.subtask_id)
    link = Link(
        id=ctx.derived_id("subtask"), source_id=ticket.id, target_id=cmd.subtask_id, kind=LinkKind.SUBTASK
    )
    tie(link, work, subtask)
    work.tell(SubtaskMade(subtask_id=cmd.subtask_id))
    tell_the_line(subtask)
    subtask.save()
