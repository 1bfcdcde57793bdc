"""About the program: version, licences, where the board lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.words import fill, translate

WIDTH = 420  # px


class About(Floating):
    """Who made it of what."""

    def __init__(self, window: QWidget, version: str, home: Path) -> None:
        super().__init__(window, closes_outside=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(icons.brand().pixmap(48, 48))
        column.addWidget(sign)
        texts = (
            (fill(translate("About", "KanbanDesk {version}"), version=version), "heading"),
            (translate("About", "The board of a support team. Apache License 2.0."), ""),
            (
                fill(
                    translate(
                        "About",
                        "Made with Qt {version} (LGPL 3; its libraries lie beside the program and can be replaced), "
                        "PySide6, SQLAlchemy, and icons of Lucide (ISC).",
                    ),
                    version=qVersion(),
                ),
                "muted",
            ),
            (fill(translate("About", "This board lies in {folder}"), folder=str(home)), "small"),
        )
        for words, look in texts:
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setProperty("look", look)
            label.setWordWrap(True)
            column.addWidget(label)
        self.setFixedWidth(WIDTH + 2 * SHADOW)
