"""The page of ways to begin: a template brings its statuses, columns and timers to a board."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.setup.templates import Template, commands_of, templates
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, refusal_text, translate
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import Command

_WIDTH = 620  # px


class StartingPage(QWidget):
    """One button for each template; the first press says what it will change, the second does it."""

    def __init__(self, stage: Stage, *, may_save: bool) -> None:
        super().__init__()
        self._stage = stage
        self.setMaximumWidth(_WIDTH)
        self.board = QComboBox()
        self.board.setAccessibleName(translate("Setup", "Board"))
        for board in stage.model.snapshot.boards:
            self.board.addItem(board.name, board.id)
        self.told = PlainLabel("", look="muted")
        self.told.setWordWrap(True)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(PlainLabel(translate("Setup", "Ways to begin"), look="page"))
        about = translate(
            "Setup",
            "A template replaces norms, demands and this board's columns. Tickets stay in their statuses; lines,"
            " people and calendars stay as they are.",
        )
        column.addWidget(_wrapped(about))
        column.addWidget(self.board)
        for template in templates():
            self._add(column, template, may_save=may_save)
        column.addWidget(self.told)
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, template: Template, *, may_save: bool) -> None:
        button = self.buttons[template.id] = QPushButton(template.name)
        button.setEnabled(may_save)
        button.clicked.connect(lambda: self.begin(template))
        column.addSpacing(8)
        column.addWidget(button)
        column.addWidget(_wrapped(template.about))

    def begin(self, template: Template) -> None:
        """Bring a template to the chosen board."""
        snapshot = self._stage.model.snapshot
        board = next(board for board in snapshot.boards if board.id == self.board.currentData())
        waiting = commands_of(template.id, snapshot, board)
        done = fill(
            translate("Setup", "{board} is now a {template}."), board=board.name, template=template.name
        )
        self._next(waiting, done)

    def _next(self, waiting: list[Command], words: str) -> None:
        if not waiting:
            self.told.setText(words)
            return

        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                self._next(waiting[1:], words)
            else:
                self.told.setText(refusal_text(receipt.code, receipt.params, self._stage.model.snapshot))

        self._stage.bridge.submit(waiting[0], while_alive(self, done))


def _wrapped(text: str) -> PlainLabel:
    label = PlainLabel(text, look="muted")
    label.setWordWrap(True)
    return label
