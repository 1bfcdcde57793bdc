"""What follows from a change of a ticket whoever made it: what its clocks had reached, and who is told.

It is done each time that a ticket is kept, so that no handler can forget it, and doing it twice changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kanbandesk.workflow.commands import DeclineSubtask
from kanbandesk.workflow.handlers.breaches import (
    end_watch,
    follow_breach,
    keep_breach,
    keep_missed_term,
    stay_broken,
)
from kanbandesk.workflow.handlers.closing import ask_of_closing, settle_closing
from kanbandesk.workflow.handlers.noting import note
from kanbandesk.workflow.handlers.postponing import ask_for_call, tell_of_postponement
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.statuses import ClosingReason, StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.violations import may_have_changed

if TYPE_CHECKING:  # which calls it
    from kanbandesk.workflow.handlers.work import Work

_DONE_WITH: Final = frozenset({StatusKind.SOLVED, StatusKind.CLOSED})
_HEARD_OF: Final = frozenset({StatusKind.WAITING_CLIENT, StatusKind.SOLVED})
"""Into which a ticket comes by words to the requester."""


def keep_what_follows(work: Work, before: Ticket) -> None:
    """Keep violations and breaches up to now, then what the change itself brings (R12, R13)."""
    if before.parent_id and before.owner_id != work.ticket.owner_id:
        parent = work.beside(before.parent_id)
        if parent is not None:
            parent.save()  # who had the sub-task is charged with the term (R13)
    if may_have_changed(before, work.ticket, work.ctx.now):
        work.ticket = note(work.tx, work.ctx, before, work.ticket, work.clockwork)
    keep_breach(work, before)
    keep_missed_term(work, before)
    if before.status_id != work.ticket.status_id:
        _cross(work, work.workflow.status(before.status_id).kind)
    if before.reopened_count < work.ticket.reopened_count:
        _reopen(work)
    else:
        stay_broken(work, before)
    if before.sla != work.ticket.sla:
        follow_breach(work)
    tell_of_postponement(work, before)
    _tell_of(work, before)


def _cross(work: Work, left: StatusKind) -> None:
    """The ticket came out of a status of the kind `left`."""
    if left is StatusKind.WAITING_CLIENT:  # the ladder is done with (R10)
        work.change(ladder_step=0)
        if work.ticket.prepared_answer == work.house.process.reminder:
            work.change(prepared_answer="")
    if work.kind in _HEARD_OF:
        ask_for_call(work)
    if work.kind is StatusKind.CLOSED:
        work.change(alarm_at=None, prepared_answer="")  # R7c: nothing is left to be done about
        end_watch(work)
        ask_of_closing(work)
    if work.ticket.subtask_id:
        _part(work, left)


def _part(work: Work, left: StatusKind) -> None:
    """Solved or closed, a ticket needs its sub-task no more; gone on by hand, the developers are told (R9)."""
    subtask = work.beside(work.ticket.subtask_id)
    if subtask is None or subtask.kind is StatusKind.CLOSED:
        return
    if work.kind in _DONE_WITH:
        subtask.enter(StatusKind.CLOSED, cause=DeclineSubtask.name)
        subtask.change(closing_reason=ClosingReason.WITHDRAWN.value, closed_at=work.ctx.now)
    elif left is not StatusKind.IN_DEVELOPMENT:
        return
    tell(subtask, NoticeKind.WATCHED, (subtask.ticket.owner_id,), text=work.status.name)
    subtask.save()


def _reopen(work: Work) -> None:
    """The promise starts anew (R7b), and what was closed can be reviewed anew (R11f)."""
    work.change(breached_at=None, is_reviewed=False)
    settle_closing(work)
    if work.ticket.parent_id:
        work.change(sla=None)  # a sub-task has none


def _tell_of(work: Work, before: Ticket) -> None:
    """Tell the owner, the one before him, and the watchers what has happened."""
    after = work.ticket
    if after.owner_id == work.actor.id != before.owner_id and not before.offered_line_id:
        tell(work, NoticeKind.TAKEN_OVER, (before.owner_id,))  # S3
    if after.woken_at is not None and before.woken_at is None:
        tell(work, NoticeKind.WOKEN, (after.owner_id,))
    is_rejected = after.rejected_count > before.rejected_count
    if is_rejected:
        tell(work, NoticeKind.REJECTED, (after.owner_id,), text=work.said)
    elif after.reopened_count > before.reopened_count:
        tell(work, NoticeKind.REOPENED, (after.owner_id,), text=work.said)
    elif after.client_wrote_at != before.client_wrote_at:
        tell(work, NoticeKind.CLIENT_REPLIED, (after.owner_id,), text=work.said)
    if before.status_id != after.status_id or before.message_count < after.message_count:
        watchers = (each for each in after.watcher_ids if each != after.owner_id)
        tell(work, NoticeKind.WATCHED, watchers, text=work.said)
