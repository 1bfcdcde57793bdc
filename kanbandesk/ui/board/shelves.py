"""The order of the cards: for each column all of them, and those shown, by lane. Sorted by rank, ties by id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter, eq

from kanbandesk.workflow.cards import Card


class Shelves:
    """Sorted lists of ids over a mapping of cards; a card must be taken out before its rank changes."""

    def __init__(self, cards: Mapping[str, Card]) -> None:
        self._cards = cards
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
        self._insert(self._all[column_id], card_id)
        if is_shown:
            self._insert(self._shown[column_id].setdefault(lane_id, []), card_id)

    def take(self, column_id: str, lane_id: str, card_id: str) -> None:
        """Take a card out; it still has the rank by which it was put in."""
        for ids in (self._all[column_id], self._shown[column_id].get(lane_id, [])):
            index = self.position(ids, card_id)
            if index < len(ids) and ids[index] == card_id:
                del ids[index]

    def position(self, ids: Sequence[str], card_id: str) -> int:
        """Return where in the ordered `ids` a card is, or would be."""
        return bisect_left(ids, self._key(card_id), key=self._key)

    def _key(self, card_id: str) -> tuple[str, str]:
        return self._cards[card_id].rank, card_id

    def _insert(self, ids: list[str], card_id: str) -> None:
        ids.insert(self.position(ids, card_id), card_id)
