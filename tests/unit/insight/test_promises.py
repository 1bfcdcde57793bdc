"""Promises tried on what has happened (R7a, R7b, R12). NOW is a Tuesday, 9:00 UTC; the office opens 8-17 UTC."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.insight.past import Story
from kanbandesk.insight.promises import try_promises
from kanbandesk.insight.settings import Settings
from kanbandesk.insight.trial import PromiseChange, PromiseTrial, Tried
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import HOUR, MINUTE, ClockKind
from tests.factories.workflow import NOW, OFFICE_HOURS, make_lines, make_ticket
from tests.unit.insight.lives import lived, pasts, settings, with_class

NEVER = 0
DUE = NOW + 27 * HOUR  # 12 opening hours: 8 on Tuesday, 4 on Wednesday
PROMISE = SlaClock.start(12 * HOUR, ClockKind.LINE, NOW)
OFFICE = settings(lines=tuple(make_lines(OFFICE_HOURS.id)), calendars=(OFFICE_HOURS,))


def trial(
    story: Story, tried: Tried, *, until: int, old: Settings = OFFICE, since: int = NEVER
) -> PromiseTrial:
    return try_promises(pasts(story, until=until), old, old.having(tried), since)


def counts(result: PromiseTrial) -> list[tuple[str, int, int]]:
    return [(one.sla_class, one.before, one.after) for one in result.counts]


def test_a_longer_promise_is_kept_and_the_ticket_is_named() -> None:
    """R7a: a ticket without a class counts as a Settings question; C4: at the limit itself it is kept."""
    ticket = make_ticket(sla=PROMISE)
    tried = with_class("settings", target=13 * HOUR)
    assert trial(Story(ticket=ticket), tried, until=DUE) == PromiseTrial()
    assert trial(Story(ticket=ticket), tried, until=DUE + HOUR).changed == (
        PromiseChange(ticket_id=ticket.id, number=ticket.number, title=ticket.title, before=DUE, after=None),
    )
    assert counts(trial(Story(ticket=ticket), tried, until=DUE + HOUR)) == [("settings", 1, 0)]
    assert counts(trial(Story(ticket=ticket), tried, until=DUE + HOUR + 1)) == [("settings", 1, 1)]


def test_a_holiday_puts_the_promise_off() -> None:
    """C2: with Wednesday a holiday it is due on Thursday at the same time."""
    tried = Tried(calendars=(replace(OFFICE_HOURS, holidays=("2026-03-18",)),))
    story = Story(ticket=make_ticket(sla=PROMISE))
    assert counts(trial(story, tried, until=DUE + 24 * HOUR)) == [("settings", 1, 0)]
    assert counts(trial(story, tried, until=DUE + 24 * HOUR + 1)) == [("settings", 1, 1)]


def test_promises_follow_the_first_lines_hours_alone() -> None:
    """R7a: whoever has the ticket."""
    first, second, *_ = make_lines(OFFICE_HOURS.id)
    story = Story(ticket=make_ticket(sla=PROMISE, line_id="second"))
    always = Tried(lines=(replace(first, calendar_id=""),))
    others = Tried(lines=(replace(second, calendar_id=""),))
    assert counts(trial(story, always, until=NOW + 12 * HOUR + 1)) == [("settings", 0, 1)]
    assert counts(trial(story, others, until=NOW + 12 * HOUR + 1)) == []


def test_a_promise_that_is_to_pass_always_is_broken_sooner() -> None:
    tried = with_class("settings", clock=ClockKind.WALL)
    (change,) = trial(Story(ticket=make_ticket(sla=PROMISE)), tried, until=NOW + 20 * HOUR).changed
    assert (change.before, change.after) == (None, NOW + 12 * HOUR)


def test_while_it_stands_still_nothing_passes() -> None:
    """R7b: an hour of a Problem, half before and half after a stop of 90 minutes."""
    running = SlaClock.start(HOUR, ClockKind.WALL, NOW)
    stopped = running.stop(OFFICE_HOURS, NOW + 30 * MINUTE)
    goes_on = stopped.resume(NOW + 2 * HOUR)
    story = lived(
        make_ticket(sla=running, sla_class="problem"),
        (NOW + 30 * MINUTE, {"sla": stopped}),
        (NOW + 2 * HOUR, {"sla": goes_on}),
    )
    tried = with_class("problem", target=40 * MINUTE)
    (change,) = trial(story, tried, until=NOW + 150 * MINUTE).changed
    assert (change.before, change.after) == (None, NOW + 130 * MINUTE)
    sooner = with_class("problem", target=20 * MINUTE)
    (change,) = trial(story, sooner, until=NOW + 150 * MINUTE).changed
    assert (change.before, change.after) == (None, NOW + 20 * MINUTE)


def test_each_class_counts_while_the_ticket_had_it() -> None:
    """R7a: for two hours it was a Problem; another class counts anew from the creation, and a breach stays."""
    as_problem = SlaClock.start(HOUR, ClockKind.WALL, NOW)
    story = lived(
        make_ticket(sla=as_problem, sla_class="problem"),
        (NOW + 2 * HOUR, {"sla": PROMISE, "sla_class": "settings"}),
    )
    until = NOW + 4 * HOUR
    longer, shorter = with_class("problem", target=2 * HOUR), with_class("settings", target=3 * HOUR)
    assert counts(trial(story, longer, until=until)) == [("problem", 1, 0)]
    assert counts(trial(story, shorter, until=until)) == [("problem", 1, 1)]
    both = with_class("settings", of=longer, target=3 * HOUR)
    assert counts(trial(story, both, until=until)) == [("problem", 1, 0), ("settings", 0, 1)]


def test_reopening_begins_another_promise() -> None:
    """R7b, R12: once per run."""
    closed, again = NOW + 2 * HOUR, NOW + 3 * HOUR
    first = SlaClock.start(12 * HOUR, ClockKind.LINE, NOW)
    story = lived(
        make_ticket(sla=first),
        (closed, {"sla": first.stop(OFFICE_HOURS, closed), "closed_at": closed}),
        (again, {"sla": SlaClock.start(12 * HOUR, ClockKind.LINE, again), "closed_at": None}),
    )
    tried = with_class("settings", target=HOUR)
    assert counts(trial(story, tried, until=NOW + 5 * HOUR)) == [("settings", 0, 2)]
    assert counts(trial(story, tried, until=NOW + 5 * HOUR, since=closed)) == [("settings", 0, 1)]


def test_a_longer_promise_is_never_broken_more_often() -> None:
    """What broke before the time that is looked at counts in both."""
    tried = with_class("settings", target=13 * HOUR)
    result = trial(Story(ticket=make_ticket(sla=PROMISE)), tried, until=DUE + 2 * HOUR, since=DUE + MINUTE)
    assert (counts(result), result.changed) == ([("settings", 1, 1)], ())
