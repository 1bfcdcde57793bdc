"""A button that shows the keys that press it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from kanbandesk.ui.theme.tokens import TINY_TEXT

_PAD = 12  # px left and right
_CAP_PAD = 4
_CAP_HEIGHT = 16
_GAP = 6


class KeyButton(QPushButton):
    """Words, and a key cap after them. `ink` is the colour of both: a style sheet's is not to be asked for."""

    def __init__(self, words: str, keys: str, parent: QWidget | None = None, *, look: str = "") -> None:
        super().__init__(parent)
        self._words, self._keys = words, keys
        self._ink, self._faint = QColor(), QColor()
        self._weight = QFont.Weight.DemiBold if look == "primary" else QFont.Weight.Normal
        if look:
            self.setProperty("look", look)
        self.set_words(words)

    @property
    def words(self) -> str:
        """What the button says."""
        return self._words

    @staticmethod
    def is_confirmed_by(event: QKeyEvent) -> bool:
        """Tell whether a key press is Ctrl/Cmd+Enter."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return is_return and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_inks(self, ink: str, faint: str) -> None:
        """Take the colours of the words: `faint` while it cannot be pressed."""
        self._ink, self._faint = QColor(ink), QColor(faint)
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        words, cap = QFont(self.font()), QFont(self.font())
        words.setWeight(self._weight)
        cap.setPixelSize(TINY_TEXT)
        cap.setWeight(QFont.Weight.Normal)
        return words, cap

    def _cap_width(self) -> int:
        return (
            QFontMetrics(self._fonts()[1]).horizontalAdvance(self._keys) + 2 * _CAP_PAD if self._keys else 0
        )

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._fonts()[0]).horizontalAdvance(self._words) + 2 * _PAD
        if self._keys:
            width += _GAP + self._cap_width()
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        words, cap = self._fonts()
        ink = self._ink if self.isEnabled() else self._faint
        painter.setPen(ink)
        painter.setFont(words)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        left = (self.width() - self.sizeHint().width()) / 2 + _PAD
        painter.drawText(QRectF(left, 0, self.width(), self.height()), flags, self._words)
        if not self._keys:
            return
        left += QFontMetrics(words).horizontalAdvance(self._words) + _GAP
        box = QRectF(
            left + 0.5, (self.height() - _CAP_HEIGHT) / 2 + 0.5, self._cap_width() - 1, _CAP_HEIGHT - 1
        )
        edge = QColor(ink)
        edge.setAlpha(110)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(ink)
        painter.setFont(cap)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._keys)
