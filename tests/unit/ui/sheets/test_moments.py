"""What a person means by "in an hour" and "on Monday", in the zone of the machine (the tests': UTC)."""

from kanbandesk.ui.sheets.moments import (
    due_choices,
    in_days,
    in_one_hour,
    monday_morning,
    tomorrow_morning,
    wake_choices,
)
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE

TUESDAY_NOON = 1_773_748_800_000
"""17 March 2026, 12:00 UTC."""


def test_in_an_hour_is_a_full_five_minutes_and_never_sooner() -> None:
    assert in_one_hour(TUESDAY_NOON) == TUESDAY_NOON + HOUR
    assert in_one_hour(TUESDAY_NOON + 1) == TUESDAY_NOON + HOUR + 5 * MINUTE


def test_tomorrow_morning_is_nine_o_clock() -> None:
    assert tomorrow_morning(TUESDAY_NOON) == TUESDAY_NOON + 21 * HOUR


def test_monday_is_the_next_one() -> None:
    assert monday_morning(TUESDAY_NOON) == TUESDAY_NOON + 6 * DAY - 3 * HOUR


def test_on_a_monday_the_next_monday_is_meant() -> None:
    monday = TUESDAY_NOON - DAY
    assert monday_morning(monday) == monday + 7 * DAY - 3 * HOUR


def test_a_due_date_without_a_time_is_six_in_the_evening() -> None:
    """R9."""
    assert in_days(TUESDAY_NOON, 3) == TUESDAY_NOON + 3 * DAY + 6 * HOUR


def test_the_quick_choices_lie_ahead_and_are_in_order() -> None:
    for choices in (wake_choices(TUESDAY_NOON), due_choices(TUESDAY_NOON)):
        moments = [moment for _, moment in choices]
        assert len(moments) == 3
        assert moments == sorted(moments)
        assert moments[0] > TUESDAY_NOON


def test_on_a_sunday_tomorrow_and_monday_are_one_choice() -> None:
    sunday = TUESDAY_NOON - 2 * DAY
    assert len(wake_choices(sunday)) == 2
