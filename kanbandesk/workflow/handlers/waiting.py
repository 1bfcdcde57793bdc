"""Waiting: for the client (R10), for a vendor, and until a moment (R10b)."""

from __future__ import annotations

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import AskClient, PostponeTicket, WaitForVendor, WakeTicket
from kanbandesk.workflow.errors import Invalid, NotAllowed
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.messages import count_answer, say
from kanbandesk.workflow.handlers.moments import check_moment
from kanbandesk.workflow.handlers.offers import offer_when_absent
from kanbandesk.workflow.handlers.transitions import move_or_renew
from kanbandesk.workflow.handlers.work import Work, check_has_client
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import MessageKind
from kanbandesk.workflow.transaction import Context, Transaction


def ask_client(tx: Transaction, ctx: Context, cmd: AskClient) -> None:
    """Put a question to the client and wait; it counts as a public answer (C7). Waiting counts from it (R10)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    check_has_client(work)
    move_or_renew(work, cmd)
    question = texts.text(cmd.question, "question")
    say(work, MessageKind.QUESTION, cmd.message_id, question, attachment_ids=cmd.attachment_ids)
    count_answer(work)
    work.save()


def wait_for_vendor(tx: Transaction, ctx: Context, cmd: WaitForVendor) -> None:
    """Wait for another party; the norm counts the days past the date it named."""
    check_moment(cmd.expected_at, "expected_at")
    work = Work.on(tx, ctx, cmd.ticket_id)
    has_moved = move_or_renew(
        work,
        cmd,
        vendor=texts.optional_line(cmd.vendor, "vendor"),
        vendor_reference=texts.optional_line(cmd.vendor_reference, "vendor_reference"),
        expected_at=cmd.expected_at,
    )
    if not has_moved:
        work.ticket = work.clockwork.redate(work.ticket, StatusKind.WAITING_VENDOR, work.at)
    work.save()


def postpone_ticket(tx: Transaction, ctx: Context, cmd: PostponeTicket) -> None:
    """Put the ticket aside until a moment; its promise stands still only if the client was told (R7b).

    Its norm counts from the moment on, whether or not somebody is there to wake it (R10b).
    """
    check_moment(cmd.wake_at, "wake_at")
    work = Work.on(tx, ctx, cmd.ticket_id)
    has_moved = move_or_renew(
        work,
        cmd,
        wake_at=cmd.wake_at,
        is_client_told=cmd.is_client_told,
        postponed_count=work.ticket.postponed_count + 1,
    )
    if cmd.wake_at <= ctx.at:
        raise Invalid(codes.IN_PAST, field="wake_at")
    if not has_moved:
        work.ticket = work.clockwork.restart(work.ticket, StatusKind.POSTPONED, work.at)
        work.follow_promise()
    work.save()


def wake_ticket(tx: Transaction, ctx: Context, cmd: WakeTicket) -> None:
    """The moment has come (a system move): In progress, woken and untouched from now on (R10b, C5, C6).

    An absent owner's ticket is offered to its line.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.WAKE)
    if work.kind is not StatusKind.POSTPONED:
        target = work.workflow.of_kind(StatusKind.IN_PROGRESS)
        raise NotAllowed(codes.NOT_IN_WORKFLOW, before=work.ticket.status_id, after=target.id)
    if work.ticket.wake_at is not None and ctx.now < work.ticket.wake_at:
        raise NotAllowed(codes.TOO_EARLY, at=work.ticket.wake_at)
    work.enter(
        StatusKind.IN_PROGRESS,
        cause=cmd.name,
        reason=texts.optional_line(cmd.reason, "reason"),
        place=cmd.place,
        due=cmd.due,
    )
    work.change(woken_at=ctx.now)
    work.ticket = work.clockwork.restart(work.ticket, StatusKind.POSTPONED, ctx.now)
    offer_when_absent(work)
    work.save()
