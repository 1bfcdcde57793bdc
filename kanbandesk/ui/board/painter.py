"""Paints the board: grounds, heads with counts and pulse, lanes, cards, and what floats above them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kanbandesk.ui import words
from kanbandesk.ui.board import columns, overlay, pairs, scroll_bars
from kanbandesk.ui.board.card_painter import CORNER, SHADE, CardPainter, Pose
from kanbandesk.ui.board.faces import Face, Faces
from kanbandesk.ui.board.geometry import GUTTER, HEAD, MARGIN, Rect, Shown
from kanbandesk.ui.board.hand import paint_count
from kanbandesk.ui.board.pauses import Pause, Pauses
from kanbandesk.ui.board.scene import Scene, Verdict
from kanbandesk.ui.board.signs import color
from kanbandesk.ui.countdown import Countdown
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import RADIUS
from kanbandesk.workflow.cards import Card

DIMMED = 0.42


def qrect(rect: Rect) -> QRect:
    """Return a rectangle as Qt wants it."""
    return QRect(rect.x, rect.y, rect.width, rect.height)


class BoardPainter:
    """Paints any area of a scene. Nothing is kept here but pictures of cards and their words."""

    def __init__(self, scene: Scene, cards: CardPainter, faces: Faces) -> None:
        self.scene = scene
        self.cards = cards
        self.faces = faces
        self.pauses = Pauses()

    def face(self, card: Card) -> Face:
        """Return the words of a card at the scene's moment."""
        return self.faces.of(card, self.scene.model.snapshot.workflow, self.scene.now)

    def pose(self, card: Card, rect: Rect) -> Pose:
        """Return how a card is to be drawn."""
        model = self.scene.model
        stands = card.sla_due is None and card.sla_left is not None
        return Pose(
            rect.width,
            rect.height,
            model.density,
            card.id in self.scene.selected,
            model.agent_names.get(card.owner_id, ""),
            card.status_id in model.claimable,
            self.pauses.form(model, card.status_id, rect.width, self.cards.fonts, self.scene.now)
            if stands
            else Pause.NONE,
            card.id in self.scene.rings,
            self._line(card.offered_line_id) if card.offered_line_id else "",
            pairs.sign_of(card, model, self.faces, self.scene.now)
            if card.subtask_id or card.parent_id
            else None,
        )

    def _line(self, line_id: str) -> str:
        lines = self.scene.model.snapshot.lines
        return next((words.line_name(line) for line in lines if line.id == line_id), line_id)

    def paint(self, painter: QPainter, area: Rect) -> None:
        """Paint everything within `area`."""
        scene, theme = self.scene, self.cards.theme
        painter.setClipRect(qrect(area))
        painter.fillRect(qrect(area), color(theme.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = scene.layout
        for column in layout.columns_within(area):
            self._column(painter, column, area)
        if layout.has_lanes:
            painter.setClipRect(qrect(area.intersected(self._below_heads())))
            for lane in layout.lanes_within(area):
                self._lane_head(painter, lane)
            painter.setClipRect(qrect(area))
        scroll_bars.paint(painter, layout, theme, area, scene.hovered_column)
        overlay.paint(painter, scene, self.cards, area)

    # -- columns ---------------------------------------------------------------------------------------------

    def _below_heads(self) -> Rect:
        viewport = self.scene.layout.columns.viewport
        return Rect(0, MARGIN + HEAD, viewport.width, viewport.height - 2 * MARGIN - HEAD)

    def _verdict(self, column: int) -> Verdict | None:
        """Return what a column says to the cards in the hand; None while there are none."""
        held = self.scene.held
        if held is None or held.is_lying:
            return None
        return held.verdicts.get(self.scene.model.columns[column].id)

    def _column(self, painter: QPainter, column: int, area: Rect) -> None:
        layout = self.scene.layout
        rect = layout.columns.rect(column)
        verdict = self._verdict(column)
        is_dimmed = verdict is not None and not verdict.is_legal
        self._ground(painter, column, area)
        if area.y < rect.y + HEAD:
            painter.setOpacity(DIMMED if is_dimmed else 1.0)
            columns.paint_head(painter, self.scene, self.cards, column)
            painter.setOpacity(1.0)
        body = layout.body(column)
        inner = area.intersected(body)
        if not inner.is_empty:
            painter.setClipRect(qrect(inner))
            self._body(painter, column, inner, is_dimmed=is_dimmed)
            painter.setClipRect(qrect(area))
        if verdict is not None and verdict.is_legal:
            self._light(painter, column, area, verdict)

    def _light(self, painter: QPainter, column: int, area: Rect, verdict: Verdict) -> None:
        """Outline a column that takes what is in the hand; the one that it comes from only under the hand."""
        layout, ink = self.scene.layout, color(self.cards.theme.accent)
        is_target = self.scene.held is not None and self.scene.held.target == self._id(column)
        if not (verdict.effect or is_target):
            return
        width = 2.5 if is_target else 1.5
        if not layout.has_lanes:
            _outline(painter, layout.columns.rect(column), ink, width, RADIUS)
            return
        _outline(painter, _without_foot(layout.head(column)), ink, width, RADIUS)
        painter.setClipRect(qrect(area.intersected(self._below_heads())))
        for lane in layout.lanes_within(area):
            if not layout.collapsed[lane]:
                _outline(painter, layout.cell_rect(column, lane), ink, width, RADIUS)
        painter.setClipRect(qrect(area))

    def _id(self, column: int) -> str:
        return self.scene.model.columns[column].id

    def _ground(self, painter: QPainter, column: int, area: Rect) -> None:
        layout, theme = self.scene.layout, self.cards.theme
        ground = color(theme.column)
        held = self.scene.held
        if held is not None and not held.is_lying and held.target == self._id(column):
            verdict = self._verdict(column)
            ground = _mixed(ground, color(theme.accent_tint), 0.5) if verdict and verdict.is_legal else ground
        if not layout.has_lanes:
            columns.paint_ground(painter, theme, layout.columns.rect(column), ground)
            return
        columns.paint_ground(painter, theme, _without_foot(layout.head(column)), ground)
        painter.setClipRect(qrect(area.intersected(self._below_heads())))
        for lane in layout.lanes_within(area):
            if not layout.collapsed[lane]:
                columns.paint_ground(painter, theme, layout.cell_rect(column, lane), ground)
        painter.setClipRect(qrect(area))

    def _body(self, painter: QPainter, column: int, area: Rect, *, is_dimmed: bool) -> None:
        scene, layout = self.scene, self.scene.layout
        verdict = self._verdict(column)
        reason = verdict.reason if verdict is not None else ""
        # The reason takes the place of the upper edge: the cards give way to it, as nothing can be dropped there.
        shift = columns.reason_height(scene, self.cards, column, reason) if reason else 0
        painter.translate(0, shift)
        painter.setOpacity(DIMMED if is_dimmed else 1.0)
        for shown in layout.cards_within(column, area.moved(0, -shift).grown(SHADE)):
            self._card(painter, shown)
        painter.setOpacity(1.0)
        painter.translate(0, -shift)
        if reason:
            columns.paint_reason(painter, scene, self.cards, column, reason)
        elif not layout.has_lanes and not layout.cells[column][0].ids:
            columns.paint_hint(painter, scene, self.cards, column)
        self._gap(painter, column)

    def _gap(self, painter: QPainter, column: int) -> None:
        """Paint the open gap, or the cards that lie in it and wait for an answer."""
        scene = self.scene
        if scene.held is None or not scene.held.is_lying:
            columns.paint_gap(painter, scene, self.cards, column)
            return
        card, gap = scene.model.cards.get(scene.held.lead), scene.layout.gap
        if card is not None and gap is not None and gap.column == column:
            rect = scene.layout.gap_rect()
            picture = self.cards.pixmap(card, self.face(card), self.pose(card, rect))
            painter.drawPixmap(QPointF(rect.x - SHADE, rect.y - SHADE), picture)
            _outline(painter, rect, color(self.cards.theme.accent), 2.0)
            if len(scene.held.ids) > 1:
                paint_count(painter, self.cards, QPointF(rect.right - 4, rect.y + 4), len(scene.held.ids))

    def _card(self, painter: QPainter, shown: Shown) -> None:
        scene, theme = self.scene, self.cards.theme
        rect = shown.rect
        if scene.held is not None and shown.card_id in scene.held.ids:
            columns.paint_ghost(painter, self.cards, rect)
            return
        card = scene.model.cards.get(shown.card_id)
        if card is None:  # gone, and the columns not laid out anew yet
            return
        picture = self.cards.pixmap(card, self.face(card), self.pose(card, rect))
        painter.drawPixmap(QPointF(rect.x - SHADE, rect.y - SHADE), picture)
        if (countdown := scene.rings.get(shown.card_id)) is not None:
            self._ring(painter, rect, countdown)
        if shown.card_id == scene.current and scene.has_focus:
            _outline(painter, rect, color(theme.accent), 2.0)
        elif shown.card_id in scene.selected:
            _outline(painter, rect, color(theme.accent), 1.2)
        elif shown.card_id == scene.hovered:
            _outline(painter, rect, color(theme.line_strong), 1.0)

    def _ring(self, painter: QPainter, rect: Rect, countdown: Countdown) -> None:
        """Draw a card's ring over its picture, which is kept without it."""
        from kanbandesk.ui.board.ring import ring_rect
        from kanbandesk.ui.widgets.ring import paint_ring

        box = QRectF(*ring_rect(rect, self.scene.model.density))
        font = self.cards.fonts.initials.font
        paint_ring(painter, box, countdown, self.cards.theme, font, is_calm=self.scene.is_calm)

    # -- lanes -----------------------------------------------------------------------------------------------

    def _lane_head(self, painter: QPainter, lane: int) -> None:
        scene, theme, fonts = self.scene, self.cards.theme, self.cards.fonts
        rect = scene.layout.lane_head(lane)
        left = max(rect.x, MARGIN) + 2
        painter.fillRect(qrect(rect), color(theme.ground))
        sign = "chevron-right" if scene.layout.collapsed[lane] else "chevron-down"
        painter.drawPixmap(
            QPointF(left, rect.y + 9), icons.pixmap(sign, theme.ink_muted, 14, self.cards.ratio)
        )
        entry = scene.model.lanes[lane]
        name = columns.lane_name(entry, scene.model)
        painter.setFont(fonts.head.font)
        painter.setPen(color(theme.ink))
        base = rect.y + (rect.height - fonts.head.height) / 2 + fonts.head.ascent
        painter.drawText(QPointF(left + 20, base), name)
        painter.setFont(fonts.small.font)
        painter.setPen(color(theme.ink_muted))
        x = left + 20 + fonts.head.width(name) + GUTTER
        painter.drawText(QPointF(x, base), str(entry.count))


def _without_foot(head: Rect) -> Rect:
    """Return a column's head as it is drawn over lanes, a little apart from them."""
    return head._replace(height=head.height - 2)


def _outline(painter: QPainter, rect: Rect, ink: QColor, width: float, radius: int = CORNER) -> None:
    painter.setPen(QPen(ink, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(QRectF(*rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two; `share` of the second."""
    parts = zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[call-overload]
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
