"""The board as a widget: what the window puts in, and the signals by which hands speak to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.board import accessible
from kanbandesk.ui.board.accessible import BoardPart
from kanbandesk.ui.board.canvas import BoardCanvas
from kanbandesk.ui.board.drop import DropRequest
from kanbandesk.ui.board.hands import Hands
from kanbandesk.ui.board.keyboard import Keyboard
from kanbandesk.ui.board.legality import Planner
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.painter import qrect
from kanbandesk.ui.board.pointer import Pointer
from kanbandesk.ui.board.selection import Selection
from kanbandesk.ui.theme.tokens import Theme

__all__ = ["BoardView", "DropRequest"]


_LEAVING = (QEvent.Type.WindowDeactivate, QEvent.Type.Hide, QEvent.Type.WindowBlocked)


class BoardView(BoardCanvas):
    """Shows a BoardModel, takes mouse and keys, and asks by signals. It never talks to the desk."""

    card_activated = Signal(str)  # Enter, double click
    current_changed = Signal(str)  # empty when there is none
    selection_changed = Signal()
    drop_requested = Signal(object)  # DropRequest
    claim_clicked = Signal(str)
    pair_clicked = Signal(str)  # the sign of the card at the other end of a hand-over to development
    menu_requested = Signal(tuple, QPoint)  # ids, global position
    add_requested = Signal(str)  # a column's id

    def __init__(
        self, model: BoardModel, theme: Theme, now: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        # The first events come while the base is being made.
        self.selection = Selection()
        self._pointer = Pointer(self)
        self._keyboard = Keyboard(self)
        self.is_offered: Callable[[str], bool] = lambda _card_id: (
            False
        )  # tells whether a transfer is to oneself
        self._stood: tuple[int, int, int] | None = None  # where the current card was last laid out
        super().__init__(model, theme, now, parent)
        self.hands = Hands(self)
        self.accessible: BoardPart | None = None  # made when a screen reader asks
        accessible.install()

    # -- what the window asks and tells ----------------------------------------------------------------------

    def selected_ids(self) -> tuple[str, ...]:
        """Return the chosen cards, in the order of the board."""
        return self.places.in_order(self.selection.ids)

    def current_id(self) -> str:
        """Return the card on which the keyboard stands, empty when there is none."""
        return self.selection.current

    def select(self, ids: Iterable[str], current: str = "") -> None:
        """Choose exactly these cards."""
        self.change_selection(lambda selection: selection.take(ids, current))

    def model_changed(self, columns: set[str] | None = None) -> None:
        """Show what has changed in the model: these columns, everything when None."""
        self.relayout(columns)
        self.hands.follow_model()
        if self.accessible is not None:
            self.accessible.forget_gone()
        hidden = {card_id for card_id in self.selection.ids if self.places.locate(card_id) is None}
        if self.places.locate(self.selection.current) is None:
            hidden.add(self.selection.current)
        if hidden - {""}:
            self.change_selection(
                lambda selection: selection.forget(hidden, self.places.nearest_to(self._stood))
            )

    def set_planner(self, plan: Planner) -> None:
        """Take what tells whether a card may go to a status; without one nothing can be dragged."""
        self.hands.plan = plan

    def hold_gap(self, request: DropRequest) -> None:
        """Keep cards lying where they are asked to go, while a sheet is open."""
        self.hands.lying.hold(request)

    def release_gap(self) -> None:
        """Let the cards that lie in a gap slide home; nothing when the model has moved them meanwhile."""
        self.hands.lying.release()

    def begin_drag_for_shot(self, card_id: str, column_id: str) -> None:
        """Draw a drag under way: the card over a column, as if a hand held it there."""
        rect, column = self.places.rect(card_id), self.places.column(column_id)
        if rect is None or column < 0 or self.hands.plan is None:
            return
        grip = QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2)
        self.hands.drag.lift((card_id,), card_id, grip, self.hands.plan)
        body = self.board_layout.body(column)
        self.hands.drag.follow(QPoint(body.x + rect.width * 3 // 4, body.y + min(body.height // 3, 290)))

    def card_rect(self, card_id: str) -> QRect | None:
        """Return where a card is in the view's viewport; None when it is not shown on the board."""
        rect = self.places.rect(card_id)
        return None if rect is None else qrect(rect)

    def fold(self, lane: int, *, is_folded: bool) -> None:
        """Show only a lane's head, or all of it."""
        lane_id = self.model.lanes[lane].id
        self.model.collapsed = self.model.collapsed - {lane_id} | ({lane_id} if is_folded else set())
        self.relayout(set())
        self.viewport().update()

    def change_selection(self, change: Callable[[Selection], None]) -> None:
        """Change the selection, paint what differs and tell."""
        before, current = set(self.selection.ids), self.selection.current
        change(self.selection)
        self.scene.selected, self.scene.current = self.selection.ids, self.selection.current
        if before == self.selection.ids and current == self.selection.current:
            return
        self.damage_cards((before ^ self.selection.ids) | {current, self.selection.current})
        if before != self.selection.ids:
            self.selection_changed.emit()
        if current != self.selection.current:
            self._stood = self.places.locate(self.selection.current)
            accessible.announce_current(self)
            self.current_changed.emit(self.selection.current)

    # -- Qt --------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the board's keys from the window's shortcuts; let go of everything when the window is left."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._keyboard.wants(event):
                event.accept()
                return True
        elif event.type() in _LEAVING:
            self.hands.let_all_go()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Hand what the mouse does to the pointer."""
        if self._pointer.take(event):
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose and move by keys; what is not the board's goes on to the window."""
        if not self._keyboard.press(event):
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu on the cards under the pointer, or on the chosen ones."""
        ids, place = self._pointer.menu_target(event)
        self.menu_requested.emit(ids, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        super().focusInEvent(event)
        if not self.selection.current:
            first = next(iter(self.places.in_sight()), "")
            self.change_selection(lambda selection: selection.walk_to(first))
        self._show_focus(has_focus=True)
        accessible.announce_current(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._show_focus(has_focus=False)

    def _show_focus(self, *, has_focus: bool) -> None:
        self.scene.has_focus = has_focus
        self.damage_cards((self.selection.current,))
