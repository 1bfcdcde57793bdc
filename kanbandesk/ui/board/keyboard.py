"""What keys do on the board. Letters are left to the window's actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from kanbandesk.ui.board.view import BoardView

Key = Qt.Key
_ACROSS = {Key.Key_Left: -1, Key.Key_Right: 1}
_DOWN = {Key.Key_Up: -1, Key.Key_Down: 1}


class Keyboard:
    """Turns key presses into steps."""

    def __init__(self, view: BoardView) -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; tell whether it was one of the board's."""
        key = Key(event.key())
        if key in (Key.Key_Return, Key.Key_Enter) and self._view.current_id():
            self._view.card_activated.emit(self._view.current_id())
        elif key in _DOWN:
            self._step(_DOWN[key])
        elif key in _ACROSS:
            self._cross(_ACROSS[key])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        place = self._view.locate(self._view.current_id())
        if place is None:
            return self._begin()
        order = self._order(place[0])
        index = order.index(self._view.current_id()) + by
        if 0 <= index < len(order):
            self._go(order[index])
        return None

    def _cross(self, by: int) -> None:
        layout = self._view.board_layout
        place = self._view.locate(self._view.current_id())
        if place is None:
            return self._begin()
        column, lane, index = place
        top, height = layout.extent(column, lane, index)
        middle = top + height // 2 - layout.offset(column)
        column += by
        while 0 <= column < layout.columns.count:
            order = self._order(column)
            if order:
                rects = ((self._view.rect_of(card_id), card_id) for card_id in order)
                body = layout.body(column).y
                self._go(
                    min(
                        rects,
                        key=lambda pair: (
                            abs(pair[0].y + pair[0].height // 2 - body - middle) if pair[0] else 0
                        ),
                    )[1]
                )
                return None
            column += by
        return None

    def _begin(self) -> None:
        for column in range(self._view.board_layout.columns.count):
            if order := self._order(column):
                self._go(order[0])
                return

    def _order(self, column: int) -> list[str]:
        return [card_id for cell in self._view.board_layout.cells[column] for card_id in cell.ids]

    def _go(self, card_id: str) -> None:
        self._view.change_selection(lambda selection: selection.only(card_id))
        self._view.reveal(card_id)
