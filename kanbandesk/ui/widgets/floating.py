"""A panel that floats above the window's content as a child of the window: sheets, pickers, popovers.

Not a window of its own: it is in every picture of the window, no window manager moves it, and it needs no grab.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

SHADOW = 14  # px around the panel in which its shadow lies
EDGE = 8  # px kept between a panel and the window's edge
_RADIUS = 10  # px
_STRENGTH = 9  # of 255, for each ring of the shadow


class Floating(QFrame):
    """A panel placed beside an anchor within its window; it dies when it has vanished unless it `is_kept`.

    `dismissed` is emitted when Escape, or a press outside where `closes_outside`, takes it away; not by `close()`.
    """

    dismissed = Signal()

    def __init__(self, window: QWidget, *, closes_outside: bool = False, is_kept: bool = False) -> None:
        super().__init__(window)
        self._closes_outside = closes_outside
        self._is_kept = is_kept
        self._came_from: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        self.hide()

    def open_beside(self, anchor: QRect) -> None:
        """Show the panel at `anchor` (global): at its right, else at its left, else over its lower edge."""
        size = self._wanted_size()
        spot = self._to_window(anchor)
        body = size - QSize(2 * SHADOW, 2 * SHADOW)
        room = self._room()
        x = spot.right() + EDGE
        if x + body.width() > room.right():
            x = spot.left() - EDGE - body.width()
        y = spot.top()
        if x < room.left():
            x, y = spot.left(), spot.top() + min(spot.height(), 40)
        self._show_at(QPoint(x, y) - QPoint(SHADOW, SHADOW), size)

    def open_below(self, anchor: QRect) -> None:
        """Show the panel under `anchor` (global), moved left where the window ends."""
        spot = self._to_window(anchor)
        corner = spot.bottomLeft() + QPoint(0, EDGE // 2)
        self._show_at(corner - QPoint(SHADOW, SHADOW), self._wanted_size())

    def open_on_top(self) -> None:
        """Show the panel centred near the window's upper edge."""
        size = self._wanted_size()
        x = (self.window().width() - size.width()) // 2
        self._show_at(QPoint(x, max(EDGE, self.window().height() // 9)), size)

    def dismiss(self) -> None:
        """Take the panel away as Escape does."""
        if self.isVisible():
            self.vanish()
            self.dismissed.emit()

    def vanish(self) -> None:
        """Hide the panel and give the focus back to where it was."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        focused = QApplication.focusWidget()
        held_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
        self.hide()
        if self._came_from is not None and held_focus and isValid(self._came_from):
            self._came_from.setFocus()
        self._came_from = None
        if not self._is_kept:
            self.deleteLater()

    def _show_at(self, corner: QPoint, size: QSize) -> None:
        room = self._room()
        x = min(corner.x() + SHADOW, room.right() - size.width() + 2 * SHADOW) - SHADOW
        y = min(corner.y() + SHADOW, room.bottom() - size.height() + 2 * SHADOW) - SHADOW
        place = QPoint(max(room.left() - SHADOW, x), max(room.top() - SHADOW, y))
        self.setGeometry(QRect(place, size))
        if not self.isVisible():
            focused = QApplication.focusWidget()
            self._came_from = focused if focused is not None and not self.isAncestorOf(focused) else None
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.show()
        self.raise_()

    def _wanted_size(self) -> QSize:
        self.ensurePolished()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        size = self.sizeHint().expandedTo(self.minimumSize()).boundedTo(self.maximumSize())
        if layout is not None and layout.hasHeightForWidth():
            size.setHeight(layout.totalHeightForWidth(size.width()))
        room = self._room().size() + QSize(2 * SHADOW, 2 * SHADOW)
        return size.boundedTo(room)

    def _room(self) -> QRect:
        return self.window().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)

    def _to_window(self, anchor: QRect) -> QRect:
        return QRect(self.window().mapFromGlobal(anchor.topLeft()), anchor.size())

    # -- Qt --

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        # Nothing goes on to the window: a letter typed here is no command.
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab within the panel.

        Asking Qt for the next widget of the focus chain would make each one asked for the owner of the next in
        PySide's eyes: when the panel dies, widgets far away would count as dead with it.
        """
        stops = [part for part in self.findChildren(QWidget) if self._is_stop(part)]
        focused = QApplication.focusWidget()
        if not stops or stops == [focused]:
            return True
        if focused in stops:
            place = stops.index(focused) + (1 if next else -1)
        else:
            place = 0 if next else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[place % len(stops)].setFocus(reason)
        return True

    def _is_stop(self, part: QWidget) -> bool:
        is_reachable = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        is_inner = part.objectName().startswith("qt_")  # the line of a spin box, which Tab reaches as one
        return is_reachable and not is_inner and part.isEnabled() and part.isVisibleTo(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.MouseButtonPress
            and self._closes_outside
            and isinstance(watched, QWidget)
        ):
            inside = watched is self or self.isAncestorOf(watched) or watched.window() is not self.window()
            if not inside:
                self.dismiss()
        elif event.type() is QEvent.Type.Resize and watched is self.window():
            self._keep_inside()
        return False

    def _keep_inside(self) -> None:
        self._show_at(self.pos(), self._wanted_size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        shade = QColor(self.palette().shadow().color())
        shade.setAlpha(_STRENGTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        for ring in range(SHADOW - 4, 0, -2):
            painter.drawRoundedRect(
                body.adjusted(-ring, -ring + 3, ring, ring + 3), _RADIUS + ring, _RADIUS + ring
            )
        painter.setBrush(self.palette().base())
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
