"""Ageing in opening hours, round the clock and by whole days (C2, C3), seen through commands."""

from dataclasses import replace

from kanbandesk.workflow.ageing import PROBLEM, Clockwork, Timetable
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.commands import (
    AnswerClient,
    EditTicket,
    PostponeTicket,
    ResumeTicket,
    SaveCalendar,
    SaveLine,
    SaveWorkflow,
    StartTicket,
    WakeTicket,
)
from kanbandesk.workflow.people import SYSTEM, Line
from kanbandesk.workflow.statuses import (
    DAY,
    HOUR,
    ClockKind,
    StatusKind,
    default_workflow,
)
from kanbandesk.workflow.tickets import NormClock
from tests.factories.support import Support, hand_over, wait_for_vendor
from tests.factories.workflow import NOW, OFFICE_HOURS, make_id, make_ticket

K = StatusKind


def answer(ticket_id: str) -> AnswerClient:
    return AnswerClient(ticket_id=ticket_id, message_id=make_id(), text="Please restart it.")


class TestHours:
    """C2, C3: line hours, wall hours for class Problem, whole days, and what a change of hours does."""

    def test_line_clock_waits_for_the_opening(self) -> None:
        support = Support(OFFICE_HOURS)  # closes at 17:00 UTC
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(7 * HOUR)
        support.do(support.ada, answer(ticket_id))

        assert support.dues(ticket_id) == (HOUR + 15 * HOUR + HOUR, 19 * HOUR, 23 * HOUR)

    def test_sum_that_ends_at_closing_is_due_at_closing(self) -> None:
        """C4."""
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)

        assert support.dues(ticket_id)[2] == 8 * HOUR

    def test_class_problem_ages_round_the_clock(self) -> None:
        support = Support(OFFICE_HOURS)
        support.wait(7 * HOUR)
        ticket_id = support.opened()
        support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="fault"))

        assert support.ticket(ticket_id).sla_class == PROBLEM
        assert support.dues(ticket_id) == (2 * HOUR, 4 * HOUR, 8 * HOUR)

    def test_becoming_a_problem_keeps_what_has_passed(self) -> None:
        """C2, C3: an hour of opening passed; from then on it is the wall clock's."""
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, EditTicket(ticket_id=ticket_id, urgency_case="fault"))

        assert support.dues(ticket_id) == (HOUR, 3 * HOUR, 7 * HOUR)

    def test_paused_clock_of_a_new_problem_resumes_on_the_wall(self) -> None:
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, wait_for_vendor(ticket_id, support.now + DAY))
        support.do(support.ada, EditTicket(ticket_id=ticket_id, urgency_case="fault"))
        support.wait(10 * HOUR)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))

        assert support.dues(ticket_id)[0] == HOUR

    def test_silence_counts_days_on_which_the_first_line_opens(self) -> None:
        support = Support(OFFICE_HOURS)
        support.wait(3 * DAY)  # Friday 9:00
        ticket_id = support.in_status(K.WAITING_CLIENT)

        assert support.dues(ticket_id) == (3 * DAY, 4 * DAY, 5 * DAY)

    def test_waking_at_night_ages_from_the_opening(self) -> None:
        """R10b."""
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=support.now + 12 * HOUR))
        support.wait(12 * HOUR)
        support.do(SYSTEM, WakeTicket(ticket_id=ticket_id))

        assert support.dues(ticket_id)[0] == 11 * HOUR

    def test_other_line_brings_its_hours_from_now_on(self) -> None:
        support = Support(OFFICE_HOURS)
        second = Line(id="second", name="Second line", position=1)
        support.do(support.admin, SaveLine(line=second))
        support.wait(7 * HOUR)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)  # 17:00: closing
        support.do(support.ada, EditTicket(ticket_id=ticket_id, line_id="second"))

        assert support.dues(ticket_id) == (HOUR, 3 * HOUR, 7 * HOUR)

    def test_new_hours_count_from_now_on(self) -> None:
        """C3: elapsed time uses the calendar in force at each moment."""
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        closed_today = replace(OFFICE_HOURS, holidays=("2026-03-17",))
        support.do(support.admin, SaveCalendar(calendar=closed_today))

        assert (
            support.dues(ticket_id)[0] == 22 * HOUR + HOUR
        )  # from 10:00 to tomorrow's opening, and one hour more

    def test_new_hours_leave_reached_degrees_where_they_were(self) -> None:
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(3 * HOUR)
        support.do(support.admin, SaveCalendar(calendar=replace(OFFICE_HOURS, holidays=("2026-03-17",))))

        assert support.level(ticket_id) == 1
        assert support.dues(ticket_id)[0] == -HOUR

    def test_line_that_gets_hours_ages_by_them(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.admin, SaveCalendar(calendar=OFFICE_HOURS))
        support.wait(7 * HOUR)
        support.do(support.ada, answer(ticket_id))
        first = Line(id="first", name="First line", calendar_id="office")
        support.do(support.admin, SaveLine(line=first))

        assert support.dues(ticket_id)[0] == 17 * HOUR

    def test_term_is_reckoned_anew_on_new_hours(self) -> None:
        """The developers' date stays the date."""
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, hand_over(ticket_id, support.now + 7 * DAY))
        support.do(support.admin, SaveCalendar(calendar=replace(OFFICE_HOURS, holidays=("2026-03-18",))))

        assert support.dues(ticket_id)[1:] == (7 * DAY, 9 * DAY)

    def test_hours_that_never_come_are_never_due(self) -> None:
        support = Support(OFFICE_HOURS)
        one_day = Calendar(
            id="office",
            name="One day",
            time_zone="UTC",
            weekly=((),) * 6 + (((0, 1),),),
            overrides=tuple((f"2026-{month:02}-{day:02}", ()) for month, day in ((3, 22),)),
        )
        support.do(support.admin, SaveCalendar(calendar=one_day))
        ticket_id = support.opened()

        assert support.dues(ticket_id)[0] is not None
        never = NormClock(status_id="new", kind=ClockKind.LINE, calendar_id="x", limits=(10**15,), since=NOW)
        timetable = Timetable(calendars={"x": one_day}, line_calendars={}, first_line="")
        ticket = make_ticket(clocks=(never,))
        assert Clockwork(default_workflow(), timetable).with_dues(ticket).dues == (None, None, None)

    def test_limits_stay_those_of_the_runs_beginning(self, support: Support) -> None:
        """C3: also for what is paused; a new run has the new limits."""
        paused, running = support.in_status(K.IN_PROGRESS), support.in_status(K.IN_PROGRESS)
        support.do(support.ada, wait_for_vendor(paused, support.now + DAY))
        strict = replace(support.workflow.status("in_progress"), norm=(HOUR, 2 * HOUR, 3 * HOUR))
        statuses = tuple(
            strict if status.id == "in_progress" else status for status in support.workflow.statuses
        )
        support.do(support.admin, SaveWorkflow(workflow=replace(support.workflow, statuses=statuses)))
        support.do(support.ada, ResumeTicket(ticket_id=paused))

        assert support.dues(running)[0] == 2 * HOUR
        assert support.dues(paused)[0] == 2 * HOUR
        support.do(support.ada, answer(running))
        assert support.dues(running)[0] == HOUR

    def test_first_line_is_the_one_with_the_lowest_position(self) -> None:
        lines = [
            Line(id="b", name="Second", calendar_id="two", position=2),
            Line(id="a", name="First", calendar_id="one", position=1),
        ]

        assert Timetable.of(lines, []).first_line == "one"
        assert Timetable.of([], []).first_line == ""
        assert Timetable.of(lines, []).calendar_id(ClockKind.LINE, "b") == "two"
        assert Timetable.of(lines, []).calendar_id(ClockKind.DAY, "b") == "one"
        assert Timetable.of(lines, []).calendar_id(ClockKind.WALL, "b") == ""
