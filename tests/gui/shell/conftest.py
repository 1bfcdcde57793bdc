"""A real window over a real desk with a handful of tickets, each made by commands."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.main_window import MainWindow
from kanbandesk.ui.memory import Memory
from kanbandesk.ui.theme.switch import Look, ThemeSwitch
from tests.gui.shell.stand import PATIENCE, Shell, fill

NOON = 1_773_748_800_000
"""Tuesday 17 March 2026, 12:00 UTC: the home's clock starts here."""


@pytest.fixture(scope="session")
def switch(qapp: QApplication) -> ThemeSwitch:
    """The one switch of the process, as in the program.

    Qt keeps what it knows of styled widgets; taking the style sheet off between two tests leaves widgets behind that
    it does not see die, and the next sheet crashes on them.
    """
    return ThemeSwitch(qapp, Look.LIGHT)


@pytest.fixture
def themes(switch: ThemeSwitch) -> ThemeSwitch:
    """The light theme."""
    switch.choose(Look.LIGHT)
    return switch


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the tickets of `fill`, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "home"
    desk = SoloDesk(Home.create(path, name="Support", me="Ada Berg", as_of=NOON, has_timers=False))
    fill(desk)
    desk.close()
    return path


@pytest.fixture
def board_home(filled_home: Path, tmp_path: Path) -> Path:
    """A home of this test's own with four tickets."""
    path = tmp_path / "board"
    shutil.copytree(filled_home, path)
    return path


@pytest.fixture
def open_shell(board_home: Path, themes: ThemeSwitch, qtbot: QtBot) -> Iterator[Callable[[], Shell]]:
    """Opens windows on the home, one after another."""
    opened: list[Shell] = []

    def close(shell: Shell) -> None:
        shell.window.close()
        shell.bridge.close()
        shell.desk.close()

    def open_() -> Shell:
        while opened:
            close(opened.pop())
        desk = SoloDesk(Home.open(board_home))
        bridge = Bridge(desk)
        window = MainWindow(bridge, themes, Memory(board_home))
        qtbot.addWidget(window)
        window.resize(1560, 900)
        with qtbot.waitSignal(window.board_shown, timeout=PATIENCE):
            window.show()
            bridge.load()
        assert window.hands.transitions.sheet is None
        window.activateWindow()
        window.view.setFocus()
        opened.append(Shell(window, desk, bridge, qtbot))
        return opened[-1]

    yield open_
    while opened:
        close(opened.pop())


@pytest.fixture
def shell(open_shell: Callable[[], Shell]) -> Shell:
    """A window on the home with four tickets, the board with the focus."""
    return open_shell()
