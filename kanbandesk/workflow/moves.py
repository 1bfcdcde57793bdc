"""What moving a card to a status would do: allowed or refused with the reason, what it demands, which command does it.

The board lights and dims its columns by this table and the handlers check against the same one, so that what the board
lets a person do is what the rulebook accepts.
"""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.commands import Transition
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.people import Actor
from kanbandesk.workflow.statuses import Demand, Workflow
from kanbandesk.workflow.tickets import Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The plan for one card and one target status."""

    status_id: str
    command: type[Transition] | None = None  # None when refused
    demands: tuple[Demand, ...] = ()  # what has to be asked, as names of the command's fields
    optional: tuple[Demand, ...] = ()
    takes_over: bool = False  # the actor becomes the owner (S3)
    refusal: Refusal | None = None

    @property
    def is_allowed(self) -> bool:
        """Tell whether the rules allow the move (once what it demands is there)."""
        return self.refusal is None


def plan_move(workflow: Workflow, subject: Card | Ticket, status_id: str, actor: Actor) -> Move:
    """Return what moving `subject` to `status_id` by `actor` takes (S2, S3); never raises a refusal, but holds it."""
    raise NotImplementedError
