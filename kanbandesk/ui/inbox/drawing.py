"""How a row of the inbox is drawn: sections as quiet cards, a ring or a disc at the left, buttons at the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kanbandesk.ui.countdown import Countdown
from kanbandesk.ui.inbox.deeds import Deed, deed_name
from kanbandesk.ui.inbox.rows import Row, RowKind
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import CARD_TEXT, RADIUS, SMALL_TEXT, Theme
from kanbandesk.ui.widgets.avatar import paint_avatar
from kanbandesk.ui.widgets.ring import CALM_STEP, paint_ring, step_of

GAP = 14  # px between two sections
_SIDE = 16  # px between a section's edge and what stands in it
_RING = 44  # px
_SIGN = 28  # px: disc or icon
_BUTTON = 30  # px high
LEAST_WORDS = 90  # px that buttons leave to what a row says
_HEIGHTS = {RowKind.HEAD: 34, RowKind.DAY: 30, RowKind.MORE: 42, RowKind.NOTHING: 48}
_WITH_RING = (RowKind.OFFER, RowKind.GONE, RowKind.TRANSFER)

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


def row_of(index: Index) -> Row | None:
    """Return the row behind an index."""
    row = index.data(ROW_ROLE)
    return row if isinstance(row, Row) else None


class RowPainter(QStyledItemDelegate):
    """Draws rows in one theme; `now` is the desk's clock (UTC ms), `whole` what a ring counts down from (ms)."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._view = parent
        self.theme = theme
        self.now, self.whole = 0, 0
        self.pressed: tuple[str, Deed] | None = None
        self.hovered: tuple[str, Deed] | None = None

    # -- where things are --

    def body(self, row: Row, rect: QRect) -> QRect:
        """Return a row without the space below its section."""
        return rect.adjusted(0, 0, 0, -GAP) if row.is_last else rect

    def ring_rect(self, rect: QRect) -> QRect:
        """Return where a ring is drawn in the row's rectangle."""
        return QRect(rect.left() + _SIDE, rect.top() + (rect.height() - _RING) // 2, _RING, _RING)

    def buttons(self, row: Row, rect: QRect, *, is_current: bool) -> Iterator[tuple[Deed, QRect]]:
        """Yield the buttons from right to left, the first deed at the right end; all of them only on the current row.

        What came back always shows all three, as it is read from left to right. One that would leave the words no room
        is left to its key.
        """
        body = self.body(row, rect)
        right = body.right() - _SIDE
        least = body.left() + _SIDE + _RING + LEAST_WORDS
        is_alone = True
        shown = [
            deed
            for place, deed in enumerate(row.deeds)
            if is_current or (place == 0 and deed is not Deed.OPEN) or row.kind is RowKind.RETURNED
        ]
        for deed in reversed(shown) if row.kind is RowKind.RETURNED else shown:
            width = self._button_width(row, deed, is_current=is_current)
            if right - width < least and not is_alone:
                return
            is_alone = False
            yield deed, QRect(right - width, body.center().y() - _BUTTON // 2, width, _BUTTON)
            right -= width + 8

    def _button_width(self, row: Row, deed: Deed, *, is_current: bool) -> int:
        metrics = QFontMetrics(self._font(CARD_TEXT, strong=True))
        key = self._key_width(row, deed) + 8 if is_current else 0
        return metrics.horizontalAdvance(deed_name(deed)) + 24 + key

    def _key_width(self, row: Row, deed: Deed) -> int:
        metrics = QFontMetrics(self._font(SMALL_TEXT - 1))
        return max(18, metrics.horizontalAdvance(key_of(row, deed)) + 8)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = row_of(index)
        if row is None:
            return QSize(0, 0)
        height = _HEIGHTS.get(row.kind, 64 if row.kind in _WITH_RING or row.under else 54)
        return QSize(100, height + (GAP if row.is_last else 0))

    def _font(self, size: int, *, strong: bool = False) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    # -- drawing --

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_of(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self.body(row, option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, row, body, is_current=is_current)
        if row.kind is RowKind.HEAD:
            self._head(painter, row, body)
        elif row.kind in (RowKind.DAY, RowKind.NOTHING):
            ink = self.theme.ink_muted
            self._text(painter, self._font(SMALL_TEXT), ink, row.title, body.adjusted(_SIDE, 0, -_SIDE, 0))
        else:
            self._row(painter, row, option.rect, is_current=is_current)
        painter.restore()

    def _ground(self, painter: QPainter, row: Row, body: QRect, *, is_current: bool) -> None:
        """Fill the row as a slice of its section's card: round above the first row and below the last."""
        theme = self.theme
        slice_ = QRectF(body).adjusted(
            0.5, 0.5 if row.is_first else -RADIUS, -0.5, -0.5 if row.is_last else RADIUS
        )
        painter.setClipRect(body)
        path = QPainterPath()
        path.addRoundedRect(slice_, RADIUS, RADIUS)
        is_chosen = is_current and row.can_be_chosen
        ground = theme.accent_tint if is_chosen else theme.ground if row.kind is RowKind.DAY else theme.panel
        painter.fillPath(path, QColor(ground))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if not row.is_last:
            y = body.bottom() + 0.5
            painter.drawLine(QPointF(body.left() + 1, y), QPointF(body.right(), y))
        if is_chosen and self._view.hasFocus():
            painter.fillRect(QRectF(body.left(), body.top(), 3, body.height()), QColor(theme.accent))
        painter.setClipping(False)

    def _head(self, painter: QPainter, row: Row, body: QRect) -> None:
        room = body.adjusted(_SIDE, 0, -_SIDE, 0)
        used = self._text(painter, self._font(SMALL_TEXT, strong=True), self.theme.ink_muted, row.title, room)
        if row.over:
            rest = room.adjusted(used, 0, 0, 0)
            self._text(painter, self._font(SMALL_TEXT), self.theme.ink_muted, f" · {row.over}", rest)

    def _row(self, painter: QPainter, row: Row, rect: QRect, *, is_current: bool) -> None:
        body = self.body(row, rect)
        right = body.right() - _SIDE
        for deed, place in self.buttons(row, rect, is_current=is_current):
            self._button(painter, row, deed, place, is_current=is_current)
            right = place.left() - 12
        if row.end:
            middle = body.center().x()
            room = QRect(middle, body.top(), right - middle, body.height())
            font, ink = self._font(SMALL_TEXT), self._tone(row, is_end=True)
            right -= self._text(painter, font, ink, row.end, room, at_end=True) + 12
        left = self._sign(painter, row, body)
        self._lines(painter, row, QRect(left, body.top(), max(40, right - left), body.height()))

    def _lines(self, painter: QPainter, row: Row, room: QRect) -> None:
        """Draw the small line above, the sentence, and the small line below, as one block in the middle."""
        theme = self.theme
        ink = theme.ink if self._is_loud(row) else theme.ink_muted
        lines = [
            (row.over, self._font(SMALL_TEXT), theme.ink_muted),
            (row.title, self._font(CARD_TEXT, strong=row.is_unread), ink),
            (row.under, self._font(SMALL_TEXT), theme.ink_muted),
        ]
        shown = [(text, font, ink) for text, font, ink in lines if text]
        height = 18
        top = room.top() + (room.height() - height * len(shown)) // 2
        for text, font, ink in shown:
            self._text(painter, font, ink, text, QRect(room.left(), top, room.width(), height))
            top += height

    @staticmethod
    def _is_loud(row: Row) -> bool:
        return row.is_unread or row.kind not in (RowKind.NOTICE, RowKind.GONE)

    def _sign(self, painter: QPainter, row: Row, body: QRect) -> int:
        """Draw ring, disc or icon, all of them around one line; return where the text begins: the same in every row."""
        theme, box = self.theme, self.ring_rect(body)
        if row.kind in _WITH_RING and row.due_at is not None:
            is_calm = step_of(self._view) == CALM_STEP
            font = self._font(CARD_TEXT, strong=True)
            countdown = Countdown(max(1, row.due_at - self.now), max(1, self.whole))
            paint_ring(painter, QRectF(box), countdown, theme, font, is_calm=is_calm)
        elif row.kind is not RowKind.MORE:
            inset = (_RING - _SIGN) // 2
            self._disc(painter, row, box.adjusted(inset, inset, -inset, -inset))
        if row.is_unread and row.kind not in _WITH_RING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QPointF(body.left() + 10, body.center().y() + 0.5), 3, 3)
        return box.right() + 14

    def _disc(self, painter: QPainter, row: Row, box: QRect) -> None:
        person_id, name = row.person
        if name and not row.tone:
            paint_avatar(painter, QRectF(box), name, person_id)
            return
        theme = self.theme
        grounds = {"good": theme.column, "late": theme.late_tint, "stale": theme.stale_tint}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(grounds.get(row.tone, theme.column)))
        painter.drawEllipse(box)
        side = 16
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap(row.icon or "info", self._tone(row), side, ratio)
        corner = QRectF(box).center() - QPointF(side / 2, side / 2)
        painter.drawPixmap(corner, picture)

    def _tone(self, row: Row, *, is_end: bool = False) -> str:
        theme = self.theme
        plain = theme.ink_muted
        if is_end and row.kind is not RowKind.TASK:
            return plain
        return {"good": theme.good_text, "late": theme.late_text, "stale": theme.stale_text}.get(
            row.tone, plain
        )

    def _button(self, painter: QPainter, row: Row, deed: Deed, place: QRect, *, is_current: bool) -> None:
        theme = self.theme
        is_primary = is_current and deed is row.deeds[0] and deed is not Deed.OPEN
        is_quiet = deed is Deed.DISCARD
        is_pressed, is_hovered = (mark == (row.key, deed) for mark in (self.pressed, self.hovered))
        ground = theme.accent if is_primary else theme.panel
        if is_hovered or is_pressed:
            ground = theme.accent_hover if is_primary else theme.column
        if not (is_quiet and not is_hovered):
            painter.setPen(QPen(QColor(theme.accent if is_primary else theme.line_strong), 1))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        ink = theme.accent_ink if is_primary else theme.ink_muted if is_quiet else theme.ink
        font = self._font(CARD_TEXT, strong=is_primary)
        room = place.adjusted(12, 0, -8, 0)
        self._text(painter, font, ink, deed_name(deed), room)
        if is_current:
            self._key(painter, key_of(row, deed), place, ink, self._key_width(row, deed))

    def _key(self, painter: QPainter, words: str, place: QRect, ink: str, width: int) -> None:
        box = QRectF(place.right() - width - 7, place.center().y() - 8, width, 17)
        edge = QColor(ink)
        edge.setAlpha(110)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._font(SMALL_TEXT - 1))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _text(
        self, painter: QPainter, font: QFont, ink: str, text: str, room: QRect, *, at_end: bool = False
    ) -> int:
        """Draw one line of plain text within `room`; return its width."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)


def key_of(row: Row, deed: Deed) -> str:
    """Return the key of a row's deed: Enter for the first, else its number."""
    place = row.deeds.index(deed)
    return "↵" if place == 0 else str(place + 1)
