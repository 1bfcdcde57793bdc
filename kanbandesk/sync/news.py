"""What a writing to the replica means for the window."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from operator import attrgetter

from kanbandesk.models.boardfile import changes_of
from kanbandesk.models.cardrows import read_cards
from kanbandesk.sync.replica import Replica
from kanbandesk.sync.shadow import Shadows, Written
from kanbandesk.workflow.cards import Card, Changes
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.tickets import Ticket

MOST_TICKETS, MOST_CLIENTS = 2_000, 200
"""More changed at once is not told one by one: the board is to be read anew."""
_looks = attrgetter(*(field.name for field in dataclasses.fields(Card) if field.name != "revision"))


class News:
    """Reads back what was written, and marks the cards that wait for the server."""

    def __init__(self, replica: Replica, shadows: Shadows) -> None:
        self._replica = replica
        self._shadows = shadows

    def looks(self, ticket_ids: Iterable[str]) -> dict[str, object]:
        """Return what there is to see of these tickets' cards."""
        return {card.id: _looks(card) for card in self._marked(self._read(ticket_ids))}

    def of(self, written: Written, now: int, *, before: dict[str, object] | None = None) -> Changes | None:
        """Return what the writing means for the board, None when nothing; `now` is the desk's clock (UTC ms).

        Cards that look as they did `before` are left out.
        """
        if len(written.get(Ticket, ())) > MOST_TICKETS or len(written.get(Client, ())) > MOST_CLIENTS:
            return Changes(is_reload=True)
        changes = changes_of(self._replica.sqlite, written, now)
        if changes is None:
            return None
        cards = self._marked(changes.cards)
        if before:
            cards = tuple(card for card in cards if before.get(card.id) != _looks(card))
        changes = dataclasses.replace(changes, cards=cards)
        return None if changes == Changes() else changes

    def _read(self, ticket_ids: Iterable[str]) -> tuple[Card, ...]:
        return tuple(read_cards(self._replica.sqlite, sorted(ticket_ids)))

    def _marked(self, cards: tuple[Card, ...]) -> tuple[Card, ...]:
        pending = self._shadows.ids(Ticket)
        for card in cards:
            card.is_pending = card.id in pending
        return cards
