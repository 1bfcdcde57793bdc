"""The conversation: a list of bubbles of which only those in sight exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.bubble import (
    BODY_GAP,
    FOLD,
    HEAD,
    INDENT,
    PAD_BOTTOM,
    PAD_TOP,
    PAD_X,
    Bubble,
    SystemLine,
)
from kanbandesk.ui.ticket.entries import Entry, Look
from kanbandesk.ui.ticket.stacking import Stack
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import translate

GAP = 12  # px between entries
SIDE = 20  # px left and right
BEYOND = 300  # px above and below what is seen for which bubbles exist
_NEAR_END = 8  # px from the end at which the newest message is still "in sight"
_LINE_STEP = 40  # px an arrow key scrolls

Row = Bubble | SystemLine


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What stays where it is when heights change: the entry at the upper edge, and how far it is scrolled under it."""

    key: str
    offset: int


class Conversation(QAbstractScrollArea):
    """Messages of one ticket, oldest first; opens at the newest.

    While the newest is in sight, what comes next is followed; else the place that is read stays where it is.
    """

    link_clicked = Signal(str)
    attachment_clicked = Signal(object)  # Attachment
    reached_end = Signal()

    def __init__(self, theme: Theme, now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self._entries: list[Entry] = []
        self._rows: dict[str, Row] = {}
        self._measured: dict[str, int] = {}  # heights at the present width
        self._stack = Stack(GAP, padding=GAP)
        self._follows = True
        self._is_arranging = False
        self._empty = PlainLabel("", self.viewport(), look="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Conversation", "Conversation"))
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # -- what it shows --

    def show_entries(self, entries: Sequence[Entry], *, from_end: bool = False) -> None:
        """Show these; what is on screen of the same keys stays, at its place. `from_end` goes to the newest."""
        anchor = None if from_end else self._anchor()
        self._follows = from_end or self._follows
        self._entries = list(entries)
        kept = {entry.key: entry for entry in entries}
        for key in [key for key in self._rows if key not in kept]:
            self._drop(key)
        for key, row in self._rows.items():
            if row.entry != kept[key]:
                row.replace_entry(kept[key])
        self._measured = {key: height for key, height in self._measured.items() if key in kept}
        self._stack.reset([self._height(entry) for entry in self._entries])
        self._empty.setVisible(not entries)
        self._arrange(anchor)

    def clear(self, words: str = "") -> None:
        """Show nothing but `words`."""
        for key in list(self._rows):
            self._drop(key)
        self._measured.clear()
        self._empty.setText(words)
        self.show_entries((), from_end=True)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for key in list(self._rows):
            self._drop(key)
        self._arrange(self._anchor())

    def refresh_times(self) -> None:
        """Say anew how long ago things were said."""
        for row in self._rows.values():
            if isinstance(row, SystemLine):
                row.refresh()
            else:
                row.update()

    def is_at_end(self) -> bool:
        """Tell whether the newest entry is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR_END

    def scroll_to_end(self) -> None:
        """Go to the newest."""
        self._follows = True
        self._arrange(None)

    def row(self, key: str) -> Row | None:
        """Return the widget of an entry that is in sight."""
        return self._rows.get(key)

    def rows(self) -> list[Row]:
        """Return the widgets that exist, top to bottom."""
        return [self._rows[entry.key] for entry in self._entries if entry.key in self._rows]

    # -- where things lie --

    def _width(self) -> int:
        return max(80, self.viewport().width() - 2 * SIDE)

    def _height(self, entry: Entry) -> int:
        """Return the measured height of an entry, or a guess by the number of its letters."""
        known = self._measured.get(entry.key)
        if known is not None:
            return known
        if entry.look is Look.SYSTEM:
            return HEAD
        metrics = QFontMetrics(self.font())
        per_line = max(8, (self._width() - INDENT - 2 * PAD_X) // max(1, metrics.averageCharWidth()))
        text = entry.text[:FOLD]
        lines = sum(1 + len(line) // per_line for line in text.split("\n"))
        return PAD_TOP + HEAD + BODY_GAP + lines * round(metrics.lineSpacing() * 1.25) + PAD_BOTTOM

    def _anchor(self) -> _Anchor | None:
        if self._follows or not self._entries:
            return None
        top = self.verticalScrollBar().value()
        index = self._stack.at(top)
        return _Anchor(self._entries[index].key, top - self._stack.top(index))

    def _arrange(self, anchor: _Anchor | None) -> None:
        """Make the rows in sight, correct their heights, and put everything where it belongs around the anchor."""
        if self._is_arranging:
            return
        self._is_arranging = True
        try:
            for _ in range(8):  # each correction may bring other rows into sight; it settles after one or two
                self._scroll_to(anchor)
                if not self._measure_sight(anchor):
                    break
            self._scroll_to(anchor)
            self._place()
        finally:
            self._is_arranging = False

    def _scroll_to(self, anchor: _Anchor | None) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setRange(0, max(0, self._stack.total() - height))
        bar.setPageStep(height)
        if anchor is None:
            if self._follows:
                bar.setValue(bar.maximum())
            return
        for index, entry in enumerate(self._entries):
            if entry.key == anchor.key:
                bar.setValue(self._stack.top(index) + anchor.offset)
                return

    def _sight(self) -> range:
        top = self.verticalScrollBar().value()
        return self._stack.between(top - BEYOND, top + self.viewport().height() + BEYOND)

    def _measure_sight(self, anchor: _Anchor | None) -> bool:
        """Measure the rows in sight; tell whether any guess was wrong. Without an anchor the upper edge is kept."""
        is_changed = False
        for index in self._sight():
            entry = self._entries[index]
            if entry.key in self._measured and entry.key in self._rows:
                continue
            row = self._rows.get(entry.key) or self._make(entry)
            height = row.height_for(self._width())
            self._measured[entry.key] = height
            top = self._stack.top(index)
            moved = self._stack.set_height(index, height)
            is_changed = is_changed or moved != 0
            bar = self.verticalScrollBar()
            if moved and anchor is None and not self._follows and top < bar.value():
                bar.setMaximum(max(0, self._stack.total() - self.viewport().height()))
                bar.setValue(bar.value() + moved)
        return is_changed

    def _place(self) -> None:
        sight = self._sight()
        wanted = {self._entries[index].key for index in sight}
        for key in [key for key in self._rows if key not in wanted and not self._is_in_use(key)]:
            self._drop(key)
        top, width = self.verticalScrollBar().value(), self._width()
        for index, entry in enumerate(self._entries):
            row = self._rows.get(entry.key)
            if row is not None:
                row.setGeometry(SIDE, self._stack.top(index) - top, width, self._stack.height(index))
                row.show()
        self._empty.setGeometry(self.viewport().rect().adjusted(SIDE, 0, -SIDE, 0))

    def _is_in_use(self, key: str) -> bool:
        """Tell whether a row holds a selection or the focus, which would be lost with it."""
        row = self._rows[key]
        return isinstance(row, Bubble) and (row.body.hasFocus() or row.body.textCursor().hasSelection())

    def _make(self, entry: Entry) -> Row:
        row: Row
        if entry.look is Look.SYSTEM:
            row = SystemLine(entry, self._now, self.viewport())
        else:
            row = Bubble(entry, self._theme, self._now, self.viewport())
            row.link_clicked.connect(self.link_clicked)
            row.attachment_clicked.connect(self.attachment_clicked)
            row.resized.connect(self._on_row_resized)
        self._rows[entry.key] = row
        row.ensurePolished()
        return row

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        row.hide()
        row.deleteLater()

    # -- what moves it --

    def _on_row_resized(self) -> None:
        row = self.sender()
        if isinstance(row, Bubble):
            self._follows = False
            anchor = self._anchor()
            self._measured.pop(row.entry.key, None)
            self._arrange(anchor)

    def _on_scrolled(self) -> None:
        if self._is_arranging:
            return
        self._follows = self.is_at_end()
        self._arrange(None)
        if self.is_at_end():
            self.reached_end.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        anchor = self._anchor()
        if event.oldSize().width() != event.size().width():
            self._measured.clear()
            self._stack.reset([self._height(entry) for entry in self._entries])
        self._arrange(anchor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measured.clear()
            self._arrange(self._anchor())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -_LINE_STEP,
            Qt.Key.Key_Down: _LINE_STEP,
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        bar.setValue(bar.value() + step)
