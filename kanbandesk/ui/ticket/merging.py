"""Merging the open ticket into another: which one, what that will do, and then the command (R11e)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.ticket.edits import Edits
from kanbandesk.ui.ticket.linked import found_tickets
from kanbandesk.ui.ticket.picking import pick
from kanbandesk.ui.widgets.bar import Bar
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.words import fill, plain_line, refusal_text, ticket_label, translate
from kanbandesk.workflow import codes
from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.commands import MergeTickets
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.rights import Action, refusal_of
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket


def why_not_merged(ticket: Ticket | Card, snapshot: BoardSnapshot) -> str:
    """Return why a ticket cannot be merged into another, empty when it can."""
    if snapshot.workflow.status(ticket.status_id).kind is StatusKind.CLOSED:
        is_merged = isinstance(ticket, Ticket) and ticket.merged_into
        return refusal_text(codes.MERGED if is_merged else codes.CLOSED, {}, snapshot)
    refusal = refusal_of(actor_of(snapshot.me), Action.MERGE, ticket)
    return refusal_text(refusal.code, refusal.params, snapshot) if refusal else ""


class Merging(QObject):
    """`merged` carries the id of the ticket that goes on, once the open one lies in it."""

    merged = Signal(str)

    def __init__(
        self,
        edits: Edits,
        bar: Bar,
        snapshot: Callable[[], BoardSnapshot],
        ticket: Callable[[], Ticket | None],
    ) -> None:
        super().__init__(edits)
        self._edits, self._bar = edits, bar
        self._snapshot, self._ticket = snapshot, ticket

    def why_not(self) -> str:
        """Return why the open ticket cannot be merged into another, empty when it can."""
        ticket = self._ticket()
        return why_not_merged(ticket, self._snapshot()) if ticket is not None else ""

    def choose(self, anchor: QWidget) -> None:
        """Ask under `anchor` for the other ticket, then whether it is really meant; or say why it cannot be."""
        ticket = self._ticket()
        if ticket is None:
            return
        if why_not := self.why_not():
            self._bar.say(why_not, tone="bad")
            return
        hint = fill(
            translate("Merging", "Merge {ticket} into … (number or words)"),
            ticket=ticket_label(ticket.number),
        )
        pick(
            anchor,
            hint,
            lambda typed: self.found(typed, ticket),
            lambda target: self._ask(ticket, target),
            width=440,
        )

    def found(self, typed: str, ticket: Ticket) -> list[Choice]:
        """Return the other tickets that hold the typed words, those that may not be changed with the reason."""
        snapshot = self._snapshot()
        cards = {card.id: card for card in snapshot.cards}
        choices = []
        for choice in found_tickets(snapshot, typed, ticket.id):
            refusal = refusal_of(actor_of(snapshot.me), Action.MERGE, cards[choice.id])
            why_not = refusal_text(refusal.code, refusal.params, snapshot) if refusal else ""
            choices.append(replace(choice, why_not=why_not))
        return choices

    def _ask(self, ticket: Ticket, target: Choice) -> None:
        if (now := self._ticket()) is None or now.id != ticket.id:
            return
        words = translate(
            "Merging",
            "Merge {ticket} into {target}? Its messages and files move there, the older ticket's age and the "
            "stricter class count from now on, and {ticket} is closed as a duplicate. This cannot be undone.",
        )
        text = fill(words, ticket=ticket_label(ticket.number), target=plain_line(target.title, 60))
        self._bar.ask(text, [(translate("Merging", "Merge"), lambda: self._merge(ticket, target.id))])

    def _merge(self, ticket: Ticket, target_id: str) -> None:
        command = MergeTickets(ticket_id=ticket.id, target_id=target_id)
        self._edits.submit(command, lambda: self.merged.emit(target_id))
