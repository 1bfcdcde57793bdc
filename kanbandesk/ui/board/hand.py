"""The picture of the cards in the hand: slightly turned, with a shadow, several of them as a stack with a count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from kanbandesk.ui.board.card_painter import CORNER, SHADE, CardPainter
from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.board.signs import color

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas

TURN = 1.6  # degrees
ROOM = 14  # px around the card for turn and shadow
STEP = 5  # px by which each card of a stack looks out under the one above
DEEPEST = 3  # cards drawn of a stack
COUNT = 11  # radius of the count's disc


def picture_place(card: Rect, dx: int = 0, dy: int = 0) -> Rect:
    """Return where the picture goes when the card it shows is to lie at `card`, moved."""
    return card.grown(ROOM).moved(dx, dy)


def hand_picture(canvas: BoardCanvas, ids: Iterable[str], lead: str) -> QPixmap:
    """Return the picture of the cards `ids`, of which `lead` lies on top."""
    order = [lead, *(card_id for card_id in ids if card_id != lead)]
    # Turned, pixels are mixed: from a picture of twice the size the words stay sharp.
    sharp = CardPainter(canvas.cards.fonts, canvas.cards.theme, 2 * canvas.cards.ratio)
    drawn = [canvas.picture_of(card_id, sharp) for card_id in order[:DEEPEST]]
    return _stack(canvas.cards, [picture for picture in drawn if picture is not None], len(order))


def _stack(cards: CardPainter, pictures: Sequence[QPixmap], count: int) -> QPixmap:
    size = pictures[0].deviceIndependentSize().toSize()
    width, height = size.width() - 2 * SHADE, size.height() - 2 * SHADE
    canvas = QPixmap(round((width + 2 * ROOM) * cards.ratio), round((height + 2 * ROOM) * cards.ratio))
    canvas.setDevicePixelRatio(cards.ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    with QPainter(canvas) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(ROOM + width / 2, ROOM + height / 2)
        painter.rotate(TURN)
        painter.translate(-width / 2, -height / 2)
        _shadow(painter, cards, width, height)
        for depth in range(len(pictures) - 1, -1, -1):
            shift = depth * STEP
            painter.setClipRect(QRectF(-SHADE, -SHADE, width + 2 * SHADE + shift, height + 2 * SHADE + shift))
            painter.drawPixmap(QPointF(shift - SHADE, shift - SHADE), pictures[depth])
        painter.setClipping(False)
        if count > 1:
            paint_count(painter, cards, QPointF(width - 4, 4), count)
    return canvas


def _shadow(painter: QPainter, cards: CardPainter, width: int, height: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, strength in ((9, 8), (6, 12), (3, 16)):
        shade = QColor(color(cards.theme.shadow))
        shade.setAlpha(strength * (2 if cards.theme.is_dark else 1))
        painter.setBrush(shade)
        box = QRectF(-spread / 2, 2, width + spread, height + spread / 2)
        painter.drawRoundedRect(box, CORNER + spread / 2, CORNER + spread / 2)


def paint_count(painter: QPainter, cards: CardPainter, center: QPointF, count: int) -> None:
    """Paint how many cards there are."""
    ruler, text = cards.fonts.strong, str(count)
    width = max(2 * COUNT, ruler.width(text) + 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(cards.theme.accent))
    box = QRectF(center.x() - width / 2, center.y() - COUNT, width, 2 * COUNT)
    painter.drawRoundedRect(box, COUNT, COUNT)
    painter.setFont(ruler.font)
    painter.setPen(color(cards.theme.accent_ink))
    base = center.y() - ruler.height / 2 + ruler.ascent
    painter.drawText(QPointF(center.x() - ruler.width(text) / 2, base), text)
