"""Cards that were dropped and lie in the gap until the window has answered: moved for good, or sent home."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible

from kanbandesk.ui.board.accessible import announce
from kanbandesk.ui.board.aim import place_in
from kanbandesk.ui.board.drop import DropRequest
from kanbandesk.ui.board.geometry import Gap
from kanbandesk.ui.board.hand import hand_picture, picture_place
from kanbandesk.ui.board.painter import qrect
from kanbandesk.ui.board.scene import Held
from kanbandesk.ui.board.spoken import moved_text
from kanbandesk.ui.board.walk import column_order

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas


class Lying:
    """Keeps dropped cards in place, and knows when the model has followed."""

    def __init__(self, canvas: BoardCanvas, on_release: Callable[[Held], None]) -> None:
        self._canvas = canvas
        self._on_release = on_release
        self._request: DropRequest | None = None
        self._lead = ""
        self._before: dict[str, tuple[str, str]] = {}  # status and rank of each card when it was dropped

    @property
    def is_active(self) -> bool:
        """Tell whether cards lie and wait."""
        return self._request is not None

    def request_for(self, ids: tuple[str, ...], lead: str, gap: Gap, status_id: str) -> DropRequest:
        """Lay cards into a gap, `lead` on top, and return what is asked of the window."""
        canvas = self._canvas
        self._lay(frozenset(ids), lead, gap)
        corner = canvas.viewport().mapToGlobal(qrect(canvas.board_layout.gap_rect()).topLeft())
        anchor = QRect(corner, qrect(canvas.board_layout.gap_rect()).size())
        column_id = canvas.model.columns[gap.column].id
        self._request = DropRequest(ids, column_id, status_id, place_in(canvas, set(ids), gap), anchor)
        return self._request

    def hold(self, request: DropRequest) -> None:
        """Keep the cards of a request lying in its gap, also when it came from elsewhere than a drop."""
        if request == self._request:
            return
        gap = self._gap_of(request, request.ids[0])
        if gap is not None:
            self._canvas.reveal_column(gap.column)
            self._request = request
            self._lay(frozenset(request.ids), request.ids[0], gap)

    def release(self) -> None:
        """Let the cards slide home; where the model has moved them, `check` ends it when that is laid out."""
        if self._request is None or self._has_moved():
            return
        lead, ids, place = self._lead, self._request.ids, self._canvas.board_layout.gap_rect()
        self._close()
        if self._canvas.places.rect(lead) is not None:
            picture = hand_picture(self._canvas, ids, lead)
            self._on_release(Held(frozenset(ids), lead, picture=picture, place=picture_place(place)))

    def check(self) -> None:
        """The model has changed: when the cards have moved in it, they lie where they belong now."""
        if self._request is None:
            return
        if self._has_moved():
            self._close()
            self._canvas.reveal(self._lead)
            self._announce()
        else:
            self._canvas.open_gap(self._gap_of(self._request, self._lead))
            self._canvas.viewport().update()

    def _lay(self, ids: frozenset[str], lead: str, gap: Gap) -> None:
        canvas, self._lead = self._canvas, lead
        cards = (canvas.model.cards[card_id] for card_id in ids)
        self._before = {card.id: (card.status_id, card.rank) for card in cards}
        canvas.scene.held = Held(ids, lead, is_lying=True)
        canvas.open_gap(gap)
        canvas.damage_cards(ids)

    def _close(self) -> None:
        canvas = self._canvas
        self._request = None
        held, canvas.scene.held = canvas.scene.held, None
        canvas.open_gap(None)
        canvas.damage_cards(held.ids if held is not None else ())

    def _announce(self) -> None:
        """Say where the leading card has come to lie."""
        canvas = self._canvas
        place = canvas.places.locate(self._lead) if QAccessible.isActive() else None
        order = column_order(canvas.board_layout, place[0]) if place is not None else []
        if self._lead in order:
            card, position = canvas.model.cards[self._lead], order.index(self._lead) + 1
            announce(canvas, moved_text(canvas.model, card, position, len(order)))

    def _has_moved(self) -> bool:
        cards = self._canvas.model.cards
        return any(
            card_id not in cards or (cards[card_id].status_id, cards[card_id].rank) != before
            for card_id, before in self._before.items()
        )

    def _gap_of(self, request: DropRequest, lead: str) -> Gap | None:
        """Return where in the layout the place of a request is now, in the lane of the leading card."""
        canvas, layout = self._canvas, self._canvas.board_layout
        column, own = canvas.places.column(request.column_id), canvas.places.locate(lead)
        if column < 0 or own is None:
            return None
        lane = own[1]
        cell = layout.cells[column][lane].ids
        index = len(cell)
        if request.place.after in cell:
            index = cell.index(request.place.after) + 1
        elif request.place.before in cell:
            index = cell.index(request.place.before)
        elif not request.place.after:
            index = 0
        return Gap(column, lane, index, layout.extent(*own)[1])
