"""Places of the work area: what takes the board's room, and the way back."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.inbox.page import InboxPage
from tests.gui.shell.stand import Shell

MINE = "Receipts arrive twice"


def test_a_place_takes_the_boards_room_and_the_open_ticket_stays_beside_it(shell: Shell) -> None:
    shell.window.bench.open(shell.card(MINE).id)
    shell.window.places.go(Act.INBOX)
    assert isinstance(shell.window.bench.place, InboxPage)
    assert not shell.window.view.isVisible()
    assert not shell.window.top_bar.isVisible()
    assert shell.window.bench.shown == shell.card(MINE).id


def test_escape_closes_the_panel_first_and_then_leaves_for_the_board(shell: Shell) -> None:
    shell.window.bench.open(shell.card(MINE).id)
    shell.window.places.go(Act.INBOX)
    page = shell.window.places.page(Act.INBOX)
    assert isinstance(page, InboxPage)
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert not shell.window.bench.shown
    assert shell.window.bench.place is page
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert shell.window.places.current is Act.BOARD
    assert shell.window.view.hasFocus()
    assert shell.window.top_bar.isVisible()


def test_every_place_is_reached_by_its_key_and_marked_on_the_rail(shell: Shell) -> None:
    for act in (Act.INBOX, Act.BOARD):
        shell.window.actions_by_name[act].trigger()
        assert shell.window.places.current is act
        assert shell.window.rail.button(act).isChecked()


def test_letters_in_a_place_do_not_act_on_cards_that_are_chosen_on_the_hidden_board(shell: Shell) -> None:
    shell.select(MINE)
    shell.window.places.go(Act.INBOX)
    chosen = shell.window.places.page(Act.INBOX)
    assert chosen is not None
    assert shell.window.hands.cards.targets() == list(chosen.targets())
    assert shell.window.hands.cards.targets() != [shell.card(MINE).id]
    assert not shell.window.actions_by_name[Act.MOVE_LEFT].isEnabled()


def test_what_only_the_board_has_leads_back_to_it(shell: Shell) -> None:
    shell.window.places.go(Act.INBOX)
    shell.window.actions_by_name[Act.SEARCH].trigger()
    assert shell.window.places.current is Act.BOARD
    assert shell.window.top_bar.search.hasFocus()


def test_a_count_on_the_rail_is_told_in_words_too(shell: Shell) -> None:
    button = shell.window.rail.button(Act.INBOX)
    shell.window.rail.show_count(Act.INBOX, 140, "140 unread")
    assert button.count_text == "99+"
    assert button.accessibleName() == "Inbox, 140 unread"
    shell.window.rail.show_count(Act.INBOX, 0)
    assert button.accessibleName() == "Inbox"


def test_no_page_is_imported_before_somebody_goes_there() -> None:
    look = "import sys, kanbandesk.ui.main_window; print(*(n for n in sys.modules if 'ui.inbox' in n))"
    said = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == ""
