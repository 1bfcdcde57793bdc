"""Instants in words, in the machine's zone and in the manner of the language (QLocale)."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale

from kanbandesk.ui.words.durations import long_duration
from kanbandesk.ui.words.filling import fill, translate
from kanbandesk.workflow.statuses import HOUR

_FAR = 30  # days from which a date says more than their number
_WEEK = 7


def moment_text(moment: int) -> str:
    """Return the whole of `moment` (UTC ms) with weekday and year: "Tue 10 Mar 2026 09:12"."""
    local = _local(moment)
    pattern = translate("Moments", "ddd d MMM yyyy", "a date pattern of Qt")
    return f"{QLocale().toString(local.date(), pattern)} {_time(local)}"


def near_moment(moment: int, now: int) -> str:
    """Return `moment` as short as it stays clear from `now`: "09:12", "Mon 09:00", "3 Mar 09:00", "3 Mar 2024"."""
    local, today = _local(moment), _local(now).date()
    distance = abs(today.daysTo(local.date()))
    if distance == 0:
        return _time(local)
    if distance < _WEEK:
        return f"{QLocale().toString(local.date(), 'ddd')} {_time(local)}"
    if local.date().year() != today.year():
        return date_text(moment)
    return f"{_day_and_month(local.date())} {_time(local)}"


def relative_day(moment: int, now: int) -> str:
    """Return the day of `moment` seen from `now`: "today", "yesterday", "in 3 d", "3 d ago", far away "3 Mar"."""
    day, today = _local(moment).date(), _local(now).date()
    distance = today.daysTo(day)
    near = {
        -1: translate("Moments", "yesterday"),
        0: translate("Moments", "today"),
        1: translate("Moments", "tomorrow"),
    }
    if distance in near:
        return near[distance]
    if abs(distance) > _FAR:
        return _day_and_month(day) if day.year() == today.year() else date_text(moment)
    days = str(abs(distance))
    if distance > 0:
        return fill(translate("Moments", "in {days} d"), days=days)
    return fill(translate("Moments", "{days} d ago"), days=days)


def ago(moment: int, now: int) -> str:
    """Return when something was said: "just now", "1 h 2 min ago" within two hours, else as `near_moment`."""
    passed = now - moment
    if 0 <= passed < 10_000:
        return translate("Moments", "just now")
    if 0 <= passed < 2 * HOUR:
        return fill(translate("Moments", "{time} ago"), time=long_duration(passed))
    return near_moment(moment, now)


def date_text(moment: int) -> str:
    """Return the date of `moment` (UTC ms): "3 Mar 2026"."""
    pattern = translate("Moments", "d MMM yyyy", "a date pattern of Qt")
    return QLocale().toString(_local(moment).date(), pattern)


def _local(moment: int) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(moment)


def _time(local: QDateTime) -> str:
    return QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)


def _day_and_month(day: QDate) -> str:
    return QLocale().toString(day, translate("Moments", "d MMM", "a date pattern of Qt"))
