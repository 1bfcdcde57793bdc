"""Moments as other programs write them, into UTC milliseconds.

A local time that a change of the clocks skips counts as if the clocks had not been changed yet; of one that comes twice
the first is meant. What carries its own offset ignores the zone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kanbandesk.exchange.errors import BadSetting

Read = Callable[[str, ZoneInfo], int]
FIRST_YEAR, LAST_YEAR = 1970, 2199
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?", re.ASCII)
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)
COMMON_FORMATS = (
    "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%d/%b/%y %I:%M %p", "%d/%b/%y %H:%M", "%d/%b/%Y %H:%M",
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d",
)  # fmt: skip


def zone_named(name: str) -> ZoneInfo:
    """Return the time zone `name`; BadSetting when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSetting(f"there is no time zone {name!r} (write it like Europe/Oslo or UTC)") from None


def millis(moment: datetime, zone: ZoneInfo) -> int:
    """Return the UTC milliseconds of `moment`, read in `zone` when it has no offset; ValueError out of range."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("year out of range")
    return max(0, (moment - _EPOCH) // _MILLISECOND)


def read_day_first(text: str, zone: ZoneInfo) -> int:
    """Read `d/m/yyyy hh:mm` (seconds may follow); ValueError when it is none."""
    match = _DAY_FIRST.fullmatch(text.strip())
    if match is None:
        raise ValueError("not d/m/yyyy hh:mm")
    day, month, year, hour, minute, second = (int(part or 0) for part in match.groups())
    return millis(datetime(year, month, day, hour, minute, second, tzinfo=zone), zone)


def read_iso(text: str, zone: ZoneInfo) -> int:
    """Read an ISO 8601 date, or date and time; ValueError when it is none."""
    text = text.strip()
    if _ISO.fullmatch(text) is None:
        raise ValueError("not an ISO 8601 moment")
    return millis(datetime.fromisoformat(text.replace(",", ".")), zone)


def read_mail_date(text: str, zone: ZoneInfo) -> int:
    """Read an RFC 5322 date ("Fri, 24 Sep 2021 14:22:15 -0700"); ValueError when it is none."""
    try:
        return millis(parsedate_to_datetime(text.strip()), zone)
    except (TypeError, IndexError, OverflowError):
        raise ValueError("not a mail date") from None


def read_format(text: str, zone: ZoneInfo, pattern: str) -> int:
    """Read a moment by a strptime pattern; ValueError when it does not fit."""
    return millis(datetime.strptime(text.strip(), pattern).replace(tzinfo=None), zone)  # noqa: DTZ007 - millis sets it


def read_any(text: str, zone: ZoneInfo, patterns: Sequence[str] = ()) -> int:
    """Read a moment in one of the patterns, or, without any, in whatever common form it has; ValueError."""
    by_pattern: list[Read] = [partial(read_format, pattern=pattern) for pattern in patterns or COMMON_FORMATS]
    readers: list[Read] = by_pattern if patterns else [read_iso, read_day_first, *by_pattern, read_mail_date]
    for reader in readers:
        try:
            return reader(text, zone)
        except (ValueError, OverflowError):
            continue
    raise ValueError("not a moment in any form known here")


def read_moment_setting(text: str, zone: ZoneInfo) -> int:
    """Return the moment that a person gave (2016-03-22T12:00); BadSetting when it is none."""
    try:
        return read_iso(text, zone)
    except ValueError:
        raise BadSetting(f"{text!r} is no moment (write it like 2016-03-22T12:00)") from None
