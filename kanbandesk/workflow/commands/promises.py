"""Promises and norms: what the clocks bring about, and the tasks that follow."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.commands.base import Command, OnTicket, Timed, command


@command("note_violations", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class NoteViolations(Timed):
    """A norm has reached a degree: keep the violation (R13)."""


@command("note_breach", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class NoteBreach(Timed):
    """The promise is broken: a task for the account manager (R12)."""


@command("raise_alarm", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseAlarm(Timed):
    """A Problem that nobody has acknowledged: alarm again, or the next on call (R7c)."""


@command("acknowledge_alarm", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeAlarm(OnTicket):
    """Who was alarmed of a Problem has taken note of it (R7c)."""


@command("answer_task", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTask(Command):
    """Do a task: the reason of a breach (R12), what came of a call (R11f)."""

    task_id: str
    answer: str


@command("remind_of_task", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class RemindOfTask(Command):
    """A task is over due: the head of support is told (R12)."""

    task_id: str
    due: int
