"""A calendar's data: what hours a date has, and what is refused before it can be saved."""

from dataclasses import replace
from datetime import date

import pytest

from kanbandesk.workflow.codec import decode, encode
from kanbandesk.workflow.hours import (
    ALWAYS,
    BadDate,
    BadSpan,
    BadWeek,
    Calendar,
    CalendarError,
    NeverOpens,
    UnknownZone,
    check_calendar,
    hours_on,
)

NINE_TO_FIVE = ((540, 1020),)
OFFICE = Calendar(
    id="office",
    name="Office",
    time_zone="Europe/Oslo",
    weekly=(NINE_TO_FIVE,) * 5 + ((), ()),
    holidays=("2024-05-17", "2024-12-25"),
    overrides=(("2024-12-24", ((540, 720),)), ("2024-12-25", ((600, 660),))),
    breaks=(("2024-05-16", ((660, 690), (780, 1200))),),
)


def test_calendar_comes_back_from_plain_data_and_can_be_a_key() -> None:
    again = decode(Calendar, encode(OFFICE))

    assert again == OFFICE
    assert hash(again) == hash(OFFICE)


def test_sound_calendars_are_accepted() -> None:
    check_calendar(OFFICE)
    check_calendar(ALWAYS)


@pytest.mark.parametrize(
    ("day", "spans"),
    [
        pytest.param("2024-05-15", ((540, 1020),), id="weekday"),
        pytest.param("2024-05-18", (), id="day-off"),
        pytest.param("2024-05-17", (), id="holiday"),
        pytest.param("2024-12-24", ((540, 720),), id="override"),
        pytest.param("2024-12-25", (), id="holiday-beats-override"),
        pytest.param("2024-05-16", ((540, 660), (690, 780)), id="breaks"),
    ],
)
def test_hours_of_a_date(day: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert hours_on(OFFICE, date.fromisoformat(day)) == spans


def test_break_beats_override() -> None:
    calendar = replace(OFFICE, breaks=(("2024-12-24", ((0, 600),)),))

    assert hours_on(calendar, date(2024, 12, 24)) == ((600, 720),)


def test_break_of_the_whole_opening_closes_the_date() -> None:
    calendar = replace(OFFICE, breaks=(("2024-05-15", ((540, 1020),)),))

    assert hours_on(calendar, date(2024, 5, 15)) == ()


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"weekly": (NINE_TO_FIVE,) * 6}, BadWeek, "these are 6"),
        ({"weekly": (((1020, 540),),) * 7}, BadSpan, "Monday: 17:00-09:00 ends before it begins"),
        ({"weekly": (((540, 540),),) * 7}, BadSpan, "ends before it begins"),
        ({"weekly": (((-60, 540),),) * 7}, BadSpan, "between 00:00 and 24:00"),
        ({"weekly": (((1380, 1500),),) * 7}, BadSpan, "Monday: 23:00-25:00 does not lie between"),
        ({"weekly": ((), ((780, 1020), (540, 800))) + ((),) * 5}, BadSpan, "Tuesday: 09:00-13:20 and 13:00"),
        ({"overrides": (("2024-12-24", ((720, 540),)),)}, BadSpan, "2024-12-24: 12:00-09:00"),
        ({"breaks": (("2024-12-24", ((540, 720), (600, 660))),)}, BadSpan, "2024-12-24: .* overlap"),
        ({"holidays": ("2023-02-29",)}, BadDate, "'2023-02-29' among the holidays is no date"),
        ({"holidays": ("20240517",)}, BadDate, "YYYY-MM-DD"),
        ({"holidays": ("2024-05-17", "2024-05-17")}, BadDate, "stands twice among the holidays"),
        ({"overrides": (("24.12.2024", ()),)}, BadDate, "among the overrides"),
        ({"breaks": (("2024-12-24", ()), ("2024-12-24", ()))}, BadDate, "twice among the breaks"),
        ({"time_zone": "Europe/Atlantis"}, UnknownZone, "'Europe/Atlantis'"),
        ({"time_zone": "../../etc/passwd"}, UnknownZone, "no time zone"),
        ({"time_zone": "Europe"}, UnknownZone, "'Europe'"),
        ({"time_zone": ""}, UnknownZone, "''"),
        ({"weekly": ((),) * 7}, NeverOpens, "no opening hours on any day"),
    ],
)
def test_unsound_calendar_is_refused_with_a_clear_text(
    changes: dict[str, object], error: type[CalendarError], says: str
) -> None:
    with pytest.raises(error, match=says):
        check_calendar(replace(OFFICE, **changes))  # type: ignore[arg-type]


def test_touching_spans_are_accepted() -> None:
    check_calendar(replace(OFFICE, weekly=(((540, 720), (720, 1020)),) * 7))
