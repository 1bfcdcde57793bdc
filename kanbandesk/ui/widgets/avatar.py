"""A person as a disc with initials; the same disc as on the card."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kanbandesk.ui.board import signs
from kanbandesk.ui.widgets.plain import set_tip

INK = "#FFFFFF"
_SHARE = 0.40  # of the disc's height that its letters take


def paint_avatar(painter: QPainter, rect: QRectF, name: str, person_id: str) -> None:
    """Paint the disc into `rect`; the painter's state is kept."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(signs.person_color(person_id))
    painter.drawEllipse(rect)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(rect.height() * _SHARE)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(INK))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, signs.initials(name))
    painter.restore()


class Avatar(QWidget):
    """A person's disc as a widget."""

    def __init__(self, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._name = self._id = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str, person_id: str) -> None:
        """Show somebody; the name is the tool tip and what a screen reader says."""
        self._name, self._id = name, person_id
        self.setAccessibleName(name)
        set_tip(self, name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._name, self._id)
