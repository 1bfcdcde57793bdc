"""Which line a ticket goes to (R5): the requester's choice, the first rule that fits, the first line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.workflow.process import Process, RoutingRule, default_process
from kanbandesk.workflow.routing import Asked, fits, route
from tests.factories.workflow import make_lines

LINES = make_lines()
PAYING = RoutingRule(id="pay", name="Paying", line_id="commercial", words=("invoice", "to pay", "счёт"))


def routed(process: Process, **asked: Any) -> str:
    return route(Asked(**asked), process, LINES)


@pytest.mark.parametrize(
    ("choice", "line_id"),
    [("technical", "second"), ("plain", "first"), ("not_technical", "commercial"), ("", "first")],
)
def test_the_requester_chooses(choice: str, line_id: str) -> None:
    assert routed(default_process(), request_type=choice) == line_id


def test_the_requesters_choice_beats_the_rules() -> None:
    process = replace(default_process(), routing=(PAYING,))
    assert routed(process, request_type="plain", text="An invoice") == "first"
    assert routed(process, text="An invoice") == "commercial"


def test_the_first_rule_that_fits_wins() -> None:
    other = RoutingRule(id="other", name="Other", line_id="third", words=("invoice",))
    assert routed(Process(routing=(PAYING, other)), text="invoice") == "commercial"
    assert routed(Process(routing=(other, PAYING)), text="invoice") == "third"


@pytest.mark.parametrize(
    ("text", "does_fit"),
    [
        ("The INVOICE, please", True),
        ("We want to  pay\nnow", True),
        ("Где мой СЧЁТ?", True),
        ("Invoices", False),
        ("to repay", False),
        ("", False),
    ],
)
def test_words_are_looked_for_whole_and_whatever_their_case(text: str, does_fit: bool) -> None:
    assert fits(PAYING, Asked(text=text)) is does_fit


@pytest.mark.parametrize("part", ["category", "client_id", "region"])
def test_all_that_a_rule_says_has_to_be_so(part: str) -> None:
    asked: dict[str, Any] = {part: "North"}
    rule = replace(PAYING, **asked)
    assert fits(rule, Asked(text="invoice", **{part: "north"}))
    assert not fits(rule, Asked(text="invoice", **{part: "South"}))
    assert not fits(rule, Asked(text="scanner", **{part: "North"}))


def test_a_rule_that_is_off_or_says_nothing_fits_nothing() -> None:
    assert not fits(replace(PAYING, is_on=False), Asked(text="invoice"))
    assert not fits(RoutingRule(id="r", name="R", line_id="third"), Asked(text="invoice"))


def test_a_line_that_is_not_there_any_more_takes_nothing() -> None:
    gone = replace(PAYING, line_id="gone")
    assert routed(Process(routing=(gone,)), text="invoice") == "first"
