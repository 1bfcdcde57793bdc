"""A floating list with a field to type into: the palette, "move to", "assign to", filters, tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from kanbandesk.ui.widgets.choices import HEIGHT, TALL, Choice, ChoiceModel, ChoicePainter, matching
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.words import translate

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_SHOWN = 9  # lines before it scrolls

Finder = Callable[[str], Sequence[Choice]]


class Picker(Floating):
    """Choose by typing and Enter, or by a click; a choice that is not possible stays, with its reason.

    `chosen` carries the Choice; with `is_multiple` the picker stays open and the caller shows the new checks.
    """

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(
        self,
        window: QWidget,
        *,
        hint: str,
        width: int = 320,
        is_multiple: bool = False,
        is_kept: bool = False,
        shown: int = _SHOWN,
    ) -> None:
        super().__init__(window, closes_outside=True, is_kept=is_kept)
        self._is_multiple = is_multiple
        self._shown = shown
        self._choices: Sequence[Choice] = ()
        self._find: Finder | None = None
        self.field = QLineEdit(self)
        self.field.setProperty("look", "picker")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_typed)
        self._model = ChoiceModel()
        self.list = QListView(self)
        self.list.setProperty("look", "choices")
        self.list.setModel(self._model)
        self.list.setItemDelegate(ChoicePainter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._on_clicked)
        self._nothing = QLabel(translate("Picker", "Nothing fits."), self)
        self._nothing.setProperty("look", "muted")
        self._nothing.setContentsMargins(16, 8, 16, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 6)
        layout.setSpacing(4)
        for part in (self.field, self.list, self._nothing):
            layout.addWidget(part)
        self.setFixedWidth(width + 2 * SHADOW)

    def offer(self, choices: Sequence[Choice], *, keeps_place: bool = False) -> None:
        """Show these; `keeps_place` leaves typed words and the current line as they are (a check was toggled)."""
        self._choices, self._find = choices, None
        self._refresh(self.list.currentIndex().row() if keeps_place else 0)

    def offer_found(self, find: Finder) -> None:
        """Show what `find` returns for the typed words, instead of matching a fixed list."""
        self._find = find
        self._refresh(0)

    def current(self) -> Choice | None:
        """Return the choice that Enter would take."""
        return self._model.choice(self.list.currentIndex())

    def titles(self) -> list[str]:
        """Return the titles on show, for tests and screen readers."""
        return [str(self._model.index(place).data()) for place in range(self._model.rowCount())]

    def refresh(self) -> None:
        """Look again for the typed words."""
        self._refresh(max(0, self.list.currentIndex().row()))

    def _on_typed(self, text: str) -> None:
        self._refresh(0)
        self.typed.emit(text)

    def _refresh(self, place: int) -> None:
        typed = self.field.text()
        found = list(self._find(typed)) if self._find else matching(self._choices, typed)
        self._model.show(found)
        height = TALL if any(choice.under for choice in found) else HEIGHT
        lines = min(self._shown * HEIGHT // height, max(1, len(found)))
        self.list.setFixedHeight(lines * height + 2)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.list.setCurrentIndex(self._model.index(min(place, len(found) - 1)) if found else QModelIndex())
        if self.isVisible():
            self._keep_inside()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._take()

    def _take(self) -> None:
        choice = self.current()
        if choice is None or choice.why_not:
            return
        if not self._is_multiple:
            self.vanish()
        self.chosen.emit(choice)

    # -- Qt --

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS and self._model.rowCount():
            count = self._model.rowCount()
            step = _STEPS[key]
            place = self.list.currentIndex().row() + step
            place = place % count if abs(step) == 1 else max(0, min(count - 1, place))
            self.list.setCurrentIndex(self._model.index(place))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.field.setFocus()
