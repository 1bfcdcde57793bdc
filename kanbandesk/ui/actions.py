"""The QActions of a window, made from the table: menus, shortcuts, tool tips, what is possible and why not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from kanbandesk.ui.action_table import MENUS, SPECS, Act, Spec, keys_of
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.words import translate


class Actions(QObject):
    """The QActions of a window; `area` is the widget within which the letters act."""

    def __init__(self, window: QWidget, area: QWidget) -> None:
        super().__init__(window)
        self._specs = {spec.act: spec for spec in SPECS}
        self._actions: dict[Act, QAction] = {}
        for spec in self._specs.values():
            action = QAction(translate("Actions", spec.text), self)
            action.setMenuRole(spec.role)
            if not spec.is_described_only:
                action.setShortcuts(keys_of(spec))
                (area if spec.in_work_area else window).addAction(action)
            if spec.in_work_area:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._actions[spec.act] = action

    def __getitem__(self, act: Act) -> QAction:
        return self._actions[act]

    def spec(self, act: Act) -> Spec:
        """Return what the action `act` is made from."""
        return self._specs[act]

    def on(self, act: Act, slot: Callable[[], object]) -> None:
        """Call `slot` when the action is triggered, by whatever way."""
        self._actions[act].triggered.connect(lambda _checked=False: slot())

    def allow(self, act: Act, why_not: str = "") -> None:
        """Enable the action, or disable it and keep the reason as its tool tip."""
        action = self._actions[act]
        action.setEnabled(not why_not)
        action.setToolTip(why_not or action.text())

    def allow_all(self, acts: Iterable[Act], why_not: str = "") -> None:
        """Enable or disable several."""
        for act in acts:
            self.allow(act, why_not)

    def why_not(self, act: Act) -> str:
        """Return why the action is not possible now, empty when it is."""
        action = self._actions[act]
        return "" if action.isEnabled() else action.toolTip()

    def keys_text(self, act: Act) -> str:
        """Return the first key of the action, as this system writes it."""
        keys = keys_of(self._specs[act])
        return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons; on macOS menus carry none."""
        if sys.platform == "darwin":
            return
        for act, action in self._actions.items():
            if name := self._specs[act].icon:
                action.setIcon(icons.icon(name, theme.ink_muted, 16))

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Fill `bar` with all the menus."""
        for name in MENUS:
            menu = bar.addMenu(translate("Actions", name))
            menu.setToolTipsVisible(True)
            self._fill(menu, [spec for spec in self._specs.values() if spec.menu == name and spec.is_in_menu])

    def fill_menu(self, menu: QMenu, acts: Iterable[Act | None]) -> None:
        """Add the actions to `menu`, a line for each None."""
        menu.setToolTipsVisible(True)
        for act in acts:
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[act])

    def _fill(self, menu: QMenu, members: list[Spec]) -> None:
        for spec in members:
            if spec.is_separated and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(self._actions[spec.act])
