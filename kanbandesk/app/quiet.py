"""While a board is on its way elsewhere nobody may write to it: no button, no key, no other window of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid


class Quiet(QObject):
    """Holds a window's work until `end`; sheets over it stay awake."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        others = (one for one in QApplication.topLevelWidgets() if one is not window)
        self._held: list[QWidget] = [
            one for one in (*others, window.centralWidget()) if one is not None and one.isEnabled()
        ]
        for one in self._held:
            one.setEnabled(False)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def end(self) -> None:
        """Let work go on."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        for one in filter(isValid, self._held):
            one.setEnabled(True)
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow the keys of actions."""
        return event.type() is QEvent.Type.Shortcut
