"""The map of all keys, made from the actions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kanbandesk.ui.action_table import MENUS, SPECS, Spec, keys_of
from kanbandesk.ui.widgets.floating import Floating
from kanbandesk.ui.words import translate

_COLUMNS = (("Ticket",), ("Edit", "View"), ("Board", "Help"))


class _Whole(QScrollArea):
    """Shows a page whole where the window has room for it, else lets it scroll."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(page)
        for part in (self.viewport(), page):
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Return the page's own, with room beside it for a bar where the window is low."""
        page = self.widget()
        bar = QSize(self.verticalScrollBar().sizeHint().width(), 0)
        return page.sizeHint() + bar if page is not None else super().sizeHint()


class KeyMap(Floating):
    """All actions that have keys, by menu."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, closes_outside=True)
        page = QWidget()
        self.sight = _Whole(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self.sight)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 20, 12, 20)
        column.setSpacing(14)
        title = _label(translate("KeyMap", "Keys"), "heading")
        hint = _label(
            translate("KeyMap", "Letters act on the selected cards while nothing is being typed."), "muted"
        )
        column.addWidget(title)
        column.addWidget(hint)
        row = QHBoxLayout()
        row.setSpacing(20)
        for menus in _COLUMNS:
            row.addLayout(self._group(menus))
        column.addLayout(row)
        column.addLayout(self._walking())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.sight.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            bar.setValue(bar.value() + step)
        super().keyPressEvent(event)

    def _group(self, menus: tuple[str, ...]) -> QVBoxLayout:
        """Return a column in which the words of all its menus begin at one edge."""
        column, grid = QVBoxLayout(), QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for menu in (menu for menu in MENUS if menu in menus):
            members = [spec for spec in SPECS if spec.menu == menu and keys_of(spec)]
            if not members:
                continue
            heading = _label(translate("Actions", menu), "strong")
            heading.setContentsMargins(0, 10 if grid.count() else 0, 0, 2)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for spec in members:
                place = grid.rowCount()
                grid.addLayout(_keys(spec), place, 0)
                grid.addWidget(_label(translate("Actions", spec.text), ""), place, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _walking(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = translate(
            "KeyMap",
            "Arrows walk cards and columns · Shift with arrows moves the card · Ctrl+click selects several",
        )
        row.addWidget(_label(words, "small"))
        row.addStretch(1)
        return row


def _keys(spec: Spec) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for keys in keys_of(spec)[: max(1, len(spec.keys))]:
        row.addWidget(_label(keys.toString(QKeySequence.SequenceFormat.NativeText), "key"))
    row.addStretch(1)
    return row


def _label(words: str, look: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
