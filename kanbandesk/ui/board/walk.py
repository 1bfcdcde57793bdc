"""Which card comes next in each direction, for the keyboard. Plain numbers over the layout."""

from __future__ import annotations

from kanbandesk.ui.board.geometry import Layout, Rect


def column_order(layout: Layout, column: int) -> list[str]:
    """Return the cards of a column from top to bottom, without those of folded lanes."""
    lanes = zip(layout.cells[column], layout.collapsed, strict=True)
    return [card_id for cell, is_folded in lanes if not is_folded for card_id in cell.ids]


def lane_order(layout: Layout, lane: int) -> list[str]:
    """Return the cards of a lane from the left; none when it is folded."""
    if layout.collapsed[lane]:
        return []
    return [card_id for cells in layout.cells for card_id in cells[lane].ids]


def step(layout: Layout, column: int, card_id: str, by: int) -> str:
    """Return the card `by` steps below another of its column; the last one where the column ends."""
    order = column_order(layout, column)
    if card_id not in order:
        return order[0] if order else ""
    return order[min(max(order.index(card_id) + by, 0), len(order) - 1)]


def page(layout: Layout, column: int, card_id: str, rect: Rect, by: int) -> str:
    """Return the card a screenful below (or above, with a negative `by`) the one at `rect`."""
    room = layout.body(column).height
    seen = step(layout, column, card_id, by)
    order = column_order(layout, column)
    if not order:
        return seen
    height = max(1, rect.height)
    return step(layout, column, card_id, by * max(1, room // height - 1))


def across(layout: Layout, column: int, lane: int, middle: int, by: int) -> str:
    """Return the card at about the same height in the next column to the left or right that has any.

    `middle` is the height in the viewport. The same lane is preferred, then the nearest one.
    """
    column += by
    while 0 <= column < len(layout.cells):
        found = _at_height(layout, column, lane, middle)
        if found:
            return found
        column += by
    return ""


def edge(layout: Layout, *, is_last: bool) -> str:
    """Return the first card of the board, or its last."""
    columns = range(len(layout.cells))
    for column in reversed(columns) if is_last else columns:
        order = column_order(layout, column)
        if order:
            return order[-1 if is_last else 0]
    return ""


def _at_height(layout: Layout, column: int, lane: int, middle: int) -> str:
    lanes = sorted(range(len(layout.collapsed)), key=lambda other: abs(other - lane))
    for other in lanes:
        cell = layout.cells[column][other]
        if layout.collapsed[other] or not cell.ids:
            continue
        top = layout.body(column).y - layout.offset(column) + layout.stack_top(column, other)
        index = cell.nearest(middle - top)
        return cell.ids[index] if index is not None else ""
    return ""
