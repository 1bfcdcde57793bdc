"""The bridge alone, over a desk whose answers the test gives itself."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kanbandesk.ui.bridge import Bridge, Listener
from kanbandesk.workflow.cards import BoardSnapshot, Changes, Receipt, merged
from kanbandesk.workflow.commands import Command, UnblockTicket
from tests.conftest import ExpectedLog
from tests.factories.workflow import make_card


class Desk:
    """A desk that does nothing until it is told."""

    def __init__(self) -> None:
        self.listener: Listener | None = None
        self.orders: list[tuple[Command, str, Future[Receipt]]] = []
        self.reading: Future[BoardSnapshot] = Future()

    def now(self) -> int:
        return 7

    def submit(self, command: Command, uid: str = "") -> Future[Receipt]:
        future: Future[Receipt] = Future()
        self.orders.append((command, uid, future))
        return future

    def board(self) -> Future[BoardSnapshot]:
        return self.reading

    def subscribe(self, listener: Listener) -> Any:
        self.listener = listener
        return lambda: setattr(self, "listener", None)

    def tell(self, changes: Changes) -> None:
        """Publish a batch from a thread of the desk."""
        assert self.listener is not None
        thread = Thread(target=self.listener, args=(changes,))
        thread.start()
        thread.join()

    def answer(self, **outcome: Any) -> None:
        """Answer the oldest order from a thread of the desk."""
        _, uid, future = self.orders.pop(0)
        receipt = Receipt(uid=uid, **outcome)
        thread = Thread(target=future.set_result, args=(receipt,))
        thread.start()
        thread.join()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def bridge(desk: Desk, qtbot: QtBot) -> Bridge:
    return Bridge(desk)  # type: ignore[arg-type]


def order(ticket_id: str = "t") -> Command:
    return UnblockTicket(ticket_id=ticket_id)


def test_a_saved_command_is_told_on_the_gui_thread(bridge: Bridge, desk: Desk, qtbot: QtBot) -> None:
    threads: list[object] = []
    uid = bridge.submit(order(), lambda _receipt: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(bridge.saved) as signal:
        desk.answer(is_applied=True)
    assert signal.args is not None
    assert signal.args[0].uid == uid
    assert threads == [bridge.thread()]


def test_a_refused_command_is_told_with_the_command(bridge: Bridge, desk: Desk, qtbot: QtBot) -> None:
    bridge.submit(order())
    with qtbot.waitSignal(bridge.refused) as signal:
        desk.answer(is_applied=False, code="not_found")
    assert signal.args is not None
    assert signal.args[1] == order()


def test_a_command_that_cannot_be_kept_is_told(
    bridge: Bridge, desk: Desk, qtbot: QtBot, expected_log: ExpectedLog
) -> None:
    expected_log("could not be kept")
    bridge.submit(order())
    with qtbot.waitSignal(bridge.failed) as signal:
        desk.orders[0][2].set_exception(OSError("disk full"))
    assert signal.args is not None
    assert str(signal.args[0]) == "disk full"


def test_what_is_under_way_is_counted(bridge: Bridge, desk: Desk, qtbot: QtBot) -> None:
    counts: list[int] = []
    bridge.pending_changed.connect(counts.append)
    bridge.submit(order())
    bridge.submit(order())
    for _ in range(2):
        with qtbot.waitSignal(bridge.saved):
            desk.answer(is_applied=True)
    assert counts == [1, 2, 1, 0]


def test_what_is_to_be_painted_first_goes_to_the_desk_behind_the_frame(
    bridge: Bridge, desk: Desk, qtbot: QtBot
) -> None:
    ordered_when_painted: list[int] = []

    class Canvas(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            del event
            ordered_when_painted.append(len(desk.orders))

    canvas = Canvas()
    qtbot.addWidget(canvas)
    with qtbot.waitExposed(canvas):
        canvas.show()
    qtbot.waitUntil(lambda: bool(ordered_when_painted))
    ordered_when_painted.clear()
    bridge.submit(order(), is_painted_first=True)
    canvas.update()
    qtbot.waitUntil(lambda: len(desk.orders) == 1)
    assert ordered_when_painted == [0]


def test_commands_keep_their_order_also_when_one_waits_for_a_frame(bridge: Bridge, desk: Desk) -> None:
    bridge.submit(order("first"), is_painted_first=True)
    bridge.submit(order("second"))
    assert [command for command, _, _ in desk.orders] == [order("first"), order("second")]


def test_what_waits_for_a_frame_is_with_the_desk_when_the_bridge_is_closed(
    bridge: Bridge, desk: Desk
) -> None:
    bridge.submit(order(), is_painted_first=True)
    bridge.close()
    assert [command for command, _, _ in desk.orders] == [order()]
    bridge.submit(order("late"), is_painted_first=True)
    assert [command for command, _, _ in desk.orders] == [order(), order("late")]


def test_changes_that_come_while_the_window_is_busy_are_one_batch(
    bridge: Bridge, desk: Desk, qtbot: QtBot
) -> None:
    batches: list[Changes] = []
    bridge.changes_arrived.connect(batches.append)
    first, second = make_card(), make_card()
    desk.tell(Changes(cards=(first,)))
    desk.tell(Changes(cards=(second,)))
    with qtbot.waitSignal(bridge.changes_arrived):
        pass
    assert batches == [Changes(cards=(first, second))]


def test_the_answer_to_a_widget_that_has_died_is_dropped(bridge: Bridge, desk: Desk, qtbot: QtBot) -> None:
    class Widget(QObject):
        def take(self, _receipt: Receipt) -> None:
            raise AssertionError("called after its death")

    widget = Widget()
    future: Future[int] = Future()
    bridge.fetch(future, widget.take)  # type: ignore[arg-type]
    shiboken6.delete(widget)
    done: list[int] = []
    bridge.fetch(future, done.append)
    future.set_result(1)
    qtbot.waitUntil(lambda: done == [1])


def test_after_closing_nothing_comes_through(bridge: Bridge, desk: Desk, qtbot: QtBot) -> None:
    seen: list[object] = []
    bridge.saved.connect(seen.append)
    bridge.submit(order())
    bridge.close()
    desk.answer(is_applied=True)
    assert desk.listener is None
    with qtbot.assertNotEmitted(bridge.saved):
        pass
    assert seen == []


# -- batches ----------------------------------------------------------------------------------------------------------


def test_the_later_word_on_a_card_wins() -> None:
    card = make_card()
    later = make_card(id=card.id, title="later")
    assert merged([Changes(cards=(card,)), Changes(cards=(later,))]).cards == (later,)


def test_a_card_that_went_and_came_back_is_there() -> None:
    card = make_card()
    assert merged([Changes(removed=(card.id,)), Changes(cards=(card,))]) == Changes(cards=(card,))


def test_a_card_that_came_and_went_is_gone() -> None:
    card = make_card()
    assert merged([Changes(cards=(card,)), Changes(removed=(card.id,))]) == Changes(removed=(card.id,))
