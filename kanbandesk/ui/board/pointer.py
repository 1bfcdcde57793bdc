"""What the mouse does on the board: choose, hover, draw a rubber band, scroll, begin a drag."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from kanbandesk.ui.board import columns, spoken
from kanbandesk.ui.board.band import Band
from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.board.grip import Grip
from kanbandesk.ui.board.hits import Hit, Zone, hit
from kanbandesk.ui.board.pairs import sign_at

if TYPE_CHECKING:
    from kanbandesk.ui.board.view import BoardView

NOTCH = 72  # px that one notch of a wheel scrolls
_ADDING = Qt.KeyboardModifier.ControlModifier  # Qt turns Command into Control on a Mac
_RANGE = Qt.KeyboardModifier.ShiftModifier
_LINK = Qt.CursorShape.PointingHandCursor


class Pointer:
    """Turns mouse events into what they mean."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._pressed: Hit | None = None
        self._origin = QPoint()
        self._toggles_later = False  # a chosen card was pressed with the adding key
        self._band = Band(view)
        self._grip = Grip(view)
        kind = QEvent.Type
        self._handlers: dict[QEvent.Type, Callable[[Any], bool]] = {
            kind.MouseButtonPress: self._press,
            kind.MouseMove: self._move,
            kind.MouseButtonRelease: self._release,
            kind.MouseButtonDblClick: self._double_click,
            kind.Wheel: self._wheel,
            kind.Leave: self._leave,
            kind.ToolTip: self._tip,
        }

    def take(self, event: QEvent) -> bool:
        """Handle an event of the viewport; tell whether it was one for the pointer."""
        handler = self._handlers.get(event.type())
        return handler is not None and handler(event)

    def menu_target(self, event: QContextMenuEvent) -> tuple[tuple[str, ...], QPoint]:
        """Return the cards a menu is asked for, and where it is to open; a card not chosen yet is chosen."""
        view = self._view
        current = view.places.rect(view.current_id())
        if event.reason() is QContextMenuEvent.Reason.Keyboard and current is not None:
            place = QPoint(current.x + current.width // 2, current.y + current.height // 2)
            return view.selected_ids() or (view.current_id(),), view.viewport().mapToGlobal(place)
        found = hit(view.board_layout, event.x(), event.y())
        if found.card_id and found.card_id not in view.selection.ids:
            view.change_selection(lambda selection: selection.only(found.card_id))
        return view.selected_ids() if found.card_id else (), event.globalPos()

    # -- buttons ---------------------------------------------------------------------------------------------

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return event.button() is Qt.MouseButton.RightButton
        view, point = self._view, event.position().toPoint()
        view.hands.messages.hide()
        if self._grip.press(point):
            return True
        found = hit(view.board_layout, point.x(), point.y())
        self._pressed, self._origin = found, point
        if found.zone is Zone.CARD:
            self._choose(found, event.modifiers())
        elif found.zone is Zone.LANE:
            view.fold(found.lane, is_folded=not view.board_layout.collapsed[found.lane])
        elif found.zone is Zone.HEAD:
            self._press_head(found, point)
        else:
            self._band.press(point, is_adding=bool(event.modifiers() & _ADDING))
        return True

    def _choose(self, found: Hit, modifiers: Qt.KeyboardModifier) -> None:
        view, card_id = self._view, found.card_id
        self._toggles_later = bool(modifiers & _ADDING) and card_id in view.selection.ids
        if self._toggles_later:
            view.change_selection(
                lambda selection: selection.walk_to(card_id)
            )  # it may be a drag of all chosen
        elif modifiers & _ADDING:
            view.change_selection(lambda selection: selection.toggle(card_id))
        elif modifiers & _RANGE:
            order = [id_ for cell in view.board_layout.cells[found.column] for id_ in cell.ids]
            view.change_selection(lambda selection: selection.extend_to(card_id, order))
        elif card_id in view.selection.ids:
            view.change_selection(lambda selection: selection.walk_to(card_id))
        else:
            view.change_selection(lambda selection: selection.only(card_id))

    def _press_head(self, found: Hit, point: QPoint) -> None:
        view = self._view
        column = view.model.columns[found.column]
        can_add = not view.model.claimable.isdisjoint(column.status_ids)
        if can_add and columns.add_rect(view.board_layout.head(found.column)).contains(point.x(), point.y()):
            view.add_requested.emit(column.id)

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        pressed, self._pressed = self._pressed, None
        self._grip.let_go()
        point = event.position().toPoint()
        if self._view.hands.drag.is_active:
            self._view.hands.drag.let_go()
            self._hover(point)
        elif self._band.is_active:
            self._band.let_go()
        elif pressed is not None and pressed.zone is Zone.CARD:
            self._click(pressed, point, event.modifiers())
        return True

    def _click(self, pressed: Hit, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """A card was pressed and let go without a drag."""
        view = self._view
        if self._toggles_later:
            view.change_selection(lambda selection: selection.toggle(pressed.card_id))
        if (
            modifiers & (_ADDING | _RANGE)
            or hit(view.board_layout, point.x(), point.y()).card_id != pressed.card_id
        ):
            return
        view.change_selection(lambda selection: selection.only(pressed.card_id))
        if self._is_on_claim(pressed.card_id, point):
            view.claim_clicked.emit(pressed.card_id)
        elif self._is_on_pair(pressed.card_id, point):
            view.pair_clicked.emit(pressed.card_id)

    def _is_on_claim(self, card_id: str, point: QPoint) -> bool:
        view = self._view
        card, rect = view.model.cards.get(card_id), view.places.rect(card_id)
        if card is None or rect is None or card.owner_id or card.status_id not in view.model.claimable:
            return False
        has_ring = card_id in view.scene.rings
        return view.cards.claim_rect(rect, has_ring=has_ring).contains(point.x(), point.y())

    def _is_on_pair(self, card_id: str, point: QPoint) -> bool:
        card = self._view.model.cards.get(card_id)
        if card is None or not (card.subtask_id or card.parent_id):
            return False
        rect = sign_at(self._view, card_id)
        return rect is not None and rect.contains(point.x(), point.y())

    def _double_click(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        found = hit(self._view.board_layout, point.x(), point.y())
        if found.card_id:
            self._view.card_activated.emit(found.card_id)
        return True

    # -- moving ----------------------------------------------------------------------------------------------

    def _move(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        if self._grip.is_active:
            self._grip.pull(point)
        elif self._view.hands.drag.is_active:
            self._drag_on(event, point)
        elif self._band.is_active:
            self._band.stretch(point)
        elif self._pressed is None:
            self._hover(point)
        elif (point - self._origin).manhattanLength() >= QApplication.startDragDistance():
            if self._pressed.zone is Zone.CARD:
                self._lift(self._pressed.card_id)
                self._drag_on(event, point)
            elif self._pressed.zone in (Zone.BODY, Zone.NOTHING):
                self._band.stretch(point)
        return True

    def _lift(self, card_id: str) -> None:
        view = self._view
        if view.hands.plan is None or view.hands.lying.is_active:
            return
        if card_id not in view.selection.ids:
            view.change_selection(lambda selection: selection.only(card_id))
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        view.hands.drag.lift(view.selected_ids(), card_id, self._origin, view.hands.plan)

    def _drag_on(self, event: QMouseEvent, point: QPoint) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._view.hands.drag.follow(point)
        else:  # let go where nobody told us
            self._view.hands.drag.cancel()

    def _hover(self, point: QPoint) -> None:
        view, scene = self._view, self._view.scene
        found = hit(view.board_layout, point.x(), point.y())
        is_on_sign = self._is_on_claim(found.card_id, point) or self._is_on_pair(found.card_id, point)
        is_link = found.zone is Zone.LANE or is_on_sign
        view.viewport().setCursor(_LINK if is_link else Qt.CursorShape.ArrowCursor)
        if found.card_id != scene.hovered:
            before, scene.hovered = scene.hovered, found.card_id
            view.damage_cards((before, found.card_id))
        if found.column != scene.hovered_column:
            for column in (scene.hovered_column, found.column):
                self._damage_scroll_bar(column)
            scene.hovered_column = found.column

    def _damage_scroll_bar(self, column: int) -> None:
        layout = self._view.board_layout
        if 0 <= column < layout.columns.count:
            body = layout.body(column)
            self._view.damage(Rect(body.right - 8, body.y, 8, body.height))

    def _leave(self, event: QEvent) -> bool:
        del event
        self._hover(QPoint(-1, -1))
        return False

    def _tip(self, event: QHelpEvent) -> bool:
        """Show what a card has no room for. Titles come from outside: they are shown as text, never as markup."""
        view = self._view
        found = hit(view.board_layout, event.pos().x(), event.pos().y())
        text = ""
        if found.card_id:
            text = "\n".join(spoken.card_tip(view.model, view.model.cards[found.card_id]))
        elif found.zone is Zone.HEAD:
            text = spoken.column_text(view.model, view.model.columns[found.column])
        QToolTip.showText(
            event.globalPos(), f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else ""
        )
        return True

    # -- scrolling ------------------------------------------------------------------------------------------

    def _wheel(self, event: QWheelEvent) -> bool:
        view, layout = self._view, self._view.board_layout
        dx, dy = self._distance(event)
        point = event.position().toPoint()
        column = 0 if layout.has_lanes else layout.columns.at(point.x())
        has_moved = bool(dx) and view.scroll_across(layout.columns.scroll - dx)
        if dy and column is not None and column < len(layout.cells):
            has_moved |= view.scroll_column(column, layout.offset(column) - dy)
        if has_moved and view.hands.drag.is_active:
            view.hands.drag.follow(point)
        elif has_moved:
            self._hover(point)
        event.setAccepted(has_moved)
        return True

    def _distance(self, event: QWheelEvent) -> tuple[int, int]:
        """Return how far to scroll, in pixels: as a touch pad says, or by notches; with Shift to the side."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        dx, dy = pixels.x(), pixels.y()
        if pixels.isNull():
            dx, dy = round(angle.x() * NOTCH / 120), round(angle.y() * NOTCH / 120)
        return (dx or dy, 0) if event.modifiers() & _RANGE else (dx, dy)
