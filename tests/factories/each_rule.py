"""For each command of what runs by itself, who gives it and a ticket on which it does something."""

from __future__ import annotations

from collections.abc import Callable

from kanbandesk.workflow import commands as c
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.records import Task, TaskKind
from kanbandesk.workflow.statuses import HOUR, MINUTE, StatusKind
from tests.factories.support import Support, Who

Script = Callable[[Support], tuple[Who, Command]]
ON_WORK = StatusKind.IN_PROGRESS


def _draw(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.opened()
    due = desk.now + 40_000
    desk.wait(MINUTE)
    return SYSTEM, c.DrawTicket(ticket_id=ticket_id, due=due)


def _escalate(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.in_status(StatusKind.ASSIGNED)
    due = desk.now + 15 * MINUTE
    desk.wait(16 * MINUTE)
    return SYSTEM, c.EscalateTicket(ticket_id=ticket_id, due=due)


def _look_again(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.in_status(ON_WORK)
    return SYSTEM, c.LookAgain(ticket_id=ticket_id, revision=desk.ticket(ticket_id).revision)


def _note_violations(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.in_status(ON_WORK)
    desk.wait(3 * HOUR)
    return SYSTEM, c.NoteViolations(ticket_id=ticket_id, due=desk.now - HOUR)


def _broken(desk: Support) -> str:
    """Return a ticket whose promise is about to be broken."""
    ticket_id = desk.opened(client_id=desk.client.id)
    desk.wait(13 * HOUR)
    return ticket_id


def _note_breach(desk: Support) -> tuple[Who, Command]:
    return SYSTEM, c.NoteBreach(ticket_id=_broken(desk), due=desk.now - HOUR)


def _task(desk: Support, kind: TaskKind, ticket_id: str) -> str:
    """Return the open task of a kind on a ticket."""
    tasks = (task for task in desk.ledger.all(Task) if task.ticket_id == ticket_id)
    return next(task.id for task in tasks if task.kind is kind and task.done_at is None)


def _breach_task(desk: Support) -> str:
    ticket_id = _broken(desk)
    desk.do(SYSTEM, c.NoteBreach(ticket_id=ticket_id, due=desk.now - HOUR))
    return _task(desk, TaskKind.BREACH_REASON, ticket_id)


def _answer_task(desk: Support) -> tuple[Who, Command]:
    return desk.lea, c.AnswerTask(task_id=_breach_task(desk), answer="The part came late")


def _remind_of_task(desk: Support) -> tuple[Who, Command]:
    task_id = _breach_task(desk)
    desk.wait(25 * HOUR)
    return SYSTEM, c.RemindOfTask(task_id=task_id, due=desk.now - HOUR)


BY_RULE: dict[type[Command], Script] = {
    c.DrawTicket: _draw,
    c.EscalateTicket: _escalate,
    c.LookAgain: _look_again,
    c.NoteViolations: _note_violations,
    c.NoteBreach: _note_breach,
    c.AnswerTask: _answer_task,
    c.RemindOfTask: _remind_of_task,
}
