"""The order of the cards in a column, as a mutation sees it: by rank and, sharing one, by id."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Select

from kanbandesk.models import statements
from kanbandesk.models.direct import Direct
from kanbandesk.models.rows import mapping
from kanbandesk.workflow.tickets import Ticket


class ColumnReads:
    """The part of a Transaction that asks for places; each question is answered from the index by rank."""

    direct: Direct

    def _write_rows(self) -> None:
        """Write what waits: the questions go to the database."""
        raise NotImplementedError

    def edge_rank(self, status_ids: tuple[str, ...], *, is_first: bool) -> str:
        """Return the rank of the first (or last) card in these statuses, empty when there is none."""
        if is_first:
            return self._outermost(min, statements.FIRST_RANK, status_ids)
        return self._outermost(max, statements.LAST_RANK, status_ids)

    def neighbour_rank(self, status_ids: tuple[str, ...], rank: str, *, is_next: bool) -> str:
        """Return the rank of the card next to (or before) `rank` in these statuses, empty at the edge."""
        if is_next:
            return self._outermost(min, statements.NEXT_RANK, status_ids, rank=rank)
        return self._outermost(max, statements.PREVIOUS_RANK, status_ids, rank=rank)

    def nearest(
        self, status_ids: tuple[str, ...], rank: str, ticket_id: str, count: int, *, is_next: bool
    ) -> list[Ticket]:
        """Return up to `count` cards in these statuses, nearest first: those from a place on, or those before it."""
        self._write_rows()
        statement = statements.NEAREST_ON if is_next else statements.NEAREST_BEFORE
        bounds = {"rank": rank, "ticket_id": ticket_id, "count": count}
        found: list[Ticket] = []
        for status_id in status_ids:
            rows = self.direct.all(statement, {"status_id": status_id, **bounds})
            found += mapping(Ticket).entities(rows)
        found.sort(key=lambda card: (card.rank, card.id), reverse=not is_next)
        return found[:count]

    def _outermost(
        self,
        choose: Callable[[list[str]], str],
        statement: Select[Any],
        status_ids: tuple[str, ...],
        **bounds: str,
    ) -> str:
        self._write_rows()
        found = [self.direct.scalar(statement, {"status_id": one, **bounds}) for one in status_ids]
        ranks = [rank for rank in found if rank is not None]
        return choose(ranks) if ranks else ""
