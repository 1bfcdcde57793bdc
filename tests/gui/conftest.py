"""What tests of windows need: settings of their own, and an X server with a real pointer where one is asked for.

Most tests run offscreen, in the test's own process. What needs a real pointer (a drag under way) is marked
``xvfb``: its window runs in a child process on a server of its own, and xdotool moves the mouse.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pointer import XServer, missing_programs, x_server

PATIENCE = 60_000
"""Milliseconds after which what never comes counts as missing. The library's five seconds were too few for a machine
on which others work."""


class PatientBot(QtBot):
    """Waits for long where the test does not say how long."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return a bot as the library does, but a patient one."""
    return PatientBot(request)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker runs all tests with a real pointer, so that there is one X server and one mouse."""
    for item in items:
        if item.get_closest_marker("xvfb"):
            item.add_marker(pytest.mark.xdist_group("xvfb"))


@pytest.fixture(autouse=True)
def _settings_of_its_own(tmp_path: Path) -> None:
    """Window state goes into a file of this test, on every system (not into the registry or a plist)."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Iterator[None]:
    """A window that outlives its test paints into the next one's time."""
    yield
    if QApplication.instance() is None:
        return
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left open; hand windows to qtbot.addWidget: {left}"


@pytest.fixture(scope="session")
def xvfb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XServer]:
    """An X server of this test run, with a window manager; skips where the programs are not installed."""
    if missing := missing_programs():
        pytest.skip(
            f"a real pointer needs {', '.join(missing)}; `python3 dev.py test` installs them on Debian"
        )
    with x_server(tmp_path_factory.mktemp("xvfb")) as server:
        yield server
