"""What the program writes down, and that an error nobody expected is told and survived."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from kanbandesk.app.journal import Journal
from tests.conftest import ExpectedLog


@pytest.fixture
def journal() -> Iterator[Journal]:
    level = logging.getLogger().level
    made = Journal()
    yield made
    made.close()
    logging.getLogger().setLevel(level)


def fail(text: str) -> None:
    """Let the hook see an error as the interpreter hands it over."""
    try:
        raise RuntimeError(text)
    except RuntimeError:
        sys.excepthook(*sys.exc_info())


def test_what_came_before_the_file_was_open_is_in_it(
    journal: Journal, tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log("early")
    logging.getLogger("kanbandesk.test").warning("early")
    journal.open_file(tmp_path / "logs")
    assert "early" in (tmp_path / "logs" / "kanbandesk.log").read_text()


def test_an_unexpected_error_is_logged_and_told(
    journal: Journal, tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log("nobody expected")
    told: list[str] = []
    journal.told = told.append
    journal.open_file(tmp_path)
    fail("the drawer is stuck")
    assert told == ["RuntimeError: the drawer is stuck"]
    assert "the drawer is stuck" in (tmp_path / "kanbandesk.log").read_text()


def test_an_error_while_telling_ends_there(
    journal: Journal, tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log("nobody expected")
    calls: list[str] = []

    def tell(sentence: str) -> None:
        calls.append(sentence)
        fail("again")

    journal.told = tell
    fail("first")
    assert calls == ["RuntimeError: first"]


def test_messages_of_qt_are_in_the_log(
    journal: Journal, tmp_path: Path, qtbot: QtBot, expected_log: ExpectedLog
) -> None:
    expected_log("made of Qt")
    journal.open_file(tmp_path)
    qWarning("made of Qt")
    assert "made of Qt" in (tmp_path / "kanbandesk.log").read_text()


def test_a_disk_that_takes_no_log_stops_nothing(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    journal.open_file(tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "a file where the folder should be"


def test_everything_is_given_back_in_the_end(tmp_path: Path) -> None:
    hook, handlers = sys.excepthook, list(logging.getLogger().handlers)
    level = logging.getLogger().level
    made = Journal()
    made.open_file(tmp_path)
    made.close()
    logging.getLogger().setLevel(level)
    assert sys.excepthook is hook
    assert logging.getLogger().handlers == handlers
