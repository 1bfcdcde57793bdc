"""The order of the cards: for each column all of them, and those shown, by lane. Sorted by rank, ties by id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter, eq

from kanbandesk.workflow.cards import Card

FEW = 64  # steps after which a column is read anew


class Steps:
    """What has happened to the shown cards since the layout last followed: step by step, or "all of a column"."""

    def __init__(self) -> None:
        self.columns: set[str] = set()  # those to be read anew
        self._by_cell: dict[tuple[str, str], list[tuple[int, str]]] = {}

    def of(self, column_id: str, lane_id: str) -> list[tuple[int, str]]:
        """Return the steps of a cell in their order: where, and which card came; an empty id when one went."""
        return self._by_cell.get((column_id, lane_id), [])

    def touched(self) -> set[str]:
        """Return the columns in which anything happened."""
        return self.columns | {column_id for column_id, _ in self._by_cell}

    def add(self, column_id: str, lane_id: str, index: int, card_id: str = "") -> None:
        """A card came to a place, or went from it."""
        steps = self._by_cell.setdefault((column_id, lane_id), [])
        steps.append((index, card_id))
        if len(steps) > FEW:
            self.columns.add(column_id)
            steps.clear()  # nobody will ask for them one by one

    def clear(self) -> None:
        """The layout has followed."""
        self.columns.clear()
        self._by_cell.clear()


class Shelves:
    """Sorted lists of ids over a mapping of cards; a card must be taken out before its rank changes."""

    def __init__(self, cards: Mapping[str, Card], steps: Steps) -> None:
        self._cards = cards
        self._steps = steps
        self._all: dict[str, list[str]] = {}
        self._shown: dict[str, dict[str, list[str]]] = {}

    def load(self, column_id: str, cards: list[Card]) -> None:
        """Put all cards of a column in order."""
        cards.sort(key=attrgetter("rank"))
        ranks = [card.rank for card in cards]
        if any(map(eq, ranks, ranks[1:])):  # rarely; two sorts by text are faster than one by pairs
            cards.sort(key=attrgetter("id"))
            cards.sort(key=attrgetter("rank"))
        self._all[column_id] = [card.id for card in cards]

    def show(self, column_id: str, ids: Iterable[str], lane_of: Callable[[Card], str] | None) -> None:
        """Show `ids` (in their order) of a column, cut into lanes where `lane_of` is given."""
        self._steps.columns.add(column_id)
        if lane_of is None:
            self._shown[column_id] = {"": list(ids)}
            return
        lanes = self._shown[column_id] = {}
        cards = self._cards
        for card_id in ids:
            lanes.setdefault(lane_of(cards[card_id]), []).append(card_id)

    def members(self, column_id: str) -> Sequence[str]:
        """Return all ids of a column."""
        return self._all.get(column_id, ())

    def ids(self, column_id: str, lane_id: str) -> Sequence[str]:
        """Return the shown ids of a column and lane."""
        return self._shown.get(column_id, {}).get(lane_id, ())

    def shown(self, column_id: str) -> Mapping[str, Sequence[str]]:
        """Return the shown ids of a column by lane."""
        return self._shown.get(column_id, {})

    def lanes(self) -> dict[str, tuple[int, str]]:
        """Return for each lane how many cards it shows, and the id of one of them."""
        lanes: dict[str, tuple[int, str]] = {}
        for cells in self._shown.values():
            for lane_id, ids in cells.items():
                if ids:
                    lanes[lane_id] = (lanes.get(lane_id, (0, ""))[0] + len(ids), ids[0])
        return lanes

    def put(self, column_id: str, lane_id: str, card_id: str, *, is_shown: bool) -> None:
        """Put a card where its rank says."""
        members = self._all[column_id]
        members.insert(self.position(members, card_id), card_id)
        if is_shown:
            shown = self._shown[column_id].setdefault(lane_id, [])
            index = self.position(shown, card_id)
            shown.insert(index, card_id)
            self._steps.add(column_id, lane_id, index, card_id)

    def take(self, column_id: str, lane_id: str, card_id: str) -> None:
        """Take a card out; it still has the rank by which it was put in."""
        members, shown = self._all[column_id], self._shown[column_id].get(lane_id, [])
        del members[self.position(members, card_id)]
        index = self.position(shown, card_id)
        if index < len(shown) and shown[index] == card_id:
            del shown[index]
            self._steps.add(column_id, lane_id, index)

    def position(self, ids: Sequence[str], card_id: str) -> int:
        """Return where in the ordered `ids` a card is, or would be."""
        return bisect_left(ids, self._key(card_id), key=self._key)

    def _key(self, card_id: str) -> tuple[str, str]:
        return self._cards[card_id].rank, card_id
