"""What keys do on the board. Letters are left to the window's actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kanbandesk.ui.board import walk
from kanbandesk.ui.board.geometry import Gap
from kanbandesk.ui.board.hits import slot_at
from kanbandesk.ui.board.selection import Selection

if TYPE_CHECKING:
    from kanbandesk.ui.board.view import BoardView

Key = Qt.Key
_ACROSS = {Key.Key_Left: -1, Key.Key_Right: 1}
_DOWN = {Key.Key_Up: -1, Key.Key_Down: 1}
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier  # Command on a Mac
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_MEANT = _CTRL | _SHIFT | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Keyboard:
    """Turns key presses into steps, choices and moves.

    Arrows walk and choose; with Control they only walk, with Control and Shift they choose what they pass; with Shift
    they move the chosen cards. A move to the side goes to the next column that takes the cards: those on the way
    that do not are passed over, else Solved could not be reached from Waiting for client.
    """

    def __init__(self, view: BoardView) -> None:
        self._view = view

    def wants(self, event: QKeyEvent) -> bool:
        """Tell whether a key is the board's while it has the focus, whatever shortcuts the window has."""
        if event.key() == Key.Key_Escape:
            return self._view.hands.drag.is_active or self._view.hands.messages.is_shown
        return self._action(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; tell whether it was one of the board's."""
        if event.key() == Key.Key_Escape:
            return self._escape()
        action = self._action(event)
        if action is None:
            return False
        self._view.hands.messages.hide()
        if not self._view.hands.drag.is_active:
            action()
        return True

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does."""
        key, held = event.key(), event.modifiers() & _MEANT
        if key in _DOWN or key in _ACROSS:
            return self._arrow(Key(key), held)
        view, card_id = self._view, self._view.current_id()
        simple: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Key.Key_Home, _NONE): lambda: self._choose(self._end_of_column(is_last=False)),
            (Key.Key_End, _NONE): lambda: self._choose(self._end_of_column(is_last=True)),
            (Key.Key_Home, _CTRL): lambda: self._choose(walk.edge(view.board_layout, is_last=False)),
            (Key.Key_End, _CTRL): lambda: self._choose(walk.edge(view.board_layout, is_last=True)),
            (Key.Key_PageUp, _NONE): lambda: self._choose(self._page(-1)),
            (Key.Key_PageDown, _NONE): lambda: self._choose(self._page(1)),
            (Key.Key_Space, _NONE): self._toggle,
            (Key.Key_Space, _CTRL): self._toggle,
            (Key.Key_A, _CTRL): self._choose_column,
            (Key.Key_Minus, _NONE): self._fold_lane,
            (Key.Key_Plus, _NONE): self._unfold_lanes,
        }
        if card_id:
            simple[Key.Key_Return, _NONE] = simple[Key.Key_Enter, _NONE] = lambda: self._open(card_id)
        return simple.get((key, held))

    def _arrow(self, key: Key, held: Qt.KeyboardModifier) -> Callable[[], None] | None:
        is_across = key in _ACROSS
        by = _ACROSS[key] if is_across else _DOWN[key]
        if held == _SHIFT:
            return (lambda: self._move_across(by)) if is_across else (lambda: self._move_down(by))
        if held in (_NONE, _CTRL, _CTRL | _SHIFT):
            return lambda: self._walk(by, held, is_across=is_across)
        return None

    # -- walking and choosing --------------------------------------------------------------------------------

    def _walk(self, by: int, held: Qt.KeyboardModifier, *, is_across: bool) -> None:
        view, layout = self._view, self._view.board_layout
        place, rect = view.places.locate(view.current_id()), view.places.rect(view.current_id())
        if place is None or rect is None:
            self._choose(next(iter(view.places.in_sight()), "") or walk.edge(layout, is_last=False))
            return
        if is_across:
            target = walk.across(layout, place[0], place[1], rect.y + rect.height // 2, by)
        else:
            target = walk.step(layout, place[0], view.current_id(), by)
        if target and held == _NONE:
            self._choose(target)
        elif target:
            order = walk.column_order(layout, place[0])
            view.change_selection(_extension(target, order, held, is_across=is_across))
            view.reveal(target)

    def _choose(self, card_id: str) -> None:
        if card_id:
            self._view.change_selection(lambda selection: selection.only(card_id))
            self._view.reveal(card_id)

    def _toggle(self) -> None:
        card_id = self._view.current_id()
        if card_id:
            self._view.change_selection(lambda selection: selection.toggle(card_id))

    def _choose_column(self) -> None:
        place = self._view.places.locate(self._view.current_id())
        if place is not None:
            order = walk.column_order(self._view.board_layout, place[0])
            self._view.change_selection(lambda selection: selection.take(order, self._view.current_id()))

    def _fold_lane(self) -> None:
        """Fold the lane of the current card, and stand on the nearest card outside of it."""
        view, layout = self._view, self._view.board_layout
        place = view.places.locate(view.current_id())
        if place is None or not layout.has_lanes:
            return
        outside = [
            card_id
            for lanes in (range(place[1] + 1, len(layout.collapsed)), range(place[1] - 1, -1, -1))
            for lane in lanes
            for card_id in walk.lane_order(layout, lane)[:1]
        ]
        view.fold(place[1], is_folded=True)
        self._choose(outside[0] if outside else "")

    def _unfold_lanes(self) -> None:
        for lane in range(len(self._view.board_layout.collapsed)):
            self._view.fold(lane, is_folded=False)

    def _end_of_column(self, *, is_last: bool) -> str:
        place = self._view.places.locate(self._view.current_id())
        if place is None:
            return walk.edge(self._view.board_layout, is_last=False)
        order = walk.column_order(self._view.board_layout, place[0])
        return order[-1 if is_last else 0]

    def _page(self, by: int) -> str:
        view = self._view
        place, rect = view.places.locate(view.current_id()), view.places.rect(view.current_id())
        if place is None or rect is None:
            return walk.edge(view.board_layout, is_last=False)
        return walk.page(view.board_layout, place[0], view.current_id(), rect, by)

    def _open(self, card_id: str) -> None:
        """Claim a card whose ring counts down, accept one that is offered; open any other."""
        if card_id in self._view.scene.rings or self._view.is_offered(card_id):
            self._view.claim_clicked.emit(card_id)
        else:
            self._view.card_activated.emit(card_id)

    def _escape(self) -> bool:
        """Put back what is in the hand, or take a message away, or choose fewer cards."""
        view = self._view
        if view.hands.drag.is_active:
            view.hands.drag.cancel()
        elif view.hands.messages.is_shown:
            view.hands.messages.hide()
        elif len(view.selection.ids) > 1 and not view.hands.lying.is_active:
            view.change_selection(lambda selection: selection.only(selection.current))
        else:
            return False
        return True

    # -- moving ----------------------------------------------------------------------------------------------

    def _moving(self) -> tuple[str, ...]:
        """Return the cards that a move takes: the chosen ones when the current one is among them."""
        view = self._view
        current = view.current_id()
        return view.selected_ids() if current in view.selection.ids else (current,)

    def _move_down(self, by: int) -> None:
        """Move the cards of the current one's cell up or down by one place."""
        view, layout = self._view, self._view.board_layout
        place = view.places.locate(view.current_id())
        if place is None or view.hands.lying.is_active:
            return
        column, lane, index = place
        cell = layout.cells[column][lane].ids
        own = view.places.positions(self._moving(), column, lane)
        target = own[0] - 1 if by < 0 else own[-1] + 2
        if 0 <= target <= len(cell):
            ids = tuple(cell[position] for position in own)
            view.hands.ask(
                ids, view.current_id(), Gap(column, lane, target, layout.extent(column, lane, index)[1])
            )

    def _move_across(self, by: int) -> None:
        """Move the chosen cards to the next column in a direction that takes them, at the same height."""
        view, layout = self._view, self._view.board_layout
        place, rect = view.places.locate(view.current_id()), view.places.rect(view.current_id())
        if place is None or rect is None or view.hands.plan is None or view.hands.lying.is_active:
            return
        ids = self._moving()
        reason, refusing = "", place[0]
        column = place[0] + by
        while 0 <= column < len(layout.cells):
            says = view.hands.verdict(ids, column)
            if says.is_legal:
                view.reveal_column(column)
                index = slot_at(layout, column, place[1], rect.y + rect.height // 2)
                view.hands.ask(ids, view.current_id(), Gap(column, place[1], index, rect.height))
                return
            if not reason:
                reason, refusing = says.reason, column
            column += by
        view.hands.refuse(reason, view.model.columns[refusing].id)


def _extension(
    target: str, order: list[str], held: Qt.KeyboardModifier, *, is_across: bool
) -> Callable[[Selection], None]:
    """Return what a step does to the choice: with Control alone nothing, else it grows."""
    if held == _CTRL:
        return lambda selection: selection.walk_to(target)
    if is_across:
        return lambda selection: selection.add(target)
    return lambda selection: selection.extend_to(target, order)
