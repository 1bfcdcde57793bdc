"""The fields of a sheet: each brings one or two values of the command, says what it still lacks, keeps its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kanbandesk.ui.words import near_moment, translate

Values = Mapping[str, str | int | bool]


class SheetField(QWidget):
    """One thing that a sheet asks for. `changed` is emitted at every keystroke."""

    changed = Signal()
    is_words = True  # something typed, worth keeping; False for a proposal that stands there by itself
    edit: QWidget

    def __init__(self, names: Sequence[str], label: str, *, is_optional: bool) -> None:
        super().__init__()
        self.names = tuple(names)
        self.is_optional = is_optional
        words = f"{label} · {translate('Sheet', 'optional')}" if is_optional else label
        self._label = QLabel(words)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("look", "field")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self._label)
        self.label = label

    def values(self) -> Values:
        """Return what the field brings, by the name of the command's field."""
        raise NotImplementedError

    def lack(self) -> str:
        """Return what is still missing or wrong, in words; empty when the field can be taken."""
        raise NotImplementedError

    def words(self) -> str:
        """Return what was typed, for the draft."""
        return ""

    def restore(self, words: str) -> None:
        """Put back what was typed before."""

    def _hold(self, widget: QWidget) -> None:
        self.column.addWidget(widget)
        self.setFocusProxy(widget)
        widget.setAccessibleName(self.label)
        self._label.setBuddy(widget)


class TextField(SheetField):
    """Some sentences: a question, what was done. Enter is a new line, Tab goes on."""

    edit: QPlainTextEdit

    def __init__(
        self, name: str, label: str, *, is_optional: bool = False, hint: str = "", lines: int = 4
    ) -> None:
        super().__init__((name,), label, is_optional=is_optional)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(hint)
        self.edit.setFixedHeight(lines * self.edit.fontMetrics().lineSpacing() + 20)
        self.edit.textChanged.connect(self.changed)
        self._hold(self.edit)

    def values(self) -> Values:
        return {self.names[0]: self.edit.toPlainText().strip()}

    def lack(self) -> str:
        if self.is_optional or self.edit.toPlainText().strip():
            return ""
        return translate("Sheet", "Some words are needed.")

    def words(self) -> str:
        return self.edit.toPlainText()

    def restore(self, words: str) -> None:
        self.edit.setPlainText(words)


class LineField(SheetField):
    """A few words on one line: a reference, a key."""

    edit: QLineEdit

    def __init__(self, name: str, label: str, *, is_optional: bool = False, hint: str = "") -> None:
        super().__init__((name,), label, is_optional=is_optional)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(hint)
        self.edit.textChanged.connect(self.changed)
        self._hold(self.edit)

    def values(self) -> Values:
        return {self.names[0]: self.edit.text().strip()}

    def lack(self) -> str:
        return "" if self.is_optional or self.edit.text().strip() else translate("Sheet", "This is needed.")

    def words(self) -> str:
        return self.edit.text()

    def restore(self, words: str) -> None:
        self.edit.setText(words)


class MomentField(SheetField):
    """A moment in the machine's zone: quick choices, or date and time by hand. It has to lie ahead."""

    is_words = False
    edit: QDateTimeEdit

    def __init__(
        self,
        name: str,
        label: str,
        now: Callable[[], int],
        choices: Sequence[tuple[str, int]],
        *,
        first: int = 0,
    ) -> None:
        super().__init__((name,), label, is_optional=False)
        self._now = now
        self._choices = choices
        self.edit = QDateTimeEdit()
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat(
            translate("Sheet", "ddd d MMM yyyy HH:mm", "a date and time pattern of Qt")
        )
        row = QHBoxLayout()
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        for place, (words, _) in enumerate(choices):
            button = QPushButton(words)
            button.setProperty("look", "chip")
            button.setCheckable(True)
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self._group.idClicked.connect(self._on_chosen)
        self._hold(self.edit)
        self.setFocusProxy(self._group.button(first))
        self.edit.dateTimeChanged.connect(self._on_edited)
        self.set_moment(choices[first][1])

    def set_moment(self, moment: int) -> None:
        """Show `moment` (UTC ms)."""
        self.edit.setDateTime(QDateTime.fromMSecsSinceEpoch(moment))
        self._on_edited()

    def moment(self) -> int:
        """Return the chosen moment in UTC ms, on the full minute."""
        return self.edit.dateTime().toMSecsSinceEpoch() // 60_000 * 60_000

    def values(self) -> Values:
        return {self.names[0]: self.moment()}

    def lack(self) -> str:
        now = self._now()
        if self.moment() > now:
            return ""
        said = translate("Sheet", "That has passed: it is {now}.")
        return said.replace("{now}", near_moment(now, now))

    def words(self) -> str:
        return str(self.moment())

    def restore(self, words: str) -> None:
        # A draft of last week holds a moment that has passed: then the first proposal is better.
        if words.isdecimal() and int(words) > self._now():
            self.set_moment(int(words))

    def _on_chosen(self, place: int) -> None:
        self.set_moment(self._choices[place][1])

    def _on_edited(self) -> None:
        chosen = self.moment()
        self._group.setExclusive(False)
        for place, (_, moment) in enumerate(self._choices):
            self._group.button(place).setChecked(moment // 60_000 * 60_000 == chosen)
        self._group.setExclusive(True)
        self.changed.emit()


class ChoiceField(SheetField):
    """One of several; nothing is chosen beforehand unless there is only one."""

    edit: QComboBox

    def __init__(
        self, name: str, label: str, choices: Sequence[tuple[str, str]], *, is_optional: bool = False
    ) -> None:
        super().__init__((name,), label, is_optional=is_optional)
        self.edit = QComboBox()
        self.edit.setPlaceholderText(translate("Sheet", "Choose …"))
        for value, words in choices:
            self.edit.addItem(words, value)
        self.edit.setCurrentIndex(0 if len(choices) == 1 else -1)
        self.edit.currentIndexChanged.connect(self.changed)
        self._hold(self.edit)

    def choose(self, value: str) -> None:
        """Choose the value, or nothing when it is not offered."""
        self.edit.setCurrentIndex(self.edit.findData(value))

    def chosen(self) -> str:
        """Return the chosen value, empty when there is none."""
        return str(self.edit.currentData() or "")

    def values(self) -> Values:
        return {self.names[0]: self.chosen()}

    def lack(self) -> str:
        return "" if self.is_optional or self.chosen() else translate("Sheet", "Choose one.")

    def words(self) -> str:
        return self.chosen()

    def restore(self, words: str) -> None:
        self.choose(words)


class CheckField(SheetField):
    """Yes or no."""

    edit: QCheckBox

    def __init__(self, name: str, label: str) -> None:
        super().__init__((name,), label, is_optional=False)
        self._label.hide()
        self.edit = QCheckBox(label)
        self.edit.toggled.connect(self.changed)
        self._hold(self.edit)

    def values(self) -> Values:
        return {self.names[0]: self.edit.isChecked()}

    def lack(self) -> str:
        return ""

    def words(self) -> str:
        return "1" if self.edit.isChecked() else ""

    def restore(self, words: str) -> None:
        self.edit.setChecked(words == "1")


def mark_wrong(field: QWidget, *, is_wrong: bool) -> None:
    """Give the field the edge of something that cannot be taken, or take it off."""
    if bool(field.property("is_wrong")) is is_wrong:
        return
    field.setProperty("is_wrong", is_wrong)
    style = field.style()
    style.unpolish(field)
    style.polish(field)
