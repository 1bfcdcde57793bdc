"""What a start may load before the board is painted; measured in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

SLOW = [
    "sqlalchemy",
    "alembic",
    "requests",
    "pydantic",
    "matplotlib",
    "markdown_it",
    "nh3",
    "rapidfuzz",
    "holidays",
    "kanbandesk.server",
    "kanbandesk.cli",
    "kanbandesk.exchange",
    "kanbandesk.ui.sheets",
    "kanbandesk.workflow.commands",
    "kanbandesk.workflow.moves",
    "kanbandesk.ui.ticket.panel",
]

START = """
import sys
from PySide6.QtWidgets import QApplication
import kanbandesk.app.program as program

def report(what):
    if what == "painted":
        window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
        print("cards", len(window.model.cards))
        print("loaded", *sorted(sys.modules))
        window.close()

program.report = report
from kanbandesk.__main__ import main
sys.exit(main(["open", "--home", sys.argv[1]]))
"""


def test_nothing_slow_is_imported_before_the_board_is_painted(board_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(board_home)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    cards, loaded = done.stdout.splitlines()[:2]
    assert cards == "cards 4"
    assert not set(SLOW) & set(loaded.split())
