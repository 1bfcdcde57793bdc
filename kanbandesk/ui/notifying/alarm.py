"""The alarm's banner: a Problem that nobody has taken note of (R7c). It stays until somebody does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from kanbandesk.ui.notifying import wording
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import ago, fill, translate
from kanbandesk.workflow.records import Notification


class AlarmBanner(QFrame):
    """Shows the alarm that stands longest, and how many others do; nothing without one."""

    acknowledged = Signal(str)  # ticket
    open_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "alarm_banner")
        self._ticket_id = ""
        self._told: tuple[str, ...] = ()
        self._sign = QLabel()
        self.words = PlainLabel("", look="alarm")
        self.since = PlainLabel("", look="alarm_small")
        self.open_button = QPushButton(translate("Alarm", "Open"))
        self.open_button.clicked.connect(lambda: self.open_wanted.emit(self._ticket_id))
        self.note_button = QPushButton(translate("Alarm", "Take note"))
        self.note_button.setProperty("look", "alarm")
        self.note_button.clicked.connect(lambda: self.acknowledged.emit(self._ticket_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self.words)
        row.addWidget(self.since)
        row.addStretch(1)
        row.addWidget(self.open_button)
        row.addWidget(self.note_button)
        self.hide()

    @property
    def ticket_id(self) -> str:
        """The ticket that the banner is about, empty while there is no alarm."""
        return self._ticket_id

    def show_alarms(self, alarms: Sequence[Notification], now: int, theme: Theme) -> None:
        """Show these alarms, the one that stands longest first."""
        first = alarms[0] if alarms else None
        self._ticket_id = first.ticket_id if first is not None else ""
        self.setVisible(first is not None)
        fresh = tuple(notice.id for notice in alarms)
        if first is None:
            self._told = ()
            return
        words = fill(translate("Alarm", "Problem {ticket}"), ticket=wording.subject(first))
        metrics = self.words.fontMetrics()
        self.words.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, 560))
        more = translate("Alarm", "%n more", None, len(alarms) - 1) if len(alarms) > 1 else ""
        self.since.setText(" · ".join(filter(None, (ago(first.at, now), more))))
        self._sign.setPixmap(icons.pixmap("triangle-alert", theme.stale_text, 18, self.devicePixelRatioF()))
        self.setAccessibleName(words)
        if fresh != self._told:
            self._told = fresh
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
