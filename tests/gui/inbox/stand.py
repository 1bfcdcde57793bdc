"""A window over a desk in memory, for what a real desk cannot be brought to say in a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.inbox.page import InboxPage
from kanbandesk.ui.inbox.rows import Row
from kanbandesk.ui.main_window import MainWindow
from kanbandesk.workflow.cards import Changes
from tests.fakes.desk import FakeDesk

PATIENCE = 30_000
"""Milliseconds after which what never comes counts as missing."""


@dataclass
class Stand:
    """A window, its bridge and the desk behind them."""

    window: MainWindow
    bridge: Bridge
    desk: FakeDesk
    qtbot: QtBot

    def inbox(self) -> InboxPage:
        """Go to the inbox and return its page."""
        self.window.places.go(Act.INBOX)
        page = self.window.places.page(Act.INBOX)
        assert isinstance(page, InboxPage)
        return page

    def row(self, key: str) -> Row:
        """Return a row of the inbox, as it is shown."""
        page = self.window.places.page(Act.INBOX)
        assert isinstance(page, InboxPage)
        return next(row for row in page.list.row_model.rows if row.key == key)

    def shown(self) -> list[str]:
        """Return the keys of the inbox's rows, as they are shown."""
        page = self.window.places.page(Act.INBOX)
        assert isinstance(page, InboxPage)
        return [row.key for row in page.list.row_model.rows]

    def stand_on(self, key: str) -> InboxPage:
        """Put the keyboard on a row."""
        page = self.inbox()
        page.list.setCurrentIndex(page.list.row_model.index(page.list.row_model.place(key)))
        return page

    def tell(self, changes: Changes) -> None:
        """Let changes come from the desk, and wait until the window has them."""
        with self.qtbot.waitSignal(self.bridge.changes_arrived, timeout=PATIENCE):
            self.desk.tell(changes)
        self.settle()

    def settle(self) -> None:
        """Let what is posted be done."""
        for _ in range(3):
            QApplication.processEvents()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for a condition."""
        self.qtbot.waitUntil(is_so, timeout=PATIENCE)
