"""A file is looked at before it is used, and left alone when it cannot be."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kanbandesk.models.engine import writing_engine
from kanbandesk.models.faults import Damaged, Fault, Foreign, Newer
from kanbandesk.models.schema import SCHEMA_VERSION, copy_database, schema_version
from tests.factories.board_files import keep
from tests.factories.workflow import make_ticket


def test_the_version_of_a_board_is_read(board_path: Path) -> None:
    assert schema_version(board_path) == SCHEMA_VERSION


def write_garbage(path: Path) -> None:
    path.write_bytes(b"this is a letter, not a database" * 200)


def write_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def write_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 + 10])


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [(write_garbage, Foreign), (write_newer, Newer), (cut_short, Damaged)],
    ids=["garbage", "newer", "cut short"],
)
def test_a_file_that_cannot_be_used_is_told_and_left_as_it_is(
    board_path: Path, spoil: object, fault: type[Fault]
) -> None:
    assert callable(spoil)
    spoil(board_path)
    before = board_path.read_bytes()
    with pytest.raises(fault) as told:
        schema_version(board_path)
    assert str(board_path) in str(told.value)
    assert board_path.read_bytes() == before


def test_a_database_of_another_program_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    write_other_database(path)
    with pytest.raises(Foreign):
        schema_version(path)


def test_an_empty_file_has_no_version(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    path.touch()
    assert schema_version(path) == 0


def test_a_copy_is_whole_while_the_original_is_in_use(
    engine: Engine, board_path: Path, tmp_path: Path
) -> None:
    ticket = make_ticket()
    keep(engine, ticket)  # still in the write-ahead log
    copy = tmp_path / "copy.db"
    copy_database(board_path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT id FROM ticket").fetchall() == [(ticket.id,)]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not list(tmp_path.glob("*.part"))


def test_what_is_committed_survives_a_power_cut_as_far_as_sqlite_can_see_to_it(board_path: Path) -> None:
    engine = writing_engine(board_path)
    with engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "fullfsync", "busy_timeout")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas] == [
            "wal",
            2,
            1,
            5000,
        ]
    engine.dispose()


def test_a_writing_transaction_takes_the_lock_before_it_reads(board_path: Path) -> None:
    engine = writing_engine(board_path)
    with (
        engine.begin(),
        closing(sqlite3.connect(board_path, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
    engine.dispose()
