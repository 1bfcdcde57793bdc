"""What is asked before a deed on cards: where to, for whom, which tags, which other ticket, why blocked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from shiboken6 import isValid

from kanbandesk.ui.choosing import agent_choices, found_tickets, priority_choices, status_choices, tag_choices
from kanbandesk.ui.giving import give
from kanbandesk.ui.sheets.fields import LineField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.stage import Stage, Subject
from kanbandesk.ui.transitions import Transitions
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.words import demand_name, fill, link_name, translate
from kanbandesk.workflow.commands import (
    AssignTicket,
    BlockTicket,
    ChangeTags,
    EditTicket,
    LinkTickets,
    UnblockTicket,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import Demand, Priority
from kanbandesk.workflow.tickets import LinkKind

Targets = Sequence[str]


class CardChoosers:
    """Opens a picker or a sheet at the first of the cards, and gives the commands that follow from the answer."""

    def __init__(self, stage: Stage, transitions: Transitions) -> None:
        self._stage, self._transitions = stage, transitions

    def status(self, targets: Targets) -> None:
        """Ask where the cards are to go."""
        choices = status_choices(self._subjects(targets), self._stage.model, self._transitions.plan)
        hint = translate("Choosing", "Move {cards} to …")
        self._ask(hint, choices, targets, lambda choice: self._transitions.move_to(targets, choice.id))

    def agent(self, targets: Targets) -> None:
        """Ask who is to have the cards."""
        choices = agent_choices(self._subjects(targets), self._stage.model)

        def take(choice: Choice) -> None:
            commands = [AssignTicket(ticket_id=id_, agent_id=choice.id) for id_ in targets]
            give(self._stage, translate("Undo", "Assign {cards}"), commands)

        self._ask(translate("Choosing", "Assign {cards} to …"), choices, targets, take)

    def priority(self, targets: Targets) -> None:
        """Ask how pressing the cards are, the most pressing first."""
        choices = priority_choices([card.priority for card in self._subjects(targets)])

        def take(choice: Choice) -> None:
            commands = [EditTicket(ticket_id=id_, priority=Priority(choice.id)) for id_ in targets]
            give(self._stage, translate("Undo", "Priority of {cards}"), commands)

        self._ask(translate("Choosing", "Priority of {cards}"), choices, targets, take)

    def tags(self, targets: Targets) -> None:
        """Offer the tags, to be checked and unchecked; each check is a step of its own."""
        hint = fill(translate("Choosing", "Tags of {cards}"), cards=self._stage.named(targets))
        picker = Picker(self._stage.window, hint=hint, is_multiple=True)
        picker.offer_found(lambda typed: tag_choices(self._subjects(targets), self._stage.model, typed))

        def toggle(choice: Choice) -> None:
            tag = (choice.id,)
            change = {"remove": tag} if choice.is_checked else {"add": tag}
            commands = [ChangeTags(ticket_id=id_, **change) for id_ in targets]
            give(self._stage, translate("Undo", "Tags of {cards}"), commands, partial(_refresh, picker))
            if choice.is_checked is None:
                picker.field.clear()

        picker.chosen.connect(toggle)
        self._show(picker, targets)

    def link(self, source: str) -> None:
        """Ask to which ticket this one belongs, then how."""
        picker = Picker(self._stage.window, hint=translate("Choosing", "Link to ticket …"), width=460)

        def find(typed: str) -> Sequence[Choice]:
            return [choice for choice in found_tickets(self._stage.model, typed) if choice.id != source]

        picker.offer_found(find)
        picker.chosen.connect(lambda target: self._link_kind(source, target.id))
        self._show(picker, [source])

    def _link_kind(self, source: str, target: str) -> None:
        def take(kind: Choice) -> None:
            link = LinkTickets(ticket_id=source, link_id=new_id(), target_id=target, kind=LinkKind(kind.id))
            give(self._stage, translate("Undo", "Link {cards}"), [link])

        kinds = [Choice(id=kind.value, title=link_name(kind)) for kind in LinkKind]
        self._ask(translate("Choosing", "{cards}: what kind of link?"), kinds, [source], take)

    def block(self, targets: Targets) -> None:
        """Ask for the reason and mark the cards as blocked; take the block off where all of them are."""
        cards = [card for card in map(self._stage.card, targets) if card is not None]
        if cards and all(card.blocked_reason for card in cards):
            unblock = [UnblockTicket(ticket_id=card.id) for card in cards]
            give(self._stage, translate("Undo", "Unblock {cards}"), unblock)
            return
        hint = translate("Sheet", "What stands in the way")
        sheet = Sheet(
            self._stage.window,
            title=fill(translate("Sheet", "Block {cards}"), cards=self._stage.named(targets)),
            detail="",
            verb=translate("Sheet", "Block"),
            fields=[LineField("reason", demand_name(Demand.REASON), hint=hint)],
        )

        def take(values: dict[str, str]) -> None:
            sheet.vanish()
            commands = [BlockTicket(ticket_id=id_, reason=values["reason"]) for id_ in targets]
            give(self._stage, translate("Undo", "Block {cards}"), commands)

        sheet.confirmed.connect(take)
        sheet.open_beside(self._stage.anchor_of(targets[0]))
        sheet.start()

    def _subjects(self, ids: Targets) -> list[Subject]:
        return [subject for subject in map(self._stage.subject, ids) if subject is not None]

    def _ask(
        self, hint: str, choices: Sequence[Choice], targets: Targets, take: Callable[[Choice], object]
    ) -> None:
        picker = Picker(self._stage.window, hint=fill(hint, cards=self._stage.named(targets)), width=400)
        picker.offer(choices)
        picker.chosen.connect(take)
        self._show(picker, targets)

    def _show(self, picker: Picker, targets: Targets) -> None:
        picker.open_beside(self._stage.anchor_of(targets[0]))
        picker.field.setFocus()


def _refresh(picker: Picker) -> None:
    if isValid(picker) and picker.isVisible():
        picker.refresh()
