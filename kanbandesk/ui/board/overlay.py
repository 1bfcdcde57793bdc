"""Paints what floats above the board: the cards in the hand with their label, the rubber band, a message."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kanbandesk.ui.board.card_painter import CardPainter
from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.board.scene import Held, Scene
from kanbandesk.ui.board.signs import color

LABEL_PAD = 10
LABEL_HEIGHT = 26
BUBBLE_ROOM = 280


def paint(painter: QPainter, scene: Scene, cards: CardPainter, area: Rect) -> None:
    """Paint what of it shows within `area`."""
    if not scene.band.is_empty and not area.intersected(scene.band).is_empty:
        _paint_band(painter, scene.band, cards)
    if scene.held is not None and not scene.held.is_lying:
        _paint_hand(painter, scene.held, cards, area)
    if scene.bubble is not None and not area.intersected(scene.bubble.place).is_empty:
        _paint_bubble(painter, scene.bubble.text, scene.bubble.place, cards)


def _paint_hand(painter: QPainter, held: Held, cards: CardPainter, area: Rect) -> None:
    if held.picture is not None and not area.intersected(held.place).is_empty:
        painter.drawPixmap(QPointF(held.place.x, held.place.y), held.picture)
    if held.label and not area.intersected(held.label_place).is_empty:
        _paint_label(painter, held.label, held.label_place, cards)


def label_size(text: str, cards: CardPainter) -> tuple[int, int]:
    """Return width and height of the label beside the hand."""
    return round(cards.fonts.small.width(text)) + 2 * LABEL_PAD, LABEL_HEIGHT


def bubble_size(text: str, cards: CardPainter) -> tuple[int, int]:
    """Return width and height of a message."""
    ruler = cards.fonts.small
    lines = ruler.wrapped(text, BUBBLE_ROOM, 4)
    widest = max((ruler.width(line) for line in lines), default=0.0)
    return round(widest) + 2 * LABEL_PAD + 4, round(len(lines) * ruler.height) + 16


def _paint_band(painter: QPainter, band: Rect, cards: CardPainter) -> None:
    ground = QColor(color(cards.theme.accent))
    ground.setAlpha(30)
    painter.setPen(QPen(color(cards.theme.accent), 1))
    painter.setBrush(ground)
    painter.drawRect(QRectF(*band).adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_label(painter: QPainter, text: str, place: Rect, cards: CardPainter) -> None:
    theme, ruler = cards.theme, cards.fonts.small
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.tip))
    painter.drawRoundedRect(QRectF(*place), 5, 5)
    painter.setFont(ruler.font)
    painter.setPen(color(theme.tip_ink))
    base = place.y + (place.height - ruler.height) / 2 + ruler.ascent
    text = ruler.elided(text, place.width - 2 * LABEL_PAD + 1)
    painter.drawText(QPointF(place.x + LABEL_PAD, base), text)


def _paint_bubble(painter: QPainter, text: str, place: Rect, cards: CardPainter) -> None:
    theme, ruler = cards.theme, cards.fonts.small
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.tip))
    painter.drawRoundedRect(QRectF(*place), 6, 6)
    painter.setFont(ruler.font)
    painter.setPen(color(theme.tip_ink))
    y = place.y + 8 + ruler.ascent
    for line in ruler.wrapped(text, BUBBLE_ROOM, 4):
        painter.drawText(QPointF(place.x + LABEL_PAD + 2, y), line)
        y += ruler.height
