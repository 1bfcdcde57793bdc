"""The figures of a home."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kanbandesk.app.homes import Home
from kanbandesk.cli import main
from kanbandesk.exchange.figures import Figures, read_figures, source_keys
from tests.unit.exchange.samples import at, servicenow, update, write


def home_with_a_closed_ticket(folder: Path) -> Path:
    log = write(
        folder, servicenow(update("7/3/2016 08:05"), update("7/3/2016 08:05", "Closed", number="INC0000008"))
    )
    assert main(["import", str(log), "--home", str(folder / "home")]) == 0
    return folder / "home" / "board.db"


def test_a_closed_ticket_is_neither_open_nor_stale(tmp_path: Path) -> None:
    board = home_with_a_closed_ticket(tmp_path)
    with closing(sqlite3.connect(board)) as connection, connection:
        connection.execute("UPDATE ticket SET due1 = 1, due2 = 2 WHERE status_id = 'closed'")
    figures = read_figures(board, at("2016-03-08"))
    assert (figures.open, figures.stale) == (1, {"1": 0, "2": 0, "3": 1})
    assert figures.by_status["closed"] == 1


def test_an_empty_home_has_zeros(tmp_path: Path) -> None:
    with closing(Home.create(tmp_path / "home")) as home:
        figures = read_figures(home.board_path, home.now())
        assert source_keys(home.board_path) == frozenset()
    assert (figures.open, figures.events, set(figures.by_status.values())) == (0, 0, {0})


def test_the_table_has_a_line_for_each_status() -> None:
    figures = Figures(
        open=1200,
        by_status={"new": 1200, "closed": 3},
        events=9,
        stale={"1": 5},
        names={"new": "New", "closed": "Closed"},
    )
    assert (
        figures.table() == "New        1,200\nClosed         3\n\n1,200 open tickets: 5 at degree 1\n9 events"
    )


def test_the_keys_of_imported_tickets_are_known(tmp_path: Path) -> None:
    assert source_keys(home_with_a_closed_ticket(tmp_path)) == {
        "servicenow:INC0000007",
        "servicenow:INC0000008",
    }
