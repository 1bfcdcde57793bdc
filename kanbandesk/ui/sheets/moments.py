"""Moments that a person is likely to mean, in the machine's zone; pure sums on QDateTime."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QDateTime, QTime

from kanbandesk.ui.words import near_moment, translate

MORNING = QTime(9, 0)
Evening = Callable[[date], int]
"""What a day without a time means, in UTC ms (R9)."""
_MONDAY = 1


def in_one_hour(now: int) -> int:
    """Return the moment an hour after `now` (UTC ms), on a full five minutes."""
    step = 5 * 60_000
    return -(-(now + 3_600_000) // step) * step


def tomorrow_morning(now: int) -> int:
    """Return tomorrow at 09:00."""
    return _at(QDateTime.fromMSecsSinceEpoch(now).addDays(1), MORNING)


def monday_morning(now: int) -> int:
    """Return the next Monday at 09:00, never today."""
    today = QDateTime.fromMSecsSinceEpoch(now)
    days = (_MONDAY - today.date().dayOfWeek()) % 7 or 7
    return _at(today.addDays(days), MORNING)


def six_o_clock(day: date) -> int:
    """Return 18:00 of a day, by the machine's clock."""
    return QDateTime(QDate(day.year, day.month, day.day), QTime(18, 0)).toMSecsSinceEpoch()


def in_days(now: int, days: int, evening: Evening = six_o_clock) -> int:
    """Return the day `days` after today, at the hour that a date without a time means (R9)."""
    day = QDateTime.fromMSecsSinceEpoch(now).addDays(days).date()
    return evening(date(day.year(), day.month(), day.day()))


def wake_choices(now: int) -> list[tuple[str, int]]:
    """Return the quick choices of a postponement: words and moment."""
    choices = [
        (translate("Sheet", "in 1 h"), in_one_hour(now)),
        (_named(translate("Sheet", "tomorrow"), tomorrow_morning(now)), tomorrow_morning(now)),
    ]
    if monday_morning(now) != tomorrow_morning(now):
        choices.append((near_moment(monday_morning(now), now), monday_morning(now)))
    return choices


def due_choices(now: int, evening: Evening = six_o_clock) -> list[tuple[str, int]]:
    """Return the quick choices of a due or expected date."""
    return [
        (translate("Sheet", "tomorrow"), in_days(now, 1, evening)),
        (translate("Sheet", "in 3 days"), in_days(now, 3, evening)),
        (translate("Sheet", "in a week"), in_days(now, 7, evening)),
    ]


def _named(day: str, moment: int) -> str:
    time = near_moment(moment, moment)
    return f"{day} {time}"


def _at(day: QDateTime, time: QTime) -> int:
    return QDateTime(day.date(), time).toMSecsSinceEpoch()
