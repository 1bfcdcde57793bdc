"""The widgets of a conversation's entries: made when they come into sight, let go when they leave it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.bubble import Bubble, SystemLine
from kanbandesk.ui.ticket.entries import Entry, Look

Row = Bubble | SystemLine


class RowPool(QObject):
    """Rows by the key of their entry, as children of `ground`. `resized` carries the key of one that was unfolded."""

    link_clicked = Signal(str)
    attachment_clicked = Signal(object)
    resized = Signal(str)

    def __init__(self, ground: QWidget, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__(ground)
        self._ground, self._now = ground, now
        self.theme = theme
        self._rows: dict[str, Row] = {}

    def get(self, key: str) -> Row | None:
        """Return the row of an entry, None when it is out of sight."""
        return self._rows.get(key)

    def of(self, entry: Entry) -> Row:
        """Return the row of `entry`, made if need be."""
        return self._rows.get(entry.key) or self._make(entry)

    def renew(self, entries: Mapping[str, Entry]) -> None:
        """Take a newer reading of the same conversation: rows of entries that are gone go, others say what is new."""
        for key, row in list(self._rows.items()):
            if key not in entries:
                self._drop(key)
            elif row.entry != entries[key]:
                row.replace_entry(entries[key])

    def keep(self, keys: Collection[str]) -> None:
        """Let go of all rows but these, and those that hold a selection or the focus, which would be lost."""
        for key in [key for key in self._rows if key not in keys and not self._is_in_use(key)]:
            self._drop(key)

    def clear(self) -> None:
        """Let go of all rows."""
        for key in list(self._rows):
            self._drop(key)

    def refresh_times(self) -> None:
        """Say anew how long ago things were said."""
        for row in self._rows.values():
            if isinstance(row, SystemLine):
                row.refresh()
            else:
                row.update()

    def _is_in_use(self, key: str) -> bool:
        row = self._rows[key]
        return isinstance(row, Bubble) and (row.body.hasFocus() or row.body.textCursor().hasSelection())

    def _make(self, entry: Entry) -> Row:
        row: Row
        if entry.look is Look.SYSTEM:
            row = SystemLine(entry, self._now, self._ground)
        else:
            row = Bubble(entry, self.theme, self._now, self._ground)
            row.link_clicked.connect(self.link_clicked)
            row.attachment_clicked.connect(self.attachment_clicked)
            row.resized.connect(lambda: self.resized.emit(entry.key))
        row.ensurePolished()
        self._rows[entry.key] = row
        return row

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        row.hide()
        row.deleteLater()
