"""The start stays fast: what is slow to import comes when it is first needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kanbandesk.app.homes import Home

SLOW = ("sqlalchemy", "alembic", "requests", "pydantic", "matplotlib", "holidays", "platformdirs")
NOT_YET = ("_hashlib", "secrets", "kanbandesk.workflow.commands", "kanbandesk.workflow.handlers")
"""Cheaper ones that the start does without all the same: OpenSSL, the rulebook."""

BOARD = """
import sys
from pathlib import Path
from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
desk = SoloDesk(Home.open(Path(sys.argv[1])))
print(len(desk.board().result().agents))
print(desk.search("nothing").result(), desk.drafts("t").result())
print(*[name for name in sys.argv[2:] if name in sys.modules])
{then}
print(*[name for name in sys.argv[2:] if name in sys.modules])
desk.close()
"""


def lines_of(path: Path, then: str, names: tuple[str, ...] = SLOW) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", BOARD.format(then=then), str(path), *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture
def path(home: Path) -> Path:
    Home.create(home).close()
    return home


def test_reading_the_board_imports_nothing_slow(path: Path) -> None:
    _, _, after_board, _ = lines_of(path, "", (*SLOW, *NOT_YET))
    assert after_board == ""


def test_a_desk_that_is_told_to_warm_up_is_ready_to_write(path: Path) -> None:
    *_, after_warming = lines_of(path, "assert desk.warm_up().result() == ()")
    assert after_warming == "sqlalchemy"


def test_the_first_command_makes_ready_by_itself(path: Path) -> None:
    submit = """
from kanbandesk.workflow.commands import CreateTicket
from kanbandesk.workflow.ids import new_id
assert desk.submit(CreateTicket(ticket_id=new_id(), title="First")).result().is_applied
"""
    *_, after_submit = lines_of(path, submit)
    assert after_submit == "sqlalchemy"
