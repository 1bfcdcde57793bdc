"""A page of the settings: the list of one kind of thing, and beside it the one that is being edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.setup.drawer import Drawer
from kanbandesk.ui.setup.form import EditingPage, FormPane
from kanbandesk.ui.theme.platform_keys import native
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel, set_tip
from kanbandesk.ui.words import fill, refusal_text, translate
from kanbandesk.workflow.cards import BoardSnapshot, Receipt
from kanbandesk.workflow.commands import Command

_LIST = 250  # px
_ROW = 34  # px
_ID = Qt.ItemDataRole.UserRole
SAVE, ADD, UP, DOWN = "Ctrl+S", "Ctrl+N", "Alt+Up", "Alt+Down"


class DrawerPage(EditingPage):
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
        self._is_new = False
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST)
        self.list.setAccessibleName(drawer.title)
        self.list.setProperty("look", "nav")
        self.list.setUniformItemSizes(True)
        self.list.currentRowChanged.connect(self._on_row)
        self.form = FormPane()
        self.form.edited.connect(self._set_dirty)
        self.complaint = PlainLabel("", look="wrong")
        self.complaint.setWordWrap(True)
        self.complaint.hide()
        self.add_button, self.up_button, self.down_button = QPushButton(), QPushButton(), QPushButton()
        self.delete_button, self.try_button = QPushButton(), QPushButton()
        self.revert_button, self.save_button = QPushButton(), QPushButton()
        _make_buttons(self)
        _lay_out(self)
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
            self.list.addItem(_row(self.drawer, item))
        ids = [self.drawer.identity(item) for item in items]
        place = ids.index(chosen) if chosen in ids else 0
        if items:
            self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._show(items[place] if items else None)

    def choose(self, item_id: str) -> None:
        """Show the one with this id."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_ID) == item_id:
                self.list.setCurrentRow(place)

    def editor(self, name: str) -> Any:
        """Return what a field is edited with; KeyError when the form has none of this name."""
        return self.form.editor(name)

    def told(self) -> str:
        """Return what is said to be wrong, at a field or below the form."""
        return self.form.told() or self.complaint.text()

    def add(self) -> None:
        """Begin a new one."""
        if self.drawer.make is not None and self.add_button.isEnabled():
            self._show(self.drawer.make(self._snapshot), is_new=True)
            self._set_dirty()
            self.form.begin()

    def save(self) -> None:
        """Hand over what was edited; a refusal says why, and keeps it as it stands."""
        if self._item is not None and self.save_button.isEnabled() and self.form.is_readable():
            self._give(self.drawer.save(self._snapshot, self.current()), is_of_form=True)

    def revert(self) -> None:
        """Forget what was edited."""
        self.is_dirty = False
        self._item = None if self._is_new else self._item
        self.show_snapshot(self._latest())

    def delete(self) -> None:
        """Take the chosen one away; what still needs it stops that, and is named."""
        if self.drawer.delete is not None and self._item is not None:
            self._give(self.drawer.delete(self._snapshot, self._item))

    def shift(self, step: int) -> None:
        """Bring the chosen one up or down in the list."""
        if self.drawer.move is None or self._item is None or not self.up_button.isEnabled():
            return
        command = self.drawer.move(self._snapshot, self._item, step)
        if command is not None:
            self._give(command)

    def try_out(self) -> None:
        """Ask for a trial of what is edited."""
        if self._item is not None and self.form.is_readable():
            self.tried.emit(self.current())

    def current(self) -> Any:
        """Return the chosen one as it is edited now, on top of what others have changed of it since."""
        items = self.drawer.items(self._snapshot)
        mine = self.drawer.identity(self._item)
        latest = next((item for item in items if self.drawer.identity(item) == mine), self._item)
        return replace(latest, **self.form.changes())

    def say_unsaved(self) -> None:
        """Remind whoever leaves that something is not saved."""
        self._complain(translate("Setup", "This is not saved yet: save it, or revert."))

    # -- inside --

    def _on_row(self, place: int) -> None:
        items = list(self.drawer.items(self._snapshot))
        if not self.is_dirty and 0 <= place < len(items):
            self._show(items[place])

    def _show(self, item: Any, *, is_new: bool = False) -> None:
        self._item, self._is_new, self.is_dirty = item, is_new, False
        if item is None:
            words = self.drawer.empty or translate("Setup", "Nothing here yet.")
            nothing = PlainLabel(words, look="muted")
            nothing.setWordWrap(True)
            self.form.show_nothing(nothing)
        else:
            self.form.show_form(self.drawer.form(self._snapshot, item), item, may_edit=self._may_save)
        self._complain("")
        self._enable()

    def _set_dirty(self) -> None:
        self.is_dirty = True
        self.form.forgive()
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

    def _give(self, command: Command, *, is_of_form: bool = False) -> None:
        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                self.is_dirty = False
                self._is_new = False
                self.show_snapshot(self._latest())
                return
            words = refusal_text(receipt.code, receipt.params, self._snapshot)
            if not (is_of_form and self._complain_at(dict(receipt.params), words)):
                self._complain(words)

        def failed(error: BaseException) -> None:
            words = translate("Setup", "It could not be saved: {error}. What you typed is kept; try again.")
            self._complain(fill(words, error=str(getattr(error, "reason", error))))

        self._bridge.submit(command, while_alive(self, done), while_alive(self, failed))

    def _complain_at(self, params: dict[str, str | int | None], words: str) -> bool:
        """Say at the field that the refusal is about what is wrong, unless it is another thing's."""
        about = params.get("id") if params.get("thing") not in (None, "column", "question") else None
        if about is not None and about != self.drawer.identity(self._item):
            return False
        names = (params.get("part"), params.get("field"))
        return any(self.form.complain(str(name), words) for name in names if name)

    def _complain(self, words: str) -> None:
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))


def _make_buttons(page: DrawerPage) -> None:
    """Give a page its buttons; those that its kind of setting has no use for are hidden."""
    drawer = page.drawer
    page.save_button.setProperty("look", "primary")
    for button, words, keys, act in (
        (page.add_button, translate("Setup", "Add"), ADD, page.add),
        (page.up_button, translate("Setup", "Up"), UP, lambda: page.shift(-1)),
        (page.down_button, translate("Setup", "Down"), DOWN, lambda: page.shift(1)),
        (page.delete_button, translate("Setup", "Delete"), "", page.delete),
        (page.try_button, translate("Setup", "Try on yesterday's tickets"), "", page.try_out),
        (page.revert_button, translate("Setup", "Revert"), "", page.revert),
        (page.save_button, translate("Setup", "Save"), SAVE, page.save),
    ):
        button.setText(words)
        button.clicked.connect(act)
        set_tip(button, native(keys) if keys else "")
    for button, has_use in (
        (page.add_button, drawer.make is not None),
        (page.delete_button, drawer.delete is not None),
        (page.try_button, drawer.can_be_tried),
        (page.up_button, drawer.move is not None),
        (page.down_button, drawer.move is not None),
    ):
        if not has_use:  # to show one that has no parent yet would be to show a window
            button.hide()


def _lay_out(page: DrawerPage) -> None:
    """Put the parts of a page beside each other."""
    about = PlainLabel(page.drawer.about, look="muted")
    about.setWordWrap(True)
    below = QHBoxLayout()
    for widget in (page.delete_button, page.try_button):
        below.addWidget(widget)
    below.addStretch(1)
    for widget in (page.revert_button, page.save_button):
        below.addWidget(widget)
    right = QVBoxLayout()
    right.addWidget(page.form, 1)
    right.addWidget(page.complaint)
    right.addLayout(below)
    side = QWidget()
    left = QVBoxLayout(side)
    left.setContentsMargins(0, 0, 0, 0)
    left.addWidget(page.list, 1)
    order = QHBoxLayout()
    for button in (page.add_button, page.up_button, page.down_button):
        order.addWidget(button)
    order.addStretch(1)
    left.addLayout(order)
    if page.drawer.is_one:
        side.hide()
    row = QHBoxLayout()
    row.setSpacing(20)
    row.addWidget(side)
    row.addLayout(right, 1)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 18, 24, 18)
    column.setSpacing(12)
    column.addWidget(PlainLabel(page.drawer.title, look="page"))
    column.addWidget(about)
    column.addLayout(row, 1)
    for first, then in ((page.list, page.add_button), (page.add_button, page.up_button)):
        QWidget.setTabOrder(first, then)


def _row(drawer: Drawer[Any], item: Any) -> QListWidgetItem:
    detail = drawer.detail(item)
    name = drawer.name(item) or translate("Setup", "Without a name")
    row = QListWidgetItem(f"{name}  ·  {detail}" if detail else name)
    row.setToolTip(row.text())
    row.setData(_ID, drawer.identity(item))
    row.setSizeHint(QSize(0, _ROW))
    return row
