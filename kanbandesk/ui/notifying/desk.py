"""What tells this person something: the number on the rail, toasts and system notifications, the alarm's banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.notifying.offered import OfferBook
from kanbandesk.ui.notifying.presence import Presence
from kanbandesk.ui.words import translate
from kanbandesk.workflow.records import NoticeKind, Notification

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow

_PASSING = (NoticeKind.OFFERED, NoticeKind.TRANSFERRED)
"""Kinds that mean nothing any more once somebody has taken the ticket."""


class Notifying(QObject):
    """Made with the window's hands, behind the first painting."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.book = window.book
        self.offered = OfferBook(window.model, self)
        self.presence = Presence(window.stage)
        self.book.is_lapsed = self._is_lapsed
        self._connect()
        self.offered.begin()
        self.show_count()

    def _connect(self) -> None:
        bridge = self._window.stage.bridge
        bridge.board_loaded.connect(lambda _snapshot: self.offered.begin())
        bridge.changes_arrived.connect(self.offered.apply)
        self.book.changed.connect(self.show_count)
        self.offered.changed.connect(self.show_count)
        for signal in (bridge.board_loaded, bridge.changes_arrived):
            signal.connect(lambda _news: self.presence.changed.emit())
        if self._window.team is not None:
            self._window.team.returned_changed.connect(self.show_count)

    @property
    def came_back(self) -> int:
        """How much the server could not take (0 on a desk of one computer)."""
        return len(self._window.team.told_returned()) if self._window.team is not None else 0

    @property
    def count(self) -> int:
        """What waits in the inbox: what has not been read, and what came back."""
        return len(self.book.unread()) + self.came_back

    def show_count(self) -> None:
        """Show on the rail how much waits."""
        count = self.count
        self._window.rail.show_count(Act.INBOX, count, translate("Inbox", "%n unread", None, count))

    def acknowledge(self, ticket_id: str) -> None:
        """Take note of a Problem (R7c): no more alarms of it, and what was told of it is read."""
        from kanbandesk.workflow.commands import AcknowledgeAlarm

        ids = [notice.id for notice in self.book.unread() if notice.ticket_id == ticket_id]
        self._window.stage.bridge.submit(AcknowledgeAlarm(ticket_id=ticket_id))
        self.book.mark_read(ids)

    def _is_lapsed(self, notice: Notification) -> bool:
        """Tell whether a notification was of an offer that is none any more."""
        return notice.kind in _PASSING and not self.offered.holds(notice.ticket_id)
