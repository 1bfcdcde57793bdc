"""A workspace's file for each test, and a workspace on each database."""

import pytest

pytest.register_assert_rewrite("tests.integration.desk_contract")

from tests.factories.board_files import board_path, engine, new_board  # noqa: E402 - the rewriting comes first
from tests.factories.databases import (  # noqa: E402
    database,
    database_url,
    postgres,
    postgres_board,
    sqlite_board,
)
from tests.factories.worked_home import team_url, worked_home, worked_template  # noqa: E402

__all__ = [
    "board_path",
    "database",
    "database_url",
    "engine",
    "new_board",
    "postgres",
    "postgres_board",
    "sqlite_board",
    "team_url",
    "worked_home",
    "worked_template",
]
