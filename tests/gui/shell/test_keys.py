"""Keys: what each does on the board, and that letters do nothing while somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.action_table import SPECS, Act, keys_of
from kanbandesk.ui.key_map import KeyMap
from kanbandesk.ui.palette import Palette
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.workflow.boards import Density
from tests.gui.shell.stand import Shell

MINE = "Receipts arrive twice"
NEW = "Cannot log in"


def press(shell: Shell, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(shell.window.view, key, modifier)


def open_picker(shell: Shell) -> Picker:
    (picker,) = [each for each in shell.window.findChildren(Picker) if each.isVisible()]
    return picker


def test_no_two_actions_share_a_key(qapp: QApplication) -> None:
    keys = [key.toString() for spec in SPECS for key in keys_of(spec)]
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)


def test_a_slash_goes_to_the_search_field(shell: Shell) -> None:
    press(shell, Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is shell.window.top_bar.search


def test_letters_typed_into_the_search_are_no_commands(shell: Shell) -> None:
    shell.select(MINE)
    press(shell, Qt.Key.Key_Slash)
    QTest.keyClicks(shell.window.top_bar.search, "abcdgmnprstw?")
    assert shell.window.top_bar.search.text() == "abcdgmnprstw?"
    assert not [each for each in shell.window.findChildren(Picker) if each.isVisible()]
    assert shell.window.hands.transitions.sheet is None
    assert shell.window.model.density is Density.FULL


def test_letters_typed_into_a_sheet_are_no_commands(shell: Shell) -> None:
    shell.drop(MINE, "waiting_client")
    sheet = shell.window.hands.transitions.sheet
    assert sheet is not None
    QTest.keyClicks(sheet.fields[0].edit, "Assign it to me, please?")
    assert sheet.fields[0].words() == "Assign it to me, please?"
    assert shell.window.hands.transitions.sheet is sheet


def test_letters_on_a_choice_of_a_sheet_choose_and_are_no_commands(shell: Shell) -> None:
    (ticket_id,) = shell.select(NEW)
    shell.window.hands.transitions.move_to([ticket_id], "in_progress")
    sheet = shell.window.hands.transitions.sheet
    assert sheet is not None
    QTest.keyClick(sheet.fields[0].edit, Qt.Key.Key_A)
    assert not [each for each in shell.window.findChildren(Picker) if each.isVisible()]
    assert shell.window.hands.transitions.sheet is sheet


def test_escape_in_the_search_shows_all_cards_and_goes_back_to_the_board(shell: Shell) -> None:
    press(shell, Qt.Key.Key_Slash)
    QTest.keyClicks(shell.window.top_bar.search, "receipts")
    assert shell.window.lens.hidden() == (3, 4)
    QTest.keyClick(shell.window.top_bar.search, Qt.Key.Key_Escape)
    assert shell.window.lens.hidden() == (0, 4)
    assert QApplication.focusWidget() is shell.window.view


def test_enter_in_the_search_goes_to_the_first_card_found(shell: Shell) -> None:
    press(shell, Qt.Key.Key_Slash)
    QTest.keyClicks(shell.window.top_bar.search, "receipts")
    QTest.keyClick(shell.window.top_bar.search, Qt.Key.Key_Return)
    assert shell.window.view.current_id() == shell.card(MINE).id


def test_d_shows_smaller_cards_and_full_ones_again(shell: Shell) -> None:
    shown = []
    for _ in range(2):
        press(shell, Qt.Key.Key_D)
        shown.append(shell.window.model.density)
    assert shown == [Density.COMPACT, Density.FULL]


def test_m_offers_the_statuses_and_says_why_others_are_closed(shell: Shell) -> None:
    shell.select(MINE)
    press(shell, Qt.Key.Key_M)
    picker = open_picker(shell)
    choices = {picker._model._choices[row].id: picker._model._choices[row] for row in range(8)}
    assert choices["postponed"].why_not == ""
    assert "Wake at" in choices["postponed"].detail
    assert choices["new"].why_not


def test_m_and_a_status_asks_for_what_it_demands(shell: Shell) -> None:
    shell.select(MINE)
    press(shell, Qt.Key.Key_M)
    picker = open_picker(shell)
    QTest.keyClicks(picker.field, "postp")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    sheet = shell.window.hands.transitions.sheet
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shell.until(lambda: shell.card(MINE).status_id == "postponed")


def test_p_postpones_by_the_same_sheet(shell: Shell) -> None:
    shell.select(MINE)
    press(shell, Qt.Key.Key_P)
    sheet = shell.window.hands.transitions.sheet
    assert sheet is not None
    assert "Postponed" in sheet.accessibleName()


def test_i_claims_a_new_card(shell: Shell) -> None:
    shell.select(NEW)
    shell.saved(lambda: press(shell, Qt.Key.Key_I))
    shell.until(lambda: shell.card(NEW).owner_id == shell.window.model.snapshot.me.id)


def test_b_blocks_with_a_reason_and_b_again_takes_the_block_off(shell: Shell) -> None:
    from kanbandesk.ui.sheets.sheet import Sheet

    shell.select(MINE)
    press(shell, Qt.Key.Key_B)
    (sheet,) = [each for each in shell.window.findChildren(Sheet) if each.isVisible()]
    sheet.fields[0].restore("waits for the carrier")
    shell.saved(sheet.confirm)
    shell.until(lambda: shell.card(MINE).blocked_reason == "waits for the carrier")
    shell.select(MINE)
    shell.saved(lambda: press(shell, Qt.Key.Key_B))
    shell.until(lambda: shell.card(MINE).blocked_reason == "")


def test_t_checks_tags_and_makes_new_ones(shell: Shell) -> None:
    shell.select(MINE)
    press(shell, Qt.Key.Key_T)
    picker = open_picker(shell)
    QTest.keyClicks(picker.field, "sms")
    shell.saved(lambda: QTest.keyClick(picker.field, Qt.Key.Key_Return))
    shell.until(lambda: "sms" in shell.card(MINE).tags)
    assert picker.isVisible()


def test_undo_by_key_takes_back_what_a_key_did(shell: Shell) -> None:
    shell.select(NEW)
    shell.saved(lambda: press(shell, Qt.Key.Key_I))
    shell.until(lambda: shell.card(NEW).owner_id != "")
    assert "Claim" in shell.window.actions_by_name[Act.UNDO].text()
    shell.saved(lambda: press(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    shell.until(lambda: shell.card(NEW).owner_id == "")


def test_enter_opens_the_ticket_and_escape_goes_back_to_the_board(shell: Shell) -> None:
    shell.select(MINE)
    press(shell, Qt.Key.Key_Return)
    assert shell.window.bench.shown == shell.card(MINE).id
    panel = shell.window.bench.panel
    assert panel is not None
    shell.until(lambda: panel.ticket is not None)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert shell.window.bench.shown == ""
    assert QApplication.focusWidget() is shell.window.view


def test_r_goes_to_the_answer(shell: Shell) -> None:
    shell.select(MINE)
    press(shell, Qt.Key.Key_R)
    assert shell.window.bench.has_focus_in_panel()


def test_actions_without_a_card_are_disabled_and_say_why(shell: Shell) -> None:
    shell.window.view.select(())
    shell.window.hands.cards.refresh()
    assert "card" in shell.window.actions_by_name.why_not(Act.MOVE)


def test_what_a_card_cannot_do_says_the_rule(shell: Shell) -> None:
    shell.select(MINE)
    assert "yours" in shell.window.actions_by_name.why_not(Act.CLAIM)
    assert shell.window.actions_by_name.why_not(Act.START)


def test_the_palette_finds_actions_and_tickets(shell: Shell) -> None:
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = open_picker(shell)
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.field, "light or")
    assert palette.titles()[0] == "Light or dark"
    palette.field.setText(f"#{shell.card(MINE).number}")
    assert MINE in palette.titles()[0]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert shell.window.bench.shown == shell.card(MINE).id
    assert not palette.isVisible()


def test_the_palette_forgives_a_slip_of_the_finger(shell: Shell) -> None:
    shell.window.hands.deeds.open_palette()
    palette = open_picker(shell)
    palette.field.setText("postpnoe")
    assert "Postpone …" in palette.titles()


def test_escape_closes_the_palette_and_gives_the_focus_back(shell: Shell) -> None:
    shell.window.hands.deeds.open_palette()
    palette = open_picker(shell)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is shell.window.view


def test_the_key_map_names_every_key(shell: Shell) -> None:
    press(shell, Qt.Key.Key_Question)
    (key_map,) = shell.window.findChildren(KeyMap)
    from PySide6.QtWidgets import QLabel

    shown = " ".join(label.text() for label in key_map.findChildren(QLabel))
    for spec in SPECS:
        for key in spec.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in shown


def test_the_words_of_the_key_map_begin_at_one_edge_below_each_other(shell: Shell) -> None:
    """Two keys for the same are two signs."""
    press(shell, Qt.Key.Key_Question)
    (key_map,) = shell.window.findChildren(KeyMap)
    from PySide6.QtWidgets import QLabel

    labels = key_map.findChildren(QLabel)
    edge = {label.text(): label.mapTo(key_map, label.rect().topLeft()).x() for label in labels}
    assert edge["Undo"] == edge["Filter …"]
    assert {"C", "Ctrl+N"} <= edge.keys()


def test_the_key_map_scrolls_where_the_window_is_small(shell: Shell) -> None:
    shell.window.resize(shell.window.minimumSize())
    press(shell, Qt.Key.Key_Question)
    (key_map,) = shell.window.findChildren(KeyMap)
    bar = key_map.sight.verticalScrollBar()
    shell.until(lambda: bar.maximum() > 0)
    QTest.keyClick(key_map, Qt.Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize("act", [Act.MOVE_UP, Act.MOVE_DOWN])
def test_the_keys_of_the_board_can_be_pressed_from_the_palette(shell: Shell, act: Act) -> None:
    column = shell.window.model.ids("in_progress")
    (first, second) = column
    shell.window.view.select(
        [second if act is Act.MOVE_UP else first], second if act is Act.MOVE_UP else first
    )
    shell.saved(shell.window.actions_by_name[act].trigger)
    shell.until(lambda: list(shell.window.model.ids("in_progress")) == [second, first])
