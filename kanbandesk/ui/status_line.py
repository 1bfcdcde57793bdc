"""The status line: saved or on its way, what the board holds, what a filter hides, and a word about the last deed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from kanbandesk.ui.pulse import Figures
from kanbandesk.ui.widgets.plain import set_tip
from kanbandesk.ui.words import fill, short_duration, translate

HEIGHT = 28  # px


class StatusLine(QFrame):
    """`show_all_clicked` comes from the button beside the number of hidden cards."""

    show_all_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("StatusLine")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        self.saved = _plain()
        self.figures = _plain()
        self.hidden_cards = _plain()
        self.show_all = QPushButton(translate("Status", "Show all"))
        self.show_all.setProperty("look", "link")
        self.show_all.clicked.connect(self.show_all_clicked)
        self.said = _plain()
        self.place = _plain()
        self._has_standing = False
        for part in (self.saved, self.figures, self.hidden_cards, self.show_all):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.said)
        row.addWidget(self.place)
        self.show_pending(0)
        self.show_hidden(0, 0)

    def show_pending(self, count: int) -> None:
        """Say whether all is on the disk, or how many changes are on their way."""
        if self._has_standing:
            return  # a team's desk tells what is still to be sent with the rest
        words = translate("Status", "%n change(s) being saved", None, count)
        saved = f"● {translate('Status', 'Saved')}"
        self._say_saved(saved if count == 0 else f"◌ {words}", "good" if count == 0 else "")

    def show_standing(self, words: str, look: str, tip: str) -> None:
        """Say how it stands with the team's server, instead of with the disk; `look` is "good", "bad" or empty."""
        self._has_standing = True
        self._say_saved(words, look)
        set_tip(self.saved, tip)

    def add_button(self, button: QPushButton) -> None:
        """Put a button behind the first words."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(1, button)

    def _say_saved(self, words: str, look: str) -> None:
        self.saved.setText(words)
        if self.saved.property("look") != look:
            self.saved.setProperty("look", look)
            self.saved.style().polish(self.saved)

    def show_figures(self, figures: Figures) -> None:
        """Say what the board holds, whatever the filter hides."""
        parts = [
            translate("Status", "%n open", None, figures.open),
            translate("Status", "%n stale", None, figures.stale),
        ]
        if figures.silence is not None:
            silence = short_duration(figures.silence)
            parts.append(fill(translate("Status", "oldest silence {time}"), time=silence))
        self.figures.setText(" · ".join(parts))

    def show_hidden(self, hidden: int, total: int) -> None:
        """Say how many cards search and filter hide; nothing when none are."""
        words = fill(
            translate("Status", "%n of {total} hidden by the filter", None, hidden), total=str(total)
        )
        self.hidden_cards.setText(words)
        self.hidden_cards.setVisible(hidden > 0)
        self.show_all.setVisible(hidden > 0)

    def say(self, words: str) -> None:
        """Say a word about the last deed; it stays until the next one."""
        self.said.setText(words)

    def show_place(self, words: str) -> None:
        """Say whose board this is, at the right end."""
        self.place.setText(words)


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
