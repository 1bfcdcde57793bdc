"""Settings tried on what has happened: nothing is changed, and old and new are counted alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.insight.trial import NormCount, Rerouted, Story, try_norms, try_routing
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.codec import canonical_json, encode
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.process import Process, RoutingRule
from kanbandesk.workflow.statuses import HOUR, MINUTE, ClockKind, Workflow, default_workflow
from kanbandesk.workflow.tickets import NormClock, Ticket
from tests.factories.workflow import NOW, OFFICE_HOURS, make_event, make_lines, make_ticket

NEVER = 0
WORKFLOW = default_workflow()
ASSIGNED = "assigned"


def with_norm(*norm: int, clock: ClockKind | None = None) -> Workflow:
    """Return the workflow with another norm of Assigned."""
    statuses = (
        replace(status, norm=norm, clock=clock or status.clock) if status.id == ASSIGNED else status
        for status in WORKFLOW.statuses
    )
    return replace(WORKFLOW, statuses=tuple(statuses))


def clock(since: int | None, started_at: int = NOW) -> NormClock:
    return NormClock(
        status_id=ASSIGNED, kind=ClockKind.LINE, calendar_id="", since=since, started_at=started_at
    )


def changed(ticket_id: str, at: int, before: NormClock | None) -> Event:
    """An event with which a ticket's clocks were `before` until `at`."""
    old = canonical_json(encode((before,) if before else ()))
    event: Event = make_event(ticket_id=ticket_id, at=at, changes=(("clocks", old, "[]"),))
    return event


def assigned_for(milliseconds: int) -> Story:
    """A ticket that was Assigned for so long, from NOW on, and then started."""
    ticket: Ticket = make_ticket()
    return Story(ticket=ticket, events=(changed(ticket.id, NOW + milliseconds, clock(NOW)),))


def counts(story: Story, new: Workflow, old: Workflow = WORKFLOW) -> list[tuple[str, int, int, int]]:
    timetable = Timetable.of(make_lines(), ())
    trial = try_norms([story], old, new, timetable, since=NEVER, until=NOW + 24 * HOUR)
    assert trial.tickets == 1
    return [(one.status_id, one.degree, one.before, one.after) for one in trial.counts]


def test_a_run_counts_once_at_its_highest_degree() -> None:
    """R13."""
    assert counts(assigned_for(20 * MINUTE), with_norm(HOUR)) == [(ASSIGNED, 2, 1, 0)]


def test_a_shorter_norm_is_broken_more_often() -> None:
    assert counts(assigned_for(4 * MINUTE), with_norm(MINUTE, 2 * MINUTE, 3 * MINUTE)) == [
        (ASSIGNED, 3, 0, 1)
    ]


@pytest.mark.parametrize(("lasted", "after"), [(MINUTE, []), (MINUTE + 1, [(ASSIGNED, 1, 0, 1)])])
def test_what_happened_exactly_at_the_limit_is_in_time(
    lasted: int, after: list[tuple[str, int, int, int]]
) -> None:
    """C4."""
    assert counts(assigned_for(lasted), with_norm(MINUTE)) == after


def test_a_run_that_goes_on_is_reckoned_until_now() -> None:
    story = Story(ticket=make_ticket(clocks=(clock(NOW),)))
    assert counts(story, with_norm()) == [(ASSIGNED, 3, 1, 0)]


def test_a_paused_run_passes_only_while_it_runs() -> None:
    """C6: two stretches of four minutes are eight."""
    ticket = make_ticket()
    events = (
        changed(ticket.id, NOW + 4 * MINUTE, clock(NOW)),
        changed(ticket.id, NOW + HOUR, clock(None)),
        changed(ticket.id, NOW + HOUR + 4 * MINUTE, clock(NOW + HOUR)),
    )
    story = Story(ticket=ticket, events=events)
    assert counts(story, with_norm(8 * MINUTE)) == [(ASSIGNED, 1, 1, 0)]
    assert counts(story, with_norm(8 * MINUTE - 1)) == [(ASSIGNED, 1, 1, 1)]


def test_two_runs_are_two_violations() -> None:
    ticket = make_ticket()
    later = NOW + HOUR
    events = (
        changed(ticket.id, NOW + 6 * MINUTE, clock(NOW)),
        changed(ticket.id, later + 6 * MINUTE, clock(later, started_at=later)),
    )
    assert counts(Story(ticket=ticket, events=events), with_norm(HOUR)) == [(ASSIGNED, 1, 2, 0)]


def test_a_norm_that_is_to_pass_in_opening_hours_follows_the_lines_calendar() -> None:
    """C2: nine in the evening is no time to be late at."""
    evening = NOW + 12 * HOUR
    ticket = make_ticket()
    event = changed(ticket.id, evening + HOUR, replace(clock(evening), kind=ClockKind.WALL))
    old = with_norm(MINUTE, clock=ClockKind.WALL)
    timetable = Timetable.of(make_lines(OFFICE_HOURS.id), [OFFICE_HOURS])
    story = Story(ticket=ticket, events=(event,))
    trial = try_norms([story], old, with_norm(MINUTE), timetable, since=NEVER, until=NOW + 24 * HOUR)
    assert trial.counts == (NormCount(status_id=ASSIGNED, degree=1, before=1, after=0),)


def test_what_was_broken_earlier_does_not_count() -> None:
    timetable = Timetable.of(make_lines(), ())
    trial = try_norms(
        [assigned_for(HOUR)], WORKFLOW, WORKFLOW, timetable, since=NOW + 6 * MINUTE, until=NOW + 24 * HOUR
    )
    assert trial.counts == ()


def test_a_status_that_the_new_settings_do_not_have_has_no_norm() -> None:
    without = replace(
        WORKFLOW, statuses=tuple(status for status in WORKFLOW.statuses if status.id != ASSIGNED)
    )
    assert counts(assigned_for(HOUR), without) == [(ASSIGNED, 2, 1, 0)]


def test_only_tickets_that_would_go_elsewhere_are_told_oldest_first() -> None:
    """R5."""
    stays = make_ticket(title="Blank labels")
    later, sooner = (make_ticket(title="Invoice", created_at=NOW + at) for at in (2, 1))
    rule = RoutingRule(id="pay", name="Paying", line_id="commercial", words=("pay",), region="north")
    stories = [Story(ticket=ticket, words="To pay", region="North") for ticket in (later, sooner)]
    elsewhere = Story(ticket=stays, words="To pay", region="South")
    trial = try_routing([elsewhere, *stories], Process(), Process(routing=(rule,)), make_lines())
    assert trial.tickets == 3
    assert trial.rerouted == tuple(
        Rerouted(ticket_id=one.id, number=one.number, title="Invoice", before="first", after="commercial")
        for one in (sooner, later)
    )
