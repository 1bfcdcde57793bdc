"""Reckoning with business calendars (C1-C5): what passed, when a sum is due, when it opens and closes.

Instants are UTC milliseconds, durations milliseconds of real time. Between openings time stands still. A sum
that ends at a closing is due at the closing, not at the next opening (C4); backward it ends at an opening.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import count

from kanbandesk.workflow.hours import (
    ALWAYS,
    BadDate,
    BadSpan,
    BadWeek,
    Calendar,
    CalendarError,
    NeverCloses,
    NeverOpens,
    Spans,
    UnknownZone,
    check_calendar,
    hours_on,
)
from kanbandesk.workflow.openings import FAR, Openings, openings_of, whole_days
from kanbandesk.workflow.statuses import DAY, ClockKind

__all__ = [
    "ALWAYS",
    "BadDate",
    "BadSpan",
    "BadWeek",
    "Calendar",
    "CalendarError",
    "NeverCloses",
    "NeverOpens",
    "Pauses",
    "Spans",
    "UnknownZone",
    "check_calendar",
    "day_due",
    "day_elapsed",
    "due",
    "due_backward",
    "due_open_days",
    "due_open_days_backward",
    "due_with_pauses",
    "elapsed",
    "elapsed_with_pauses",
    "hours_on",
    "is_open",
    "next_close",
    "next_open",
    "on_clock",
    "previous_close",
]

Pauses = tuple[tuple[int, int | None], ...]
"""Stretches in which a clock stands still, from and to; None while it still does."""


def on_clock(kind: ClockKind, calendar: Calendar) -> Calendar:
    """Return the calendar of a clock of `kind` (C2): pass the line's for LINE, the first line's for DAY."""
    match kind:
        case ClockKind.WALL:
            return ALWAYS
        case ClockKind.LINE:
            return calendar
        case ClockKind.DAY:
            return calendar if calendar is ALWAYS else whole_days(calendar)


def elapsed(calendar: Calendar, start: int, end: int) -> int:
    """Return the opening time between two instants; 0 when `end` is not after `start`."""
    if end <= start:
        return 0
    openings = _openings(calendar)
    if openings is None:
        return end - start
    first, last = openings.block(start), openings.block(end)
    if first is last:
        return first.worked(end) - first.worked(start)
    total = first.total - first.worked(start) + last.worked(end)
    at = first.end
    while at < last.start:
        between = openings.block(at)
        total += between.total
        at = between.end
    return total


def due(calendar: Calendar, start: int, duration: int) -> int:
    """Return the earliest instant at which `duration` of opening time has passed since `start` (C4).

    A duration of 0 is due at once when open or just closed, else at the next opening. ValueError when it is
    negative; NeverOpens when the calendar does not open for that long within a hundred years.
    """
    _check_not_negative(duration)
    openings = _openings(calendar)
    if openings is None:
        return start + duration
    if not duration:
        was_open = _is_open(openings, start - 1)
        return start if was_open else _next_open(calendar, openings, start)
    left = duration
    for block in openings.ahead(start):
        sought = left + block.worked(start)
        if sought <= block.total:
            return block.first_reaching(sought)
        left = sought - block.total
    raise NeverOpens(f"The calendar {calendar.name!r} does not open for {duration} ms.")


def due_backward(calendar: Calendar, end: int, duration: int) -> int:
    """Return the latest instant from which `duration` of opening time passes until `end`; raises as `due`."""
    _check_not_negative(duration)
    openings = _openings(calendar)
    if openings is None:
        return end - duration
    if not duration:
        return end if _is_open(openings, end) else _previous_close(calendar, openings, end)
    left = duration
    for block in openings.behind(end):
        sought = block.worked(end) - left
        if sought >= 0:
            return block.last_reaching(sought)
        left = -sought
    raise NeverOpens(f"The calendar {calendar.name!r} was not open for {duration} ms.")


def is_open(calendar: Calendar, at: int) -> bool:
    """Tell whether `at` lies inside opening hours: the opening included, the closing excluded."""
    openings = _openings(calendar)
    return openings is None or _is_open(openings, at)


def next_open(calendar: Calendar, at: int) -> int:
    """Return `at` itself when open, else the next opening; NeverOpens when there is none."""
    openings = _openings(calendar)
    return at if openings is None else _next_open(calendar, openings, at)


def previous_close(calendar: Calendar, at: int) -> int:
    """Return `at` itself when it was open until then, else the closing before; NeverOpens when none."""
    openings = _openings(calendar)
    return at if openings is None else _previous_close(calendar, openings, at)


def next_close(calendar: Calendar, at: int) -> int:
    """Return the first closing after `at`; NeverCloses when there is none."""
    openings = _openings(calendar)
    if openings is not None:
        for block in openings.ahead(at, closing=True):
            for closing in block.closes[bisect_right(block.closes, at) :]:
                if not _is_open(openings, closing):  # else it goes on in the next block
                    return closing
    raise NeverCloses(f"The calendar {calendar.name!r} does not close again.")


def due_open_days(calendar: Calendar, start: int, days: int) -> int:
    """Return the same time of day `days` open dates later, moved forward into opening hours.

    An open date is one on which the calendar opens at all. Raises as `due` does.
    """
    openings = openings_of(calendar)
    return next_open(calendar, _open_days_from(calendar, openings, start, days, step=1))


def due_open_days_backward(calendar: Calendar, end: int, days: int) -> int:
    """Return the same time of day `days` open dates earlier, moved back into hours; raises as `due`."""
    openings = openings_of(calendar)
    return previous_close(calendar, _open_days_from(calendar, openings, end, days, step=-1))


def day_elapsed(calendar: Calendar, start: int, end: int) -> int:
    """Return what the day clock counts: 24 h a day, on the dates on which `calendar` opens at all (C2)."""
    return elapsed(on_clock(ClockKind.DAY, calendar), start, end)


def day_due(calendar: Calendar, start: int, duration: int) -> int:
    """Return when the day clock has counted `duration` since `start` (C2); raises as `due` does."""
    return due(on_clock(ClockKind.DAY, calendar), start, duration)


def elapsed_with_pauses(calendar: Calendar, start: int, end: int, pauses: Pauses) -> int:
    """Return the opening time between two instants less that inside `pauses`, which may overlap."""
    total = elapsed(calendar, start, end)
    for since, until in _apart(pauses):
        total -= elapsed(calendar, max(since, start), end if until is None else min(until, end))
    return total


def due_with_pauses(calendar: Calendar, start: int, duration: int, pauses: Pauses) -> int | None:
    """Return when `duration` is due with the clock stopped inside `pauses`; None when stopped for good.

    A pause that begins exactly at the limit came before the timer (C4): the rest, nothing, is due at its end.
    Raises as `due` does.
    """
    at, left = start, duration
    for since, until in _apart(pauses):
        if until is not None and until <= at:
            continue
        begins = max(since, at)
        limit = due(calendar, at, left)
        if limit < begins:
            return limit
        if until is None:
            return None
        left -= elapsed(calendar, at, begins)
        at = until
    return due(calendar, at, left)


def _openings(calendar: Calendar) -> Openings | None:
    """Return the calendar's openings; None when it is open round the clock and plain arithmetic will do."""
    if calendar is ALWAYS:
        return None
    openings = openings_of(calendar)
    return None if openings.is_always else openings


def _check_not_negative(duration: int) -> None:
    if duration < 0:
        raise ValueError(f"A duration cannot be negative: {duration}.")


def _is_open(openings: Openings, at: int) -> bool:
    return openings.block(at).is_open(at)


def _next_open(calendar: Calendar, openings: Openings, at: int) -> int:
    for block in openings.ahead(at):
        if block.is_open(at):
            return at
        if block.opens and at < block.opens[-1]:
            return block.opens[bisect_right(block.opens, at)]
    raise NeverOpens(f"The calendar {calendar.name!r} does not open again.")


def _previous_close(calendar: Calendar, openings: Openings, at: int) -> int:
    if _is_open(openings, at - 1):
        return at
    for block in openings.behind(at):
        if block.closes and block.closes[0] <= at:
            return block.closes[bisect_right(block.closes, at) - 1]
    raise NeverOpens(f"The calendar {calendar.name!r} was not open before.")


def _open_days_from(calendar: Calendar, openings: Openings, at: int, days: int, step: int) -> int:
    """Return the instant of the same wall time `days` open dates from `at`; `at` itself when `days` is 0."""
    _check_not_negative(days)
    if not days:
        return at
    today, time_of_day = divmod(openings.wall(at), DAY)
    left = days
    for passed in count(1):
        day = today + passed * step
        left -= bool(openings.hours(day))
        if not left:
            return openings.instant(day * DAY + time_of_day)
        if passed * DAY > FAR:
            break
    raise NeverOpens(f"The calendar {calendar.name!r} does not open on {days} days.")


def _apart(pauses: Pauses) -> list[tuple[int, int | None]]:
    """Return the pauses in order and apart from each other, without the empty ones."""
    apart: list[tuple[int, int | None]] = []
    for since, until in sorted(pauses, key=lambda pause: pause[0]):
        if until is not None and until <= since:
            continue
        last = apart[-1][1] if apart else since - 1
        if last is None:
            break
        if since > last:
            apart.append((since, until))
        else:
            apart[-1] = (apart[-1][0], None if until is None else max(last, until))
    return apart
