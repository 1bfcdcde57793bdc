"""What follows from a change of a ticket whoever made it: what its clocks had reached, and who is told.

It is done each time that a ticket is kept, so that no handler can forget it, and doing it twice changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kanbandesk.workflow.handlers.breaches import end_watch, follow_breach, keep_breach, keep_missed_term
from kanbandesk.workflow.handlers.noting import note
from kanbandesk.workflow.handlers.postponing import ask_for_call, tell_of_postponement
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.violations import may_have_changed

if TYPE_CHECKING:  # which calls it
    from kanbandesk.workflow.handlers.work import Work

_HEARD_OF: Final = frozenset({StatusKind.WAITING_CLIENT, StatusKind.SOLVED})
"""Into which a ticket comes by words to the requester."""


def keep_what_follows(work: Work, before: Ticket) -> None:
    """Keep violations and breaches up to now, then what the change itself brings (R12, R13)."""
    if may_have_changed(before, work.ticket, work.ctx.now):
        work.ticket = note(work.tx, work.ctx, before, work.ticket, work.clockwork)
    keep_breach(work, before)
    keep_missed_term(work, before)
    if before.sla != work.ticket.sla:
        follow_breach(work)
    if before.status_id != work.ticket.status_id:
        _cross(work, before)
    tell_of_postponement(work, before)
    if before.reopened_count < work.ticket.reopened_count:
        work.change(breached_at=None)  # R7b: the promise starts anew
    _tell_of(work, before)


def _cross(work: Work, before: Ticket) -> None:
    if work.kind in _HEARD_OF:
        ask_for_call(work)
    if work.kind is StatusKind.CLOSED:
        work.change(alarm_at=None, prepared_answer="")  # R7c: nothing is left to be done about
        end_watch(work)
    if work.workflow.status(before.status_id).kind is StatusKind.WAITING_CLIENT:
        is_reminder = (
            before.prepared_answer == work.ticket.prepared_answer
        )  # nothing new was prepared instead
        work.change(ladder_step=0, **({"prepared_answer": ""} if is_reminder else {}))


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
