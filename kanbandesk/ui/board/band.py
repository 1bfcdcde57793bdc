"""The rubber band: a rectangle drawn over empty space chooses the cards it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from kanbandesk.ui.board.geometry import NOWHERE, Rect

if TYPE_CHECKING:
    from kanbandesk.ui.board.view import BoardView


class Band:
    """A rubber band over the view."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._start = QPoint()
        self._before: frozenset[str] = frozenset()
        self.is_active = False

    def press(self, point: QPoint, *, is_adding: bool) -> None:
        """A button went down on empty space: the choice is given up, unless more is to be added."""
        self._start = point
        if not is_adding:
            self._view.change_selection(lambda selection: selection.take((), selection.current))
        self._before = frozenset(self._view.selection.ids)

    def stretch(self, point: QPoint) -> None:
        """Draw the band to a point, and choose what it touches."""
        view, layout, start = self._view, self._view.board_layout, self._start
        self.is_active = True
        view.damage(view.scene.band)
        band = Rect(min(start.x(), point.x()), min(start.y(), point.y()), 1, 1)
        band = band._replace(width=abs(start.x() - point.x()) + 1, height=abs(start.y() - point.y()) + 1)
        view.scene.band = band
        view.damage(band)
        inside = {
            shown.card_id
            for column in layout.columns_within(band)
            for shown in layout.cards_within(column, band)
            if not shown.rect.intersected(band).is_empty
        }
        view.change_selection(lambda selection: selection.take(self._before | inside))

    def let_go(self) -> None:
        """Take the band away; the choice stays."""
        self.is_active = False
        self._view.damage(self._view.scene.band)
        self._view.scene.band = NOWHERE
