"""What a setting is edited with: each editor holds one value, and says when somebody has changed it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import translate
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND

Words = Mapping[str, str]
"""Ids or values and what they are called."""
NOTHING = ""
_MOST = 1_000_000
_NUMBER = 76  # px


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
        self._hint = PlainLabel(hint, look="small")
        self._hint.setWordWrap(True)

    def value(self) -> Any:
        """Return the value as it stands."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def _hold(self, widget: QWidget) -> None:
        self.column.addWidget(widget)
        widget.setAccessibleName(self.label)
        self.setFocusProxy(widget)
        self._label.setBuddy(widget)
        if self._hint.text():
            self.column.addWidget(self._hint)


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
        self._label.hide()
        self.label = label
        self.edit = QCheckBox(label)
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
            self.edit.addItem(
                str(value), str(value)
            )  # what it names is gone: shown by its id until it is changed
            place = self.edit.count() - 1
        self.edit.setCurrentIndex(max(place, 0))


class SeveralEditor(Editor):
    """Any of several, kept in the order in which they are offered."""

    def __init__(self, label: str, words: Words, hint: str = "", *, kind: Callable[[str], Any] = str) -> None:
        super().__init__(label, hint)
        self._kind = kind
        room = QWidget()
        flow = FlowLayout(room)
        self.boxes: dict[str, QCheckBox] = {}
        for value, text in words.items():
            box = self.boxes[value] = QCheckBox(text)
            box.clicked.connect(lambda _checked: self.changed.emit())
            flow.addWidget(box)
        self._hold(room)

    def value(self) -> tuple[Any, ...]:
        return tuple(self._kind(value) for value, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[str]) -> None:
        chosen = {str(one) for one in value}
        for each, box in self.boxes.items():
            box.setChecked(each in chosen)


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure of time: how many milliseconds, and what it is called."""

    ms: int
    name: str


def units() -> tuple[Unit, ...]:
    """Return the measures of time, the smallest first."""
    return (
        Unit(SECOND, translate("Setup", "seconds")),
        Unit(MINUTE, translate("Setup", "minutes")),
        Unit(HOUR, translate("Setup", "hours")),
        Unit(DAY, translate("Setup", "days")),
    )


class Duration(QWidget):
    """A length of time as a number and its unit; None where the number is left empty."""

    changed = Signal()

    def __init__(self, name: str, nothing: str = "") -> None:
        super().__init__()
        self._has_nothing = bool(nothing)
        self.number = QSpinBox()
        self.number.lineEdit().setTextMargins(6, 0, 0, 0)
        self.number.setRange(-1 if nothing else 0, _MOST)
        self.number.setSpecialValueText(nothing)
        self.number.setFixedWidth(_NUMBER)
        self.number.setAccessibleName(name)
        self.unit = QComboBox()
        self.unit.setAccessibleName(name)
        for unit in units():
            self.unit.addItem(unit.name, unit.ms)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.number)
        row.addWidget(self.unit)
        self.setFocusProxy(self.number)
        self.number.valueChanged.connect(lambda _value: self.changed.emit())
        self.unit.activated.connect(lambda _index: self.changed.emit())

    def value(self) -> int | None:
        """Return the milliseconds."""
        number = self.number.value()
        return None if number < 0 else number * int(self.unit.currentData())

    def set_value(self, value: int | None) -> None:
        """Show a length in the largest unit in which it is a whole number."""
        blocked = self.number.blockSignals(True)
        if value is None:
            self.number.setValue(-1)
        else:
            fitting = [unit for unit in units() if value % unit.ms == 0] or [units()[0]]
            unit = fitting[-1] if value else units()[1]
            self.unit.setCurrentIndex(self.unit.findData(unit.ms))
            self.number.setValue(value // unit.ms)
        self.number.blockSignals(blocked)


class DurationEditor(Editor):
    """A length of time."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        self.edit = Duration(label)
        self.edit.setMaximumWidth(260)
        self.edit.changed.connect(self.changed)
        self._hold(self.edit)

    def value(self) -> int:
        return self.edit.value() or 0

    def set_value(self, value: int) -> None:
        self.edit.set_value(value)


class DegreesEditor(Editor):
    """Up to three lengths of time, one below the other: a norm's degrees (R13)."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        nothing = translate("Setup", "none")
        names = (
            translate("Setup", "Degree 1"),
            translate("Setup", "Degree 2"),
            translate("Setup", "Degree 3"),
        )
        self.edits = [Duration(name, nothing) for name in names]
        for name, edit in zip(names, self.edits, strict=True):
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(PlainLabel(name, look="small"))
            cell.addWidget(edit)
            row.addLayout(cell)
            edit.changed.connect(self.changed)
        row.addStretch(1)
        self._hold(room)

    def value(self) -> tuple[int, ...]:
        degrees: list[int] = []
        for edit in self.edits:
            limit = edit.value()
            if limit is None:
                break
            degrees.append(limit)
        return tuple(degrees)

    def set_value(self, value: Sequence[int]) -> None:
        for place, edit in enumerate(self.edits):
            edit.set_value(value[place] if place < len(value) else None)


class MomentOfDay(Editor):
    """A time of the day, kept as milliseconds after midnight."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        self._midnight = QTime(0, 0)
        self.edit = QTimeEdit()
        self.edit.lineEdit().setTextMargins(6, 0, 0, 0)
        self.edit.setMaximumWidth(120)
        self.edit.timeChanged.connect(lambda _time: self.changed.emit())
        self._hold(self.edit)

    def value(self) -> int:
        return self._midnight.msecsTo(self.edit.time())

    def set_value(self, value: int) -> None:
        blocked = self.edit.blockSignals(True)
        self.edit.setTime(self._midnight.addMSecs(value))
        self.edit.blockSignals(blocked)
