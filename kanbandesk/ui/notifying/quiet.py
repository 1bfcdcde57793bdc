"""Quiet hours: when nothing but an alarm makes itself heard (R7c breaks through them)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QDateTime

from kanbandesk.ui.memory import Settings
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


def kept_manners(settings: Settings) -> Manners:
    """Return what was chosen before; what cannot be read is the default."""
    plain = Manners()

    def flag(key: str, is_on: bool) -> bool:
        return str(settings.value(f"notify/{key}", "true" if is_on else "false")) == "true"

    def minute(key: str, default: int) -> int:
        kept = str(settings.value(f"notify/{key}", ""))
        return int(kept) % _DAY if kept.isdecimal() else default

    return Manners(
        has_toasts=flag("toasts", plain.has_toasts),
        has_system=flag("system", plain.has_system),
        is_quiet_on=flag("quiet", plain.is_quiet_on),
        quiet_from=minute("quiet_from", plain.quiet_from),
        quiet_until=minute("quiet_until", plain.quiet_until),
    )


def keep_manners(settings: Settings, manners: Manners) -> None:
    """Remember what was chosen."""
    flags = {"toasts": manners.has_toasts, "system": manners.has_system, "quiet": manners.is_quiet_on}
    for key, is_on in flags.items():
        settings.setValue(f"notify/{key}", "true" if is_on else "false")
    for key, minute in (("quiet_from", manners.quiet_from), ("quiet_until", manners.quiet_until)):
        settings.setValue(f"notify/{key}", str(minute))
