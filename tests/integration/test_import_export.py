"""What is exported: the CSV file comes in again as it was, the JSON file holds the whole story."""

import csv
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.cli import main
from kanbandesk.models.boardfile import open_for_reading
from tests.unit.exchange import samples
from tests.unit.exchange.samples import write

CARDS = [
    samples.trello_card(
        id="c1", name='=HYPERLINK("http://x")', idList="list2", labels=[{"name": "a"}, {"name": "b"}]
    ),
    samples.trello_card(
        id="c2", name="Ærlig talt, «norsk»", due="2024-04-01T12:00:00.000Z", idMembers=["member1"]
    ),
    samples.trello_card(id="c3", name="Archived", closed=True),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with three cards of a Trello board."""
    folder = tmp_path / "home"
    assert main(["import", str(write(tmp_path, samples.trello(cards=CARDS))), "--home", str(folder)]) == 0
    return folder


def rows(folder: Path) -> list[tuple[Any, ...]]:
    question = "SELECT title, status_id, tags, due_at, status_since, created_at FROM ticket ORDER BY title"
    with closing(open_for_reading(folder / "board.db")) as connection:
        return connection.execute(question).fetchall()


def test_the_csv_file_comes_in_again_as_it_was(home: Path, tmp_path: Path) -> None:
    assert main(["export", str(tmp_path / "out.csv"), "--home", str(home)]) == 0
    assert main(["import", str(tmp_path / "out.csv"), "--home", str(tmp_path / "again")]) == 0
    assert rows(tmp_path / "again") == rows(home)


def test_the_csv_file_runs_nothing_in_a_spreadsheet(home: Path, tmp_path: Path) -> None:
    assert main(["export", str(tmp_path / "out.csv"), "--home", str(home)]) == 0
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert titles[0] == '\'=HYPERLINK("http://x")'


def test_the_json_file_holds_each_ticket_with_its_story(home: Path, tmp_path: Path) -> None:
    assert main(["export", str(tmp_path / "out.json"), "--home", str(home)]) == 0
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [each["ticket"]["title"] for each in told["tickets"]] == [card["name"] for card in CARDS]
    assert [event["fact"]["fact"] for event in told["tickets"][2]["events"]] == [
        *("ticket_created", "message_added", "status_changed"),
    ]
    assert told["tickets"][1]["messages"][0]["body"] == "Since the update."
    assert {agent["name"] for agent in told["agents"]} == {"Me", "Ada Berg"}
    assert told["kanbandesk"] == 1


def test_an_export_goes_to_the_output_when_no_file_is_named(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["export", "--home", str(home), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["tickets"]) == 3


def test_a_place_that_cannot_be_written_is_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(tmp_path / "no" / "out.csv"), "--home", str(home)]) == 1
    assert "No such file or directory" in capsys.readouterr().err
