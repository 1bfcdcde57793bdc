"""The board as a widget: what the window puts in, and the signals by which hands speak to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.board.canvas import BoardCanvas
from kanbandesk.ui.board.drag import Drag
from kanbandesk.ui.board.drop import DropRequest
from kanbandesk.ui.board.geometry import Gap
from kanbandesk.ui.board.keyboard import Keyboard
from kanbandesk.ui.board.legality import Planner, verdict
from kanbandesk.ui.board.lying import Lying
from kanbandesk.ui.board.messages import Messages
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.painter import qrect
from kanbandesk.ui.board.pointer import Pointer
from kanbandesk.ui.board.scene import Verdict
from kanbandesk.ui.board.selection import Selection
from kanbandesk.ui.theme.tokens import Theme

__all__ = ["BoardView", "DropRequest"]


class BoardView(BoardCanvas):
    """Shows a BoardModel, takes mouse and keys, and asks by signals. It never talks to the desk."""

    card_activated = Signal(str)  # Enter, double click
    current_changed = Signal(str)  # empty when there is none
    selection_changed = Signal()
    drop_requested = Signal(object)  # DropRequest
    claim_clicked = Signal(str)
    menu_requested = Signal(tuple, QPoint)  # ids, global position
    add_requested = Signal(str)  # a column's id

    def __init__(
        self, model: BoardModel, theme: Theme, now: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        # The first events come while the base is being made.
        self.selection = Selection()
        self._pointer = Pointer(self)
        self._keyboard = Keyboard(self)
        super().__init__(model, theme, now, parent)
        self.plan: Planner | None = None
        self.messages = Messages(self)
        self.drag = Drag(self, self.ask, self.refuse)
        self.lying = Lying(self, self.drag.slide_home)

    # -- what the window asks and tells ----------------------------------------------------------------------

    def selected_ids(self) -> tuple[str, ...]:
        """Return the chosen cards, in the order of the board."""
        places = {card_id: self.locate(card_id) for card_id in self.selection.ids}
        return tuple(sorted(self.selection.ids, key=lambda card_id: places[card_id] or (len(places),)))

    def current_id(self) -> str:
        """Return the card on which the keyboard stands, empty when there is none."""
        return self.selection.current

    def select(self, ids: Iterable[str], current: str = "") -> None:
        """Choose exactly these cards."""
        self.change_selection(lambda selection: selection.take(ids, current))

    def model_changed(self, columns: set[str] | None = None) -> None:
        """Show what has changed in the model: these columns, everything when None."""
        self.relayout(columns)
        self.lying.check()
        if self.plan is not None:
            self.drag.refresh(self.plan)
        gone = {card_id for card_id in self.selection.ids if card_id not in self.model.cards}
        if gone or self.selection.current not in self.model.cards:
            self.change_selection(lambda selection: selection.forget(gone))

    def set_planner(self, plan: Planner) -> None:
        """Take what tells whether a card may go to a status; without one nothing can be dragged."""
        self.plan = plan

    def hold_gap(self, request: DropRequest) -> None:
        """Keep cards lying where they are asked to go, while a sheet is open."""
        self.lying.hold(request)

    def release_gap(self) -> None:
        """Let the cards that lie in a gap slide home; nothing when the model has moved them meanwhile."""
        self.lying.release()

    def begin_drag_for_shot(self, card_id: str, column_id: str) -> None:
        """Draw a drag under way: the card over a column, as if a hand held it there."""
        rect, column = self.rect_of(card_id), self.index_of(column_id)
        if rect is None or column < 0 or self.plan is None:
            return
        grip = QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2)
        self.drag.lift((card_id,), card_id, grip, self.plan)
        body = self.board_layout.body(column)
        self.drag.follow(QPoint(body.x + rect.width * 3 // 4, body.y + min(body.height // 3, 290)))

    def card_rect(self, card_id: str) -> QRect | None:
        """Return where a card is in the view's viewport; None when it is not shown on the board."""
        rect = self.rect_of(card_id)
        return None if rect is None else qrect(rect)

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
            self.current_changed.emit(self.selection.current)

    # -- what hands do ---------------------------------------------------------------------------------------

    def ask(self, ids: tuple[str, ...], lead: str, gap: Gap) -> bool:
        """Ask the window to move cards into a gap; they lie there until it has answered."""
        column = self.model.columns[gap.column]
        cards = [self.model.cards[card_id] for card_id in ids]
        says = verdict(self.model, self.plan, cards, column) if self.plan else Verdict(is_legal=False)
        if not says.is_legal:
            self.refuse(says.reason, column.id)
            return False
        self.drop_requested.emit(self.lying.request_for(ids, lead, gap, says.status_id))
        return True

    def refuse(self, reason: str, column_id: str) -> None:
        """Say in place why a column does not take something."""
        self.messages.show(reason, self.board_layout.body(self.index_of(column_id)))

    # -- Qt --------------------------------------------------------------------------------------------------

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
        self._show_focus(has_focus=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._show_focus(has_focus=False)

    def _show_focus(self, *, has_focus: bool) -> None:
        self.scene.has_focus = has_focus
        self.damage_cards((self.selection.current,))
