"""The urgency case and the SLA class that follows from it (R6)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from kanbandesk.ui.sheets.fields import ChoiceField, Values
from kanbandesk.ui.words import case_name, demand_name, fill, priority_name, sla_name, translate
from kanbandesk.ui.words.durations import short_duration
from kanbandesk.workflow.statuses import Demand, Workflow


class UrgencyField(ChoiceField):
    """Choosing a case sets the class; the class can be changed, the directory's promise stands below."""

    def __init__(self, workflow: Workflow, *, is_optional: bool = False) -> None:
        cases = [(case.id, case_name(case)) for case in workflow.urgency_cases]
        super().__init__(
            Demand.URGENCY_CASE, demand_name(Demand.URGENCY_CASE), cases, is_optional=is_optional
        )
        self.names = (Demand.URGENCY_CASE, Demand.SLA_CLASS)
        self._workflow = workflow
        self.sla = QComboBox()
        self.sla.setAccessibleName(demand_name(Demand.SLA_CLASS))
        for sla_class in workflow.sla_classes:
            self.sla.addItem(sla_name(sla_class), sla_class.id)
        self.sla.setCurrentIndex(-1)
        self.sla.setPlaceholderText(translate("Sheet", "follows from the case"))
        label = QLabel(demand_name(Demand.SLA_CLASS))
        label.setProperty("look", "field")
        label.setBuddy(self.sla)
        self._promise = QLabel()
        self._promise.setTextFormat(Qt.TextFormat.PlainText)
        self._promise.setProperty("look", "small")
        for widget in (label, self.sla, self._promise):
            self.column.addWidget(widget)
        self.edit.currentIndexChanged.connect(self._on_case)
        self.sla.currentIndexChanged.connect(self._on_class)

    def values(self) -> Values:
        return {Demand.URGENCY_CASE: self.chosen(), Demand.SLA_CLASS: str(self.sla.currentData() or "")}

    def lack(self) -> str:
        if super().lack() or (not self.is_optional and self.sla.currentIndex() < 0):
            return translate("Sheet", "Choose the case; the class follows from it.")
        return ""

    def words(self) -> str:
        return f"{self.chosen()} {self.sla.currentData() or ''}".strip()

    def restore(self, words: str) -> None:
        case, _, sla_class = words.partition(" ")
        self.choose(case)
        if sla_class:
            self.sla.setCurrentIndex(self.sla.findData(sla_class))

    def _on_case(self) -> None:
        case = next((case for case in self._workflow.urgency_cases if case.id == self.chosen()), None)
        if case is not None:
            self.sla.setCurrentIndex(self.sla.findData(case.sla_class))
        self._on_class()

    def _on_class(self) -> None:
        case = next((case for case in self._workflow.urgency_cases if case.id == self.chosen()), None)
        class_id = self.sla.currentData()
        if case is None or class_id is None:
            return
        target = short_duration(self._workflow.sla(class_id).target)
        self._promise.setText(
            fill(
                translate("Sheet", "{priority} priority · to be solved in {time}"),
                priority=priority_name(case.priority),
                time=target,
            )
        )
        self.changed.emit()
