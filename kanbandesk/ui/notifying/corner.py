"""Where a toast stands above the status line: beside the cards where there is room, and never on its own one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from kanbandesk.ui.board.geometry import Rect

if TYPE_CHECKING:
    from kanbandesk.ui.stage import Stage


def left_of(stage: Stage, area: QRect, ticket_id: str) -> int:
    """Return the left edge for what is to be shown in `area` (of the window): its own, where no card lies below it.

    Else that of the first column below whose cards there is room, else the first that leaves the ticket's card to be
    seen. Nothing but the board's own ground is taken for room, neither the panel beside it nor another page.
    """
    view = stage.view
    if not view.isVisible():
        return area.left()
    origin = view.viewport().mapTo(stage.window, QPoint(0, 0))
    spots = [area.left(), *(x + origin.x() for x in _columns_with_room(stage, area.width()))]
    under = [(x, _cards_under(stage, area.translated(QPoint(x - area.left(), 0) - origin))) for x in spots]
    clear = [x for x, cards in under if not cards]
    passable = [x for x, cards in under if ticket_id not in cards]
    return [*clear, *passable, area.left()][0]


def _columns_with_room(stage: Stage, width: int) -> Iterator[int]:
    """Yield the left edges of the columns from which on so much of the board is in sight, in its sight."""
    sight = stage.view.viewport().rect()
    layout = stage.view.board_layout
    for column in layout.columns_within(Rect(0, 0, sight.width(), sight.height())):
        x = layout.body(column).x
        if 0 <= x <= sight.width() - width:
            yield x


def _cards_under(stage: Stage, area: QRect) -> set[str]:
    """Return the cards that lie below `area` of the board's sight."""
    layout = stage.view.board_layout
    place = Rect(area.x(), area.y(), area.width(), area.height())
    columns = layout.columns_within(place)
    return {shown.card_id for column in columns for shown in layout.cards_within(column, place)}
