"""Entities and rows are two forms of the same thing."""

from __future__ import annotations

from typing import Any

import pytest

from kanbandesk.models import statements  # noqa: F401 - declares the tables
from kanbandesk.models.base import Base
from kanbandesk.models.cardrows import CARD_COLUMNS
from kanbandesk.models.rows import TABLES, mapping, setting, setting_text
from kanbandesk.workflow.boards import SavedView, default_board
from kanbandesk.workflow.calendars import ALWAYS
from kanbandesk.workflow.events import MessageAdded
from kanbandesk.workflow.people import Line, Role
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import ClockKind, Priority, default_workflow
from kanbandesk.workflow.tickets import NormClock, Ticket
from tests.factories.workflow import (
    NOW,
    make_agent,
    make_attachment,
    make_client,
    make_contact,
    make_event,
    make_link,
    make_message,
    make_ticket,
)

METADATA = Base.metadata
DERIVED = {"ticket": {"sla_due", "sla_left"}, "event": {"position"}}

FULL_TICKET = make_ticket(
    tags=("vip", "Принтер"),
    fields=(("serial", "K-17"), ("plan", "")),
    companion_ids=("a", "b"),
    priority=Priority.URGENT,
    sla=SlaClock.start(3_600_000, ClockKind.WALL, NOW).stop(ALWAYS, NOW + 5),
    clocks=(NormClock(status_id="new", kind=ClockKind.LINE, limits=(1, 2, 3), since=NOW),),
    dues=(NOW, None, NOW + 2),
    is_ignored=True,
    revision=7,
)

ENTITIES: list[Any] = [
    make_ticket(),
    FULL_TICKET,
    make_message(attachment_ids=("one", "two")),
    make_attachment(),
    make_link(),
    make_agent(roles=(Role.AGENT, Role.LEAD), is_active=False),
    make_client(),
    make_contact(),
    make_event(MessageAdded(message_id="m", kind="answer"), changes=(("owner_id", '""', '"ben"'),)),
]


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: type(entity).__name__)
def test_an_entity_comes_back_from_its_row_as_it_went(entity: Any) -> None:
    mapped = mapping(type(entity))
    row = mapped.row(entity)
    assert mapped.entity([row[column] for column in mapped.columns]) == entity


@pytest.mark.parametrize(
    "entity",
    [
        default_workflow(),
        default_board(default_workflow()),
        Line(id="x", name="Линия"),
        ALWAYS,
        SavedView(id="v", name="Mine"),
    ],
    ids=lambda entity: type(entity).__name__,
)
def test_a_setting_comes_back_from_its_text_as_it_went(entity: Any) -> None:
    assert setting(type(entity), setting_text(entity)) == entity


@pytest.mark.parametrize(("kind", "table"), TABLES.items(), ids=TABLES.values())
def test_the_table_has_a_column_for_each_field_and_no_other(kind: type[Any], table: str) -> None:
    columns = set(METADATA.tables[table].columns.keys())
    assert columns == {*mapping(kind).columns, "ver", *DERIVED.get(table, ())}


def test_a_card_is_the_beginning_of_a_tickets_row() -> None:
    beginning = [column for column in CARD_COLUMNS if column not in ("client_id", "ver")]
    columns = [column.name for column in METADATA.tables["ticket"].columns]
    columns = [name for name in columns if name not in ("client_id", "ver")]
    assert columns[: len(beginning)] == beginning


def test_values_lie_in_the_row_as_the_same_text_on_every_machine() -> None:
    row = mapping(Ticket).row(FULL_TICKET)
    assert row["tags"] == '["vip","Принтер"]'
    assert (row["due1"], row["due2"], row["due3"]) == (NOW, None, NOW + 2)
    assert row["priority"] == "urgent"
    assert row["ver"] == 7
