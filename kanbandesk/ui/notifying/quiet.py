"""Quiet hours: when nothing but an alarm makes itself heard (R7c breaks through them)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QDateTime

from kanbandesk.workflow.records import NoticeKind, Notification

_DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How this desk tells its person something: by toasts, by the system, and when not.

    Quiet hours are minutes after midnight in the machine's zone; they may reach over midnight, and are the whole day
    where both are the same.
    """

    has_toasts: bool = True
    has_system: bool = True
    is_quiet_on: bool = False
    quiet_from: int = 20 * 60
    quiet_until: int = 7 * 60

    def are_quiet(self, now: int) -> bool:
        """Tell whether it is quiet at `now` (UTC ms)."""
        if not self.is_quiet_on:
            return False
        time = QDateTime.fromMSecsSinceEpoch(now).time()
        minute = time.hour() * 60 + time.minute()
        length = (self.quiet_until - self.quiet_from) % _DAY or _DAY
        return (minute - self.quiet_from) % _DAY < length

    def let_through(self, notices: tuple[Notification, ...], now: int) -> tuple[Notification, ...]:
        """Return what may be heard at `now`: in quiet hours alarms only."""
        if not self.are_quiet(now):
            return notices
        return tuple(notice for notice in notices if notice.kind is NoticeKind.ALARM)
