"""A real window over a real desk that says it has a team."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
from kanbandesk.ui.bridge import Bridge, Desk
from kanbandesk.ui.main_window import MainWindow
from kanbandesk.ui.memory import Memory
from kanbandesk.ui.theme.switch import ThemeSwitch
from tests.fakes.team import FakeTeam
from tests.gui.shell.conftest import board_home, filled_home, switch, themes
from tests.gui.shell.stand import PATIENCE, Shell

__all__ = ["board_home", "filled_home", "switch", "themes"]


class TeamedDesk:
    """The desk that it is given, with a team beside it."""

    def __init__(self, desk: SoloDesk, team: FakeTeam) -> None:
        self._desk, self.team = desk, team

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)


@pytest.fixture
def team() -> FakeTeam:
    return FakeTeam()


@pytest.fixture
def shell(board_home: Path, themes: ThemeSwitch, team: FakeTeam, qtbot: QtBot) -> Iterator[Shell]:
    """A window on four tickets, as a team's."""
    desk = SoloDesk(Home.open(board_home))
    bridge = Bridge(cast(Desk, TeamedDesk(desk, team)))
    window = MainWindow(bridge, themes, Memory(board_home))
    qtbot.addWidget(window)
    window.resize(1560, 900)
    with qtbot.waitSignal(window.board_shown, timeout=PATIENCE):
        window.show()
        bridge.load()
    assert window.hands.transitions.sheet is None
    window.activateWindow()
    window.view.setFocus()
    yield Shell(window, desk, bridge, qtbot)
    window.close()
    bridge.close()
    desk.close()
