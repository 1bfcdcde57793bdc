"""The list of the inbox: one for all sections, so that the arrows walk through all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.inbox.drawing import ROW_ROLE, RowPainter
from kanbandesk.ui.inbox.rows import Row
from kanbandesk.ui.theme.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class RowModel(QAbstractListModel):
    """The rows on show."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show these and no others; where only their words differ nothing is thrown away."""
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def place(self, key: str) -> int:
        """Return where the row with this key stands, -1 when it is gone."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_there = 0 <= index.row() < len(self.rows)
        if is_there and self.rows[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.NoItemFlags


class RowList(QListView):
    """Shows rows and says what was pressed on them."""

    deed_wanted = Signal(object, object)  # Row, Deed
    current_row_changed = Signal()

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__()
        self._now = now
        self.is_showing = False  # rows are being put in: what is current then was not chosen by hand
        self._pressed: tuple[Row, Deed, QRect] | None = None
        self.row_model = RowModel()
        self.painter = RowPainter(self, theme)
        self.setModel(self.row_model)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "rows")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda *_indexes: self.current_row_changed.emit())

    def show_rows(self, rows: Sequence[Row], whole: int) -> None:
        """Show rows; the one that was current stays so, or the next in its place is."""
        before, place = self.current_row(), self.currentIndex().row()
        self.is_showing = True
        self.painter.now, self.painter.whole = self._now(), whole
        self.row_model.show(rows)
        found = self.row_model.place(before.key) if before is not None else -1
        self._stand_on(found if found >= 0 else max(place, 0))
        self.is_showing = False

    def current_row(self) -> Row | None:
        """Return the row on which the keyboard stands."""
        place = self.currentIndex().row()
        rows = self.row_model.rows
        return rows[place] if 0 <= place < len(rows) and rows[place].can_be_chosen else None

    def row_rect(self, ticket_id: str) -> QRect | None:
        """Return where a ticket's row is in the viewport, the current one first; None when none shows it."""
        rows, current = self.row_model.rows, self.currentIndex().row()
        places = [current, *range(len(rows))]
        for place in places:
            if 0 <= place < len(rows) and rows[place].ticket_id == ticket_id:
                return self.visualRect(self.row_model.index(place))
        return None

    def anchor(self, ticket_id: str) -> QRect | None:
        """Return where a ticket's row is on screen (global); None when none shows it."""
        rect = self.row_rect(ticket_id)
        return None if rect is None else QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def tick(self) -> None:
        """Draw the rings anew, and nothing else."""
        self.painter.now = self._now()
        for place, row in enumerate(self.row_model.rows):
            if row.due_at is not None:
                body = self.painter.body(row, self.visualRect(self.row_model.index(place)))
                self.viewport().update(self.painter.ring_rect(body).adjusted(-1, -1, 1, 1))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self.painter.theme = theme
        self.viewport().update()

    def _stand_on(self, place: int) -> None:
        rows = self.row_model.rows
        order = [*range(place, len(rows)), *range(min(place, len(rows)) - 1, -1, -1)]
        target = next((spot for spot in order if rows[spot].can_be_chosen), -1)
        if target >= 0 and target != self.currentIndex().row():
            self.setCurrentIndex(self.row_model.index(target))

    def _hit(self, event: QMouseEvent) -> tuple[Row, Deed, QRect] | None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return None
        row = self.row_model.rows[index.row()]
        is_current = index.row() == self.currentIndex().row()
        for deed, place in self.painter.buttons(row, self.visualRect(index), is_current=is_current):
            if place.contains(point):
                return row, deed, place
        return None

    # -- Qt --

    def event(self, event: QEvent) -> bool:
        """Keep Enter and the digits from the window's shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if is_plain and event.key() in (*_ENTER, *_DIGITS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current_row(), event.key()
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif row is not None and key in _ENTER and row.deeds:
            self.deed_wanted.emit(row, row.deeds[0])
        elif row is not None and key in _DIGITS and len(row.deeds) > (place := _DIGITS.index(Qt.Key(key))):
            self.deed_wanted.emit(row, row.deeds[place])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the window's."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._hit(event) if event.button() is Qt.MouseButton.LeftButton else None
        self.painter.pressed = (found[0].key, found[1]) if found else None
        self._pressed = found
        super().mousePressEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed, self.painter.pressed = self._pressed, None, None
        self.viewport().update()
        if pressed is not None and pressed[2].contains(event.position().toPoint()):
            self.deed_wanted.emit(pressed[0], pressed[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.current_row()
        if row is not None and self._hit(event) is None:
            self.deed_wanted.emit(row, Deed.OPEN if Deed.OPEN in row.deeds else row.deeds[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self._hit(event)
        hovered = (found[0].key, found[1]) if found else None
        if hovered != self.painter.hovered:
            self.painter.hovered = hovered
            shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self.painter.hovered = None
        self.viewport().update()
        super().leaveEvent(event)
