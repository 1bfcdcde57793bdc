"""Our own drag, on plain mouse events: it works on every platform, and the board can tell the law while it lasts.

Lifted cards leave a dashed ghost; columns that take them light up, the others dim with the reason; a gap opens where
they would lie. A drop asks the window by a DropRequest and keeps them lying there; Escape slides them home.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from kanbandesk.ui.board import overlay
from kanbandesk.ui.board.aim import aim_at
from kanbandesk.ui.board.autoscroll import AutoScroll
from kanbandesk.ui.board.geometry import NOWHERE, Gap, Rect
from kanbandesk.ui.board.hand import ROOM, hand_picture, picture_place
from kanbandesk.ui.board.legality import Planner, verdicts
from kanbandesk.ui.board.motion import Slide
from kanbandesk.ui.board.scene import Held

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas

LABEL_GAP = 8  # px between the cards in the hand and their label
Drop = Callable[[tuple[str, ...], str, Gap], object]  # ids, the leading one, the gap
Refuse = Callable[[str, str], None]  # the reason, the column's id


class Drag:
    """Cards in the hand."""

    def __init__(self, canvas: BoardCanvas, on_drop: Drop, on_refused: Refuse) -> None:
        self._canvas = canvas
        self._on_drop = on_drop
        self._on_refused = on_refused
        self._ids: tuple[str, ...] = ()
        self._grip = QPoint()  # where on the leading card the hand is
        self._point = QPoint()
        self._scrolls: tuple[int, list[int]] = (0, [])
        self._autoscroll = AutoScroll(canvas, self._on_scrolled)
        self._slide = Slide(canvas)

    @property
    def is_active(self) -> bool:
        """Tell whether there are cards in the hand."""
        return bool(self._ids)

    @property
    def is_scrolling(self) -> bool:
        """Tell whether the board scrolls under the hand."""
        return self._autoscroll.is_running

    # -- the course of a drag --------------------------------------------------------------------------------

    def lift(self, ids: Sequence[str], lead: str, grip: QPoint, plan: Planner) -> None:
        """Take cards into the hand, by the point `grip` of the viewport on the card `lead`."""
        canvas, layout = self._canvas, self._canvas.board_layout
        self._slide.arrive()
        rect = canvas.places.rect(lead)
        if rect is None:
            return
        self._ids = tuple(ids)
        self._grip, self._point = grip - QPoint(rect.x, rect.y), grip
        self._scrolls = (layout.columns.scroll, list(layout.offsets))
        canvas.scene.held = Held(
            ids=frozenset(ids),
            lead=lead,
            verdicts=verdicts(canvas.model, plan, [canvas.model.cards[card_id] for card_id in ids]),
            picture=hand_picture(canvas, ids, lead),
            place=picture_place(rect),
        )
        canvas.scene.hovered = ""
        canvas.viewport().update()
        self.follow(grip)

    def follow(self, point: QPoint) -> None:
        """Move the hand."""
        self._point = point
        self._autoscroll.follow(point)
        self._settle()

    def let_go(self) -> None:
        """Drop: ask the window where the cards may lie, else slide home and say why."""
        held = self._canvas.scene.held
        if not self._ids or held is None:
            return
        verdict, gap = held.verdicts.get(held.target), self._canvas.board_layout.gap
        if gap is not None:
            ids = self._ids
            self._end()
            self._on_drop(ids, held.lead, gap)
            return
        self.cancel()
        if verdict is not None and not verdict.is_legal:
            self._on_refused(verdict.reason, held.target)

    def cancel(self) -> None:
        """Put everything back: scroll positions at once, the cards by sliding home."""
        held, layout = self._canvas.scene.held, self._canvas.board_layout
        if not self._ids or held is None:
            return
        self._end()
        layout.columns.scroll_to(self._scrolls[0])
        if len(layout.offsets) == len(self._scrolls[1]):
            layout.offsets = list(self._scrolls[1])
        layout.settle()
        self._canvas.viewport().update()
        self.slide_home(held)

    def slide_home(self, held: Held) -> None:
        """Let the picture of the hand slide to where its leading card lies, and be gone."""
        rect = self._canvas.places.rect(held.lead)
        self._canvas.scene.held = replace(held, verdicts={}, target="", label="", is_lying=False)
        if rect is None or held.picture is None:
            self._arrive()
        else:
            self._slide.run(held.place, picture_place(rect), self._show_at, self._arrive)

    def refresh(self, plan: Planner) -> None:
        """The model has changed under the hand: cards may be gone, and other columns legal."""
        canvas, held = self._canvas, self._canvas.scene.held
        if held is None or not self._ids:
            return
        ids = tuple(card_id for card_id in self._ids if canvas.places.locate(card_id) is not None)
        if held.lead not in ids:
            self._end()
            self._arrive()
            return
        self._ids = ids
        cards = [canvas.model.cards[card_id] for card_id in ids]
        canvas.scene.held = replace(held, ids=frozenset(ids), verdicts=verdicts(canvas.model, plan, cards))
        self._settle()
        canvas.viewport().update()

    # -- how -------------------------------------------------------------------------------------------------

    def _end(self) -> None:
        """Empty the hand; the scene still shows what it held."""
        self._ids = ()
        self._autoscroll.stop()
        self._canvas.board_layout.gap = None
        self._canvas.board_layout.settle()
        self._canvas.viewport().update()

    def _arrive(self) -> None:
        self._canvas.scene.held = None
        self._canvas.viewport().update()

    def _on_scrolled(self) -> None:
        self._settle()

    def _settle(self) -> None:
        """Aim, open the gap there, and have painted what differs."""
        canvas, before = self._canvas, self._canvas.scene.held
        if before is None:
            return
        aim = aim_at(canvas, before, self._point)
        corner = self._point - self._grip - QPoint(ROOM, ROOM)
        after = replace(before, target=aim.column_id, label=aim.label)
        after = replace(after, place=before.place._replace(x=corner.x(), y=corner.y()))
        after = replace(after, label_place=self._label_place(after))
        canvas.scene.held = after
        canvas.open_gap(aim.gap)
        if before.target != after.target:
            canvas.damage_columns({canvas.places.column(before.target), canvas.places.column(after.target)})
        for held in (before, after):
            canvas.damage(held.place)
            canvas.damage(held.label_place)

    def _label_place(self, held: Held) -> Rect:
        if not held.label:
            return NOWHERE
        width, height = overlay.label_size(held.label, self._canvas.cards)
        room = self._canvas.board_layout.columns.viewport
        width = min(width, room.width - 8)
        x = max(4, min(held.place.x + ROOM, room.width - width - 4))
        y = max(4, min(held.place.bottom - ROOM + LABEL_GAP, room.height - height - 4))
        return Rect(x, y, width, height)

    def _show_at(self, place: Rect) -> None:
        held = self._canvas.scene.held
        if held is not None:
            self._canvas.scene.held = replace(held, place=place)
            self._canvas.damage(held.place)
            self._canvas.damage(place)
