"""Which ageing level each card has reached and when the next one rises, without looking at all cards again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

from kanbandesk.workflow.ageing import level, next_change
from kanbandesk.workflow.cards import Card


class AgeBook:
    """The levels of the cards on the board, and a heap of the moments at which they rise.

    An entry of the heap may be out of date (its card changed since): it costs one needless look when its time comes.
    """

    def __init__(self) -> None:
        self.levels: dict[str, int] = {}
        self.now = 0
        self._moments: list[tuple[int, str]] = []

    def load(self, cards: Iterable[Card], now: int) -> None:
        """Begin anew with `cards` at `now` (UTC ms)."""
        self.now = now
        self.levels = {}
        self._moments = []
        for card in cards:
            reached = self.levels[card.id] = level(card, now)
            if reached < 3 and (moment := next_change(card, now)) is not None:
                self._moments.append((moment, card.id))
        heapify(self._moments)

    def put(self, card: Card) -> int:
        """Take a card that is new or has changed; return its level."""
        reached = self.levels[card.id] = level(card, self.now)
        if (moment := next_change(card, self.now)) is not None:
            heappush(self._moments, (moment, card.id))
        return reached

    def drop(self, card_id: str) -> int | None:
        """Forget a card; return the level it had, None when it was not here."""
        return self.levels.pop(card_id, None)

    def next_moment(self) -> int | None:
        """Return the next moment (UTC ms) at which some card may reach another level."""
        return self._moments[0][0] if self._moments else None

    def rise(self, cards: Mapping[str, Card], now: int) -> list[tuple[str, int, int]]:
        """Move on to `now`; return the cards that reached another level: id, level before, level now."""
        self.now = now
        risen: list[tuple[str, int, int]] = []
        moments = self._moments
        while moments and moments[0][0] <= now:
            card_id = heappop(moments)[1]
            before = self.levels.get(card_id)
            if before is None:
                continue
            after = self.put(cards[card_id])
            if after != before:
                risen.append((card_id, before, after))
        return risen
