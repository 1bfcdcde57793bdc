"""What a setting would have done: tried on yesterday's tickets before it is kept; nothing changes by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.stage import Stage
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, line_name, plain_line, status_name, ticket_label, translate
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import Command, SaveProcess, SaveWorkflow
from kanbandesk.workflow.statuses import DAY

if TYPE_CHECKING:
    from kanbandesk.insight.trial import TrialReport

_MOST = 200
"""Tickets named one by one."""


class TrialView(QWidget):
    """A small window with what came of it."""

    def __init__(self, stage: Stage, parent: QWidget, command: Command) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("SetupWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Setup", "Tried on yesterday's tickets"))
        self._stage, self._command = stage, command
        self.head = PlainLabel(translate("Setup", "Looking at the tickets …"), look="heading")
        self.head.setWordWrap(True)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
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
        snapshot, bridge = self._stage.model.snapshot, self._stage.bridge
        command = self._command
        workflow = command.workflow if isinstance(command, SaveWorkflow) else snapshot.workflow
        process = command.process if isinstance(command, SaveProcess) else snapshot.process
        self.show()
        self.close_button.setFocus()
        future = bridge.desk.try_settings(workflow, process, bridge.now() - DAY)
        bridge.fetch(future, while_alive(self, self.tell), while_alive(self, self.complain))

    def tell(self, report: TrialReport) -> None:
        """Show what came of it."""
        snapshot = self._stage.model.snapshot
        is_norm = isinstance(self._command, SaveWorkflow)
        count = report.norms.tickets if is_norm else report.routing.tickets
        if not count:
            self.head.setText(translate("Setup", "There was no ticket in the last 24 hours to try it on."))
            return
        words = translate("Setup", "%n tickets of the last 24 hours were looked at.", None, count)
        if report.is_partial:
            words += " " + translate("Setup", "There were more than this desk holds.")
        self.head.setText(words)
        lines = list(norm_lines(report, snapshot) if is_norm else routing_lines(report, snapshot))
        self.words.setPlainText("\n".join(lines) or translate("Setup", "Nothing would have been different."))

    def complain(self, _error: BaseException) -> None:
        """Say that it could not be tried."""
        self.head.setText(translate("Setup", "It could not be tried. Nothing was changed."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def norm_lines(report: TrialReport, snapshot: BoardSnapshot) -> Iterator[str]:
    """Yield how many norms would have been broken, and in which statuses it would have been otherwise."""
    counts = report.norms.counts
    changed = [count for count in counts if count.before != count.after]
    if not changed:
        return
    before, after = (sum(getattr(count, name) for count in counts) for name in ("before", "after"))
    total = translate("Setup", "Violations with the settings as they are: {before}. With these: {after}.")
    yield fill(total, before=str(before), after=str(after))
    yield ""
    names = {status.id: status_name(status) for status in snapshot.workflow.statuses}
    for count in changed:
        yield fill(
            translate("Setup", "{status}, degree {degree}: {before} → {after}"),
            status=names.get(count.status_id, count.status_id),
            degree=str(count.degree),
            before=str(count.before),
            after=str(count.after),
        )
    yield ""
    yield translate("Setup", "A norm that is broken counts once, at its highest degree.")


def routing_lines(report: TrialReport, snapshot: BoardSnapshot) -> Iterator[str]:
    """Yield how many tickets would have gone to another line, and which."""
    rerouted = report.routing.rerouted
    if not rerouted:
        return
    yield translate("Setup", "%n would have gone to another line:", None, len(rerouted))
    yield ""
    names = {line.id: line_name(line) for line in snapshot.lines}
    for one in rerouted[:_MOST]:
        yield fill(
            translate("Setup", "{ticket} {title}: {before} → {after}"),
            ticket=ticket_label(one.number),
            title=plain_line(one.title),
            before=names.get(one.before, one.before),
            after=names.get(one.after, one.after),
        )
    hidden = len(rerouted) - _MOST
    if hidden > 0:
        yield translate("Setup", "… and %n more", None, hidden)
