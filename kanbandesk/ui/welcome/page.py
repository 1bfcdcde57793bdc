"""The welcome page: four ways to a board, and the boards opened lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.words import translate

WIDTH = 720  # px


class Way(StrEnum):
    """A way to a board."""

    DEMO = "demo"
    NEW = "new"
    IMPORT = "import"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to a board, in words; `why_not` where it is not open yet."""

    way: Way
    title: str
    text: str
    icon: str
    why_not: str = ""


def offers() -> Sequence[Offer]:
    """Return the ways, in the order of the page."""
    return (
        Offer(
            Way.DEMO,
            translate("Welcome", "Try the demo board"),
            translate("Welcome", "A support team's day in three languages. Nothing you do there matters."),
            "sparkles",
        ),
        Offer(
            Way.NEW,
            translate("Welcome", "Start a board on this computer"),
            translate("Welcome", "Empty, yours alone, kept in one folder. It can grow into a team's board."),
            "square-kanban",
        ),
        Offer(
            Way.IMPORT,
            translate("Welcome", "Import"),
            translate(
                "Welcome", "From ServiceNow, Trello, Jira, Deck, Focalboard or a CSV file, with the history."
            ),
            "upload",
        ),
        Offer(
            Way.TEAM,
            translate("Welcome", "Join a team"),
            translate("Welcome", "By the address of its server and a login, or by an invitation link."),
            "users",
        ),
    )


class WelcomePage(QScrollArea):
    """Emits which way was chosen, or which of the boards opened lately."""

    way_chosen = Signal(object)  # Way
    board_chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget()
        page.setObjectName("WelcomePage")
        outer = QHBoxLayout(page)
        column = QVBoxLayout()
        column.setContentsMargins(24, 48, 24, 32)
        column.setSpacing(16)
        self._sign = QLabel()
        column.addWidget(self._sign)
        column.addWidget(_label(translate("Welcome", "Which board?"), "page"))
        self._offers: dict[Way, OfferCard] = {}
        column.addLayout(self._grid())
        self._lately = _label(translate("Welcome", "Opened lately"), "strong")
        column.addSpacing(12)
        column.addWidget(self._lately)
        self._boards = QVBoxLayout()
        self._boards.setSpacing(4)
        column.addLayout(self._boards)
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        holder.setMaximumWidth(WIDTH)
        outer.addStretch(1)
        outer.addWidget(holder, 10)
        outer.addStretch(1)
        self.setWidget(page)

    def show_boards(self, boards: Sequence[tuple[str, Path]], current: Path | None) -> None:
        """List the boards opened lately, each with its name; the one that is open says so."""
        while (entry := self._boards.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.deleteLater()
        for name, path in boards:
            where = translate("Welcome", "open now") if path == current else str(path)
            button = QPushButton(f"{name}    {where}".replace("&", "&&"))
            button.setProperty("look", "line")
            button.setEnabled(path != current)
            button.clicked.connect(lambda _checked=False, path=path: self.board_chosen.emit(path))
            self._boards.addWidget(button)
        self._lately.setVisible(bool(boards))

    def offer(self, way: Way) -> OfferCard:
        """Return the card of a way, for focus and tests."""
        return self._offers[way]

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        self._sign.setPixmap(icons.brand().pixmap(QSize(48, 48)))
        for card in self._offers.values():
            card.set_theme(theme)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        for place, offer in enumerate(offers()):
            card = OfferCard(offer)
            card.clicked.connect(lambda _checked=False, way=offer.way: self.way_chosen.emit(way))
            self._offers[offer.way] = card
            grid.addWidget(card, place // 2, place % 2)
        return grid


class OfferCard(QPushButton):
    """A large button: icon, title, a sentence; greyed with the reason where the way is not open."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._offer = offer
        self.setProperty("look", "offer")
        self.setMinimumHeight(124)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setEnabled(not offer.why_not)
        self.setAccessibleName(f"{offer.title}. {offer.why_not or offer.text}")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(_label(offer.title, "heading"))
        text = _label(offer.text, "muted")
        text.setWordWrap(True)
        column.addWidget(text)
        if offer.why_not:
            reason = _label(offer.why_not, "small")
            reason.setWordWrap(True)
            column.addWidget(reason)
        column.addStretch(1)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icon."""
        color = theme.ink_faint if self._offer.why_not else theme.accent_text
        self._icon.setPixmap(icons.pixmap(self._offer.icon, color, 24, self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
