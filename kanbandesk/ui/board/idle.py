"""Work for idle moments: the texts for the search are folded before anybody searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from kanbandesk.ui.board.model import BoardModel

PAUSE = 20  # ms between two portions, for everything else
PORTION = 250  # cards: less than a millisecond


class Idle(QObject):
    """Folds a few texts at a time until all are done."""

    def __init__(self, model: BoardModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._work)

    def begin(self) -> None:
        """There may be something to do."""
        self._timer.start()

    def rest(self) -> None:
        """Do nothing until told again."""
        self._timer.stop()

    def _work(self) -> None:
        if not self._model.narrowing.warm(self._model.cards, PORTION):
            self._timer.stop()
