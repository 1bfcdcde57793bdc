"""Real exports of other boards come in whole (files beside the project, see the fixture `shared_data`)."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.cli import main
from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.storyfile import read_ticket


def imported(home: Path, file: Path, *options: str) -> sqlite3.Connection:
    """Import the file into a new home and return a connection to what came of it."""
    assert main(["import", str(file), "--home", str(home), *options]) == 0
    return open_for_reading(home / "board.db")


def by_status(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT status_id, count(*) FROM ticket GROUP BY status_id"))


def cards_in(folder: Path) -> int:
    """Count the cards of unpacked archives that are neither templates nor deleted."""
    lines = [json.loads(line) for path in folder.glob("*.jsonl") for line in path.read_text().splitlines()]
    blocks: list[dict[str, Any]] = [line["data"] for line in lines if line["type"] == "block"]
    cards = [block for block in blocks if block["type"] == "card" and not block["deleteAt"]]
    return sum(not card["fields"].get("isTemplate") for card in cards)


def test_the_trello_card_comes_in_with_its_history(tmp_path: Path, shared_data: Path) -> None:
    with closing(
        imported(tmp_path / "home", shared_data / "boards" / "trello_deck_fixture.json")
    ) as connection:
        assert by_status(connection) == {"new": 1}
        (ticket_id,) = connection.execute("SELECT id FROM ticket").fetchone()
        detail = read_ticket(connection, ticket_id)
    assert detail.ticket.title == "Name Card 7"
    assert [event.fact.name for event in detail.events] == [
        "ticket_created",
        "record_imported",
        "record_imported",
    ]


def test_the_deck_boards_come_in_with_stacks_by_their_names(tmp_path: Path, shared_data: Path) -> None:
    file = shared_data / "boards" / "nextcloud_deck_export.json"
    with closing(imported(tmp_path / "home", file, "--map", "B=waiting_vendor")) as connection:
        assert by_status(connection) == {"new": 6, "waiting_vendor": 3, "in_progress": 1, "solved": 3}


def test_the_jira_search_comes_in_with_its_comment(tmp_path: Path, shared_data: Path) -> None:
    file = shared_data / "boards" / "jira_search_export.xml"
    with closing(imported(tmp_path / "home", file)) as connection:
        assert by_status(connection) == {"new": 1, "in_progress": 1}
        ((body,),) = connection.execute("SELECT body FROM message").fetchall()
    assert body.startswith("Kicking off Project Areca!")


def test_all_focalboard_boards_come_in_at_once(tmp_path: Path, shared_data: Path) -> None:
    folder = shared_data / "boards" / "focalboard_archive"
    with closing(imported(tmp_path / "home", folder)) as connection:
        assert sum(by_status(connection).values()) == cards_in(folder)


@pytest.mark.parametrize("place", range(13))
def test_each_focalboard_board_comes_in_alone(tmp_path: Path, shared_data: Path, place: int) -> None:
    file = sorted((shared_data / "boards" / "focalboard_archive").glob("*.jsonl"))[place]
    with closing(imported(tmp_path / "home", file)) as connection:
        assert sum(by_status(connection).values()) > 0


def test_all_boards_share_one_home(tmp_path: Path, shared_data: Path) -> None:
    boards = shared_data / "boards"
    files = [*boards.glob("*.json"), *boards.glob("*.xml"), boards / "focalboard_archive"]
    for file in files:
        imported(tmp_path / "home", file).close()
    with closing(open_for_reading(tmp_path / "home" / "board.db")) as connection:
        assert sum(by_status(connection).values()) == 1 + 13 + 2 + cards_in(boards / "focalboard_archive")
