"""Editors for one of many: a button that opens a list, which is found through by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QDateTime, QLocale, QPointF, Qt, QTimeZone
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from kanbandesk.ui.setup.editors import Editor, Words
from kanbandesk.ui.ticket.picking import pick
from kanbandesk.ui.widgets.choices import Choice, matching
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.widgets.plain import PlainLabel, caption, set_tip
from kanbandesk.ui.words import plain_line, translate

_NAME = 60  # characters on the button
_SIGN = 14  # px from the right edge
_WIDTH = 420  # px
Choices = Callable[[], Sequence[Choice]]


class _ChooseButton(QPushButton):
    """A button with the sign of a list at its right, as a combo box has it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "choose")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(QPen(self.palette().color(group, QPalette.ColorRole.PlaceholderText), 1.2))
        middle = QPointF(self.width() - _SIGN, self.height() / 2)
        points = [middle + QPointF(-3, -1.5), middle + QPointF(0, 1.5), middle + QPointF(3, -1.5)]
        painter.drawPolyline(points)


class PickEditor(Editor):
    """One of many. What it names and is not among them is shown by its id until it is changed."""

    def __init__(
        self, label: str, choices: Choices, name: Callable[[str], str], hint: str = "", *, nothing: str = ""
    ) -> None:
        super().__init__(label, hint)
        self._choices, self._name, self._nothing, self._value = choices, name, nothing, ""
        self.picker: Picker | None = None  # while it is open
        self.edit = _ChooseButton()
        self.edit.clicked.connect(self.choose)
        self._hold(self.edit)

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        shown = plain_line(self._name(value) if value else self._nothing, _NAME)
        self.edit.setText(caption(shown))
        self.edit.setAccessibleName(f"{self.label}: {shown}")

    def choose(self) -> None:
        """Open the list under the button."""
        hint = translate("Setup", "Type to find")
        self.picker = pick(self.edit, hint, self._find, self._take, width=_WIDTH)

    def _find(self, typed: str) -> Sequence[Choice]:
        choices = list(self._choices())
        if self._nothing:
            choices.insert(0, Choice(id="", title=self._nothing))
        return matching(choices, typed)

    def _take(self, choice: Choice) -> None:
        if choice.id != self._value:
            self.set_value(choice.id)
            self.changed.emit()


class OrderEditor(Editor):
    """Several of many in an order that counts: a line each with buttons that bring it up and down or take it away."""

    def __init__(self, label: str, words: Words, hint: str = "", *, add: str) -> None:
        super().__init__(label, hint)
        self._words, self._value = words, list[str]()
        room = QWidget()
        self._room = QVBoxLayout(room)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(4)
        self.add_button = QPushButton(add)
        self.add_button.clicked.connect(self.choose)
        self._hold(room, self.add_button)
        self.column.insertWidget(2, self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: list[QWidget] = []

    def value(self) -> tuple[str, ...]:
        return tuple(self._value)

    def set_value(self, value: Sequence[str]) -> None:
        self._value = list(value)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(place, each) for place, each in enumerate(self._value)]
        for row in self.rows:
            self._room.addWidget(row)

    def choose(self) -> None:
        """Open the list of those that are not chosen yet."""
        left = [(each, name, "") for each, name in self._words.items() if each not in self._value]
        pick(self.add_button, translate("Setup", "Type to find"), named(left), self._take, width=_WIDTH)

    def shift(self, place: int, step: int) -> None:
        """Bring one up or down; a step of nothing takes it away."""
        each = self._value.pop(place)
        if step:
            self._value.insert(max(0, min(place + step, len(self._value))), each)
        self.set_value(self._value)
        self.changed.emit()
        if step:
            buttons = self.rows[self._value.index(each)].findChildren(QToolButton)
            buttons[0 if step < 0 else 1].setFocus()
        else:
            self.add_button.setFocus()

    def _take(self, choice: Choice) -> None:
        self.set_value([*self._value, choice.id])
        self.changed.emit()

    def _row(self, place: int, each: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = plain_line(self._words.get(each) or translate("Setup", "one that is gone"), _NAME)
        line.addWidget(PlainLabel(f"{place + 1}.  {name}"))
        line.addStretch(1)
        for text, words, step in shifts():
            button = QToolButton()
            button.setText(text)
            button.setAccessibleName(f"{words}: {name}")
            set_tip(button, words)
            button.clicked.connect(lambda _checked=False, step=step: self.shift(place, step))
            line.addWidget(button)
        return row


def shifts() -> tuple[tuple[str, str, int], ...]:
    """Return the signs, words and steps of the buttons that bring a line up or down or take it away."""
    return (
        ("↑", translate("Setup", "Up"), -1),
        ("↓", translate("Setup", "Down"), 1),
        ("✕", translate("Setup", "Take away"), 0),
    )


def named(pairs: Sequence[tuple[str, str, str]]) -> Sequence[Choice]:
    """Return choices of ids, names and details, by name."""
    ordered = sorted(pairs, key=lambda pair: (pair[1].casefold(), pair[0]))
    return [
        Choice(id=each, title=plain_line(name, _NAME), detail=plain_line(detail, _NAME))
        for each, name, detail in ordered
    ]


def zone_text(zone: str) -> str:
    """Return a time zone as it is shown: "Europe/Oslo", with the difference to UTC that it has now."""
    return f"{zone.replace('_', ' ')}  ·  {_offset(zone)}"


def zones() -> Sequence[Choice]:
    """Return the time zones: this computer's first, then UTC and the places by name; found by their own names too."""
    return _zones(QLocale().bcp47Name(), bytes(QTimeZone.systemTimeZoneId().data()).decode())


@cache
def _zones(_language: str, mine: str) -> tuple[Choice, ...]:
    known = {zone for zone in available_timezones() if _is_place(zone)} | {"UTC"}
    first = [zone for zone in (mine, "UTC") if zone in known]
    return tuple(_zone(zone) for zone in dict.fromkeys((*first, *sorted(known))))


def _is_place(zone: str) -> bool:
    return "/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/"))


def _zone(zone: str) -> Choice:
    name = QTimeZone(zone.encode()).displayName(
        QTimeZone.TimeType.GenericTime, QTimeZone.NameType.LongName, QLocale()
    )
    return Choice(id=zone, title=zone_text(zone), detail=name, words=f"{name} {zone}")


def _offset(zone: str) -> str:
    return QTimeZone(zone.encode()).displayName(
        QDateTime.currentDateTime(), QTimeZone.NameType.OffsetName, QLocale.c()
    )
