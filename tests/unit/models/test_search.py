"""Words are found in titles, numbers and messages, by their beginnings."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kanbandesk.models import search as searching
from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.search import match_expression, search
from kanbandesk.workflow.tickets import Message, Ticket
from tests.factories.board_files import keep
from tests.factories.workflow import make_message, make_ticket

Find = Callable[[str], list[str]]


@pytest.fixture
def find(board_path: Path) -> Find:
    def titles(text: str) -> list[str]:
        with closing(open_for_reading(board_path)) as connection:
            ids = search(connection, text)
            return [
                connection.execute("SELECT title FROM ticket WHERE id = ?", (one,)).fetchone()[0]
                for one in ids
            ]

    return titles


def ticket(title: str, *bodies: str, number: int = 0, source_key: str = "") -> list[Ticket | Message]:
    made = make_ticket(title=title, source_key=source_key)
    made = replace(made, number=number) if number else made
    return [made, *(make_message(ticket_id=made.id, body=body) for body in bodies)]


@pytest.mark.parametrize(
    "text",
    [
        "принтера",
        "ПРИНТ",
        "скриншот",
        "etikett",
        "STROMSTAD",  # Strømstad, written without diacritics
        "blabær",
        "4711",
        "INC0000045",
        "labels etikett",  # one word in the title, one in a message
    ],
)
def test_a_ticket_is_found_by_the_beginning_of_its_words(engine: Engine, find: Find, text: str) -> None:
    wanted = "Blank labels in Strömstad"
    keep(
        engine,
        *ticket(
            wanted,
            "Нет принтера, вот скриншоты",
            "Etikettskriver for blåbær",
            number=4711,
            source_key="servicenow:INC0000045",
        ),
        *ticket("Something else", "Nothing of the kind"),
    )
    assert find(text) == [wanted]


@pytest.mark.parametrize("text", ["", "   ", "!?*", '"', "labels nowhere", "tikett"])
def test_nothing_is_found_by_nothing_by_signs_or_by_the_inside_of_a_word(
    engine: Engine, find: Find, text: str
) -> None:
    keep(engine, *ticket("Blank labels", "Etikettskriver"))
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ['labels" OR "x', "labels*", "title:labels", "NEAR(labels)", "labels -blank", "(labels"]
)
def test_what_was_typed_is_never_taken_for_a_formula(text: str) -> None:
    words = match_expression(text).split(" ")
    assert all(word.startswith('"') and word.endswith('"*') and word.count('"') == 2 for word in words)


def test_a_title_counts_more_than_a_message(engine: Engine, find: Find) -> None:
    keep(engine, *ticket("Scanner"), *ticket("Printer", "the scanner next to it works"))
    keep(engine, *ticket("Another", "no such thing"))
    assert find("scanner") == ["Scanner", "Printer"]


def test_a_new_message_and_a_new_title_are_found_at_once_and_the_old_title_no_more(
    engine: Engine, find: Find
) -> None:
    made = make_ticket(title="Old name")
    keep(engine, made)
    keep(engine, make_message(ticket_id=made.id, body="zebra"))
    assert find("zebra") == ["Old name"]
    keep(engine, replace(made, title="New name"))
    assert find("zebra") == find("new") == ["New name"]
    assert find("old") == []


def test_an_edit_that_changes_no_words_leaves_the_index_alone(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_ticket()
    keep(engine, made)
    monkeypatch.setattr(searching, "index", lambda *_: pytest.fail("nothing to index"))
    keep(engine, replace(made, rank="Z"))


def test_a_common_word_finds_the_newest(engine: Engine, find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "RANKED", 3)
    keep(engine, *(make_ticket(title=f"Card {number}") for number in range(10)))
    assert sorted(find("card")) == ["Card 7", "Card 8", "Card 9"]


def test_the_index_can_be_told_whole(engine: Engine, board_path: Path) -> None:
    keep(engine, *ticket("Blank labels", "Etikettskriver"))
    with closing(sqlite3.connect(board_path)) as connection:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
