"""Which cards are offered to this person, kept from change to change: a board of 100,000 is gone through only once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.offers import Offers
from kanbandesk.workflow.cards import Card, Changes


class OfferBook(QObject):
    """New tickets and transfers for this person."""

    changed = Signal()

    def __init__(self, model: BoardModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.offers = Offers()
        self._ids: set[str] = set()
        self._has_looked = False

    def begin(self) -> None:
        """Forget all: the board or its settings are new."""
        self.offers.settle(self._model.snapshot)
        self._has_looked = False
        self.changed.emit()

    def apply(self, changes: Changes) -> None:
        """Take what has changed; the model has it already."""
        if changes.settings is not None:
            self.begin()
        elif self._has_looked and (changes.cards or changes.removed):
            before = set(self._ids)
            self._ids.difference_update(changes.removed)
            for card in changes.cards:
                if self._is_offered(card):
                    self._ids.add(card.id)
                else:
                    self._ids.discard(card.id)
            touched = {card.id for card in changes.cards} & (before | self._ids)
            if touched or before != self._ids:
                self.changed.emit()
        elif changes.cards or changes.removed:
            self.changed.emit()

    def cards(self) -> list[Card]:
        """Return the cards that are offered, in no order."""
        if not self._has_looked:
            self._has_looked = True
            self._ids = {card.id for card in self._model.cards.values() if self._is_offered(card)}
        cards = self._model.cards
        return [cards[card_id] for card_id in self._ids if card_id in cards]

    def is_transfer(self, ticket_id: str) -> bool:
        """Tell whether a transfer of this ticket is offered to this person (R8a)."""
        card = self._model.cards.get(ticket_id)
        return card is not None and self.offers.is_transfer(card)

    def holds(self, ticket_id: str) -> bool:
        """Tell whether a ticket is offered now."""
        card = self._model.cards.get(ticket_id)
        return card is not None and self._is_offered(card)

    def _is_offered(self, card: Card) -> bool:
        return self.offers.is_new(card) or self.offers.is_transfer(card)
