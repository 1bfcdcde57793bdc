"""Boxes one under another: pure sums, checked against slow ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.ui.ticket.stacking import Stack

HEIGHTS = st.lists(st.integers(1, 500), min_size=1, max_size=60)


def stacked(heights: list[int], gap: int = 12, padding: int = 7) -> Stack:
    stack = Stack(gap, padding)
    stack.reset(heights)
    return stack


def test_an_empty_stack_has_nothing_in_sight() -> None:
    stack = stacked([])
    assert len(stack) == 0
    assert stack.total() == 14
    assert stack.between(0, 1000) == range(0)


def test_boxes_lie_under_each_other_with_a_gap() -> None:
    stack = stacked([10, 20, 30])
    assert [stack.top(index) for index in range(3)] == [7, 29, 61]
    assert stack.total() == 7 + 10 + 12 + 20 + 12 + 30 + 7
    assert stack.height(1) == 20


def test_a_gap_belongs_to_the_box_above() -> None:
    stack = stacked([10, 20, 30])
    assert [stack.at(y) for y in (-5, 7, 16, 17, 28, 29, 60, 61, 9_999)] == [0, 0, 0, 0, 0, 1, 1, 2, 2]


def test_a_corrected_height_moves_what_is_below() -> None:
    stack = stacked([10, 20, 30])
    assert stack.set_height(0, 15) == 5
    assert [stack.top(index) for index in range(3)] == [7, 34, 66]
    assert stack.set_height(0, 15) == 0


@given(HEIGHTS, st.integers(-100, 5_000), st.integers(0, 2_000))
def test_all_boxes_in_sight_and_no_more_are_found(heights: list[int], top: int, height: int) -> None:
    stack = stacked(heights)
    found = stack.between(top, top + height)
    touching = [
        index
        for index in range(len(heights))
        if stack.top(index) <= top + height and stack.top(index) + heights[index] >= top
    ]
    assert set(touching) <= set(found)
    assert len(found) <= len(touching) + 2


@given(HEIGHTS, st.data())
def test_the_sum_follows_every_correction(heights: list[int], data: st.DataObject) -> None:
    stack = stacked(heights)
    for _ in range(5):
        index = data.draw(st.integers(0, len(heights) - 1))
        heights[index] = data.draw(st.integers(1, 500))
        stack.set_height(index, heights[index])
    assert stack.total() == sum(heights) + 12 * (len(heights) - 1) + 14
