"""The conversation: a list of bubbles of which only those in sight exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.bubble import BODY_GAP, FOLD, HEAD, INDENT, PAD_BOTTOM, PAD_TOP, PAD_X
from kanbandesk.ui.ticket.entries import Entry, Look
from kanbandesk.ui.ticket.row_pool import RowPool
from kanbandesk.ui.ticket.stacking import Stack
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import translate

GAP = 12  # px between entries
SIDE = 20  # px left and right
BEYOND = 300  # px above and below what is seen for which bubbles exist
_NEAR_END = 8  # px from the end at which the newest message is still "in sight"
_LINE_STEP = 40  # px an arrow key scrolls
_ROUNDS = 8  # each correction of heights may bring other rows into sight; it settles after one or two


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What stays where it is when heights change: the entry at the upper edge, and how far it is scrolled under it."""

    key: str
    offset: int


class Conversation(QAbstractScrollArea):
    """Messages of one ticket, oldest first; opens at the newest.

    While the newest is in sight, what comes next is followed; else the place that is read stays where it is.
    """

    reached_end = Signal()

    def __init__(self, theme: Theme, now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._measured: dict[str, int] = {}
        self._measured_at = 0  # px: the width at which they were
        self._stack = Stack(GAP, padding=GAP)
        self._follows = True
        self._is_arranging = False
        self.rows = RowPool(self.viewport(), theme, now)
        self.rows.resized.connect(self._on_row_resized)
        self._empty = PlainLabel("", self.viewport(), look="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Conversation", "Conversation"))
        self.viewport().setAutoFillBackground(True)
        self.set_theme(theme)
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # -- what it shows --

    def show_entries(self, entries: Sequence[Entry], *, from_end: bool = False) -> None:
        """Show these; what is on screen of the same keys stays, at its place. `from_end` goes to the newest."""
        anchor = None if from_end else self._anchor()
        self._follows = from_end or self._follows
        self._entries = list(entries)
        by_key = {entry.key: entry for entry in entries}
        self.rows.renew(by_key)
        self._measured = {key: height for key, height in self._measured.items() if key in by_key}
        self._stack.reset([self._height(entry) for entry in self._entries])
        self._empty.setVisible(not entries)
        self._arrange(anchor)

    def clear(self, words: str = "") -> None:
        """Show nothing but `words`."""
        self._measured.clear()
        self._empty.setText(words)
        self.show_entries((), from_end=True)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        # By palette: under a style sheet's ground, scrolling would paint everything anew.
        palette = self.viewport().palette()
        palette.setColor(self.viewport().backgroundRole(), QColor(theme.panel))
        self.viewport().setPalette(palette)
        if theme != self.rows.theme:
            self.rows.theme = theme
            self.rows.clear()
            self._arrange(self._anchor())

    @property
    def empty_words(self) -> str:
        """What is shown in place of messages, empty while there are some."""
        return "" if self._entries else self._empty.text()

    def is_at_end(self) -> bool:
        """Tell whether the newest entry is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR_END

    def scroll_to_end(self) -> None:
        """Go to the newest."""
        self._follows = True
        self._arrange(None)

    # -- where things lie --

    def _width(self) -> int:
        # The scroll bar lies within the margin at the right, so nothing changes when it comes or goes.
        return max(80, self.width() - 2 * SIDE)

    def _height(self, entry: Entry) -> int:
        """Return the measured height of an entry, or a guess by the number of its letters."""
        known = self._measured.get(entry.key)
        return guessed_height(entry, self._width(), QFontMetrics(self.font())) if known is None else known

    def _anchor(self) -> _Anchor | None:
        if self._follows or not self._entries:
            return None
        top = self.verticalScrollBar().value()
        index = self._stack.at(top)
        if top >= self._stack.top(index) + self._stack.height(index) and index + 1 < len(self._entries):
            index += 1  # the edge lies in a gap: what is seen first is below it
        return _Anchor(self._entries[index].key, top - self._stack.top(index))

    def _arrange(self, anchor: _Anchor | None) -> None:
        """Make the rows in sight, correct their heights, and put everything where it belongs around the anchor."""
        if self._is_arranging:
            return
        self._is_arranging = True
        try:
            for _ in range(_ROUNDS):
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
        bar = self.verticalScrollBar()
        for index in self._sight():
            entry = self._entries[index]
            if entry.key in self._measured and self.rows.get(entry.key):
                continue
            height = self.rows.of(entry).height_for(self._width())
            self._measured[entry.key] = height
            top = self._stack.top(index)
            moved = self._stack.set_height(index, height)
            is_changed = is_changed or moved != 0
            if moved and anchor is None and not self._follows and top < bar.value():
                bar.setMaximum(max(0, self._stack.total() - self.viewport().height()))
                bar.setValue(bar.value() + moved)
        return is_changed

    def _place(self) -> None:
        self.rows.keep({self._entries[index].key for index in self._sight()})
        top, width = self.verticalScrollBar().value(), self._width()
        for index, entry in enumerate(self._entries):
            row = self.rows.get(entry.key)
            if row is not None:
                row.setGeometry(SIDE, self._stack.top(index) - top, width, self._stack.height(index))
                row.show()
        self._empty.setGeometry(self.viewport().rect().adjusted(SIDE, 0, -SIDE, 0))

    # -- what moves it --

    def _on_row_resized(self, key: str) -> None:
        self._follows = False
        anchor = self._anchor()
        self._measured.pop(key, None)
        self._arrange(anchor)

    def _on_scrolled(self) -> None:
        if self._is_arranging:
            return
        self._follows = self.is_at_end()
        self._arrange(None)
        if self.is_at_end():
            self.reached_end.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # Moves the rows with their pixels; only what comes into sight is painted.
        self.viewport().scroll(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        anchor = self._anchor()
        if self._measured_at != self._width():
            self._measured_at = self._width()
            self._measured.clear()
            self._stack.reset([self._height(entry) for entry in self._entries])
        self._arrange(anchor)

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


def guessed_height(entry: Entry, width: int, metrics: QFontMetrics) -> int:
    """Return how high an entry may be at `width`, by the number of its letters."""
    if entry.look is Look.SYSTEM:
        return HEAD
    per_line = max(8, (width - INDENT - 2 * PAD_X) // max(1, metrics.averageCharWidth()))
    lines = sum(1 + len(line) // per_line for line in entry.text[:FOLD].split("\n"))
    return PAD_TOP + HEAD + BODY_GAP + lines * round(metrics.lineSpacing() * 1.25) + PAD_BOTTOM
