"""Moments that a person is likely to mean, in the machine's zone; pure sums on QDateTime."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QTime

from kanbandesk.ui.words import near_moment, translate

MORNING = QTime(9, 0)
EVENING = QTime(18, 0)  # R9: a due date without a time
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


def in_days(now: int, days: int) -> int:
    """Return the day `days` after today at 18:00 (R9)."""
    return _at(QDateTime.fromMSecsSinceEpoch(now).addDays(days), EVENING)


def wake_choices(now: int) -> list[tuple[str, int]]:
    """Return the quick choices of a postponement: words and moment."""
    choices = [
        (translate("Sheet", "in 1 h"), in_one_hour(now)),
        (_named(translate("Sheet", "tomorrow"), tomorrow_morning(now)), tomorrow_morning(now)),
    ]
    if monday_morning(now) != tomorrow_morning(now):
        choices.append((near_moment(monday_morning(now), now), monday_morning(now)))
    return choices


def due_choices(now: int) -> list[tuple[str, int]]:
    """Return the quick choices of a due or expected date."""
    return [
        (translate("Sheet", "tomorrow"), in_days(now, 1)),
        (translate("Sheet", "in 3 days"), in_days(now, 3)),
        (translate("Sheet", "in a week"), in_days(now, 7)),
    ]


def _named(day: str, moment: int) -> str:
    time = near_moment(moment, moment)
    return f"{day} {time}"


def _at(day: QDateTime, time: QTime) -> int:
    return QDateTime(day.date(), time).toMSecsSinceEpoch()
