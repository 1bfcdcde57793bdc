"""What a setting would have done: tried on yesterday's tickets before it is kept; nothing changes by it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPushButton, QTextEdit, QVBoxLayout, QWidget

from kanbandesk.insight.trial import TrialReport, Tried
from kanbandesk.ui.setup.outcome import Said, outcome
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import refusal_text, translate
from kanbandesk.workflow.commands import Command, SaveCalendar, SaveLine, SaveProcess, SaveWorkflow
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.statuses import DAY

_APART, _LEADING, _FURTHER_IN = 14, 3, 16  # px: before a section, between lines, of what is listed


class TrialView(QWidget):
    """A small window with what came of it."""

    def __init__(self, stage: Stage, parent: QWidget, command: Command) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("SetupWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Setup", "Tried on yesterday's tickets"))
        self._stage, self._tried = stage, tried_by(command)
        self.head = PlainLabel(translate("Setup", "Looking at the tickets …"), look="heading")
        self.head.setWordWrap(True)
        self.words = QTextEdit()
        self.words.setReadOnly(True)
        self.words.setAcceptRichText(False)
        self.words.setAccessibleName(translate("Setup", "What would have been"))
        self.close_button = QPushButton(translate("Setup", "Close"))
        self.close_button.setAutoDefault(True)
        self.close_button.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self.head)
        column.addWidget(self.words, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 420)

    def open(self) -> None:
        """Show the window and ask the desk."""
        bridge = self._stage.bridge
        self.show()
        self.close_button.setFocus()
        future = bridge.desk.try_settings(self._tried, bridge.now() - DAY)
        bridge.fetch(future, while_alive(self, self.tell), while_alive(self, self.complain))

    def tell(self, report: TrialReport) -> None:
        """Show what came of it."""
        count = report.routing.tickets if self._tried.process is not None else report.tickets
        if not count:
            self.head.setText(translate("Setup", "There was no ticket in the last 24 hours to try it on."))
            return
        words = translate("Setup", "%n tickets of the last 24 hours were looked at.", None, count)
        if report.is_partial:
            words += " " + translate("Setup", "There were more than this desk holds.")
        self.head.setText(words)
        write(self.words, outcome(report, self._tried, self._stage.model.snapshot))

    def complain(self, error: BaseException) -> None:
        """Say that it could not be tried, and why when it could not be saved either."""
        self.head.setText(translate("Setup", "It could not be tried. Nothing was changed."))
        if isinstance(error, Refusal):
            self.words.setPlainText(refusal_text(error.code, error.params, self._stage.model.snapshot))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def write(view: QTextEdit, lines: Iterable[Said]) -> None:
    """Write plain text, which may come from outside: headings heavier and apart, lists further in."""
    cursor = QTextCursor(view.document())
    for place, line in enumerate(lines):
        letters, block = QTextCharFormat(), QTextBlockFormat()
        if line.is_heading:
            letters.setFontWeight(QFont.Weight.DemiBold)
        block.setTopMargin(_APART if line.is_heading and place else _LEADING)
        block.setLeftMargin(_FURTHER_IN if line.is_listed else 0)
        if place:
            cursor.insertBlock(block, letters)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(line.text, letters)
    view.moveCursor(QTextCursor.MoveOperation.Start)


def tried_by(command: Command) -> Tried:
    """Return what a command that keeps settings would change; TypeError for one whose settings cannot be tried."""
    match command:
        case SaveWorkflow():
            return Tried(workflow=command.workflow)
        case SaveProcess():
            return Tried(process=command.process)
        case SaveLine():
            return Tried(lines=(command.line,))
        case SaveCalendar():
            return Tried(calendars=(command.calendar,))
        case _:
            raise TypeError(f"{command.name} cannot be tried")
