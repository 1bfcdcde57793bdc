"""The sheet: a small panel at the card that asks for what a transition demands. Never modal."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.sheets.fields import SheetField, mark_wrong
from kanbandesk.ui.theme.platform_keys import confirm_keys, native
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.widgets.key_button import KeyButton
from kanbandesk.ui.words import translate

WIDTH = 380  # px
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SETTLE = 300  # ms without a keystroke after which the words are kept


class Sheet(Floating):
    """Asks with `fields`; `confirmed` carries the values by the names of the command's fields.

    `dismissed` comes with Escape or Cancel. `words_changed` carries all that was typed, as one text to keep as a
    draft, after a pause in the typing.
    """

    confirmed = Signal(object)
    words_changed = Signal(str)

    def __init__(
        self, window: QWidget, *, title: str, detail: str, verb: str, fields: Sequence[SheetField]
    ) -> None:
        super().__init__(window)
        self.fields = list(fields)
        self._has_tried = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        for text, look in ((title, "heading"), (detail, "small")):
            if text:
                layout.addWidget(_label(text, look))
        for field in self.fields:
            layout.addWidget(field)
            field.changed.connect(self._on_changed)
        self._kept = _label(translate("Sheet", "Your words from before are back."), "small")
        self._kept.hide()
        layout.addWidget(self._kept)
        self._wrong = _label("", "wrong")
        self._wrong.hide()
        layout.addWidget(self._wrong)
        layout.addLayout(self._buttons(verb))
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.setAccessibleName(title)
        self._settle = QTimer(self, interval=_SETTLE, singleShot=True)
        self._settle.timeout.connect(self.keep_words)

    def _buttons(self, verb: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        cancel = KeyButton(translate("Sheet", "Cancel"), native("Esc"), self, look="quiet")
        cancel.clicked.connect(self.dismiss)
        self.confirm_button = KeyButton(verb, confirm_keys(), self, look="primary")
        self.confirm_button.clicked.connect(self.confirm)
        colors = self.palette()
        faint = colors.dark().color().name()
        cancel.set_inks(colors.placeholderText().color().name(), faint)
        self.confirm_button.set_inks(colors.highlightedText().color().name(), faint)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.confirm_button)
        return row

    def start(self) -> None:
        """Put the focus on the first field that still lacks something, else on the first."""
        lacking = [field for field in self.fields if field.lack()]
        for field in (lacking or self.fields)[:1]:
            field.setFocus()

    def words(self) -> str:
        """Return all that was typed as one text; empty when nothing was."""
        typed = {field.names[0]: field.words() for field in self.fields}
        return (
            json.dumps(typed, ensure_ascii=False)
            if any(self._is_typed(field) for field in self.fields)
            else ""
        )

    def restore(self, words: str) -> None:
        """Put back what was typed before; a draft that cannot be read is as good as none."""
        try:
            typed = json.loads(words)
        except ValueError:
            return
        if not isinstance(typed, dict):
            return
        for field in self.fields:
            text = typed.get(field.names[0])
            if isinstance(text, str):
                field.restore(text)
        self._settle.stop()
        self._kept.setVisible(any(self._is_typed(field) for field in self.fields))

    @property
    def complaint(self) -> str:
        """What the sheet says is wrong, empty when nothing is."""
        return self._wrong.text() if self._wrong.isVisibleTo(self) else ""

    def complain(self, text: str) -> None:
        """Say at the sheet what is wrong."""
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
        self._keep_inside()

    def confirm(self) -> None:
        """Take the sheet when nothing is lacking, else say what is and go there."""
        self._has_tried = True
        lacking = self._check()
        if lacking is not None:
            lacking.setFocus()
            return
        self._settle.stop()
        values: dict[str, str | int | bool] = {}
        for field in self.fields:
            values.update(field.values())
        self.confirmed.emit(values)

    def keep_words(self) -> None:
        """Hand over what was typed, to be kept as a draft."""
        self._settle.stop()
        self.words_changed.emit(self.words())

    def vanish(self) -> None:
        """Hide; what was typed last and not kept yet is kept now."""
        if self._settle.isActive():
            self.keep_words()
        super().vanish()

    def _on_changed(self) -> None:
        self._kept.hide()
        self._settle.start()
        if self._has_tried:
            self._check()

    def _check(self) -> SheetField | None:
        """Mark what is lacking; return the first such field."""
        lacking = {field: lack for field in self.fields if (lack := field.lack())}
        for field in self.fields:
            mark_wrong(field.edit, is_wrong=field in lacking)
        first = next(iter(lacking), None)
        self.complain(f"{first.label}: {lacking[first]}" if first is not None else "")
        return first

    @staticmethod
    def _is_typed(field: SheetField) -> bool:
        return field.is_words and bool(field.words().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        is_plain = event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if KeyButton.is_confirmed_by(event):
            self.confirm()
        elif is_plain and isinstance(focused, QPushButton) and not focused.isChecked():
            focused.click()
        elif is_plain:  # a field of several lines keeps it for itself
            self.confirm()
        super().keyPressEvent(event)


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    label.setWordWrap(True)
    return label
