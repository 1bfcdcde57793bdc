"""What the parts of a window share: handed to each by the window, held by no global."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.view import BoardView
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.notices import Notices
from kanbandesk.ui.status_line import StatusLine
from kanbandesk.ui.theme.switch import ThemeSwitch
from kanbandesk.ui.undo import UndoStack
from kanbandesk.ui.words import fill, translate
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.tickets import Ticket

Subject = Card | Ticket
"""What a deed is done to: a card, or the open ticket of one that the board does not hold (a closed one)."""


@dataclass(slots=True)
class Stage:
    """The board in memory and on screen, the bridge to the desk, and where things are said."""

    window: QWidget
    bridge: Bridge
    model: BoardModel
    view: BoardView
    notices: Notices
    status: StatusLine
    undo: UndoStack
    themes: ThemeSwitch
    open_ticket: Callable[[str], Ticket | None]  # the ticket of a panel that shows it
    other_anchor: Callable[[str], QRect | None] = lambda _ticket_id: (
        None
    )  # on a page that has the board's room

    def subject(self, ticket_id: str) -> Subject | None:
        """Return the card of a ticket, else the ticket of a panel that shows it."""
        return self.card(ticket_id) or self.open_ticket(ticket_id)

    def card(self, ticket_id: str) -> Card | None:
        """Return the card of a ticket, None when the board does not hold it (closed, or gone)."""
        return self.model.cards.get(ticket_id)

    def named(self, ticket_ids: Iterable[str]) -> str:
        """Return the tickets in words: "#4756", or "3 cards"."""
        ids = list(ticket_ids)
        if len(ids) != 1:
            return translate("Stage", "%n card(s)", None, len(ids))
        card = self.subject(ids[0])
        if card is None:
            return translate("Stage", "the ticket")
        if card.number is None:
            return fill(translate("Stage", "“{title}”"), title=card.title)
        return f"#{card.number}"

    def reveal_status(self, status_id: str) -> None:
        """Scroll the board as little as needed to show the column of a status; nothing when it has none."""
        column = self.model.board.column_of(status_id)
        if column is not None:
            self.view.reveal_column(self.view.places.column(column.id))

    def anchor_of(self, ticket_id: str) -> QRect:
        """Return where the card lies on screen (global); the board's middle when it is out of sight."""
        if (elsewhere := self.other_anchor(ticket_id)) is not None:
            return elsewhere
        rect = self.view.card_rect(ticket_id)
        viewport = self.view.viewport()
        if rect is not None and viewport.rect().intersects(rect):
            return QRect(viewport.mapToGlobal(rect.topLeft()), rect.size())
        middle = viewport.mapToGlobal(viewport.rect().center())
        return QRect(middle - QPoint(100, 100), middle)
