"""What the actions on cards do: to the selected ones, or to the ticket that is open where the panel has the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.actions import Actions
from kanbandesk.ui.card_choosers import CardChoosers
from kanbandesk.ui.giving import give
from kanbandesk.ui.nudging import Nudging
from kanbandesk.ui.passing import Passing, why_not_passed
from kanbandesk.ui.sheets.asking import reasons_for
from kanbandesk.ui.stage import Stage, Subject
from kanbandesk.ui.ticket.merging import why_not_merged
from kanbandesk.ui.transitions import Transitions
from kanbandesk.ui.words import fill, refusal_text, status_name, translate
from kanbandesk.ui.workbench import Workbench
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.commands import AcceptTransfer, ClaimTicket, OnTicket, WatchTicket
from kanbandesk.workflow.statuses import ClosingReason, StatusKind

PASSING = (Act.TRANSFER, Act.NOT_OURS, Act.WITHDRAW)
SILENCE = (Act.REMIND, Act.HOLD, Act.SILENT)
ON_ONE = (
    *(Act.OPEN, Act.OPEN_WINDOW, Act.PAIR, *PASSING, Act.REPLY, Act.NOTE, Act.CALL),
    *(Act.LINK, Act.MERGE, *SILENCE, Act.COPY_LINK, Act.COPY_NUMBER),
)
ON_SEVERAL = (
    *(Act.CLAIM, Act.START, Act.MOVE, Act.ASSIGN, Act.PRIORITY, Act.POSTPONE),
    *(Act.TAGS, Act.BLOCK, Act.WATCH),
)
ON_BOARD = {
    Act.MOVE_LEFT: (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier),
    Act.MOVE_RIGHT: (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
    Act.MOVE_UP: (Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier),
    Act.MOVE_DOWN: (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
    Act.SELECT_ALL: (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier),
}
"""Keys that the board reads by itself; from a menu they are pressed for the person."""


class CardActions(QObject):
    """Gives the actions on cards their deeds, and says why one is not possible."""

    def __init__(self, stage: Stage, actions: Actions, bench: Workbench, transitions: Transitions) -> None:
        super().__init__(stage.window)
        self._stage, self._actions, self._bench, self._transitions = stage, actions, bench, transitions
        choosers = CardChoosers(stage, transitions)
        deeds: dict[Act, Callable[[], object]] = {
            Act.OPEN: lambda: self.open(self.first()),
            Act.CLAIM: lambda: self.claim(self.targets()),
            Act.START: lambda: self._to(StatusKind.IN_PROGRESS),
            Act.POSTPONE: lambda: self._to(StatusKind.POSTPONED),
            Act.MOVE: lambda: choosers.status(self.targets()),
            Act.ASSIGN: lambda: choosers.agent(self.targets()),
            Act.REPLY: lambda: self._compose("answer"),
            Act.NOTE: lambda: self._compose("note"),
            Act.CALL: lambda: self._compose("call"),
            Act.PRIORITY: lambda: choosers.priority(self.targets()),
            Act.TAGS: lambda: choosers.tags(self.targets()),
            Act.LINK: lambda: choosers.link(self.first()),
            Act.MERGE: self.merge,
            Act.BLOCK: lambda: choosers.block(self.targets()),
            Act.WATCH: self.watch,
            Act.COPY_LINK: self.copy_link,
            Act.COPY_NUMBER: self.copy_number,
        }
        self.passing, self.nudging = Passing(stage), Nudging(stage)
        deeds |= {
            Act.TRANSFER: lambda: self.passing.transfer(self.first()),
            Act.NOT_OURS: lambda: self.passing.not_ours(self.first()),
            Act.WITHDRAW: lambda: self.passing.withdraw(self.first()),
            Act.REMIND: lambda: self.nudging.remind_of(self.first()),
            Act.HOLD: lambda: self.nudging.toggle(self.first()),
            Act.SILENT: lambda: self.nudging.close(self.first()),
        }
        for act, deed in deeds.items():
            actions.on(act, deed)
        for act in ON_BOARD:
            actions.on(act, partial(self._press, act))
        stage.view.selection_changed.connect(self.refresh)
        stage.view.current_changed.connect(lambda _id: self.refresh())

    # -- on which cards --

    def targets(self) -> list[str]:
        """Return the tickets that an action means: the open one where the panel has the focus, else the selected."""
        if self._bench.has_focus_in_panel():
            return [self._bench.shown]
        if self._bench.place is not None:
            return list(self._bench.place.targets())
        current = self._stage.view.current_id()
        return list(self._stage.view.selected_ids()) or ([current] if current else [])

    def first(self) -> str:
        """Return the one ticket that an action on a single card means, empty when there is none."""
        targets = self.targets()
        current = self._stage.view.current_id()
        return current if current in targets else targets[0] if targets else ""

    def refresh(self) -> None:
        """Enable what is possible with the selection, and keep the reason where something is not."""
        targets = self.targets()
        nothing = "" if targets else translate("Reasons", "Choose a card first.")
        self._actions.allow_all((*ON_ONE, *ON_SEVERAL, *ON_BOARD), nothing)
        if self._bench.place is not None:
            self._actions.allow_all(ON_BOARD, translate("Reasons", "That is done on the board."))
        cards = self._subjects(targets)
        if not cards:
            return
        snapshot = self._stage.model.snapshot
        is_transfer = all(self._stage.view.is_offered(card.id) for card in cards)
        self._actions[Act.CLAIM].setText(
            translate("Actions", "Accept the transfer") if is_transfer else translate("Actions", "Claim")
        )
        if not any(card.subtask_id or card.parent_id for card in cards):
            self._actions.allow(Act.PAIR, translate("Reasons", "It has no card in development."))
        if all(card.owner_id == snapshot.me.id for card in cards):
            self._actions.allow(Act.CLAIM, translate("Reasons", "It is yours already."))
        first = self._stage.subject(self.first()) or cards[0]
        if first.parent_id:
            words = translate("Reasons", "A card in development has no client to be answered.")
            self._actions.allow_all((Act.REPLY, Act.CALL), words)
        for act, why_not in why_not_passed(first, snapshot).items():
            self._actions.allow(act, why_not)
        if self._kind_of(first) is not StatusKind.WAITING_CLIENT:
            self._actions.allow_all(SILENCE, translate("Reasons", "It does not wait for its client."))
        elif ClosingReason.SILENT not in reasons_for([first], snapshot, self._stage.bridge.now()):
            words = translate("Reasons", "Its client has not been silent for long enough.")
            self._actions.allow(Act.SILENT, words)
        self._actions.allow(Act.MERGE, why_not_merged(first, snapshot))
        for act, kind in ((Act.START, StatusKind.IN_PROGRESS), (Act.POSTPONE, StatusKind.POSTPONED)):
            self._actions.allow(act, self._why_not(cards, kind))

    def _kind_of(self, card: Subject) -> StatusKind:
        return self._stage.model.snapshot.workflow.status(card.status_id).kind

    def _why_not(self, cards: Sequence[Subject], kind: StatusKind) -> str:
        try:
            status = self._stage.model.snapshot.workflow.of_kind(kind)
        except KeyError:
            return translate("Reasons", "This workflow has no such status.")
        reason = ""
        for card in cards:
            if card.status_id == status.id:
                reason = fill(translate("Reasons", "It is in {status} already."), status=status_name(status))
                continue
            refusal = self._transitions.plan(card, status.id).refusal
            if refusal is None:
                return ""
            reason = refusal_text(refusal.code, refusal.params, self._stage.model.snapshot)
        return reason

    # -- deeds --

    def open(self, ticket_id: str) -> None:
        """Show a ticket in the panel and go there."""
        if ticket_id:
            self._bench.open(ticket_id).setFocus()

    def claim(self, ticket_ids: Iterable[str]) -> None:
        """Take tickets, as one step: also from a colleague, when he still has them who is seen on the card (R1a).

        A ticket whose transfer is offered to one's line is accepted (R8a).
        """
        owners = {card.id: card.owner_id for card in self._subjects(ticket_ids)}
        is_offered = self._stage.view.is_offered
        commands: list[OnTicket] = [
            AcceptTransfer(ticket_id=id_)
            if is_offered(id_)
            else ClaimTicket(ticket_id=id_, from_owner_id=owner_id)
            for id_, owner_id in owners.items()
        ]
        words = translate("Undo", "Claim {cards}")
        if owners and all(map(is_offered, owners)):
            words = translate("Undo", "Accept {cards}")
        give(self._stage, words, commands)

    def watch(self) -> None:
        """Begin to watch the tickets, or stop where all are watched; their stories say which."""
        bridge, me = self._stage.bridge, self._stage.model.snapshot.me.id
        for ticket_id in self.targets():

            def take(detail: TicketDetail) -> None:
                is_watching = me in detail.ticket.watcher_ids
                command = WatchTicket(ticket_id=detail.ticket.id, is_watching=not is_watching)
                words = (
                    translate("Undo", "Stop watching {cards}")
                    if is_watching
                    else translate("Undo", "Watch {cards}")
                )
                give(self._stage, words, [command])

            bridge.fetch(bridge.desk.ticket(ticket_id), take)

    def merge(self) -> None:
        """Open the ticket, and ask there into which other it goes (R11e)."""
        if ticket_id := self.first():
            self._bench.open_for(ticket_id, lambda panel: panel.merging.choose(panel.header.tool("ellipsis")))

    def copy_number(self) -> None:
        """Put the ticket's number on the clipboard."""
        card = self._stage.subject(self.first())
        if card is not None and card.number is not None:
            QGuiApplication.clipboard().setText(f"#{card.number}")
            self._stage.status.say(translate("Status", "The number is on the clipboard."))

    def copy_link(self) -> None:
        """Put the ticket's link on the clipboard."""
        card = self._stage.subject(self.first())
        if card is not None:
            name = card.number if card.number is not None else card.id
            QGuiApplication.clipboard().setText(f"kanbandesk://ticket/{name}")
            self._stage.status.say(translate("Status", "The link is on the clipboard."))

    # -- small --

    def _press(self, act: Act) -> None:
        """Press the key of an action on the board."""
        view = self._stage.view
        view.setFocus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(view, QKeyEvent(kind, *ON_BOARD[act]))

    def _subjects(self, ids: Iterable[str]) -> list[Subject]:
        return [subject for subject in map(self._stage.subject, ids) if subject is not None]

    def _to(self, kind: StatusKind) -> None:
        status = self._stage.model.snapshot.workflow.of_kind(kind)
        self._transitions.move_to(self.targets(), status.id)

    def _compose(self, kind: str) -> None:
        if ticket_id := self.first():
            self._bench.open(ticket_id).focus_composer(kind)
