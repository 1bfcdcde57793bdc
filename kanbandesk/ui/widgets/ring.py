"""A ring that counts down: an arc that shrinks, and what is left in the middle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from kanbandesk.ui.countdown import Countdown
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.workflow.statuses import HOUR, MINUTE, SECOND

SOON = 10 * SECOND
"""From here on the ring is told as urgent: another colour, and a thicker arc for who does not see colours."""

STEP = 250  # ms between two pictures of a ring that moves
CALM_STEP = 1_000  # ms, where the system asks for less motion: the number only
_CIRCLE = 360 * 16  # Qt counts sixteenths of a degree


def step_of(widget: QWidget) -> int:
    """Return how often a ring is drawn, in ms: by seconds where the style has animations off, as systems tell it."""
    wanted = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return STEP if wanted > 0 else CALM_STEP


def ring_text(left: int) -> str:
    """Return what stands within a ring: seconds, else minutes with a mark, else hours; rounded up, so never 0."""
    if left < MINUTE:
        return str(-(-left // SECOND))
    if left < HOUR:
        return f"{-(-left // MINUTE)}′"
    return f"{-(-left // HOUR)}h"


def paint_ring(
    painter: QPainter, box: QRectF, countdown: Countdown, theme: Theme, font: QFont, *, is_calm: bool = False
) -> None:
    """Paint what is left into the square `box`; a calm one keeps its arc whole."""
    is_soon = countdown.left <= SOON
    ink = QColor(theme.ageing if is_soon else theme.accent)
    thick = max(2.0, box.width() * (0.12 if is_soon else 0.09))
    inner = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.line), thick))
    painter.drawEllipse(inner)
    share = 1.0 if is_calm else max(0.0, min(1.0, countdown.share))
    pen = QPen(ink, thick)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(inner, _CIRCLE // 4, round(_CIRCLE * share))
    painter.setFont(font)
    painter.setPen(QColor(theme.ageing_text if is_soon else theme.accent_text))
    text = ring_text(countdown.left)
    metrics = painter.fontMetrics()
    base = box.center().y() - metrics.height() / 2 + metrics.ascent()
    painter.drawText(QPointF(box.center().x() - metrics.horizontalAdvance(text) / 2, base), text)
    painter.restore()
