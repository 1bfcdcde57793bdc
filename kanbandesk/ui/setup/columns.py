"""The editor of a board's columns: what each is called, which statuses it shows, how many tickets it should hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QToolButton, QVBoxLayout, QWidget

from kanbandesk.ui.setup.editors import Editor, SeveralEditor, calm
from kanbandesk.ui.setup.picks import shifts
from kanbandesk.ui.words import translate
from kanbandesk.ui.words.names import own_name
from kanbandesk.workflow.boards import Column
from kanbandesk.workflow.ids import new_id


class _ColumnRow(QWidget):
    """One column."""

    def __init__(self, column: Column, statuses: Mapping[str, str], owner: ColumnsEditor) -> None:
        super().__init__()
        self._column, self._owner = column, owner
        self._shown = own_name("column", column.id, column.name)
        self.name = QLineEdit(self._shown)
        self.name.setAccessibleName(translate("Setup", "Name of the column"))
        self.limit = QSpinBox()
        self.limit.lineEdit().setTextMargins(6, 0, 0, 0)
        self.limit.setRange(0, 10_000)
        self.limit.setSpecialValueText(translate("Setup", "no limit"))
        self.limit.setValue(column.wip_limit or 0)
        self.limit.setAccessibleName(translate("Setup", "WIP limit"))
        self.limit.setToolTip(translate("Setup", "WIP limit"))
        self.statuses = SeveralEditor("", statuses)
        self.statuses.set_value(column.status_ids)
        self.shifts: dict[int, QToolButton] = {}
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.limit)
        for text, name, step in shifts():
            button = self.shifts[step] = QToolButton()
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _checked=False, step=step: owner.shift(self, step))
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.addLayout(head)
        layout.addWidget(self.statuses)
        self.name.textEdited.connect(lambda _text: owner.changed.emit())
        self.limit.valueChanged.connect(lambda _value: owner.changed.emit())
        self.statuses.changed.connect(owner.changed)

    def column(self) -> Column:
        """Return the column as it stands; the program's own name, shown in the person's language, stays as it was."""
        name = self.name.text().strip()
        return replace(
            self._column,
            name=self._column.name if name == self._shown else name,
            status_ids=self.statuses.value(),
            wip_limit=self.limit.value() or None,
        )


class ColumnsEditor(Editor):
    """The columns from left to right."""

    def __init__(self, label: str, statuses: Mapping[str, str], hint: str = "") -> None:
        super().__init__(label, hint)
        self._statuses = statuses
        self.rows: list[_ColumnRow] = []
        room = QWidget()
        self._room = QVBoxLayout(room)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.add_button = QPushButton(translate("Setup", "Add a column"))
        self.add_button.clicked.connect(self.add)
        self._hold(room)
        self.column.addWidget(self.add_button)

    def value(self) -> tuple[Column, ...]:
        return tuple(row.column() for row in self.rows)

    def set_value(self, value: Sequence[Column]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_ColumnRow(column, self._statuses, self) for column in value]
        for row in self.rows:
            self._room.addWidget(row)
            calm(row)

    def add(self) -> None:
        """Add a column at the right end."""
        self.set_value([*self.value(), Column(id=new_id(), name="", status_ids=())])
        self.changed.emit()
        self.rows[-1].name.setFocus()

    def shift(self, row: _ColumnRow, step: int) -> None:
        """Bring a column to the left or to the right; a step of nothing takes it away."""
        columns = list(self.value())
        place = self.rows.index(row)
        column = columns.pop(place)
        if step:
            columns.insert(max(0, min(place + step, len(columns))), column)
        self.set_value(columns)
        self.changed.emit()
        if step:
            self.rows[columns.index(column)].shifts[step].setFocus()
        elif self.rows:
            self.rows[min(place, len(self.rows) - 1)].name.setFocus()
