"""Tasks beside the tickets: a breach to explain (R12), somebody to call (R10b, R11f)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import AnswerTask, RemindOfTask
from kanbandesk.workflow.errors import Invalid, NotAllowed, Taken
from kanbandesk.workflow.events import TaskAnswered, TaskOverdue
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.breaches import tell_overdue
from kanbandesk.workflow.handlers.work import name_of
from kanbandesk.workflow.people import Actor, Role
from kanbandesk.workflow.records import Task, TaskKind
from kanbandesk.workflow.rights import Action, check_right, may
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction

ANSWERED: Final = frozenset({TaskKind.BREACH_REASON, TaskKind.CALL_BACK, TaskKind.CALL_REQUESTER})
"""What is done by writing what came of it; a phantom is judged, a conversation reviewed."""


def answer_task(tx: Transaction, ctx: Context, cmd: AnswerTask) -> None:
    """Do a task: its own person, somebody of its line, or a lead writes the reason, or what came of it (R12)."""
    task = tx.get(Task, cmd.task_id)
    ticket = tx.get(Ticket, task.ticket_id)
    check_task(ctx.actor, task, ticket)
    if task.kind not in ANSWERED:
        raise Invalid(codes.UNKNOWN_VALUE, field="task_id", value=task.kind.value)
    check_open(tx, task)
    answer = texts.text(cmd.answer, "answer")
    finish(tx, ctx, task, answer)
    tx.emit(ticket.id, TaskAnswered(task_id=task.id, kind=task.kind.value, answer=answer))


def remind_of_task(tx: Transaction, ctx: Context, cmd: RemindOfTask) -> None:
    """A task was not done in time: the head of support is told, once (R12; a system command)."""
    task = tx.get(Task, cmd.task_id)
    check_right(ctx.actor, Action.WAKE)
    is_over_due = task.due_at is not None and task.due_at < ctx.now
    if task.done_at is not None or task.told_at is not None or not is_over_due:
        return
    told = tell_overdue(tx, ctx, task)
    tx.put(replace(task, told_at=ctx.now))
    tx.emit(
        task.ticket_id,
        TaskOverdue(task_id=task.id, kind=task.kind.value, told_ids=told, due=task.due_at or 0),
    )


def check_task(actor: Actor, task: Task, ticket: Ticket) -> None:
    """Raise NotAllowed unless the task is the actor's, his line's when it is nobody's, or he is a lead."""
    is_of_line = not task.agent_id and (not actor.line_ids or task.line_id in actor.line_ids)
    is_own = actor.kind is Role.AGENT and (actor.id == task.agent_id or is_of_line)
    if not is_own and not may(actor, Action.OVERRULE, ticket):
        raise NotAllowed(codes.NOT_YOUR_TICKET, owner_id=task.agent_id)


def check_open(tx: Transaction, task: Task) -> None:
    """Raise Taken when somebody has done the task."""
    if task.done_at is not None:
        raise Taken(codes.TAKEN, owner_id=task.done_by, owner=name_of(tx, task.done_by))


def finish(tx: Transaction, ctx: Context, task: Task, answer: str) -> None:
    """Keep that the task is done."""
    tx.put(replace(task, done_at=ctx.now, done_by=ctx.actor.id, answer=answer))
