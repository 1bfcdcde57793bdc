"""The schema's history: it leads to the tables as they are declared, and keeps what is in a file on the way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Engine, MetaData, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from kanbandesk.models.base import Base
from kanbandesk.models.engine import writing_engine
from kanbandesk.models.faults import NotUpgraded
from kanbandesk.models.migrations import runner
from kanbandesk.models.schema import APPLICATION_ID, SCHEMA_VERSION, bring_up_to_date, schema_version
from kanbandesk.models.search import is_search_table


def pragma(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def fill(engine: Engine) -> dict[str, int]:
    """Put a row into every table, whatever its columns are, and return how many rows each has then."""
    with engine.begin() as connection:
        found = MetaData()
        found.reflect(connection)
        tables = [table for name, table in found.tables.items() if not is_search_table(name)]
        for table in tables:
            if table.name != "alembic_version":
                connection.execute(table.insert(), {column.name: _sample(column) for column in table.columns})
        return {table.name: 1 for table in tables}


def _sample(column: Column[object]) -> object:
    return f"{column.name} of old" if isinstance(column.type, Text) else 1


def rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for (name,) in names
            if not is_search_table(name)
        }


def test_tables_and_migrations_do_not_differ(engine: Engine) -> None:
    with engine.connect() as connection:
        assert runner.differences(connection) == []


def test_a_difference_would_be_found(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE ticket RENAME COLUMN vendor TO supplier")
    with engine.connect() as connection:
        assert runner.differences(connection)


def test_the_newest_migration_is_the_schema_version() -> None:
    config = Config()
    config.set_main_option("script_location", str(runner.FOLDER))
    assert ScriptDirectory.from_config(config).get_heads() == [f"{SCHEMA_VERSION:04}"]


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_filled_database_of_an_earlier_version_keeps_what_it_has(tmp_path: Path, version: int) -> None:
    path = tmp_path / "board.db"
    bring_up_to_date(path, version)
    engine = writing_engine(path)
    filled = fill(engine)
    engine.dispose()
    bring_up_to_date(path)
    assert rows(path).items() >= filled.items()
    engine = writing_engine(path)
    with engine.connect() as connection:
        assert runner.differences(connection) == []
    engine.dispose()
    assert schema_version(path) == SCHEMA_VERSION


@pytest.mark.parametrize("table", ["ticket", "agent", "client", "contact", "message"])
def test_the_columns_of_a_migrated_table_stand_as_they_are_declared(tmp_path: Path, table: str) -> None:
    """The start reads only the beginning of a ticket's row (decision 10); replicas are compared byte by byte."""
    path = tmp_path / "board.db"
    bring_up_to_date(path, 3)
    engine = writing_engine(path)
    fill(engine)
    engine.dispose()
    before = row_of(path, table)
    bring_up_to_date(path)
    after = row_of(path, table)
    assert list(after) == [column.name for column in Base.metadata.tables[table].columns]
    assert before.items() <= after.items()


def row_of(path: Path, table: str) -> dict[str, object]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return dict(connection.execute(f"SELECT * FROM {table}").fetchone())


def test_a_migrated_file_says_what_it_is(board_path: Path) -> None:
    assert pragma(board_path, "application_id") == APPLICATION_ID
    assert pragma(board_path, "user_version") == SCHEMA_VERSION


def test_a_failed_migration_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE setting (mine TEXT)")  # in the way of the first step
    with pytest.raises(NotUpgraded, match="already exists"):
        bring_up_to_date(path)
    assert rows(path) == {"setting": 0}
    assert pragma(path, "user_version") == 0


def test_ids_and_ranks_are_compared_byte_by_byte_on_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    ddl = str(CreateTable(Base.metadata.tables["ticket"]).compile(dialect=dialect))
    for column in ("id", "rank", "status_id"):
        assert f'{column} TEXT COLLATE "C"' in ddl.replace("\n", " ").replace("\t", "")
    assert "created_at BIGINT" in ddl
