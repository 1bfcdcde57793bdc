"""Norms tried on what has happened: nothing is changed, and old and new are counted alike (R13)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.insight.norms import try_norms
from kanbandesk.insight.past import Story, judged
from kanbandesk.insight.settings import Settings
from kanbandesk.insight.trial import Tried
from kanbandesk.workflow.statuses import HOUR, MINUTE, ClockKind
from tests.factories.workflow import NOW, OFFICE_HOURS, make_lines, make_ticket
from tests.unit.insight.lives import clock, lived, pasts, settings, with_status, without

ASSIGNED = "assigned"
NEVER = 0
UNTIL = NOW + 24 * HOUR
HOLIDAY = replace(OFFICE_HOURS, holidays=("2026-03-18",))  # the Wednesday


def counts(
    story: Story, tried: Tried, old: Settings | None = None, *, since: int = NEVER, until: int = UNTIL
) -> list[tuple[str, int, int, int]]:
    old = old or settings()
    new = old.having(tried)
    trial = try_norms(judged(pasts(story, until=until), old, new, since), new)
    return [(one.status_id, one.degree, one.before, one.after) for one in trial]


def assigned_for(milliseconds: int) -> Story:
    """A ticket that was Assigned for so long, from NOW on, and then started."""
    return lived(make_ticket(clocks=(clock(ASSIGNED),)), (NOW + milliseconds, {"clocks": ()}))


def test_a_run_counts_once_at_its_highest_degree() -> None:
    """R13."""
    assert counts(assigned_for(20 * MINUTE), with_status(ASSIGNED, norm=(HOUR,))) == [(ASSIGNED, 2, 1, 0)]


def test_a_shorter_norm_is_broken_more_often() -> None:
    norm = (MINUTE, 2 * MINUTE, 3 * MINUTE)
    assert counts(assigned_for(4 * MINUTE), with_status(ASSIGNED, norm=norm)) == [(ASSIGNED, 3, 0, 1)]


@pytest.mark.parametrize(("lasted", "after"), [(MINUTE, []), (MINUTE + 1, [(ASSIGNED, 1, 0, 1)])])
def test_what_happened_exactly_at_the_limit_is_in_time(
    lasted: int, after: list[tuple[str, int, int, int]]
) -> None:
    """C4."""
    assert counts(assigned_for(lasted), with_status(ASSIGNED, norm=(MINUTE,))) == after


def test_a_run_that_goes_on_is_reckoned_until_now() -> None:
    story = Story(ticket=make_ticket(clocks=(clock(ASSIGNED),)))
    assert counts(story, with_status(ASSIGNED, norm=())) == [(ASSIGNED, 3, 1, 0)]


def test_a_paused_run_passes_only_while_it_runs() -> None:
    """C6: two stretches of four minutes are eight."""
    story = lived(
        make_ticket(clocks=(clock(ASSIGNED),)),
        (NOW + 4 * MINUTE, {"clocks": (clock(ASSIGNED, since=None),)}),
        (NOW + HOUR, {"clocks": (clock(ASSIGNED, since=NOW + HOUR),)}),
        (NOW + HOUR + 4 * MINUTE, {"clocks": ()}),
    )
    assert counts(story, with_status(ASSIGNED, norm=(8 * MINUTE,))) == [(ASSIGNED, 1, 1, 0)]
    assert counts(story, with_status(ASSIGNED, norm=(8 * MINUTE - 1,))) == [(ASSIGNED, 1, 1, 1)]


def test_two_runs_are_two_violations() -> None:
    later = NOW + HOUR
    story = lived(
        make_ticket(clocks=(clock(ASSIGNED),)),
        (NOW + 6 * MINUTE, {"clocks": ()}),
        (later, {"clocks": (clock(ASSIGNED, since=later, started_at=later),)}),
        (later + 6 * MINUTE, {"clocks": ()}),
    )
    assert counts(story, with_status(ASSIGNED, norm=(HOUR,))) == [(ASSIGNED, 1, 2, 0)]


def test_a_norm_that_is_to_pass_in_opening_hours_follows_the_lines_calendar() -> None:
    """C2: nine in the evening is no time to be late at."""
    evening = NOW + 12 * HOUR
    ran = clock(ASSIGNED, since=evening, started_at=evening, kind=ClockKind.WALL)
    story = lived(make_ticket(clocks=(ran,)), (evening + HOUR, {"clocks": ()}))
    always = with_status(ASSIGNED, norm=(MINUTE,), clock=ClockKind.WALL).workflow
    office = {"lines": tuple(make_lines(OFFICE_HOURS.id)), "calendars": (OFFICE_HOURS,)}
    tried = with_status(ASSIGNED, norm=(MINUTE,))
    assert counts(story, tried, settings(workflow=always, **office)) == [(ASSIGNED, 1, 1, 0)]


def test_a_run_that_was_over_before_does_not_count() -> None:
    tried = with_status(ASSIGNED, norm=(MINUTE,))
    assert counts(assigned_for(HOUR), tried, since=NOW + HOUR) == []


def test_a_longer_norm_is_never_broken_more_often() -> None:
    """What broke before the time that is looked at counts in both."""
    tried = with_status(ASSIGNED, norm=(7 * MINUTE,))
    since = NOW + 6 * MINUTE  # the norm of five minutes was broken a minute before
    assert counts(assigned_for(8 * MINUTE), tried, since=since) == [(ASSIGNED, 1, 1, 1)]


def test_a_status_that_the_new_settings_do_not_have_has_no_norm() -> None:
    assert counts(assigned_for(HOUR), Tried(workflow=without(ASSIGNED))) == [(ASSIGNED, 2, 1, 0)]


def test_other_hours_of_a_calendar_are_those_of_the_norms_that_run_on_it() -> None:
    """C2: from Tuesday 17:59 in Oslo, a minute before closing, to Thursday 9:05, with Wednesday a holiday or not."""
    begins = NOW + 8 * HOUR - MINUTE
    ran = clock(ASSIGNED, since=begins, started_at=begins, calendar_id=OFFICE_HOURS.id)
    thursday = NOW + 47 * HOUR + 5 * MINUTE
    story = lived(make_ticket(clocks=(ran,)), (thursday, {"clocks": ()}))
    old = settings(lines=tuple(make_lines(OFFICE_HOURS.id)), calendars=(OFFICE_HOURS,))
    assert counts(story, Tried(calendars=(HOLIDAY,)), old, until=NOW + 72 * HOUR) == [
        (ASSIGNED, 1, 0, 1),  # 1 + 5 minutes
        (ASSIGNED, 3, 1, 0),  # and the nine hours of Wednesday
    ]


def test_a_line_with_other_hours_lets_its_tickets_norms_pass_on_them() -> None:
    """C2: an hour from Tuesday 20:00 in Oslo, on a line that was always open and would open from 9 to 18."""
    evening = NOW + 10 * HOUR
    ran = clock(ASSIGNED, since=evening, started_at=evening)
    story = lived(make_ticket(clocks=(ran,)), (evening + HOUR, {"clocks": ()}))
    first, second, *_ = make_lines()
    old = settings(calendars=(OFFICE_HOURS,))
    closed = Tried(lines=(replace(first, calendar_id=OFFICE_HOURS.id),))
    others = Tried(lines=(replace(second, calendar_id=OFFICE_HOURS.id),))
    assert counts(story, closed, old) == [(ASSIGNED, 2, 1, 0)]
    assert counts(story, others, old) == [(ASSIGNED, 2, 1, 1)]


def test_what_is_postponed_breaks_its_norm_only_once_it_was_woken() -> None:
    """C5: at the moment for which it was put off, as soon as that was done."""
    ran = clock("postponed", since=NOW + HOUR, started_at=NOW)
    asleep = make_ticket(status_id="postponed", clocks=(ran,), wake_at=NOW + HOUR)
    none = with_status("postponed", norm=())
    assert counts(Story(ticket=asleep), none) == []
    touched = lived(
        asleep,
        (NOW + HOUR + MINUTE, {"woken_at": NOW + HOUR + MINUTE}),
        (NOW + 2 * HOUR, {"woken_at": None, "clocks": ()}),
    )
    assert counts(touched, none) == [("postponed", 1, 1, 0)]


def test_the_term_of_development_is_counted_on_the_days_that_are_tried() -> None:
    """R9, C2: three days from Tuesday 10:00 in Oslo; 80 % of them are 57.6 h.

    Without Wednesday two days remain, of which 80 %, 38.4 h, have passed on Friday at 0:24, 62.4 h after the hand-over.
    """
    ran = clock("in_development", calendar_id=OFFICE_HOURS.id)
    story = Story(
        ticket=make_ticket(status_id="in_development", clocks=(ran,), handed_at=NOW, due_at=NOW + 72 * HOUR)
    )
    old = settings(lines=tuple(make_lines(OFFICE_HOURS.id)), calendars=(OFFICE_HOURS,))
    tried = Tried(calendars=(HOLIDAY,))
    broken, kept = ("in_development", 1, 1, 1), ("in_development", 1, 1, 0)
    assert counts(story, tried, old, until=NOW + 576 * HOUR // 10) == []
    assert counts(story, tried, old, until=NOW + 624 * HOUR // 10) == [kept]
    assert counts(story, tried, old, until=NOW + 624 * HOUR // 10 + 1) == [broken]
