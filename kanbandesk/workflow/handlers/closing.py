"""What a closing asks of people: to look it through, to judge a phantom, now and then to call (R11d, R11f)."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.records import NoticeKind, Task, TaskKind
from kanbandesk.workflow.rosters import lead_for
from kanbandesk.workflow.statuses import ClosingReason
from kanbandesk.workflow.tickets import Ticket

if TYPE_CHECKING:  # keeping a ticket asks for them
    from kanbandesk.workflow.handlers.work import Work

_OF_CLOSING: Final = frozenset({TaskKind.REVIEW, TaskKind.PHANTOM, TaskKind.CALL_BACK})
_NO_CALL: Final = frozenset({ClosingReason.DUPLICATE, ClosingReason.SPAM, ClosingReason.PHANTOM})


def ask_of_closing(work: Work) -> None:
    """A ticket was closed: ask the lead and first line for what follows; nothing of a sub-task or a merged ticket."""
    ticket = work.ticket
    if ticket.parent_id or ticket.merged_into:
        return
    if ticket.closed_at != work.ctx.now:
        _take_up(work)
        return
    leads = lead_for(ticket, work.house)
    lead = leads[0] if len(leads) == 1 else ""
    if ticket.message_count:
        _ask(work, TaskKind.REVIEW, agent_id=lead, line_id=ticket.line_id)
    if ticket.closing_reason == ClosingReason.PHANTOM:
        _ask(work, TaskKind.PHANTOM, agent_id=lead, line_id=ticket.line_id)
        tell(work, NoticeKind.PHANTOM, leads)
    if _is_drawn(work, ticket):
        first = work.house.first_line
        opens_at = work.ctx.now + work.house.process.call_back_after
        _ask(work, TaskKind.CALL_BACK, line_id="" if first is None else first.id, opens_at=opens_at)


def _take_up(work: Work) -> None:
    """An undo has closed the ticket again as it was: what its closing asked for is asked for again."""
    ticket = work.ticket
    for task in work.tx.scan(Task, ticket_id=ticket.id):
        is_done = {
            TaskKind.REVIEW: ticket.is_reviewed,
            TaskKind.PHANTOM: bool(ticket.phantom_verdict),
            TaskKind.CALL_BACK: bool(task.answer),
        }
        if task.created_at == ticket.closed_at and not is_done.get(task.kind, True):
            work.tx.put(replace(task, done_at=None, done_by=""))


def settle_closing(work: Work, *kinds: TaskKind) -> None:
    """What a closing asked for is done, or asked for no more since the ticket is open again."""
    for task in work.tx.scan(Task, ticket_id=work.ticket.id):
        if task.done_at is None and task.kind in (kinds or _OF_CLOSING):
            work.tx.put(replace(task, done_at=work.ctx.now, done_by=work.actor.id))


def _ask(
    work: Work, kind: TaskKind, *, agent_id: str = "", line_id: str = "", opens_at: int | None = None
) -> None:
    now = work.ctx.now
    task = Task(
        id=work.ctx.derived_id(f"{kind.value}:{work.ticket.id}"),
        kind=kind,
        ticket_id=work.ticket.id,
        board_id=work.ticket.board_id,
        agent_id=agent_id,
        line_id=line_id,
        created_at=now,
        opens_at=now if opens_at is None else opens_at,
    )
    work.tx.put(task)


def _is_drawn(work: Work, ticket: Ticket) -> bool:
    """Tell whether the requester is to be called back: a share of the closings, drawn by the mutation's own bits."""
    if not ticket.requester_id or ticket.closing_reason in _NO_CALL:
        return False
    drawn = uuid.UUID(work.ctx.derived_id(f"call_back:{ticket.id}")).int % 100
    return drawn < work.house.process.call_back_percent
