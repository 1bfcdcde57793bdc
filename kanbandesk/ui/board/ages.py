"""Which ageing level each card has reached and when the next one rises, without looking at all cards again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from kanbandesk.workflow.ageing import level, levels, next_change
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import HOUR

HORIZON = HOUR  # ms: how far ahead single moments are kept; then all cards are looked at again


class AgeBook:
    """The levels of the cards on the board, and a heap of the moments at which they rise within the next hour.

    An entry of the heap may be out of date (its card changed since): it costs one needless look when its time comes.
    The heap is made when it is first asked for: a board is to be painted before.
    """

    def __init__(self) -> None:
        self.levels: dict[str, int] = {}
        self.now = 0
        self._moments: list[tuple[int, str]] = []
        self._unseen: list[tuple[Sequence[Card], Sequence[int]]] = []
        self._horizon = 0

    def begin(self, now: int) -> None:
        """Forget all cards; it is `now` (UTC ms)."""
        self.now, self._horizon = now, now + HORIZON
        self.levels = {}
        self._moments, self._unseen = [], []

    def take(self, cards: Sequence[Card]) -> list[int]:
        """Take many cards at once; return their levels in the same order."""
        reached = levels(cards, self.now)
        self.levels.update(zip([card.id for card in cards], reached, strict=True))
        self._unseen.append((cards, reached))
        return reached

    def put(self, card: Card) -> int:
        """Take a card that is new or has changed; return its level."""
        reached = self.levels[card.id] = level(card, self.now)
        moment = next_change(card, self.now)
        if moment is not None and moment <= self._horizon:
            heappush(self._moments, (moment, card.id))
        return reached

    def drop(self, card_id: str) -> int | None:
        """Forget a card; return the level it had, None when it was not here."""
        return self.levels.pop(card_id, None)

    def next_moment(self) -> int | None:
        """Return the next moment (UTC ms) at which there is something to look at; None without cards."""
        if not self.levels:
            return None
        self._look_ahead()
        return min(self._moments[0][0], self._horizon) if self._moments else self._horizon

    def rise(self, cards: Mapping[str, Card], now: int) -> list[tuple[str, int, int]]:
        """Move on to `now`; return the cards that reached another level: id, level before, level now."""
        self._look_ahead()  # from the moment at which the cards were taken
        self.now = now
        if now >= self._horizon:
            return self._look_at_all(cards)
        risen: list[tuple[str, int, int]] = []
        moments = self._moments
        while moments and moments[0][0] <= now:
            card_id = heappop(moments)[1]
            before = self.levels.get(card_id)
            if before is not None and (after := self.put(cards[card_id])) != before:
                risen.append((card_id, before, after))
        return risen

    def _look_at_all(self, cards: Mapping[str, Card]) -> list[tuple[str, int, int]]:
        before = self.levels
        self.begin(self.now)
        kept = [cards[card_id] for card_id in before]
        pairs = zip(kept, before.values(), self.take(kept), strict=True)
        return [(card.id, old, new) for card, old, new in pairs if old != new]

    def _look_ahead(self) -> None:
        """Keep the moments of the cards taken that rise before the horizon."""
        if not self._unseen:
            return
        for cards, reached in self._unseen:
            later = levels(cards, self._horizon)
            rising = [card for card, one, other in zip(cards, reached, later, strict=True) if one != other]
            moments = ((next_change(card, self.now), card.id) for card in rising)
            self._moments += [(moment, card_id) for moment, card_id in moments if moment is not None]
        heapify(self._moments)
        self._unseen = []
