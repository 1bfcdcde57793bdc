"""All files of a ticket as chips."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.ticket.files import size_text
from kanbandesk.ui.widgets.chip import Chip
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.words import file_name
from kanbandesk.workflow.tickets import Attachment


class AttachmentChips(QWidget):
    """`clicked` carries the Attachment. Hidden while there is none."""

    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, spacing=6, line_spacing=4)
        self._shown: tuple[Attachment, ...] = ()
        self._chips: list[Chip] = []

    def chips(self) -> list[Chip]:
        """Return the chips on show."""
        return list(self._chips)

    def show_files(self, files: tuple[Attachment, ...]) -> None:
        """Show these files."""
        if files != self._shown:
            for chip in self._chips:
                self.flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = [self._make(file) for file in files]
            self._shown = files
        self.setVisible(bool(files))

    def _make(self, file: Attachment) -> Chip:
        chip = Chip(f"{file_name(file.name)} · {size_text(file.size)}", self, icon="paperclip")
        chip.clicked.connect(lambda: self.clicked.emit(file))
        self.flow.addWidget(chip)
        chip.show()
        return chip
