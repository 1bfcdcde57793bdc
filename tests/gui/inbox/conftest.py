"""Windows over a desk in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.main_window import MainWindow
from kanbandesk.ui.memory import Memory
from kanbandesk.ui.theme.switch import Look, ThemeSwitch
from kanbandesk.workflow.cards import BoardSnapshot
from tests.fakes.desk import FakeDesk
from tests.gui.inbox.stand import PATIENCE, Stand


@pytest.fixture(scope="session")
def switch(qapp: QApplication) -> ThemeSwitch:
    """The one switch of the process, as in the program."""
    return ThemeSwitch(qapp, Look.LIGHT)


@pytest.fixture
def open_stand(switch: ThemeSwitch, qtbot: QtBot) -> Iterator[Callable[[BoardSnapshot], Stand]]:
    """Opens a window on a board."""
    opened: list[Stand] = []

    def open_(snapshot: BoardSnapshot) -> Stand:
        switch.choose(Look.LIGHT)
        desk = FakeDesk(snapshot=snapshot)
        bridge = Bridge(desk)
        window = MainWindow(bridge, switch, Memory.forgetful())
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitSignal(window.board_shown, timeout=PATIENCE):
            window.show()
            bridge.load()
        assert window.hands.notifying.book is window.book
        window.activateWindow()
        window.view.setFocus()
        opened.append(Stand(window, bridge, desk, qtbot))
        return opened[-1]

    yield open_
    for stand in opened:
        stand.window.close()
        stand.bridge.close()
