"""The rail at the left: the places of the program. Only what works has a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.actions import Actions
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme

WIDTH = 56  # px


class Rail(QFrame):
    """One button for each place; those below stand at the lower end."""

    def __init__(self, actions: Actions, above: Sequence[Act], below: Sequence[Act], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("Rail")
        self.setFixedWidth(WIDTH)
        self._actions, self._theme = actions, theme
        self._buttons: dict[Act, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(6)
        for act in above:
            column.addWidget(self._button(act))
        column.addStretch(1)
        for act in below:
            column.addWidget(self._button(act))

    def _button(self, act: Act) -> QToolButton:
        button = QToolButton()
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

    def button(self, act: Act) -> QToolButton:
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
