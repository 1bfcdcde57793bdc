"""The order of the cards in a column, as a mutation sees it: by rank and, sharing one, by id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Select

from kanbandesk.models import statements
from kanbandesk.models.rows import mapping
from kanbandesk.models.shelf import Shelf
from kanbandesk.workflow.tickets import Ticket

FEW = 2
"""Cards asked for at first: the nearest one is mostly not among those that are still to be written."""


class ColumnReads:
    """The part of a Transaction that asks for places; each question is answered from the index by rank.

    What is not in the database yet is reckoned in here, so that a question makes nobody write.
    """

    _shelf: Shelf

    def _unwritten(self, kind: type[Any]) -> Mapping[str, Any]:
        """Return what is not in the database yet, by id; None for what was deleted."""
        raise NotImplementedError

    def edge_rank(self, status_ids: tuple[str, ...], *, is_first: bool) -> str:
        """Return the rank of the first (or last) card in these statuses, empty when there is none."""
        if is_first:
            return self._outermost(min, statements.FIRST_RANKS, status_ids)
        return self._outermost(max, statements.LAST_RANKS, status_ids)

    def neighbour_rank(self, status_ids: tuple[str, ...], rank: str, *, is_next: bool) -> str:
        """Return the rank of the card next to (or before) `rank` in these statuses, empty at the edge."""
        if is_next:
            return self._outermost(min, statements.NEXT_RANKS, status_ids, lambda one: one > rank, rank=rank)
        return self._outermost(max, statements.PREVIOUS_RANKS, status_ids, lambda one: one < rank, rank=rank)

    def nearest(
        self, status_ids: tuple[str, ...], rank: str, ticket_id: str, count: int, *, is_next: bool
    ) -> list[Ticket]:
        """Return up to `count` cards in these statuses, nearest first: those from a place on, or those before it."""
        statement = statements.NEAREST_ON if is_next else statements.NEAREST_BEFORE
        unwritten = self._unwritten(Ticket)
        bounds = {"rank": rank, "ticket_id": ticket_id, "count": count + len(unwritten)}
        found: list[Ticket] = [
            card
            for card in _in(status_ids, unwritten)
            if ((card.rank, card.id) >= (rank, ticket_id)) is is_next
        ]
        for status_id in status_ids:
            rows = self._shelf.places(statement, {"status_id": status_id, **bounds})
            cards = mapping(Ticket).entities(rows)
            found += [card for card in cards if card.id not in unwritten]
        found.sort(key=lambda card: (card.rank, card.id), reverse=not is_next)
        return found[:count]

    def _outermost(
        self,
        choose: Callable[[list[str]], str],
        ranks: Select[Any],
        status_ids: tuple[str, ...],
        is_within: Callable[[str], bool] = lambda _: True,
        **bounds: str,
    ) -> str:
        unwritten = self._unwritten(Ticket)
        found = [card.rank for card in _in(status_ids, unwritten) if is_within(card.rank)]
        for status_id in status_ids:
            asked = {"status_id": status_id, **bounds}
            nearest = self._shelf.places(statements.nearest(ranks, FEW), asked)
            if len(nearest) == FEW and all(card_id in unwritten for _, card_id in nearest):
                more = asked | {"count": len(unwritten) + 1}
                nearest = self._shelf.places(statements.nearest(ranks), more)
            found += [rank for rank, card_id in nearest if card_id not in unwritten][:1]
        return choose(found) if found else ""


def _in(status_ids: tuple[str, ...], unwritten: Mapping[str, Ticket | None]) -> list[Ticket]:
    """Return those of the cards that lie in one of the statuses."""
    return [card for card in unwritten.values() if card is not None and card.status_id in status_ids]
