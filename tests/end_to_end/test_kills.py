"""A few kills in every test run; `python dev.py kills 1000` runs many. And: losses would be found."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.app.homes import Home
from tests.end_to_end.harness import kills
from tests.end_to_end.kill_check import BROKEN, DOUBLE, LOST, faults
from tests.end_to_end.kill_session import Expected, Record, Session, open_desk

EVENT_TWICE = """
    INSERT INTO event
    SELECT id || 'x', ticket_id, mutation_id, actor_kind, actor_id, at, recorded_at, fact, changes, position, ver
    FROM event LIMIT 1
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks its children")
def test_nothing_told_is_lost_or_done_twice_when_the_program_is_killed(project: Path) -> None:
    done = kills(project, "15", "--seed", "1958")
    assert done.stdout.splitlines()[-1:] == ["15 kills, 0 lost, 0 double"], done.stdout + done.stderr
    assert done.returncode == 0


@pytest.fixture
def worked(tmp_path: Path) -> tuple[Path, Expected]:
    """A home in which a session was at work, and what must be found there."""
    home, record = tmp_path / "home", tmp_path / "record"
    Home.create(home).close()
    desk = open_desk(home)
    Session(desk, Record(record), "a day").work(tmp_path, rounds=25)
    desk.close()
    expected = Expected()
    for line in Record.read(record):
        expected.hear(line)
    return home, expected


def sorts(home: Path, expected: Expected) -> set[str]:
    return {sort for sort, _ in faults(home, expected, is_all=True)}


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert connection.execute(statement).rowcount > 0


def test_a_home_where_all_went_well_has_no_faults(worked: tuple[Path, Expected]) -> None:
    home, expected = worked
    assert expected.told
    assert expected.drafts
    assert expected.files
    assert not expected.open
    assert list(faults(home, expected, is_all=True)) == []


@pytest.mark.parametrize(
    ("statement", "sort"),
    [
        ("DELETE FROM receipt WHERE mid = 3", LOST),
        ("DELETE FROM message WHERE kind = 'note'", LOST),
        ("DELETE FROM ticket WHERE number = 1", LOST),
        ("UPDATE receipt SET status = 'rejected' WHERE mid = 1", BROKEN),
        ("UPDATE ticket SET message_count = message_count + 1 WHERE number = 1", DOUBLE),
        ("UPDATE sync_head SET ver = ver + 1", BROKEN),
        ("UPDATE sync_head SET next_number = next_number + 1", BROKEN),
        (EVENT_TWICE, DOUBLE),
    ],
)
def test_a_loss_in_the_board_would_be_found(worked: tuple[Path, Expected], statement: str, sort: str) -> None:
    home, expected = worked
    spoil(home / "board.db", statement)
    assert sort in sorts(home, expected)


def test_a_lost_draft_would_be_found(worked: tuple[Path, Expected]) -> None:
    home, expected = worked
    spoil(home / "desk.db", "DELETE FROM draft")
    assert sorts(home, expected) == {LOST}


def test_a_lost_or_torn_file_would_be_found(worked: tuple[Path, Expected]) -> None:
    home, expected = worked
    (home / "files" / next(iter(expected.files))[:2]).rename(home / "elsewhere")
    assert sorts(home, expected) == {LOST}


def test_a_record_that_was_cut_off_is_read_up_to_there(tmp_path: Path) -> None:
    path = tmp_path / "record"
    Record(path).write("file", sha256="ab")
    with path.open("ab") as file:
        file.write(b'{"kind": "rec')
    assert Record.read(path) == [{"kind": "file", "sha256": "ab"}]
