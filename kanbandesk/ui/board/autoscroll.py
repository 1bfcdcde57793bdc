"""Scrolls the board while something is held near one of its edges."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas

EDGE = 56  # px from an edge at which it begins
FASTEST = 30  # px a step, at the edge and beyond
STEP_MS = 16


class AutoScroll(QObject):
    """A timer that runs only while there is something to scroll to; `on_scrolled` is called after each step."""

    def __init__(self, canvas: BoardCanvas, on_scrolled: Callable[[], None]) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._on_scrolled = on_scrolled
        self._point = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Tell whether the board is being scrolled."""
        return self._timer.isActive()

    def follow(self, point: QPoint) -> None:
        """Tell where the hand is (in the viewport, or beyond it)."""
        self._point = point
        if any(self._speeds()):
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """The hand is empty."""
        self._timer.stop()

    def _speeds(self) -> tuple[int, int]:
        layout = self._canvas.board_layout
        room = layout.columns.viewport
        across = _speed(self._point.x(), 0, room.width)
        column = layout.columns.nearest(self._point.x())
        if column is None:
            return across, 0
        body = layout.body(column)
        return across, _speed(self._point.y(), body.y, body.bottom)

    def _step(self) -> None:
        layout = self._canvas.board_layout
        across, down = self._speeds()
        has_moved = bool(across) and self._canvas.scroll_across(layout.columns.scroll + across)
        column = layout.columns.nearest(self._point.x())
        if column is not None and down:
            has_moved |= self._canvas.scroll_column(column, layout.offset(column) + down)
        if has_moved:
            self._on_scrolled()
        else:
            self._timer.stop()


def _speed(at: int, low: int, high: int) -> int:
    """Return by how much to scroll a step: the nearer to an edge, the faster."""
    edge = min(EDGE, (high - low) // 4)
    if edge <= 0:
        return 0
    if at < low + edge:
        return -max(1, min(FASTEST, (low + edge - at) * FASTEST // edge))
    if at >= high - edge:
        return max(1, min(FASTEST, (at - high + edge) * FASTEST // edge))
    return 0
