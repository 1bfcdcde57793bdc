"""A strip within a panel that says something and takes an answer: a refusal, a question, a newer message."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kanbandesk.ui.widgets.plain import PlainLabel, caption
from kanbandesk.ui.words import translate

Answer = tuple[str, Callable[[], object]]
LEAST_WORDS = 240  # px beside which buttons may stand


class Bar(QFrame):
    """Hidden until it has something to say; Escape or its last button takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self._came_from: QWidget | None = None
        self._shown: list[QPushButton] = []
        self._words = PlainLabel("", self)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._field = QLineEdit(self)
        self._field.returnPressed.connect(self._on_return)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(6)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self._row.addLayout(self._buttons)
        layout.addLayout(self._row)
        layout.addWidget(self._field)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def tone(self) -> str:
        """How it says it: "bad" for what went wrong."""
        return str(self.property("tone") or "")

    @property
    def field(self) -> QLineEdit:
        """Where a question takes words."""
        return self._field

    def buttons(self) -> list[QPushButton]:
        """Return its buttons, the one that takes it away last."""
        return list(self._shown)

    def say(self, text: str, answers: Sequence[Answer] = (), *, tone: str = "", close: str = "") -> None:
        """Say `text` with a button for each answer; `tone` "bad" for what went wrong. Focus stays where it is."""
        self._show(text, answers, tone, close or translate("Bar", "Close"))
        self._field.hide()
        self._share_room()

    def ask(self, text: str, answers: Sequence[Answer]) -> None:
        """Ask a question; the first answer gets the focus."""
        self._remember_focus()
        self._show(text, answers, "", translate("Bar", "Cancel"))
        self._field.hide()
        self._share_room()
        self._shown[0].setFocus()

    def ask_words(self, text: str, verb: str, take: Callable[[str], object], *, hint: str = "") -> None:
        """Ask for a line of words; `take` gets what was written, never nothing."""
        self._remember_focus()

        def answer() -> None:
            words = self._field.text().strip()
            if words:
                take(words)

        self._show(text, [(verb, answer)], "", translate("Bar", "Cancel"), keeps_open=True)
        self._field.clear()
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(text)
        self._field.show()
        self._share_room()
        self._field.setFocus()

    def vanish(self) -> None:
        """Take it away, and give the focus back to where it was."""
        focused = QApplication.focusWidget()
        holds_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if holds_focus and self._came_from is not None:
            self._came_from.setFocus()
        self._came_from = None

    def _remember_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._came_from = focused

    def _show(
        self, text: str, answers: Sequence[Answer], tone: str, close: str, *, keeps_open: bool = False
    ) -> None:
        for button in self._shown:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._shown.clear()
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setText(text)
        for words, deed in answers:
            self._add_button(words, deed, vanishes=not keeps_open)
        self._add_button(close, None, vanishes=True)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _add_button(self, words: str, deed: Callable[[], object] | None, *, vanishes: bool) -> None:
        button = QPushButton(caption(words), self)
        button.setProperty("look", "quiet" if deed is None else "")

        def press() -> None:
            if vanishes:
                self.vanish()
            if deed is not None:
                deed()

        button.clicked.connect(press)
        self._buttons.addWidget(button)
        self._shown.append(button)

    def _share_room(self) -> None:
        """Put the buttons below the words where beside them there is no room to read; keep the height for both."""
        taken = sum(button.sizeHint().width() + self._buttons.spacing() for button in self._shown)
        is_below = self.width() - taken < LEAST_WORDS
        way = QBoxLayout.Direction.TopToBottom if is_below else QBoxLayout.Direction.LeftToRight
        if way != self._row.direction():
            self._row.setDirection(way)
            side = Qt.AlignmentFlag.AlignRight if is_below else Qt.AlignmentFlag(0)
            self._row.setAlignment(self._buttons, side)
        layout = self.layout()
        if layout is not None:  # whoever lays the bar out has no ear for heights that go by a width
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _on_return(self) -> None:
        self._shown[0].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.vanish()
            return
        # Outside dialogs Qt presses a button by Space only; who was just asked presses Enter.
        focused = next((button for button in self._shown if button.hasFocus()), None)
        if focused is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused.click()
            return
        super().keyPressEvent(event)
