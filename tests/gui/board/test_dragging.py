"""Dragging with our own hand: legal and illegal targets, the gap, Escape, several cards, scrolling at the edges.

Traps that others' users fell into (peers.md): a refused drop returns to its exact slot; Escape leaves no ghost;
autoscroll works both ways.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.board.motion import motion_ms
from kanbandesk.workflow.boards import Filter, Swimlane
from kanbandesk.workflow.cards import Changes
from kanbandesk.workflow.commands import Place
from tests.factories.workflow import make_card
from tests.gui.board.conftest import PutUp
from tests.gui.board.stand import BUTTON, KEY, Stand

Key = Qt.Key


def order(stand: Stand, column_id: str) -> list[str]:
    return list(stand.model.ids(column_id))


def picture(stand: Stand) -> QImage:
    return stand.view.viewport().grab().toImage()


def is_at_rest(stand: Stand) -> bool:
    return stand.view.scene.held is None and stand.view.board_layout.gap is None


def beside(stand: Stand, card_id: str, *, above: bool) -> QPoint:
    """Return a point in the upper or lower part of a card."""
    rect = stand.rect(card_id)
    return QPoint(rect.x + rect.width // 2, rect.y + (4 if above else rect.height - 4))


# -- dropping -----------------------------------------------------------------------------------------------


def test_a_card_dropped_between_two_lies_between_them(stand: Stand) -> None:
    stand.answer = stand.confirm
    stand.drag("d", beside(stand, "y", above=True))
    (request,) = stand.drops
    assert (request.ids, request.column_id, request.status_id) == (("d",), "waiting_client", "waiting_client")
    assert request.place == Place(after="x", before="y")
    assert order(stand, "waiting_client") == ["x", "d", "y"]
    assert is_at_rest(stand)


def test_a_card_dropped_below_all_others_lies_at_the_end(stand: Stand) -> None:
    stand.drag("d", stand.body("waiting_client", 500))
    assert stand.drops[0].place == Place(after="y", before="")


def test_a_card_dropped_in_an_empty_column_lies_there(stand: Stand) -> None:
    stand.answer = stand.confirm
    stand.drag("d", stand.body("solved", 200))
    assert stand.drops[0].place == Place()
    assert order(stand, "solved") == ["d"]


def test_a_card_changes_places_in_its_own_column(stand: Stand) -> None:
    stand.answer = stand.confirm
    stand.drag("c", beside(stand, "e", above=False))
    assert order(stand, "in_progress") == ["d", "e", "c"]
    assert stand.drops[0].status_id == "in_progress"
    assert is_at_rest(stand)


def test_a_card_dropped_where_it_was_asks_for_nothing(stand: Stand) -> None:
    stand.drag("d", stand.middle("d") + QPoint(20, 5))
    stand.until(lambda: is_at_rest(stand))
    assert not stand.drops


def test_the_anchor_of_a_drop_is_the_gap_on_screen(stand: Stand) -> None:
    stand.lift("d", beside(stand, "y", above=True))
    gap = stand.view.board_layout.gap_rect()
    stand.release(beside(stand, "y", above=True))
    corner = stand.view.viewport().mapToGlobal(QPoint(gap.x, gap.y))
    assert stand.drops[0].anchor.topLeft() == corner
    assert stand.drops[0].anchor.width() == stand.rect("d").width


def test_a_press_that_hardly_moves_is_no_drag(stand: Stand) -> None:
    stand.press(stand.middle("d"))
    QTest.mouseMove(stand.view.viewport(), stand.middle("d") + QPoint(2, 2))
    assert stand.view.scene.held is None
    stand.release(stand.middle("d"))
    assert stand.view.selected_ids() == ("d",)


# -- while the card is held ---------------------------------------------------------------------------------


def test_legal_columns_are_told_from_illegal_ones_with_the_reason(stand: Stand) -> None:
    stand.lift("d", stand.body("solved"))
    held = stand.view.scene.held
    assert held is not None
    assert {column for column, says in held.verdicts.items() if not says.is_legal} == {"new"}
    assert held.verdicts["new"].reason == "Only new tickets and those given back lie in New."
    assert held.label == "→ Solved · asks for the problem and what was done"
    stand.release(stand.body("solved"))


def test_the_columns_look_different_while_a_card_is_held(stand: Stand) -> None:
    before = picture(stand)
    legal, illegal = stand.body("solved", 300), stand.body("new", 300)
    edge = QPoint(stand.view.board_layout.columns.rect(stand.view.places.column("solved")).x + 1, 300)
    dimmed = beside(stand, "a", above=True) + QPoint(0, 40)
    stand.lift("d", stand.body("in_progress", 300))
    after = picture(stand)
    assert after.pixelColor(edge) != before.pixelColor(edge)
    assert after.pixelColor(dimmed) != before.pixelColor(dimmed)
    assert after.pixelColor(legal) == before.pixelColor(legal)
    assert after.pixelColor(illegal) == before.pixelColor(illegal)
    stand.release(stand.body("in_progress", 300))


def test_a_gap_opens_where_the_card_will_lie_and_follows_the_hand(stand: Stand) -> None:
    below = stand.rect("y").y
    stand.lift("d", beside(stand, "y", above=True))
    layout = stand.view.board_layout
    assert layout.gap is not None
    assert (layout.gap.index, layout.gap.height) == (1, stand.rect("d").height)
    assert stand.rect("y").y == below + layout.gap.height + 8
    stand.move(stand.body("solved", 100))
    assert layout.gap is not None
    assert stand.rect("y").y == below
    assert layout.gap.column == stand.view.places.column("solved")


def test_over_an_illegal_column_no_gap_opens(stand: Stand) -> None:
    stand.lift("d", stand.body("new"))
    assert stand.view.board_layout.gap is None
    assert stand.view.scene.held is not None
    assert stand.view.scene.held.label == "Only new tickets and those given back lie in New."


def test_outside_the_board_nothing_is_aimed_at(stand: Stand) -> None:
    stand.lift("d", QPoint(300, -40))
    assert stand.view.scene.held is not None
    assert stand.view.scene.held.target == ""
    stand.release(QPoint(300, -40))
    stand.until(lambda: is_at_rest(stand))
    assert not stand.drops


# -- putting back -------------------------------------------------------------------------------------------


def test_a_refused_drop_returns_to_its_exact_slot_and_says_why(stand: Stand) -> None:
    stand.view.select(["d"], "d")
    stand.move(QPoint(5, 5))
    slot = stand.rect("d")
    stand.drag("d", stand.body("new"))
    assert stand.view.scene.bubble is not None
    assert stand.view.scene.bubble.text == "Only new tickets and those given back lie in New."
    stand.until(lambda: is_at_rest(stand))
    assert (stand.rect("d"), order(stand, "in_progress")) == (slot, ["c", "d", "e"])
    assert not stand.drops


def test_the_reason_goes_away_with_the_next_press(stand: Stand) -> None:
    stand.drag("d", stand.body("new"))
    stand.until(lambda: is_at_rest(stand))
    stand.click("x")
    assert stand.view.scene.bubble is None


def test_escape_puts_everything_back_and_leaves_no_ghost(stand: Stand) -> None:
    stand.click("d")
    stand.move(QPoint(5, 5))
    before = stand.screen()
    stand.lift("d", beside(stand, "y", above=True))
    assert stand.screen() != before
    stand.key(Key.Key_Escape)
    stand.until(lambda: is_at_rest(stand))
    stand.release(beside(stand, "y", above=True))
    stand.move(QPoint(5, 5))
    assert stand.screen() == before
    assert not stand.drops


def test_the_hand_leaves_no_trace_on_its_way(stand: Stand) -> None:
    stand.lift("d", beside(stand, "y", above=True))
    for point in (
        stand.body("solved"),
        stand.body("new"),
        QPoint(500, 650),
        QPoint(-20, 300),
        stand.middle("a"),
    ):
        stand.move(point)
        assert stand.screen() == stand.painted()
    stand.key(Key.Key_Escape)
    stand.until(lambda: is_at_rest(stand))
    assert stand.screen() == stand.painted()


def test_escape_puts_the_scrolling_back_too(board_with: PutUp) -> None:
    cards = [
        make_card(id=f"{number:02}", rank=f"{number:02}V", owner_id="me", status_id="in_progress")
        for number in range(30)
    ]
    stand = board_with(cards, (600, 500))
    stand.lift("00", stand.body("in_progress", 420))
    stand.until(lambda: stand.view.board_layout.offset(1) > 100)
    stand.key(Key.Key_Escape)
    assert stand.view.board_layout.offset(1) == 0
    stand.release(stand.body("in_progress", 420))
    stand.until(lambda: is_at_rest(stand))
    assert not stand.drops


def test_escape_during_a_drag_is_kept_from_the_windows_shortcuts(stand: Stand) -> None:
    stand.lift("d", stand.body("solved"))
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, KEY.NoModifier)
    event.ignore()
    QApplication.sendEvent(stand.view, event)
    assert event.isAccepted()


@pytest.mark.parametrize("kind", [QEvent.Type.WindowDeactivate, QEvent.Type.WindowBlocked])
def test_leaving_the_window_puts_the_card_back(stand: Stand, kind: QEvent.Type) -> None:
    stand.lift("d", stand.body("solved"))
    QApplication.sendEvent(stand.view, QEvent(kind))
    assert not stand.view.hands.drag.is_active
    stand.until(lambda: is_at_rest(stand))
    stand.release(stand.body("solved"))
    assert not stand.drops


def test_a_button_let_go_elsewhere_puts_the_card_back(stand: Stand) -> None:
    stand.lift("d", stand.body("solved"))
    where = stand.body("solved", 90)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where.toPointF(),
        stand.view.viewport().mapToGlobal(where).toPointF(),
        BUTTON.NoButton,
        BUTTON.NoButton,
        KEY.NoModifier,
    )
    QApplication.sendEvent(stand.view.viewport(), event)
    assert not stand.view.hands.drag.is_active


def test_without_animations_the_card_is_home_at_once(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanbandesk.ui.board.motion.MOTION", 0)
    stand.lift("d", stand.body("solved"))
    stand.key(Key.Key_Escape)
    assert is_at_rest(stand)


def test_a_movement_lasts_as_long_as_the_tokens_say(stand: Stand) -> None:
    assert 120 <= motion_ms(stand.view) <= 180


# -- waiting for the window's answer ------------------------------------------------------------------------


def test_a_dropped_card_lies_in_the_gap_until_the_window_has_answered(stand: Stand) -> None:
    stand.drag("d", beside(stand, "y", above=True))
    held = stand.view.scene.held
    assert held is not None
    assert held.is_lying
    assert stand.view.board_layout.gap is not None
    stand.view.hold_gap(stand.drops[0])
    assert stand.view.scene.held is held
    stand.confirm(stand.drops[0])
    assert is_at_rest(stand)
    assert order(stand, "waiting_client") == ["x", "d", "y"]


def test_released_from_the_gap_the_card_slides_home(stand: Stand) -> None:
    slot = stand.rect("d")
    stand.drag("d", beside(stand, "y", above=True))
    stand.view.release_gap()
    assert stand.view.board_layout.gap is None
    stand.until(lambda: is_at_rest(stand))
    assert stand.rect("d") == slot


def test_changes_elsewhere_leave_the_card_lying(stand: Stand) -> None:
    stand.drag("d", beside(stand, "y", above=True))
    stand.view.model_changed(stand.model.apply(Changes(removed=("x",))))
    assert stand.view.board_layout.gap is not None
    assert stand.view.board_layout.gap.index == 0
    stand.confirm(stand.drops[0])
    assert order(stand, "waiting_client") == ["d", "y"]


def test_a_gap_can_be_held_for_a_move_that_was_not_dragged(stand: Stand) -> None:
    stand.drag("d", beside(stand, "y", above=True))
    request = stand.drops[0]
    stand.view.release_gap()
    stand.until(lambda: is_at_rest(stand))
    stand.view.hold_gap(request)
    assert stand.view.scene.held is not None
    assert stand.view.scene.held.is_lying
    stand.view.release_gap()
    stand.until(lambda: is_at_rest(stand))


def test_a_held_gap_lies_in_front_of_its_neighbour_where_the_one_behind_is_hidden(stand: Stand) -> None:
    stand.drag("d", stand.body("solved"))
    request = replace(stand.drops[0], column_id="waiting_client", place=Place(after="hidden", before="y"))
    stand.view.release_gap()
    stand.view.hold_gap(request)
    assert stand.view.board_layout.gap is not None
    assert stand.view.board_layout.gap.index == 1


def test_while_a_card_lies_and_waits_no_other_is_lifted(stand: Stand) -> None:
    stand.drag("d", beside(stand, "y", above=True))
    stand.drag("c", stand.body("solved"))
    assert len(stand.drops) == 1


# -- several cards ------------------------------------------------------------------------------------------


def test_several_cards_are_dropped_together_in_the_order_of_the_board(stand: Stand) -> None:
    stand.answer = stand.confirm
    stand.view.select(["e", "c"], "e")
    stand.drag("e", beside(stand, "y", above=True))
    assert stand.drops[0].ids == ("c", "e")
    assert order(stand, "waiting_client") == ["x", "c", "e", "y"]


def test_cards_from_here_and_there_come_together_where_one_of_them_was(stand: Stand) -> None:
    stand.answer = stand.confirm
    stand.view.select(["c", "e"], "e")
    stand.drag("e", beside(stand, "d", above=True))
    assert stand.drops[0].place == Place(after="", before="d")
    assert order(stand, "in_progress") == ["c", "e", "d"]


def test_chosen_cards_are_dragged_together_with_the_adding_key_down(stand: Stand) -> None:
    stand.view.select(["c", "e"], "c")
    stand.press(stand.middle("e"), KEY.ControlModifier)
    stand.move(stand.middle("e") + QPoint(30, 0))
    stand.move(stand.body("solved"))
    stand.release(stand.body("solved"))
    assert stand.drops[0].ids == ("c", "e")


def test_the_wheel_scrolls_under_the_hand(board_with: PutUp) -> None:
    stand = long_board(board_with)
    stand.lift("01", stand.body("in_progress", 200))
    point = QPointF(stand.body("in_progress", 200))
    event = QWheelEvent(
        point,
        stand.view.viewport().mapToGlobal(point),
        QPoint(),
        QPoint(0, -360),
        BUTTON.LeftButton,
        KEY.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stand.view.viewport(), event)
    assert stand.view.board_layout.offset(1) == 216
    gap = stand.view.board_layout.gap
    assert gap is not None
    assert gap.index > 2
    stand.key(Key.Key_Escape)


def test_several_cards_may_go_only_where_each_may(stand: Stand) -> None:
    stand.view.select(["a", "c"], "c")
    stand.lift("c", stand.body("solved"))
    held = stand.view.scene.held
    assert held is not None
    assert not held.verdicts["solved"].is_legal
    assert held.verdicts["solved"].reason == "1 of 2: There is no move from New to Solved."


def test_neighbouring_cards_dropped_among_themselves_ask_for_nothing(stand: Stand) -> None:
    stand.view.select(["c", "d"], "c")
    stand.drag("c", beside(stand, "d", above=False) + QPoint(0, 2))
    stand.until(lambda: is_at_rest(stand))
    assert not stand.drops


def test_a_card_that_is_not_chosen_is_dragged_alone(stand: Stand) -> None:
    stand.view.select(["c", "d"], "c")
    stand.drag("x", stand.body("in_progress", 500))
    assert stand.drops[0].ids == ("x",)


# -- the board changes under the hand -----------------------------------------------------------------------


def test_a_held_card_that_leaves_the_board_ends_the_drag(stand: Stand) -> None:
    stand.lift("d", stand.body("solved"))
    stand.view.model_changed(stand.model.apply(Changes(removed=("d",))))
    assert is_at_rest(stand)
    stand.release(stand.body("solved"))
    assert not stand.drops


def test_a_held_card_that_a_colleague_moved_has_other_legal_columns(stand: Stand) -> None:
    stand.lift("d", stand.body("solved"))
    changed = make_card(id="d", rank="D", owner_id="me", status_id="waiting_client", sla_class="settings")
    stand.view.model_changed(stand.model.apply(Changes(cards=(changed,))))
    held = stand.view.scene.held
    assert held is not None
    assert not held.verdicts["postponed"].is_legal
    stand.release(stand.body("solved"))
    assert stand.drops[0].status_id == "solved"


def test_a_drop_beside_cards_that_the_filter_hides_keeps_clear_of_them(stand: Stand) -> None:
    stand.model.set_filter(Filter(text="#105"))  # x
    stand.model.apply(
        Changes(
            cards=(
                make_card(
                    id="d", number=105, rank="D", owner_id="me", status_id="in_progress", sla_class="settings"
                ),
            )
        )
    )
    stand.view.model_changed(None)
    stand.drag("d", stand.body("waiting_client", 400))
    assert stand.drops[0].place == Place(after="x", before="y")


# -- lanes --------------------------------------------------------------------------------------------------


def test_with_lanes_a_card_stays_in_its_lane(stand: Stand) -> None:
    stand.model.set_swimlane(Swimlane.AGENT)
    stand.view.model_changed(None)
    lane = stand.view.board_layout.cell_rect(4, 1)
    stand.lift("d", QPoint(lane.x + 50, lane.y + 20))
    gap = stand.view.board_layout.gap
    assert gap is not None
    assert (gap.column, gap.lane) == (4, 0)
    assert stand.view.scene.held is not None
    assert stand.view.scene.held.label.endswith("a time to wake · stays in Ada Berg")
    stand.move(stand.middle("y"))
    assert "stays in" not in stand.view.scene.held.label


def test_with_lanes_a_lane_grows_to_hold_the_gap(stand: Stand) -> None:
    stand.model.set_swimlane(Swimlane.AGENT)
    stand.view.model_changed(None)
    below = stand.view.board_layout.lane_head(1).y
    stand.lift("x", stand.middle("d"))
    gap = stand.view.board_layout.gap
    assert gap is not None
    assert stand.view.board_layout.lane_head(1).y == below + gap.height + 8
    stand.key(Key.Key_Escape)
    assert stand.view.board_layout.lane_head(1).y == below


# -- scrolling at the edges ---------------------------------------------------------------------------------


def long_board(board_with: PutUp) -> Stand:
    cards = [
        make_card(
            id=f"{number:02}",
            rank=f"{number:02}V",
            owner_id="me",
            status_id="in_progress",
            sla_class="settings",
        )
        for number in range(16)
    ]
    return board_with(cards, (620, 500))


def test_near_the_lower_and_upper_edge_the_column_scrolls_both_ways(board_with: PutUp) -> None:
    stand = long_board(board_with)
    layout = stand.view.board_layout
    stand.lift("01", stand.body("in_progress", layout.body(1).height - 6))
    stand.until(lambda: layout.offset(1) == layout.longest_scroll(1))
    stand.move(stand.body("in_progress", 6))
    stand.until(lambda: layout.offset(1) == 0)
    stand.key(Key.Key_Escape)


def test_near_the_right_and_left_edge_the_board_scrolls_both_ways(board_with: PutUp) -> None:
    stand = long_board(board_with)
    columns = stand.view.board_layout.columns
    stand.lift("01", QPoint(614, 250))
    stand.until(lambda: columns.scroll == columns.longest_scroll)
    assert stand.view.scene.held is not None
    assert stand.view.scene.held.target == "solved"
    stand.move(QPoint(4, 250))
    stand.until(lambda: columns.scroll == 0)
    assert stand.view.scene.held.target == "new"
    stand.move(QPoint(614, 250))
    stand.until(lambda: columns.scroll > 100)
    stand.key(Key.Key_Escape)
    assert columns.scroll == 0


def test_the_board_stops_scrolling_when_the_hand_leaves_the_edge(board_with: PutUp) -> None:
    stand = long_board(board_with)
    layout = stand.view.board_layout
    stand.lift("01", stand.body("in_progress", layout.body(1).height - 6))
    stand.until(lambda: layout.offset(1) > 30)
    stand.move(stand.body("in_progress", 200))
    assert not stand.view.hands.drag.is_scrolling
    stand.key(Key.Key_Escape)


def test_a_drag_for_a_picture_is_under_way(stand: Stand) -> None:
    stand.view.begin_drag_for_shot("d", "waiting_client")
    held = stand.view.scene.held
    assert held is not None
    assert held.target == "waiting_client"
    assert stand.view.board_layout.gap is not None


def test_a_message_goes_away_by_itself_when_it_has_been_read(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanbandesk.ui.board.messages.SHORTEST", 1)
    monkeypatch.setattr("kanbandesk.ui.board.messages.PER_LETTER", 0)
    stand.view.hands.refuse("No", "solved")
    assert stand.view.scene.bubble is not None
    stand.until(lambda: stand.view.scene.bubble is None)


def test_a_message_lies_within_the_board(board_with: PutUp) -> None:
    stand = board_with([make_card()], (300, 400))
    stand.view.hands.refuse("A long reason " * 20, "solved")
    assert stand.view.scene.bubble is not None
    place = stand.view.scene.bubble.place
    assert place.x >= 8
    assert place.y >= 8
    assert place.bottom <= 400
