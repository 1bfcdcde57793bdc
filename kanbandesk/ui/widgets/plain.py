"""Text shown as it is: Qt takes a string that looks like HTML for HTML, loads what it names and hides what it says."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that never takes its text for HTML; `look` is what the style sheet hangs on."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, look: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if look:
            self.setProperty("look", look)


def set_tip(target: QWidget | QAction, text: str) -> None:
    """Give a tool tip that shows `text` as it is; an empty one takes the tip away."""
    target.setToolTip(f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else "")


def caption(text: str) -> str:
    """Return `text` for a button, tab or menu, where a single & would be taken for a shortcut's mark."""
    return text.replace("&", "&&")
