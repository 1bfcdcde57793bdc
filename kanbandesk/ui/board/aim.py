"""Where the hand points: the column under it, the gap that opens there, and the words beside it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from kanbandesk.ui.board.columns import lane_name
from kanbandesk.ui.board.geometry import Gap, Rect
from kanbandesk.ui.board.hits import slot_at
from kanbandesk.ui.board.scene import Held
from kanbandesk.ui.words import fill, translate

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas
    from kanbandesk.workflow.commands import Place


@dataclass(frozen=True, slots=True)
class Aim:
    """The id of the target's column (empty outside the board), the gap, and what a drop would do in words."""

    column_id: str
    gap: Gap | None
    label: str


def aim_at(canvas: BoardCanvas, held: Held, point: QPoint) -> Aim:
    """Return where `point` of the viewport aims with what is held."""
    layout = canvas.board_layout
    if not layout.columns.viewport.contains(point.x(), point.y()):
        return Aim("", None, translate("Drop", "Let go to put it back"))
    column = layout.columns.nearest(point.x())
    if column is None:
        return Aim("", None, "")
    column_id = canvas.model.columns[column].id
    verdict = held.verdicts.get(column_id)
    if verdict is None or not verdict.is_legal:
        return Aim(column_id, None, verdict.reason if verdict else "")
    gap = gap_at(canvas, held, column, point.y())
    if gap is None:
        return Aim(column_id, None, "")
    words = (verdict.effect, _lane_words(canvas, gap.lane, point))
    return Aim(column_id, gap, " · ".join(word for word in words if word))


def _lane_words(canvas: BoardCanvas, lane: int, point: QPoint) -> str:
    """Return that a card stays in its lane, where the hand points at another one."""
    layout = canvas.board_layout
    if not layout.has_lanes or lane in layout.lanes_within(Rect(point.x(), point.y(), 1, 1)):
        return ""
    return fill(translate("Drop", "stays in {lane}"), lane=lane_name(canvas.model.lanes[lane], canvas.model))


def gap_at(canvas: BoardCanvas, held: Held, column: int, y: int) -> Gap | None:
    """Return the gap at height `y` of a column, in the lane of the leading card; none where the cards lie already."""
    layout, lead = canvas.board_layout, canvas.places.locate(held.lead)
    if lead is None:
        return None
    lane = lead[1]
    index = slot_at(layout, column, lane, y)
    if column == lead[0]:
        own = canvas.places.positions(held.ids, column, lane)
        if own[-1] - own[0] == len(own) - 1 and own[0] <= index <= own[-1] + 1:
            return None
    return Gap(column, lane, index, layout.extent(*lead)[1])


def place_in(canvas: BoardCanvas, ids: Set[str], gap: Gap) -> Place:
    """Return the place that a gap means, with the cards that the filter hides counted."""
    cell = canvas.board_layout.cells[gap.column][gap.lane].ids
    after = next((card_id for card_id in reversed(cell[: gap.index]) if card_id not in ids), "")
    before = next((card_id for card_id in cell[gap.index :] if card_id not in ids), "")
    return canvas.model.place_between(canvas.model.columns[gap.column].id, after, before, ids)
