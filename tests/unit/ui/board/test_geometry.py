"""Geometry against plain reckoning: what is drawn somewhere is hit there, and nothing else is."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.ui.board.geometry import (
    FOOT,
    GUTTER,
    HEAD,
    INSET,
    LANE_HEAD,
    MARGIN,
    MIN_WIDTH,
    SPACING,
    Cell,
    Columns,
    Gap,
    Layout,
    Rect,
)
from kanbandesk.ui.board.hits import Zone, hit, offset_to_show, slot_at
from kanbandesk.ui.board.scroll_bars import ACROSS, bar_at, bars

HEIGHTS = st.lists(st.integers(20, 140), max_size=9)


def a_cell(prefix: str, heights: list[int]) -> Cell:
    return Cell(
        [f"{prefix}-{index}" for index in range(len(heights))], [height + SPACING for height in heights]
    )


def a_layout(
    heights: list[list[list[int]]], size: tuple[int, int], collapsed: list[bool] | None = None
) -> Layout:
    """A layout of columns × lanes of cards with these heights; lanes when `collapsed` is given."""
    layout = Layout()
    layout.columns.arrange(len(heights), *size)
    cells = [
        [a_cell(f"{column}-{lane}", lane_heights) for lane, lane_heights in enumerate(lanes)]
        for column, lanes in enumerate(heights)
    ]
    layout.fill(cells, collapsed or [False], has_lanes=collapsed is not None)
    return layout


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    columns = draw(st.integers(1, 4))
    has_lanes = draw(st.booleans())
    lanes = draw(st.integers(1, 3)) if has_lanes else 1
    heights = draw(
        st.lists(st.lists(HEIGHTS, min_size=lanes, max_size=lanes), min_size=columns, max_size=columns)
    )
    collapsed = draw(st.lists(st.booleans(), min_size=lanes, max_size=lanes)) if has_lanes else None
    size = draw(st.tuples(st.integers(200, 1400), st.integers(120, 800)))
    layout = a_layout(heights, size, collapsed)
    if draw(st.booleans()):
        column, lane = draw(st.integers(0, columns - 1)), draw(st.integers(0, lanes - 1))
        index = draw(st.integers(0, len(heights[column][lane])))
        layout.gap = Gap(column, lane, index, draw(st.integers(20, 140)))
        layout.settle()
    for column in range(columns):
        layout.scroll_to(column, draw(st.integers(0, 900)))
    layout.columns.scroll_to(draw(st.integers(0, 600)))
    return layout


def all_cards(layout: Layout) -> list[tuple[str, int, int, int, Rect]]:
    return [
        (card_id, column, lane, index, layout.card_rect(column, lane, index))
        for column, lanes in enumerate(layout.cells)
        for lane, cell in enumerate(lanes)
        if not (layout.has_lanes and layout.collapsed[lane])
        for index, card_id in enumerate(cell.ids)
    ]


# -- stacks -------------------------------------------------------------------------------------------------


@given(HEIGHTS)
def test_prefix_sums_are_the_sums(heights: list[int]) -> None:
    cell = a_cell("c", heights)
    for index, height in enumerate(heights):
        assert cell.extent(index) == (sum(heights[:index]) + SPACING * index, height)
    assert cell.height == sum(heights) + SPACING * max(0, len(heights) - 1)


@given(HEIGHTS, st.integers(-50, 1500))
def test_card_at_a_height_is_the_one_that_covers_it(heights: list[int], y: int) -> None:
    cell = a_cell("c", heights)
    extents = [cell.extent(index) for index in range(len(heights))]
    covering = [index for index, (top, height) in enumerate(extents) if top <= y < top + height]
    assert cell.index_at(y) == (covering[0] if covering else None)


@given(HEIGHTS, st.integers(-50, 1500))
def test_nearest_card_is_the_nearest(heights: list[int], y: int) -> None:
    cell = a_cell("c", heights)
    found = cell.nearest(y)
    if not heights:
        assert found is None
        return
    distances = []
    for index in range(len(heights)):
        top, height = cell.extent(index)
        distances.append(max(top - y, y - (top + height - 1), 0))
    assert found is not None
    assert distances[found] <= min(distances) + 1


@given(HEIGHTS, st.integers(-50, 900), st.integers(1, 600))
def test_cards_within_a_range_are_those_that_reach_into_it(heights: list[int], top: int, room: int) -> None:
    cell = a_cell("c", heights)
    expected = [
        index
        for index in range(len(heights))
        if cell.extent(index)[0] < top + room and sum(cell.extent(index)) > top
    ]
    assert list(cell.within(top, top + room)) == expected


# -- columns ------------------------------------------------------------------------------------------------


@given(st.integers(1, 12), st.integers(50, 3000))
def test_columns_fill_the_width_or_keep_their_least(count: int, width: int) -> None:
    columns = Columns()
    columns.arrange(count, width, 600)
    rects = [columns.rect(column) for column in range(count)]
    assert all(rect.width >= MIN_WIDTH for rect in rects)
    assert all(right.x - left.right == GUTTER for left, right in pairwise(rects))
    assert rects[0].x == MARGIN
    if columns.longest_scroll == 0:
        assert rects[-1].right == width - MARGIN
    columns.scroll_to(10_000)
    assert columns.rect(count - 1).right <= max(width - MARGIN, MIN_WIDTH + MARGIN)


@given(st.integers(1, 9), st.integers(50, 2000), st.integers(0, 900), st.integers(-20, 2020))
def test_column_at_a_point_is_the_one_that_covers_it(count: int, width: int, scroll: int, x: int) -> None:
    columns = Columns()
    columns.arrange(count, width, 600)
    columns.scroll_to(scroll)
    covering = [column for column in range(count) if columns.rect(column).x <= x < columns.rect(column).right]
    assert columns.at(x) == (covering[0] if covering else None)
    nearest = columns.nearest(x)
    assert nearest is not None
    assert not covering or nearest == covering[0]


# -- the whole board ----------------------------------------------------------------------------------------


@given(layouts(), st.data())
def test_hitting_a_card_is_the_inverse_of_placing_it(layout: Layout, data: st.DataObject) -> None:
    body = layout.body(0)
    covered = LANE_HEAD if layout.has_lanes else 0
    for card_id, column, lane, index, rect in all_cards(layout):
        seen = rect.intersected(layout.body(column)).intersected(layout.columns.viewport)
        if seen.is_empty:
            continue
        x = data.draw(st.integers(seen.x, seen.right - 1))
        y = data.draw(st.integers(seen.y, seen.bottom - 1))
        found = hit(layout, x, y)
        if covered and layout.lane_head(lane).contains(x, y):
            assert found.zone is Zone.LANE
            continue
        assert (found.zone, found.card_id) == (Zone.CARD, card_id)
        assert (found.column, found.lane, found.index) == (column, lane, index)
    assert body.y == MARGIN + HEAD


@given(layouts())
def test_cards_within_the_viewport_are_those_that_show(layout: Layout) -> None:
    viewport = layout.columns.viewport
    expected = {
        card_id
        for card_id, column, _, _, rect in all_cards(layout)
        if not rect.intersected(layout.body(column)).intersected(viewport).is_empty
    }
    columns = list(layout.columns_within(viewport))
    rects = [layout.columns.rect(column) for column in range(layout.columns.count)]
    assert columns == [
        place for place, rect in enumerate(rects) if rect.x < viewport.right and rect.right > 0
    ]
    found = [shown for column in columns for shown in layout.cards_within(column, viewport)]
    assert {shown.card_id for shown in found} == expected
    assert len(found) == len(expected)


@given(layouts())
def test_cards_of_a_column_and_the_gap_do_not_overlap(layout: Layout) -> None:
    for column in range(layout.columns.count):
        rects = [rect for _, at, _, _, rect in all_cards(layout) if at == column]
        gap = layout.gap
        if gap is not None and gap.column == column and not (layout.has_lanes and layout.collapsed[gap.lane]):
            rects.append(layout.gap_rect())
        rects.sort(key=lambda rect: rect.y)
        assert all(above.bottom + SPACING <= below.y for above, below in pairwise(rects))
        assert all(rect.x == layout.columns.rect(column).x + INSET for rect in rects)


@given(layouts())
def test_scrolled_to_the_end_the_last_card_shows_whole(layout: Layout) -> None:
    for column in range(layout.columns.count):
        mine = [(lane, index) for _, at, lane, index, _ in all_cards(layout) if at == column]
        layout.scroll_to(column, 10**6)
        if mine:
            assert layout.card_rect(column, *max(mine)).bottom <= max(
                layout.body(column).bottom, layout.body(column).y + layout.content_height(column)
            )
        assert layout.offset(column) == layout.longest_scroll(column)


@given(layouts(), st.data())
def test_revealing_a_card_scrolls_it_into_sight(layout: Layout, data: st.DataObject) -> None:
    cards = all_cards(layout)
    if not cards:
        return
    _, column, lane, index, _ = data.draw(st.sampled_from(cards))
    top, height = layout.extent(column, lane, index)
    layout.scroll_to(column, offset_to_show(layout, column, top, top + height))
    rect, body = layout.card_rect(column, lane, index), layout.body(column)
    if height + LANE_HEAD + 2 * SPACING <= body.height:
        assert rect.y >= body.y + (LANE_HEAD if layout.has_lanes else 0)
        assert rect.bottom <= body.bottom


def test_a_column_scrolls_by_itself_and_ends_with_its_foot() -> None:
    layout = a_layout([[[100] * 20], [[100]]], (800, 400))
    assert layout.longest_scroll(1) == 0
    assert layout.longest_scroll(0) == 20 * (100 + SPACING) - SPACING + FOOT - layout.body(0).height
    assert layout.scroll_to(0, 50) == -50
    assert (layout.offset(0), layout.offset(1)) == (50, 0)


def test_with_lanes_all_columns_scroll_together() -> None:
    layout = a_layout([[[100] * 20], [[100]]], (800, 400), [False])
    layout.scroll_to(1, 60)
    assert layout.offset(0) == layout.offset(1) == 60


def test_the_head_of_a_lane_stays_in_sight_as_long_as_its_lane() -> None:
    layout = a_layout([[[100] * 9, [100] * 9]], (800, 400), [False, False])
    top = MARGIN + HEAD
    assert layout.lane_head(0).y == top
    layout.scroll_to(0, 300)
    assert layout.lane_head(0).y == top
    band = 9 * 108 - SPACING + 2 * INSET + SPACING + LANE_HEAD
    layout.scroll_to(0, band - 10)
    assert layout.lane_head(0).bottom == top + 10


def test_a_folded_lane_shows_its_head_only() -> None:
    layout = a_layout([[[100] * 3, [100]]], (800, 600), [True, False])
    assert layout.lane_head(1).y == layout.lane_head(0).bottom
    ids = {shown.card_id for shown in layout.cards_within(0, layout.columns.viewport)}
    assert ids == {"0-1-0"}


# -- slots --------------------------------------------------------------------------------------------------


@given(layouts(), st.data())
def test_a_slot_is_where_the_middles_of_cards_say(layout: Layout, data: st.DataObject) -> None:
    layout.gap = None
    layout.settle()
    column = data.draw(st.integers(0, layout.columns.count - 1))
    lane = data.draw(st.integers(0, len(layout.collapsed) - 1))
    y = data.draw(st.integers(-100, 900))
    middles = []
    for index in range(len(layout.cells[column][lane].ids)):
        rect = layout.card_rect(column, lane, index)
        middles.append(rect.y + rect.height / 2)
    assert slot_at(layout, column, lane, y) == bisect_right(middles, y)


@given(layouts(), st.data())
def test_an_open_gap_stays_while_the_point_is_in_it(layout: Layout, data: st.DataObject) -> None:
    gap = layout.gap
    if gap is None:
        return
    rect = layout.gap_rect()
    y = data.draw(st.integers(rect.y, rect.bottom - 1))
    assert slot_at(layout, gap.column, gap.lane, y) == gap.index


# -- scroll bars --------------------------------------------------------------------------------------------


@given(layouts())
def test_a_scroll_bar_is_there_for_all_that_does_not_fit(layout: Layout) -> None:
    found = {bar.column: bar for bar in bars(layout)}
    assert (ACROSS in found) == bool(layout.columns.longest_scroll)
    for column in layout.columns_within(layout.columns.viewport):
        if not layout.has_lanes:
            assert (column in found) == bool(layout.longest_scroll(column))
    for bar in found.values():
        assert bar.thumb.intersected(bar.track) == bar.thumb


def test_pulling_a_thumb_to_its_end_scrolls_to_the_end() -> None:
    layout = a_layout([[[100] * 20]], (800, 400))
    (bar,) = bars(layout)
    assert bar_at(layout, bar.thumb.x, bar.thumb.y) == bar
    assert bar.scroll_for(bar.track.height - bar.thumb.height) == layout.longest_scroll(0)


# -- points that are no cards -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("point", "zone", "column"),
    [
        ((MARGIN + 5, MARGIN + 5), Zone.HEAD, 0),
        ((MARGIN + 5, 390), Zone.NOTHING, -1),
        ((MARGIN + 30, 300), Zone.BODY, 0),
        ((3, 100), Zone.NOTHING, -1),
        ((-1, -1), Zone.NOTHING, -1),
        ((MARGIN + INSET + 3, MARGIN + HEAD + 30 + 3), Zone.BODY, 0),
    ],
)
def test_points_beside_cards(point: tuple[int, int], zone: Zone, column: int) -> None:
    found = hit(a_layout([[[30, 30]], [[]]], (700, 400)), *point)
    assert (found.zone, found.column) == (zone, column)


@given(
    st.tuples(*[st.integers(-50, 50)] * 2, *[st.integers(0, 60)] * 2),
    st.tuples(*[st.integers(-50, 50)] * 2, *[st.integers(0, 60)] * 2),
    st.tuples(*[st.integers(-60, 120)] * 2),
)
def test_rectangles_share_what_both_contain(
    one: tuple[int, int, int, int], other: tuple[int, int, int, int], point: tuple[int, int]
) -> None:
    first, second = Rect(*one), Rect(*other)
    both = first.contains(*point) and second.contains(*point)
    assert first.intersected(second).contains(*point) == both
    if first.contains(*point) or second.contains(*point):
        assert first.united(second).contains(*point)
