"""A call for a look at a window that is not in front, where the system itself says nothing: taskbar, title, tray."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kanbandesk.ui.notifying.system_tray import SystemTray
from kanbandesk.workflow.records import NoticeKind, Notification

ALARMS: Final = frozenset({NoticeKind.ALARM, NoticeKind.ESCALATED, NoticeKind.BREACHED})
"""What cannot wait until somebody looks by himself (R2, R7c, R12)."""


class Attention(QObject):
    """Counts the alarms that nobody can have noticed; all of it is gone once the window has been in front."""

    def __init__(self, window: QWidget, tray: SystemTray) -> None:
        super().__init__(window)
        self._window, self._tray = window, tray
        self._missed: set[str] = set()
        self._prefix = ""
        window.installEventFilter(self)
        window.windowTitleChanged.connect(self._on_title)

    @property
    def count(self) -> int:
        """How many alarms call for a look."""
        return len(self._missed)

    def call(self, notices: Iterable[Notification]) -> None:
        """Call for a look where one of these is an alarm."""
        alarms = {notice.id for notice in notices if notice.kind in ALARMS}
        if alarms and not self._window.isActiveWindow():
            self._missed |= alarms
            QApplication.alert(self._window)
            self._show()

    def keep(self, unread: Collection[str]) -> None:
        """Call only for what is unread still: it may have been read at another desk."""
        if not self._missed.issubset(unread):
            self._missed.intersection_update(unread)
            self._show()

    def seen(self) -> None:
        """The window is in front: whatever it has to tell can be seen."""
        if self._missed:
            self._missed.clear()
            self._show()

    def _show(self) -> None:
        self._tray.call(is_calling=bool(self._missed))
        title = self._window.windowTitle().removeprefix(self._prefix)
        self._prefix = f"({self.count}) " if self._missed else ""
        self._window.setWindowTitle(self._prefix + title)

    def _on_title(self, title: str) -> None:
        """The board has got another name: the count goes before that one."""
        if self._prefix and not title.startswith(self._prefix):
            self._window.setWindowTitle(self._prefix + title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.WindowActivate:
            self.seen()
        return False
