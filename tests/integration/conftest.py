"""A workspace's file for each test."""

import pytest

pytest.register_assert_rewrite("tests.integration.desk_contract")

from tests.factories.board_files import board_path, engine, new_board  # noqa: E402 - the rewriting comes first

__all__ = ["board_path", "engine", "new_board"]
