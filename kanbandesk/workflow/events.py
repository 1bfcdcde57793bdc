"""Events: what has happened, in the past tense. A ticket's history is its events.

A fact says what happened; the envelope `Event` says when, by whom, by which mutation, and which fields of the ticket
changed from what to what (the audit trail, and what undo puts back).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from kanbandesk.workflow.people import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that has happened to a ticket."""

    name: ClassVar[str] = ""


FACTS: dict[str, type[Fact]] = {}
F = TypeVar("F", bound=Fact)


def fact(name: str) -> Callable[[type[F]], type[F]]:
    """Register a fact under the `name` that is stored."""

    def register(cls: type[F]) -> type[F]:
        if name in FACTS:
            raise ValueError(f"the fact {name!r} is registered twice")
        cls.name = name
        FACTS[name] = cls
        return cls

    return register


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One fact on one ticket: `at` is the doer's (clamped) moment, `recorded_at` the server's (C1).

    `changes` holds field, value before and value after, each as canonical JSON; empty for what came from elsewhere.
    """

    id: str
    ticket_id: str
    mutation_id: str
    actor_kind: Role
    actor_id: str
    at: int
    recorded_at: int
    fact: Fact
    changes: tuple[tuple[str, str, str], ...] = ()


@fact("ticket_created")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCreated(Fact):
    """A ticket was opened."""

    title: str = ""
    status_id: str = "new"


@fact("ticket_claimed")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketClaimed(Fact):
    """An agent took the ticket; `previous_owner_id` when it was taken over."""

    agent_id: str
    previous_owner_id: str = ""


@fact("ticket_assigned")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketAssigned(Fact):
    """The ticket was given to an agent by somebody else, or drawn by lot."""

    agent_id: str
    previous_owner_id: str = ""
    is_drawn: bool = False
    due: int | None = None  # when the draw was due (C5)


@fact("ticket_released")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketReleased(Fact):
    """The owner gave the ticket back."""

    previous_owner_id: str


@fact("status_changed")
@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged(Fact):
    """The ticket came to another status; `cause` is the command's name."""

    before: str
    after: str
    cause: str = ""
    reason: str = ""
    due: int | None = None  # when the system's timer had it (C5)


@fact("message_added")
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageAdded(Fact):
    """Something was said; `kind` as in MessageKind."""

    message_id: str
    kind: str


@fact("fields_edited")
@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsEdited(Fact):
    """Fields of the ticket were changed; the envelope's `changes` say which."""

    reason: str = ""


@fact("ticket_moved")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMoved(Fact):
    """The card got another place within its column."""


@fact("tags_changed")
@dataclass(frozen=True, slots=True, kw_only=True)
class TagsChanged(Fact):
    """Tags came or went."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@fact("ticket_blocked")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketBlocked(Fact):
    """The ticket was marked as blocked."""

    reason: str


@fact("ticket_unblocked")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketUnblocked(Fact):
    """The block was taken off."""


@fact("attachment_added")
@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentAdded(Fact):
    """A file was put on the ticket."""

    attachment_id: str
    file_name: str
    size: int = 0  # bytes
    media_type: str = ""
    sha256: str = ""


@fact("tickets_linked")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketsLinked(Fact):
    """The ticket was tied to another; `is_source` tells from which end it is seen."""

    link_id: str
    other_id: str
    kind: str
    is_source: bool = True


@fact("tickets_unlinked")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketsUnlinked(Fact):
    """A tie was undone; `is_source` tells from which end it is seen."""

    link_id: str
    other_id: str
    kind: str = ""
    is_source: bool = True


@fact("ticket_merged")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMerged(Fact):
    """This ticket went into another (`into_id`), or took another in (`from_id`)."""

    into_id: str = ""
    from_id: str = ""


@fact("watching_changed")
@dataclass(frozen=True, slots=True, kw_only=True)
class WatchingChanged(Fact):
    """Somebody began or stopped to watch the ticket."""

    agent_id: str
    is_watching: bool


@fact("draw_waits")
@dataclass(frozen=True, slots=True, kw_only=True)
class DrawWaits(Fact):
    """Nobody was on shift when the ticket was to be drawn; the lead was told (R1c)."""

    due: int
    told_id: str = ""


@fact("ticket_escalated")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketEscalated(Fact):
    """The owner had not started in time: the lead was added and told (R2)."""

    owner_id: str
    lead_ids: tuple[str, ...]
    due: int


@fact("transfer_offered")
@dataclass(frozen=True, slots=True, kw_only=True)
class TransferOffered(Fact):
    """The ticket was offered to another line (R8a), or returned as "not ours" (R8b)."""

    from_line_id: str
    line_id: str
    reason: str = ""
    unknown_because: str = ""
    is_return: bool = False


@fact("transfer_accepted")
@dataclass(frozen=True, slots=True, kw_only=True)
class TransferAccepted(Fact):
    """Somebody of the other line took it; `is_drawn` when the system gave it to him (R8a)."""

    line_id: str
    agent_id: str
    offered_by: str
    offered_at: int
    is_drawn: bool = False
    due: int | None = None


@fact("transfer_withdrawn")
@dataclass(frozen=True, slots=True, kw_only=True)
class TransferWithdrawn(Fact):
    """The offer was taken back."""

    line_id: str


@fact("norm_broken")
@dataclass(frozen=True, slots=True, kw_only=True)
class NormBroken(Fact):
    """A norm reached a degree at `due` (R13)."""

    violation_id: str
    status_id: str
    degree: int
    agent_id: str
    due: int


@fact("promise_broken")
@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseBroken(Fact):
    """The SLA was breached at `due`; the task is the account manager's (R12)."""

    violation_id: str
    sla_class: str
    task_id: str
    agent_id: str
    due: int


@fact("task_answered")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAnswered(Fact):
    """A task about the ticket was done; `kind` as in TaskKind."""

    task_id: str
    kind: str
    answer: str


@fact("task_overdue")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskOverdue(Fact):
    """A task was not done in time; the head was told (R12)."""

    task_id: str
    kind: str
    told_ids: tuple[str, ...]
    due: int


@fact("alarm_raised")
@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRaised(Fact):
    """Somebody was alarmed of a Problem (R7c)."""

    agent_id: str
    due: int


@fact("alarm_acknowledged")
@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmAcknowledged(Fact):
    """Somebody took note of the alarm (R7c)."""


@fact("ladder_climbed")
@dataclass(frozen=True, slots=True, kw_only=True)
class LadderClimbed(Fact):
    """The client stayed silent: 1 a reminder was prepared, 2 other ways were offered (R10)."""

    step: int
    due: int
    is_sent: bool = False


@fact("ladder_stopped")
@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStopped(Fact):
    """Somebody wants no reminders for this ticket, or again."""

    is_off: bool


@fact("subtask_made")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubtaskMade(Fact):
    """The ticket was handed to the developers under this sub-task (R9)."""

    subtask_id: str


@fact("subtask_ended")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubtaskEnded(Fact):
    """The developers are done, or declined with a reason (R9)."""

    subtask_id: str
    is_done: bool
    text: str = ""


@fact("term_missed")
@dataclass(frozen=True, slots=True, kw_only=True)
class TermMissed(Fact):
    """The developers' date has passed; support was told (R9)."""

    due: int
    told_id: str = ""


@fact("tracker_told")
@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerTold(Fact):
    """The developers' tracker says something new."""

    state: str
    due_at: int | None = None


@fact("rated")
@dataclass(frozen=True, slots=True, kw_only=True)
class Rated(Fact):
    """The requester liked a closing or an answer, or did not (R11c)."""

    rating_id: str
    is_liked: bool
    comment: str = ""
    message_id: str = ""


@fact("phantom_judged")
@dataclass(frozen=True, slots=True, kw_only=True)
class PhantomJudged(Fact):
    """A lead confirmed or refuted a phantom (R11d)."""

    is_confirmed: bool
    reason: str


@fact("reviewed")
@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Fact):
    """A lead looked through the closed conversation (R11f)."""

    is_right: bool
    reason: str = ""


@fact("question_answered")
@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered(Fact):
    """A playbook's question was answered (R17)."""

    question_id: str
    question: str
    answer: str = ""
    unknown_because: str = ""
    has_cured: bool | None = None


@fact("ticket_split")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketSplit(Fact):
    """Another matter got a ticket of its own, or this is that ticket (R3)."""

    to_id: str = ""
    from_id: str = ""


@fact("setting_changed")
@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChanged(Fact):
    """A setting was changed; its event is on no ticket (ticket_id "").

    `before` and `after` are the whole setting as canonical JSON, empty when it was new, or is gone.
    """

    kind: str  # agent, line, calendar, workflow, process, board, or absence (of which only what one sees is kept)
    setting_id: str
    before: str = ""
    after: str = ""


@fact("change_undone")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeUndone(Fact):
    """The doer took a change back; `removed` is the ticket that went with its creation, as canonical JSON."""

    undone_mutation_id: str
    removed: str = ""


@fact("record_imported")
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordImported(Fact):
    """A record of another program's log: the status after it (empty = unchanged) and what else it said."""

    status_id: str = ""
    owner_id: str = ""
    details: tuple[tuple[str, str], ...] = ()
