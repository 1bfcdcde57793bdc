"""The sign by which a card tells of the one at the other end of a hand-over to development (R9): number and age."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kanbandesk.ui import words
from kanbandesk.ui.board import signs, sizes
from kanbandesk.ui.board.belonging import pair_of
from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.board.signs import color
from kanbandesk.ui.theme import icons
from kanbandesk.workflow.boards import Density
from kanbandesk.workflow.cards import Card

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas
    from kanbandesk.ui.board.card_painter import CardPainter
    from kanbandesk.ui.board.faces import Faces
    from kanbandesk.ui.board.model import BoardModel

CHIP = 17  # px high


@dataclass(frozen=True, slots=True)
class Pair:
    """The card at the other end: its number and its age."""

    number: str
    age: str
    level: int
    is_subtask: bool  # the other end is the developers'


def sign_of(card: Card, model: BoardModel, faces: Faces, now: int) -> Pair | None:
    """Return what a card tells of its pair; None when it has none."""
    other = pair_of(card, model.cards)
    if other is None:
        return None
    badge = faces.of(other, model.snapshot.workflow, now).badge
    return Pair(words.ticket_label(other.number), badge.text, badge.level, bool(card.subtask_id))


def sign_at(canvas: BoardCanvas, card_id: str) -> Rect | None:
    """Return where a card tells of its pair; None when it has none, or no room for it."""
    rect, card = canvas.places.rect(card_id), canvas.model.cards.get(card_id)
    if rect is None or card is None or canvas.model.density is not Density.FULL:
        return None
    pair = sign_of(card, canvas.model, canvas.faces, canvas.now())
    return None if pair is None else sign_rect(canvas.cards, rect, pair)


def sign_rect(tools: CardPainter, card: Rect, pair: Pair) -> Rect:
    """Return where the sign lies on a full card: first in the line of the tags."""
    top = card.bottom - sizes.BOTTOM - sizes.FOOT_LINE - sizes.TAG_LINE + 4
    ruler = tools.fonts.tiny
    width = 5 + 14 + ruler.width(pair.number) + 5 + 11 + ruler.width(pair.age) + 5
    return Rect(card.x + sizes.LEFT, top, min(round(width), card.width - sizes.LEFT - sizes.RIGHT), CHIP)


def paint_sign(painter: QPainter, tools: CardPainter, pair: Pair, width: float) -> None:
    """Paint the sign with its corner at the origin."""
    ruler, theme = tools.fonts.tiny, tools.theme
    ink, ground = signs.badge_ink(theme, pair.level), signs.badge_ground(theme, pair.level)
    painter.setPen(QPen(color(theme.ink_faint), 1))
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, CHIP - 1), 4, 4)
    icon = "code" if pair.is_subtask else "corner-down-left"
    painter.drawPixmap(QPointF(4, 2.5), icons.pixmap(icon, theme.ink, 12, tools.ratio))
    base = (CHIP - ruler.height) / 2 + ruler.ascent
    painter.setFont(ruler.font)
    painter.setPen(color(theme.ink))
    painter.drawText(QPointF(19, base), pair.number)
    x = 19 + ruler.width(pair.number) + 5
    signs.draw_age(painter, QPointF(x + 4, CHIP / 2), 3.4, pair.level, ink)
    painter.setPen(ink)
    painter.drawText(QPointF(x + 11, base), ruler.elided(pair.age, width - x - 15))
