"""For each command of what runs by itself, who gives it and a ticket on which it does something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kanbandesk.workflow import commands as c
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.people import SYSTEM, Line
from kanbandesk.workflow.process import Playbook, Process, Question
from kanbandesk.workflow.records import Notification, Task, TaskKind
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, ClosingReason, StatusKind
from kanbandesk.workflow.tickets import Channel
from tests.factories.support import Support, Who, hand_over
from tests.factories.workflow import make_board, make_id

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
    desk.wait(6 * DAY)
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


def _climb(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.in_status(StatusKind.WAITING_CLIENT)
    desk.wait(25 * HOUR)
    return SYSTEM, c.ClimbLadder(ticket_id=ticket_id, due=desk.now - HOUR, step=1)


def _alarming(desk: Support) -> str:
    """Return a ticket of the class Problem."""
    ticket_id = desk.in_status(ON_WORK)
    desk.do(desk.ada, c.EditTicket(ticket_id=ticket_id, sla_class="problem"))
    return ticket_id


def _raise_alarm(desk: Support) -> tuple[Who, Command]:
    ticket_id = _alarming(desk)
    desk.wait(6 * MINUTE)
    return SYSTEM, c.RaiseAlarm(ticket_id=ticket_id, due=desk.now - MINUTE)


def _offered(desk: Support) -> str:
    """Return Ada's ticket, offered to second line."""
    ticket_id = desk.in_status(ON_WORK)
    desk.do(desk.ada, c.TransferTicket(ticket_id=ticket_id, line_id="second", reason="Driver"))
    return ticket_id


def _return_agent(desk: Support) -> tuple[Who, Command]:
    due = desk.now + HOUR
    desk.do(desk.ada, c.SetAway(agent_id=desk.ada.id, is_away=True, until=due))
    desk.wait(HOUR)
    return SYSTEM, c.ReturnAgent(agent_id=desk.ada.id, due=due)


def _split(desk: Support) -> tuple[Who, Command]:
    message_id = make_id()
    ticket_id = desk.in_status(ON_WORK, text="And the scale is broken", message_id=message_id)
    command = c.SplitTicket(
        ticket_id=ticket_id,
        new_ticket_id=make_id(),
        link_id=make_id(),
        title="The scale",
        message_ids=(message_id,),
    )
    return desk.ada, command


def _take_in(desk: Support) -> tuple[Who, Command]:
    command = c.TakeIn(
        ticket_id=make_id(),
        message_id=make_id(),
        title="No labels",
        text="Hello",
        channel=Channel.MAIL,
        sender=desk.iver.mail,
        source_key=make_id(),
    )
    return SYSTEM, command


def _to_developers(desk: Support, ticket_id: str, subtask_id: str) -> Command:
    return hand_over(
        ticket_id,
        desk.now + 9 * DAY,
        subtask_id=subtask_id,
        description="The driver",
        options="Roll back, or wait",
        message_id=make_id(),
    )


def _subtask(desk: Support) -> str:
    """Return the developer's sub-task of Ada's ticket (R9)."""
    line = Line(id="development", name="Development", position=8)
    desk.do(desk.admin, c.SaveLine(line=line))
    desk.do(desk.admin, c.SaveBoard(board=replace(make_board(), id="development", name="Development")))
    ticket_id, subtask_id = desk.in_status(ON_WORK), make_id()
    desk.do(desk.ada, _to_developers(desk, ticket_id, subtask_id))
    desk.do(desk.dev, c.StartTicket(ticket_id=subtask_id, urgency_case="how_to"))
    return subtask_id


def _read(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.opened()
    desk.do(desk.lea, c.AssignTicket(ticket_id=ticket_id, agent_id=desk.bo.id))
    ids = [one.id for one in desk.ledger.all(Notification) if one.agent_id == desk.bo.id]
    return desk.bo, c.ReadNotifications(ids=tuple(ids))


def _delete_line(desk: Support) -> tuple[Who, Command]:
    line = Line(id=make_id(), name="Night", position=9)
    desk.do(desk.admin, c.SaveLine(line=line))
    return desk.admin, c.DeleteSetting(kind="line", setting_id=line.id)


def _answer_question(desk: Support) -> tuple[Who, Command]:
    playbook = Playbook(
        id="labels", name="Labels", category="labels", questions=(Question(id="q", text="Which printer?"),)
    )
    desk.do(desk.admin, c.SaveProcess(process=Process(playbooks=(playbook,))))
    ticket_id = desk.in_status(ON_WORK, category="labels")
    return desk.ada, c.AnswerQuestion(ticket_id=ticket_id, question_id="q", answer="Zebra")


def _judge_phantom(desk: Support) -> tuple[Who, Command]:
    ticket_id = desk.in_status(StatusKind.SOLVED)
    desk.do(desk.requester, c.CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.PHANTOM))
    return desk.lea, c.JudgePhantom(ticket_id=ticket_id, is_confirmed=True, reason="He called")


BY_RULE: dict[type[Command], Script] = {
    c.SaveProcess: lambda desk: (desk.admin, c.SaveProcess(process=Process(head_id=desk.lea.id))),
    c.DeleteSetting: _delete_line,
    c.ReadNotifications: _read,
    c.FinishSubtask: lambda desk: (
        desk.dev,
        c.FinishSubtask(ticket_id=_subtask(desk), done="In 2.4", message_id=make_id()),
    ),
    c.DeclineSubtask: lambda desk: (
        desk.dev,
        c.DeclineSubtask(ticket_id=_subtask(desk), reason="By design", message_id=make_id()),
    ),
    c.NoteTracker: lambda desk: (
        SYSTEM,
        c.NoteTracker(ticket_id=desk.in_status(StatusKind.IN_DEVELOPMENT), state="In review"),
    ),
    c.RateTicket: lambda desk: (
        desk.requester,
        c.RateTicket(ticket_id=desk.in_status(StatusKind.CLOSED), rating_id=make_id(), is_liked=True),
    ),
    c.JudgePhantom: _judge_phantom,
    c.ReviewTicket: lambda desk: (
        desk.lea,
        c.ReviewTicket(ticket_id=desk.in_status(StatusKind.CLOSED), is_right=True),
    ),
    c.AnswerQuestion: _answer_question,
    c.ClimbLadder: _climb,
    c.StopLadder: lambda desk: (
        desk.ada,
        c.StopLadder(ticket_id=desk.in_status(StatusKind.WAITING_CLIENT)),
    ),
    c.RemindClient: lambda desk: (
        desk.ada,
        c.RemindClient(
            ticket_id=desk.in_status(StatusKind.WAITING_CLIENT), message_id=make_id(), text="Are you there?"
        ),
    ),
    c.RaiseAlarm: _raise_alarm,
    c.AcknowledgeAlarm: lambda desk: (desk.lea, c.AcknowledgeAlarm(ticket_id=_alarming(desk))),
    c.SetAway: lambda desk: (desk.bo, c.SetAway(agent_id=desk.bo.id, is_away=True)),
    c.ReturnAgent: _return_agent,
    c.TransferTicket: lambda desk: (
        desk.ada,
        c.TransferTicket(ticket_id=desk.in_status(ON_WORK), line_id="second", reason="Driver"),
    ),
    c.AcceptTransfer: lambda desk: (desk.tor, c.AcceptTransfer(ticket_id=_offered(desk))),
    c.WithdrawTransfer: lambda desk: (desk.ada, c.WithdrawTransfer(ticket_id=_offered(desk))),
    c.ReturnTicket: lambda desk: (desk.tor, c.ReturnTicket(ticket_id=_offered(desk), reason="Not ours")),
    c.TakeIn: _take_in,
    c.SplitTicket: _split,
    c.DrawTicket: _draw,
    c.EscalateTicket: _escalate,
    c.LookAgain: _look_again,
    c.NoteViolations: _note_violations,
    c.NoteBreach: _note_breach,
    c.AnswerTask: _answer_task,
    c.RemindOfTask: _remind_of_task,
}
