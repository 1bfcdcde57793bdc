"""PySide6 6.12.0 on Python 3.11 lost a reference to None at nearly every call, until the interpreter aborted.

Where a version does that again these tests fail, long before anybody's board does. From Python 3.12 on, None is
immortal and its count says nothing: there they pass with any version.
"""

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

CALLS = 200
OTHERS = 20
"""What other threads and the loop itself may hold at the moment of counting; a leak is one for each call."""


class Bell(QObject):
    """Something that can emit."""

    rang = Signal()


def test_painting_keeps_the_references_to_none(qtbot: QtBot) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.red)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.setPen(Qt.GlobalColor.red)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert abs(lost) < OTHERS


def test_emitting_keeps_the_references_to_true(qtbot: QtBot) -> None:
    bell = Bell()
    bell.rang.emit()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        bell.rang.emit()
    lost = before - sys.getrefcount(True)
    assert abs(lost) < OTHERS
