"""Lengths of time in words."""

from __future__ import annotations

from kanbandesk.ui.words.filling import fill, translate
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND

_ONLY_DAYS = 10 * DAY  # hours say nothing beside so many days


def short_duration(ms: int) -> str:
    """Return a length of `ms` milliseconds for a card: "32 s", "4 min", "5 h", "2 d 3 h", "12 d"."""
    ms = max(0, ms)
    if ms < MINUTE:
        return fill(translate("Durations", "{seconds} s"), seconds=str(ms // SECOND))
    if ms < HOUR:
        return fill(translate("Durations", "{minutes} min"), minutes=str(ms // MINUTE))
    if ms < DAY:
        return fill(translate("Durations", "{hours} h"), hours=str(ms // HOUR))
    return _days(ms)


def long_duration(ms: int) -> str:
    """Return a length of `ms` milliseconds for a clock: as `short_duration`, but "5 h 10 min"."""
    hours, minutes = divmod(max(0, ms) // MINUTE, 60)
    if not HOUR <= ms < DAY or not minutes:
        return short_duration(ms)
    return fill(translate("Durations", "{hours} h {minutes} min"), hours=str(hours), minutes=str(minutes))


def _days(ms: int) -> str:
    days, rest = divmod(ms, DAY)
    hours = rest // HOUR
    if ms >= _ONLY_DAYS or not hours:
        return fill(translate("Durations", "{days} d"), days=str(days))
    return fill(translate("Durations", "{days} d {hours} h"), days=str(days), hours=str(hours))
