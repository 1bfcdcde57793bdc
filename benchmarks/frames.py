"""Times frames: from the moment an event is posted until what came of it is painted and handed to the screen."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

PATIENCE_MS = 20_000
LOOK_MS = 2
"""How often a condition is looked at. The loop rests between: a thread at work is to have its processor."""

FIRST, LAST = 1_000_000, -1_000_000
"""Priorities of posted events: before and behind everything that Qt posts itself."""

_MARK = QEvent.Type(QEvent.registerEventType())


class NotPainted(Exception):
    """An event that should have changed the picture did not; the text names it."""


class Frames(QObject):
    """Posts events and waits for the frame of a canvas that shows what came of them."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__()
        self._canvas = canvas
        self._is_shown: Callable[[], bool] | None = None
        self._loop = QEventLoop()
        self.started_ns = 0  # of the last frame, when its event was posted
        self._painted_ns = 0
        canvas.installEventFilter(self)

    def frame(
        self, what: str, act: Callable[[], object], is_shown: Callable[[], bool] | None = None
    ) -> float:
        """Return the milliseconds from `act` (which posts an event) to the end of the frame that shows it.

        `is_shown` is asked at every painting whether it is that one; without it the first painting is. Raises
        NotPainted when none came.
        """
        self.settle()
        timer = QTimer(singleShot=True, interval=PATIENCE_MS)
        timer.timeout.connect(lambda: self._loop.exit(1))
        timer.start()
        self._is_shown = is_shown or (lambda: True)
        self.started_ns = time.perf_counter_ns()
        act()
        if self._loop.exec():
            self._is_shown = None
            raise NotPainted(what)
        timer.stop()
        return (self._painted_ns - self.started_ns) / 1e6

    def settle(self) -> None:
        """Let everything that is posted by now be done, paintings too."""
        QCoreApplication.postEvent(self, QEvent(_MARK), LAST)
        self._loop.exec()

    def wait(self, is_over: Callable[[], bool], what: str) -> None:
        """Let the program go on until a condition holds. Raises NotPainted when it never does."""
        if is_over():
            return
        loop = QEventLoop()
        looks = QTimer(interval=LOOK_MS)
        looks.timeout.connect(lambda: loop.exit(0) if is_over() else None)
        patience = QTimer(singleShot=True, interval=PATIENCE_MS)
        patience.timeout.connect(lambda: loop.exit(1))
        looks.start()
        patience.start()
        if loop.exec():
            raise NotPainted(what)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's
        """See a painting begin; the mark posted now is delivered right after the frame has gone to the screen."""
        if event.type() == QEvent.Type.Paint and self._is_shown is not None and self._is_shown():
            self._is_shown = None
            QCoreApplication.postEvent(self, QEvent(_MARK), FIRST)
        return False

    def event(self, event: QEvent) -> bool:
        """Take the mark."""
        if event.type() != _MARK:
            return super().event(event)
        self._painted_ns = time.perf_counter_ns()
        self._loop.exit(0)
        return True


def post_wheel(canvas: QWidget, place: QPoint, steps: int) -> None:
    """Turn the wheel at a place, by `steps` of 120 (downwards when negative)."""
    where = QPointF(place)
    event = QWheelEvent(
        where,
        QPointF(canvas.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.postEvent(canvas, event)


def post_mouse(canvas: QWidget, kind: QEvent.Type, place: QPoint) -> None:
    """Press, move or release the left button at a place; while moving it is held."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind,
        QPointF(place),
        QPointF(canvas.mapToGlobal(place)),
        none if kind == QEvent.Type.MouseMove else left,
        none if kind == QEvent.Type.MouseButtonRelease else left,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.postEvent(canvas, event)


def post_key(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and let go of a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.postEvent(widget, QKeyEvent(kind, key, modifiers, text))
