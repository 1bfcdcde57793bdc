"""What lies under a point of the board, and where something held there would come to lie."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kanbandesk.ui.board.geometry import HEAD, LANE_HEAD, MARGIN, SPACING, Layout, Rect


class Zone(Enum):
    """What a point of the board belongs to."""

    NOTHING = "nothing"
    HEAD = "head"
    LANE = "lane"  # the head of a lane
    BODY = "body"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: positions of column and lane, and the card when there is one."""

    zone: Zone
    column: int = -1
    lane: int = -1
    index: int = -1
    card_id: str = ""


def hit(layout: Layout, x: int, y: int) -> Hit:
    """Return what lies under a point."""
    column = layout.columns.at(x)
    lane = _lane_head_at(layout, x, y)
    if lane is not None:
        return Hit(Zone.LANE, -1 if column is None else column, lane)
    if column is None or not layout.columns.rect(column).contains(x, y):
        return Hit(Zone.NOTHING)
    if y < MARGIN + HEAD:
        return Hit(Zone.HEAD, column)
    point = Rect(x, y, 1, 1)
    for shown in layout.cards_within(column, point):
        if shown.rect.contains(x, y):
            return Hit(Zone.CARD, column, shown.lane, shown.position, shown.card_id)
    lanes = layout.lanes_within(point)
    return Hit(Zone.BODY, column, lanes[0] if lanes else -1)


def _lane_head_at(layout: Layout, x: int, y: int) -> int | None:
    """Return the lane whose head is under a point."""
    if not layout.has_lanes or y < MARGIN + HEAD:
        return None
    lanes = layout.lanes_within(Rect(x, y, 1, 1))
    return next((lane for lane in lanes if layout.lane_head(lane).contains(x, y)), None)


def slot_at(layout: Layout, column: int, lane: int, y: int) -> int:
    """Return in front of which card of a cell something held at `y` would lie.

    While a gap is open and the point lies in it, it stays; else a card gives way once its middle is passed.
    """
    cell, gap = layout.cells[column][lane], layout.gap
    y -= layout.body(column).y - layout.offset(column) + layout.stack_top(column, lane)
    if gap is not None and (gap.column, gap.lane) == (column, lane):
        top, room = cell.tops[gap.index], gap.height + SPACING
        if top <= y < top + room:
            return gap.index
        y -= room if y >= top + room else 0
    index = cell.nearest(y)
    if index is None:
        return 0
    top, height = cell.extent(index)
    return index if y < top + height / 2 else index + 1


def offset_to_show(layout: Layout, column: int, top: int, bottom: int) -> int:
    """Return the offset nearest to the present one at which all from `top` to `bottom` (content) shows."""
    offset, room = layout.offset(column), layout.body(column).height
    covered = SPACING + (LANE_HEAD if layout.has_lanes else 0)
    if top - covered < offset or bottom - top + covered + SPACING > room:
        return max(0, top - covered)
    return max(offset, bottom + SPACING - room)
