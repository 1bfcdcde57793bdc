"""Settings in words: every field has a label, every reason that the rulebook gives has a sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from kanbandesk.ui.words import refusal_text
from kanbandesk.ui.words.settings import (
    any_label,
    day_text,
    length_text,
    problem_text,
    setting_label,
    weekday_text,
)
from kanbandesk.workflow import codes
from kanbandesk.workflow.boards import Board, Column
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Playbook, Process, Question, Reason, RequestType, RoutingRule
from kanbandesk.workflow.statuses import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    ClockKind,
    FieldDefinition,
    SlaClass,
    Status,
    UrgencyCase,
    Workflow,
)

RULEBOOK = Path(__file__).resolve().parents[3] / "kanbandesk" / "workflow"
_THE_SYSTEMS = {"id", "last_drawn_id", "source_key", "since"}
PEOPLE = (Agent, Line, Calendar, Client, Contact)
WORK = (Process, Workflow, Status, SlaClass, UrgencyCase, FieldDefinition, Board, Column)
LISTED = (RequestType, RoutingRule, Playbook, Question, Reason)


@pytest.mark.parametrize("entity", [*PEOPLE, *WORK, *LISTED], ids=lambda entity: str(entity.__name__))
def test_every_field_of_a_setting_has_a_label(entity: type) -> None:
    names = {field.name for field in fields(entity)} - _THE_SYSTEMS
    assert [name for name in sorted(names) if setting_label(name) == name] == []


def problems() -> Iterator[str]:
    """Yield the problems with which the rulebook refuses settings."""
    for path in [*(RULEBOOK / "handlers").glob("*.py"), RULEBOOK / "hours.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            named = [part.value for part in node.keywords if part.arg == "problem"]
            if called == "bad" and path.name == "hours.py":
                named += node.args[:1]
            elif called == "bad":
                named += node.args[2:3]
            for value in named:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value


def test_every_problem_of_a_setting_has_words() -> None:
    found = set(problems()) - {""}
    assert len(found) > 20
    assert [one for one in sorted(found) if not problem_text({"problem": one})] == []


def test_what_has_no_words_is_told_as_the_rulebook_says_it() -> None:
    params = {"field": "moves", "problem": "", "detail": "moves lead to other statuses"}
    assert "moves lead to other statuses" in refusal_text(codes.BAD_SETTING, params)


def test_a_ticket_s_field_goes_before_a_setting_s_of_the_same_name() -> None:
    assert any_label("line_id") == "Line"
    assert setting_label("line_id") == "Goes to"
    assert any_label("no such field") == "no such field"


@pytest.mark.parametrize(
    ("length", "clock", "words"),
    [
        (40 * SECOND, "", "40 s"),
        (90 * MINUTE, "", "1 h 30 min"),
        (72 * HOUR, ClockKind.LINE, "72 h"),
        (72 * HOUR, ClockKind.WALL, "3 d"),
        (14 * DAY, ClockKind.WALL, "14 d"),
        (23 * HOUR, ClockKind.LINE, "23 h"),
    ],
)
def test_days_are_told_where_a_day_has_24_hours(length: int, clock: str, words: str) -> None:
    assert length_text(length, clock) == words


def test_days_are_named() -> None:
    assert weekday_text(0) == "Monday"
    assert day_text("some day") == "some day"
