"""Signs drawn by hand, so that they look the same in every font: the ageing discs, the priority's triangles."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kanbandesk.ui.theme.tokens import PEOPLE, Theme

_CIRCLE = 360 * 16  # Qt counts sixteenths of a degree
_TOP = 90 * 16


@lru_cache(maxsize=256)
def color(name: str) -> QColor:
    """Return the colour of a token. Nobody may change it."""
    return QColor(name)


def stripe_color(theme: Theme, level: int) -> QColor:
    """Return the colour of a card's stripe, and of its share of the pulse."""
    return color((theme.fresh, theme.ageing, theme.late, theme.stale)[level])


def badge_ink(theme: Theme, level: int) -> QColor:
    """Return the colour of a badge's words."""
    return color((theme.ink_muted, theme.ageing_text, theme.late_text, theme.stale_text)[level])


def badge_ground(theme: Theme, level: int) -> QColor | None:
    """Return the colour under a badge; a fresh one has none."""
    if level == 0:
        return None
    return color((theme.ageing_tint, theme.late_tint, theme.stale_tint)[level - 1])


def person_color(person_id: str) -> QColor:
    """Return the colour of a person's disc: the same on every desk and day."""
    return color(PEOPLE[sum(person_id.encode()) * 7 % len(PEOPLE)])


def initials(name: str) -> str:
    """Return up to two letters for a person's disc; the number of somebody called "Resolver 12"."""
    parts = name.split()
    if not parts:
        return "?"
    if len(parts) > 1 and parts[-1].isdigit():
        return parts[-1][-3:]
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else parts[0][1:2])).upper()


def draw_age(painter: QPainter, center: QPointF, radius: float, level: int, ink: QColor) -> None:
    """Draw ○ ◔ ◑ ● for a level 0-3."""
    ring = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(ink if level == 3 else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if level in (1, 2):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(ring, _TOP, -_CIRCLE * level // 4)


def draw_triangle(painter: QPainter, left: float, middle: float, ink: QColor, *, is_down: bool) -> None:
    """Draw a filled triangle of 9 × 8 px whose left end is at `left`, centred on the height `middle`."""
    tip, base = (middle + 4, middle - 4) if is_down else (middle - 4, middle + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corners = [QPointF(left, base), QPointF(left + 9, base), QPointF(left + 4.5, tip)]
    painter.drawPolygon(QPolygonF(corners))


def draw_pause(painter: QPainter, center: QPointF, ink: QColor) -> None:
    """Draw two bars of 8 px: a clock that stands still."""
    for left in (-3, 1):
        painter.fillRect(QRectF(center.x() + left, center.y() - 4, 2, 8), ink)


def draw_disc(painter: QPainter, center: QPointF, radius: float, ground: QColor) -> None:
    """Draw a person's disc, without the letters."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(center, radius, radius)
