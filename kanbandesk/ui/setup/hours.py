"""Editors of a calendar: the hours of a week, holidays by country, days with hours of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from kanbandesk.ui.setup.editors import Editor, LinesEditor, calm, mark
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, plain_line, translate
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP
from kanbandesk.ui.words.settings import weekday_text
from kanbandesk.workflow.hours import DAY_END, Spans

DAYS = 7
_LONGEST = 60  # characters of what was typed, in a complaint
_COUNTRY = 16  # characters
_HOUR = 60
COUNTRIES: Mapping[str, str] = {
    "NO": QT_TRANSLATE_NOOP("Countries", "Norway"),
    "SE": QT_TRANSLATE_NOOP("Countries", "Sweden"),
    "DK": QT_TRANSLATE_NOOP("Countries", "Denmark"),
    "FI": QT_TRANSLATE_NOOP("Countries", "Finland"),
    "DE": QT_TRANSLATE_NOOP("Countries", "Germany"),
    "GB": QT_TRANSLATE_NOOP("Countries", "United Kingdom"),
    "US": QT_TRANSLATE_NOOP("Countries", "United States"),
    "RU": QT_TRANSLATE_NOOP("Countries", "Russia"),
    "KZ": QT_TRANSLATE_NOOP("Countries", "Kazakhstan"),
    "BY": QT_TRANSLATE_NOOP("Countries", "Belarus"),
    "UA": QT_TRANSLATE_NOOP("Countries", "Ukraine"),
    "PL": QT_TRANSLATE_NOOP("Countries", "Poland"),
    "NL": QT_TRANSLATE_NOOP("Countries", "Netherlands"),
    "FR": QT_TRANSLATE_NOOP("Countries", "France"),
    "ES": QT_TRANSLATE_NOOP("Countries", "Spain"),
    "IT": QT_TRANSLATE_NOOP("Countries", "Italy"),
    "EE": QT_TRANSLATE_NOOP("Countries", "Estonia"),
    "LV": QT_TRANSLATE_NOOP("Countries", "Latvia"),
    "LT": QT_TRANSLATE_NOOP("Countries", "Lithuania"),
}
"""Countries offered, by their ISO 3166 codes; any other that the library knows may be typed."""


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
        self.is_readable = True
        self.setPlaceholderText(translate("Setup", "closed"))
        self.textEdited.connect(self._on_edited)

    def show_spans(self, spans: Spans) -> None:
        """Show hours."""
        self.spans, self.is_readable = spans, True
        self.setText(hours_text(spans))
        mark(self, is_wrong=False)

    def _on_edited(self, text: str) -> None:
        try:
            self.spans, self.is_readable = spans_of(text), True
        except BadHours:
            self.is_readable = False
        mark(self, is_wrong=not self.is_readable)
        self.given.emit()


class WeekEditor(Editor):
    """The hours of the seven days, Monday first."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        room = QWidget()
        grid = QGridLayout(room)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        self.days = [_HoursLine() for _ in range(DAYS)]
        for place, line in enumerate(self.days):
            name = weekday_text(place)
            grid.addWidget(PlainLabel(name, look="small"), place, 0)
            grid.addWidget(line, place, 1)
            line.setAccessibleName(name)
            line.given.connect(self.changed)
        grid.setColumnMinimumWidth(0, 110)
        grid.setColumnStretch(1, 1)
        self._hold(room, self.days[0])

    def complaint(self) -> str:
        wrong = next((place for place, line in enumerate(self.days) if not line.is_readable), None)
        if wrong is None:
            return ""
        self.setFocusProxy(self.days[wrong])
        words = translate("Setup", "{day}: “{text}” are no hours. Write them as 08:00-12:00, 13:00-17:00.")
        text = plain_line(self.days[wrong].text(), _LONGEST)
        return fill(words, day=weekday_text(wrong), text=text)

    def value(self) -> tuple[Spans, ...]:
        return tuple(line.spans for line in self.days)

    def set_value(self, value: Sequence[Spans]) -> None:
        for line, spans in zip(self.days, value, strict=True):
            line.show_spans(spans)


class HolidaysEditor(LinesEditor):
    """The dates on which nobody works; a country's can be added for a year."""

    def __init__(self, label: str, hint: str, year: int) -> None:
        super().__init__(label, hint, height=8)
        room = QWidget()
        row = FlowLayout(room, spacing=6, line_spacing=6)
        self.country = QComboBox()
        self.country.setEditable(True)
        for code, name in COUNTRIES.items():
            self.country.addItem(f"{code} · {translate('Countries', name)}", code)
        self.country.setMinimumContentsLength(_COUNTRY)
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
        self.column.addWidget(room)
        calm(self)

    def _add(self) -> None:
        found = public_holidays(self._code(), self.year.value())
        if not found:
            words = translate(
                "Setup", "No holidays are known for “{country}”. Use its two letters, such as NO."
            )
            self.complain(fill(words, country=plain_line(self.country.currentText(), _LONGEST)))
            return
        self.set_value(sorted({*self.value(), *found}))
        self.changed.emit()

    def _code(self) -> str:
        typed = self.country.currentText()
        place = self.country.findText(typed)
        return str(self.country.itemData(place)) if place >= 0 else typed.strip().upper()


def public_holidays(country: str, year: int) -> tuple[str, ...]:
    """Return the ISO dates of a country's public holidays in a year; none for a country that is not known."""
    import holidays

    try:
        found = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return ()
    return tuple(sorted(day.isoformat() for day in found))


class DatedHoursEditor(LinesEditor):
    """Days with hours of their own, one a line: "2026-12-24 08:00-12:00"; no hours mean closed."""

    def value(self) -> tuple[tuple[str, Spans], ...]:  # type: ignore[override]
        return tuple(read for line in super().value() if (read := _dated(line)) is not None)

    def set_value(self, value: Sequence[tuple[str, Spans]]) -> None:  # type: ignore[override]
        super().set_value([f"{day} {hours_text(spans)}".strip() for day, spans in value])

    def complaint(self) -> str:
        wrong = next((line for line in super().value() if _dated(line) is None), None)
        if wrong is None:
            return ""
        words = translate("Setup", "“{text}” is no day with hours. Write it as 2026-12-24 08:00-12:00.")
        return fill(words, text=plain_line(wrong, _LONGEST))


def _dated(line: str) -> tuple[str, Spans] | None:
    """Return a day and its hours; None for what cannot be read."""
    day, _, hours = line.partition(" ")
    try:
        return date.fromisoformat(day).isoformat(), spans_of(hours)
    except ValueError:
        return None
