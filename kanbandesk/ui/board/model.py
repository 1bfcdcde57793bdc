"""What stands on the board: cards by column and lane, narrowed by a filter, with true counts and the columns' pulse.

No Qt here. All changes come through this class, and each tells which columns have to be laid out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kanbandesk.ui.board.ages import AgeBook
from kanbandesk.ui.board.belonging import Belonging, pair_of
from kanbandesk.ui.board.filtering import Narrowing
from kanbandesk.ui.board.lanes import Lane, lane_key, ordered_lanes
from kanbandesk.ui.board.pending import Pendings
from kanbandesk.ui.board.shelves import Shelves, Steps
from kanbandesk.workflow.ageing import LEVELS
from kanbandesk.workflow.boards import Board, Column, Density, Filter, Swimlane
from kanbandesk.workflow.cards import BoardSnapshot, Card, Changes
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.ranks import rank_between
from kanbandesk.workflow.statuses import StatusKind, Workflow

if TYPE_CHECKING:
    from kanbandesk.workflow.commands import Place

NOTHING = BoardSnapshot(
    cards=[],
    workflow=Workflow(statuses=(), sla_classes=(), urgency_cases=()),
    boards=[],
    lines=[],
    agents=[],
    views=[],
    calendars=[],
    me=Agent(id="", name=""),
    now=0,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards a column holds, how many of them the filter shows, and its pulse: all of them by ageing level."""

    total: int
    shown: int
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """What a moment has changed: columns whose pulse or order changed, cards whose level did."""

    columns: frozenset[str]
    cards: frozenset[str]


class BoardModel:
    """The board in memory. `cards` holds every card, also those of statuses that no column shows."""

    def __init__(self) -> None:
        self.snapshot = NOTHING
        self.board = Board(id="", name="", columns=())
        self.cards: dict[str, Card] = {}
        self.density = Density.FULL
        self.swimlane = Swimlane.NONE
        self.collapsed: set[str] = set()  # ids of lanes
        self.narrowing = Narrowing()
        self.agent_names: dict[str, str] = {}
        self.claimable: frozenset[str] = frozenset()  # statuses in which anybody may take a ticket
        self.changed: set[str] = set()  # ids of the cards that changed; who draws them empties it
        self.generation = 0  # counts whole boards and settings: with each, nothing that was known of it holds
        self.revision = 0  # counts all that changes
        self.ages = AgeBook()
        self._pendings = Pendings()
        self.belonging = Belonging()
        self.steps = Steps()  # what the layout has yet to follow; it clears them
        self._shelves = Shelves(self.cards, self.steps)
        self._pulse: dict[str, list[int]] = {}
        self._lane_of = lane_key(Swimlane.NONE)
        self._lanes: list[Lane] | None = None

    # -- reading ---------------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the board, from left to right."""
        return self.board.columns

    @property
    def lanes(self) -> list[Lane]:
        """The lanes that hold cards, from top to bottom; one without a name when the board is not cut."""
        if self._lanes is None:
            lanes = self._shelves.lanes()
            counts = {lane_id: count for lane_id, (count, _) in lanes.items()}
            clients = {lane_id: self.cards[card_id].client for lane_id, (_, card_id) in lanes.items()}
            is_cut = self.swimlane is not Swimlane.NONE
            whole = [Lane("", "", counts.get("", 0))]
            self._lanes = ordered_lanes(self.swimlane, counts, self.snapshot, clients) if is_cut else whole
        return self._lanes

    def ids(self, column_id: str, lane_id: str = "") -> Sequence[str]:
        """Return the ids of the shown cards of a column and lane, in their order."""
        return self._shelves.ids(column_id, lane_id)

    def counts(self, column_id: str) -> Counts:
        """Return the true counts and the pulse of a column."""
        shown = sum(map(len, self._shelves.shown(column_id).values()))
        levels = tuple(self._pulse.get(column_id, (0,) * LEVELS))
        return Counts(len(self._shelves.members(column_id)), shown, levels)

    def place_of(self, card_id: str) -> tuple[str, str] | None:
        """Return column and lane of a card, None when no column shows its status."""
        card = self.cards.get(card_id)
        column_id = self.belonging.column_of(card) if card else ""
        return (column_id, self._lane_of(card)) if card and column_id else None

    def place_between(self, column_id: str, after: str, before: str, moving: Iterable[str] = ()) -> Place:
        """Return the exact place between two neighbours on screen, hidden cards of the column counted.

        A card dropped behind `after` lies right behind it, one dropped on top of `before` right before it; with
        neither it goes to the end. Cards that are `moving` are no neighbours.
        """
        away = set(moving)
        members = self._shelves.members(column_id)
        if after in self.cards:
            index = self._shelves.position(members, after) + 1
        elif before in self.cards:
            index = self._shelves.position(members, before)
        else:
            index = len(members)
        low = next((id_ for id_ in reversed(members[:index]) if id_ not in away), "")
        high = next((id_ for id_ in members[index:] if id_ not in away), "")
        from kanbandesk.workflow.commands import Place  # not before the first painting

        return Place(after=low, before=high)

    # -- what the desk says ----------------------------------------------------------------------------------

    def load(self, snapshot: BoardSnapshot, board_id: str = "") -> None:
        """Take a whole board; filter, lanes and density stay."""
        self.snapshot = replace(snapshot, cards=[])
        self.cards = {card.id: card for card in snapshot.cards}
        self._pendings.clear()
        self._settle_board(board_id, snapshot.now)

    def apply(self, changes: Changes) -> set[str]:
        """Take what the desk has changed; return the columns that have to be laid out anew."""
        if changes.settings is not None:
            self.snapshot = replace(changes.settings, cards=[])
            self._settle_board(self.board.id, max(changes.settings.now, self.ages.now))
        touched: set[str] = {column.id for column in self.columns} if changes.settings else set()
        for card in changes.cards:
            touched |= self._put(self._pendings.merged(card, self.cards.get(card.id)))
            other = pair_of(card, self.cards)
            if other is not None and (place := self.place_of(other.id)) is not None:
                touched.add(place[0])  # it tells the age of this one
        for card_id in changes.removed:
            self._pendings.forget((card_id,))
            touched |= self._take_out(card_id)
            self.cards.pop(card_id, None)
            self.revision += 1
        return touched

    def show_board(self, board_id: str) -> None:
        """Show another board of the workspace."""
        self._settle_board(board_id, self.ages.now)

    def tick(self, now: int) -> Tick:
        """Move on to `now` (UTC ms): levels that have risen are counted anew."""
        risen = self.ages.rise(self.cards, now)
        columns: set[str] = set()
        for card_id, before, after in risen:
            card = self.cards[card_id]
            column_id = self.belonging.column_of(card)
            self._pulse[column_id][before] -= 1
            self._pulse[column_id][after] += 1
            columns.add(column_id)
            if self.narrowing.filter.levels:
                self._put(card)
        return Tick(frozenset(columns), frozenset(card_id for card_id, _, _ in risen))

    # -- what a hand does ------------------------------------------------------------------------------------

    def place_pending(self, ids: Iterable[str], status_id: str, after: str, before: str) -> set[str]:
        """Show cards in a new place at once, marked as unconfirmed; return the columns touched.

        With an empty `status_id` they keep their own (a move within the column).
        """
        touched: set[str] = set()
        low, high = (self.cards[id_].rank if id_ in self.cards else "" for id_ in (after, before))
        for card_id in ids:
            card = self.cards[card_id]
            if not high or low < high:
                low = rank_between(low, high)
            touched |= self._put(self._pendings.moved(card, status_id or card.status_id, low))
        return touched

    def revert(self, ids: Iterable[str]) -> set[str]:
        """Put refused cards back to where the desk has them; return the columns touched."""
        touched: set[str] = set()
        for truth in self._pendings.forget(ids):
            touched |= self._put(truth)
        return touched

    def settle(self, ids: Iterable[str]) -> set[str]:
        """Take the mark off cards whose command is saved; they lie where they are until the desk tells more."""
        touched: set[str] = set()
        for truth in self._pendings.forget(ids):
            card = copy(self.cards[truth.id])
            card.is_pending = truth.is_pending
            touched |= self._put(card)
        return touched

    def set_filter(self, wanted: Filter) -> None:
        """Show what `wanted` lets through. While somebody types on, only what is still shown is looked at."""
        is_narrower = self.narrowing.use(wanted)
        for column in self.columns:
            shown, members = self.ids(column.id), self._shelves.members(column.id)
            # Looking up the texts of few shown cards is faster than going through those of all.
            if is_narrower and self.swimlane is Swimlane.NONE and len(shown) < len(members) // 2:
                self._show(column.id, shown)
            else:
                self._show(column.id, members, key=column.id)

    def set_swimlane(self, swimlane: Swimlane) -> None:
        """Cut the board into lanes by a property."""
        if swimlane is not self.swimlane:
            self.collapsed.clear()
        self.swimlane = swimlane
        self._lane_of = lane_key(swimlane)
        for column in self.columns:
            self._show(column.id, self._shelves.members(column.id), key=column.id)

    # -- how ------------------------------------------------------------------------------------------------

    def _settle_board(self, board_id: str, now: int) -> None:
        """Lay all cards into the columns of a board of the snapshot; one's own first one when it has no such."""
        self.generation += 1
        self.revision += 1
        self.board = self.belonging.settle(self.snapshot, board_id)
        people = (*self.snapshot.agents, self.snapshot.me)
        self.agent_names = {agent.id: agent.name for agent in people}
        statuses = self.snapshot.workflow.statuses
        self.claimable = frozenset(status.id for status in statuses if status.kind is StatusKind.NEW)
        lists = self.belonging.by_column(self.cards.values())
        self.ages.begin(now)
        self.narrowing.load(self.snapshot.me.id)
        self._shelves, self._pulse = Shelves(self.cards, self.steps), {}
        for column_id, cards in lists.items():
            self._shelves.load(column_id, cards)
            levels = self.ages.take(cards)
            self._pulse[column_id] = [levels.count(level) for level in range(LEVELS)]
            self._show(column_id, self._shelves.members(column_id))

    def _show(self, column_id: str, ids: Sequence[str], key: str = "") -> None:
        """Show those of `ids` that the filter lets through."""
        if self.narrowing.is_on:
            ids = self.narrowing.select(ids, self.cards, self.ages.now, key)
        self._shelves.show(column_id, ids, None if self.swimlane is Swimlane.NONE else self._lane_of)
        self._lanes = None

    def _put(self, card: Card) -> set[str]:
        """Let `card` take the place of the one with its id."""
        touched = self._take_out(card.id)
        self.cards[card.id] = card
        self.revision += 1
        self.changed.add(card.id)
        self.narrowing.forget(card.id)
        column_id = self.belonging.column_of(card)
        if not column_id:
            return touched
        self._pulse[column_id][self.ages.put(card)] += 1
        is_shown = self.narrowing.passes(card, self.ages.now)
        self._shelves.put(column_id, self._lane_of(card), card.id, is_shown=is_shown)
        self.narrowing.reorder(column_id)
        self._lanes = None
        return touched | {column_id}

    def _take_out(self, card_id: str) -> set[str]:
        """Take a card out of its column, with the place it had before it changed."""
        level = self.ages.drop(card_id)
        place = self.place_of(card_id) if level is not None else None
        if place is None or level is None:
            return set()
        column_id, lane_id = place
        self._pulse[column_id][level] -= 1
        self._shelves.take(column_id, lane_id, card_id)
        self.narrowing.reorder(column_id)
        self._lanes = None
        return {column_id}
