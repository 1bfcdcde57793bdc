"""The page of ways to begin: a template brings its statuses, columns and timers to a board."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.setup.templates import Template, commands_of, templates
from kanbandesk.ui.setup.trial import TrialView
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import board_name, fill, refusal_text, translate
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import Command

_WIDTH = 620  # px


class StartingPage(QWidget):
    """One button for each template; the first press says what it will change, the second does it."""

    def __init__(self, stage: Stage, *, may_save: bool) -> None:
        super().__init__()
        self._stage, self._asked = stage, ""
        self.setMaximumWidth(_WIDTH)
        self.board = QComboBox()
        self.board.setAccessibleName(translate("Setup", "Board"))
        for board in stage.model.snapshot.boards:
            self.board.addItem(board_name(board), board.id)
        self.board.activated.connect(lambda _index: self._ask_about(""))
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
        self._ask_about("")
        column.addWidget(self.told)
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, template: Template, *, may_save: bool) -> None:
        button = self.buttons[template.id] = QPushButton()
        button.setEnabled(may_save)
        button.clicked.connect(lambda: self.press(template))
        trial = QPushButton(translate("Setup", "Try on yesterday's tickets"))
        trial.setProperty("look", "quiet")
        trial.clicked.connect(lambda: self.try_out(template))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addWidget(trial)
        row.addStretch(1)
        column.addSpacing(10)
        column.addWidget(PlainLabel(template.name, look="heading"))
        column.addWidget(_wrapped(template.about))
        column.addLayout(row)

    def press(self, template: Template) -> None:
        """Say at the first press what will be replaced, and do it at the second."""
        if self._asked == template.id:
            self._ask_about("")
            self.begin(template)
        else:
            self._ask_about(template.id)

    def try_out(self, template: Template) -> None:
        """Show what the template's norms would have done yesterday."""
        snapshot = self._stage.model.snapshot
        workflow = commands_of(template.id, snapshot, snapshot.boards[0])[0]
        TrialView(self._stage, self.window(), workflow).open()

    def begin(self, template: Template) -> None:
        """Bring a template to the chosen board."""
        snapshot = self._stage.model.snapshot
        board = next(board for board in snapshot.boards if board.id == self.board.currentData())
        waiting = commands_of(template.id, snapshot, board)
        done = fill(
            translate("Setup", "{board} is now set up as: {template}."),
            board=board_name(board),
            template=template.name,
        )
        self._next(waiting, done)

    def _ask_about(self, template_id: str) -> None:
        self._asked = template_id
        self.told.setText("")
        for each, button in self.buttons.items():
            words = translate("Setup", "Use it for this board")
            if each == template_id:
                words = translate("Setup", "Press again to replace them")
            button.setText(words)
            button.setProperty("look", "primary" if each == template_id else "")
            button.style().unpolish(button)
            button.style().polish(button)

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
