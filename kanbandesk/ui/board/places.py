"""Brings the layout in line with the model, and finds cards in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set

from kanbandesk.ui.board.geometry import INSET, Cell, Layout, Rect
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.sizes import CardSizes
from kanbandesk.workflow.boards import Swimlane


class Places:
    """Where each card of the model stands. Between a change of the model and `bring` cards may be unknown here."""

    def __init__(self, model: BoardModel, layout: Layout, sizes: CardSizes) -> None:
        self.model = model
        self.layout = layout
        self._sizes = sizes
        self._lanes: list[str] = []
        self._columns: list[str] = []
        self._generation = -1

    def bring(self, columns: Iterable[str] | None, width: int, height: int) -> set[int]:
        """Lay out these columns (all when None) for a viewport of this size; return the positions of those touched.

        A scrolled column keeps its first visible card in place when others come or go above it.
        """
        model, layout = self.model, self.layout
        layout.columns.arrange(len(model.columns), width, height)
        is_measured = self._measure()
        lanes, ids = [lane.id for lane in model.lanes], [column.id for column in model.columns]
        is_same = lanes == self._lanes and ids == self._columns
        is_all = columns is None or not is_same
        wanted = set(columns or ()) | model.steps.touched()
        touched = {index for index, id_ in enumerate(ids) if is_all or id_ in wanted}
        anchors = {} if is_all else {index: self._anchor(index) for index in touched}
        self._lanes, self._columns = lanes, ids
        if not is_same:
            layout.cells = [[Cell() for _ in lanes] for _ in ids]
        for index in touched:
            self._lay_out(index, anew=not (is_same and is_measured))
        model.steps.clear()
        collapsed = [lane in model.collapsed for lane in lanes]
        layout.fill(layout.cells, collapsed, has_lanes=model.swimlane is not Swimlane.NONE)
        for index, anchor in anchors.items():
            self._keep_still(index, anchor)
        return touched

    def _measure(self) -> bool:
        """Bring the cards' sizes in line with width, density and changes; tell whether the old ones still hold."""
        model = self.model
        is_sized = self._sizes.use(self.layout.columns.width - 2 * INSET, model.density)
        is_known = self._generation == model.generation
        if is_known:
            self._sizes.renew(model.changed, model.cards)
        else:
            self._sizes.forget()
        self._generation = model.generation
        model.changed.clear()
        return is_sized and is_known

    def _lay_out(self, column: int, *, anew: bool) -> None:
        """Let the cells of a column follow the model: step by step, or `anew`."""
        model, cells, column_id = self.model, self.layout.cells[column], self._columns[column]
        anew = anew or column_id in model.steps.columns
        for place, lane_id in enumerate(self._lanes):
            if anew:
                ids = model.ids(column_id, lane_id)
                cells[place] = Cell(ids, self._sizes.pitches(ids, model.cards))
            elif steps := model.steps.of(column_id, lane_id):
                cells[place].follow(steps, self._pitch)

    def _pitch(self, card_id: str) -> int:
        return self._sizes.pitches((card_id,), self.model.cards)[0] if card_id in self.model.cards else 0

    def _anchor(self, column: int) -> tuple[str, int] | None:
        """Return the first card that shows in a scrolled column, and where."""
        layout = self.layout
        if layout.has_lanes or not layout.offset(column):
            return None
        shown = next(layout.cards_within(column, layout.body(column)), None)
        return (shown.card_id, shown.rect.y) if shown else None

    def _keep_still(self, column: int, anchor: tuple[str, int] | None) -> None:
        """Scroll so that an anchor is where it was."""
        place = self.locate(anchor[0]) if anchor is not None else None
        if anchor is not None and place is not None and place[0] == column:
            moved = self.layout.card_rect(*place).y - anchor[1]
            self.layout.scroll_to(column, self.layout.offset(column) + moved)

    # -- finding ---------------------------------------------------------------------------------------------

    def locate(self, card_id: str) -> tuple[int, int, int] | None:
        """Return column, lane and position of a card that is laid out; None when the filter or the board hides it."""
        place = self.model.place_of(card_id)
        if place is None or place[0] not in self._columns or place[1] not in self._lanes:
            return None
        column, lane = self._columns.index(place[0]), self._lanes.index(place[1])
        position = self._position(self.layout.cells[column][lane].ids, card_id)
        return None if position is None else (column, lane, position)

    def _position(self, ids: Sequence[str], card_id: str) -> int | None:
        """Find a card by its rank; by looking at all where the model is ahead of the layout."""
        cards = self.model.cards
        try:
            position = bisect_left(
                ids, (cards[card_id].rank, card_id), key=lambda id_: (cards[id_].rank, id_)
            )
        except KeyError:
            position = len(ids)
        if position < len(ids) and ids[position] == card_id:
            return position
        return ids.index(card_id) if card_id in ids else None

    def rect(self, card_id: str) -> Rect | None:
        """Return where a card is in the viewport, even when it is scrolled away; None when it is not laid out."""
        place = self.locate(card_id)
        if place is None or (self.layout.has_lanes and self.layout.collapsed[place[1]]):
            return None
        return self.layout.card_rect(*place)

    def positions(self, card_ids: Iterable[str], column: int, lane: int) -> list[int]:
        """Return where in a cell these cards are, those that lie elsewhere left out."""
        places = map(self.locate, card_ids)
        return sorted(place[2] for place in places if place is not None and place[:2] == (column, lane))

    def column(self, column_id: str) -> int:
        """Return the position of a column, -1 when the board has none such."""
        return self._columns.index(column_id) if column_id in self._columns else -1

    def in_order(self, card_ids: Set[str]) -> tuple[str, ...]:
        """Return cards in the order of the board, the hidden ones left out."""
        places = ((self.locate(card_id), card_id) for card_id in card_ids)
        return tuple(card_id for place, card_id in sorted(pair for pair in places if pair[0] is not None))

    def nearest_to(self, place: tuple[int, int, int] | None) -> str:
        """Return the card that has moved up into a place, the one above when it was the last."""
        if place is None or place[0] >= len(self.layout.cells) or place[1] >= len(self._lanes):
            return ""
        ids = self.layout.cells[place[0]][place[1]].ids
        return ids[min(place[2], len(ids) - 1)] if ids else ""

    def in_sight(self) -> list[str]:
        """Return the cards that can be seen now."""
        layout = self.layout
        area = layout.columns.viewport
        columns = layout.columns_within(area)
        return [shown.card_id for column in columns for shown in layout.cards_within(column, area)]
