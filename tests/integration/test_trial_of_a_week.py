"""Trials reckon the past anew from the tickets' stories: with the settings as they are, it is what the rules kept."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.insight.settings import Settings
from kanbandesk.insight.stories import read_stories, report_of
from kanbandesk.insight.trial import TrialReport, Tried, Turn
from kanbandesk.models.rows import SETTINGS, mapping, setting
from kanbandesk.simulate.week.play import Week
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import Violation, ViolationKind
from kanbandesk.workflow.statuses import Workflow


def rows(connection: sqlite3.Connection, kind: type[Any]) -> list[Any]:
    """Return all entities of a kind, of the settings or with a table of its own."""
    if kind in SETTINGS:
        texts = connection.execute("SELECT data FROM setting WHERE kind = ?", (SETTINGS[kind],))
        return [setting(kind, text) for (text,) in texts]
    mapped = mapping(kind)
    return mapped.entities(connection.execute(f"SELECT {mapped.selection()} FROM {mapped.table}"))


def facts(connection: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    """Return the facts of a name."""
    told = (json.loads(fact) for (fact,) in connection.execute("SELECT fact FROM event"))
    return [fact for fact in told if fact["fact"] == name]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The database of a played day with fifty tickets."""
    folder = tmp_path_factory.mktemp("week")
    assert not Week(5, folder, tickets=50, days=1).play().faults
    with closing(sqlite3.connect(folder / "week.db", isolation_level=None)) as connection:
        yield connection


@pytest.fixture(scope="module")
def report(played: sqlite3.Connection) -> TrialReport:
    """What comes of trying the settings as they are, but for when solved tickets close."""
    settings = Settings(
        workflow=rows(played, Workflow)[0],
        process=rows(played, Process)[0],
        lines=tuple(rows(played, Line)),
        calendars=tuple(rows(played, Calendar)),
        agents=tuple(rows(played, Agent)),
    )
    (until,) = played.execute("SELECT max(recorded_at) FROM event").fetchone()
    stories, _ = read_stories(played, 0, {})
    later = replace(settings.workflow, auto_close_after=settings.workflow.auto_close_after + 1)
    return report_of(stories, settings, settings.having(Tried(workflow=later)), since=0, until=until)


def test_the_norms_that_were_broken_are_those_of_the_ledger(
    played: sqlite3.Connection, report: TrialReport
) -> None:
    """R13: by status and highest degree."""
    kept = Counter(
        (one.status_id, one.degree) for one in rows(played, Violation) if one.kind is ViolationKind.NORM
    )
    assert {(one.status_id, one.degree): one.before for one in report.norms} == kept
    assert kept.total() > 50


def test_the_promises_that_were_broken_are_those_of_the_ledger(
    played: sqlite3.Connection, report: TrialReport
) -> None:
    """R7a, R12: by class."""
    kept = Counter(one.sla_class for one in rows(played, Violation) if one.kind is ViolationKind.PROMISE)
    assert {one.sla_class: one.before for one in report.promises.counts} == kept
    assert kept.total() > 5


def test_the_draws_and_late_starts_are_those_that_were_told(
    played: sqlite3.Connection, report: TrialReport
) -> None:
    """R1b, R2."""
    given = [*facts(played, "ticket_assigned"), *facts(played, "transfer_accepted")]
    drawn = sum(fact.get("is_drawn", False) for fact in given)
    late = sum(one.before for one in report.turns.counts if one.turn is Turn.LATE)
    assert (report.turns.draws, late) == (drawn, len(facts(played, "ticket_escalated")))
    assert drawn > 10
    assert late > 5


def test_nothing_is_different_with_the_same_settings(report: TrialReport) -> None:
    assert all(one.before == one.after for one in report.norms)
    assert all(one.before == one.after for one in report.promises.counts)
    assert all(one.before == one.after for one in report.turns.counts)
    assert (report.routing.rerouted, report.promises.changed, report.turns.undecided) == ((), (), 0)
