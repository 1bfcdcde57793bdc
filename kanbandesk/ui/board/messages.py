"""Messages in place: why something was refused, beside where it was tried, until it has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kanbandesk.ui.board import overlay
from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.board.scene import Bubble

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas

SHORTEST = 3_000  # ms that a message stays
PER_LETTER = 55  # ms more for each


class Messages(QObject):
    """Shows one message at a time over the board."""

    def __init__(self, canvas: BoardCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    @property
    def is_shown(self) -> bool:
        """Tell whether there is a message."""
        return self._canvas.scene.bubble is not None

    def show(self, text: str, beside: Rect) -> None:
        """Show `text` at the upper edge of a rectangle, within the viewport."""
        self.hide()
        if not text:
            return
        canvas = self._canvas
        width, height = overlay.bubble_size(text, canvas.cards)
        room = canvas.board_layout.columns.viewport
        x = beside.x + (beside.width - width) // 2
        x = max(8, min(x, room.width - width - 8))
        y = max(8, min(beside.y + 8, room.height - height - 8))
        canvas.scene.bubble = Bubble(text, Rect(x, y, width, height))
        canvas.damage(canvas.scene.bubble.place)
        self._timer.start(SHORTEST + PER_LETTER * len(text))

    def hide(self) -> None:
        """Take the message away."""
        self._timer.stop()
        bubble, self._canvas.scene.bubble = self._canvas.scene.bubble, None
        if bubble is not None:
            self._canvas.damage(bubble.place)
