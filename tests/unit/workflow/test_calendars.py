"""Reckoning with business calendars: the cases shared with peers, and examples for C1-C5."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.workflow import calendars
from kanbandesk.workflow.calendars import ALWAYS, Calendar, NeverCloses, NeverOpens, Spans, UnknownZone
from kanbandesk.workflow.openings import openings_of
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, ClockKind

CASES_FILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "sla-cases" / "sla_cases.json"
ABSENT: dict[str, Any] = {"calendars": {}, "cases": [], "ticket_timelines": []}
SHARED: dict[str, Any] = json.loads(CASES_FILE.read_text("utf-8")) if CASES_FILE.exists() else ABSENT
LEFT_OUT = "biz-009"  # C4: a sum that ends at closing is due at closing; biz answers the next opening
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

WHOLE: Spans = ((0, 1440),)
NINE_TO_FIVE: Spans = ((540, 1020),)


def at(text: str) -> int:
    moment = datetime.fromisoformat(text)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()) * SECOND


def calendar_of(
    zone: str = "UTC", *, week: Spans = NINE_TO_FIVE, weekend: Spans = (), **rest: Any
) -> Calendar:
    return Calendar(id="c", name="Office", time_zone=zone, weekly=(week,) * 5 + (weekend,) * 2, **rest)


# -- the shared cases ---------------------------------------------------------------------------------------


def _spans(pairs: list[list[str]]) -> Spans:
    def minute(text: str) -> int:
        return int(text[:2]) * 60 + int(text[3:])

    return tuple((minute(start), minute(end)) for start, end in pairs)


def _shared_calendar(name: str) -> Calendar:
    plain = SHARED["calendars"][name]
    return Calendar(
        id=name,
        name=name,
        time_zone=plain["time_zone"],
        weekly=tuple(_spans(plain["hours"].get(day, [])) for day in WEEKDAYS),
        holidays=tuple(plain.get("holidays", ())),
        overrides=tuple((day, _spans(pairs)) for day, pairs in plain.get("overrides", {}).items()),
        breaks=tuple((day, _spans(pairs)) for day, pairs in plain.get("breaks", {}).items()),
    )


OPERATIONS: dict[str, Callable[[Calendar, dict[str, Any]], int | bool | None]] = {
    "due": lambda c, case: calendars.due(c, at(case["start"]), case["seconds"] * SECOND),
    "due_backward": lambda c, case: calendars.due_backward(c, at(case["start"]), case["seconds"] * SECOND),
    "elapsed": lambda c, case: calendars.elapsed(c, at(case["start"]), at(case["end"])),
    "is_open": lambda c, case: calendars.is_open(c, at(case["at"])),
    "open_or_next_open": lambda c, case: calendars.next_open(c, at(case["at"])),
    "due_business_days": lambda c, case: calendars.due_open_days(c, at(case["start"]), case["days"]),
    "due_business_days_backward": lambda c, case: calendars.due_open_days_backward(
        c, at(case["start"]), case["days"]
    ),
}


def _expected(case: dict[str, Any]) -> int | bool:
    expected = case["expected"]
    if isinstance(expected, bool):
        return expected
    return at(expected) if isinstance(expected, str) else int(expected) * SECOND


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case["id"]) for case in SHARED["cases"] if case["id"] != LEFT_OUT]
    or [pytest.param({}, id="absent")],
)
def test_shared_case_holds(case: dict[str, Any], shared_data: Path) -> None:
    calendar = _shared_calendar(case["calendar"])
    calendars.check_calendar(calendar)

    assert OPERATIONS[case["op"]](calendar, case) == _expected(case)


def test_shared_case_left_out_is_due_at_closing_by_c4(shared_data: Path) -> None:
    case = next(case for case in SHARED["cases"] if case["id"] == LEFT_OUT)

    assert OPERATIONS[case["op"]](_shared_calendar(case["calendar"]), case) == at("2006-01-08T12:00Z")


def test_shared_data_hold_no_ticket_timelines_yet(shared_data: Path) -> None:
    assert SHARED["ticket_timelines"] == [], "timelines have come: replay them through SlaClock"


# -- C4: the edges of hours ---------------------------------------------------------------------------------


def test_sum_that_ends_at_closing_is_due_at_closing() -> None:  # C4
    assert calendars.due(calendar_of(), at("2024-05-17T16:00Z"), HOUR) == at("2024-05-17T17:00Z")


def test_sum_that_ends_at_opening_backward_is_at_opening() -> None:
    assert calendars.due_backward(calendar_of(), at("2024-05-17T10:00Z"), HOUR) == at("2024-05-17T09:00Z")


@pytest.mark.parametrize(
    ("start", "forward", "backward"),
    [
        pytest.param("2024-05-17T12:00Z", "2024-05-17T12:00Z", "2024-05-17T12:00Z", id="open"),
        pytest.param("2024-05-17T17:00Z", "2024-05-17T17:00Z", "2024-05-17T17:00Z", id="at-closing"),
        pytest.param("2024-05-17T09:00Z", "2024-05-17T09:00Z", "2024-05-17T09:00Z", id="at-opening"),
        pytest.param("2024-05-18T12:00Z", "2024-05-20T09:00Z", "2024-05-17T17:00Z", id="closed"),
    ],
)
def test_nothing_is_due_at_once_or_at_the_nearest_edge(start: str, forward: str, backward: str) -> None:
    assert calendars.due(calendar_of(), at(start), 0) == at(forward)
    assert calendars.due_backward(calendar_of(), at(start), 0) == at(backward)


def test_opening_is_open_and_closing_is_not() -> None:
    assert calendars.is_open(calendar_of(), at("2024-05-17T09:00Z"))
    assert calendars.is_open(calendar_of(), at("2024-05-17T17:00Z") - 1)
    assert not calendars.is_open(calendar_of(), at("2024-05-17T17:00Z"))


def test_closing_before_and_after() -> None:
    office = calendar_of()

    assert calendars.previous_close(office, at("2024-05-20T09:00Z")) == at("2024-05-17T17:00Z")
    assert calendars.previous_close(office, at("2024-05-20T09:30Z")) == at("2024-05-20T09:30Z")
    assert calendars.next_close(office, at("2024-05-17T17:00Z")) == at("2024-05-20T17:00Z")
    assert calendars.next_close(office, at("2024-05-17T16:59Z")) == at("2024-05-17T17:00Z")


def test_night_shift_written_in_two_does_not_close_at_midnight() -> None:
    night = calendar_of(week=((0, 360), (1320, 1440)), weekend=((0, 360), (1320, 1440)))

    assert calendars.next_close(night, at("2024-05-17T23:00Z")) == at("2024-05-18T06:00Z")
    assert calendars.previous_close(night, at("2024-05-18T00:00Z")) == at("2024-05-18T00:00Z")


def test_hours_over_every_midnight_do_not_close_where_reckoning_is_cut() -> None:
    calendar = calendar_of(week=WHOLE, weekend=WHOLE, holidays=("2030-01-01",))

    assert calendars.next_close(calendar, at("2024-05-17T12:00Z")) == at("2030-01-01T00:00Z")
    assert calendars.next_open(calendar, at("2030-01-01T12:00Z")) == at("2030-01-02T00:00Z")


# -- C1: real seconds, daylight saving included -------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "day", "next_day", "hours"),
    [
        pytest.param("Europe/Oslo", "2024-03-31T00:00+01:00", "2024-04-01T00:00+02:00", 23, id="oslo-spring"),
        pytest.param("Europe/Oslo", "2024-10-27T00:00+02:00", "2024-10-28T00:00+01:00", 25, id="oslo-autumn"),
        pytest.param(
            "America/New_York", "2024-03-10T00:00-05:00", "2024-03-11T00:00-04:00", 23, id="new-york-spring"
        ),
        pytest.param(
            "America/New_York", "2024-11-03T00:00-04:00", "2024-11-04T00:00-05:00", 25, id="new-york-autumn"
        ),
        pytest.param(
            "Australia/Lord_Howe",
            "2024-10-06T00:00+10:30",
            "2024-10-07T00:00+11:00",
            23.5,
            id="lord-howe-spring",
        ),
        pytest.param(
            "Australia/Lord_Howe",
            "2024-04-07T00:00+11:00",
            "2024-04-08T00:00+10:30",
            24.5,
            id="lord-howe-autumn",
        ),
    ],
)
def test_whole_day_lasts_what_it_really_lasts(zone: str, day: str, next_day: str, hours: float) -> None:
    sundays = calendar_of(zone, week=(), weekend=WHOLE)
    lasts = int(hours * HOUR)

    assert calendars.elapsed(sundays, at(day), at(next_day)) == lasts
    assert calendars.due(sundays, at(day), lasts) == at(next_day)
    assert calendars.due_backward(sundays, at(next_day), lasts) == at(day)
    assert calendars.day_elapsed(sundays, at(day), at(next_day)) == lasts


def test_opening_hour_keeps_to_the_wall_clock_over_the_change() -> None:
    oslo = calendar_of("Europe/Oslo")

    assert calendars.next_open(oslo, at("2024-03-29T20:00Z")) == at("2024-04-01T09:00+02:00")
    assert calendars.next_open(oslo, at("2024-10-25T20:00Z")) == at("2024-10-28T09:00+01:00")


def test_span_inside_the_skipped_hour_does_not_open() -> None:
    gap = calendar_of("Europe/Oslo", week=(), weekend=((120, 180),))

    assert calendars.next_open(gap, at("2024-03-31T00:00+01:00")) == at("2024-04-06T02:00+02:00")


def test_span_inside_the_repeated_hour_opens_twice() -> None:
    night = calendar_of("Europe/Oslo", week=(), weekend=((135, 150),))
    first, second = at("2024-10-27T02:15+02:00"), at("2024-10-27T02:15+01:00")

    assert calendars.elapsed(night, at("2024-10-27T00:00+02:00"), at("2024-10-28T00:00+01:00")) == 30 * MINUTE
    assert calendars.next_open(night, first - 1) == first
    assert calendars.next_close(night, first) == first + 15 * MINUTE
    assert calendars.next_open(night, first + 15 * MINUTE) == second


def test_date_that_a_zone_never_had_is_passed_over() -> None:
    samoa = calendar_of("Pacific/Apia", weekend=NINE_TO_FIVE)  # 30 December 2011 did not happen there

    passed = calendars.elapsed(samoa, at("2011-12-29T00:00-10:00"), at("2012-01-01T00:00+14:00"))
    assert passed == 2 * 8 * HOUR


# -- C2: wall clock, line clock, day clock ------------------------------------------------------------------


def test_day_clock_stands_still_on_dates_without_opening() -> None:  # C2
    friday, monday = at("2024-05-17T15:00Z"), at("2024-05-20T15:00Z")

    assert calendars.day_elapsed(calendar_of(), friday, monday) == DAY
    assert calendars.day_due(calendar_of(), friday, DAY) == monday


def test_day_clock_counts_the_whole_of_a_date_that_opens_for_an_hour() -> None:  # C2
    calendar = calendar_of(
        overrides=(("2024-05-18", ((540, 600),)), ("2024-05-19", ((540, 600),))),
        breaks=(("2024-05-19", ((0, 1440),)),),
        holidays=("2024-05-17",),
    )

    assert calendars.day_elapsed(calendar, at("2024-05-17T00:00Z"), at("2024-05-20T00:00Z")) == DAY
    assert calendars.day_due(calendar, at("2024-05-17T12:00Z"), 1) == at("2024-05-18T00:00Z") + 1


def test_each_clock_runs_on_its_calendar() -> None:  # C2
    office = calendar_of()
    friday, monday = at("2024-05-17T15:00Z"), at("2024-05-20T15:00Z")

    passed = {kind: calendars.elapsed(calendars.on_clock(kind, office), friday, monday) for kind in ClockKind}
    assert passed == {ClockKind.WALL: 3 * DAY, ClockKind.LINE: 8 * HOUR, ClockKind.DAY: DAY}
    assert calendars.on_clock(ClockKind.DAY, ALWAYS) is ALWAYS


@pytest.mark.parametrize(
    "calendar",
    [ALWAYS, calendar_of("Europe/Oslo", week=WHOLE, weekend=WHOLE)],
    ids=["constant", "of-another-zone"],
)
def test_round_the_clock_is_plain_arithmetic(calendar: Calendar) -> None:
    start = at("2024-03-30T12:00Z")

    assert calendars.elapsed(calendar, start, start + 400 * DAY) == 400 * DAY
    assert calendars.elapsed(calendar, start, start - 1) == 0
    assert calendars.due(calendar, start, 1_000 * 366 * DAY) == start + 1_000 * 366 * DAY
    assert calendars.due_backward(calendar, start, DAY) == start - DAY
    assert calendars.is_open(calendar, start)
    assert calendars.next_open(calendar, start) == calendars.previous_close(calendar, start) == start


# -- pauses -------------------------------------------------------------------------------------------------


def test_pauses_stop_the_clock() -> None:
    office, start = calendar_of(), at("2024-05-17T10:00Z")
    pauses = (
        (at("2024-05-17T11:00Z"), at("2024-05-17T12:00Z")),
        (at("2024-05-17T13:00Z"), at("2024-05-20T10:00Z")),
    )

    assert calendars.due_with_pauses(office, start, 3 * HOUR, pauses) == at("2024-05-20T11:00Z")
    assert calendars.elapsed_with_pauses(office, start, at("2024-05-20T11:00Z"), pauses) == 3 * HOUR


def test_limit_before_a_pause_is_not_moved_by_it() -> None:
    start = at("2024-05-17T10:00Z")

    assert calendars.due_with_pauses(ALWAYS, start, HOUR, ((start + HOUR + 1, None),)) == start + HOUR


def test_pause_that_begins_at_the_limit_came_in_time() -> None:  # C4
    start = at("2024-05-17T10:00Z")

    assert calendars.due_with_pauses(ALWAYS, start, HOUR, ((start + HOUR, None),)) is None
    assert calendars.due_with_pauses(ALWAYS, start, HOUR, ((start + HOUR, start + DAY),)) == start + DAY


def test_open_pause_leaves_nothing_due() -> None:
    start = at("2024-05-17T10:00Z")

    assert calendars.due_with_pauses(ALWAYS, start, HOUR, ((start + MINUTE, None),)) is None
    assert calendars.elapsed_with_pauses(ALWAYS, start, start + DAY, ((start + MINUTE, None),)) == MINUTE


def test_overlapping_empty_and_unordered_pauses_count_once() -> None:
    pauses = ((50, 60), (10, 30), (20, 40), (5, 5), (90, 80), (55, None), (70, 75))

    assert calendars.elapsed_with_pauses(ALWAYS, 0, 100, pauses) == 20
    assert calendars.due_with_pauses(ALWAYS, 0, 15, pauses) == 45
    assert calendars.due_with_pauses(ALWAYS, 0, 21, pauses) is None


def test_pause_inside_another_does_not_end_it() -> None:
    assert calendars.elapsed_with_pauses(ALWAYS, 0, 100, ((10, 40), (20, 30))) == 70
    assert calendars.due_with_pauses(ALWAYS, 0, 15, ((10, 40), (20, 30))) == 45


def test_pause_that_ends_before_it_begins_is_none() -> None:
    assert calendars.due_with_pauses(ALWAYS, 0, 95, ((90, 80),)) == 95
    assert calendars.due_with_pauses(ALWAYS, 0, 90, ((90, 90),)) == 90


def test_pause_around_the_start_delays_it() -> None:
    assert calendars.due_with_pauses(ALWAYS, 20, 5, ((0, 10), (15, 30))) == 35
    assert calendars.elapsed_with_pauses(ALWAYS, 20, 40, ((0, 10), (15, 30))) == 10


# -- calendars that cannot answer ---------------------------------------------------------------------------

SILENT = calendar_of(week=())
ONE_DAY_ONLY = calendar_of(week=(), overrides=(("2024-05-17", NINE_TO_FIVE),))
START = at("2024-05-16T12:00Z")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: calendars.due(SILENT, START, 0),
        lambda: calendars.due(SILENT, START, 1),
        lambda: calendars.due_backward(SILENT, START, 0),
        lambda: calendars.due_backward(SILENT, START, 1),
        lambda: calendars.next_open(SILENT, START),
        lambda: calendars.previous_close(SILENT, START),
        lambda: calendars.day_due(SILENT, START, 1),
        lambda: calendars.due_open_days(SILENT, START, 1),
        lambda: calendars.due_open_days_backward(SILENT, START, 1),
        lambda: calendars.due(ONE_DAY_ONLY, START, 8 * HOUR + 1),
        lambda: calendars.due(calendar_of(), START, 40 * 366 * DAY),
    ],
)
def test_sum_that_is_never_reached_is_refused(ask: Callable[[], int]) -> None:
    with pytest.raises(NeverOpens, match="'Office'"):
        ask()


def test_single_date_far_away_is_found() -> None:
    assert calendars.due(ONE_DAY_ONLY, at("1995-01-01T00:00Z"), HOUR) == at("2024-05-17T10:00Z")
    assert calendars.due_backward(ONE_DAY_ONLY, at("2055-01-01T00:00Z"), HOUR) == at("2024-05-17T16:00Z")
    assert calendars.next_close(ONE_DAY_ONLY, at("1995-01-01T00:00Z")) == at("2024-05-17T17:00Z")
    assert calendars.due_open_days(ONE_DAY_ONLY, at("1995-01-01T10:00Z"), 1) == at("2024-05-17T10:00Z")
    assert calendars.elapsed(SILENT, START, START + 4_000 * DAY) == 0


@pytest.mark.parametrize(
    "calendar", [ALWAYS, SILENT, calendar_of(week=WHOLE, weekend=WHOLE, holidays=("2024-05-01",))]
)
def test_closing_that_never_comes_is_refused(calendar: Calendar) -> None:
    with pytest.raises(NeverCloses, match="does not close again"):
        calendars.next_close(calendar, START)


@pytest.mark.parametrize("reckon", [calendars.due, calendars.due_backward, calendars.due_open_days])
def test_negative_duration_is_refused(reckon: Callable[[Calendar, int, int], int]) -> None:
    with pytest.raises(ValueError, match="negative: -1"):
        reckon(calendar_of(), START, -1)


def test_hours_that_overlap_unchecked_count_once() -> None:
    twice = calendar_of(week=((540, 720), (600, 1020)))

    assert calendars.elapsed(twice, at("2024-05-17T00:00Z"), at("2024-05-18T00:00Z")) == 8 * HOUR


def test_silent_calendar_is_given_up_at_once() -> None:
    assert len(list(openings_of(SILENT).ahead(START))) <= 2
    assert len(list(openings_of(SILENT).ahead(START, closing=True))) <= 2
    assert len(list(openings_of(SILENT).behind(START))) <= 2


def test_unknown_zone_is_named() -> None:
    with pytest.raises(UnknownZone, match="Atlantis"):
        calendars.elapsed(calendar_of("Europe/Atlantis"), START, START + 1)
