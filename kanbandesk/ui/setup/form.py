"""What pages that edit something share: the form with the fields of one thing, and what can be asked of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from kanbandesk.ui.setup.editors import Editor
from kanbandesk.workflow.cards import BoardSnapshot

WIDTH = 620  # px: longer lines are hard to read
Form = Sequence[tuple[str, QWidget]]
"""The fields of an entity and what each is edited with; what is no editor (a heading, a list) has no name."""


class EditingPage(QWidget):
    """A page on which something is edited; what its keys and the window ask of it."""

    is_dirty = False

    def save(self) -> None:
        """Hand over what was edited."""

    def revert(self) -> None:
        """Forget what was edited."""

    def add(self) -> None:
        """Begin a new one."""

    def shift(self, step: int) -> None:
        """Bring the chosen one up or down."""

    def say_unsaved(self) -> None:
        """Remind whoever leaves that something is not saved."""

    def show_snapshot(self, snapshot: BoardSnapshot) -> None:
        """Take settings that are new."""


class Illustration(QWidget):
    """A part of a form that shows what its fields mean, while somebody types."""

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show what these values of the fields mean."""


class FormPane(QScrollArea):
    """Shows the editors one below the other; `edited` comes when a person has changed one of them."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form: dict[str, Editor] = {}
        self._begun: dict[str, Any] = {}
        self._illustrations: list[Illustration] = []
        self.edited.connect(self._illustrate)
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 12, 8)
        self._room.setSpacing(14)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        inner.setLayout(self._room)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def show_form(self, form: Form, item: object, *, may_edit: bool) -> None:
        """Show other fields, filled from `item`; the cursor stays in the field in which it was."""
        focused = self._focused()
        while self._room.count():
            entry = self._room.takeAt(0)
            if entry is not None and (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._form = {name: editor for name, editor in form if isinstance(editor, Editor)}
        for name, part in form:
            if isinstance(part, Editor):
                part.set_value(getattr(item, name))
                part.changed.connect(self.edited)
                part.setEnabled(may_edit and part.isEnabled())
            self._room.addWidget(part)
        self._room.addStretch(1)
        self._illustrations = [part for _, part in form if isinstance(part, Illustration)]
        self._begun = self.values()
        self._illustrate()
        if focused in self._form:
            self._form[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.verticalScrollBar().setValue(0)

    def _illustrate(self) -> None:
        for part in self._illustrations:
            part.show_values(self.values())

    def _focused(self) -> str:
        widget = QApplication.focusWidget()
        if widget is None:
            return ""
        return next((name for name, editor in self._form.items() if editor.isAncestorOf(widget)), "")

    def show_nothing(self, widget: QWidget) -> None:
        """Show something else instead of fields."""
        self.show_form((), None, may_edit=False)
        self._room.insertWidget(0, widget)

    def editor(self, name: str) -> Any:
        """Return what a field is edited with; KeyError when there is none of this name."""
        return self._form[name]

    def values(self) -> dict[str, Any]:
        """Return what the editors hold."""
        return {name: editor.value() for name, editor in self._form.items()}

    def changes(self) -> dict[str, Any]:
        """Return what they hold that is another than it was at the beginning."""
        return {name: value for name, value in self.values().items() if value != self._begun[name]}

    def begin(self) -> None:
        """Put the cursor into the first field."""
        for editor in self._form.values():
            editor.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def is_readable(self) -> bool:
        """Tell whether all that was typed is a value; else say at the first that is none what is wrong."""
        self.forgive()
        for name, editor in self._form.items():
            if words := editor.complaint():
                return not self.complain(name, words)
        return True

    def complain(self, name: str, words: str) -> bool:
        """Say at a field what is wrong with it and bring it into sight; False when there is no such field."""
        editor = self._form.get(name)
        if editor is None:
            return False
        editor.complain(words)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.widget().layout().activate()  # type: ignore[union-attr]
        self.ensureWidgetVisible(editor)
        return True

    def forgive(self) -> None:
        """Take back what was said to be wrong."""
        for editor in self._form.values():
            editor.complain("")

    def told(self) -> str:
        """Return what is said to be wrong, wherever it is."""
        return " ".join(filter(None, (editor.told() for editor in self._form.values())))
