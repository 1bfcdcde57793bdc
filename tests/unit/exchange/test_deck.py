"""Nextcloud Deck: stacks, done and archived cards, people."""

from pathlib import Path

import pytest

from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.report import Report
from tests.unit.exchange.samples import at, deck, deck_card, read, reading, write


def test_a_card_comes_over_with_its_words_people_and_dates(tmp_path: Path) -> None:
    card = deck_card(
        description="# Slow\n\nVery.",
        labels=[{"title": "Later"}],
        assignedUsers=[{"participant": {"uid": "ada", "displayname": "Ada Berg"}}],
        duedate="2023-07-24T22:00:00+00:00",
    )
    (ticket,) = read("deck", write(tmp_path, deck(card)))
    assert (ticket.key, ticket.title, ticket.status, ticket.owner) == (
        "12",
        "Scanner is slow",
        "in_progress",
        "Ada Berg",
    )
    assert (ticket.tags, ticket.category, ticket.due_at) == (("Later",), "Support", at("2023-07-24T22:00"))
    assert ticket.messages[0].body == "# Slow\n\nVery."


def test_the_last_change_is_the_latest_that_a_card_can_have_come(tmp_path: Path) -> None:
    (ticket,) = read("deck", write(tmp_path, deck(deck_card())))
    assert (ticket.created_at, ticket.since) == (1689667569000, 1689753969000)


def test_a_card_that_is_done_is_solved_since_then(tmp_path: Path) -> None:
    (ticket,) = read("deck", write(tmp_path, deck(deck_card(done="2023-07-19T10:00:00+00:00"))))
    assert (ticket.status, ticket.since, ticket.proposed_at) == (
        "solved",
        at("2023-07-19T10:00"),
        at("2023-07-19T10:00"),
    )


def test_a_stack_for_what_is_done_says_so_whatever_its_name(tmp_path: Path) -> None:
    (ticket,) = read("deck", write(tmp_path, deck(deck_card(), stack="Hurra", isDoneColumn=True)))
    assert ticket.status == "solved"


def test_an_archived_card_is_closed(tmp_path: Path) -> None:
    (ticket,) = read("deck", write(tmp_path, deck(deck_card(archived=True))))
    assert (ticket.status, ticket.closed_at) == ("closed", ticket.since)


def test_what_was_deleted_stays_deleted(tmp_path: Path) -> None:
    assert read("deck", write(tmp_path, deck(deck_card(deletedAt=1689667570)))) == []
    assert read("deck", write(tmp_path, deck(deck_card(), deletedAt=1689667570))) == []


def test_a_card_without_a_date_is_told_by_its_place(tmp_path: Path) -> None:
    report = Report()
    assert read("deck", write(tmp_path, deck(deck_card(createdAt="once"))), reading(report)) == []
    assert [row.field for row in report.rows] == ["boards[Support].stacks[In progress].cards[0].createdAt"]


def test_what_is_no_export_is_refused(tmp_path: Path) -> None:
    for text in ('{"boards": {}}', "[]", "3"):
        with pytest.raises(BadFile, match="no export of Deck"):
            read("deck", write(tmp_path, text))
