"""A row of chips that never grows over its room: what does not fit waits behind one more button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

_GAP = 6  # px


class ChipRow(QWidget):
    """Chips from left to right. The `kept` ones at the end always stay in sight; of the others, those that do not fit
    open from a menu.
    """

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[QWidget] = []
        self._kept: list[QWidget] = []
        self._own: list[QWidget] = []
        self._more = QToolButton(self)
        self._more.setText("…")
        self._more.setProperty("look", "chip")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def chips(self) -> list[QWidget]:
        """Return the chips, in their order, but not the last one."""
        return list(self._own)

    def show_chips(self, chips: Sequence[QWidget], kept: Sequence[QWidget], last: QWidget) -> None:
        """Show these and no others; `last` is the caller's and survives."""
        for old in self._own:
            old.hide()
            old.deleteLater()
        self._own = [*chips, *kept]
        self._chips, self._kept = list(chips), [*kept, last]
        for chip in (*self._own, last):
            chip.setParent(self)
        self.lay_out()

    def lay_out(self) -> None:
        """Place the chips anew, after their words or the room have changed."""
        room = self.width() - self._wide(self._kept)
        fits = len(self._chips)
        if self._wide(self._chips) > room:
            fits = self._fitting(room - self._more.sizeHint().width() - _GAP)
        left = 0
        for chip in self._chips[:fits]:
            left = self._place(chip, left)
        for chip in self._chips[fits:]:
            chip.hide()
        self._offer(self._chips[fits:])
        if fits < len(self._chips):
            left = self._place(self._more, left)
        self._more.setVisible(fits < len(self._chips))
        for chip in self._kept:
            left = self._place(chip, left)

    @staticmethod
    def _wide(chips: Sequence[QWidget]) -> int:
        return sum(chip.sizeHint().width() + _GAP for chip in chips)

    def _fitting(self, room: int) -> int:
        used = 0
        for place, chip in enumerate(self._chips):
            used += chip.sizeHint().width() + _GAP
            if used > room:
                return place
        return len(self._chips)

    def _place(self, chip: QWidget, left: int) -> int:
        size = chip.sizeHint()
        chip.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        chip.show()
        return left + size.width() + _GAP

    def _offer(self, chips: Sequence[QWidget]) -> None:
        menu = QMenu(self._more)
        for chip in chips:
            if isinstance(chip, QPushButton):
                action = menu.addAction(chip.text())
                action.setCheckable(chip.isCheckable())
                action.setChecked(chip.isChecked())
                action.triggered.connect(chip.click)
        old = self._more.menu()
        self._more.setMenu(menu)
        if old is not None:
            old.deleteLater()

    def sizeHint(self) -> QSize:
        return QSize(400, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_out()
