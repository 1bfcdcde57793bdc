"""What the actions on cards do: to the selected ones, or to the ticket that is open where the panel has the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from shiboken6 import isValid

from kanbandesk.ui.actions import Act, Actions
from kanbandesk.ui.choosing import agent_choices, found_tickets, status_choices, tag_choices
from kanbandesk.ui.sheets.fields import LineField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.transitions import Transitions
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.words import demand_name, fill, link_name, refusal_text, status_name, translate
from kanbandesk.ui.workbench import Workbench
from kanbandesk.workflow.cards import Card, Receipt, TicketDetail
from kanbandesk.workflow.commands import (
    AssignTicket,
    BlockTicket,
    ChangeTags,
    ClaimTicket,
    Command,
    LinkTickets,
    UnblockTicket,
    WatchTicket,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import Demand, StatusKind
from kanbandesk.workflow.tickets import LinkKind

ON_ONE = (Act.OPEN, Act.OPEN_WINDOW, Act.REPLY, Act.NOTE, Act.LINK, Act.COPY_LINK)
ON_SEVERAL = (Act.CLAIM, Act.START, Act.MOVE, Act.ASSIGN, Act.POSTPONE, Act.TAGS, Act.BLOCK, Act.WATCH)
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
        deeds: dict[Act, Callable[[], object]] = {
            Act.OPEN: lambda: self.open(self.first()),
            Act.CLAIM: lambda: self.claim(self.targets()),
            Act.START: lambda: self._to(StatusKind.IN_PROGRESS),
            Act.POSTPONE: lambda: self._to(StatusKind.POSTPONED),
            Act.MOVE: self.choose_status,
            Act.ASSIGN: self.choose_agent,
            Act.REPLY: lambda: self._compose("answer"),
            Act.NOTE: lambda: self._compose("note"),
            Act.TAGS: self.choose_tags,
            Act.LINK: self.choose_link,
            Act.BLOCK: self.block,
            Act.WATCH: self.watch,
            Act.COPY_LINK: self.copy_link,
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
        cards = self._cards(targets)
        if not cards:
            return
        snapshot = self._stage.model.snapshot
        if all(card.owner_id == snapshot.me.id for card in cards):
            self._actions.allow(Act.CLAIM, translate("Reasons", "It is yours already."))
        for act, kind in ((Act.START, StatusKind.IN_PROGRESS), (Act.POSTPONE, StatusKind.POSTPONED)):
            self._actions.allow(act, self._why_not(cards, kind))

    def _why_not(self, cards: Sequence[Card], kind: StatusKind) -> str:
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
        """Take tickets, as one step."""
        self._give(translate("Undo", "Claim {cards}"), [ClaimTicket(ticket_id=id_) for id_ in ticket_ids])

    def assign(self, ticket_ids: Iterable[str], agent_id: str) -> None:
        """Give tickets to an agent, as one step."""
        commands = [AssignTicket(ticket_id=id_, agent_id=agent_id) for id_ in ticket_ids]
        self._give(translate("Undo", "Assign {cards}"), commands)

    def choose_status(self) -> None:
        """Ask where the cards are to go."""
        targets = self.targets()
        choices = status_choices(self._cards(targets), self._stage.model, self._transitions.plan)
        self._ask(
            translate("Choosing", "Move {cards} to …"),
            choices,
            targets,
            lambda choice: self._transitions.move_to(targets, choice.id, self._stage.anchor_of(targets[0])),
        )

    def choose_agent(self) -> None:
        """Ask who is to have the cards."""
        targets = self.targets()
        choices = agent_choices(self._cards(targets), self._stage.model)
        self._ask(
            translate("Choosing", "Assign {cards} to …"),
            choices,
            targets,
            lambda choice: self.assign(targets, choice.id),
        )

    def choose_tags(self) -> None:
        """Offer the tags, to be checked and unchecked; each check is a step of its own."""
        targets = self.targets()
        hint = fill(translate("Choosing", "Tags of {cards}"), cards=self._stage.named(targets))
        picker = Picker(self._stage.window, hint=hint, is_multiple=True)
        picker.offer_found(lambda typed: tag_choices(self._cards(targets), self._stage.model, typed))

        def toggle(choice: Choice) -> None:
            tag = (choice.id,)
            change = {"remove": tag} if choice.is_checked else {"add": tag}
            self._give(
                translate("Undo", "Tags of {cards}"),
                [ChangeTags(ticket_id=id_, **change) for id_ in targets],
                partial(_refresh, picker),
            )
            if choice.is_checked is None:
                picker.field.clear()

        picker.chosen.connect(toggle)
        self._show(picker, targets)

    def choose_link(self) -> None:
        """Ask to which ticket this one belongs, then how."""
        source = self.first()
        picker = Picker(self._stage.window, hint=translate("Choosing", "Link to ticket …"), width=460)
        picker.offer_found(
            lambda typed: [
                choice for choice in found_tickets(self._stage.model, typed) if choice.id != source
            ]
        )

        def ask_kind(target: Choice) -> None:
            kinds = [Choice(id=kind.value, title=link_name(kind)) for kind in LinkKind]
            self._ask(
                translate("Choosing", "{cards} is …"),
                kinds,
                [source],
                lambda kind: self._give(
                    translate("Undo", "Link {cards}"),
                    [
                        LinkTickets(
                            ticket_id=source, link_id=new_id(), target_id=target.id, kind=LinkKind(kind.id)
                        )
                    ],
                ),
            )

        picker.chosen.connect(ask_kind)
        self._show(picker, [source])

    def block(self) -> None:
        """Ask for the reason and mark the cards as blocked; take the block off where all of them are."""
        targets = self.targets()
        if all(card.blocked_reason for card in self._cards(targets)):
            self._give(
                translate("Undo", "Unblock {cards}"), [UnblockTicket(ticket_id=id_) for id_ in targets]
            )
            return
        field = LineField(
            "reason", demand_name(Demand.REASON), hint=translate("Sheet", "What stands in the way")
        )
        title = fill(translate("Sheet", "Block {cards}"), cards=self._stage.named(targets))
        sheet = Sheet(
            self._stage.window, title=title, detail="", verb=translate("Sheet", "Block"), fields=[field]
        )

        def take(values: dict[str, str]) -> None:
            sheet.vanish()
            commands = [BlockTicket(ticket_id=id_, reason=values["reason"]) for id_ in targets]
            self._give(translate("Undo", "Block {cards}"), commands)

        sheet.confirmed.connect(take)
        sheet.open_beside(self._stage.anchor_of(targets[0]))
        sheet.start()

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
                self._give(words, [command])

            bridge.fetch(bridge.desk.ticket(ticket_id), take)

    def copy_link(self) -> None:
        """Put the ticket's link on the clipboard."""
        card = self._stage.card(self.first())
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

    def _cards(self, ids: Iterable[str]) -> list[Card]:
        return [card for card in map(self._stage.card, ids) if card is not None]

    def _to(self, kind: StatusKind) -> None:
        status = self._stage.model.snapshot.workflow.of_kind(kind)
        self._transitions.move_to(self.targets(), status.id)

    def _compose(self, kind: str) -> None:
        if ticket_id := self.first():
            self._bench.open(ticket_id).focus_composer(kind)

    def _give(
        self, words: str, commands: Sequence[Command], then: Callable[[], object] | None = None
    ) -> None:
        """Hand over commands on cards as one undo step; what is refused is told once for each reason."""
        told: set[str] = set()

        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                if then is not None:
                    then()
                return
            reason = refusal_text(receipt.code, receipt.params, self._stage.model.snapshot)
            if reason not in told:
                told.add(reason)
                self._stage.notices.tell(
                    fill(translate("Notices", "Not done: {deed}"), deed=described), reason
                )

        ids = [command.ticket_id for command in commands if hasattr(command, "ticket_id")]
        described = fill(words, cards=self._stage.named(ids))
        self._stage.undo.expect(described, [self._stage.bridge.submit(command, done) for command in commands])

    def _ask(
        self,
        hint: str,
        choices: Sequence[Choice],
        targets: Sequence[str],
        take: Callable[[Choice], object],
    ) -> None:
        picker = Picker(self._stage.window, hint=fill(hint, cards=self._stage.named(targets)), width=400)
        picker.offer(choices)
        picker.chosen.connect(take)
        self._show(picker, targets)

    def _show(self, picker: Picker, targets: Sequence[str]) -> None:
        picker.open_beside(self._stage.anchor_of(targets[0]))
        picker.field.setFocus()


def _refresh(picker: Picker) -> None:
    if isValid(picker) and picker.isVisible():
        picker.refresh()
