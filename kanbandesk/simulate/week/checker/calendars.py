"""Opening hours as the checker reckons them: spans of UTC milliseconds, summed by bisection (C1, C2, C4)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

NEVER = 1 << 62
DAY = 86_400_000
MINUTE = 60_000

Span = tuple[int, int]


class Clock(Protocol):
    """What a limit is counted on."""

    def elapsed(self, start: int, end: int) -> int:
        """Return the counted milliseconds between two moments."""

    def reach(self, start: int, amount: int) -> int:
        """Return the first moment at which `amount` has been counted since `start` (C4: at closing, not after)."""


class Wall:
    """Every second counts (C2)."""

    def elapsed(self, start: int, end: int) -> int:
        """Return the milliseconds between two moments."""
        return max(0, end - start)

    def reach(self, start: int, amount: int) -> int:
        """Return the moment `amount` later."""
        return start + amount


@dataclass(frozen=True, slots=True)
class Hours:
    """Only the seconds inside the spans count; outside them nothing does."""

    starts: Sequence[int]
    ends: Sequence[int]
    sums: Sequence[int]

    @classmethod
    def of(cls, spans: Sequence[Span]) -> Hours:
        """Return the hours made of sorted spans, touching ones joined."""
        joined: list[list[int]] = []
        for start, end in spans:
            if joined and start <= joined[-1][1]:
                joined[-1][1] = max(joined[-1][1], end)
            elif start < end:
                joined.append([start, end])
        sums, total = [], 0
        for start, end in joined:
            sums.append(total)
            total += end - start
        return cls([one[0] for one in joined], [one[1] for one in joined], sums)

    def counted(self, moment: int) -> int:
        """Return what was counted from the beginning up to a moment."""
        at = bisect_right(self.starts, moment) - 1
        if at < 0:
            return 0
        return self.sums[at] + min(moment, self.ends[at]) - self.starts[at]

    def elapsed(self, start: int, end: int) -> int:
        """Return the counted milliseconds between two moments."""
        return max(0, self.counted(end) - self.counted(start))

    def reach(self, start: int, amount: int) -> int:
        """Return the first moment at which `amount` was counted; nothing to count waits for opening (R10b)."""
        if amount == 0:
            return self.opening(start)
        wanted = self.counted(start) + amount
        at = bisect_left(self.sums, wanted) - 1
        if at < 0 or wanted > self.sums[at] + self.ends[at] - self.starts[at]:
            return NEVER
        return self.starts[at] + wanted - self.sums[at]

    def is_open(self, moment: int) -> bool:
        """Tell whether a moment lies in a span (its end is outside)."""
        at = bisect_right(self.starts, moment) - 1
        return at >= 0 and moment < self.ends[at]

    def opening(self, moment: int) -> int:
        """Return the first open moment from here on."""
        if self.is_open(moment):
            return moment
        at = bisect_right(self.starts, moment)
        return self.starts[at] if at < len(self.starts) else NEVER

    def closing(self, moment: int) -> int:
        """Return when the span that holds an open moment ends."""
        return self.ends[bisect_right(self.starts, moment) - 1]


class Calendar:
    """One calendar of house.json, spread out over the days that matter."""

    def __init__(self, row: Mapping[str, Any], first: int, last: int) -> None:
        self._zone = ZoneInfo(row["time_zone"])
        self._row = row
        self._overrides = dict(row.get("overrides", ()))
        self._breaks = dict(row.get("breaks", ()))
        spans: list[Span] = []
        days: list[Span] = []
        for day in _days(first, last, self._zone):
            opened = self._spans(day)
            spans += opened
            if opened:
                days.append((self._moment(day, 0), self._moment(day, 24 * 60)))
        self.hours = Hours.of(sorted(spans))
        self.days = Hours.of(days)

    def _spans(self, day: date) -> list[Span]:
        name = day.isoformat()
        if name in self._overrides:
            minutes = self._overrides[name]
        elif name in self._row.get("holidays", ()):
            minutes = []
        else:
            minutes = self._row["weekly"][day.weekday()]
        for start, end in self._breaks.get(name, ()):
            minutes = [part for a, b in minutes for part in ((a, min(b, start)), (max(a, end), b))]
        spans = [(self._moment(day, a), self._moment(day, b)) for a, b in minutes if a < b]
        return [(a, b) for a, b in spans if a < b]

    def _moment(self, day: date, minute: int) -> int:
        days, minute = divmod(minute, 24 * 60)
        there = day + timedelta(days=days)
        local = datetime(there.year, there.month, there.day, minute // 60, minute % 60, tzinfo=self._zone)
        return round(local.astimezone(UTC).timestamp()) * 1000


def _days(first: int, last: int, zone: ZoneInfo) -> list[date]:
    start = datetime.fromtimestamp(first / 1000, zone).date()
    end = datetime.fromtimestamp(last / 1000, zone).date()
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]
