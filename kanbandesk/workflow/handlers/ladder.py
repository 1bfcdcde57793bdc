"""The ladder of a client who stays silent: each step is logged and can be cancelled (R10)."""

from __future__ import annotations

from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.commands import ClimbLadder, RemindClient, StopLadder
from kanbandesk.workflow.events import LadderClimbed, LadderStopped
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.messages import say
from kanbandesk.workflow.handlers.postponing import channel_to
from kanbandesk.workflow.handlers.work import Work, check_has_client
from kanbandesk.workflow.ladder import REMINDER
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import MessageKind
from kanbandesk.workflow.transaction import Context, Transaction


def climb_ladder(tx: Transaction, ctx: Context, cmd: ClimbLadder) -> None:
    """The client stays silent (a system command): prepare the reminder, or send it where that is wished; offer ways."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.WAKE)
    is_next = cmd.step == work.ticket.ladder_step + 1
    if work.kind is StatusKind.WAITING_CLIENT and is_next and not work.ticket.is_ladder_off:
        is_sent = cmd.step == REMINDER and _remind(work)
        work.change(ladder_step=cmd.step)
        work.tell(LadderClimbed(step=cmd.step, due=cmd.due, is_sent=is_sent))
    work.save()


def stop_ladder(tx: Transaction, ctx: Context, cmd: StopLadder) -> None:
    """Somebody wants no reminders for this ticket, or again; a prepared one is put away."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.EDIT)
    if work.ticket.is_ladder_off == cmd.is_off:
        return
    work.change(is_ladder_off=cmd.is_off)
    if cmd.is_off and work.ticket.prepared_answer == work.house.process.reminder:
        work.change(prepared_answer="")
    work.tell(LadderStopped(is_off=cmd.is_off))
    work.save()


def remind_client(tx: Transaction, ctx: Context, cmd: RemindClient) -> None:
    """Send the client a reminder: no answer, and it makes no card younger (C6, C7)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.ANSWER)
    check_has_client(work)
    work.check_open()
    say(work, MessageKind.NOTICE, cmd.message_id, texts.text(cmd.text, "text"), channel=cmd.channel)
    if work.kind is StatusKind.WAITING_CLIENT:
        work.change(prepared_answer="")
    work.save()


def _remind(work: Work) -> bool:
    """Prepare the reminder in the workspace's words, or send it; tell whether it was sent."""
    process, text = work.house.process, work.house.process.reminder
    requester = work.tx.find(Contact, work.ticket.requester_id) if work.ticket.requester_id else None
    channel = None if requester is None else channel_to(requester)
    if not process.sends_reminders or channel is None:
        work.change(prepared_answer=text)
        return False
    say(work, MessageKind.NOTICE, work.ctx.derived_id("reminder"), text, channel=channel, author_id="")
    return True
