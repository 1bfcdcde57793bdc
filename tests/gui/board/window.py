"""A window with the board and nothing else, for a real pointer. Says what happens to it, line by line.

Run as `python -m tests.gui.board.window`.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.view import BoardView, DropRequest
from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.moves import Move, plan_move
from kanbandesk.workflow.people import actor_of
from tests.factories.workflow import NOW, make_snapshot
from tests.gui.board.stand import working_day


def say(*words: object) -> None:
    """Print one line."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Window:
    """The board, and a window's answers."""

    def __init__(self) -> None:
        self.model = BoardModel()
        self.model.load(make_snapshot(working_day()))
        self.view = BoardView(self.model, LIGHT, lambda: NOW)
        self.view.set_planner(self.plan)
        self.view.drop_requested.connect(self.confirm)
        self.view.resize(1800, 700)
        self.view.model_changed(None)
        self._said = ""
        self._watch = QTimer()
        self._watch.setInterval(10)
        self._watch.timeout.connect(self.tell)

    def plan(self, card: Card, status_id: str) -> Move:
        """Return what the rules say."""
        return plan_move(self.model.snapshot.workflow, card, status_id, actor_of(self.model.snapshot.me))

    def confirm(self, request: DropRequest) -> None:
        """Move the cards at once."""
        place = request.place
        touched = self.model.place_pending(request.ids, request.status_id, place.after, place.before)
        self.view.model_changed(touched)
        say("dropped", *request.ids, "→", request.status_id, "between", place.after, place.before)

    def ready(self) -> None:
        """Say where the cards and the columns are on screen."""
        for card_id in self.model.cards:
            rect = self.view.card_rect(card_id)
            if rect is not None:
                where = self.view.viewport().mapToGlobal(rect.center())
                say("card", card_id, where.x(), where.y())
        for index, column in enumerate(self.model.columns):
            body = self.view.board_layout.body(index)
            where = self.view.viewport().mapToGlobal(QPoint(body.x + body.width // 2, body.y + 400))
            say("column", column.id, where.x(), where.y())
        self._watch.start()
        say("ready")

    def tell(self) -> None:
        """Say what the board shows, when it has changed."""
        scene = self.view.scene
        orders = (",".join(self.model.ids(column.id)) for column in self.model.columns)
        state = f"at rest: {' | '.join(orders)}"
        if scene.held is not None:
            state = f"held over {scene.held.target}: {scene.held.label}"
        if scene.bubble is not None and scene.held is None:
            state = f"refused: {scene.bubble.text}"
        if state != self._said:
            self._said = state
            say(state)


def main() -> None:
    """Show the window until it is ended."""
    app = QApplication([])
    window = Window()
    window.view.show()
    window.view.windowHandle().requestActivate()
    app.focusWindowChanged.connect(lambda focused: focused and QTimer.singleShot(0, window.ready))
    app.exec()


if __name__ == "__main__":
    main()
