"""The window around the board: themes, notices, places, and what the desk says while it runs."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kanbandesk.app.boards import free_folder
from kanbandesk.ui.action_table import Act
from kanbandesk.ui.theme.tokens import DARK
from kanbandesk.ui.welcome.page import Way
from kanbandesk.workflow.commands import ChangeTags, CreateTicket
from kanbandesk.workflow.ids import new_id
from tests.fakes.desk import failed
from tests.gui.shell.stand import Shell

MINE = "Receipts arrive twice"


def test_a_ticket_made_elsewhere_appears(shell: Shell) -> None:
    command = CreateTicket(ticket_id=new_id(), title="From the phone", line_id="first")
    assert shell.desk.submit(command).result(60).is_applied
    shell.until(lambda: any(card.title == "From the phone" for card in shell.window.model.cards.values()))
    shell.until(lambda: shell.window.stage.status.figures.text().startswith("5 open"))


def test_the_theme_changes_live(shell: Shell) -> None:
    shell.window.actions_by_name[Act.THEME].trigger()
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert shell.window.view.cards.theme is DARK
    assert DARK.panel in QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_what_is_being_saved_is_counted(shell: Shell) -> None:
    seen: list[str] = []
    shell.bridge.pending_changed.connect(lambda _count: seen.append(shell.window.stage.status.saved.text()))
    shell.saved(lambda: shell.bridge.submit(ChangeTags(ticket_id=shell.card(MINE).id, add=("sms",))))
    shell.until(lambda: len(seen) == 2)
    assert "1 change" in seen[0]
    assert "Saved" in seen[1]


def test_a_notice_stays_until_it_is_closed(shell: Shell) -> None:
    notice = shell.window.stage.notices.tell("Not saved", "The disk is full.")
    assert notice.isVisible()
    notice.close()
    assert shell.window.stage.notices.shown() == []


def test_the_same_notice_is_not_shown_twice(shell: Shell) -> None:
    for _ in range(2):
        shell.window.stage.notices.tell("Not saved", "The disk is full.")
    assert len(shell.window.stage.notices.shown()) == 1


def test_what_a_panel_tells_of_a_full_disk_is_not_told_by_a_notice_too(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, expected_log: pytest.FixtureRequest
) -> None:
    expected_log("could not be kept")  # type: ignore[operator]
    panel = shell.window.bench.open(shell.card(MINE).id)
    shell.until(lambda: panel.ticket is not None)
    monkeypatch.setattr(shell.desk, "submit", lambda _command, _uid: failed(OSError("disk full")))
    panel.focus_composer("note")
    panel.talk.composer.fields.edit().insertPlainText("Looks like our own setting.")
    panel.talk.composer.send()
    shell.until(panel.talk.composer.bar.isVisible)
    assert "disk full" in panel.talk.composer.bar.text
    QApplication.sendPostedEvents()
    assert shell.window.stage.notices.shown() == []


def test_words_from_outside_are_never_read_as_markup(shell: Shell) -> None:
    notice = shell.window.stage.notices.tell("<img src=x>", "<b>bold</b>")
    for label in notice.findChildren(QLabel):
        assert label.textFormat().name == "PlainText"


def test_the_answer_of_a_notice_is_done_and_the_notice_goes(shell: Shell) -> None:
    done: list[bool] = []
    notice = shell.window.stage.notices.tell("Refused", answer=("Try again", lambda: done.append(True)))
    notice.answer()
    assert done == [True]
    assert shell.window.stage.notices.shown() == []


def test_the_window_comes_back_where_it_was(shell: Shell, open_shell: Callable[[], Shell]) -> None:
    shell.window.setGeometry(0, 0, 880, 640)
    shell.window.bench.open(shell.card(MINE).id)
    shell.window.close()
    again = open_shell()
    assert again.window.memory.restore(again.window)
    assert (again.window.width(), again.window.height()) == (880, 640)


def test_the_panel_opens_as_wide_as_it_was_left(shell: Shell, open_shell: Callable[[], Shell]) -> None:
    shell.window.bench.open(shell.card(MINE).id)
    shell.window.bench.setSizes([1000, 500])
    left = shell.window.bench.sizes()[1]
    again = open_shell()
    again.window.bench.open(again.card(MINE).id)
    assert abs(again.window.bench.sizes()[1] - left) <= 2


def test_a_ticket_in_a_window_of_its_own_follows_the_changes(shell: Shell) -> None:
    panel = shell.window.bench.open_apart(shell.card(MINE).id)
    shell.until(lambda: panel.ticket is not None)
    shell.saved(lambda: shell.bridge.submit(ChangeTags(ticket_id=shell.card(MINE).id, add=("sms",))))
    shell.until(lambda: panel.ticket is not None and "sms" in panel.ticket.tags)
    panel.close()


def test_the_welcome_page_offers_every_way_to_a_board(shell: Shell) -> None:
    page = shell.window.show_welcome([], None)
    assert all(page.offer(way).isEnabled() for way in Way)
    shell.window.hands.deeds.go_back()
    assert shell.window.pages.currentIndex() == 0


def test_a_new_board_gets_a_folder_that_is_not_there_yet(shell: Shell) -> None:
    first = free_folder("Ночная смена / 2")
    assert first.name == "ночная-смена---2"
    first.mkdir(parents=True)
    assert free_folder("Ночная смена / 2") != first


def test_everything_that_can_be_pressed_has_a_name(shell: Shell) -> None:
    shell.window.show_welcome([], None)
    nameless = [
        button
        for button in shell.window.findChildren(QAbstractButton)
        if not (button.accessibleName() or button.text() or button.toolTip())
        and not button.objectName().endswith("_ext_button")
        and not button.inherits("QLineEditIconButton")
    ]
    assert not nameless
