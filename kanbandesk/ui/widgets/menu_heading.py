"""Headings in menus. A section of Qt's own is mute under a style sheet: it is drawn as a line without its words."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidgetAction

from kanbandesk.ui.widgets.plain import PlainLabel


def add_heading(menu: QMenu, text: str) -> None:
    """Add a heading to `menu`, with a line above where something stands there already; it cannot be chosen."""
    if not menu.isEmpty():
        menu.addSeparator()
    action = QWidgetAction(menu)
    action.setText(text)  # for screen readers
    action.setDefaultWidget(PlainLabel(text, menu, look="menu"))
    action.setEnabled(False)
    menu.addAction(action)
