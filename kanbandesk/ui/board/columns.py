"""Paints the parts of a column: head with count and pulse, hint, gap, ghost, reason, scroll bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kanbandesk.ui import words
from kanbandesk.ui.board import signs
from kanbandesk.ui.board.card_painter import CORNER, CardPainter
from kanbandesk.ui.board.geometry import LANE_HEAD, Rect
from kanbandesk.ui.board.lanes import Lane
from kanbandesk.ui.board.model import BoardModel, Counts
from kanbandesk.ui.board.scene import Scene
from kanbandesk.ui.board.signs import color
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import RADIUS, Theme
from kanbandesk.ui.words import fill, translate
from kanbandesk.workflow.boards import Swimlane

EDGE = 12  # from the column's edge to its name
PULSE_TOP = 31
PULSE_HEIGHT = 4
LEAST_SHARE = 4  # px of the pulse that a single card gets
ADD_SIZE = 20
REASON_LINES = 4


def lane_name(lane: Lane, model: BoardModel) -> str:
    """Return a lane's name for the screen."""
    if model.swimlane is Swimlane.PRIORITY:
        return words.priority_name(lane.id)
    if model.swimlane is Swimlane.LINE:
        line = next((line for line in model.snapshot.lines if line.id == lane.id), None)
        return words.line_name(line) if line else translate("Board", "No line")
    if model.swimlane is Swimlane.AGENT and not lane.id:
        return translate("Board", "Nobody")
    if model.swimlane is Swimlane.CLIENT and not lane.name:
        return translate("Board", "No client")
    return words.plain_line(lane.name) or lane.id


def count_words(counts: Counts, limit: int | None, *, is_narrowed: bool) -> tuple[str, bool]:
    """Return the words of a column's count, and whether it is over its limit (S4: told, never enforced)."""
    text = str(counts.total)
    if limit is not None:
        text = fill(translate("Board", "{count} / {limit}"), count=text, limit=str(limit))
    if is_narrowed:
        text = fill(translate("Board", "{shown} of {total}"), shown=str(counts.shown), total=text)
    over = counts.total - limit if limit is not None else 0
    if over > 0:
        text += " · " + fill(translate("Board", "{count} over"), count=str(over))
    return text, over > 0


def add_rect(head: Rect) -> Rect:
    """Return where a new ticket can be asked for in a column's head."""
    return Rect(head.right - EDGE - ADD_SIZE + 4, head.y + 6, ADD_SIZE, ADD_SIZE)


def paint_head(painter: QPainter, scene: Scene, cards: CardPainter, column: int) -> None:
    """Paint name, count against the limit, and pulse."""
    theme, model = cards.theme, scene.model
    entry, rect = model.columns[column], scene.layout.head(column)
    counts = model.counts(entry.id)
    right = rect.right - EDGE
    if not model.claimable.isdisjoint(entry.status_ids):
        box = add_rect(rect)
        painter.drawPixmap(
            QPointF(box.x + 3, box.y + 3), icons.pixmap("plus", theme.ink_muted, 14, cards.ratio)
        )
        right = box.x - 4
    text, is_over = count_words(counts, entry.wip_limit, is_narrowed=model.narrowing.is_on)
    title = Title(words.column_name(entry), text, counts.levels, is_over=is_over)
    paint_title(painter, cards, rect, title, right)
    if scene.layout.offset(column) > 0 and not scene.layout.has_lanes:
        painter.fillRect(QRectF(rect.x, rect.bottom - 1, rect.width, 1), color(theme.line))


@dataclass(frozen=True, slots=True)
class Title:
    """What stands in a column's head: its name, how many cards, and how many of them at each ageing level."""

    name: str
    count: str
    levels: tuple[int, ...]
    is_over: bool = False  # more than its limit


def paint_title(painter: QPainter, cards: CardPainter, head: Rect, title: Title, right: int) -> None:
    """Paint name, count (which ends at `right`) and pulse into a column's head."""
    theme, fonts = cards.theme, cards.fonts
    ruler = fonts.strong if title.is_over else fonts.plain
    base = head.y + 8 + fonts.head.ascent
    left = head.x + EDGE
    room = right - left
    text = ruler.elided(title.count, room * 0.7)
    painter.setFont(ruler.font)
    painter.setPen(color(theme.late_text if title.is_over else theme.ink_muted))
    painter.drawText(QPointF(right - ruler.width(text), base), text)
    painter.setFont(fonts.head.font)
    painter.setPen(color(theme.ink))
    name = fonts.head.elided(title.name, room - ruler.width(text) - 8)
    painter.drawText(QPointF(left, base), name)
    bar = Rect(left, head.y + PULSE_TOP, head.width - 2 * EDGE, PULSE_HEIGHT)
    _paint_pulse(painter, cards, bar, title.levels)


def paint_ground(painter: QPainter, theme: Theme, rect: Rect, ground: QColor | None = None) -> None:
    """Paint what a column's head and cards lie on; another `ground` where cards are held over it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.column) if ground is None else ground)
    painter.drawRoundedRect(QRectF(*rect), RADIUS, RADIUS)


def pulse_shares(levels: tuple[int, ...], width: int) -> list[int]:
    """Return the width of each level's part of a pulse `width` px long: true shares, but nobody vanishes."""
    total = sum(levels)
    if not total:
        return [width, 0, 0, 0]
    shares = [0] * len(levels)
    for level in range(1, len(levels)):
        if levels[level]:
            shares[level] = max(LEAST_SHARE, round(width * levels[level] / total))
    excess = sum(shares) - width + (LEAST_SHARE if levels[0] else 0)
    if excess > 0:
        shares[shares.index(max(shares))] -= excess
    shares[0] = width - sum(shares[1:])
    return shares


def _paint_pulse(painter: QPainter, cards: CardPainter, bar: Rect, levels: tuple[int, ...]) -> None:
    """Paint the shares from fresh to stale; the bar's ends are round, the seams are not."""
    shares = [(level, share) for level, share in enumerate(pulse_shares(levels, bar.width)) if share > 0]
    x, radius = bar.x, PULSE_HEIGHT / 2
    painter.setPen(Qt.PenStyle.NoPen)
    for place, (level, share) in enumerate(shares):
        ink = signs.stripe_color(cards.theme, level)
        is_first, is_last = place == 0, place == len(shares) - 1
        if is_first or is_last:
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(x, bar.y, share, bar.height), radius, radius)
        left, right = x + (0 if not is_first else 2), x + share - (0 if not is_last else 2)
        painter.fillRect(QRectF(left, bar.y, max(0, right - left), bar.height), ink)
        x += share


def paint_hint(painter: QPainter, scene: Scene, cards: CardPainter, column: int) -> None:
    """Say why a column is empty."""
    counts = scene.model.counts(scene.model.columns[column].id)
    text = translate("Board", "No cards")
    if counts.total:
        text = translate("Board", "%n hidden by the filter", "", counts.total)
    ruler, body = cards.fonts.small, scene.layout.body(column)
    painter.setFont(ruler.font)
    painter.setPen(color(cards.theme.ink_muted))
    painter.drawText(QRectF(body.x, body.y + 12, body.width, 24), Qt.AlignmentFlag.AlignCenter, text)


def paint_ghost(painter: QPainter, cards: CardPainter, rect: Rect) -> None:
    """Paint the empty place of a card that is in the hand."""
    pen = QPen(color(cards.theme.ink_faint), 1, Qt.PenStyle.DashLine)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(*rect).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


def paint_gap(painter: QPainter, scene: Scene, cards: CardPainter, column: int) -> None:
    """Paint the place that has opened for what is in the hand, with a line at its upper edge."""
    gap = scene.layout.gap
    if gap is None or gap.column != column:
        return
    rect = scene.layout.gap_rect()
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QColor(color(cards.theme.accent))
    ground.setAlpha(30)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(*rect), CORNER, CORNER)
    painter.setBrush(color(cards.theme.accent))
    painter.drawRoundedRect(QRectF(rect.x, rect.y, rect.width, 3), 1.5, 1.5)


def reason_height(scene: Scene, cards: CardPainter, column: int, reason: str) -> int:
    """Return how much room the reason takes at the top of a column."""
    lines = cards.fonts.small.paragraph(reason, scene.layout.body(column).width - 2 * EDGE, REASON_LINES)
    return round(len(lines) * cards.fonts.small.height) + 10


def paint_reason(painter: QPainter, scene: Scene, cards: CardPainter, column: int, reason: str) -> None:
    """Say at the top of a dimmed column why it does not take what is in the hand."""
    theme, ruler, body = cards.theme, cards.fonts.small, scene.layout.body(column)
    top = body.y + (LANE_HEAD if scene.layout.has_lanes else 0)
    height = reason_height(scene, cards, column, reason)
    painter.fillRect(QRectF(body.x, top, body.width, height), color(theme.column))
    painter.setFont(ruler.font)
    painter.setPen(color(theme.ink))
    y = top + 2 + ruler.ascent
    for line in ruler.paragraph(reason, body.width - 2 * EDGE, REASON_LINES):
        painter.drawText(QPointF(body.x + EDGE, y), line)
        y += ruler.height
