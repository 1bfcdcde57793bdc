"""Which cards are chosen, and which one the keyboard stands on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set


class Selection:
    """A set of ids with a current one and the anchor from which a range is drawn."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self.current = ""
        self._anchor = ""

    def only(self, card_id: str) -> None:
        """Choose one card and stand on it; none at all with an empty id."""
        self.ids = {card_id} if card_id else set()
        self.current = self._anchor = card_id

    def toggle(self, card_id: str) -> None:
        """Add or remove a card, and stand on it."""
        self.ids = self.ids ^ {card_id}
        self.current = self._anchor = card_id

    def add(self, card_id: str) -> None:
        """Choose a card too, and stand on it."""
        self.ids = self.ids | {card_id}
        self.current = self._anchor = card_id

    def walk_to(self, card_id: str) -> None:
        """Stand on a card without choosing others away or to."""
        self.current = card_id

    def extend_to(self, card_id: str, order: Sequence[str]) -> None:
        """Choose all from the anchor to `card_id` in `order`; only the card when the anchor is not among them."""
        if self._anchor not in order:
            self._anchor = card_id
        first, last = sorted((order.index(self._anchor), order.index(card_id)))
        self.ids = set(order[first : last + 1])
        self.current = card_id

    def take(self, ids: Iterable[str], current: str = "") -> None:
        """Choose exactly `ids`; `current` stays when it is empty and still chosen."""
        self.ids = set(ids)
        if current or self.current not in self.ids:
            self.current = current
        self._anchor = self.current

    def forget(self, gone: Set[str], heir: str) -> None:
        """Take cards that have left the board out of the choice; `heir` is stood on when the current one went."""
        self.ids = self.ids - gone
        if self.current in gone:
            self.current = self._anchor = heir
            self.ids = self.ids or ({heir} if heir else set())
