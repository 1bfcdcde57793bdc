"""Cards that lie where a hand has put them while the desk has not confirmed it yet."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from kanbandesk.workflow.cards import Card


@dataclass(slots=True)
class Pending:
    """A card on its way: what the desk last said of it, and how many moves are under way."""

    truth: Card
    moves: int = 1


class Pendings:
    """Keeps the desk's word beside the shown cards, so that a refusal finds the exact way back."""

    def __init__(self) -> None:
        self._records: dict[str, Pending] = {}

    def clear(self) -> None:
        """Forget all that is under way, as when the board is read anew."""
        self._records.clear()

    def moved(self, card: Card, status_id: str, rank: str) -> Card:
        """Return `card` as it looks in its new place, and remember that a move of it is under way."""
        record = self._records.get(card.id)
        if record is None:
            self._records[card.id] = Pending(card)
        else:
            record.moves += 1
        shown = copy(card)
        shown.status_id, shown.rank, shown.is_pending = status_id, rank, True
        return shown

    def merged(self, truth: Card, shown: Card | None) -> Card:
        """Return how a card that the desk has changed is to be shown: a place not yet confirmed stays.

        A change of the place confirms one move; other changes (a message came) leave the card where the hand put it.
        """
        record = self._records.get(truth.id)
        if record is None or shown is None:
            return truth
        if (truth.status_id, truth.rank) != (record.truth.status_id, record.truth.rank):
            record.moves -= 1
            if record.moves <= 0:
                del self._records[truth.id]
                return truth
        record.truth = truth
        kept = copy(truth)
        kept.status_id, kept.rank, kept.is_pending = shown.status_id, shown.rank, True
        return kept

    def forget(self, card_ids: Iterable[str]) -> list[Card]:
        """End what is under way with these cards; return them as the desk knows them."""
        records = [self._records.pop(card_id, None) for card_id in card_ids]
        return [record.truth for record in records if record is not None]
