"""Contacts are found by what somebody types while opening a ticket."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.contactfile import MOST, contacts_of, find_contacts
from tests.factories.board_files import keep
from tests.factories.workflow import make_client, make_contact


@pytest.fixture
def reading(board_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(board_path)) as connection:
        yield connection


def test_a_contact_is_found_by_words_of_any_case_in_any_place(
    engine: Engine, reading: sqlite3.Connection
) -> None:
    petra = make_contact(name="Petra Lind", mail="petra@liga.example", phone="+4791000001")
    oleg = make_contact(name="Олег Титов", mail="", phone="", chat="@oleg")
    keep(engine, petra, oleg, make_contact())
    assert find_contacts(reading, "lind PETRA") == (petra,)
    assert find_contacts(reading, "титов") == (oleg,)
    assert find_contacts(reading, "1000001") == (petra,)
    assert find_contacts(reading, "@OLEG") == (oleg,)
    assert find_contacts(reading, "lind титов") == ()


def test_no_words_find_nobody(engine: Engine, reading: sqlite3.Connection) -> None:
    keep(engine, make_contact())
    assert find_contacts(reading, "  ") == ()


def test_what_is_typed_is_no_pattern_and_no_question(engine: Engine, reading: sqlite3.Connection) -> None:
    keep(engine, make_contact(name="Anna 100 %"), make_contact(name="Bo' OR 1=1"))
    assert [contact.name for contact in find_contacts(reading, "%")] == ["Anna 100 %"]
    assert [contact.name for contact in find_contacts(reading, "' OR")] == ["Bo' OR 1=1"]
    assert find_contacts(reading, "_") == ()


def test_an_answer_is_short(engine: Engine, reading: sqlite3.Connection) -> None:
    keep(engine, *(make_contact(name=f"Agder {place:02}") for place in range(MOST + 5)))
    found = find_contacts(reading, "agder")
    assert len(found) == MOST
    assert found[0].name == "Agder 00"


def test_a_clients_contacts_come_by_name_and_nobody_elses(
    engine: Engine, reading: sqlite3.Connection
) -> None:
    oleg, anna = make_contact(name="Oleg", client_id="hotel"), make_contact(name="Anna", client_id="hotel")
    other, alone = make_contact(name="Bo", client_id="bakery"), make_contact(name="Cleo", client_id="")
    keep(engine, make_client(id="hotel"), make_client(id="bakery"), oleg, anna, other, alone)
    assert contacts_of(reading, "hotel") == (anna, oleg)
    assert contacts_of(reading, "") == (alone,)
    assert contacts_of(reading, "nobody") == ()
