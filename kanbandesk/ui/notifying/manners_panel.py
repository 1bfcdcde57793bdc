"""How one wants to be told: a small panel beside the inbox's button."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from kanbandesk.ui.notifying.quiet import Manners
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import translate

WIDTH = 340  # px


class MannersPanel(Floating):
    """Each change counts at once; Escape only closes."""

    chosen = Signal(object)  # Manners

    def __init__(self, window: QWidget, manners: Manners) -> None:
        super().__init__(window, closes_outside=True)
        self._manners = manners
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(translate("Manners", "How you are told"), look="heading"))
        self.toasts = self._check(translate("Manners", "A word in the window"), manners.has_toasts)
        self.system = self._check(
            translate("Manners", "By the system while another window is in front"), manners.has_system
        )
        self.quiet = self._check(translate("Manners", "Quiet hours"), manners.is_quiet_on)
        for box in (self.toasts, self.system, self.quiet):
            column.addWidget(box)
        self.since = self._time(translate("Manners", "Quiet from"), manners.quiet_from)
        self.until = self._time(translate("Manners", "Quiet until"), manners.quiet_until)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        for part in (self.since, PlainLabel("–"), self.until):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        hint = PlainLabel(
            translate(
                "Manners", "Alarms of a Problem are heard at any hour. All of it is kept in the inbox."
            ),
            look="small",
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.setAccessibleName(translate("Manners", "How you are told"))
        self._allow()

    def _check(self, words: str, is_on: bool) -> QCheckBox:
        box = QCheckBox(words)
        box.setChecked(is_on)
        box.toggled.connect(self._on_changed)
        return box

    def _time(self, name: str, minute: int) -> QTimeEdit:
        edit = QTimeEdit(QTime(minute // 60, minute % 60))
        edit.setAccessibleName(name)
        edit.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        edit.setFixedWidth(72)
        edit.timeChanged.connect(self._on_changed)
        return edit

    def _allow(self) -> None:
        for edit in (self.since, self.until):
            edit.setEnabled(self._manners.is_quiet_on)

    def _on_changed(self) -> None:
        self._manners = replace(
            self._manners,
            has_toasts=self.toasts.isChecked(),
            has_system=self.system.isChecked(),
            is_quiet_on=self.quiet.isChecked(),
            quiet_from=_minute(self.since),
            quiet_until=_minute(self.until),
        )
        self._allow()
        self.chosen.emit(self._manners)


def _minute(edit: QTimeEdit) -> int:
    time = edit.time()
    return time.hour() * 60 + time.minute()
