"""Boards, their columns, and saved views."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kanbandesk.workflow.statuses import Workflow


class Swimlane(StrEnum):
    """By what a board is cut into horizontal bands."""

    NONE = "none"
    LINE = "line"
    AGENT = "agent"
    PRIORITY = "priority"
    CLIENT = "client"


class Density(StrEnum):
    """How much a card shows."""

    FULL = "full"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A place on the board: the statuses it shows (S5) and how many tickets it should hold at most (S4)."""

    id: str
    name: str
    status_ids: tuple[str, ...]
    wip_limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Columns over the tickets of one workspace; Closed is in no column by default (S5)."""

    id: str
    name: str
    columns: tuple[Column, ...]
    member_ids: tuple[str, ...] = ()
    """The agents who see the board and its tickets; empty means everybody who works here."""

    def is_seen_by(self, agent_id: str) -> bool:
        """Tell whether the board and its tickets are there for this agent."""
        return not self.member_ids or agent_id in self.member_ids

    def column_of(self, status_id: str) -> Column | None:
        """Return the column that shows `status_id`, None when the board hides it."""
        return next((column for column in self.columns if status_id in column.status_ids), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a view shows; empty parts do not narrow. Text matches number, title, client and tags."""

    text: str = ""
    owner_ids: tuple[str, ...] = ()  # "me" stands for whoever looks, "" for nobody
    line_ids: tuple[str, ...] = ()
    client_ids: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()  # ageing levels 0-3
    blocked_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A filter with a name, lanes and density; of one agent, or of all when `owner_id` is empty."""

    id: str
    name: str
    owner_id: str = ""
    filter: Filter = Filter()
    swimlane: Swimlane = Swimlane.NONE
    density: Density = Density.FULL
    position: int = 0


INTAKE: Final = "support"
"""The board on which a ticket lies when nobody says another; it cannot be deleted."""


def default_board(workflow: Workflow) -> Board:
    """Return the support board: New shows New and Assigned, every other column one status, Closed hidden (S5)."""
    columns = [Column(id="new", name="New", status_ids=("new", "assigned"))]
    columns += [
        Column(id=status.id, name=status.name, status_ids=(status.id,))
        for status in workflow.statuses
        if status.id not in ("new", "assigned", "closed")
    ]
    return Board(id=INTAKE, name="Support", columns=tuple(columns))
