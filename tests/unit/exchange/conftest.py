"""A workspace's file for each test."""

from tests.factories.board_files import board_path, engine, new_board

__all__ = ["board_path", "engine", "new_board"]
