"""Entities are replaced as by the standard library, only faster."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from kanbandesk.workflow.replacing import filler, replace
from kanbandesk.workflow.tickets import Ticket
from tests.factories.workflow import make_agent, make_ticket


def test_a_replaced_ticket_is_what_the_standard_library_makes() -> None:
    ticket = make_ticket(tags=("a",))
    changes: dict[str, Any] = {"rank": "b", "owner_id": "ada", "tags": ()}
    assert replace(ticket, **changes) == dataclasses.replace(ticket, **changes)
    assert replace(ticket) == ticket
    assert replace(ticket) is not ticket


def test_the_one_that_is_replaced_stays_as_it_was() -> None:
    agent = make_agent()
    before = dataclasses.astuple(agent)
    replace(agent, name="Bo")
    assert dataclasses.astuple(agent) == before


def test_a_field_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        replace(make_ticket(), colour="red")
    with pytest.raises(TypeError, match="colour"):
        replace(make_agent(), colour="red")


def test_an_entity_is_made_of_its_values_in_any_order() -> None:
    ticket = make_ticket()
    names = [field.name for field in dataclasses.fields(Ticket)][::-1]
    assert filler(Ticket, names)([getattr(ticket, name) for name in names]) == ticket
    with pytest.raises(TypeError):
        filler(Ticket, names[1:])


def test_tickets_are_equal_field_by_field() -> None:
    ticket = make_ticket()
    names = [field.name for field in dataclasses.fields(Ticket)]
    again = filler(Ticket, names[::-1])([getattr(ticket, name) for name in names[::-1]])
    assert again == ticket
    assert hash(again) == hash(ticket)
    assert not any(replace(ticket, **{name: "another"}) == ticket for name in names)
    assert ticket != dataclasses.asdict(ticket)


def test_what_checks_itself_when_it_is_made_is_not_made_here() -> None:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Careful:
        size: int

        def __post_init__(self) -> None:
            raise AssertionError

    class Loose:
        pass

    with pytest.raises(TypeError):
        filler(Careful, ["size"])
    with pytest.raises(TypeError):
        replace(Loose())
