"""Lengths of time and moments in words (ui.md, principles 3 and 10)."""

import pytest
from PySide6.QtCore import QLocale

from kanbandesk.ui.words import (
    ago,
    date_text,
    long_duration,
    moment_text,
    near_moment,
    relative_day,
    short_duration,
)
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND
from tests.factories.workflow import NOW


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (-5, "0 s"),
        (0, "0 s"),
        (32 * SECOND + 999, "32 s"),
        (MINUTE, "1 min"),
        (4 * MINUTE + 59 * SECOND, "4 min"),
        (HOUR, "1 h"),
        (5 * HOUR + 10 * MINUTE, "5 h"),
        (DAY, "1 d"),
        (2 * DAY + 3 * HOUR, "2 d 3 h"),
        (3 * DAY + 20 * MINUTE, "3 d"),
        (12 * DAY + 5 * HOUR, "12 d"),
        (1234 * DAY, "1234 d"),
    ],
)
def test_a_card_tells_a_length_in_one_unit_and_in_two_from_days_on(length: int, words: str) -> None:
    assert short_duration(length) == words


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (5 * HOUR + 10 * MINUTE, "5 h 10 min"),
        (HOUR + 2 * MINUTE + 59 * SECOND, "1 h 2 min"),
        (5 * HOUR, "5 h"),
        (59 * MINUTE, "59 min"),
        (2 * DAY + 3 * HOUR + 10 * MINUTE, "2 d 3 h"),
    ],
)
def test_a_clock_tells_minutes_beside_hours(length: int, words: str) -> None:
    assert long_duration(length) == words


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (0, "09:00"),
        (-2 * HOUR, "07:00"),
        (-10 * HOUR, "Mon 23:00"),
        (6 * DAY, "Mon 09:00"),
        (-7 * DAY, "10 Mar 09:00"),
        (40 * DAY, "26 Apr 09:00"),
        (-200 * DAY, "29 Aug 2025"),
    ],
)
def test_a_moment_is_as_short_as_it_stays_clear(distance: int, words: str) -> None:
    assert near_moment(NOW + distance, NOW) == words


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (5 * HOUR, "today"),
        (15 * HOUR, "tomorrow"),
        (-9 * HOUR - 1, "yesterday"),
        (3 * DAY, "in 3 d"),
        (-4 * DAY, "4 d ago"),
        (45 * DAY, "1 May"),
        (-400 * DAY, "10 Feb 2025"),
    ],
)
def test_a_day_is_told_by_its_distance(distance: int, words: str) -> None:
    assert relative_day(NOW + distance, NOW) == words


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (0, "just now"),
        (40 * SECOND, "40 s ago"),
        (HOUR + 2 * MINUTE, "1 h 2 min ago"),
        (3 * HOUR, "06:00"),
        (-5 * MINUTE, "09:05"),
    ],
)
def test_what_was_said_lately_is_told_by_how_long_ago(passed: int, words: str) -> None:
    assert ago(NOW - passed, NOW) == words


def test_a_whole_moment_has_weekday_date_and_time() -> None:
    assert moment_text(NOW) == "Tue 17 Mar 2026 09:00"
    assert date_text(NOW) == "17 Mar 2026"


@pytest.fixture
def _russian() -> object:
    before = QLocale()
    QLocale.setDefault(QLocale("ru_RU"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_russian")
def test_days_and_months_follow_the_language() -> None:
    assert near_moment(NOW - 10 * HOUR, NOW) == "пн 23:00"
    assert near_moment(NOW - 7 * DAY, NOW) == "10 мар. 09:00"
