"""A toast: what has just been told, at the foot of the window, for some seconds and without taking the focus.

There is never more than one; what it says stands in the inbox as well.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import translate

WIDTH = 340  # px
LASTS = 7_000  # ms; longer while the pointer is on it
_LEFT = 72  # px: beside the rail; what went wrong is told at the other side
_BOTTOM = 44  # px: above the status line


class Toast(QFrame):
    """Made once and shown anew; `pressed` when it was clicked, `closed` when its cross was."""

    pressed = Signal()
    vanished = Signal()

    def __init__(self, window: QWidget, left_of: Callable[[QRect], int], beside: QWidget) -> None:
        """`left_of` is asked where in the window the toast begins that would lie in a rectangle.

        It is asked anew when the window or `beside`, what the toast stands on, has another size.
        """
        super().__init__(window)
        self._window, self._left_of = window, left_of
        self.setProperty("look", "toast")
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sign = QLabel()
        self._sign.setFixedSize(20, 20)
        self.heading = PlainLabel("", look="strong")
        self.text = PlainLabel("", look="muted")
        for label in (self.heading, self.text):
            label.setWordWrap(True)
        self.close_button = QToolButton()
        self.close_button.setProperty("look", "icon")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.setAccessibleName(translate("Toast", "Close"))
        self.close_button.clicked.connect(self.vanish)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 12)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, interval=LASTS, singleShot=True)
        self._timer.timeout.connect(self.vanish)
        for ground in (window, beside):
            ground.installEventFilter(self)
        self.hide()

    def say(self, heading: str, text: str, icon: str, theme: Theme) -> None:
        """Show these words; the seconds begin anew."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap(icon, theme.accent_text, 18, ratio))
        self.close_button.setIcon(icons.icon("x", theme.ink_muted, 14))
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{heading}. {text}"))

    def vanish(self) -> None:
        """Take it away; it is kept in the inbox."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.vanished.emit()

    def _place(self) -> None:
        self.ensurePolished()
        height = max(self.heightForWidth(WIDTH), self.sizeHint().height())
        area = QRect(_LEFT, self._window.height() - _BOTTOM - height, WIDTH, height)
        area.moveLeft(self._left_of(area))
        self.setGeometry(area)

    # -- Qt --

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.vanish()
            self.pressed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
