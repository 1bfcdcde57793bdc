"""The list of the waiting room: the arrows walk, one key does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.inbox.listing import RowList
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.waiting.drawing import KEYS, WaitingPainter

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WaitingList(RowList):
    """Rows of clients who owe an answer; Enter opens the ticket."""

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__(theme, now)
        self.painter = WaitingPainter(self, theme)
        self.setItemDelegate(self.painter)

    def visible_tickets(self) -> Iterator[str]:
        """Yield the tickets whose rows can be seen."""
        port = self.viewport().rect()
        for place, row in enumerate(self.row_model.rows):
            if self.visualRect(self.row_model.index(place)).intersects(port):
                yield row.ticket_id

    def _deed_of(self, event: QKeyEvent) -> Deed | None:
        row = self.current_row()
        if row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if event.key() in _ENTER:
            return Deed.OPEN
        typed = event.text().upper()
        return next((deed for deed in row.deeds if KEYS[deed] == typed), None)

    # -- Qt --

    def event(self, event: QEvent) -> bool:
        """Keep the row's keys from the window's shortcuts."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._deed_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, deed = self.current_row(), self._deed_of(event)
        if row is not None and deed is not None:
            self.deed_wanted.emit(row, deed)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
