"""Shift and the arrows move cards, by the same rules and the same request as a drop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kanbandesk.ui.board.view import DropRequest
from kanbandesk.workflow.boards import Swimlane
from kanbandesk.workflow.commands import Place
from tests.factories.workflow import make_card
from tests.gui.board.conftest import PutUp
from tests.gui.board.stand import KEY, Stand

Key = Qt.Key
SHIFT = KEY.ShiftModifier


def order(stand: Stand, column_id: str) -> list[str]:
    return list(stand.model.ids(column_id))


@pytest.fixture(autouse=True)
def _window_that_answers(stand: Stand) -> None:
    stand.answer = stand.confirm


@pytest.mark.parametrize(
    ("card", "key", "expected"),
    [
        ("d", Key.Key_Up, ["d", "c", "e"]),
        ("d", Key.Key_Down, ["c", "e", "d"]),
        ("c", Key.Key_Up, ["c", "d", "e"]),
        ("e", Key.Key_Down, ["c", "d", "e"]),
    ],
)
def test_a_card_is_moved_by_one_place(stand: Stand, card: str, key: Qt.Key, expected: list[str]) -> None:
    stand.click(card)
    stand.key(key, SHIFT)
    assert order(stand, "in_progress") == expected
    assert stand.view.current_id() == card


def test_several_cards_are_moved_as_one(stand: Stand) -> None:
    stand.view.select(["c", "d"], "d")
    stand.key(Key.Key_Down, SHIFT)
    assert order(stand, "in_progress") == ["e", "c", "d"]
    stand.key(Key.Key_Up, SHIFT)
    assert order(stand, "in_progress") == ["c", "d", "e"]


def test_a_card_goes_to_the_next_column_at_its_height_and_stays_current(stand: Stand) -> None:
    stand.click("d")
    stand.key(Key.Key_Right, SHIFT)
    (request,) = stand.drops
    assert (request.status_id, request.place) == ("waiting_client", Place(after="x", before="y"))
    assert order(stand, "waiting_client") == ["x", "d", "y"]
    assert stand.view.current_id() == "d"


def test_columns_that_do_not_take_the_card_are_passed_over(stand: Stand) -> None:
    stand.click("x")
    stand.key(Key.Key_Right, SHIFT)
    assert stand.drops[0].status_id == "solved"


def test_where_no_column_takes_the_card_it_stays_and_the_reason_is_shown(stand: Stand) -> None:
    stand.click("d")
    stand.key(Key.Key_Left, SHIFT)
    assert not stand.drops
    assert stand.view.scene.bubble is not None
    assert stand.view.scene.bubble.text == "Only new tickets and those given back lie in New."
    stand.key(Key.Key_Escape)
    assert stand.view.scene.bubble is None


def test_beyond_the_last_column_nothing_happens(board_with: PutUp) -> None:
    stand = board_with([make_card(id="z", status_id="solved", owner_id="me")])
    stand.click("z")
    stand.key(Key.Key_Right, SHIFT)
    assert not stand.drops
    assert stand.view.scene.bubble is None


def test_a_moved_card_is_scrolled_into_sight(board_with: PutUp) -> None:
    cards = [
        make_card(id=f"{number:02}", rank=f"{number:02}V", owner_id="me", status_id="solved")
        for number in range(30)
    ]
    cards.append(make_card(id="z", rank="zz", owner_id="me", status_id="in_progress", sla_class="settings"))
    stand = board_with(cards, (600, 500))
    stand.answer = stand.confirm
    stand.click("z")
    for _ in range(5):
        stand.key(Key.Key_Right, SHIFT)
    assert stand.model.cards["z"].status_id == "solved"
    assert "z" in stand.view.places.in_sight()


def test_a_card_moved_in_its_lane_stays_in_it(board_with: PutUp) -> None:
    cards = [
        make_card(id=id_, rank=id_.upper(), owner_id="me", status_id="in_progress", priority=priority)
        for id_, priority in (("a", "high"), ("b", "low"), ("c", "high"))
    ]
    stand = board_with(cards)
    stand.answer = stand.confirm
    stand.model.set_swimlane(Swimlane.PRIORITY)
    stand.view.model_changed(None)
    stand.click("a")
    stand.key(Key.Key_Down, SHIFT)
    assert list(stand.model.ids("in_progress", "high")) == ["c", "a"]


def test_while_the_window_asks_no_second_move_begins(stand: Stand) -> None:
    stand.answer = lambda _: None
    stand.click("d")
    stand.key(Key.Key_Right, SHIFT)
    stand.key(Key.Key_Right, SHIFT)
    stand.key(Key.Key_Down, SHIFT)
    assert len(stand.drops) == 1


def test_a_card_that_the_window_puts_far_away_is_scrolled_into_sight(board_with: PutUp) -> None:
    cards = [
        make_card(id=f"{number:02}", rank=f"{number:02}V", owner_id="me", status_id="solved")
        for number in range(30)
    ]
    cards.append(
        make_card(id="z", rank="zz", owner_id="me", status_id="in_development", sla_class="settings")
    )
    stand = board_with(cards, (600, 500))

    def put_at_the_end(request: DropRequest) -> None:
        touched = stand.model.place_pending(request.ids, request.status_id, "29", "")
        stand.view.model_changed(touched)

    stand.answer = put_at_the_end
    stand.click("z")
    stand.key(Key.Key_Right, SHIFT)
    assert "z" in stand.view.places.in_sight()


def test_while_the_window_asks_the_gap_is_in_sight(board_with: PutUp) -> None:
    card = make_card(id="z", owner_id="me", status_id="waiting_client", sla_class="settings")
    stand = board_with([card], (500, 500))
    stand.view.reveal("z")
    stand.click("z")
    stand.key(Key.Key_Right, SHIFT)
    gap = stand.view.board_layout.gap_rect()
    assert stand.drops[0].status_id == "solved"
    assert gap.x >= 0
    assert gap.right <= 500
