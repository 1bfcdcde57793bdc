"""What moving a card to a status would do: allowed or refused with the reason, what it demands, which command does it.

The board lights and dims its columns by this table and the handlers check against the same one, so that what the board
lets a person do is what the rulebook accepts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.calendars import ALWAYS, Calendar, day_elapsed
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.commands import (
    AcceptSolution,
    AcceptTransfer,
    AskClient,
    AssignTicket,
    ClaimTicket,
    CloseTicket,
    DeclineSubtask,
    FinishSubtask,
    HandToDevelopment,
    MoveTicket,
    PostponeTicket,
    ProposeSolution,
    RejectSolution,
    ReleaseTicket,
    ReopenTicket,
    ResumeTicket,
    StartTicket,
    Transition,
    WaitForVendor,
    WakeTicket,
)
from kanbandesk.workflow.errors import NotAllowed, NotFound, Refusal
from kanbandesk.workflow.people import Actor, Role
from kanbandesk.workflow.rights import Action, Whose, may, refusal_of, whose
from kanbandesk.workflow.statuses import ClosingReason, Demand, Status, StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket

ONCE: Final = (Demand.URGENCY_CASE, Demand.SLA_CLASS)
"""Demands that are asked only while the ticket is unclassified: one choice brings both (R6)."""

SYSTEM_MOVES: Final = frozenset(
    {
        (StatusKind.NEW, StatusKind.ASSIGNED),  # the draw
        (StatusKind.ASSIGNED, StatusKind.NEW),  # absence
        (StatusKind.POSTPONED, StatusKind.IN_PROGRESS),  # waking
        (StatusKind.IN_DEVELOPMENT, StatusKind.IN_PROGRESS),  # the sub-task is done or cancelled
        (StatusKind.SOLVED, StatusKind.CLOSED),  # auto-close
    }
)
"""What the system moves by itself (S2); a client's reply moves by what it is, a ReceiveReply."""

_TO: Final[dict[StatusKind, type[Transition]]] = {
    StatusKind.NEW: ReleaseTicket,
    StatusKind.ASSIGNED: ClaimTicket,
    StatusKind.IN_PROGRESS: ResumeTicket,
    StatusKind.WAITING_CLIENT: AskClient,
    StatusKind.WAITING_VENDOR: WaitForVendor,
    StatusKind.POSTPONED: PostponeTicket,
    StatusKind.IN_DEVELOPMENT: HandToDevelopment,
    StatusKind.SOLVED: ProposeSolution,
    StatusKind.CLOSED: CloseTicket,
}
_OF_SUBTASKS: Final[dict[StatusKind, type[Transition]]] = {
    StatusKind.SOLVED: FinishSubtask,
    StatusKind.CLOSED: DeclineSubtask,
}
_DEMANDS_OF_SUBTASKS: Final = {
    StatusKind.SOLVED: (Demand.DONE,),
    StatusKind.CLOSED: (Demand.REASON,),
}
_NOT_OVERRULED: Final = frozenset({codes.MERGED, codes.NO_CLIENT})
_TO_IN_PROGRESS: Final[dict[StatusKind, type[Transition]]] = {
    StatusKind.NEW: StartTicket,
    StatusKind.ASSIGNED: StartTicket,
    StatusKind.CLOSED: ReopenTicket,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The plan for one card and one target status; within the same status it is a MoveTicket."""

    status_id: str
    command: type[Transition] | type[MoveTicket] | type[AcceptTransfer] | None = None  # None when refused
    demands: tuple[Demand, ...] = ()  # what has to be asked, as names of the command's fields
    optional: tuple[Demand, ...] = ()
    takes_over: bool = False  # the actor becomes the owner (S3)
    accepts: bool = False  # a transfer that is offered to the actor is accepted first (R8a)
    refusal: Refusal | None = None

    @property
    def is_allowed(self) -> bool:
        """Tell whether the rules allow the move (once what it demands is there)."""
        return self.refusal is None


def plan_move(workflow: Workflow, subject: Card | Ticket, status_id: str, actor: Actor) -> Move:
    """Return what moving `subject` to `status_id` by `actor` takes (S2, S3); never raises a refusal, but holds it.

    A lead may do anything with a reason: what a plain agent could not do demands one, else it is optional, and given
    it leaves the ticket with its owner.
    """
    before, after = _find(workflow, subject.status_id), _find(workflow, status_id)
    if after is None or before is None:
        missing = status_id if after is None else subject.status_id
        return _refused(status_id, NotFound(codes.NOT_FOUND, kind="status", id=missing))
    if before is after:
        refusal = refusal_of(actor, Action.ARRANGE, subject)
        return _refused(status_id, refusal) if refusal else Move(status_id=status_id, command=MoveTicket)
    refusal = _refusal(workflow, subject, before, after, actor)
    can_overrule = actor.kind is not Role.SYSTEM and may(actor, Action.OVERRULE, subject)
    needs_reason = refusal is not None or not _is_on_line(actor, subject)
    if refusal is not None and not (can_overrule and refusal.code not in _NOT_OVERRULED):
        return _refused(status_id, refusal)
    reason = (Demand.REASON,) if can_overrule else ()
    command = _command(subject, before.kind, after.kind, actor)
    return Move(
        status_id=status_id,
        command=command,
        demands=(*_demands(subject, after, command, actor), *(reason if needs_reason else ())),
        optional=() if needs_reason else reason,
        takes_over=_takes_over(subject, after, actor) and not (needs_reason and subject.owner_id),
    )


def _command(subject: Card | Ticket, before: StatusKind, after: StatusKind, actor: Actor) -> type[Transition]:
    """Return the command that moves `subject`; a sub-task is finished or declined (R9)."""
    return (_OF_SUBTASKS.get(after) if subject.parent_id else None) or command_for(before, after, actor)


def command_for(before: StatusKind, after: StatusKind, actor: Actor) -> type[Transition]:
    """Return the command by which `actor` brings a ticket from one kind of status to another."""
    if after is StatusKind.IN_PROGRESS:
        if actor.kind is Role.REQUESTER:
            return RejectSolution
        if actor.kind is Role.SYSTEM and before is StatusKind.POSTPONED:
            return WakeTicket
        return _TO_IN_PROGRESS.get(before, ResumeTicket)
    if after is StatusKind.CLOSED and before is StatusKind.SOLVED and actor.kind is Role.REQUESTER:
        return AcceptSolution
    if after is StatusKind.ASSIGNED and actor.kind is Role.SYSTEM:
        return AssignTicket
    return _TO[after]


def has_move(workflow: Workflow, before: Status, after: Status) -> bool:
    """Tell whether an agent may move a ticket so by hand (S2).

    Besides the table: New → In progress claims and starts in one gesture, and S1 closes out of every status.
    """
    if after.id in before.moves:
        return True
    if after.kind is StatusKind.CLOSED:
        return True
    if before.kind is StatusKind.NEW and after.kind is StatusKind.IN_PROGRESS:
        steps = (_find(workflow, step) for step in before.moves)
        return any(step is not None and after.id in step.moves for step in steps)
    return False


def closing_reasons(
    workflow: Workflow, subject: Card | Ticket, actor: Actor, now: int, first_line: Calendar = ALWAYS
) -> tuple[ClosingReason, ...]:
    """Return the reasons with which `actor` may close `subject` at `now` (S1).

    Requester: withdrawn from any status, phantom as an answer to a solution (R11d). Agent: duplicate, spam, silent
    once Waiting for client has lasted `silent_close_after` on the day clock since our last answer (R10), and
    solved out of Solved (S2). A lead all of them; those that an agent has not, with a reason.
    """
    status = _find(workflow, subject.status_id)
    if status is None or status.kind is StatusKind.CLOSED:
        return ()
    if may(actor, Action.OVERRULE, subject):
        return tuple(ClosingReason)
    reasons: list[ClosingReason] = []
    if may(actor, Action.WITHDRAW, subject):
        reasons.append(ClosingReason.WITHDRAWN)
        if status.kind is StatusKind.SOLVED:
            reasons.append(ClosingReason.PHANTOM)
    if may(actor, Action.CLOSE, subject):
        reasons += agent_closing_reasons(workflow, subject, now, first_line)
    return tuple(reasons)


def agent_closing_reasons(
    workflow: Workflow, subject: Card | Ticket, now: int, first_line: Calendar = ALWAYS
) -> tuple[ClosingReason, ...]:
    """Return the reasons that an agent has for closing `subject` at `now` (S1), whoever asks."""
    kind = workflow.status(subject.status_id).kind
    if kind is StatusKind.SOLVED:
        return (ClosingReason.SOLVED, ClosingReason.DUPLICATE, ClosingReason.SPAM)
    if kind is StatusKind.WAITING_CLIENT:
        since = max(subject.status_since, subject.answered_at or 0)
        if day_elapsed(first_line, since, now) >= workflow.silent_close_after:
            return (ClosingReason.SILENT, ClosingReason.DUPLICATE, ClosingReason.SPAM)
    return (ClosingReason.DUPLICATE, ClosingReason.SPAM)


def _refused(status_id: str, refusal: Refusal) -> Move:
    return Move(status_id=status_id, refusal=refusal)


def _find(workflow: Workflow, status_id: str) -> Status | None:
    return next((status for status in workflow.statuses if status.id == status_id), None)


def _refusal(
    workflow: Workflow, subject: Card | Ticket, before: Status, after: Status, actor: Actor
) -> NotAllowed | None:
    """Return what stops a person without a lead's powers: first his role, then the workflow, then whose it is."""
    if isinstance(subject, Ticket) and subject.merged_into:
        return NotAllowed(codes.MERGED, into_id=subject.merged_into)
    if actor.kind is Role.SYSTEM:
        allowed = (before.kind, after.kind) in SYSTEM_MOVES
        return None if allowed else NotAllowed(codes.NOT_IN_WORKFLOW, before=before.id, after=after.id)
    if actor.kind is Role.REQUESTER:
        return _refusal_of_requester(subject, before, after, actor)
    action = Action.MOVE if subject.parent_id and after.kind in _OF_SUBTASKS else action_for(after.kind)
    by_right = refusal_of(actor, action, subject)
    if by_right is not None and by_right.code == codes.ROLE:
        return by_right
    return _refusal_by_workflow(workflow, subject, before, after) or by_right


def _refusal_by_workflow(
    workflow: Workflow, subject: Card | Ticket, before: Status, after: Status
) -> NotAllowed | None:
    """Return why there is no such move; a sub-task has no client to wait for, and is in development already (R9)."""
    if subject.parent_id and after.kind is StatusKind.WAITING_CLIENT:
        return NotAllowed(codes.NO_CLIENT, parent_id=subject.parent_id)
    is_there = bool(subject.parent_id) and after.kind is StatusKind.IN_DEVELOPMENT
    if has_move(workflow, before, after) and not is_there:
        return None
    if before.kind is StatusKind.CLOSED:
        return NotAllowed(codes.CLOSED, after=after.id)
    if after.kind is StatusKind.NEW:
        return NotAllowed(codes.ONLY_INTAKE, before=before.id)
    return NotAllowed(codes.NOT_IN_WORKFLOW, before=before.id, after=after.id)


def _refusal_of_requester(
    subject: Card | Ticket, before: Status, after: Status, actor: Actor
) -> NotAllowed | None:
    """The requester accepts or rejects a solution, and closes his own ticket from any status (S1)."""
    if after.kind is StatusKind.CLOSED:
        return refusal_of(actor, Action.WITHDRAW, subject)
    if before.kind is StatusKind.SOLVED and after.kind is StatusKind.IN_PROGRESS:
        return refusal_of(actor, Action.JUDGE, subject)
    return NotAllowed(codes.ROLE, action=Action.MOVE.value)


def action_for(after: StatusKind) -> Action:
    """Return the right that a move into a status of this kind takes (S3)."""
    match after:
        case StatusKind.ASSIGNED:
            return Action.CLAIM
        case StatusKind.WAITING_CLIENT:
            return Action.ANSWER
        case StatusKind.CLOSED:
            return Action.CLOSE
        case _:
            return Action.MOVE


def _is_on_line(actor: Actor, subject: Card | Ticket) -> bool:
    return whose(actor, subject) is not Whose.OTHER_LINE


def _demands(
    subject: Card | Ticket, after: Status, command: type[Transition], actor: Actor
) -> tuple[Demand, ...]:
    """Return what the target asks for; a requester's judgement and the system's moves are asked nothing (S2)."""
    if command is AcceptSolution or (after.kind is StatusKind.IN_PROGRESS and actor.kind is not Role.AGENT):
        return ()
    if subject.parent_id:
        return _DEMANDS_OF_SUBTASKS.get(
            after.kind, () if after.kind is StatusKind.IN_PROGRESS else after.demands
        )
    return tuple(demand for demand in after.demands if demand not in ONCE or not subject.sla_class)


def _takes_over(subject: Card | Ticket, after: Status, actor: Actor) -> bool:
    if actor.kind is not Role.AGENT or after.kind is StatusKind.NEW:
        return False
    return whose(actor, subject) is not Whose.OWN
