"""A small word in a frame: a tag, a file, somebody; pressed by mouse or keyboard, perhaps taken away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.widgets.plain import set_tip

HEIGHT = 20  # px
_TEXT = 12  # px
_PAD = 7
_SIGN = 12
_LONGEST = 240  # px of text


class Chip(QAbstractButton):
    """A chip with a text and an icon before it; where `is_removable`, a cross over its end while it is looked at.

    `clicked` comes from a press on the chip; `removed` from one on the cross, or Delete.
    """

    removed = Signal()

    def __init__(
        self, text: str, parent: QWidget | None = None, *, icon: str = "", is_removable: bool = False
    ) -> None:
        super().__init__(parent)
        self._text, self._icon, self._is_removable = text, icon, is_removable
        self._is_over = False
        font = self.font()
        font.setPixelSize(_TEXT)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        if self._text_width() > _LONGEST:
            set_tip(self, text)

    @property
    def shown_text(self) -> str:
        """The whole text; `text()` is Qt's, which would look for shortcuts in it."""
        return self._text

    def sizeHint(self) -> QSize:
        width = min(self._text_width(), _LONGEST) + 2 * _PAD
        return QSize(width + (_SIGN + 4 if self._icon else 0), HEIGHT)

    def _text_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._text)

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _SIGN - 3, (self.height() - _SIGN) / 2, _SIGN, _SIGN)

    def _shows_cross(self) -> bool:
        return self._is_removable and (self._is_over or self.hasFocus())

    # -- Qt --

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        is_marked = self.hasFocus() and not self._is_over
        edge = palette.highlight().color() if is_marked else palette.mid().color()
        painter.setPen(QPen(edge, 2 if is_marked else 1))
        painter.setBrush(palette.alternateBase() if self._is_over else palette.base())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        ink: QColor = palette.placeholderText().color()
        ratio = self.devicePixelRatioF()
        left = float(_PAD)
        top = (self.height() - _SIGN) / 2
        if self._icon:
            painter.drawPixmap(round(left), round(top), icons.pixmap(self._icon, ink.name(), _SIGN, ratio))
            left += _SIGN + 4
        right = self.width() - _PAD
        painter.setPen(ink)
        text = self.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideMiddle, round(right - left) + 1
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(left, 0, right - left + 1, self.height()), flags, text)
        if self._shows_cross():
            cross = self._cross()
            painter.fillRect(cross.adjusted(-2, 0, 0, 0), painter.brush())
            sign = icons.pixmap("x", ink.name(), _SIGN, ratio)
            painter.drawPixmap(round(cross.left()), round(cross.top()), sign)

    def enterEvent(self, event: object) -> None:
        self._is_over = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._is_over = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._shows_cross() and self._cross().adjusted(-4, -4, 4, 4).contains(event.position()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)
