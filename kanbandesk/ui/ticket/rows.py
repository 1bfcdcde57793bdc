"""The lines of the details page: a label, and a value that may be changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from kanbandesk.ui.widgets.plain import PlainLabel, caption, set_tip
from kanbandesk.ui.words import plain_line, plain_text, translate

LABEL_WIDTH = 132  # px
_LONGEST_LABEL = 60  # characters
_LONGEST = 120  # characters of a value on a button
_LONG_TEXT = 4_000  # characters of a text that the page shows


class Row(QWidget):
    """A line of the page; hidden while it has nothing to show and cannot be filled in."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = plain_line(label, _LONGEST_LABEL)  # a custom field's may come from an import
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        head = PlainLabel(self.label, self, look="field")
        head.setFixedWidth(LABEL_WIDTH)
        head.setWordWrap(True)
        head.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.setContentsMargins(0, 6, 0, 0)
        self._layout.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)

    def hold(self, widget: QWidget) -> None:
        """Put the value's widget behind the label."""
        widget.setAccessibleName(self.label)
        self._layout.addWidget(widget, 1)

    def show_value(self, value: str) -> None:
        """Show a value; what is being typed is left alone."""
        raise NotImplementedError

    def allow_editing(self, why_not: str) -> None:
        """Let the value be changed, or say why that is not possible."""


class ValueRow(Row):
    """A value that is only read, and can be copied."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.value = PlainLabel("", self, look="value")
        self.value.setWordWrap(True)
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        self.value.setTextInteractionFlags(selectable)
        self.value.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hold(self.value)

    def show_value(self, value: str) -> None:
        text = plain_text(value[:_LONG_TEXT]).strip()
        self.value.setText(text + " …" if len(value) > _LONG_TEXT else text)
        self.setVisible(bool(text))


class LineEdit(QLineEdit):
    """A field that gives up with Escape."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class TextRow(Row):
    """A line of words. `changed` carries what was written once Enter or leaving the field has confirmed it."""

    changed = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(label, parent)
        self._value = ""
        self.field = LineEdit(self)
        self.field.setProperty("look", "flat")
        self.field.setPlaceholderText(hint or translate("Details", "not set"))
        self.field.editingFinished.connect(self._on_finished)
        self.field.given_up.connect(self._put)
        self.hold(self.field)

    def show_value(self, value: str) -> None:
        self._value = plain_line(value)
        if not self.field.isModified():
            self._put()

    def allow_editing(self, why_not: str) -> None:
        self.field.setReadOnly(bool(why_not))
        set_tip(self.field, why_not)

    def _put(self) -> None:
        self.field.setText(self._value)
        self.field.setCursorPosition(0)

    def _on_finished(self) -> None:
        if not self.field.isModified():
            return
        self.field.setModified(False)
        typed = self.field.text().strip()
        if typed != self._value:
            self.changed.emit(typed)


class ButtonRow(Row):
    """A value that is chosen: pressing it opens what there is to choose from."""

    pressed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None, *, empty: str = "") -> None:
        super().__init__(label, parent)
        self._empty = empty or translate("Details", "not set")
        self.button = QPushButton(self)
        self.button.setProperty("look", "flat")
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.pressed)
        self.hold(self.button)

    def show_value(self, value: str) -> None:
        text = plain_line(value, _LONGEST)
        self.button.setText(caption(text or self._empty))
        self.button.setAccessibleDescription(text)
        self.button.setProperty("is_empty", not text)
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

    def allow_editing(self, why_not: str) -> None:
        self.button.setEnabled(not why_not)
        set_tip(self.button, why_not)
