"""Settings that change in the very millisecond of a limit: it is kept, and once (C3, C4, C5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.commands import (
    ClaimTicket,
    CloseTicket,
    DeleteSetting,
    DrawTicket,
    NoteBreach,
    ReleaseTicket,
    ResumeTicket,
    SaveCalendar,
    SaveLine,
    SaveWorkflow,
)
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.records import Violation, ViolationKind
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, StatusKind
from kanbandesk.workflow.timers import next_look
from tests.factories.support import Support, ask, propose
from tests.factories.ticking import Ticking
from tests.factories.workflow import NOW, OFFICE_HOURS

K = StatusKind
ROUND_THE_CLOCK = replace(OFFICE_HOURS, weekly=(((0, 1440),),) * 7)
EARLY = replace(OFFICE_HOURS, weekly=(((420, 600),),) * 7)
"""Seven to ten in Oslo."""
NEW_HOURS = pytest.mark.parametrize("hours", [ROUND_THE_CLOCK, EARLY])
"""They are open at the limit, or have been closed for hours: then nothing is left and comes with the next opening."""


def desk_at(kind: StatusKind, after: int) -> tuple[Support, Ticking, str]:
    """Return a desk in office hours whose ticket has been in a status for so long; all that was due is done."""
    support = Support(OFFICE_HOURS)
    ticket_id = support.in_status(kind)
    ticking = Ticking(support)
    ticking.pass_time(after)
    return support, ticking, ticket_id


def house_of(support: Support) -> House:
    """Return the settings and people as they stand now."""
    return House.of(support.ledger.transaction(), support.now)


def due_by(hours: Calendar, limit: int) -> int:
    """Return when what is due at the limit is due by the new hours: at ten in Oslo it is 9:00 UTC."""
    return limit if hours is ROUND_THE_CLOCK else limit - limit % DAY + DAY + 6 * HOUR


def violations(support: Support, kind: ViolationKind) -> list[tuple[int, ...]]:
    """Return the moments of the violations of a kind."""
    return [one.moments for one in support.ledger.all(Violation) if one.kind is kind]


@NEW_HOURS
def test_a_promise_is_broken_once(hours: Calendar) -> None:
    """R12: twelve opening hours, eight of them on the first day."""
    limit = NOW + DAY + 3 * HOUR
    support, ticking, _ = desk_at(K.IN_PROGRESS, limit - NOW)
    support.do(support.admin, SaveCalendar(calendar=hours))
    assert violations(support, ViolationKind.PROMISE) == []
    ticking.pass_time(9 * DAY)
    broken = [command.due for command in ticking.done if isinstance(command, NoteBreach)]
    assert broken == [due_by(hours, limit)]
    assert violations(support, ViolationKind.PROMISE) == [(due_by(hours, limit),)]


@NEW_HOURS
def test_who_is_in_time_after_the_change_breaks_no_promise(hours: Calendar) -> None:
    """C4: the solution comes in the same millisecond as well, before any timer."""
    support, ticking, ticket_id = desk_at(K.IN_PROGRESS, DAY + 3 * HOUR)
    support.do(support.admin, SaveCalendar(calendar=hours))
    support.do(support.ada, propose(ticket_id))
    ticking.pass_time(9 * DAY)
    assert violations(support, ViolationKind.PROMISE) == []


@NEW_HOURS
def test_a_norm_is_violated_once(hours: Calendar) -> None:
    """R13: the first degree of In progress after two hours."""
    support, ticking, _ = desk_at(K.IN_PROGRESS, 2 * HOUR)
    support.do(support.admin, SaveCalendar(calendar=hours))
    ticking.pass_time(9 * DAY)
    (moments,) = violations(support, ViolationKind.NORM)
    assert moments[0] == due_by(hours, NOW + 2 * HOUR)
    assert len(moments) == len(set(moments))


@NEW_HOURS
def test_a_draw_happens_once(hours: Calendar) -> None:
    """R1b: it waits for who comes on shift where nobody is (R1c)."""
    support, ticking, ticket_id = desk_at(K.NEW, 40_000)
    support.do(support.admin, SaveCalendar(calendar=hours))
    ticking.pass_time(9 * DAY)
    drawn = [one.due for one in ticking.done if isinstance(one, DrawTicket) and one.ticket_id == ticket_id]
    assert drawn[0] == due_by(hours, NOW + 40_000)
    assert len(drawn) == len(set(drawn))


@NEW_HOURS
def test_a_claim_after_the_change_is_in_time(hours: Calendar) -> None:
    support, ticking, ticket_id = desk_at(K.NEW, 40_000)
    support.do(support.admin, SaveCalendar(calendar=hours))
    support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
    ticking.pass_time(MINUTE)
    assert support.ledger.all(Violation) == []
    assert ticking.done == []


@pytest.mark.parametrize("hours", [ROUND_THE_CLOCK, EARLY])
def test_a_promise_that_goes_on_in_that_millisecond_is_looked_at_by_the_new_hours(hours: Calendar) -> None:
    """Nothing had passed by the old hours, so it stands as it was; the moment at which it is due is another."""
    support = Support(OFFICE_HOURS)
    ticket_id = support.in_status(K.IN_PROGRESS)
    first = Line(id="zero", name="Reception", calendar_id="zero", position=-1)
    support.do(support.admin, SaveCalendar(calendar=replace(OFFICE_HOURS, id="zero")))
    support.do(support.admin, SaveLine(line=first))
    support.wait(DAY + 2 * HOUR)  # eleven of its twelve hours
    support.do(support.ada, ask(ticket_id))
    support.wait(HOUR)
    support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
    Ticking(support).tick()
    support.do(support.admin, SaveCalendar(calendar=replace(hours, id="zero")))
    assert support.ticket(ticket_id).timer_at == next_look(support.ticket(ticket_id), house_of(support))


def test_a_shift_that_is_made_longer_at_its_very_end_ends_once() -> None:
    """R1d, C4: who has not started by the new end gives the ticket back then."""
    support, ticking, ticket_id = desk_at(K.ASSIGNED, 8 * HOUR)  # at six in Oslo
    support.do(support.admin, SaveCalendar(calendar=replace(OFFICE_HOURS, weekly=(((540, 1200),),) * 7)))
    ticking.pass_time(HOUR)
    assert support.ticket(ticket_id).owner_id
    ticking.pass_time(DAY)
    released = [one.due for one in ticking.done if isinstance(one, ReleaseTicket)]
    assert released[0] == NOW + 10 * HOUR
    assert len(released) == len(set(released))


def test_promises_follow_the_next_line_when_the_first_one_goes() -> None:
    """R7a: they count by the first line's hours, whichever line that is; what had passed stays counted (C3)."""
    support = Support(OFFICE_HOURS)
    ticket_id = support.in_status(K.IN_PROGRESS)
    support.do(support.admin, SaveLine(line=Line(id="zero", name="Reception", position=-1)))
    support.wait(3 * HOUR)
    support.do(support.admin, DeleteSetting(kind="line", setting_id="zero"))
    promise = support.ticket(ticket_id).sla
    assert promise is not None
    assert (promise.used_ms, promise.running_since) == (3 * HOUR, support.now)
    assert support.ticket(ticket_id).timer_at == next_look(support.ticket(ticket_id), house_of(support))


def test_a_norm_that_changes_leaves_the_run_its_limit(support: Support) -> None:
    """C3."""
    ticket_id = support.opened()
    ticking = Ticking(support)
    ticking.pass_time(40_000)
    statuses = tuple(
        replace(one, norm=(HOUR, DAY)) if one.kind is K.NEW else one for one in support.workflow.statuses
    )
    support.do(support.admin, SaveWorkflow(workflow=replace(support.workflow, statuses=statuses)))
    ticking.pass_time(MINUTE)
    assert [one.due for one in ticking.done if isinstance(one, DrawTicket)] == [NOW + 40_000]
    assert support.ticket(ticket_id).owner_id


@pytest.mark.parametrize("days", [1, 3])
def test_another_time_of_the_auto_close_closes_once(support: Support, days: int) -> None:
    """R11a: by the days that hold now."""
    ticket_id = support.in_status(K.SOLVED)
    ticking = Ticking(support)
    ticking.pass_time(2 * DAY)
    workflow = replace(support.workflow, auto_close_after=days * DAY)
    support.do(support.admin, SaveWorkflow(workflow=workflow))
    ticking.pass_time(9 * DAY)
    assert [one.due for one in ticking.done if isinstance(one, CloseTicket)] == [NOW + days * DAY]
    assert support.ticket(ticket_id).status_id == "closed"
