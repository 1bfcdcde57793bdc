"""Sub-tasks on the development board: done, declined, or no longer wanted (R9)."""

from __future__ import annotations

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import DeclineSubtask, FinishSubtask, NoteTracker
from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.events import FieldsEdited, SubtaskEnded, TrackerTold
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.messages import say
from kanbandesk.workflow.handlers.moments import check_moment
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.handlers.transitions import check_move, should_take_over
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.statuses import ClosingReason, StatusKind
from kanbandesk.workflow.tickets import MessageKind, Ticket
from kanbandesk.workflow.transaction import Context, Transaction


def finish_subtask(tx: Transaction, ctx: Context, cmd: FinishSubtask) -> None:
    """The developers are done: the sub-task closes, the ticket comes back with what they wrote as a draft."""
    _end(tx, ctx, cmd, texts.text(cmd.done, "done") if cmd.done.strip() else "", is_done=True)


def decline_subtask(tx: Transaction, ctx: Context, cmd: DeclineSubtask) -> None:
    """The developers will not do it, and say why: the sub-task closes, the ticket comes back."""
    _end(tx, ctx, cmd, texts.optional_text(cmd.reason, "reason"), is_done=False)


def _end(
    tx: Transaction, ctx: Context, cmd: FinishSubtask | DeclineSubtask, words: str, *, is_done: bool
) -> None:
    work = Work.on(tx, ctx, cmd.ticket_id)
    if not work.ticket.parent_id:
        raise NotAllowed(codes.NOT_IN_WORKFLOW, before=work.ticket.status_id, after=work.ticket.status_id)
    work.check_open()
    move = check_move(work, cmd)
    if should_take_over(work, cmd, move):
        work.take_over()
    say(work, MessageKind.NOTE, cmd.message_id or ctx.derived_id("words"), words)
    _close(work, cmd.name, reason="" if is_done else words, is_done=is_done)
    if is_done:
        work.change(done=words)
    fact = SubtaskEnded(subtask_id=work.ticket.id, is_done=is_done, text=words)
    work.tell(fact)
    work.save()
    parent = tx.find(Ticket, work.ticket.parent_id)
    if parent is not None:
        _give_back(Work(tx, ctx, parent), cmd.name, fact)


def _close(work: Work, cause: str, *, reason: str, is_done: bool) -> None:
    closing = ClosingReason.SOLVED if is_done else ClosingReason.WITHDRAWN
    work.enter(StatusKind.CLOSED, cause=cause, reason=" ".join(reason.split())[: texts.WORDS])
    work.change(closing_reason=closing.value, closed_at=work.ctx.now)


def _give_back(parent: Work, cause: str, fact: SubtaskEnded) -> None:
    """Bring the ticket back to its owner, with the developers' words as a draft of his answer (R9, S2)."""
    if parent.kind is StatusKind.CLOSED:
        return
    if parent.kind is StatusKind.IN_DEVELOPMENT:
        parent.enter(StatusKind.IN_PROGRESS, cause=cause)
    if fact.is_done:
        parent.change(prepared_answer=fact.text)
    parent.tell(fact)
    kind = NoticeKind.DEVELOPED if fact.is_done else NoticeKind.DECLINED
    tell(parent, kind, (parent.ticket.owner_id,), text=fact.text)
    parent.save()


def open_subtask(work: Work) -> Work | None:
    """Return the work on the ticket's sub-task that is under way, None when there is none."""
    subtask = work.tx.find(Ticket, work.ticket.subtask_id) if work.ticket.subtask_id else None
    if subtask is None or work.workflow.status(subtask.status_id).kind is StatusKind.CLOSED:
        return None
    return Work(work.tx, work.ctx, subtask)


def share_date(work: Work, reason: str) -> None:
    """Give the date and the key of a ticket, or of a sub-task, to the other of the two (R9)."""
    other = _twin(work)
    date, key = work.ticket.due_at, work.ticket.tracker_key
    if other is None or (other.ticket.due_at, other.ticket.tracker_key) == (date, key):
        return
    other.change(due_at=date, tracker_key=key)
    if other.kind is StatusKind.IN_DEVELOPMENT:
        other.ticket = other.clockwork.redate(other.ticket, StatusKind.IN_DEVELOPMENT, other.at)
    other.tell(FieldsEdited(reason=texts.optional_line(reason, "reason")))
    tell(other, NoticeKind.WATCHED, (other.ticket.owner_id,), text=reason)
    other.save()


def _twin(work: Work) -> Work | None:
    if not work.ticket.parent_id:
        return open_subtask(work)
    parent = work.tx.find(Ticket, work.ticket.parent_id)
    if parent is None or parent.subtask_id != work.ticket.id:
        return None
    return Work(work.tx, work.ctx, parent)


def note_tracker(tx: Transaction, ctx: Context, cmd: NoteTracker) -> None:
    """The developers' tracker tells of the key (a system command): its state, and its date as a new one."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.WAKE)
    state = texts.optional_line(cmd.state, "state")
    if cmd.due_at is not None:
        check_moment(cmd.due_at, "due_at")
    has_new_date = cmd.due_at is not None and cmd.due_at != work.ticket.due_at
    if work.kind is StatusKind.CLOSED or (state == work.ticket.tracker_state and not has_new_date):
        return
    work.change(tracker_state=state)
    work.tell(TrackerTold(state=state, due_at=cmd.due_at))
    if has_new_date:
        work.change(due_at=cmd.due_at)
        if work.kind is StatusKind.IN_DEVELOPMENT:
            work.ticket = work.clockwork.redate(work.ticket, StatusKind.IN_DEVELOPMENT, work.at)
        share_date(work, state)
    subtask = open_subtask(work)
    if subtask is not None:
        subtask.change(tracker_state=state)
        subtask.save()
    work.save()
