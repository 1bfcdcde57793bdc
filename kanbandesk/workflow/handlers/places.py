"""Where a card comes to lie in its column: ranks between the anchors, and the cards around spaced out as they grow."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.commands import Place
from kanbandesk.workflow.ranks import LIMIT, SHORT, rank_between, spaced_ranks
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Transaction

NEAR = 16
"""Cards on either side of a place that are spaced out first; twice as many, and again, while they lie too close."""


def column_statuses(tx: Transaction, board_id: str, status_id: str) -> tuple[str, ...]:
    """Return the statuses of the column that shows `status_id`; the status alone when the board hides it (S5)."""
    board = tx.find(Board, board_id)
    column = board.column_of(status_id) if board is not None else None
    return (status_id,) if column is None else column.status_ids


def rank_for(tx: Transaction, ticket: Ticket, status_id: str, place: Place | None) -> str:
    """Return the rank with which `ticket` comes to lie at `place` in the column of `status_id`.

    Without a place a card stays where it is when the column stays the same, else it goes on top. An anchor that has
    left the column in the meantime gives way to the nearest edge. May space out the cards around that place.
    """
    statuses = column_statuses(tx, ticket.board_id, status_id)
    if place is None:
        if ticket.rank and ticket.status_id in statuses:
            return ticket.rank
        place = Place()
    column = _Column(tx, ticket.id, statuses)
    rank = column.rank_at(place)
    if rank is None or len(rank) >= LIMIT:
        column.space_out(place)
        rank = column.rank_at(place)
    assert rank is not None
    return rank


@dataclass(frozen=True, slots=True)
class _Column:
    """The cards in some statuses, seen by one that is to be placed among them."""

    tx: Transaction
    ticket_id: str
    statuses: tuple[str, ...]

    def rank_at(self, place: Place) -> str | None:
        """Return a rank for the place, None where two cards share the rank that it should lie between.

        Who lies there already keeps the rank.
        """
        after, before = self._anchor(place.after), self._anchor(place.before)
        if after is not None:
            if before is not None and before.rank == after.rank:
                return None
            return self._between(after.rank, self._next(after.rank, is_next=True))
        if before is not None:
            return self._between(self._next(before.rank, is_next=False), before.rank)
        if place.after and not place.before:  # the anchor is gone: it stood nearest to the lower edge
            return self._between(self.tx.edge_rank(self.statuses, is_first=False), "")
        return self._between("", self.tx.edge_rank(self.statuses, is_first=True))

    def _between(self, low: str, high: str) -> str:
        own = self._card(self.ticket_id)
        if own is not None and own.rank and own.rank in (low, high):
            return own.rank
        return rank_between(low, high)

    def _next(self, rank: str, *, is_next: bool) -> str:
        return self.tx.neighbour_rank(self.statuses, rank, is_next=is_next)

    def _anchor(self, ticket_id: str) -> Ticket | None:
        return self._card(ticket_id) if ticket_id != self.ticket_id else None

    def _card(self, ticket_id: str) -> Ticket | None:
        card = self.tx.find(Ticket, ticket_id) if ticket_id else None
        return card if card is not None and card.status_id in self.statuses else None

    def space_out(self, place: Place) -> None:
        """Give the cards around a place short ranks, in the order in which they lie; the further ones keep theirs."""
        rank, ticket_id = self._position(place)
        count = NEAR
        while not self._space_out(rank, ticket_id, count):
            count *= 2

    def _position(self, place: Place) -> tuple[str, str]:
        """Return the rank and id of the card by which the place is found; no id at an edge of the column."""
        anchor = self._anchor(place.after) or self._anchor(place.before)
        if anchor is not None:
            return anchor.rank, anchor.id
        is_last = bool(place.after and not place.before)
        return self.tx.edge_rank(self.statuses, is_first=not is_last), ""

    def _space_out(self, rank: str, ticket_id: str, count: int) -> bool:
        """Space out `count` cards on either side between the two next ones; False when there is no room for that."""
        before = self.tx.nearest(self.statuses, rank, ticket_id, count + 1, is_next=False)
        after = self.tx.nearest(self.statuses, rank, ticket_id, count + 1, is_next=True)
        low = before[count].rank if len(before) > count else ""
        high = after[count].rank if len(after) > count else ""
        if len(after) > count and low >= high:
            return False  # they share a rank, and so does all that lies between
        cards = [*reversed(before[:count]), *after[:count]]
        ranks = spaced_ranks(len(cards), low, high)
        if any(len(one) > SHORT for one in ranks):
            return False
        for card, new_rank in zip(cards, ranks, strict=True):
            if card.rank != new_rank:
                self.tx.put(replace(card, rank=new_rank))
        return True
