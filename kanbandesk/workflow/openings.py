"""The openings of a calendar on the line of time, reckoned in blocks of days and kept.

An instant is open when the wall clock in the calendar's zone then shows a time inside that date's hours. So
a span over the hour that spring skips is an hour shorter, over the hour that autumn repeats an hour longer
(C1: real time, daylight saving included), and a span inside the repeated hour is open twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import accumulate

from kanbandesk.workflow.hours import WHOLE_DAY, Calendar, Spans, hours_on, named_dates, zone_of
from kanbandesk.workflow.statuses import DAY, MINUTE, SECOND

BLOCK = 64 * DAY  # ten years are 58 blocks; a first look costs the reckoning of two months
FAR = 100 * 366 * DAY  # nothing in a help desk is looked for beyond
_NEAR = 3 * DAY  # past the last named date every week is like the next, so a silent week stays silent
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.toordinal()
_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Block:
    """The openings between `start` and `end`, apart from each other and in order; all in UTC milliseconds."""

    start: int
    end: int
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    sums: tuple[int, ...]  # opening time of the block until each closing

    @property
    def total(self) -> int:
        """The opening time of the whole block."""
        return self.sums[-1] if self.sums else 0

    def is_open(self, at: int) -> bool:
        """Tell whether `at` lies in an opening: its start included, its end excluded."""
        last = bisect_right(self.opens, at) - 1
        return last >= 0 and at < self.closes[last]

    def worked(self, at: int) -> int:
        """Return the opening time of the block before `at`, which may lie outside the block."""
        last = bisect_right(self.opens, at) - 1
        return self.sums[last] - max(0, self.closes[last] - at) if last >= 0 else 0

    def first_reaching(self, worked: int) -> int:
        """Return the earliest instant with `worked` > 0 behind it: a closing rather than the next opening."""
        index = bisect_left(self.sums, worked)
        return self.closes[index] - (self.sums[index] - worked)

    def last_reaching(self, worked: int) -> int:
        """Return the latest instant with `worked` < total behind it: an opening rather than a closing."""
        index = bisect_right(self.sums, worked)
        return self.closes[index] - (self.sums[index] - worked)


class Openings:
    """A calendar made ready for reckoning; ask `openings_of` for it."""

    def __init__(self, calendar: Calendar) -> None:
        self.zone: tzinfo = zone_of(calendar)
        self._weekly = tuple(tuple(sorted(spans)) for spans in calendar.weekly)
        named = named_dates(calendar)
        self._named = {day.toordinal() - _EPOCH_DAY: hours_on(calendar, day) for day in named}
        self._first_named = min(self._named) * DAY if named else None
        self._last_named = max(self._named) * DAY if named else None
        self._opens_weekly = any(self._weekly)
        closes_weekly = any(spans != WHOLE_DAY for spans in self._weekly)
        self.is_always = not closes_weekly and not named
        self._closes_weekly = closes_weekly and self._opens_weekly

    def hours(self, day: int) -> Spans:
        """Return the hours of a date, given as days since 1 January 1970 (a Thursday)."""
        named = self._named.get(day)
        return self._weekly[(day + 3) % 7] if named is None else named

    def block(self, at: int) -> Block:
        """Return the block of days that holds the instant `at`."""
        return _block(self, at // BLOCK)

    def ahead(self, at: int, *, closing: bool = False) -> Iterator[Block]:
        """Yield the blocks from `at` on, as far as an opening (or a closing) may still be found."""
        repeats = self._closes_weekly if closing else self._opens_weekly
        end = at + FAR if repeats else max(at, self._last_named or at) + _NEAR
        return (_block(self, number) for number in range(at // BLOCK, end // BLOCK + 1))

    def behind(self, at: int) -> Iterator[Block]:
        """Yield the blocks from `at` back, as far as an opening may still be found."""
        end = at - FAR if self._opens_weekly else min(at, self._first_named or at) - _NEAR
        return (_block(self, number) for number in range(at // BLOCK, end // BLOCK - 1, -1))

    def wall(self, at: int) -> int:
        """Return what the zone's wall clock shows at `at`, as milliseconds since its own 1 January 1970."""
        return at + self._offset(at)

    def instant(self, wall: int) -> int:
        """Return when the wall clock shows `wall`: the first time if it does so twice."""
        local = (_EPOCH + wall * _MILLISECOND).replace(tzinfo=self.zone)
        return (local - _EPOCH) // _MILLISECOND

    def _offset(self, at: int) -> int:
        offset = (_EPOCH + at * _MILLISECOND).astimezone(self.zone).utcoffset()
        assert offset is not None
        return offset // _MILLISECOND

    def build(self, start: int, end: int) -> Block:
        """Reckon the openings between two instants."""
        spans: list[tuple[int, int]] = []
        for since, until, offset in self._steady(start, end):
            for opens, closes in self._spans(since, until, offset):
                if spans and opens <= spans[-1][1]:
                    spans[-1] = (spans[-1][0], max(closes, spans[-1][1]))
                else:
                    spans.append((opens, closes))
        sums = tuple(accumulate(closes - opens for opens, closes in spans))
        return Block(start, end, tuple(span[0] for span in spans), tuple(span[1] for span in spans), sums)

    def _spans(self, since: int, until: int, offset: int) -> Iterator[tuple[int, int]]:
        """Yield the openings of a time in which the zone's offset does not change."""
        for day in range((since + offset) // DAY, (until + offset - 1) // DAY + 1):
            midnight = day * DAY - offset
            for first, last in self.hours(day):
                opens, closes = max(since, midnight + first * MINUTE), min(until, midnight + last * MINUTE)
                if opens < closes:
                    yield opens, closes

    def _steady(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield the stretches (from, to, offset) in which the zone's offset from UTC does not change."""
        since, offset = start, self._offset(start)
        for midnight in range(start + DAY, end + 1, DAY):
            changed = self._offset(midnight)
            if changed != offset:
                at = self._change(midnight - DAY, midnight, offset)
                yield since, at, offset
                since, offset = at, changed
        if since < end:
            yield since, end, offset

    def _change(self, before: int, after: int, offset: int) -> int:
        """Return the instant between the two at which the zone leaves `offset`."""
        first, last = before // SECOND, after // SECOND
        at = bisect_left(range(first, last), True, key=lambda second: self._offset(second * SECOND) != offset)
        return (first + at) * SECOND


@lru_cache(maxsize=1024)
def _block(openings: Openings, number: int) -> Block:
    return openings.build(number * BLOCK, (number + 1) * BLOCK)


@lru_cache(maxsize=64)
def openings_of(calendar: Calendar) -> Openings:
    """Return the calendar made ready for reckoning; UnknownZone when its zone is not known here."""
    return Openings(calendar)


@lru_cache(maxsize=64)
def whole_days(calendar: Calendar) -> Calendar:
    """Return the day clock's calendar (C2): open 24 h on each date on which `calendar` opens at all."""
    return Calendar(
        id=calendar.id,
        name=calendar.name,
        time_zone=calendar.time_zone,
        weekly=tuple(WHOLE_DAY if spans else () for spans in calendar.weekly),
        overrides=tuple((day.isoformat(), _whole(calendar, day)) for day in named_dates(calendar)),
    )


def _whole(calendar: Calendar, day: date) -> Spans:
    return WHOLE_DAY if hours_on(calendar, day) else ()
