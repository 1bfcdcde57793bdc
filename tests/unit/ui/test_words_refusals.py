"""Every refusal of the rules in words (ui.md, principle 10)."""

import re
from typing import Any

import pytest

from kanbandesk.ui.words import refusal_text
from kanbandesk.ui.words.refusals import _ACTIONS, _FILES, _TEXTS, _THINGS
from kanbandesk.workflow import codes
from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.rights import Action
from tests.factories.workflow import NOW, make_agent, make_snapshot

CODES = sorted(value for name, value in vars(codes).items() if name.isupper() and isinstance(value, str))
PARAMS: dict[str, str | int | None] = {
    "action": "answer",
    "line_id": "second",
    "owner_id": "bo",
    "before": "new",
    "after": "solved",
    "into_id": "x",
    "reason": "silent",
    "field": "sla_class",
    "agent_id": "bo",
    "wake_at": NOW,
    "id": "x",
    "demand": "due_at",
    "limit": 500,
    "value": "odd",
    "kind": "ticket",
    "detail": "overlap",
    "who": "Bo Strand",
    "who_id": "bo",
    "count": 2,
    "question": "Is it plugged in?",
}
SNAPSHOT = make_snapshot(agents=[make_agent(id="bo", name="Bo Strand")])


@pytest.mark.parametrize("code", CODES)
def test_every_code_of_the_rules_has_words(code: str) -> None:
    text = refusal_text(code, PARAMS, SNAPSHOT)
    assert f"({code})" not in text
    assert not re.search(r"[{}_]", text), text


def test_no_words_are_kept_for_a_code_that_is_gone() -> None:
    assert set(_TEXTS) | set(_THINGS) | set(_FILES) - {"no_limit"} == set(CODES)
    assert set(_ACTIONS) == {action.value for action in Action}


@pytest.mark.parametrize(
    ("code", "params", "text"),
    [
        (codes.TAKEN, {"owner_id": "bo", "owner": "Bo S."}, "Bo S. was first and has the ticket."),
        (codes.NOT_YOUR_TICKET, {"owner_id": "bo"}, "Only the owner may do this: Bo Strand."),
        (codes.NOT_YOUR_TICKET, {"owner_id": ""}, "Only the owner may do this: nobody."),
        (codes.NOT_YOUR_LINE, {"line_id": "second"}, "The ticket belongs to another line: Second line."),
        (codes.NOT_IN_WORKFLOW, {"before": "new", "after": "solved"}, "There is no move from New to Solved."),
        (codes.DEMANDED, {"demand": "due_at"}, "Something is missing: Due."),
        (codes.LOWERING, {"field": "priority"}, "Lowering “Priority” takes a lead, and a reason."),
        (codes.TOO_EARLY, {"wake_at": NOW}, "It sleeps until Tue 17 Mar 2026 09:00."),
        (codes.NOT_FOUND, {"kind": "agent", "id": "x"}, "There is no such agent here."),
        (codes.NOT_FOUND, {"kind": "view", "id": "x"}, "It is not here any more."),
        (codes.EMPTY, {"field": "contract_number"}, "“Contract number” is empty."),
        (
            codes.BAD_SETTING,
            {"field": "norm", "problem": "degrees", "thing": "status", "id": "x", "name": "Asleep"},
            "Status “Asleep”: each degree of the norm is at least as long as the one before.",
        ),
        (
            codes.BAD_SETTING,
            {
                "field": "urgency_cases",
                "problem": "class_gone",
                "thing": "urgency_case",
                "id": "c",
                "name": "Fire",
                "gone": "gold",
                "gone_name": "Gold",
            },
            (
                "Urgency case “Fire” gives the SLA class “Gold”, so that class has to stay."
                " Choose another for the case first."
            ),
        ),
        (codes.BAD_SETTING, {"field": "weekly", "problem": "overlap", "day": "0"}, "Monday: hours overlap."),
        (
            codes.BAD_SETTING,
            {"field": "statuses", "problem": "", "detail": "a status keeps its id"},
            "The settings contradict themselves at “Statuses”: a status keeps its id.",
        ),
        (
            codes.IN_USE,
            {
                "kind": "line",
                "id": "second",
                "name": "Second line",
                "by": "request_type",
                "by_id": "t",
                "by_name": "At night",
                "others": 0,
            },
            "Line “Second line” has to stay. It is needed by: request type “At night”.",
        ),
        (
            codes.IN_USE,
            {
                "kind": "line",
                "id": "second",
                "name": "Second line",
                "by": "process",
                "by_id": "setup_line",
                "by_name": "",
                "others": 120,
            },
            (
                "Line “Second line” has to stay. It is needed by: “Line that sets clients up” in the settings"
                " and many more."
            ),
        ),
        (
            codes.IN_USE,
            {
                "kind": "field",
                "id": "f",
                "name": "Size",
                "by": "ticket",
                "by_id": "t",
                "by_name": "#12",
                "others": 0,
            },
            (
                "Custom field “Size” has to stay. It is needed by: ticket #12."
                " Put it away instead: what they hold of it stays."
            ),
        ),
        (
            codes.IN_USE,
            {"kind": "board", "id": "b", "name": "Support", "by": "board", "by_id": "b", "others": 3},
            "Board “Support” is the only one, so it has to stay.",
        ),
        (
            codes.FILE_TOO_LARGE,
            {"name": "film.mp4", "size": 52_428_801, "limit": 26_214_400},
            (
                "“film.mp4” has 52.4 MB, and the team's server takes files of at most 26.2 MB. Nothing is lost: file"
                " and words are kept here. Attach a smaller file, or a link; whoever runs the server can allow more."
            ),
        ),
        (
            codes.FILE_TOO_LARGE,
            {"name": "film.mp4", "size": 2_000_000, "limit": 0},
            (
                "“film.mp4” has 2.0 MB, and something on the way to the team's server lets no such file through."
                " Nothing is lost: file and words are kept here. Attach a smaller file, or a link; whoever runs the"
                " server can allow more."
            ),
        ),
        ("from_tomorrow", {}, "The rules do not allow this (from_tomorrow)."),
    ],
)
def test_a_refusal_names_people_and_places(code: str, params: dict[str, Any], text: str) -> None:
    assert refusal_text(code, params, SNAPSHOT) == text


def test_a_receipts_pairs_and_a_refusals_mapping_say_the_same() -> None:
    refusal = NotAllowed(codes.NOT_IN_WORKFLOW, before="new", after="solved")
    assert refusal_text(refusal.code, tuple(refusal.params.items())) == refusal_text(
        refusal.code, refusal.params
    )


def test_a_value_from_outside_cannot_flood_or_turn_the_sentence() -> None:
    text = refusal_text(codes.UNKNOWN_VALUE, {"field": "category", "value": "\u202e{field}\n" + "x" * 10_000})
    assert "\u202e" not in text
    assert "\n" not in text
    assert len(text) < 250
