"""What stands on the screen while the first board is being made."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.words import translate

T = TypeVar("T")


class Making(QWidget):
    """A small window that says what is being done, while a thread does it."""

    _done = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen)
        self.setObjectName("WelcomePage")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 24, 36, 24)
        row.setSpacing(16)
        sign = QLabel()
        sign.setPixmap(icons.brand().pixmap(40, 40))
        row.addWidget(sign)
        words = QLabel(translate("Welcome", "Setting up the demo board …"))
        words.setProperty("look", "heading")
        row.addWidget(words)

    def wait_for(self, make: Callable[[], T]) -> T:
        """Show the window until `make`, called on a thread, has returned; what it raises is raised here."""
        loop = QEventLoop(self)
        self._done.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        self.show()
        with ThreadPoolExecutor(1, "making") as executor:
            future: Future[T] = executor.submit(make)
            future.add_done_callback(lambda _future: self._done.emit())
            loop.exec()
            self.close()
            return future.result()
