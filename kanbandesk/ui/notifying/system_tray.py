"""The system's own notifications, by the program's icon beside the clock; made when one is first to be shown."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import LIGHT

_SIDES = (16, 22, 32, 64)
_LASTS = 10_000  # ms, where the system lets the program say so
MOST = 9


class SystemTray(QObject):
    """`pressed` when a notification or the icon was clicked; nothing at all where the system has no such place."""

    pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._count = 0
        self._is_calling = False

    def show_count(self, count: int) -> None:
        """Show how much is unread, on the program's icon wherever the system shows it."""
        if count == self._count:
            return
        self._count = count
        app = QGuiApplication.instance()
        # Where windows are known by a desktop file, a program without one has no icon for the number.
        if isinstance(app, QGuiApplication) and (sys.platform != "linux" or app.desktopFileName()):
            app.setBadgeNumber(count)
        self._draw()

    def call(self, *, is_calling: bool) -> None:
        """Stand out in the system's tray, where there is one, until somebody has looked."""
        self._is_calling = is_calling
        if is_calling:
            self._tray_icon()
        self._draw()

    def _draw(self) -> None:
        if self._icon is not None:
            self._icon.setIcon(badged(self._count, is_calling=self._is_calling))

    def say(self, heading: str, text: str) -> bool:
        """Show a notification; tell whether the system can."""
        icon = self._tray_icon()
        if icon is None or not QSystemTrayIcon.supportsMessages():
            return False
        icon.showMessage(heading, text, icons.brand(), _LASTS)
        return True

    def close(self) -> None:
        """Leave the system's tray."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _tray_icon(self) -> QSystemTrayIcon | None:
        if self._icon is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = QSystemTrayIcon(badged(self._count, is_calling=self._is_calling), self)
            self._icon.setToolTip(QGuiApplication.applicationDisplayName())
            self._icon.messageClicked.connect(self.pressed)
            self._icon.activated.connect(lambda _reason: self.pressed.emit())
            self._icon.show()
        return self._icon


def badged(count: int, *, is_calling: bool = False) -> QIcon:
    """Return the program's icon with a number on it, without one for nothing; a larger sign where it calls."""
    icon = QIcon()
    for side in _SIDES:
        picture = icons.brand().pixmap(side, side)
        if is_calling:
            _paint_badge(picture, "!", 0.8)
        elif count:
            _paint_badge(picture, str(count) if count <= MOST else "+", 0.62)
        icon.addPixmap(picture)
    return icon


def _paint_badge(picture: QPixmap, sign: str, share: float) -> None:
    """Paint a sign on a disc that takes this share of the picture's side."""
    side = picture.width() / picture.devicePixelRatio()
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(side * (1 - share), 0, side * share, side * share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.stale))
        painter.drawEllipse(box)
        font = painter.font()
        font.setPixelSize(max(7, round(side * share * 0.71)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(LIGHT.panel))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
