"""What the demo's welcome tells a newcomer to try, tried by the keys that it names."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kanbandesk.app.demo import create_demo
from kanbandesk.ui.key_map import KeyMap
from kanbandesk.ui.sheets.urgency import UrgencyField
from tests.gui.shell.stand import Shell

WELCOME = "Welcome! Drag me to In progress"


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "home"
    create_demo(path).close()
    return path


@pytest.fixture
def board_home(demo_home: Path, tmp_path: Path) -> Path:
    """A demo of this test's own."""
    path = tmp_path / "board"
    shutil.copytree(demo_home, path)
    return path


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(shell: Shell, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    shell.until(lambda: QApplication.focusWidget() is not None)
    QTest.keyClick(focused(), key, modifier)


def take_to_in_progress(shell: Shell) -> None:
    """Shift with the right arrow, and whatever urgency the sheet offers."""
    shell.select(WELCOME)
    press(shell, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    sheet = shell.window.hands.transitions.sheet
    assert sheet is not None
    (field,) = sheet.fields
    assert isinstance(field, UrgencyField)
    field.choose("how_to")
    shell.saved(sheet.confirm)


def test_the_welcome_moves_to_in_progress_and_is_mine(shell: Shell) -> None:
    take_to_in_progress(shell)
    card = shell.card(WELCOME)
    assert card.status_id == "in_progress"
    assert card.owner_id == shell.window.model.snapshot.me.id


def test_r_answers_and_what_was_sent_stays_sent(shell: Shell) -> None:
    take_to_in_progress(shell)
    before = shell.card(WELCOME).message_count
    shell.window.view.setFocus()
    press(shell, Qt.Key.Key_R)
    shell.until(shell.window.bench.has_focus_in_panel)
    panel = shell.window.bench.panel
    assert panel is not None
    shell.until(lambda: panel.ticket is not None)
    QTest.keyClicks(focused(), "Good day to you too.")
    shell.saved(lambda: press(shell, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    shell.until(lambda: shell.card(WELCOME).message_count == before + 1)
    shell.window.hands.undoing.undo()
    (notice,) = shell.window.stage.notices.shown()
    assert "told" in notice.text


def test_ctrl_z_takes_the_move_back(shell: Shell) -> None:
    take_to_in_progress(shell)
    shell.window.view.setFocus()
    shell.saved(lambda: press(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    shell.until(lambda: shell.card(WELCOME).status_id == "new")
    assert shell.card(WELCOME).owner_id == ""


def test_a_question_mark_shows_every_key(shell: Shell) -> None:
    shell.select(WELCOME)
    press(shell, Qt.Key.Key_Question)
    shell.until(lambda: any(each.isVisible() for each in shell.window.findChildren(KeyMap)))
