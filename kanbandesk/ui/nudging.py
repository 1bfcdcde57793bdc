"""What is done with a client who is silent, from the waiting room and by the palette (R10, S1)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect

from kanbandesk.ui.giving import give
from kanbandesk.ui.sheets.deeds import DeedSheets, Spot
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.words import translate
from kanbandesk.workflow import codes
from kanbandesk.workflow.cards import Card, Receipt, TicketDetail
from kanbandesk.workflow.commands import CloseTicket, StopLadder
from kanbandesk.workflow.statuses import ClosingReason, Demand
from kanbandesk.workflow.tickets import Ticket


class Nudging:
    """Reminds, holds the reminders, closes as silent."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.sheets = DeedSheets(stage.bridge, lambda: stage.model.snapshot)

    def remind(self, ticket: Ticket | Card, prepared: str, anchor: QRect) -> None:
        """Show the reminder that was prepared, or a plain one, to be changed and sent."""
        words = prepared or translate(
            "Waiting", "We are still waiting for your answer, so that we can go on. May we ask you for it?"
        )
        self.sheets.remind(Spot(self._stage.window, anchor), ticket, words)

    def hold(self, ticket_id: str, *, is_off: bool) -> None:
        """Hold a ticket's reminders, or let them go again."""
        words = (
            translate("Undo", "Hold reminders of {cards}")
            if is_off
            else translate("Undo", "Let {cards} be reminded")
        )
        give(self._stage, words, [StopLadder(ticket_id=ticket_id, is_off=is_off)])

    def close(self, ticket_id: str) -> None:
        """Close a ticket whose client stays silent; the rules say from when on, and whom they ask why (S2)."""
        stage = self._stage

        def ask(receipt: Receipt) -> bool:
            subject = stage.subject(ticket_id)
            wants_reason = (
                receipt.code == codes.DEMANDED and dict(receipt.params).get("demand") == Demand.REASON
            )
            if subject is None or not wants_reason:
                return False
            self.sheets.close_silent(Spot(stage.window, stage.anchor_of(ticket_id)), subject)
            return True

        command = CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SILENT)
        give(stage, translate("Undo", "Close {cards} as silent"), [command], otherwise=ask)

    # -- of a card, whose story has to be read first --

    def remind_of(self, ticket_id: str) -> None:
        """Remind the client of a ticket, with what was prepared for it."""

        def take(detail: TicketDetail) -> None:
            ticket = detail.ticket
            self.remind(ticket, ticket.prepared_answer, self._stage.anchor_of(ticket_id))

        self._read(ticket_id, take)

    def toggle(self, ticket_id: str) -> None:
        """Hold a ticket's reminders, or let them go where they are held."""
        self._read(ticket_id, lambda detail: self.hold(ticket_id, is_off=not detail.ticket.is_ladder_off))

    def _read(self, ticket_id: str, take: Callable[[TicketDetail], object]) -> None:
        if ticket_id:
            self._stage.bridge.fetch(self._stage.bridge.desk.ticket(ticket_id), take)
