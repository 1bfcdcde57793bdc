"""Commands, facts and entities survive the way to plain JSON and back; nothing else is taken."""

import json
import typing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.codec import (
    SCALAR_JSON,
    canonical_json,
    canonical_json_of,
    decode,
    encode,
    json_writer,
)
from kanbandesk.workflow.commands import REGISTRY, CreateTicket, EditTicket
from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.events import FACTS, Event, Fact, StatusChanged
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.statuses import Priority, Workflow, default_workflow
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket
from tests.factories.anything import instances_of
from tests.factories.workflow import make_event, make_ticket

ENTITIES = [
    Agent,
    Attachment,
    Board,
    Calendar,
    Client,
    Contact,
    Event,
    Line,
    Link,
    Message,
    SavedView,
    Ticket,
    Workflow,
]
KINDS = [*REGISTRY.values(), *FACTS.values(), *ENTITIES]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_everything_comes_back_from_its_json(kind: Any, data: st.DataObject) -> None:
    value = data.draw(instances_of(kind))

    text = canonical_json(encode(value))
    again = decode(Fact if issubclass(kind, Fact) else kind, json.loads(text))

    assert again == value
    assert canonical_json(encode(again)) == text
    assert canonical_json_of(again) == text


@given(st.builds(dict, words=st.text(), more=st.lists(st.integers())))
def test_canonical_json_is_the_one_text_of_a_value(plain: dict[str, Any]) -> None:
    backwards = dict(reversed(plain.items()))

    assert canonical_json(plain) == canonical_json(backwards)
    assert ": " not in canonical_json({"a": [1, {"b": 2}]})
    assert canonical_json("ж") == '"ж"'


@given(st.text() | st.integers() | st.booleans() | st.none())
def test_a_scalar_stands_in_canonical_json_as_it_does_alone(value: str | int | None) -> None:
    assert SCALAR_JSON[type(value)](value) == canonical_json(value)


PLAIN = st.recursive(
    st.text() | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@pytest.mark.parametrize("is_ascii", [False, True])
@given(PLAIN)
def test_a_writer_writes_what_its_encoder_does(is_ascii: bool, plain: Any) -> None:
    encoder = json.JSONEncoder(
        sort_keys=is_ascii, separators=(",", ":"), ensure_ascii=is_ascii, allow_nan=False, default=str
    )
    assert json_writer(encoder)(plain) == encoder.encode(plain)


@pytest.mark.parametrize("no_number", [float("nan"), float("inf"), float("-inf")])
def test_a_writer_refuses_what_its_encoder_refuses(no_number: float) -> None:
    encoder = json.JSONEncoder(allow_nan=False)
    with pytest.raises(ValueError, match="JSON compliant"):
        json_writer(encoder)([no_number])
    circle: list[Any] = []
    circle.append(circle)
    with pytest.raises(RecursionError):
        json_writer(encoder)(circle)


def test_fields_at_their_default_are_left_out() -> None:
    assert encode(CreateTicket(ticket_id="1", title="Blank")) == {"ticket_id": "1", "title": "Blank"}


def test_none_that_is_not_the_default_is_kept() -> None:
    plain = encode(make_ticket(number=None, sla=None))

    assert decode(Ticket, plain).number is None


def test_fact_travels_with_its_name() -> None:
    event = make_event(StatusChanged(before="new", after="assigned"))

    assert encode(event)["fact"] == {"fact": "status_changed", "before": "new", "after": "assigned"}
    assert decode(Event, encode(event)) == event


def test_optional_fields_can_be_decoded_alone() -> None:
    hints = typing.get_type_hints(Ticket)

    assert decode(hints["wake_at"], None) is None
    assert decode(hints["wake_at"], 5) == 5
    assert decode(hints["tags"], ["a", "b"]) == ("a", "b")


MALFORMED = [
    pytest.param(CreateTicket, {"ticket_id": "1"}, "CreateTicket.title", id="a needed field is missing"),
    pytest.param(
        CreateTicket, {"ticket_id": "1", "title": 7}, "CreateTicket.title", id="a number for a text"
    ),
    pytest.param(
        CreateTicket, {"ticket_id": "1", "title": None}, "CreateTicket.title", id="nothing for a text"
    ),
    pytest.param(
        CreateTicket,
        {"ticket_id": "1", "title": "x", "owner": "me"},
        "CreateTicket.owner",
        id="an unknown field",
    ),
    pytest.param(
        CreateTicket,
        {"ticket_id": "1", "title": "x", "tags": "abc"},
        "CreateTicket.tags",
        id="a text for a list",
    ),
    pytest.param(
        CreateTicket,
        {"ticket_id": "1", "title": "x", "tags": [1]},
        "CreateTicket.tags",
        id="a number in a list",
    ),
    pytest.param(
        CreateTicket,
        {"ticket_id": "1", "title": "x", "priority": "huge"},
        "CreateTicket.priority",
        id="an unknown word of an enum",
    ),
    pytest.param(
        CreateTicket,
        {"ticket_id": "1", "title": "x", "priority": ["low"]},
        "CreateTicket.priority",
        id="a list for an enum",
    ),
    pytest.param(
        EditTicket, {"ticket_id": "1", "wake_at": True}, "EditTicket.wake_at", id="true for a number"
    ),
    pytest.param(
        EditTicket, {"ticket_id": "1", "wake_at": 1.5}, "EditTicket.wake_at", id="a fraction for a number"
    ),
    pytest.param(EditTicket, {"ticket_id": "1", "fields": [["a"]]}, "EditTicket.fields", id="half a pair"),
    pytest.param(EditTicket, [], "EditTicket", id="a list for an object"),
    pytest.param(EditTicket, None, "EditTicket", id="nothing for an object"),
    pytest.param(Fact, {"fact": "no_such_fact"}, "Fact.fact", id="an unknown fact"),
    pytest.param(Fact, {"fact": ["status_changed"]}, "Fact.fact", id="a list for a fact's name"),
    pytest.param(Fact, "status_changed", "Fact.fact", id="a text for a fact"),
]


@pytest.mark.parametrize(("kind", "plain", "field"), MALFORMED)
def test_what_the_hints_do_not_say_is_refused(kind: Any, plain: Any, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        decode(kind, plain)
    assert refusal.value.code == "malformed"
    assert refusal.value.params == {"field": field}


@settings(max_examples=40)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_is_decoded_or_refused_as_malformed(plain: Any) -> None:
    for kind in (CreateTicket, Fact, Workflow, Event):
        try:
            decode(kind, plain)
        except Invalid as refusal:
            assert refusal.code == "malformed"  # noqa: PT017 - nothing else may be raised


def test_enum_members_become_their_words() -> None:
    assert encode(Priority.HIGH) == "high"
    assert decode(Workflow, encode(default_workflow())) == default_workflow()


def test_what_has_no_plain_form_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="object has no plain form"):
        encode(object())
    with pytest.raises(TypeError, match="no decoder"):
        decode(dict, {})
    with pytest.raises(TypeError, match="optional"):
        decode(typing.cast("Any", int | str), 1)
