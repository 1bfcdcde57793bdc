"""Hours and people that change: whom that puts on or off shift, and what was due before (R1c, R1d, C4, C5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.commands import (
    AssignTicket,
    ClaimTicket,
    Command,
    ReleaseTicket,
    ReturnAgent,
    SaveAgent,
    SaveCalendar,
    SaveLine,
    SaveProcess,
    SetAway,
    StartTicket,
)
from kanbandesk.workflow.events import StatusChanged, TicketAssigned
from kanbandesk.workflow.people import SYSTEM, Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import Violation
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, StatusKind
from tests.factories.support import Support
from tests.factories.ticking import Ticking
from tests.factories.workflow import NOW, OFFICE_HOURS

K = StatusKind
WEEK = 7
MORNING = replace(OFFICE_HOURS, weekly=(((540, 720),),) * WEEK)
"""Nine to twelve in Oslo: NOW is ten there."""
LONGER = replace(OFFICE_HOURS, weekly=(((540, 1200),),) * WEEK)
WITH_LUNCH = replace(OFFICE_HOURS, weekly=(((540, 720), (780, 1080)),) * WEEK)
EVENING = replace(OFFICE_HOURS, weekly=(((1020, 1320),),) * WEEK)


@pytest.fixture
def support() -> Support:
    """Return a desk in office hours, nine to six."""
    return Support(OFFICE_HOURS)


@pytest.fixture
def ticking(support: Support) -> Ticking:
    """Return its timers."""
    return Ticking(support)


def by_calendar(support: Support, hours: Calendar) -> Command:
    """Return the command that gives all lines other hours."""
    return SaveCalendar(calendar=hours)


def by_line(support: Support, hours: Calendar) -> Command:
    """Return the command that lets the first line open at other hours."""
    other = replace(hours, id="other", name="Other hours")
    support.ledger.add(other)
    return SaveLine(line=replace(support.ledger.get(Line, "first"), calendar_id=other.id))


def by_shift(support: Support, hours: Calendar) -> Command:
    """Return the command that gives Ada a shift of her own."""
    shift = replace(hours, id="shift", name="Ada's shift")
    support.ledger.add(shift)
    return SaveAgent(agent=replace(support.ledger.get(Agent, support.ada.id), shift_id=shift.id))


OtherHours = Callable[[Support, Calendar], Command]
BY_WHATEVER = pytest.mark.parametrize("other_hours", [by_calendar, by_line, by_shift])


def releases(support: Support, ticket_id: str) -> list[tuple[int | None, int]]:
    """Return when the ticket was due to be given back, and when it was."""
    return [
        (event.fact.due, event.recorded_at)
        for event in support.history(ticket_id)
        if isinstance(event.fact, StatusChanged) and event.fact.cause == ReleaseTicket.name
    ]


def draws(support: Support, ticket_id: str) -> list[int | None]:
    """Return when the ticket was due to be drawn, of the times that it was."""
    facts = [event.fact for event in support.history(ticket_id)]
    return [fact.due for fact in facts if isinstance(fact, TicketAssigned) and fact.is_drawn]


class TestSentOffShift:
    """By hours that change."""

    @BY_WHATEVER
    def test_it_is_due_at_the_change_and_not_when_the_new_hours_would_have_had_it(
        self, support: Support, ticking: Ticking, other_hours: OtherHours
    ) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(5 * HOUR)
        changed_at = support.now
        support.do(support.admin, other_hours(support, MORNING))
        ticking.pass_time(MINUTE)
        assert releases(support, ticket_id) == [(changed_at, changed_at)]
        assert support.ticket(ticket_id).owner_id != support.ada.id

    @BY_WHATEVER
    def test_who_is_there_before_and_after_loses_nothing_for_a_break_in_between(
        self, support: Support, ticking: Ticking, other_hours: OtherHours
    ) -> None:
        """C3: what has passed was by the hours that held then."""
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(5 * HOUR)
        support.do(support.admin, other_hours(support, WITH_LUNCH))
        ticking.pass_time(HOUR)
        assert releases(support, ticket_id) == []
        ticking.pass_time(3 * HOUR)
        assert [due for due, _ in releases(support, ticket_id)] == [NOW + 8 * HOUR]

    def test_who_claimed_off_shift_keeps_it_until_his_next_shift_ends(
        self, support: Support, ticking: Ticking
    ) -> None:
        """Also by other hours, and were he on shift by them when he claimed it."""
        support.wait(9 * HOUR)
        ticket_id = support.opened()
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
        ticking.pass_time(3 * HOUR)
        support.do(support.admin, SaveCalendar(calendar=replace(EVENING, weekly=(((1020, 1260),),) * WEEK)))
        ticking.pass_time(DAY)
        assert [due for due, _ in releases(support, ticket_id)][:1] == [NOW + DAY + 11 * HOUR]

    def test_its_time_is_counted_by_the_hours_that_held(self, support: Support, ticking: Ticking) -> None:
        """C3, R13: not started for five hours, charged to whom has lost it now."""
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(5 * HOUR)
        support.do(support.admin, SaveCalendar(calendar=MORNING))
        (violation,) = [one for one in support.ledger.all(Violation) if one.ticket_id == ticket_id]
        assert violation.moments == (NOW + 5 * MINUTE, NOW + 15 * MINUTE, NOW + HOUR)
        assert violation.until == support.now

    def test_without_timers_nothing_is_given_back(self, support: Support, ticking: Ticking) -> None:
        """C9."""
        support.do(support.admin, SaveProcess(process=Process(are_timers_on=False)))
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(5 * HOUR)
        support.do(support.admin, SaveCalendar(calendar=MORNING))
        assert support.ticket(ticket_id).owner_id == support.ada.id


class TestBeforeAnybodyLooked:
    """R1d, C5: what has happened by the hours that held has happened, however late the system looks."""

    @BY_WHATEVER
    def test_a_shift_that_is_put_off_after_its_end_has_ended(
        self, support: Support, ticking: Ticking, other_hours: OtherHours
    ) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(8 * HOUR)
        support.wait(SECOND // 2)
        support.do(support.admin, other_hours(support, LONGER))
        ticking.pass_time(MINUTE)
        assert releases(support, ticket_id) == [(NOW + 8 * HOUR, NOW + 8 * HOUR + SECOND // 2)]

    def test_who_started_in_time_keeps_it(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(8 * HOUR)
        support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
        support.wait(SECOND // 2)
        support.do(support.admin, SaveCalendar(calendar=LONGER))
        assert support.ticket(ticket_id).owner_id == support.ada.id

    def test_who_was_away_for_a_moment_was_away(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(MINUTE)
        went_at = support.now
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=True))
        support.wait(SECOND // 2)
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=False))
        ticking.pass_time(SECOND)
        assert [due for due, _ in releases(support, ticket_id)] == [went_at]

    def test_who_is_back_already_keeps_what_he_was_given_since(
        self, support: Support, ticking: Ticking
    ) -> None:
        """He is back at the moment that he said, noted or not (R1a)."""
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=True, until=support.now + MINUTE))
        ticket_id = support.opened()
        support.wait(MINUTE + SECOND)
        support.do(support.lea, AssignTicket(ticket_id=ticket_id, agent_id=support.ada.id))
        support.wait(SECOND)
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=False))
        ticking.pass_time(MINUTE)
        assert support.ticket(ticket_id).owner_id == support.ada.id


class TestBroughtOnShift:
    """R1c: the draw that waited for the first who comes."""

    @pytest.fixture
    def waiting(self, support: Support, ticking: Ticking) -> str:
        """Return a ticket that waits since three in the afternoon: everybody's shift ends at noon."""
        support.do(support.admin, SaveCalendar(calendar=replace(MORNING, id="shift", name="Mornings")))
        for agent in (support.ada, support.bo, support.lea):
            shifted = replace(support.ledger.get(Agent, agent.id), shift_id="shift")
            support.do(support.admin, SaveAgent(agent=shifted))
        support.wait(5 * HOUR)
        ticket_id = support.opened()
        ticking.pass_time(HOUR)
        return ticket_id

    def test_a_longer_shift_brings_them_now_and_not_this_morning(
        self, support: Support, ticking: Ticking, waiting: str
    ) -> None:
        changed_at = support.now
        support.do(support.admin, SaveCalendar(calendar=replace(OFFICE_HOURS, id="shift", name="Mornings")))
        ticking.pass_time(MINUTE)
        assert draws(support, waiting) == [changed_at]

    def test_so_do_the_lines_hours_for_who_has_no_shift(self, support: Support, ticking: Ticking) -> None:
        send_away(support, support.ada, support.bo, support.lea)
        ticket_id = support.opened()
        ticking.pass_time(9 * HOUR)
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=False))
        ticking.pass_time(MINUTE)
        changed_at = support.now
        support.do(support.admin, by_line(support, LONGER))
        ticking.pass_time(MINUTE)
        assert draws(support, ticket_id) == [changed_at]

    def test_who_is_back_by_hours_that_changed_meanwhile_comes_with_them(
        self, support: Support, ticking: Ticking, waiting: str
    ) -> None:
        """He said until when, and was off shift by then; his return is noted only after the change."""
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=True, until=support.now + MINUTE))
        support.wait(MINUTE + SECOND)
        changed_at = support.now
        support.do(support.admin, SaveCalendar(calendar=replace(OFFICE_HOURS, id="shift", name="Mornings")))
        support.do(SYSTEM, ReturnAgent(agent_id=support.ada.id, due=changed_at - SECOND))
        assert support.ledger.get(Agent, support.ada.id).since == changed_at
        ticking.pass_time(MINUTE)
        assert draws(support, waiting) == [changed_at]

    def test_another_line_for_developers_brings_those_without_a_line(
        self, support: Support, ticking: Ticking
    ) -> None:
        process = support.ledger.get(Process, "default")
        support.do(support.admin, SaveProcess(process=replace(process, development_line="first")))
        support.do(support.admin, SaveAgent(agent=replace(support.ada, line_ids=())))
        send_away(support, support.bo, support.lea)
        ticket_id = support.opened()
        ticking.pass_time(HOUR)
        changed_at = support.now
        support.do(support.admin, SaveProcess(process=process))
        ticking.pass_time(MINUTE)
        assert draws(support, ticket_id) == [changed_at]


def send_away(support: Support, *agents: Agent) -> None:
    """Let people say that they are away."""
    for agent in agents:
        support.do(agent, SetAway(agent_id=agent.id, is_away=True))
