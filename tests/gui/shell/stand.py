"""A window, what stands behind it, and the tickets on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from pytestqt.qtbot import QtBot

from kanbandesk.app.solo import SoloDesk
from kanbandesk.ui.board.drop import DropRequest
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.main_window import MainWindow
from kanbandesk.workflow.cards import Card, Receipt
from kanbandesk.workflow.commands import Command, CreateTicket, Place, ReadNotifications, StartTicket
from kanbandesk.workflow.ids import new_id

PATIENCE = 30_000
"""Milliseconds after which what never comes counts as missing. No test passes or fails by less."""


def fill(desk: SoloDesk) -> None:
    """Two new tickets, two that I am working on."""
    for title, is_started in (
        ("Gateway drops calls", False),
        ("Cannot log in", False),
        ("Receipts arrive twice", True),
        ("Report shows zero calls", True),
    ):
        ticket_id = new_id()
        text = f"{title}, since this morning."
        commands: list[Command] = [
            CreateTicket(
                ticket_id=ticket_id,
                title=title,
                text=text,
                message_id=new_id(),
                line_id="first",
                tags=("telephony",) if is_started else (),
            )
        ]
        if is_started:
            commands.append(StartTicket(ticket_id=ticket_id, urgency_case="how_to", sla_class="settings"))
        for command in commands:
            receipt = desk.submit(command).result(60)
            assert receipt.is_applied, receipt


@dataclass
class Shell:
    """A window and what stands behind it."""

    window: MainWindow
    desk: SoloDesk
    bridge: Bridge
    qtbot: QtBot

    def card(self, title: str) -> Card:
        """Return the card with this title, as the board has it now."""
        return next(card for card in self.window.model.cards.values() if card.title == title)

    def select(self, *titles: str) -> list[str]:
        """Choose cards on the board, which gets the focus."""
        ids = [self.card(title).id for title in titles]
        self.window.view.setFocus()
        self.window.view.select(ids, ids[0])
        return ids

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for a condition."""
        self.qtbot.waitUntil(is_so, timeout=PATIENCE)

    def saved(self, act: Callable[[], object]) -> Receipt:
        """Do something and wait until what it gave to the desk is saved; return the receipt.

        What the window notes by itself, when a ticket is opened, is not meant.
        """
        receipts: list[Receipt] = []

        def keep(receipt: Receipt, command: Command) -> None:
            if receipt.is_applied and not isinstance(command, ReadNotifications):
                receipts.append(receipt)

        self.bridge.settled.connect(keep)
        try:
            act()
            self.until(lambda: bool(receipts))
        finally:
            self.bridge.settled.disconnect(keep)
        return receipts[0]

    def drop(self, title: str, status_id: str) -> None:
        """Let a card go over the column of a status, as the board tells it."""
        column = self.window.model.board.column_of(status_id)
        assert column is not None
        anchor = QRect(self.window.mapToGlobal(QPoint(400, 200)), QSize(200, 100))
        request = DropRequest((self.card(title).id,), column.id, status_id, Place(), anchor)
        self.window.view.hold_gap(request)
        self.window.view.drop_requested.emit(request)
