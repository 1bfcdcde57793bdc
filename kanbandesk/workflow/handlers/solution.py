"""Solved and closed: proposing, accepting, rejecting, closing (S1, R11a)."""

from __future__ import annotations

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import (
    AcceptSolution,
    CloseTicket,
    Command,
    ProposeSolution,
    RejectSolution,
    Transition,
)
from kanbandesk.workflow.errors import Demanded, NotAllowed
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.messages import count_answer, hear, say
from kanbandesk.workflow.handlers.reviews import rate_closing
from kanbandesk.workflow.handlers.transitions import (
    check_demands,
    check_move,
    move_or_renew,
    should_take_over,
)
from kanbandesk.workflow.handlers.work import Work, check_has_client
from kanbandesk.workflow.moves import agent_closing_reasons, closing_reasons
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.statuses import ClosingReason, Demand, StatusKind
from kanbandesk.workflow.tickets import MessageKind
from kanbandesk.workflow.transaction import Context, Transaction


def propose_solution(tx: Transaction, ctx: Context, cmd: ProposeSolution) -> None:
    """Solved: both texts go to the requester as a public answer (C7, R11a).

    With unchanged texts it is no new proposal: Solved's norm and the closing go on counting from the first one. Once
    the requester has said something to it, both begin anew all the same: he has them to answer.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    check_has_client(work)
    move_or_renew(work, cmd)
    problem, done = texts.text(cmd.problem, "problem"), texts.text(cmd.done, "done")
    is_new = (problem, done) != (work.ticket.problem, work.ticket.done)
    say(work, MessageKind.SOLUTION, cmd.message_id, f"{problem}\n\n{done}")
    count_answer(work)
    if is_new or work.ticket.proposed_at is None:
        work.change(problem=problem, done=done, proposed_at=ctx.now)
        work.ticket = work.clockwork.restart(work.ticket, StatusKind.SOLVED, ctx.now)
    work.save()


def accept_solution(tx: Transaction, ctx: Context, cmd: AcceptSolution) -> None:
    """The requester agrees, or somebody records that he did: Closed, solved (R11a), liked or not (R11c)."""
    work = _judged(tx, ctx, cmd)
    close(work, ClosingReason.SOLVED, cmd, cmd.reason)
    if cmd.is_liked is not None:
        rate_closing(work, cmd.rating_id, cmd.comment, is_liked=cmd.is_liked)
    work.save()


def reject_solution(tx: Transaction, ctx: Context, cmd: RejectSolution) -> None:
    """The requester says "not solved": In progress again; a reject satisfies its norm (R11a, C6)."""
    work = _judged(tx, ctx, cmd)
    reason = texts.optional_line(cmd.reason, "reason")
    work.enter(StatusKind.IN_PROGRESS, cause=cmd.name, reason=reason, place=cmd.place)
    work.change(rejected_count=work.ticket.rejected_count + 1, proposed_at=None)
    if cmd.text.strip():
        hear(work, cmd.message_id, cmd.text)
    work.ticket = work.clockwork.restart(work.ticket, StatusKind.IN_PROGRESS, work.at)
    work.save()


def _judged(tx: Transaction, ctx: Context, cmd: AcceptSolution | RejectSolution) -> Work:
    """Return the work on a ticket whose solution awaits a judgement."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.JUDGE)
    if work.kind is not StatusKind.SOLVED:
        after = StatusKind.CLOSED if isinstance(cmd, AcceptSolution) else StatusKind.IN_PROGRESS
        target = work.workflow.of_kind(after)
        raise NotAllowed(codes.NOT_IN_WORKFLOW, before=work.ticket.status_id, after=target.id)
    return work


def close_ticket(tx: Transaction, ctx: Context, cmd: CloseTicket) -> None:
    """Close with a reason that the actor has (S1); a lead has all of them, the unusual ones with words of his own."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check_open()
    if ctx.actor.kind is Role.REQUESTER:
        _check_withdrawal(work, cmd)
    elif ctx.actor.kind is Role.SYSTEM:
        _check_is_due(work, cmd)
    else:
        move = check_move(work, cmd)
        _check_reason(work, cmd)
        if should_take_over(work, cmd, move):
            work.take_over()
    _check_texts(work, cmd)
    close(work, cmd.closing_reason, cmd, cmd.reason)
    work.save()


def close(work: Work, closing_reason: ClosingReason, cmd: Command, reason: str = "") -> None:
    """Bring the ticket into Closed."""
    place, due = (cmd.place, cmd.due) if isinstance(cmd, Transition) else (None, None)
    reason = texts.optional_line(reason, "reason")
    work.enter(StatusKind.CLOSED, cause=cmd.name, reason=reason, place=place, due=due)
    is_phantom = work.ticket.is_phantom or closing_reason is ClosingReason.PHANTOM  # the flag stays (R11d)
    work.change(closing_reason=closing_reason.value, closed_at=work.ctx.now, is_phantom=is_phantom)


def _check_withdrawal(work: Work, cmd: CloseTicket) -> None:
    """A requester withdraws from any status, and may say of a solution "I did not make this request" (S1, R11a)."""
    work.check(Action.WITHDRAW)
    if cmd.closing_reason not in closing_reasons(work.workflow, work.ticket, work.actor, work.ctx.now):
        raise NotAllowed(codes.CLOSING_REASON, reason=cmd.closing_reason.value)


def _check_is_due(work: Work, cmd: CloseTicket) -> None:
    """The system closes only what was proposed long enough ago; Waiting is never closed by itself (R10, R11a)."""
    if work.kind is not StatusKind.SOLVED or cmd.closing_reason is not ClosingReason.SOLVED:
        target = work.workflow.of_kind(StatusKind.CLOSED)
        raise NotAllowed(codes.NOT_IN_WORKFLOW, before=work.ticket.status_id, after=target.id)
    proposed_at = work.ticket.proposed_at
    if proposed_at is not None and work.ctx.now < proposed_at + work.workflow.auto_close_after:
        raise NotAllowed(codes.TOO_EARLY, at=proposed_at + work.workflow.auto_close_after)


def _check_reason(work: Work, cmd: CloseTicket) -> None:
    """An agent closes as silent, duplicate or spam (S1), and as solved what is Solved (S2)."""
    allowed = agent_closing_reasons(work.workflow, work.ticket, work.ctx.now, work.house.first_hours)
    if cmd.closing_reason in allowed:
        return
    if not may(work.actor, Action.OVERRULE, work.ticket):
        raise NotAllowed(codes.CLOSING_REASON, reason=cmd.closing_reason.value)
    check_demands((Demand.REASON,), cmd)


def _check_texts(work: Work, cmd: CloseTicket) -> None:
    """Only "solved" needs the two texts."""
    if cmd.closing_reason is ClosingReason.SOLVED:
        for demand, words in ((Demand.PROBLEM, work.ticket.problem), (Demand.DONE, work.ticket.done)):
            if not words:
                raise Demanded(codes.DEMANDED, demand=demand.value)
