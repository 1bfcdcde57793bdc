"""Names on screen, and filling values into sentences."""

from dataclasses import replace

import pytest

from kanbandesk.ui.words import (
    case_name,
    channel_name,
    closing_reason_name,
    column_name,
    demand_name,
    fill,
    line_name,
    link_name,
    priority_name,
    role_name,
    short_sla_name,
    sla_name,
    status_name,
    swimlane_name,
)
from kanbandesk.ui.words import names as names_module
from kanbandesk.workflow.boards import Column, Swimlane
from kanbandesk.workflow.people import Line, Role
from kanbandesk.workflow.statuses import ClosingReason, Demand, Priority, default_workflow
from kanbandesk.workflow.tickets import Channel, LinkKind

WORKFLOW = default_workflow()


@pytest.fixture
def translations(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language in which everything is shouted."""
    monkeypatch.setattr(names_module, "translate", lambda _context, text: text.upper())


@pytest.mark.usefixtures("translations")
def test_the_programs_own_names_are_translated() -> None:
    assert [status_name(status) for status in WORKFLOW.statuses][:3] == ["NEW", "ASSIGNED", "IN PROGRESS"]
    assert all(status_name(status).isupper() for status in WORKFLOW.statuses)
    assert all(sla_name(sla_class).isupper() for sla_class in WORKFLOW.sla_classes)
    assert all(case_name(case).isupper() for case in WORKFLOW.urgency_cases)
    assert line_name(Line(id="first", name="First line")) == "FIRST LINE"
    assert column_name(Column(id="solved", name="Solved", status_ids=("solved",))) == "SOLVED"


@pytest.mark.usefixtures("translations")
def test_what_people_named_stays_as_they_wrote_it() -> None:
    assert status_name(replace(WORKFLOW.status("new"), name="Inn")) == "Inn"
    assert status_name(replace(WORKFLOW.status("new"), id="mine")) == "New"
    assert line_name(Line(id="first", name="Front desk")) == "Front desk"


def test_every_value_of_the_rulebook_has_a_name() -> None:
    readers = {
        priority_name: Priority,
        channel_name: Channel,
        closing_reason_name: ClosingReason,
        demand_name: Demand,
        role_name: Role,
        link_name: LinkKind,
    }
    for read, kind in readers.items():
        for value in kind:
            assert read(value) == read(value.value)
            assert "_" not in read(value)
        assert read("never heard of") == "never heard of"
    assert [swimlane_name(lane) for lane in Swimlane][:2] == ["No lanes", "Line"]


def test_a_link_reads_differently_from_its_other_end() -> None:
    assert link_name("blocks") == "blocks"
    assert link_name("blocks", is_backwards=True) == "blocked by"
    assert link_name("related", is_backwards=True) == "related to"


def test_a_card_has_less_room_for_the_sla_class() -> None:
    assert [short_sla_name(sla_class) for sla_class in WORKFLOW.sla_classes][:3] == [
        "Problem",
        "Settings",
        "Case review",
    ]


def test_braces_inside_a_value_stay_as_they_are() -> None:
    assert fill("{a} and {b}", a="{b}", b="two") == "{b} and two"


def test_a_sentence_that_names_an_unknown_value_is_still_shown() -> None:
    assert fill("{a} {b}", a="one") == "one {b}"
