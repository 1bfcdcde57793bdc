"""The rail at the left: the places of the program. Only what works has a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.actions import Actions
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme

WIDTH = 56  # px
MOST = 99  # a larger count is told as "99+"


class RailButton(QToolButton):
    """A place's button, with the number of what waits there."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.ground, self.ink = QColor(), QColor()

    @property
    def count_text(self) -> str:
        """The number as it is shown, empty for none."""
        return "" if not self.count else str(self.count) if self.count <= MOST else f"{MOST}+"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number over the icon's upper right corner."""
        super().paintEvent(event)
        if not self.count:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = self.font()
            font.setPixelSize(10)
            font.setBold(True)
            painter.setFont(font)
            width = max(16, painter.fontMetrics().horizontalAdvance(self.count_text) + 8)
            box = QRectF(min(self.width() - width, self.width() - 18), 3, width, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ground)
            painter.drawRoundedRect(box, 8, 8)
            painter.setPen(self.ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.count_text)


class Rail(QFrame):
    """One button for each place; those below stand at the lower end."""

    def __init__(self, actions: Actions, above: Sequence[Act], below: Sequence[Act], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("Rail")
        self.setFixedWidth(WIDTH)
        self._actions, self._theme = actions, theme
        self._buttons: dict[Act, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(6)
        for act in above:
            column.addWidget(self._button(act))
        column.addStretch(1)
        for act in below:
            column.addWidget(self._button(act))

    def _button(self, act: Act) -> RailButton:
        button = RailButton()
        action = self._actions[act]
        button.setProperty("look", "rail")
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        keys = self._actions.keys_text(act)
        button.setToolTip(f"{action.text()}  {keys}".strip())
        button.setAccessibleName(action.text())
        button.clicked.connect(lambda _checked=False: action.trigger())
        self._buttons[act] = button
        return button

    def mark(self, place: Act | None) -> None:
        """Show which place is open."""
        for act, button in self._buttons.items():
            button.setCheckable(act is place)
            button.setChecked(act is place)
        self._tint()

    def show_count(self, act: Act, count: int, spoken: str = "") -> None:
        """Show on a place's button how much waits there; `spoken` says it in words ("3 unread")."""
        button = self._buttons[act]
        button.count = count
        name = self._actions[act].text()
        button.setAccessibleName(f"{name}, {spoken}" if count and spoken else name)
        keys = self._actions.keys_text(act)
        button.setToolTip(f"{button.accessibleName()}  {keys}".strip())
        button.update()

    def button(self, act: Act) -> RailButton:
        """Return the button of a place, as an anchor."""
        return self._buttons[act]

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._tint()

    def _tint(self) -> None:
        for act, button in self._buttons.items():
            name = self._actions.spec(act).icon
            color = self._theme.accent_text if button.isChecked() else self._theme.ink_muted
            button.setIcon(icons.icon(name, color, 20))
            button.ground, button.ink = QColor(self._theme.stale), QColor(self._theme.panel)
