"""The SLA clock: R7a (targets, classes), R7b (stop and resume), C3, C4."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.workflow.calendars import Calendar, elapsed_with_pauses
from kanbandesk.workflow.codec import decode, encode
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, ClockKind, default_workflow

OFFICE = Calendar(
    id="first", name="First line", time_zone="Europe/Oslo", weekly=(((540, 1020),),) * 5 + ((), ())
)
LONGER = Calendar(
    id="first", name="First line", time_zone="Europe/Oslo", weekly=(((480, 1200),),) * 5 + ((), ())
)


def at(text: str) -> int:
    """An instant of May 2024 in Oslo: `17T10:00` is Friday."""
    return int(datetime.fromisoformat(f"2024-05-{text}+02:00").timestamp()) * 1_000


def settings_question(created: str) -> SlaClock:
    return SlaClock.start(12 * HOUR, ClockKind.LINE, at(created))


def test_settings_question_is_due_after_twelve_opening_hours() -> None:  # R7a
    clock = settings_question("17T10:00")

    assert clock.due_at(OFFICE) == at("20T14:00")
    assert clock.left(OFFICE, at("17T17:00")) == clock.left(OFFICE, at("20T09:00")) == 5 * HOUR


@pytest.mark.parametrize(("sla_class", "due"), [("problem", "17T23:30"), ("store", "31T22:30")])
def test_problem_and_store_update_run_round_the_clock(sla_class: str, due: str) -> None:  # R7a
    promise = default_workflow().sla(sla_class)

    assert SlaClock.start(promise.target, promise.clock, at("17T22:30")).due_at(OFFICE) == at(due)


def test_clock_started_outside_hours_waits_for_opening() -> None:  # R7a
    clock = settings_question("18T12:00")

    assert clock.left(OFFICE, at("20T08:59")) == 12 * HOUR
    assert clock.due_at(OFFICE) == at("21T13:00")


def test_stopped_clock_is_not_due_and_loses_nothing() -> None:  # R7b
    clock = settings_question("17T10:00").stop(OFFICE, at("17T12:00"))

    assert clock.due_at(OFFICE) is None
    assert not clock.is_overdue(OFFICE, at("31T12:00"))
    assert clock.left(OFFICE, at("31T12:00")) == 10 * HOUR


def test_reply_resumes_the_remainder() -> None:  # R7b
    clock = settings_question("17T10:00").stop(OFFICE, at("17T12:00")).resume(at("22T20:00"))

    assert clock.due_at(OFFICE) == at("24T11:00")
    assert clock.pauses == ((at("17T12:00"), at("22T20:00")),)


def test_stop_of_a_stopped_and_resume_of_a_running_clock_change_nothing() -> None:
    running = settings_question("17T10:00")
    stopped = running.stop(OFFICE, at("17T12:00"))

    assert running.resume(at("17T13:00")) is running
    assert stopped.stop(OFFICE, at("17T13:00")) is stopped


def test_act_stamped_before_the_run_began_counts_as_at_its_beginning() -> None:
    clock = settings_question("17T10:00").stop(OFFICE, at("17T09:30")).resume(at("17T09:00"))

    assert clock.left(OFFICE, at("17T11:00")) == 11 * HOUR
    assert clock.running_since == at("17T10:00")


def test_limit_itself_is_in_time_and_the_next_moment_is_not() -> None:  # C4
    clock = settings_question("17T10:00")

    assert not clock.is_overdue(OFFICE, at("20T14:00"))
    assert clock.is_overdue(OFFICE, at("20T14:00") + 1)


def test_target_that_ends_at_closing_is_over_in_the_evening() -> None:  # C4
    clock = SlaClock.start(7 * HOUR, ClockKind.LINE, at("17T10:00"))

    assert clock.due_at(OFFICE) == at("17T17:00")
    assert clock.is_overdue(OFFICE, at("17T18:00"))
    assert clock.stop(OFFICE, at("17T18:00")).resume(at("20T10:00")).due_at(OFFICE) == at("17T17:00")


def test_clock_stopped_exactly_at_the_limit_is_due_when_it_resumes() -> None:  # C4
    clock = SlaClock.start(HOUR, ClockKind.LINE, at("17T10:00")).stop(OFFICE, at("17T11:00"))

    assert clock.resume(at("17T15:00")).due_at(OFFICE) == at("17T15:00")


def test_breached_clock_keeps_its_due_moment_when_it_resumes() -> None:  # C5
    clock = SlaClock.start(HOUR, ClockKind.WALL, at("17T10:00"))
    again = clock.stop(OFFICE, at("17T12:00")).resume(at("17T20:00"))

    assert again.due_at(OFFICE) == at("17T11:00")
    assert again.left(OFFICE, at("17T20:30")) == -90 * MINUTE


def test_change_of_class_recomputes_from_creation_with_the_same_pauses() -> None:  # R7a
    clock = settings_question("17T16:00").stop(OFFICE, at("17T16:30")).resume(at("17T18:00"))

    problem = clock.reclassify(3 * HOUR, ClockKind.WALL, OFFICE)

    assert problem.due_at(OFFICE) == at("17T20:30")
    assert problem.pauses == clock.pauses
    assert problem.reclassify(12 * HOUR, ClockKind.LINE, OFFICE) == clock


def test_change_of_class_of_a_stopped_clock_leaves_it_stopped() -> None:  # R7a
    clock = settings_question("17T16:00").stop(OFFICE, at("17T18:00"))

    problem = clock.reclassify(4 * HOUR, ClockKind.WALL, OFFICE)

    assert problem.due_at(OFFICE) is None
    assert problem.left(OFFICE, at("31T12:00")) == 2 * HOUR
    assert problem.resume(at("19T00:00")).due_at(OFFICE) == at("19T02:00")


def test_time_before_a_change_of_calendar_stays_as_it_was_counted() -> None:  # C3
    clock = settings_question("17T10:00").settle(OFFICE, at("20T12:00"))

    assert clock.left(LONGER, at("20T12:00")) == 2 * HOUR
    assert clock.due_at(LONGER) == at("20T14:00")
    stopped = clock.stop(LONGER, at("20T13:00"))
    assert stopped.settle(OFFICE, at("21T12:00")) is stopped


def test_clock_comes_back_from_plain_data() -> None:
    clock = settings_question("17T10:00").stop(OFFICE, at("17T12:00"))

    assert decode(SlaClock, encode(clock)) == clock


@given(
    kind=st.sampled_from((ClockKind.WALL, ClockKind.LINE)),
    steps=st.lists(st.integers(0, 6_000).map(lambda count: count * MINUTE), min_size=1, max_size=9),
)
def test_used_time_is_what_passed_outside_the_pauses(kind: ClockKind, steps: list[int]) -> None:  # R7b
    calendar = OFFICE
    now = at("17T10:00")
    clock = SlaClock.start(500 * DAY, kind, now)
    for number, step in enumerate(steps):
        now += step
        clock = clock.resume(now) if number % 2 else clock.stop(calendar, now)

    wall = Calendar(id="w", name="W", time_zone="UTC", weekly=(((0, 1440),),) * 7)
    counted = elapsed_with_pauses(
        wall if kind is ClockKind.WALL else calendar, clock.started_at, now, clock.pauses
    )
    assert clock.left(calendar, now) == clock.target_ms - counted
    assert clock.reclassify(clock.target_ms, kind, calendar) == clock
