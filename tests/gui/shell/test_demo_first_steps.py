"""What the demo's welcome tells a newcomer to try, tried by the keys that it names."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kanbandesk.app.demo import create_demo
from kanbandesk.app.homes import Home
from kanbandesk.ui.key_map import KeyMap
from kanbandesk.ui.sheets.urgency import UrgencyField
from kanbandesk.ui.welcome.invitation import Invitation, invite
from kanbandesk.workflow.commands import SaveProcess
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
    shell.until(lambda: bool(shell.window.stage.notices.shown()))  # what is still being saved is waited for
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


# -- the process in the demo --------------------------------------------------------------------------------


def invited(shell: Shell) -> Invitation:
    invitation = invite(shell.window)
    assert invitation is not None
    shell.until(invitation.bar.isVisible)
    return invitation


def test_a_demo_knows_that_it_is_one(demo_home: Path) -> None:
    home = Home.open(demo_home)
    assert home.is_demo
    home.close()


def test_the_invitation_switches_the_process_on_and_rings_count_down(shell: Shell) -> None:
    """R1a: what nobody has is offered anew, and Enter claims the card on which one stands."""
    invitation = invited(shell)
    unclaimed = {card.id for card in shell.window.model.cards.values() if card.status_id == "new"}
    QTest.mouseClick(invitation.bar.button, Qt.MouseButton.LeftButton)
    shell.until(lambda: bool(shell.window.view.scene.rings) and not invitation.bar.button.isVisible())
    assert shell.window.model.snapshot.process.are_timers_on
    current = shell.window.view.current_id()
    assert current in unclaimed
    press(shell, Qt.Key.Key_Return)
    shell.until(lambda: shell.window.model.cards[current].owner_id == shell.window.model.snapshot.me.id)


def test_who_has_claimed_everything_gets_a_new_ticket_to_see_the_ring_on(shell: Shell) -> None:
    shell.window.view.setFocus()
    offered = shell.window.hands.notifying.offered
    ids = [card.id for card in offered.cards() if offered.offers.is_new(card)]
    shell.window.hands.cards.claim(ids)
    shell.until(lambda: not any(offered.offers.is_new(card) for card in offered.cards()))
    invited(shell).accept()
    shell.until(lambda: bool(shell.window.view.scene.rings))
    assert not set(shell.window.view.scene.rings) & set(ids)


def test_an_invitation_that_was_closed_does_not_come_back(shell: Shell) -> None:
    invitation = invited(shell)
    QTest.mouseClick(invitation.bar.cross, Qt.MouseButton.LeftButton)
    assert not invitation.bar.isVisible()
    assert invite(shell.window) is None


def test_timers_switched_on_in_the_settings_leave_nothing_to_invite_to(shell: Shell) -> None:
    invitation = invited(shell)
    process = replace(shell.window.model.snapshot.process, are_timers_on=True)
    assert shell.desk.submit(SaveProcess(process=process)).result(60).is_applied
    shell.until(lambda: not invitation.bar.isVisible())
