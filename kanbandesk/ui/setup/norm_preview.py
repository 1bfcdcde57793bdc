"""What the degrees of a norm mean: a piece of the board with a card at each of them, painted as the board paints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy

from kanbandesk.ui.board import columns
from kanbandesk.ui.board.card_painter import SHADE, CardPainter, Pose
from kanbandesk.ui.board.faces import Face, Faces
from kanbandesk.ui.board.geometry import FOOT, HEAD, INSET, MIN_WIDTH, SPACING, Rect
from kanbandesk.ui.board.signs import color
from kanbandesk.ui.board.sizes import CardSizes
from kanbandesk.ui.board.text import Fonts
from kanbandesk.ui.setup.form import Illustration
from kanbandesk.ui.setup.times import degree_names
from kanbandesk.ui.theme.palette import theme_of
from kanbandesk.ui.theme.tokens import CARD_TEXT, SMALL_TEXT, TINY_TEXT
from kanbandesk.ui.words import ageing_words, fill, status_name, translate
from kanbandesk.workflow.ageing import LEVELS
from kanbandesk.workflow.boards import Density
from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.examples import aged_cards
from kanbandesk.workflow.statuses import Status, StatusKind, Workflow

_CAPTION = 18  # px above a card
_MOST_BESIDE = 2
_FIRST_NUMBER = 101


@dataclass(frozen=True, slots=True)
class Example:
    """A card, the words on it, and above it which degree it stands at."""

    card: Card
    face: Face
    caption: str


class NormPreview(Illustration):
    """A column with the cards of a status: fresh, and at each degree of the norm as it is being typed."""

    def __init__(self, snapshot: BoardSnapshot, status: Status) -> None:
        super().__init__()
        self._snapshot, self._status = snapshot, status
        self._workflow = snapshot.workflow
        fonts = Fonts(self.font(), CARD_TEXT, SMALL_TEXT, TINY_TEXT)
        self._cards = CardPainter(fonts, theme_of(QApplication.palette()), self.devicePixelRatioF())
        self._sizes = CardSizes(fonts.title.width)
        self.examples: list[Example] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(translate("Setup", "What the degrees mean"))

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show cards of the status with this name and norm."""
        self._status = replace(self._status, name=values["name"], norm=values["norm"])
        others = (
            self._status if status.id == self._status.id else status
            for status in self._snapshot.workflow.statuses
        )
        self._workflow = replace(self._snapshot.workflow, statuses=tuple(others))
        self.examples = list(_examples(self._workflow, self._status, self._snapshot))
        self.setAccessibleDescription(". ".join(example.face.badge.spoken for example in self.examples))
        self._sizes.forget()
        self._cards.clear()
        self.updateGeometry()
        self.update()

    # -- where things lie --

    def _beside(self, width: int) -> int:
        """Return how many cards lie beside each other."""
        return max(1, min(_MOST_BESIDE, (width - INSET) // (MIN_WIDTH - INSET)))

    def _boxes(self, width: int) -> list[Rect]:
        """Return the place of each card; its caption stands above."""
        beside = self._beside(width)
        card_width = (width - INSET * (beside + 1)) // beside
        self._sizes.use(card_width, Density.FULL)
        cards = {example.card.id: example.card for example in self.examples}
        heights = [pitch - SPACING for pitch in self._sizes.pitches(list(cards), cards)]
        boxes, top = [], HEAD
        for first in range(0, len(heights), beside):
            row = heights[first : first + beside]
            for place, height in enumerate(row):
                left = INSET + place * (card_width + INSET)
                boxes.append(Rect(left, top + _CAPTION, card_width, height))
            top += _CAPTION + max(row) + SPACING
        return boxes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom for box in self._boxes(width)), default=HEAD) + FOOT

    def sizeHint(self) -> QSize:
        return QSize(MIN_WIDTH, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # -- Qt --

    def paintEvent(self, event: QPaintEvent) -> None:
        cards, width = self._cards, self.width()
        cards.ratio = self.devicePixelRatioF()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole = Rect(0, 0, width, self.heightForWidth(width))
            columns.paint_ground(painter, cards.theme, whole)
            columns.paint_title(
                painter, cards, whole._replace(height=HEAD), self._title(), width - columns.EDGE
            )
            for example, box in zip(self.examples, self._boxes(width), strict=True):
                self._paint(painter, example, box)

    def _title(self) -> columns.Title:
        levels = [example.face.badge.level for example in self.examples]
        counts = tuple(levels.count(level) for level in range(LEVELS))
        return columns.Title(status_name(self._status), str(len(levels)), counts)

    def _paint(self, painter: QPainter, example: Example, box: Rect) -> None:
        cards, ruler = self._cards, self._cards.fonts.small
        painter.setFont(ruler.font)
        painter.setPen(color(cards.theme.ink_muted))
        caption = ruler.elided(example.caption, box.width)
        painter.drawText(QPointF(box.x + 2, box.y - _CAPTION + 1 + ruler.ascent), caption)
        me = self._snapshot.me
        is_new = self._status.kind is StatusKind.NEW
        pose = Pose(box.width, box.height, Density.FULL, is_selected=False, owner=me.name, can_claim=is_new)
        picture = cards.pixmap(example.card, example.face, pose)
        painter.drawPixmap(QPointF(box.x - SHADE, box.y - SHADE), picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._cards.theme = theme_of(QApplication.palette())
            self._cards.clear()
            self.update()
        super().changeEvent(event)


def _examples(workflow: Workflow, status: Status, snapshot: BoardSnapshot) -> list[Example]:
    faces, now = Faces(), snapshot.now
    found = []
    for place, card in enumerate(aged_cards(workflow, status.id, now)):
        card.number, card.client = _FIRST_NUMBER + place, translate("Setup", "A client")
        card.title = translate("Setup", "Calls are cut off after a minute")
        card.owner_id = "" if status.kind is StatusKind.NEW else snapshot.me.id
        face = faces.of(card, workflow, now)
        found.append(Example(card, face, _caption(place, face.badge.level)))
    return found


def _caption(place: int, level: int) -> str:
    """Return what stands above a card: which degree has come, and what the board makes of it."""
    if place == 0:
        degree = translate("Setup", "Before degree 1")
    else:
        degree = degree_names()[place - 1]
    return fill(translate("Setup", "{degree}: {level}"), degree=degree, level=ageing_words(level))
