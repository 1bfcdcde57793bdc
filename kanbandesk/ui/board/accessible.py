"""The board for screen readers: board → column → card, with words for all that the eye sees.

Qt asks the factory only when an assistive program is there; nothing is made before. Qt knows an interface by a number
and deletes it with its widget; columns and cards are no widgets, so they are kept and deleted here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.board import spoken
from kanbandesk.ui.board.geometry import NOWHERE, Rect
from kanbandesk.ui.board.hits import hit
from kanbandesk.ui.board.walk import column_order
from kanbandesk.ui.words import translate
from kanbandesk.workflow.boards import Column

if TYPE_CHECKING:
    from kanbandesk.ui.board.view import BoardView


@cache
def install() -> None:
    """Tell Qt how boards are read out. Once is enough."""
    QAccessible.installFactory(_make)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that no focus change tells."""
    if QAccessible.isActive() and text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def announce_current(view: BoardView) -> None:
    """Tell a screen reader that the keyboard stands on another card."""
    if QAccessible.isActive() and view.hasFocus():
        card: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(view).focusChild()
        if card is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(card, QAccessible.Event.Focus))


def _make(key: str, thing: QObject) -> QAccessibleInterface | None:
    from kanbandesk.ui.board.view import BoardView

    del key
    return BoardPart(thing) if isinstance(thing, BoardView) else None


class _Part(QAccessibleInterface):
    """What board, columns and cards have in common."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        self.view = view

    def area(self) -> Rect:
        """Return where it is in the viewport."""
        return NOWHERE

    def isValid(self) -> bool:
        return shiboken6.isValid(self.view)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.view.window().windowHandle()

    def rect(self) -> QRect:
        area = self.area()
        corner = self.view.viewport().mapToGlobal(QPoint(area.x, area.y))
        return QRect(corner, QSize(area.width, area.height))

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing here is changed by a screen reader."""

    def foregroundColor(self) -> QColor:
        return QColor(self.view.cards.theme.ink)

    def backgroundColor(self) -> QColor:
        return QColor(self.view.cards.theme.card)


class BoardPart(_Part):
    """The board: a list of columns."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._columns: dict[str, ColumnPart] = {}
        self._cards: dict[str, CardPart] = {}
        view.accessible = self  # Qt keeps only the number
        view.destroyed.connect(self._forget_all)

    def area(self) -> Rect:
        return self.view.board_layout.columns.viewport

    def object(self) -> QObject:
        return self.view

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.multiSelectable = True
        state.focused = self.view.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName() or translate("Spoken", "Board")
        return self.view.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        parent = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(parent) if parent is not None else None

    def childCount(self) -> int:
        return len(self.view.board_layout.cells)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        columns = self.view.model.columns
        return self.column(columns[index]) if 0 <= index < len(columns) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        found = hit(self.view.board_layout, point.x(), point.y())
        return self.child(found.column) if found.column >= 0 else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((index for index in range(self.childCount()) if self.child(index) is child), -1)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        current = self.view.current_id()
        return self.card(current) if self.view.places.locate(current) is not None else None

    def column(self, column: Column) -> ColumnPart:
        """Return the interface of a column: always the same one."""
        part = self._columns.get(column.id)
        if part is None:
            part = self._columns[column.id] = ColumnPart(self, column.id)
        return part

    def card(self, card_id: str) -> CardPart:
        """Return the interface of a card: always the same one."""
        part = self._cards.get(card_id)
        if part is None:
            part = self._cards[card_id] = CardPart(self, card_id)
        return part

    def forget_gone(self) -> None:
        """Delete the interfaces of cards that are not there any more."""
        for card_id in [card_id for card_id in self._cards if card_id not in self.view.model.cards]:
            _delete(self._cards.pop(card_id))

    def _forget_all(self) -> None:
        for part in (*self._cards.values(), *self._columns.values()):
            _delete(part)
        self._cards.clear()
        self._columns.clear()


class ColumnPart(_Part):
    """A column: a list of cards, those of all lanes one after the other."""

    def __init__(self, board: BoardPart, column_id: str) -> None:
        super().__init__(board.view)
        self.board = board
        self.column_id = column_id

    @property
    def position(self) -> int:
        """Which column it is, -1 when it has left the board."""
        return self.view.places.column(self.column_id)

    def order(self) -> list[str]:
        """Return the ids of its cards."""
        return column_order(self.view.board_layout, self.position) if self.position >= 0 else []

    def area(self) -> Rect:
        return self.view.board_layout.columns.rect(self.position) if self.position >= 0 else NOWHERE

    def isValid(self) -> bool:
        return super().isValid() and self.position >= 0

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.multiSelectable = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or self.position < 0:
            return ""
        return spoken.column_text(self.view.model, self.view.model.columns[self.position])

    def parent(self) -> QAccessibleInterface:
        return self.board

    def childCount(self) -> int:
        return len(self.order())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        order = self.order()
        return self.board.card(order[index]) if 0 <= index < len(order) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        found = hit(self.view.board_layout, point.x(), point.y())
        return self.board.card(found.card_id) if found.card_id and found.column == self.position else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        order = self.order()
        if isinstance(child, CardPart) and child.card_id in order:
            return order.index(child.card_id)
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        current = self.view.current_id()
        return self.board.card(current) if current in self.order() else None


class CardPart(_Part):
    """A card."""

    def __init__(self, board: BoardPart, card_id: str) -> None:
        super().__init__(board.view)
        self.board = board
        self.card_id = card_id

    def area(self) -> Rect:
        return self.view.places.rect(self.card_id) or NOWHERE

    def isValid(self) -> bool:
        return super().isValid() and self.view.places.locate(self.card_id) is not None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state, view = QAccessible.State(), self.view
        state.focusable = state.selectable = True
        state.selected = self.card_id in view.selection.ids
        state.focused = view.hasFocus() and self.card_id == view.current_id()
        viewport = view.board_layout.columns.viewport
        state.offscreen = self.area().intersected(viewport).is_empty
        return state

    def text(self, kind: QAccessible.Text) -> str:
        card = self.view.model.cards.get(self.card_id)
        if card is None:
            return ""
        if kind == QAccessible.Text.Name:
            return spoken.card_name(card)
        if kind == QAccessible.Text.Description:
            return self._description()
        return ""

    def _description(self) -> str:
        view, column = self.view, self.parent()
        card, face = view.model.cards[self.card_id], view.face_of(self.card_id)
        order = column.order() if column is not None else [self.card_id]
        position = order.index(self.card_id) + 1 if self.card_id in order else 0
        description = spoken.card_description(view.model, card, face, position, len(order))
        ring = view.scene.rings.get(self.card_id)
        return description if ring is None else f"{spoken.ring_text(ring.left)}, {description}"

    def parent(self) -> ColumnPart | None:  # type: ignore[override]
        place = self.view.places.locate(self.card_id)
        return self.board.column(self.view.model.columns[place[0]]) if place is not None else None

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> None:  # type: ignore[override]
        """Nothing stands below a card."""

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]
        """Nothing stands below a card."""

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        del child
        return -1


def _delete(part: QAccessibleInterface) -> None:
    """Delete an interface where Qt knows it."""
    if shiboken6.isValid(part):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
