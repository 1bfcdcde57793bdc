"""The board in three figures, for the status line and for a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.workflow.statuses import StatusKind

STALE = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """Open tickets on the board, those at the highest ageing level, and the longest silence of a client in ms."""

    open: int
    stale: int
    silence: int | None


def figures(model: BoardModel, now: int) -> Figures:
    """Return the figures of the whole board at `now` (UTC ms), whatever a filter hides."""
    counts = [model.counts(column.id) for column in model.columns]
    return Figures(
        sum(count.total for count in counts),
        sum(count.levels[STALE] for count in counts),
        oldest_silence(model, now),
    )


def oldest_silence(model: BoardModel, now: int) -> int | None:
    """Return for how long (ms) the quietest client has not answered us; None when nobody is waited for (R10)."""
    waiting = {
        status.id for status in model.snapshot.workflow.statuses if status.kind is StatusKind.WAITING_CLIENT
    }
    moments = (
        card.answered_at if card.answered_at is not None else card.status_since
        for card in model.cards.values()
        if card.status_id in waiting
    )
    since = min(moments, default=None)
    return None if since is None else max(0, now - since)
