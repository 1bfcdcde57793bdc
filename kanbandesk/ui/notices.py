"""Notices: what went wrong, what was kept, what to do. They stay until somebody has read them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kanbandesk.ui.words import translate

WIDTH = 380  # px
MOST = 4
_MARGIN = 16  # px from the window's corner
_BOTTOM = 44  # px: above the status line

Answer = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """One notice: a heading, a sentence, and what can be done about it."""

    def __init__(self, parent: QWidget, heading: str, text: str, answer: Answer | None, tone: str) -> None:
        super().__init__(parent)
        self.heading, self.text = heading, text
        self.buttons: list[QPushButton] = []
        self.setProperty("look", "notice")
        self.setProperty("tone", tone)
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 10, 10)
        layout.setSpacing(4)
        for words, look in ((heading, "strong"), (text, "muted")):
            if words:
                label = QLabel(words)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setProperty("look", look)
                label.setWordWrap(True)
                label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
                layout.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        if answer is not None:
            row.addWidget(self._button(answer[0], answer[1]))
        row.addWidget(self._button(translate("Notices", "Close"), None))
        layout.addLayout(row)

    def _button(self, words: str, slot: Callable[[], object] | None) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("look", "quiet")

        def press() -> None:
            self.close()
            self.deleteLater()
            if slot is not None:
                slot()

        button.clicked.connect(press)
        self.buttons.append(button)
        return button

    def answer(self) -> None:
        """Do what the notice offers, as its first button does."""
        self.buttons[0].click()


class Notices(QObject):
    """The notices of a window, stacked above its lower right corner, the newest lowest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: list[Notice] = []
        window.installEventFilter(self)

    def tell(
        self, heading: str, text: str = "", *, answer: Answer | None = None, tone: str = "bad"
    ) -> Notice:
        """Show a notice until it is closed; `answer` is the words and the deed of a button."""
        for same in [notice for notice in self._shown if (notice.heading, notice.text) == (heading, text)]:
            same.close()
        while len(self._shown) >= MOST:
            self._shown[0].close()
        notice = Notice(self._window, heading, text, answer, tone)
        notice.installEventFilter(self)
        self._shown.append(notice)
        notice.show()
        self._stack()
        # Screen readers are told without the focus going away from the work.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(notice, f"{heading}. {text}"))
        return notice

    def shown(self) -> list[Notice]:
        """Return the notices that are open, oldest first."""
        return list(self._shown)

    def _stack(self) -> None:
        bottom = self._window.height() - _BOTTOM
        for notice in reversed(self._shown):
            notice.adjustSize()
            notice.resize(WIDTH, max(notice.heightForWidth(WIDTH), notice.sizeHint().height()))
            bottom -= notice.height()
            notice.move(QPoint(self._window.width() - WIDTH - _MARGIN, bottom))
            notice.raise_()
            bottom -= 8

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._stack()
        elif isinstance(watched, Notice) and event.type() is QEvent.Type.Close:
            self._shown = [notice for notice in self._shown if notice is not watched]
            self._stack()
        return False
