"""What the buttons of the panel's strips do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.sheets.deeds import DeedSheets, Spot
from kanbandesk.ui.ticket.edits import Edits
from kanbandesk.ui.ticket.standing import Deed, Strip
from kanbandesk.ui.ticket.strips import Strips
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail
from kanbandesk.workflow.commands import (
    AcceptTransfer,
    AcknowledgeAlarm,
    Command,
    ReviewTicket,
    WithdrawTransfer,
)
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket


class Doing(QObject):
    """`opened` carries another ticket's id, `transition_requested` a status: the window asks for what it demands."""

    opened = Signal(str)
    transition_requested = Signal(str)

    def __init__(
        self,
        strips: Strips,
        edits: Edits,
        bridge: Bridge,
        snapshot: Callable[[], BoardSnapshot],
        detail: Callable[[], TicketDetail | None],
    ) -> None:
        super().__init__(strips)
        self._strips, self._edits, self._snapshot, self._detail = strips, edits, snapshot, detail
        self.sheets = DeedSheets(bridge, snapshot)
        strips.pressed.connect(self._do)

    def transfer(self, anchor: QWidget) -> None:
        """Ask to which line the ticket is to go."""
        if (detail := self._detail()) is not None:
            self.sheets.transfer(Spot.of(anchor), detail.ticket)

    def not_ours(self, anchor: QWidget) -> None:
        """Ask why it is not ours."""
        if (detail := self._detail()) is not None:
            self.sheets.not_ours(Spot.of(anchor), detail.ticket)

    def _do(self, strip: Strip, deed: Deed) -> None:
        detail = self._detail()
        if detail is None:
            return
        if deed in _SIMPLE:
            self._edits.submit(_SIMPLE[deed](detail.ticket.id))
        elif deed is Deed.OPEN:
            self.opened.emit(strip.subject)
        elif deed in _ENDINGS:
            self.transition_requested.emit(self._snapshot().workflow.of_kind(_ENDINGS[deed]).id)
        else:
            self._ask(strip, deed, detail)

    def _ask(self, strip: Strip, deed: Deed, detail: TicketDetail) -> None:
        anchor = self._strips.view(strip.key)
        spot, ticket, sheets = Spot.of(anchor), detail.ticket, self.sheets
        if deed is Deed.NOT_OURS:
            sheets.not_ours(spot, ticket)
        elif deed is Deed.WRONG:
            sheets.review_wrong(spot, ticket)
        elif deed in (Deed.CONFIRM, Deed.REFUTE):
            sheets.judge(spot, ticket, is_confirmed=deed is Deed.CONFIRM)
        else:
            task = next(task for task in detail.tasks if task.id == strip.subject)
            sheets.answer(spot, ticket, task)


_ENDINGS = {Deed.FINISH: StatusKind.SOLVED, Deed.DECLINE: StatusKind.CLOSED}
_SIMPLE: Mapping[Deed, Callable[[str], Command]] = {
    Deed.ACCEPT: lambda ticket_id: AcceptTransfer(ticket_id=ticket_id),
    Deed.WITHDRAW: lambda ticket_id: WithdrawTransfer(ticket_id=ticket_id),
    Deed.ACKNOWLEDGE: lambda ticket_id: AcknowledgeAlarm(ticket_id=ticket_id),
    Deed.RIGHT: lambda ticket_id: ReviewTicket(ticket_id=ticket_id, is_right=True),
}


def may_transfer(ticket: Ticket, snapshot: BoardSnapshot) -> bool:
    """Tell whether a ticket goes from line to line at all: a sub-task and a closed one do not (R8a)."""
    return not ticket.parent_id and snapshot.workflow.status(ticket.status_id).kind is not StatusKind.CLOSED
