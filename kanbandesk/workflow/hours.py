"""A business calendar as data: weekly hours, holidays, overrides, breaks, one time zone (C2), and its check.

CalendarError      a calendar cannot be used as it is
├── BadWeek        it does not name seven days
├── BadSpan        hours reversed, overlapping or outside 00:00-24:00
├── BadDate        not an ISO date, or named twice
├── UnknownZone    the time zone is not in the IANA database
├── NeverOpens     no opening where one was looked for
└── NeverCloses    no closing where one was looked for
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

Spans = tuple[tuple[int, int], ...]
"""Hours of one day: from and to in minutes of the wall clock, the end excluded; 1440 is 24:00."""

DAY_END = 1440
WHOLE_DAY: Spans = ((0, DAY_END),)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class CalendarError(ValueError):
    """A calendar cannot be used as it is.

    Of one that was checked: `field` is where, `problem` what is wrong, `day` the weekday (0 is Monday) or the date.
    """

    def __init__(self, words: str, *, field: str = "", problem: str = "", day: str = "") -> None:
        super().__init__(words)
        self.field, self.problem, self.day = field, problem, day


class BadWeek(CalendarError):
    """A week has seven days, Monday first."""


class BadSpan(CalendarError):
    """Hours run forward, inside one day, and do not overlap."""


class BadDate(CalendarError):
    """A date is written YYYY-MM-DD and named once."""


class UnknownZone(CalendarError):
    """The time zone is not in the IANA database."""


class NeverOpens(CalendarError):
    """The calendar does not open, or not for long enough, where an opening was looked for."""


class NeverCloses(CalendarError):
    """The calendar does not close where a closing was looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When a line is open, by the wall clock of `time_zone`.

    A date's hours are those of its weekday, or its override instead; a break closes inside them; a holiday
    closes the whole day, whatever else is said of it. A night shift is written in two, split at midnight.
    """

    id: str
    name: str
    time_zone: str
    weekly: tuple[Spans, ...]  # seven, Monday first
    holidays: tuple[str, ...] = ()  # ISO dates
    overrides: tuple[tuple[str, Spans], ...] = ()
    breaks: tuple[tuple[str, Spans], ...] = ()


ALWAYS = Calendar(id="always", name="Round the clock", time_zone="UTC", weekly=(WHOLE_DAY,) * 7)
"""The calendar of the wall clock, and of a line until its hours are set (C2)."""


def hours_on(calendar: Calendar, day: date) -> Spans:
    """Return the opening hours of the date `day`, in order; empty when it stays closed."""
    iso = day.isoformat()
    if iso in calendar.holidays:
        return ()
    spans = dict(calendar.overrides).get(iso, calendar.weekly[day.weekday()])
    return _without(sorted(spans), dict(calendar.breaks).get(iso, ()))


def named_dates(calendar: Calendar) -> list[date]:
    """Return the dates on which the calendar may differ from its week, in order."""
    dated = [day for day, _ in (*calendar.overrides, *calendar.breaks)]
    return sorted({date.fromisoformat(iso) for iso in (*calendar.holidays, *dated)})


def zone_of(calendar: Calendar) -> ZoneInfo:
    """Return the calendar's time zone; UnknownZone when this machine's data do not know it."""
    try:
        return ZoneInfo(calendar.time_zone)
    except (KeyError, ValueError, OSError) as error:  # OSError: a folder of the database, such as "Europe"
        words = f"There is no time zone {calendar.time_zone!r}."
        raise UnknownZone(words, field="time_zone", problem="zone", day=calendar.time_zone) from error


def check_calendar(calendar: Calendar) -> None:
    """Raise the CalendarError that tells what is wrong with `calendar`, if anything is."""
    zone_of(calendar)
    if len(calendar.weekly) != len(_WEEKDAYS):
        raise BadWeek(f"A week has seven days; these are {len(calendar.weekly)}.")
    for place, (weekday, spans) in enumerate(zip(_WEEKDAYS, calendar.weekly, strict=True)):
        _check_spans(weekday, spans, field="weekly", day=str(place))
    if not any(calendar.weekly):
        words = "The calendar has no opening hours on any day of the week."
        raise NeverOpens(words, field="weekly", problem="never_open")
    _check_dates("holidays", calendar.holidays)
    _check_dated("overrides", calendar.overrides)
    _check_dated("breaks", calendar.breaks)


def _check_dated(what: str, dated: tuple[tuple[str, Spans], ...]) -> None:
    _check_dates(what, [iso for iso, _ in dated])
    for iso, spans in dated:
        _check_spans(iso, spans, field=what, day=iso)


def _check_dates(what: str, days: Iterable[str]) -> None:
    seen: set[str] = set()
    for iso in days:
        try:
            is_date = date.fromisoformat(iso).isoformat() == iso
        except ValueError:
            is_date = False
        if not is_date:
            words = f"{iso!r} among the {what} is no date written YYYY-MM-DD."
            raise BadDate(words, field=what, problem="no_date", day=iso)
        if iso in seen:
            raise BadDate(f"{iso} stands twice among the {what}.", field=what, problem="date_twice", day=iso)
        seen.add(iso)


def _check_spans(name: str, spans: Spans, *, field: str, day: str) -> None:
    def bad(problem: str, words: str) -> BadSpan:
        return BadSpan(f"{name}: {words}", field=field, problem=problem, day=day)

    for start, end in spans:
        hours = f"{_clock(start)}-{_clock(end)}"
        if start >= end:
            raise bad("reversed", f"{hours} ends before it begins; split it at 24:00.")
        if start < 0 or end > DAY_END:
            raise bad("reversed", f"{hours} does not lie between 00:00 and 24:00.")
    for (start, end), (later, end_of_later) in pairwise(sorted(spans)):
        if later < end:
            both = f"{_clock(start)}-{_clock(end)} and {_clock(later)}-{_clock(end_of_later)}"
            raise bad("overlap", f"{both} overlap.")


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _without(spans: Iterable[tuple[int, int]], closed: Spans) -> Spans:
    """Return what is left of `spans` outside the spans `closed`."""
    left = [span for span in spans if span[0] < span[1]]
    for start, end in closed:
        around = ((a, min(b, start)) if side else (max(a, end), b) for a, b in left for side in (True, False))
        left = [(a, b) for a, b in around if a < b]
    return tuple(left)
