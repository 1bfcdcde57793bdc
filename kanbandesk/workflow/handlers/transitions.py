"""Moves from status to status by hand: what all of them check and do (S2, S3)."""

from __future__ import annotations

from typing import Any, Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import (
    AskClient,
    ClaimTicket,
    CloseTicket,
    DeclineSubtask,
    FinishSubtask,
    HandToDevelopment,
    PostponeTicket,
    ProposeSolution,
    ReleaseTicket,
    ReopenTicket,
    ResumeTicket,
    StartTicket,
    Transition,
    WaitForVendor,
)
from kanbandesk.workflow.errors import Demanded, NotAllowed
from kanbandesk.workflow.events import FieldsEdited
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.classes import classify
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.moves import ONCE, Move, action_for, plan_move
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.statuses import Demand, StatusKind
from kanbandesk.workflow.transaction import Context, Transaction

TARGETS: Final[dict[type[Transition], StatusKind]] = {
    ReleaseTicket: StatusKind.NEW,
    ClaimTicket: StatusKind.ASSIGNED,
    StartTicket: StatusKind.IN_PROGRESS,
    ResumeTicket: StatusKind.IN_PROGRESS,
    ReopenTicket: StatusKind.IN_PROGRESS,
    AskClient: StatusKind.WAITING_CLIENT,
    WaitForVendor: StatusKind.WAITING_VENDOR,
    PostponeTicket: StatusKind.POSTPONED,
    HandToDevelopment: StatusKind.IN_DEVELOPMENT,
    ProposeSolution: StatusKind.SOLVED,
    CloseTicket: StatusKind.CLOSED,
    FinishSubtask: StatusKind.SOLVED,
    DeclineSubtask: StatusKind.CLOSED,
}


def check_move(work: Work, cmd: Transition) -> Move:
    """Return the plan of the move, or raise what stops it: a right, the workflow, or a missing demand (S2, S3)."""
    target = work.workflow.of_kind(TARGETS[type(cmd)])
    move = plan_move(work.workflow, work.ticket, target.id, work.actor)
    if move.refusal is not None:
        raise move.refusal
    if move.command is not type(cmd):
        raise NotAllowed(codes.NOT_IN_WORKFLOW, before=work.ticket.status_id, after=target.id)
    check_demands(move.demands, cmd)
    return move


def check_demands(demands: tuple[Demand, ...], cmd: Transition) -> None:
    """Raise Demanded for the first thing that is asked and not brought; case or class will do (R6)."""
    for demand in demands:
        names = ONCE if demand in ONCE else (demand,)
        if not any(_brings(cmd, name) for name in names):
            raise Demanded(codes.DEMANDED, demand=demand.value)


def _brings(cmd: Transition, name: Demand) -> bool:
    value = getattr(cmd, name.value, None)
    return bool(texts.optional_text(value, name.value) if isinstance(value, str) else value)


def cross(work: Work, cmd: Transition, move: Move) -> None:
    """Make the move: take over where S3 has it, and enter the status."""
    if should_take_over(work, cmd, move):
        work.take_over()
    reason = texts.optional_line(cmd.reason, "reason")
    work.enter(TARGETS[type(cmd)], cause=cmd.name, reason=reason, place=cmd.place, due=cmd.due)


def should_take_over(work: Work, cmd: Transition, move: Move) -> bool:
    """Tell whether the actor becomes the owner; a lead's reason leaves a ticket with the one it has (S2, S3)."""
    overrules = bool(cmd.reason.strip()) and may(work.actor, Action.OVERRULE, work.ticket)
    return move.takes_over and not (overrules and work.ticket.owner_id)


def is_renewal(work: Work, cmd: Transition) -> bool:
    """Tell whether the ticket is where the command would bring it: new terms, not a move."""
    return work.kind is TARGETS[type(cmd)]


def move_or_renew(work: Work, cmd: Transition, **terms: Any) -> bool:
    """Make the move with its `terms` (fields of the ticket), or give a ticket that is there already new terms.

    Return whether it was a move. A renewal demands all that the status demands, and takes over like a move (S3).
    """
    if not is_renewal(work, cmd):
        move = check_move(work, cmd)
        work.change(**terms)
        cross(work, cmd, move)
        return True
    work.check(action_for(work.kind))
    check_demands(work.status.demands, cmd)
    work.take_over()
    work.touch()
    work.change(**terms)
    work.tell(FieldsEdited(reason=texts.optional_line(cmd.reason, "reason")))
    return False


# --- into In progress ------------------------------------------------------------------------------------------------


def start_ticket(tx: Transaction, ctx: Context, cmd: StartTicket) -> None:
    """Begin to work (S2). From New it claims first and then starts, which its history shows as two moves."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    move = check_move(work, cmd)
    classify(work, cmd.urgency_case, cmd.sla_class)
    if work.kind is StatusKind.NEW:
        if should_take_over(work, cmd, move):
            work.take_over()
        work.enter(StatusKind.ASSIGNED, cause=cmd.name, reason=texts.optional_line(cmd.reason, "reason"))
        move = replace(move, takes_over=False)
    cross(work, cmd, move)
    work.save()


def resume_ticket(tx: Transaction, ctx: Context, cmd: ResumeTicket) -> None:
    """Back to In progress by hand (S2)."""
    _work_on(tx, ctx, cmd)


def reopen_ticket(tx: Transaction, ctx: Context, cmd: ReopenTicket) -> None:
    """Out of Closed, back to In progress and its owner (S2, R11b)."""
    _work_on(tx, ctx, cmd)


def _work_on(tx: Transaction, ctx: Context, cmd: ResumeTicket | ReopenTicket) -> None:
    work = Work.on(tx, ctx, cmd.ticket_id)
    move = check_move(work, cmd)
    classify(work, cmd.urgency_case, cmd.sla_class)
    cross(work, cmd, move)
    work.save()
