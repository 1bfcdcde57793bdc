"""Fields of a sheet for what the process asks: a reason out of those offered, a playbook's question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from kanbandesk.ui.sheets.fields import LineField, SheetField, Values
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import caption
from kanbandesk.ui.words import plain_line, translate
from kanbandesk.workflow.process import Process, Question, ReasonKind

_UNKNOWN = "unknown:"


def offered_reasons(process: Process, kind: ReasonKind) -> list[str]:
    """Return the reasons of a kind that the workspace offers, in its words."""
    return [plain_line(reason.text, 120) for reason in process.reasons if reason.kind is kind]


class ReasonField(LineField):
    """A reason in one's own words, or one of those offered: pressing it writes it down."""

    def __init__(
        self,
        label: str,
        offered: Sequence[str],
        *,
        name: str = "reason",
        is_optional: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(name, label, is_optional=is_optional, hint=hint)
        self.offers: list[QPushButton] = []
        if not offered:
            return
        flow = FlowLayout(spacing=6, line_spacing=6)
        for words in offered:
            button = QPushButton(caption(words))
            button.setProperty("look", "chip")
            button.clicked.connect(lambda _checked=False, text=words: self.edit.setText(text))
            self.offers.append(button)
            flow.addWidget(button)
        self.column.insertLayout(1, flow)


class QuestionField(SheetField):
    """A playbook's question: its answer, or why there is none (R17)."""

    edit: QLineEdit

    def __init__(self, question: Question) -> None:
        super().__init__((question.id,), plain_line(question.text, 300), is_optional=False)
        self._label.setWordWrap(True)
        self.edit = QLineEdit()
        self.unknown = QPushButton(translate("Sheet", "unknown, because …"))
        self.unknown.setProperty("look", "chip")
        self.unknown.setCheckable(True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.edit, 1)
        row.addWidget(self.unknown)
        self.column.addLayout(row)
        self.setFocusProxy(self.edit)
        self.edit.setAccessibleName(self.label)
        self.edit.textChanged.connect(self.changed)
        self.unknown.toggled.connect(self._on_unknown)
        self._on_unknown()

    def answers(self) -> tuple[str, str]:
        """Return the answer, or why it is unknown; one of the two is empty."""
        text = self.edit.text().strip()
        return ("", text) if self.unknown.isChecked() else (text, "")

    def values(self) -> Values:
        return {}

    def lack(self) -> str:
        if self.edit.text().strip():
            return ""
        return translate("Sheet", "Answer it, or say why it is unknown.")

    def words(self) -> str:
        text = self.edit.text()
        return f"{_UNKNOWN}{text}" if text and self.unknown.isChecked() else text

    def restore(self, words: str) -> None:
        self.unknown.setChecked(words.startswith(_UNKNOWN))
        self.edit.setText(words.removeprefix(_UNKNOWN))

    def _on_unknown(self) -> None:
        is_unknown = self.unknown.isChecked()
        hint = translate("Sheet", "Why is it unknown?") if is_unknown else translate("Sheet", "The answer")
        self.edit.setPlaceholderText(hint)
        self.changed.emit()
