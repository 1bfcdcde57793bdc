"""A new workspace can be worked with at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kanbandesk.models.boardfile import read_board
from kanbandesk.server.core.bootstrap import DEVELOPMENT
from kanbandesk.server.core.workspace import create_file
from kanbandesk.workflow.boards import default_board
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import default_workflow
from tests.factories.workflow import NOW


def test_a_new_workspace_has_the_default_settings_and_one_person_who_may_do_everything(
    new_board: Path,
) -> None:
    board = read_board(new_board, NOW)
    assert board.workflow == default_workflow()
    assert {one.id: one for one in board.boards} == {
        "support": default_board(board.workflow),
        "development": DEVELOPMENT,
    }
    assert [line.name for line in board.lines] == [
        "First line",
        "Second line",
        "Third line",
        "Commercial",
        "Development",
    ]
    assert board.agents == [board.me]
    assert board.me.name == "Ada Berg"
    assert set(board.me.roles) == {Role.AGENT, Role.ADMINISTRATOR}
    assert board.me.line_ids == ()  # on every line, those of an import too
    assert (board.cards, board.closed_count) == ([], 0)


def test_a_new_workspace_counts_from_one(new_board: Path) -> None:
    with closing(sqlite3.connect(f"file:{new_board}?mode=ro", uri=True)) as connection:
        assert connection.execute("SELECT ver, next_number, now FROM sync_head").fetchall() == [(1, 1, NOW)]


def test_two_workspaces_are_never_taken_for_one(tmp_path: Path) -> None:
    epochs = []
    for name in ("one.db", "two.db"):
        create_file(tmp_path / name, me="Ada", now=NOW, meta={})
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            epochs += connection.execute("SELECT epoch FROM sync_head").fetchall()
    assert epochs[0] != epochs[1]
