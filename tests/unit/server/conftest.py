"""A workspace's file for each test, and a workspace on each database."""

from tests.factories.board_files import board_path, engine, new_board
from tests.factories.databases import database, database_url, postgres, postgres_board, sqlite_board
from tests.factories.pushing import clock, desk, server

__all__ = [
    "board_path",
    "clock",
    "database",
    "database_url",
    "desk",
    "engine",
    "new_board",
    "postgres",
    "postgres_board",
    "server",
    "sqlite_board",
]
