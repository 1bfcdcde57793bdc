"""Waiting, development and review: the ladder, sub-tasks, ratings, playbooks, what one was told."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.commands.base import Command, OnTicket, Timed, Transition, command
from kanbandesk.workflow.tickets import Channel


@command("climb_ladder", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ClimbLadder(Timed):
    """The client stays silent: prepare a reminder at 1 day, offer other ways at 2 (R10)."""

    step: int


@command("stop_ladder")
@dataclass(frozen=True, slots=True, kw_only=True)
class StopLadder(OnTicket):
    """No reminders for this ticket, or again (R10: each step can be cancelled)."""

    is_off: bool = True


@command("remind_client", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class RemindClient(OnTicket):
    """Send the client a reminder: no answer, and it makes no card younger (C6, C7)."""

    message_id: str
    text: str
    channel: Channel = Channel.MAIL


@command("finish_subtask", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class FinishSubtask(Transition):
    """The developers are done: the ticket is In progress again, its owner told, with what they wrote drafted (R9)."""

    done: str
    message_id: str = ""


@command("decline_subtask", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineSubtask(Transition):
    """The developers will not do it, with `reason`: the ticket is In progress again (R9)."""

    message_id: str = ""


@command("note_tracker", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTracker(OnTicket):
    """What the developers' tracker says of the key: its state and its due date (a system command)."""

    state: str
    due_at: int | None = None


@command("rate_ticket", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class RateTicket(OnTicket):
    """The requester liked the closing or one answer, or did not: once, and for good (R11c)."""

    rating_id: str
    is_liked: bool
    comment: str = ""
    answer_id: str = ""  # the message that is rated; empty: the closing


@command("judge_phantom", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class JudgePhantom(OnTicket):
    """A lead confirms or refutes "I did not make this request" (R11d)."""

    is_confirmed: bool
    reason: str


@command("review_ticket", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTicket(Transition):
    """A lead has looked through a closed conversation; a wrong answer is reopened with `reason` (R11f)."""

    is_right: bool


@command("answer_question")
@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestion(OnTicket):
    """Answer a playbook's question on the ticket, or say why it is unknown, and whether the step cured (R17)."""

    question_id: str
    answer: str = ""
    unknown_because: str = ""
    has_cured: bool | None = None


@command("read_notifications", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNotifications(Command):
    """One has read these of one's notifications, or wants them unread again."""

    ids: tuple[str, ...]
    is_read: bool = True
