"""What this person was told and what he is asked to do, as the desk has it now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kanbandesk.ui.bridge import Bridge
from kanbandesk.workflow.cards import BoardSnapshot, Changes, Receipt
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.records import NoticeKind, Notification, Task


class NoticeBook(QObject):
    """Kept by the window from the board and its changes; what is read here is shown as read at once."""

    changed = Signal()
    told = Signal(object)  # tuple[Notification, ...]: unread ones that were not known before, oldest first

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.is_lapsed: Callable[[Notification], bool] = lambda _notice: False  # it means nothing any more
        self._me = Agent(id="", name="")
        self._is_loaded = False
        self._notices: dict[str, Notification] = {}
        self._tasks: dict[str, Task] = {}
        self._read_here: dict[str, int] = {}  # not yet confirmed by the desk: id → when (UTC ms)

    # -- what the desk says --

    def load(self, snapshot: BoardSnapshot) -> None:
        """Take what a whole board says; what is new since the one before is told."""
        known = self._notices
        self._me = snapshot.me
        self._notices = {notice.id: notice for notice in snapshot.notifications}
        self._tasks = {task.id: task for task in snapshot.tasks}
        is_first, self._is_loaded = not self._is_loaded, True
        self.changed.emit()
        if not is_first:
            self._tell(notice for notice in self._notices.values() if notice.id not in known)

    def apply(self, changes: Changes) -> None:
        """Take what has changed."""
        if changes.settings is not None:
            self._me = changes.settings.me
        records = (changes.notifications, changes.tasks, changes.removed_records)
        if not (any(records) or changes.settings):
            return
        settled = () if changes.settings is None else changes.settings.notifications
        told = {notice.id: notice for notice in (*settled, *changes.notifications)}
        fresh = [notice for notice_id, notice in told.items() if notice_id not in self._notices]
        self._notices |= told
        self._tasks |= {task.id: task for task in changes.tasks}
        for record_id in changes.removed_records:
            self._notices.pop(record_id, None)
            self._tasks.pop(record_id, None)
        self.changed.emit()
        self._tell(fresh)

    def _tell(self, fresh: Iterable[Notification]) -> None:
        unread = [notice for notice in fresh if notice.read_at is None]
        if unread:
            self.told.emit(tuple(sorted(unread, key=lambda notice: notice.at)))

    # -- reading --

    def notices(self) -> list[Notification]:
        """Return everything one was told that is at hand, the newest first."""
        shown = (
            replace(notice, read_at=self._read_here[notice.id])
            if notice.read_at is None and notice.id in self._read_here
            else notice
            for notice in self._notices.values()
        )
        return sorted(shown, key=lambda notice: (notice.at, notice.id), reverse=True)

    def unread(self) -> list[Notification]:
        """Return what has not been read and still means something, the newest first."""
        return [notice for notice in self._all_unread() if not self.is_lapsed(notice)]

    def alarms(self) -> list[Notification]:
        """Return the alarms nobody here has taken note of, one a ticket: the first, with the longest standing (R7c)."""
        first: dict[str, Notification] = {}
        for notice in self.unread():
            if notice.kind is NoticeKind.ALARM:
                first[notice.ticket_id] = notice
        return sorted(first.values(), key=lambda notice: notice.at)

    def my_tasks(self, now: int) -> list[Task]:
        """Return what is asked of this person, or of his line, and has to be shown by `now`; the most urgent first."""
        lines = self._me.line_ids
        mine = [
            task
            for task in self._tasks.values()
            if task.done_at is None
            and task.opens_at <= now
            and (task.agent_id == self._me.id or (not task.agent_id and (not lines or task.line_id in lines)))
        ]
        return sorted(mine, key=lambda task: (task.due_at is None, task.due_at or 0, task.created_at))

    def _all_unread(self) -> list[Notification]:
        return [notice for notice in self.notices() if notice.read_at is None]

    # -- marking --

    def mark_read(self, ids: Iterable[str]) -> None:
        """Mark these as read: here at once, at the desk in its turn; the mark goes again when the desk refuses it."""
        unread = {notice.id for notice in self._all_unread()}
        marked = tuple(notice_id for notice_id in dict.fromkeys(ids) if notice_id in unread)
        if not marked:
            return
        from kanbandesk.workflow.commands import ReadNotifications  # not before the first painting

        self._read_here |= dict.fromkeys(marked, self._bridge.now())

        def done(receipt: Receipt) -> None:
            if not receipt.is_applied:
                for notice_id in marked:
                    self._read_here.pop(notice_id, None)
                self.changed.emit()

        self._bridge.submit(ReadNotifications(ids=marked), done)
        self.changed.emit()

    def mark_ticket_read(self, ticket_id: str) -> None:
        """Mark what was told of a ticket as read, but for alarms: those want to be taken note of."""
        self.mark_read(
            notice.id
            for notice in self._all_unread()
            if notice.ticket_id == ticket_id and notice.kind is not NoticeKind.ALARM
        )

    def mark_all_read(self) -> None:
        """Mark everything as read, but for alarms."""
        self.mark_read(notice.id for notice in self._all_unread() if notice.kind is not NoticeKind.ALARM)
