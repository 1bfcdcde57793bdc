"""What of a widget is painted while a test looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class _Watcher(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.areas: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.region().boundingRect())
        return False


@contextmanager
def painted_areas(widget: QWidget) -> Iterator[list[QRect]]:
    """Give the list into which each painting of `widget` writes its area; what is due before is painted before."""
    for _ in range(3):
        QApplication.processEvents()
    watcher = _Watcher()
    widget.installEventFilter(watcher)
    yield watcher.areas
    widget.removeEventFilter(watcher)
