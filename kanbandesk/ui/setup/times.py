"""Editors of times: a length with its unit, a norm's degrees, the norm of development, a time of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from kanbandesk.ui.setup.editors import Editor
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, translate
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND

_MOST = 1_000_000
_NUMBER = 76  # px
_SHARES = 2
"""Degrees of development that are shares of the term; the third is a time past its end."""


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

    def __init__(self, name: str, nothing: str = "", longest: int = DAY) -> None:
        super().__init__()
        self.longest = longest
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
        """Show a length in the largest unit, of those up to `longest`, in which it is a whole number."""
        blocked = self.number.blockSignals(True)
        if value is None:
            self.number.setValue(-1)
        else:
            shown = [unit for unit in units() if unit.ms <= self.longest]
            fitting = [unit for unit in shown if value % unit.ms == 0] or shown[:1]
            unit = fitting[-1] if value else units()[1]
            self.unit.setCurrentIndex(self.unit.findData(unit.ms))
            self.number.setValue(value // unit.ms)
        self.number.blockSignals(blocked)


class DurationEditor(Editor):
    """A length of time; `longest` is the unit beyond which it is not shown (opening hours make no days)."""

    def __init__(self, label: str, hint: str = "", longest: int = DAY) -> None:
        super().__init__(label, hint)
        self.edit = Duration(label, longest=longest)
        self.edit.setMaximumWidth(260)
        self.edit.changed.connect(self.changed)
        self._hold(self.edit)

    def value(self) -> int:
        return self.edit.value() or 0

    def set_value(self, value: int) -> None:
        self.edit.set_value(value)


def degree_names() -> tuple[str, str, str]:
    """Return what the degrees of a norm are called."""
    return (
        translate("Setup", "Degree 1"),
        translate("Setup", "Degree 2"),
        translate("Setup", "Degree 3"),
    )


def _gap(limits: Sequence[int | None]) -> str:
    """Return what is wrong where a degree is left out before another."""
    given = [limit is not None for limit in limits]
    if given == sorted(given, reverse=True):
        return ""
    return translate("Setup", "A degree follows the one before it: give that one too.")


def _cell(name: str, widget: QWidget) -> QWidget:
    """Return a degree with its name above it, which goes to the next line where there is no room beside the others."""
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(PlainLabel(name, look="small"))
    column.addWidget(widget)
    return cell


class DegreesEditor(Editor):
    """Up to three lengths of time, one beside the other: a norm's degrees (R13)."""

    def __init__(self, label: str, hint: str = "", longest: int = DAY) -> None:
        super().__init__(label, hint)
        room = QWidget()
        flow = FlowLayout(room, spacing=10, line_spacing=6)
        nothing = translate("Setup", "none")
        names = degree_names()
        self.edits = [Duration(name, nothing, longest) for name in names]
        for name, edit in zip(names, self.edits, strict=True):
            flow.addWidget(_cell(name, edit))
            edit.changed.connect(self.changed)
        self._hold(room, self.edits[0])

    def value(self) -> tuple[int, ...]:
        limits = (edit.value() for edit in self.edits)
        return tuple(limit for limit in limits if limit is not None)

    def complaint(self) -> str:
        return _gap([edit.value() for edit in self.edits])

    def set_value(self, value: Sequence[int]) -> None:
        for place, edit in enumerate(self.edits):
            edit.set_value(value[place] if place < len(value) else None)


class TermEditor(Editor):
    """The norm of development: shares of the term up to the due date, and how long past it (R9, R13)."""

    def __init__(self, label: str, hint: str = "", longest: int = DAY) -> None:
        super().__init__(label, hint)
        room = QWidget()
        flow = FlowLayout(room, spacing=10, line_spacing=6)
        nothing, names = translate("Setup", "none"), degree_names()
        self.shares = [QSpinBox() for _ in range(_SHARES)]
        for place, share in enumerate(self.shares):
            share.lineEdit().setTextMargins(6, 0, 0, 0)
            share.setRange(-1, 1000)
            share.setSpecialValueText(nothing)
            share.setSuffix(translate("Setup", " % of the term"))
            share.setAccessibleName(names[place])
            share.valueChanged.connect(lambda _value: self.changed.emit())
        self.past = Duration(names[_SHARES], nothing, longest)
        self.past.changed.connect(self.changed)
        past = fill(translate("Setup", "{degree}, past the due date"), degree=names[_SHARES])
        for text, widget in zip((*names[:_SHARES], past), (*self.shares, self.past), strict=True):
            flow.addWidget(_cell(text, widget))
        self._hold(room, self.shares[0])

    def value(self) -> tuple[int, ...]:
        return tuple(limit for limit in self._limits() if limit is not None)

    def set_value(self, value: Sequence[int]) -> None:
        for place, share in enumerate(self.shares):
            blocked = share.blockSignals(True)
            share.setValue(value[place] if place < len(value) else -1)
            share.blockSignals(blocked)
        self.past.set_value(value[_SHARES] if len(value) > _SHARES else None)

    def complaint(self) -> str:
        return _gap(self._limits())

    def _limits(self) -> list[int | None]:
        shares = [None if share.value() < 0 else share.value() for share in self.shares]
        return [*shares, self.past.value()]


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
