"""Passing a ticket from line to line, by card, key and palette: transfer, "not ours", withdraw (R8)."""

from __future__ import annotations

from collections.abc import Callable

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.giving import give
from kanbandesk.ui.sheets.deeds import DeedSheets, Spot
from kanbandesk.ui.stage import Stage, Subject
from kanbandesk.ui.words import fill, refusal_text, translate
from kanbandesk.workflow import codes
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail
from kanbandesk.workflow.commands import WithdrawTransfer
from kanbandesk.workflow.football import is_football
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.rights import Action, may, refusal_of
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket


class Passing:
    """Reads the ticket first, since its card holds no answers of the playbook, and asks beside the card."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.sheets = DeedSheets(stage.bridge, lambda: stage.model.snapshot)

    def transfer(self, ticket_id: str) -> None:
        """Ask to which line, why, and what the playbook wants to know before; nothing where only a lead may (R8b)."""
        self._with_ticket(ticket_id, self._ask_transfer)

    def _ask_transfer(self, spot: Spot, ticket: Ticket) -> None:
        stage = self._stage
        if why_not := football_words(ticket, stage.model.snapshot):
            deed = fill(translate("Undo", "Transfer {cards}"), cards=stage.named([ticket.id]))
            stage.notices.tell(fill(translate("Notices", "Not done: {deed}"), deed=deed), why_not)
        else:
            self.sheets.transfer(spot, ticket)

    def not_ours(self, ticket_id: str) -> None:
        """Ask why it is not ours."""
        self._with_ticket(ticket_id, self.sheets.not_ours)

    def withdraw(self, ticket_id: str) -> None:
        """Take the offer back."""
        if ticket_id:
            give(self._stage, translate("Undo", "Withdraw {cards}"), [WithdrawTransfer(ticket_id=ticket_id)])

    def _with_ticket(self, ticket_id: str, ask: Callable[[Spot, Ticket], None]) -> None:
        stage = self._stage
        if not ticket_id:
            return

        def take(detail: TicketDetail) -> None:
            ask(Spot(stage.window, stage.anchor_of(ticket_id)), detail.ticket)

        stage.bridge.fetch(stage.bridge.desk.ticket(ticket_id), take)


def football_words(ticket: Ticket, snapshot: BoardSnapshot) -> str:
    """Return that a ticket came back too often for anybody but a lead to pass it on, empty where it did not (R8b)."""
    if not is_football(ticket, snapshot.process) or may(actor_of(snapshot.me), Action.OVERRULE, ticket):
        return ""
    return refusal_text(codes.FOOTBALL, {"count": ticket.returned_count}, snapshot)


def why_not_passed(subject: Subject, snapshot: BoardSnapshot) -> dict[Act, str]:
    """Return for each of the three what stands against it, empty where nothing does."""
    refusal = refusal_of(actor_of(snapshot.me), Action.TRANSFER, subject)
    by_right = refusal_text(refusal.code, refusal.params, snapshot) if refusal is not None else ""
    never = _never(subject, snapshot)
    first = min(snapshot.lines, key=lambda line: (line.position, line.id), default=None)
    # What is offered to another line is sent back by that line, the rest by the line that has it.
    line_id = subject.offered_line_id or subject.line_id
    is_first = first is None or line_id in ("", first.id)
    at_home = translate("Reasons", "It is with first line already.") if is_first else ""
    nothing = "" if subject.offered_line_id else translate("Reasons", "It is offered to no line.")
    is_offered_away = subject.offered_line_id not in ("", subject.line_id)
    return {
        Act.TRANSFER: never or by_right,
        Act.NOT_OURS: never or at_home or ("" if is_offered_away else by_right),
        Act.WITHDRAW: never or nothing or by_right,
    }


def _never(subject: Subject, snapshot: BoardSnapshot) -> str:
    """Return why a ticket goes to no other line at all."""
    if subject.parent_id:
        return translate("Reasons", "A card in development stays with the developers.")
    status = next((each for each in snapshot.workflow.statuses if each.id == subject.status_id), None)
    if status is not None and status.kind is StatusKind.CLOSED:
        return translate("Reasons", "The ticket is closed.")
    return ""
