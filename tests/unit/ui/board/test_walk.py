"""Which card the keyboard comes to next."""

from __future__ import annotations

import pytest

from kanbandesk.ui.board import walk
from kanbandesk.ui.board.geometry import Cell, Layout


def board(*columns: list[list[str]], folded: list[bool] | None = None) -> Layout:
    layout = Layout()
    layout.columns.arrange(len(columns), 1200, 700)
    cells = [[Cell(ids, [58] * len(ids)) for ids in lanes] for lanes in columns]
    layout.fill(cells, folded or [False], has_lanes=folded is not None)
    return layout


@pytest.mark.parametrize(
    ("card", "by", "expected"),
    [("a", 1, "b"), ("b", -1, "a"), ("a", -1, "a"), ("c", 1, "c"), ("a", 9, "c"), ("nobody", 1, "a")],
)
def test_steps_end_at_the_ends_of_the_column(card: str, by: int, expected: str) -> None:
    assert walk.step(board([["a", "b", "c"]]), 0, card, by) == expected


def test_steps_go_on_in_the_next_lane_and_pass_folded_ones() -> None:
    layout = board([["a"], ["b"], ["c"]], folded=[False, True, False])
    assert walk.step(layout, 0, "a", 1) == "c"
    assert walk.column_order(layout, 0) == ["a", "c"]


def test_a_step_in_an_empty_column_leads_nowhere() -> None:
    assert walk.step(board([[]]), 0, "", 1) == ""


def test_a_page_is_a_screenful_of_cards_less_one() -> None:
    ids = [str(number) for number in range(50)]
    layout = board([ids])
    rect = layout.card_rect(0, 0, 0)
    room = layout.body(0).height // rect.height - 1
    assert walk.page(layout, 0, "0", rect, 1) == str(room)
    assert walk.page(layout, 0, "49", rect, -1) == str(49 - room)


def test_to_the_side_the_card_at_the_same_height_comes_next() -> None:
    layout = board([["a", "b", "c"]], [["x", "y"]])
    middle = layout.card_rect(0, 0, 1).y + 25
    assert walk.across(layout, 0, 0, middle, 1) == "y"


def test_empty_columns_are_passed_over() -> None:
    layout = board([["a"]], [[]], [["z"]])
    middle = layout.card_rect(0, 0, 0).y
    assert walk.across(layout, 0, 0, middle, 1) == "z"
    assert walk.across(layout, 2, 0, middle, -1) == "a"
    assert walk.across(layout, 2, 0, middle, 1) == ""


def test_to_the_side_the_same_lane_is_preferred_then_the_nearest() -> None:
    layout = board([["a"], ["b"]], [["x"], ["y"]], [["z"], []], folded=[False, False])
    middle = layout.card_rect(0, 1, 0).y
    assert walk.across(layout, 0, 1, middle, 1) == "y"
    assert walk.across(layout, 1, 1, middle, 1) == "z"


def test_the_ends_of_the_board_pass_empty_columns() -> None:
    layout = board([[]], [["a", "b"]], [[]])
    assert walk.edge(layout, is_last=False) == "a"
    assert walk.edge(layout, is_last=True) == "b"
    assert walk.edge(board([[]]), is_last=True) == ""
