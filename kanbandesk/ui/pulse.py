"""The board in three figures, for the status line and for a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.workflow.cards import Card, Changes
from kanbandesk.workflow.statuses import StatusKind

STALE = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """Open tickets on the board, those at the highest ageing level, and the longest silence of a client in ms."""

    open: int
    stale: int
    silence: int | None


class Pulse:
    """Keeps what the figures need, so that a change costs only itself and not a look at every card."""

    def __init__(self, model: BoardModel) -> None:
        self._model = model
        self._waiting: frozenset[str] = frozenset()
        self._silent_since: dict[str, int] = {}

    def load(self) -> None:
        """Look at the whole board, as after it was read."""
        self._waiting = frozenset(
            status.id
            for status in self._model.snapshot.workflow.statuses
            if status.kind is StatusKind.WAITING_CLIENT
        )
        waiting = self._waiting
        self._silent_since = {
            card.id: _last_word(card)
            for card in self._model.cards.values()
            if card.status_id in waiting and self._model.belonging.column_of(card)
        }

    def apply(self, changes: Changes) -> None:
        """Follow what has changed."""
        if changes.settings is not None:
            self.load()
            return
        for ticket_id in (*changes.removed, *(card.id for card in changes.cards)):
            self._silent_since.pop(ticket_id, None)
        self._silent_since.update(
            (card.id, _last_word(card))
            for card in changes.cards
            if card.status_id in self._waiting and self._model.belonging.column_of(card)
        )

    def figures(self, now: int) -> Figures:
        """Return the figures of the whole board at `now` (UTC ms), whatever a filter hides."""
        counts = [self._model.counts(column.id) for column in self._model.columns]
        since = min(self._silent_since.values(), default=None)
        return Figures(
            sum(count.total for count in counts),
            sum(count.levels[STALE] for count in counts),
            None if since is None else max(0, now - since),
        )


def _last_word(card: Card) -> int:
    """Return from when on the client's silence counts: our last answer (R10), else the entry into the status (C9)."""
    return card.answered_at if card.answered_at is not None else card.status_since
