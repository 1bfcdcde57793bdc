"""From a planned move and what its sheet brought to the command that does it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, cast

from kanbandesk.workflow.commands import AcceptTransfer, MoveTicket, Place, Transition
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.moves import Move
from kanbandesk.workflow.statuses import ClosingReason, Demand

Values = Mapping[str, str | int | bool]


def command_for(
    move: Move, ticket_id: str, place: Place | None, values: Values
) -> Transition | MoveTicket | AcceptTransfer:
    """Return the command of an allowed `move`; values that it has no field for are left out.

    A hand-over to development with all that a sub-task needs makes one (R9).

    ValueError when the move is refused.
    """
    if move.command is None:
        raise ValueError(f"{move.status_id}: a refused move has no command")
    if move.command is MoveTicket:
        return MoveTicket(ticket_id=ticket_id, place=place or Place())
    names = {field.name for field in dataclasses.fields(move.command)}
    arguments: dict[str, Any] = {name: value for name, value in values.items() if name in names}
    if "closing_reason" in arguments:
        arguments["closing_reason"] = ClosingReason(arguments["closing_reason"])
    if "message_id" in names and _has_text(arguments):
        arguments["message_id"] = new_id()
    if "subtask_id" in names and arguments.get("description") and arguments.get("options"):
        arguments["subtask_id"] = new_id()
    transition = cast("type[Transition] | type[AcceptTransfer]", move.command)
    return transition(ticket_id=ticket_id, place=place, **arguments)


def demanded(moves: Iterable[Move]) -> tuple[tuple[Demand, ...], tuple[Demand, ...]]:
    """Return what several moves demand together, and what they take besides: one sheet asks for all of them."""
    demands: dict[Demand, None] = {}
    optional: dict[Demand, None] = {}
    for move in moves:
        demands.update(dict.fromkeys(move.demands))
        optional.update(dict.fromkeys(move.optional))
    return tuple(demands), tuple(demand for demand in optional if demand not in demands)


def _has_text(arguments: Mapping[str, Any]) -> bool:
    return any(arguments.get(name) for name in ("question", "done", "description", "text"))
