"""What a setting is edited with: each editor holds one value, and says when somebody has changed it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import PlainLabel, caption
from kanbandesk.ui.words import translate
from kanbandesk.ui.words.names import own_name
from kanbandesk.ui.words.settings import setting_label

Words = Mapping[str, str]
"""Ids or values and what they are called."""
NOTHING = ""
_MOST = 1_000_000


class Section(PlainLabel):
    """A heading between fields."""

    def __init__(self, words: str) -> None:
        super().__init__(words, look="heading")
        self.setContentsMargins(0, 10, 0, 0)


class Editor(QWidget):
    """One labelled value; `changed` comes when a person has changed it, not when it was set."""

    changed = Signal()

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__()
        self.label = label
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self._label = PlainLabel(label, look="field")
        self.column.addWidget(self._label)
        if not label:
            self._label.hide()
        self._hint = PlainLabel(hint, look="small")
        self._hint.setWordWrap(True)
        self._wrong = PlainLabel("", look="wrong")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._held: QWidget | None = None

    def value(self) -> Any:
        """Return the value as it stands."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def complaint(self) -> str:
        """Return why what was typed is no value, empty when it is one."""
        return ""

    def told(self) -> str:
        """Return what is said to be wrong here."""
        return self._wrong.text()

    def complain(self, words: str) -> None:
        """Say below the field what is wrong with it; no words take that back."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        if self._held is not None:
            self._held.setAccessibleDescription(words or self._hint.text())
            mark(self._held, is_wrong=bool(words))

    def _hold(self, widget: QWidget, first: QWidget | None = None) -> None:
        """Take the widget that shows the value; the focus goes to `first`, where it has several parts."""
        self._held = widget
        self.column.addWidget(widget)
        widget.setAccessibleName(self.label)
        widget.setAccessibleDescription(self._hint.text())
        self.setFocusProxy(first or widget)
        self._label.setBuddy(first or widget)
        self.column.addWidget(self._wrong)
        if self._hint.text():
            self.column.addWidget(self._hint)
        calm(widget)


def mark(widget: QWidget, *, is_wrong: bool) -> None:
    """Let a field be drawn as one that holds something wrong, or as usual."""
    if bool(widget.property("is_wrong")) != is_wrong:
        widget.setProperty("is_wrong", is_wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class _CalmWheel(QObject):
    """Keeps the wheel for scrolling the page: a number or a choice turns only while it has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def calm(widget: QWidget) -> None:
    """Let the wheel over the numbers and choices of `widget` scroll the page instead of changing them."""
    for each in (widget, *widget.findChildren(QWidget)):
        if isinstance(each, (QComboBox, QAbstractSpinBox)):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.installEventFilter(_CalmWheel(each))


class LineEditor(Editor):
    """A few words."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        self.edit = QLineEdit()
        self.edit.textEdited.connect(lambda _text: self.changed.emit())
        self._hold(self.edit)

    def value(self) -> str:
        return self.edit.text().strip()

    def set_value(self, value: str) -> None:
        self.edit.setText(value)


class NameEditor(LineEditor):
    """The name of a thing: the program's own names are shown in the person's language, and kept as they were."""

    def __init__(self, kind: str, thing_id: str, label: str = "") -> None:
        super().__init__(label or setting_label("name"))
        self._kind, self._id, self._kept = kind, thing_id, ""

    def value(self) -> str:
        shown = super().value()
        return self._kept if shown == self._shown() else shown

    def set_value(self, value: str) -> None:
        self._kept = value
        super().set_value(self._shown())

    def _shown(self) -> str:
        return own_name(self._kind, self._id, self._kept)


class WordsEditor(Editor):
    """A text of several lines."""

    def __init__(self, label: str, hint: str = "", height: int = 4) -> None:
        super().__init__(label, hint)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(height * self.edit.fontMetrics().lineSpacing() + 16)
        self.edit.textChanged.connect(self._on_changed)
        self._is_setting = False
        self._hold(self.edit)

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        self._is_setting = True
        self.edit.setPlainText(value)
        self._is_setting = False

    def _on_changed(self) -> None:
        if not self._is_setting:
            self.changed.emit()


class LinesEditor(Editor):
    """Several words or sentences, one a line."""

    def __init__(self, label: str, hint: str = "", height: int = 5) -> None:
        super().__init__(label, hint)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(height * self.edit.fontMetrics().lineSpacing() + 16)
        self.edit.textChanged.connect(self._on_changed)
        self._is_setting = False
        self._hold(self.edit)

    def value(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.edit.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def set_value(self, value: Sequence[str]) -> None:
        self._is_setting = True
        self.edit.setPlainText("\n".join(value))
        self._is_setting = False

    def _on_changed(self) -> None:
        if not self._is_setting:
            self.changed.emit()


class NumberEditor(Editor):
    """A whole number; `nothing` is what the least one is called where it means none."""

    def __init__(
        self, label: str, hint: str = "", *, least: int = 0, most: int = _MOST, nothing: str = ""
    ) -> None:
        super().__init__(label, hint)
        self._has_nothing, self._least = bool(nothing), least
        self.edit = QSpinBox()
        self.edit.lineEdit().setTextMargins(6, 0, 0, 0)
        self.edit.setRange(least - 1 if nothing else least, most)
        self.edit.setSpecialValueText(nothing)
        self.edit.setMaximumWidth(160)
        self.edit.valueChanged.connect(lambda _value: self.changed.emit())
        self._hold(self.edit)

    def value(self) -> int | None:
        number = self.edit.value()
        return None if self._has_nothing and number < self._least else number

    def set_value(self, value: int | None) -> None:
        blocked = self.edit.blockSignals(True)
        self.edit.setValue(self._least - 1 if value is None else value)
        self.edit.blockSignals(blocked)


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__("", hint)
        self.label = label
        self.edit = QCheckBox(caption(label))
        self.edit.clicked.connect(lambda _checked: self.changed.emit())
        self._hold(self.edit)

    def value(self) -> bool:
        return self.edit.isChecked()

    def set_value(self, value: bool) -> None:
        self.edit.setChecked(value)


class ChoiceEditor(Editor):
    """One of several; `kind` makes the value out of its id (an enum, for example)."""

    def __init__(self, label: str, words: Words, hint: str = "", *, kind: Callable[[str], Any] = str) -> None:
        super().__init__(label, hint)
        self._kind = kind
        self.edit = QComboBox()
        self.edit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.edit.setMinimumContentsLength(12)
        for value, text in words.items():
            self.edit.addItem(text, value)
        self.edit.activated.connect(lambda _index: self.changed.emit())
        self._hold(self.edit)

    def value(self) -> Any:
        return self._kind(self.edit.currentData() or NOTHING)

    def set_value(self, value: str) -> None:
        place = self.edit.findData(str(value))
        if place < 0 and value:
            self.edit.addItem(translate("Setup", "one that is gone"), str(value))
            place = self.edit.count() - 1
        self.edit.setCurrentIndex(max(place, 0))


class SeveralEditor(Editor):
    """Any of several, kept in the order in which they are offered; `least` says that one has to be chosen."""

    def __init__(
        self,
        label: str,
        words: Words,
        hint: str = "",
        *,
        kind: Callable[[str], Any] = str,
        least: str = "",
    ) -> None:
        super().__init__(label, hint)
        self._kind, self._least = kind, least
        room = QWidget()
        flow = FlowLayout(room)
        self.boxes: dict[str, QCheckBox] = {}
        for value, text in words.items():
            box = self.boxes[value] = QCheckBox(caption(text))
            box.clicked.connect(lambda _checked: self.changed.emit())
            flow.addWidget(box)
        self._hold(room, next(iter(self.boxes.values()), None))

    def value(self) -> tuple[Any, ...]:
        return tuple(self._kind(value) for value, box in self.boxes.items() if box.isChecked())

    def complaint(self) -> str:
        return "" if self.value() else self._least

    def set_value(self, value: Sequence[str]) -> None:
        chosen = {str(one) for one in value}
        for each, box in self.boxes.items():
            box.setChecked(each in chosen)
