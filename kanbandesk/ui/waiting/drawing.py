"""How a row of the waiting room is drawn: the silence first, then who and what, and the ways out at the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from kanbandesk.ui.board import signs
from kanbandesk.ui.inbox.deeds import Deed, deed_name
from kanbandesk.ui.inbox.drawing import LEAST_WORDS, RowPainter, row_of
from kanbandesk.ui.inbox.rows import Row
from kanbandesk.ui.theme.tokens import CARD_TEXT, RADIUS, SMALL_TEXT, Theme
from kanbandesk.ui.waiting.rows import WaitingRow
from kanbandesk.ui.widgets.avatar import paint_avatar
from kanbandesk.ui.words import short_duration

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 54  # px
STRIPE = 4  # px
_SIDE = 16  # px
_BADGE = 92  # px
_NUMBER = 62  # px
_DISC = 24  # px
_BUTTON = 30  # px high
_TOLD = 190  # px
_ROOMY = 900  # px from which on every row shows its buttons
_LEAST_TEXT = 160  # px: below that what was done gives way, then the person

KEYS = {
    Deed.CALL: "1",
    Deed.CHANNEL: "2",
    Deed.CLOSE_SILENT: "3",
    Deed.REMIND: "R",
    Deed.HOLD: "H",
    Deed.RELEASE: "H",
}
"""The key of each deed, as it stands on its button."""


def is_roomy(rect: QRect) -> bool:
    """Tell whether a row is so wide that its columns stand below those of the others."""
    return rect.width() >= _ROOMY


class WaitingPainter(RowPainter):
    """Draws the rows of the waiting room in one theme."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self._parent = parent

    def body(self, row: Row, rect: QRect) -> QRect:
        """Return the row: nothing lies between two of them."""
        del row
        return rect

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEIGHT)

    def buttons(self, row: Row, rect: QRect, *, is_current: bool) -> Iterator[tuple[Deed, QRect]]:
        """Yield the buttons from right to left; where there is little room only the current row has them.

        One that would leave the words no room is left to its key.
        """
        if not (is_current or is_roomy(rect)):
            return
        right = rect.right() - _SIDE
        least = rect.left() + STRIPE + _SIDE + _BADGE + 10 + _NUMBER + LEAST_WORDS
        for deed in reversed(row.deeds):
            width = self._width(deed)
            if right - width < least:
                return
            yield deed, QRect(right - width, rect.center().y() - _BUTTON // 2, width, _BUTTON)
            right -= width + 8

    def _width(self, deed: Deed) -> int:
        return QFontMetrics(self._font(CARD_TEXT)).horizontalAdvance(deed_name(deed)) + 24 + 26

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_of(index)
        if not isinstance(row, WaitingRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        count = index.model().rowCount()
        self._slice(painter, option.rect, index.row(), count, is_current=is_current)
        signs_of_age = signs.stripe_color(self.theme, row.level)
        painter.fillRect(
            QRect(option.rect.left() + 1, option.rect.top(), STRIPE, option.rect.height() - 1), signs_of_age
        )
        self._columns(painter, row, option.rect, is_current=is_current)
        painter.restore()

    def _slice(self, painter: QPainter, body: QRect, place: int, count: int, *, is_current: bool) -> None:
        """Fill the row as a slice of the list's card: round above the first row and below the last."""
        top = 0.5 if place == 0 else -RADIUS
        bottom = -0.5 if place == count - 1 else RADIUS
        path = QPainterPath()
        path.addRoundedRect(QRectF(body).adjusted(0.5, top, -0.5, bottom), RADIUS, RADIUS)
        painter.setClipPath(path)
        painter.fillRect(body, QColor(self.theme.accent_tint if is_current else self.theme.panel))
        painter.setClipRect(body)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if place < count - 1:
            y = body.bottom() + 0.5
            painter.drawLine(QPointF(body.left() + 1, y), QPointF(body.right(), y))
        painter.setClipPath(path)

    def _columns(self, painter: QPainter, row: WaitingRow, rect: QRect, *, is_current: bool) -> None:
        """Draw what stands in the row: person and reminder in columns of their own as long as there is room."""
        right = rect.right() - _SIDE
        for deed, place in self.buttons(row, rect, is_current=is_current):
            self._one_button(painter, row, deed, place)
            right = place.left() - 16
        if is_roomy(rect):
            right = rect.right() - _SIDE - self._widest() - 16
        left = rect.left() + STRIPE + _SIDE
        self._age(painter, row, QRect(left, rect.center().y() - 9, _BADGE, 18))
        left += _BADGE + 10
        muted, small = self.theme.ink_muted, self._font(SMALL_TEXT)
        self._text(painter, small, muted, row.number, QRect(left, rect.top(), _NUMBER, rect.height()))
        left += _NUMBER
        if right - left - _TOLD - _DISC - 28 >= _LEAST_TEXT:
            self._text(painter, small, muted, row.end, QRect(right - _TOLD, rect.top(), _TOLD, rect.height()))
            right -= _TOLD + 12
        if right - left - _DISC >= _LEAST_TEXT:
            if row.person[1]:
                disc = QRectF(right - _DISC, rect.center().y() - _DISC / 2, _DISC, _DISC)
                paint_avatar(painter, disc, row.person[1], row.person[0])
            right -= _DISC + 16
        self._two_lines(painter, row, QRect(left, rect.top(), max(40, right - left), rect.height()))

    def _widest(self) -> int:
        """Return the room that the buttons of the longest silence take."""
        ways = (Deed.CALL, Deed.CHANNEL, Deed.CLOSE_SILENT)
        return sum(self._width(deed) for deed in ways) + 8 * (len(ways) - 1)

    def _two_lines(self, painter: QPainter, row: WaitingRow, room: QRect) -> None:
        middle = room.center().y()
        upper = QRect(room.left(), middle - 18, room.width(), 18)
        lower = QRect(room.left(), middle + 1, room.width(), 16)
        if not row.over:
            upper = room
        self._text(painter, self._font(CARD_TEXT), self.theme.ink, row.title, upper)
        self._text(painter, self._font(SMALL_TEXT), self.theme.ink_muted, row.over, lower)

    def _age(self, painter: QPainter, row: WaitingRow, place: QRect) -> None:
        ink, ground = signs.badge_ink(self.theme, row.level), signs.badge_ground(self.theme, row.level)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(place), 9, 9)
        signs.draw_age(painter, QPointF(place.left() + 12, place.center().y() + 0.5), 4.3, row.level, ink)
        font = self._font(SMALL_TEXT, strong=True)
        self._text(painter, font, ink.name(), short_duration(row.silence), place.adjusted(22, 0, -4, 0))

    def _one_button(self, painter: QPainter, row: Row, deed: Deed, place: QRect) -> None:
        theme = self.theme
        is_marked = (row.key, deed) in (self.pressed, self.hovered)
        painter.setPen(QPen(QColor(theme.line_strong), 1))
        painter.setBrush(QColor(theme.column if is_marked else theme.panel))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self._text(painter, self._font(CARD_TEXT), theme.ink, deed_name(deed), place.adjusted(12, 0, -30, 0))
        self._key(painter, KEYS[deed], place, theme.ink_muted, 18)
