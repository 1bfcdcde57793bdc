"""Moments as other programs write them, in any zone, through changes of the clocks."""

import contextlib
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.exchange import moments
from kanbandesk.exchange.errors import BadSetting
from tests.unit.exchange.samples import at

OSLO = ZoneInfo("Europe/Oslo")
ZONES = st.sampled_from(
    [ZoneInfo(name) for name in ("UTC", "Europe/Oslo", "Asia/Kathmandu", "America/St_Johns")]
)
MINUTES = st.integers(0, 94_000_000).map(
    lambda minute: datetime.fromisoformat("1971-01-01") + timedelta(minutes=minute)
)
"""Local times from 1971 to 2149."""


@given(MINUTES, ZONES)
def test_a_moment_written_day_first_comes_back_as_the_same_local_time(when: datetime, zone: ZoneInfo) -> None:
    text = f"{when.day}/{when.month}/{when.year} {when:%H:%M}"
    back = datetime.fromtimestamp(moments.read_day_first(text, zone) / 1000, UTC).astimezone(zone)
    was_skipped = back.replace(tzinfo=None) != when
    assert not was_skipped or abs(back.replace(tzinfo=None) - when) <= timedelta(hours=1)


@given(MINUTES, ZONES)
def test_an_offset_of_its_own_outweighs_the_zone(when: datetime, zone: ZoneInfo) -> None:
    text = when.replace(tzinfo=UTC).isoformat()
    assert moments.read_iso(text, zone) == moments.read_iso(text, ZoneInfo("UTC"))


@given(st.text())
def test_any_text_is_a_moment_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert moments.read_any(text, OSLO) >= 0


def test_a_local_time_that_was_skipped_counts_as_before_the_change() -> None:
    assert moments.read_day_first("27/3/2016 02:30", OSLO) == at("2016-03-27T01:30")


def test_of_a_local_time_that_came_twice_the_first_is_meant() -> None:
    assert moments.read_day_first("30/10/2016 02:30", OSLO) == at("2016-10-30T00:30")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2016-03-22", "2016-03-22T00:00"),
        ("2016-03-22T12:00", "2016-03-22T12:00"),
        ("2016-03-22 12:00:05", "2016-03-22T12:00:05"),
        ("2021-07-10T17:01:58.636Z", "2021-07-10T17:01:58.636+00:00"),
        ("2010-01-13 08:40:25+02:00", "2010-01-13T06:40:25"),
        ("29/2/2016 01:16", "2016-02-29T01:16"),
        ("29.02.2016 01:16", "2016-02-29T01:16"),
        ("24/Sep/21 2:22 PM", "2021-09-24T14:22"),
        ("Fri, 24 Sep 2021 14:22:15 -0700", "2021-09-24T21:22:15"),
    ],
)
def test_the_common_forms_are_read(text: str, iso: str) -> None:
    assert moments.read_any(text, ZoneInfo("UTC")) == at(iso)


@pytest.mark.parametrize(
    "text", ["", "?", "30/2/2016 10:00", "2016-13-01", "1/1/0001 00:00", "1/1/9999 00:00", "now"]
)
def test_what_is_no_moment_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        moments.read_any(text, OSLO)


def test_a_pattern_of_ones_own_is_the_only_one_tried() -> None:
    assert moments.read_any("03-22-2016", OSLO, ["%m-%d-%Y"]) == at("2016-03-21T23:00")
    with pytest.raises(ValueError, match="not a moment"):
        moments.read_any("2016-03-22", OSLO, ["%m-%d-%Y"])


def test_a_zone_that_does_not_exist_is_told() -> None:
    for name in ("Mars/Olympus", "../etc/passwd", ""):
        with pytest.raises(BadSetting, match="no time zone"):
            moments.zone_named(name)


def test_a_moment_that_was_mistyped_is_told() -> None:
    with pytest.raises(BadSetting, match="'yesterday' is no moment"):
        moments.read_moment_setting("yesterday", OSLO)
