"""A page of the settings: the list of one kind of thing, and beside it the one that is being edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.setup.drawer import Drawer, Form, with_values
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import refusal_text, translate
from kanbandesk.workflow.cards import BoardSnapshot, Receipt
from kanbandesk.workflow.commands import Command

_LIST = 240  # px
_ROW = 34  # px
_FORM = 620  # px: longer lines are hard to read
_ID = Qt.ItemDataRole.UserRole


class DrawerPage(QWidget):
    """Edits one kind of setting. Nothing is kept before somebody saves; what is refused stays as it was typed."""

    tried = Signal(object)  # the entity, to be tried on yesterday's tickets

    def __init__(
        self, drawer: Drawer[Any], bridge: Bridge, latest: Callable[[], BoardSnapshot], *, may_save: bool
    ) -> None:
        super().__init__()
        self.drawer = drawer
        self._bridge, self._latest, self._may_save = bridge, latest, may_save
        self._snapshot = latest()
        self._item: Any = None
        self._form: Form = ()
        self._is_new = False
        self.is_dirty = False
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST)
        self.list.setAccessibleName(drawer.title)
        self.list.setProperty("look", "nav")
        self.list.setUniformItemSizes(True)
        self.list.currentRowChanged.connect(self._on_row)
        self.complaint = PlainLabel("", look="wrong")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self._make_buttons()
        self._lay_out()
        self.show_snapshot(latest())

    # -- what is shown --

    def show_snapshot(self, snapshot: BoardSnapshot) -> None:
        """Take settings that are new, unless somebody is just editing this one."""
        self._snapshot = snapshot
        if self.is_dirty:
            return
        chosen = self.drawer.identity(self._item) if self._item is not None else ""
        items = list(self.drawer.items(snapshot))
        self.list.blockSignals(True)
        self.list.clear()
        for item in items:
            self.list.addItem(self._row(item))
        self.list.blockSignals(False)
        ids = [self.drawer.identity(item) for item in items]
        place = ids.index(chosen) if chosen in ids else 0
        if items:
            self.list.setCurrentRow(place)
            self._show(items[place])
        else:
            self._show(None)

    def choose(self, item_id: str) -> None:
        """Show the one with this id."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_ID) == item_id:
                self.list.setCurrentRow(place)

    def editor(self, name: str) -> Any:
        """Return what a field is edited with; KeyError when the form has none of this name."""
        return dict(self._form)[name]

    def add(self) -> None:
        """Begin a new one."""
        if self.drawer.make is not None:
            self._show(self.drawer.make(self._snapshot), is_new=True)
            self._set_dirty()
            if self._form:
                self._form[0][1].setFocus()

    def save(self) -> None:
        """Hand over what was edited; a refusal says why, and keeps it as it stands."""
        if self._item is not None and self.is_dirty:
            self._give(self.drawer.save(self._snapshot, with_values(self._item, self._form)))

    def revert(self) -> None:
        """Forget what was edited."""
        self.is_dirty = False
        self._item = None if self._is_new else self._item
        self.show_snapshot(self._latest())

    def delete(self) -> None:
        """Take the chosen one away; what still needs it stops that, and is named."""
        if self.drawer.delete is not None and self._item is not None:
            self.is_dirty = False
            self._give(self.drawer.delete(self._snapshot, self._item))

    def current(self) -> Any:
        """Return the one on show with what was edited, None when there is none."""
        return None if self._item is None else with_values(self._item, self._form)

    def say_unsaved(self) -> None:
        """Say that something is not saved yet."""
        self._complain(translate("Setup", "This is not saved yet: save it, or revert."))

    # -- parts --

    def _make_buttons(self) -> None:
        drawer = self.drawer
        self.add_button = QPushButton(translate("Setup", "Add"))
        self.up_button = QPushButton(translate("Setup", "Up"))
        self.down_button = QPushButton(translate("Setup", "Down"))
        self.delete_button = QPushButton(translate("Setup", "Delete"))
        self.try_button = QPushButton(translate("Setup", "Try on yesterday's tickets"))
        self.revert_button = QPushButton(translate("Setup", "Revert"))
        self.save_button = QPushButton(translate("Setup", "Save"))
        self.save_button.setProperty("look", "primary")
        self.add_button.clicked.connect(self.add)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.delete_button.clicked.connect(self.delete)
        self.try_button.clicked.connect(lambda: self.tried.emit(self.current()))
        self.revert_button.clicked.connect(self.revert)
        self.save_button.clicked.connect(self.save)
        self.add_button.setVisible(drawer.make is not None)
        self.delete_button.setVisible(drawer.delete is not None)
        self.try_button.setVisible(drawer.can_be_tried)
        for button in (self.up_button, self.down_button):
            button.setVisible(drawer.move is not None)

    def _lay_out(self) -> None:
        about = PlainLabel(self.drawer.about, look="muted")
        about.setWordWrap(True)
        self._room = QVBoxLayout()
        self._room.setSpacing(14)
        inner = QWidget()
        inner.setMaximumWidth(_FORM)
        inner.setLayout(self._room)
        self.room = QScrollArea()
        self.room.setFrameShape(QFrame.Shape.NoFrame)
        self.room.setWidgetResizable(True)
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setWidget(inner)
        below = QHBoxLayout()
        for widget in (self.delete_button, self.try_button):
            below.addWidget(widget)
        below.addStretch(1)
        for widget in (self.revert_button, self.save_button):
            below.addWidget(widget)
        right = QVBoxLayout()
        right.addWidget(self.room, 1)
        right.addWidget(self.complaint)
        right.addLayout(below)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        order = QHBoxLayout()
        for button in (self.add_button, self.up_button, self.down_button):
            order.addWidget(button)
        order.addStretch(1)
        left.addLayout(order)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setVisible(not self.drawer.is_one)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(side)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.drawer.title, look="page"))
        column.addWidget(about)
        column.addLayout(row, 1)

    def _row(self, item: Any) -> QListWidgetItem:
        detail = self.drawer.detail(item)
        name = self.drawer.name(item) or translate("Setup", "Without a name")
        row = QListWidgetItem(f"{name}  ·  {detail}" if detail else name)
        row.setData(_ID, self.drawer.identity(item))
        row.setSizeHint(QSize(0, _ROW))
        return row

    def _on_row(self, place: int) -> None:
        items = list(self.drawer.items(self._snapshot))
        if not self.is_dirty and 0 <= place < len(items):
            self._show(items[place])

    def _show(self, item: Any, *, is_new: bool = False) -> None:
        self._item, self._is_new, self.is_dirty = item, is_new, False
        while self._room.count():
            entry = self._room.takeAt(0)
            if entry is not None and (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._form = () if item is None else self.drawer.form(self._snapshot, item)
        for name, editor in self._form:
            editor.set_value(getattr(item, name))
            editor.changed.connect(self._set_dirty)
            editor.setEnabled(self._may_save)
            self._room.addWidget(editor)
        if item is None:
            self._room.addWidget(PlainLabel(translate("Setup", "Nothing here yet."), look="muted"))
        self._room.addStretch(1)
        self._complain("")
        self._enable()

    def _set_dirty(self) -> None:
        self.is_dirty = True
        self._complain("")
        self._enable()

    def _enable(self) -> None:
        has_item = self._item is not None
        self.save_button.setEnabled(self.is_dirty and self._may_save)
        self.revert_button.setEnabled(self.is_dirty)
        self.delete_button.setEnabled(has_item and not self._is_new and self._may_save)
        self.try_button.setEnabled(has_item)
        self.add_button.setEnabled(self._may_save and not self.is_dirty)
        for button in (self.up_button, self.down_button):
            button.setEnabled(has_item and not self.is_dirty and self._may_save)
        self.list.setEnabled(not self.is_dirty)

    def _move(self, step: int) -> None:
        if self.drawer.move is None or self._item is None:
            return
        command = self.drawer.move(self._snapshot, self._item, step)
        if command is not None:
            self._give(command)

    def _give(self, command: Command) -> None:
        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                self.is_dirty = False
                self._item = self.current() if self._form else self._item
                self._is_new = False
                self.show_snapshot(self._latest())
            else:
                self._complain(refusal_text(receipt.code, receipt.params, self._snapshot))

        self._bridge.submit(command, while_alive(self, done))

    def _complain(self, words: str) -> None:
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))
