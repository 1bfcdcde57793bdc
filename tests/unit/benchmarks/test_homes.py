"""Homes for measuring: made through the desk, whole or not at all, and gone on with after an interruption."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import homes
from benchmarks.population import NOW
from kanbandesk.app.homes import Home
from kanbandesk.workflow.statuses import MINUTE

pytestmark = pytest.mark.xdist_group("benchmarks")


def count(home: Path, table: str) -> int:
    with closing(sqlite3.connect(home / "board.db")) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_home_holds_the_whole_population(tmp_path: Path) -> None:
    home = homes.populated_home(30, tmp_path)
    assert [count(home, table) for table in ("ticket", "event", "message", "client")] == [30, 180, 90, 200]
    assert homes.populated_home(30, tmp_path) == home
    assert [folder.name for folder in tmp_path.iterdir()] == [home.name]


def test_an_interrupted_home_is_gone_on_with(tmp_path: Path) -> None:
    homes.fill(tmp_path / "home", 20)
    homes.fill(tmp_path / "home", 50)
    assert (count(tmp_path / "home", "ticket"), count(tmp_path / "home", "event")) == (50, 300)


def test_a_working_copy_stands_at_the_moment_of_the_population_with_timers_on(tmp_path: Path) -> None:
    home = homes.populated_home(10, tmp_path)
    with homes.working_copy(home) as copy, closing(Home.open(copy)) as opened:
        assert 0 <= opened.now() - NOW < MINUTE
        assert opened.has_timers
    assert not copy.exists()


def test_sizes_are_called_as_in_the_figures() -> None:
    assert (homes.label(10_000), homes.label(100_000), homes.label(300)) == ("10k", "100k", "300")
