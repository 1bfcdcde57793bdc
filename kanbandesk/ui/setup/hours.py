"""Editors of a calendar: the hours of a week, holidays by country, days with hours of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from kanbandesk.ui.setup.editors import Editor, LinesEditor
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import translate
from kanbandesk.workflow.hours import DAY_END, Spans

DAYS = 7
_HOUR = 60
COUNTRIES = (
    "NO",
    "SE",
    "DK",
    "FI",
    "DE",
    "GB",
    "US",
    "RU",
    "KZ",
    "BY",
    "UA",
    "PL",
    "NL",
    "FR",
    "ES",
    "IT",
    "EE",
    "LV",
    "LT",
)
"""Countries offered by their ISO 3166 codes; any other that the library knows may be typed."""


class BadHours(ValueError):
    """What was typed are no hours of a day."""


def spans_of(text: str) -> Spans:
    """Return the hours in "08:00-12:00, 13:00-18:00" as minutes; BadHours for anything else. Nothing is closed."""
    spans = []
    for part in filter(None, (piece.strip() for piece in text.replace("–", "-").split(","))):
        first, dash, last = part.partition("-")
        if not dash:
            raise BadHours(part)
        spans.append((_minutes(first), _minutes(last)))
    return tuple(spans)


def hours_text(spans: Spans) -> str:
    """Return hours as they are typed: "08:00-12:00, 13:00-18:00"."""
    return ", ".join(f"{_clock(first)}-{_clock(last)}" for first, last in spans)


def _minutes(text: str) -> int:
    hour, colon, minute = text.strip().partition(":")
    try:
        minutes = int(hour) * _HOUR + int(minute if colon else 0)
    except ValueError:
        raise BadHours(text) from None
    if not 0 <= minutes <= DAY_END:
        raise BadHours(text)
    return minutes


def _clock(minutes: int) -> str:
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"


class _HoursLine(QLineEdit):
    """The hours of one day; what cannot be read is marked and counts as it was before."""

    given = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.spans: Spans = ()
        self.setPlaceholderText(translate("Setup", "closed"))
        self.textEdited.connect(self._on_edited)

    def show_spans(self, spans: Spans) -> None:
        self.spans = spans
        self.setText(hours_text(spans))
        self._mark(is_wrong=False)

    def _on_edited(self, text: str) -> None:
        try:
            self.spans = spans_of(text)
        except BadHours:
            self._mark(is_wrong=True)
            return
        self._mark(is_wrong=False)
        self.given.emit()

    def _mark(self, *, is_wrong: bool) -> None:
        if bool(self.property("is_wrong")) != is_wrong:
            self.setProperty("is_wrong", is_wrong)
            self.style().unpolish(self)
            self.style().polish(self)


class WeekEditor(Editor):
    """The hours of the seven days, Monday first."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        room = QWidget()
        grid = QGridLayout(room)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        self.days = [_HoursLine() for _ in range(DAYS)]
        locale = QLocale()
        for place, line in enumerate(self.days):
            name = locale.standaloneDayName(place + 1)
            grid.addWidget(PlainLabel(name[:1].upper() + name[1:], look="small"), place, 0)
            grid.addWidget(line, place, 1)
            line.setAccessibleName(name)
            line.given.connect(self.changed)
        grid.setColumnMinimumWidth(0, 110)
        grid.setColumnStretch(1, 1)
        self._hold(room)

    def value(self) -> tuple[Spans, ...]:
        return tuple(line.spans for line in self.days)

    def set_value(self, value: Sequence[Spans]) -> None:
        for line, spans in zip(self.days, value, strict=True):
            line.show_spans(spans)


class HolidaysEditor(LinesEditor):
    """The dates on which nobody works; a country's can be added for a year."""

    def __init__(self, label: str, hint: str, year: int) -> None:
        super().__init__(label, hint, height=8)
        row = QHBoxLayout()
        self.country = QComboBox()
        self.country.setEditable(True)
        self.country.addItems(COUNTRIES)
        self.country.setAccessibleName(translate("Setup", "Country"))
        self.year = QSpinBox()
        self.year.lineEdit().setTextMargins(6, 0, 0, 0)
        self.year.setRange(2000, 2100)
        self.year.setValue(year)
        self.year.setAccessibleName(translate("Setup", "Year"))
        self.add_button = QPushButton(translate("Setup", "Add this country's holidays"))
        self.add_button.clicked.connect(self._add)
        for widget in (self.country, self.year, self.add_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)

    def _add(self) -> None:
        code = self.country.currentText().strip().upper()
        days = {*self.value(), *public_holidays(code, self.year.value())}
        self.set_value(sorted(days))
        self.changed.emit()


def public_holidays(country: str, year: int) -> tuple[str, ...]:
    """Return the ISO dates of a country's public holidays in a year; none for a country that is not known."""
    import holidays

    try:
        found = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return ()
    return tuple(sorted(day.isoformat() for day in found))


class DatedHoursEditor(LinesEditor):
    """Days with hours of their own, one a line: "2026-12-24 08:00-12:00"; lines that are none are left out."""

    def value(self) -> tuple[tuple[str, Spans], ...]:  # type: ignore[override]
        found = []
        for line in super().value():
            day, _, hours = line.partition(" ")
            try:
                found.append((date.fromisoformat(day).isoformat(), spans_of(hours)))
            except ValueError:
                continue
        return tuple(found)

    def set_value(self, value: Sequence[tuple[str, Spans]]) -> None:  # type: ignore[override]
        super().set_value([f"{day} {hours_text(spans)}".strip() for day, spans in value])
