"""What is asked of people when a client is put off, or cannot be reached in writing (R10b)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.records import NoticeKind, Task, TaskKind
from kanbandesk.workflow.rosters import lead_for
from kanbandesk.workflow.tickets import Channel, Ticket

if TYPE_CHECKING:  # keeping a ticket asks for it
    from kanbandesk.workflow.handlers.work import Work


def tell_of_postponement(work: Work, before: Ticket) -> None:
    """Tell the lead of the third postponement without a public answer (R10b)."""
    if work.ticket.postponed_count <= before.postponed_count:
        return
    limit = work.house.process.postponements
    if work.ticket.postponed_count >= limit and _since_answer(work) + 1 == limit:
        tell(work, NoticeKind.POSTPONED_AGAIN, lead_for(work.ticket, work.house))


def _since_answer(work: Work) -> int:
    """Return how many earlier postponements there were since the last public answer, the undone left out."""
    counted = work.tx.changed(work.ticket.id, "postponed_count", after=work.ticket.answered_at or 0)
    return sum(json.loads(new) - json.loads(old) for old, new in counted)


def ask_for_call(work: Work) -> None:
    """The requester has to hear of something and cannot be written to: a task to call him (R10b), one at a time."""
    ticket = work.ticket
    requester = work.tx.find(Contact, ticket.requester_id) if ticket.requester_id else None
    if requester is None or channel_to(requester) is not None or _has_call(work):
        return
    work.tx.put(
        Task(
            id=work.ctx.derived_id("call"),
            kind=TaskKind.CALL_REQUESTER,
            ticket_id=ticket.id,
            board_id=ticket.board_id,
            agent_id=ticket.owner_id,
            line_id=ticket.line_id,
            created_at=work.ctx.now,
            opens_at=work.ctx.now,
        )
    )


def _has_call(work: Work) -> bool:
    tasks = work.tx.scan(Task, ticket_id=work.ticket.id)
    return any(task.kind is TaskKind.CALL_REQUESTER and task.done_at is None for task in tasks)


def channel_to(requester: Contact) -> Channel | None:
    """Return the way by which a contact can be reached in writing: chat, else mail; None when there is none."""
    if requester.chat:
        return Channel.CHAT
    return Channel.MAIL if requester.mail else None
