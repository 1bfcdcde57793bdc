"""A server's door; where the database matters, on each of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanbandesk.server.core.database import Database
from tests.factories.knocking import Door


@pytest.fixture
def door(sqlite_board: Path, tmp_path: Path) -> Iterator[Door]:
    """A new workspace with Ada, its administrator, and Ben, an agent who signs in as "ben"."""
    database = Database.open(shutil.copy(sqlite_board, tmp_path / "server.db"))
    yield with_ben(database, tmp_path)
    database.close()


@pytest.fixture
def any_door(database: Database, tmp_path: Path) -> Door:
    """The same, on SQLite and on PostgreSQL."""
    return with_ben(database, tmp_path)


def with_ben(database: Database, folder: Path) -> Door:
    door = Door(database, folder)
    door.agent("Ben")
    return door
