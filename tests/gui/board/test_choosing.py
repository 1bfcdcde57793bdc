"""Choosing cards by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.board.columns import add_rect
from kanbandesk.workflow.boards import Filter, Swimlane
from kanbandesk.workflow.cards import Changes
from tests.factories.workflow import make_card
from tests.gui.board.conftest import PutUp
from tests.gui.board.stand import BUTTON, KEY, Stand

Key = Qt.Key
ADDING = KEY.ControlModifier
RANGE = KEY.ShiftModifier


def test_a_click_chooses_one_card(stand: Stand) -> None:
    stand.click("c")
    stand.click("d")
    assert stand.view.selected_ids() == ("d",)
    assert stand.view.current_id() == "d"


def test_adding_clicks_choose_cards_of_several_columns_in_the_order_of_the_board(stand: Stand) -> None:
    for card_id in ("x", "d", "a"):
        stand.click(card_id, ADDING)
    assert stand.view.selected_ids() == ("a", "d", "x")
    stand.click("d", ADDING)
    assert stand.view.selected_ids() == ("a", "x")


def test_a_range_click_chooses_all_between_in_the_column(stand: Stand) -> None:
    stand.click("c")
    stand.click("e", RANGE)
    assert stand.view.selected_ids() == ("c", "d", "e")


def test_a_click_on_one_of_several_chosen_leaves_only_that_one(stand: Stand) -> None:
    stand.view.select(["c", "d"], "c")
    stand.click("d")
    assert stand.view.selected_ids() == ("d",)


def test_a_click_on_empty_space_chooses_nothing(stand: Stand) -> None:
    stand.click("c")
    point = stand.body("solved", 300)
    QTest.mouseClick(stand.view.viewport(), BUTTON.LeftButton, KEY.NoModifier, point)
    assert stand.view.selected_ids() == ()


def test_a_rubber_band_chooses_what_it_touches(stand: Stand) -> None:
    end = stand.rect("c")
    start = stand.body("in_progress", 500)
    stand.press(start)
    stand.move(QPoint(end.x + 5, stand.rect("d").y + 5))
    assert stand.view.selected_ids() == ("d", "e")
    stand.move(QPoint(stand.rect("x").x + 20, stand.rect("d").y + 5))
    assert set(stand.view.selected_ids()) == {"d", "e", "y"}
    stand.release(start)
    stand.move(start)
    assert set(stand.view.selected_ids()) == {"d", "e", "y"}


def test_a_rubber_band_with_the_adding_key_keeps_what_was_chosen(stand: Stand) -> None:
    stand.click("a")
    stand.press(stand.body("in_progress", 500), ADDING)
    stand.move(QPoint(stand.rect("e").x + 5, stand.rect("e").y + 5))
    stand.release(stand.body("in_progress", 500))
    assert stand.view.selected_ids() == ("a", "e")


def test_signals_tell_what_changed_once(stand: Stand) -> None:
    currents: list[str] = []
    changes: list[None] = []
    stand.view.current_changed.connect(currents.append)
    stand.view.selection_changed.connect(lambda: changes.append(None))
    stand.click("c")
    stand.click("c")
    assert (currents, len(changes)) == (["c"], 1)


def test_a_double_click_and_enter_open_the_card(stand: Stand) -> None:
    opened: list[str] = []
    stand.view.card_activated.connect(opened.append)
    QTest.mouseDClick(stand.view.viewport(), BUTTON.LeftButton, KEY.NoModifier, stand.middle("c"))
    stand.click("d")
    stand.key(Key.Key_Return)
    assert opened == ["c", "d"]


def test_the_claim_link_claims_and_the_rest_of_the_card_does_not(stand: Stand) -> None:
    claimed: list[str] = []
    stand.view.claim_clicked.connect(claimed.append)
    stand.click("a")
    rect = stand.view.cards.claim_rect(stand.rect("a"))
    point = QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2)
    QTest.mouseClick(stand.view.viewport(), BUTTON.LeftButton, KEY.NoModifier, point)
    rect = stand.view.cards.claim_rect(stand.rect("c"))
    owned = QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2)
    QTest.mouseClick(stand.view.viewport(), BUTTON.LeftButton, KEY.NoModifier, owned)
    assert claimed == ["a"]


def test_the_plus_in_the_head_of_new_asks_for_a_ticket(stand: Stand) -> None:
    asked: list[str] = []
    stand.view.add_requested.connect(asked.append)
    for column in (0, 1):
        rect = add_rect(stand.view.board_layout.head(column))
        QTest.mouseClick(
            stand.view.viewport(), BUTTON.LeftButton, KEY.NoModifier, QPoint(rect.x + 8, rect.y + 8)
        )
    assert asked == ["new"]


# -- keys ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([(Key.Key_Down, KEY.NoModifier)], "d"),
        ([(Key.Key_Up, KEY.NoModifier)], "c"),
        ([(Key.Key_Right, KEY.NoModifier)], "x"),
        ([(Key.Key_Left, KEY.NoModifier)], "a"),
        ([(Key.Key_Right, KEY.NoModifier)] * 2, "x"),
        ([(Key.Key_End, KEY.NoModifier)], "e"),
        ([(Key.Key_End, KEY.NoModifier), (Key.Key_Home, KEY.NoModifier)], "c"),
        ([(Key.Key_Home, KEY.ControlModifier)], "a"),
        ([(Key.Key_End, KEY.ControlModifier)], "y"),
        ([(Key.Key_PageDown, KEY.NoModifier)], "e"),
        ([(Key.Key_PageDown, KEY.NoModifier), (Key.Key_PageUp, KEY.NoModifier)], "c"),
    ],
)
def test_keys_walk_the_board(
    stand: Stand, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]], expected: str
) -> None:
    stand.click("c")
    for key, held in keys:
        stand.key(key, held)
    assert stand.view.current_id() == expected
    assert stand.view.selected_ids() == (expected,)


def test_extending_keys_choose_what_they_pass(stand: Stand) -> None:
    both = KEY.ControlModifier | KEY.ShiftModifier
    stand.click("c")
    stand.key(Key.Key_Down, both)
    stand.key(Key.Key_Down, both)
    assert stand.view.selected_ids() == ("c", "d", "e")
    stand.key(Key.Key_Up, both)
    assert stand.view.selected_ids() == ("c", "d")
    stand.key(Key.Key_Right, both)
    assert stand.view.selected_ids() == ("c", "d", "y")


def test_walking_with_control_and_space_choose_here_and_there(stand: Stand) -> None:
    stand.click("c")
    stand.key(Key.Key_Down, KEY.ControlModifier)
    stand.key(Key.Key_Down, KEY.ControlModifier)
    assert stand.view.selected_ids() == ("c",)
    stand.key(Key.Key_Space)
    assert stand.view.selected_ids() == ("c", "e")


def test_control_a_chooses_the_column(stand: Stand) -> None:
    stand.click("d")
    stand.key(Key.Key_A, KEY.ControlModifier)
    assert stand.view.selected_ids() == ("c", "d", "e")
    stand.key(Key.Key_Escape)
    assert stand.view.selected_ids() == ("d",)


def test_the_first_key_begins_with_the_first_card(stand: Stand) -> None:
    stand.view.select([], "")
    stand.key(Key.Key_Down)
    assert stand.view.current_id() == "a"


@pytest.mark.parametrize("key", [Key.Key_C, Key.Key_A, Key.Key_M, Key.Key_Slash, Key.Key_Escape])
def test_a_letter_is_left_to_the_window(stand: Stand, key: Qt.Key) -> None:
    stand.click("c")
    event = QKeyEvent(QEvent.Type.KeyPress, key, KEY.NoModifier)
    QApplication.sendEvent(stand.view, event)
    assert not event.isAccepted()
    assert stand.view.selected_ids() == ("c",)


@pytest.mark.parametrize(
    ("key", "is_kept"),
    [(Key.Key_Down, True), (Key.Key_Space, True), (Key.Key_C, False), (Key.Key_Escape, False)],
)
def test_the_boards_keys_are_kept_from_shortcuts_and_no_others(
    stand: Stand, key: Qt.Key, is_kept: bool
) -> None:
    stand.click("c")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, KEY.NoModifier)
    event.ignore()
    QApplication.sendEvent(stand.view, event)
    assert event.isAccepted() == is_kept


def test_the_focus_comes_to_a_card_and_is_seen(stand: Stand) -> None:
    stand.view.select([], "")
    seen = []
    for act in (stand.view.clearFocus, stand.view.setFocus):
        act()
        seen.append(stand.view.scene.has_focus)
    assert seen == [False, True]
    assert stand.view.current_id() == "a"


def test_a_walked_to_card_is_scrolled_into_sight(board_with: PutUp) -> None:
    cards = [make_card(id=f"{number:03}", rank=f"{number:03}V") for number in range(60)]
    stand = board_with(cards, (700, 500))
    stand.click("000")
    stand.key(Key.Key_End)
    assert stand.view.current_id() == "059"
    assert "059" in stand.view.places.in_sight()
    stand.key(Key.Key_Home)
    assert stand.view.board_layout.offset(0) == 0


def test_a_column_to_the_right_is_scrolled_into_sight(board_with: PutUp) -> None:
    stand = board_with([make_card(id="a"), make_card(id="z", status_id="solved")], (600, 500))
    stand.click("a")
    stand.key(Key.Key_Right)
    assert stand.view.current_id() == "z"
    rect = stand.rect("z")
    assert rect.x >= 0
    assert rect.right <= 600


# -- what is chosen while the board changes -----------------------------------------------------------------


def test_when_the_current_card_leaves_the_next_one_is_stood_on(stand: Stand) -> None:
    stand.click("d")
    stand.view.model_changed(stand.model.apply(Changes(removed=("d",))))
    assert stand.view.current_id() == "e"
    stand.view.model_changed(stand.model.apply(Changes(removed=("e",))))
    assert stand.view.current_id() == "c"


def test_a_walked_to_card_that_leaves_is_followed_by_the_next_too(stand: Stand) -> None:
    stand.click("c")
    stand.key(Key.Key_Down, KEY.ControlModifier)
    stand.view.model_changed(stand.model.apply(Changes(removed=("d",))))
    assert stand.view.current_id() == "e"
    assert stand.view.selected_ids() == ("c",)


def test_what_the_filter_hides_is_not_chosen_any_more(stand: Stand) -> None:
    stand.view.select(["c", "d"], "d")
    stand.model.set_filter(Filter(text="#102"))
    stand.view.model_changed(None)
    assert stand.view.selected_ids() == ("c",)


def test_a_card_moved_elsewhere_stays_chosen(stand: Stand) -> None:
    stand.click("d")
    stand.view.model_changed(stand.model.place_pending(["d"], "solved", "", ""))
    assert stand.view.selected_ids() == ("d",)
    assert stand.view.current_id() == "d"


# -- menus --------------------------------------------------------------------------------------------------


def test_the_right_button_asks_for_a_menu_on_the_card_under_it(stand: Stand) -> None:
    asked: list[tuple[tuple[str, ...], QPoint]] = []
    stand.view.menu_requested.connect(lambda ids, place: asked.append((ids, place)))
    stand.view.select(["c", "d"], "c")
    for card_id in ("d", "x"):
        point = stand.middle(card_id)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, stand.view.viewport().mapToGlobal(point)
        )
        QApplication.sendEvent(stand.view.viewport(), event)
    assert [ids for ids, _ in asked] == [("c", "d"), ("x",)]


# -- lanes --------------------------------------------------------------------------------------------------


def test_a_lane_is_folded_and_unfolded_by_its_head(stand: Stand) -> None:
    stand.model.set_swimlane(Swimlane.AGENT)
    stand.view.model_changed(None)
    lanes = [lane.id for lane in stand.model.lanes]
    assert lanes == ["me", ""]
    head = stand.view.board_layout.lane_head(0)
    point = QPoint(head.x + 20, head.y + 10)
    QTest.mouseClick(stand.view.viewport(), BUTTON.LeftButton, KEY.NoModifier, point)
    assert "c" not in stand.view.places.in_sight()
    QTest.mouseClick(stand.view.viewport(), BUTTON.LeftButton, KEY.NoModifier, point)
    assert "c" in stand.view.places.in_sight()


def test_walking_down_goes_through_the_lanes(board_with: PutUp) -> None:
    stand = board_with([make_card(id="a", priority="low"), make_card(id="b", priority="urgent")])
    stand.model.set_swimlane(Swimlane.PRIORITY)
    stand.view.model_changed(None)
    stand.click("b")
    stand.key(Key.Key_Down)
    assert stand.view.current_id() == "a"


def test_the_minus_key_folds_the_lane_and_plus_unfolds_it(board_with: PutUp) -> None:
    stand = board_with([make_card(id="a", priority="low"), make_card(id="b", priority="urgent")])
    stand.model.set_swimlane(Swimlane.PRIORITY)
    stand.view.model_changed(None)
    stand.click("b")
    stand.key(Key.Key_Minus)
    assert stand.view.places.in_sight() == ["a"]
    assert stand.view.current_id() == "a"
    stand.key(Key.Key_Minus)
    assert stand.view.places.in_sight() == []
    stand.key(Key.Key_Plus)
    assert stand.view.places.in_sight() == ["b", "a"]


def test_without_lanes_the_minus_key_does_nothing(stand: Stand) -> None:
    stand.click("c")
    stand.key(Key.Key_Minus)
    assert stand.view.current_id() == "c"
    assert "c" in stand.view.places.in_sight()


def test_the_pointer_shows_what_can_be_clicked(stand: Stand) -> None:
    rect = stand.view.cards.claim_rect(stand.rect("a"))
    stand.move(QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2))
    assert stand.view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    stand.move(stand.middle("c"))
    assert stand.view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
