"""A board on a stand: the view, its model, a clock to set, and a window that answers its drops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.view import BoardView, DropRequest
from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.moves import Move, plan_move
from kanbandesk.workflow.people import actor_of
from tests.factories.workflow import NOW, make_card, make_snapshot

PATIENCE = 30_000
"""Milliseconds after which what never comes counts as missing. No test passes or fails by less."""

BUTTON = Qt.MouseButton
KEY = Qt.KeyboardModifier


@dataclass
class Clock:
    """The desk's clock, in the hands of the test."""

    now: int = NOW

    def __call__(self) -> int:
        """Return its moment."""
        return self.now


@dataclass
class Stand:
    """A board, what it asked for, and hands on it."""

    view: BoardView
    model: BoardModel
    clock: Clock
    qtbot: QtBot
    drops: list[DropRequest] = field(default_factory=list)
    answer: Callable[[DropRequest], None] = lambda _: None

    def __post_init__(self) -> None:
        self.view.drop_requested.connect(self._on_drop)

    def _on_drop(self, request: DropRequest) -> None:
        self.drops.append(request)
        self.answer(request)

    def plan(self, card: Card, status_id: str) -> Move:
        """Return what the rules say."""
        return plan_move(self.model.snapshot.workflow, card, status_id, actor_of(self.model.snapshot.me))

    def confirm(self, request: DropRequest) -> None:
        """Answer a drop as the window does when nothing is to be asked."""
        place = request.place
        touched = self.model.place_pending(request.ids, request.status_id, place.after, place.before)
        self.view.release_gap()
        self.view.model_changed(touched)

    # -- places ----------------------------------------------------------------------------------------------

    def rect(self, card_id: str) -> Rect:
        """Return where a card is."""
        rect = self.view.places.rect(card_id)
        assert rect is not None, card_id
        return rect

    def middle(self, card_id: str) -> QPoint:
        """Return the middle of a card."""
        rect = self.rect(card_id)
        return QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2)

    def body(self, column_id: str, y: int = 40) -> QPoint:
        """Return a point in a column, `y` px below its head."""
        body = self.view.board_layout.body(self.view.places.column(column_id))
        return QPoint(body.x + body.width // 2, body.y + y)

    # -- hands -----------------------------------------------------------------------------------------------

    def click(self, card_id: str, held: Qt.KeyboardModifier = KEY.NoModifier) -> None:
        """Click a card."""
        QTest.mouseClick(self.view.viewport(), BUTTON.LeftButton, held, self.middle(card_id))

    def press(self, point: QPoint, held: Qt.KeyboardModifier = KEY.NoModifier) -> None:
        """Press the button."""
        QTest.mousePress(self.view.viewport(), BUTTON.LeftButton, held, point)

    def move(self, point: QPoint) -> None:
        """Move the mouse to a point, with a step on the way."""
        QTest.mouseMove(self.view.viewport(), point - QPoint(3, 0))
        QTest.mouseMove(self.view.viewport(), point)

    def release(self, point: QPoint) -> None:
        """Let the button go."""
        QTest.mouseRelease(self.view.viewport(), BUTTON.LeftButton, KEY.NoModifier, point)

    def lift(self, card_id: str, to: QPoint) -> None:
        """Press on a card and pull it to a point."""
        self.press(self.middle(card_id))
        self.move(self.middle(card_id) + QPoint(30, 0))
        self.move(to)

    def drag(self, card_id: str, to: QPoint) -> None:
        """Pull a card to a point and let it go."""
        self.lift(card_id, to)
        self.release(to)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = KEY.NoModifier) -> None:
        """Press a key on the board."""
        QTest.keyClick(self.view, key, held)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for a condition."""
        self.qtbot.waitUntil(is_so, timeout=PATIENCE)

    def screen(self) -> QImage:
        """Return what the screen shows of the board: grown out of many small paintings, not painted for this."""
        QApplication.processEvents()
        corner = self.view.viewport().mapTo(self.view.window(), QPoint())
        size = self.view.viewport().size()
        window = self.view.window().winId()
        return (
            self.view.screen()
            .grabWindow(window, corner.x(), corner.y(), size.width(), size.height())
            .toImage()
        )

    def painted(self) -> QImage:
        """Return the board painted in one go."""
        return self.view.viewport().grab().toImage()

    def paint(self) -> None:
        """Paint now."""
        self.view.viewport().repaint()


def working_day() -> list[Card]:
    """Two new cards, three that I work on, two that wait, none elsewhere; ids are letters."""
    cards = [("a", "new"), ("b", "new"), ("c", "in_progress"), ("d", "in_progress"), ("e", "in_progress")]
    cards += [("x", "waiting_client"), ("y", "waiting_client")]
    return [
        make_card(
            id=card_id,
            number=100 + number,
            title=f"Ticket {card_id}",
            status_id=status_id,
            rank=card_id.upper(),
            owner_id="" if status_id == "new" else "me",
            sla_class="" if status_id == "new" else "settings",
        )
        for number, (card_id, status_id) in enumerate(cards)
    ]


def put_up(qtbot: QtBot, cards: list[Card], size: tuple[int, int] = (1800, 700)) -> Stand:
    """Show a board and give it the focus."""
    model, clock = BoardModel(), Clock()
    model.load(make_snapshot(cards))
    view = BoardView(model, LIGHT, clock)
    qtbot.addWidget(view)
    stand = Stand(view, model, clock, qtbot)
    view.set_planner(stand.plan)
    view.resize(*size)
    with qtbot.waitExposed(view):
        view.show()
    view.model_changed(None)
    view.activateWindow()
    view.setFocus()
    stand.paint()
    return stand
