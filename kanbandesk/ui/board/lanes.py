"""Swimlanes: by which property a card falls into which band, and in which order the bands lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kanbandesk.workflow.boards import Swimlane
from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.statuses import Priority

LaneKey = Callable[[Card], str]
PRIORITIES = [priority.value for priority in reversed(Priority)]


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the board; `id` and `name` are empty for the cards that have nothing by which they are cut."""

    id: str
    name: str
    count: int  # of cards shown


def lane_key(swimlane: Swimlane) -> LaneKey:
    """Return the function that tells a card's lane."""
    keys: dict[Swimlane, LaneKey] = {
        Swimlane.NONE: lambda _: "",
        Swimlane.LINE: lambda card: card.line_id,
        Swimlane.AGENT: lambda card: card.owner_id,
        Swimlane.PRIORITY: lambda card: card.priority,
        Swimlane.CLIENT: lambda card: card.client_id,
    }
    return keys[swimlane]


def ordered_lanes(
    swimlane: Swimlane, counts: Mapping[str, int], snapshot: BoardSnapshot, clients: Mapping[str, str]
) -> list[Lane]:
    """Return the lanes that hold cards, in the order of the board; those without a name come last.

    `counts` are the cards shown by lane id, `clients` the names by client id.
    """
    names = _names(swimlane, snapshot, clients)
    known = [id_ for id_ in names if counts.get(id_)]
    unknown = sorted(id_ for id_, count in counts.items() if count and id_ not in names)
    if swimlane is Swimlane.CLIENT:
        known.sort(key=lambda id_: names[id_].casefold())
    unknown.sort(key=lambda id_: not id_)
    return [Lane(id_, names.get(id_, ""), counts[id_]) for id_ in known + unknown]


def _names(swimlane: Swimlane, snapshot: BoardSnapshot, clients: Mapping[str, str]) -> dict[str, str]:
    """Return the names by lane id, in the order of the lanes."""
    if swimlane is Swimlane.LINE:
        return {line.id: line.name for line in sorted(snapshot.lines, key=lambda line: line.position)}
    if swimlane is Swimlane.AGENT:
        people = sorted(
            snapshot.agents, key=lambda agent: (agent.id != snapshot.me.id, agent.name.casefold())
        )
        return {agent.id: agent.name for agent in people}
    if swimlane is Swimlane.PRIORITY:
        return {priority: priority for priority in PRIORITIES}
    if swimlane is Swimlane.CLIENT:
        return {id_: name for id_, name in clients.items() if id_}
    return {"": ""}
