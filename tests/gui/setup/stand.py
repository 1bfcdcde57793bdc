"""Hands on the window of settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kanbandesk.ui.setup.picks import PickEditor
from kanbandesk.ui.setup.window import SetupWindow

NONE = Qt.KeyboardModifier.NoModifier


def turn_to(window: SetupWindow, title: str) -> QWidget:
    """Go to the page with this title, also one that is no list of settings."""
    titles = [window.list.item(row).text() for row in range(window.list.count())]
    window.list.setCurrentRow(titles.index(title))
    page = window.room.currentWidget()
    assert page is not None
    return page


def typed(edit: QWidget, text: str) -> None:
    """Replace what stands in a field by typing."""
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(edit, text)


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keys go."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def picked(editor: PickEditor, text: str) -> None:
    """Choose by keys alone: open the list, type, take the first."""
    editor.edit.setFocus()
    QTest.keyClick(editor.edit, Qt.Key.Key_Space)
    assert editor.picker is not None
    QTest.keyClicks(editor.picker.field, text)
    QTest.keyClick(editor.picker.field, Qt.Key.Key_Return)
