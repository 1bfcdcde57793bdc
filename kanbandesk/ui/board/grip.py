"""A hand on a scroll bar's thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from kanbandesk.ui.board.scroll_bars import ACROSS, Bar, bar_at

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas


class Grip:
    """Scrolls while a thumb is held."""

    def __init__(self, canvas: BoardCanvas) -> None:
        self._canvas = canvas
        self._bar: Bar | None = None
        self._start = QPoint()
        self._scroll = 0

    @property
    def is_active(self) -> bool:
        """Tell whether a thumb is held."""
        return self._bar is not None

    def press(self, point: QPoint) -> bool:
        """Take hold of the thumb under a point; tell whether there is one."""
        layout = self._canvas.board_layout
        self._bar, self._start = bar_at(layout, point.x(), point.y()), point
        if self._bar is not None:
            is_across = self._bar.column == ACROSS
            self._scroll = layout.columns.scroll if is_across else layout.offset(self._bar.column)
        return self._bar is not None

    def pull(self, point: QPoint) -> None:
        """Move the thumb to where the hand is."""
        bar, way = self._bar, point - self._start
        if bar is not None and bar.column == ACROSS:
            self._canvas.scroll_across(self._scroll + bar.scroll_for(way.x()))
        elif bar is not None:
            self._canvas.scroll_column(bar.column, self._scroll + bar.scroll_for(way.y()))

    def let_go(self) -> None:
        """Take the hand away."""
        self._bar = None
