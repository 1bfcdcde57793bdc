"""The marks of a ticket as a flow of small labels."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import PlainLabel


class Marks(QWidget):
    """Hidden while there is no mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=6, line_spacing=6)
        self._labels: list[PlainLabel] = []

    def texts(self) -> list[str]:
        """Return the marks on show."""
        return [label.text() for label in self._labels]

    def show_texts(self, texts: list[str]) -> None:
        """Show these marks."""
        if texts == self.texts():
            self.setVisible(bool(texts))
            return
        for label in self._labels:
            self._flow.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = [PlainLabel(text, self, look="mark") for text in texts]
        for label in self._labels:
            self._flow.addWidget(label)
            label.show()
        self.setVisible(bool(texts))
