"""What dropping a card does whose transfer is offered to this person: it is accepted (R8a)."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from kanbandesk.ui.stage import Subject
from kanbandesk.workflow.commands import AcceptTransfer
from kanbandesk.workflow.moves import Move, plan_move
from kanbandesk.workflow.people import Actor
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket


def plan_accepting(workflow: Workflow, offered: Subject, status_id: str, actor: Actor) -> Move:
    """Return what moving an offered ticket takes: accepted it is Assigned, and may be started in the same gesture.

    Elsewhere, and within its own column where the actor may arrange it, a move means what it always does.
    """
    usual = plan_move(workflow, offered, status_id, actor)
    if offered.status_id == status_id and usual.is_allowed:
        return usual
    kind = next((status.kind for status in workflow.statuses if status.id == status_id), None)
    if kind is StatusKind.ASSIGNED:
        return Move(status_id=status_id, command=AcceptTransfer, accepts=True)
    if kind is StatusKind.IN_PROGRESS:
        accepted = _accepted(offered, workflow.of_kind(StatusKind.ASSIGNED).id, actor.id)
        return replace(plan_move(workflow, accepted, status_id, actor), accepts=True, optional=())
    return usual


def _accepted(offered: Subject, assigned_id: str, agent_id: str) -> Subject:
    """Return the ticket as it will be once `agent_id` has accepted it: what it takes to go on from there."""
    if isinstance(offered, Ticket):
        return replace(offered, status_id=assigned_id, owner_id=agent_id, line_id=offered.offered_line_id)
    card = copy(offered)
    card.status_id, card.owner_id, card.line_id = assigned_id, agent_id, offered.offered_line_id
    return card
