"""Splitting another matter off the open ticket: which message tells of it, what it is called, and the command (R3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.ticket.edits import Edits
from kanbandesk.ui.ticket.picking import pick
from kanbandesk.ui.widgets.bar import Bar
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.words import fill, near_moment, plain_line, refusal_text, ticket_label, translate
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail
from kanbandesk.workflow.commands import SplitTicket
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.rights import Action, refusal_of

_WORDS = 80  # letters of a message by which it is known again
_WIDTH = 460  # px: a name of 40 letters and its moment stand in it whole


class Splitting(QObject):
    """`split` carries the id of the new ticket, once it is there."""

    split = Signal(str)

    def __init__(
        self,
        edits: Edits,
        bar: Bar,
        snapshot: Callable[[], BoardSnapshot],
        detail: Callable[[], TicketDetail | None],
        now: Callable[[], int],
    ) -> None:
        super().__init__(edits)
        self._edits, self._bar = edits, bar
        self._snapshot, self._detail, self._now = snapshot, detail, now

    def why_not(self) -> str:
        """Return why nothing can be split off the open ticket, empty when it can."""
        detail, snapshot = self._detail(), self._snapshot()
        if detail is None:
            return ""
        if not detail.messages:
            return translate("Splitting", "Nothing has been said here yet.")
        actor = actor_of(snapshot.me)
        refusal = refusal_of(actor, Action.EDIT, detail.ticket) or refusal_of(actor, Action.CREATE)
        return refusal_text(refusal.code, refusal.params, snapshot) if refusal else ""

    def choose(self, anchor: QWidget) -> None:
        """Ask under `anchor` for the message, then for the new ticket's title; or say why nothing can be split off."""
        detail = self._detail()
        if detail is None:
            return
        if why_not := self.why_not():
            self._bar.say(why_not, tone="bad")
            return
        hint = translate("Splitting", "Which message tells of another matter?")
        pick(anchor, hint, self._messages(detail), lambda choice: self._ask(detail, choice), width=_WIDTH)

    def _messages(self, detail: TicketDetail) -> list[Choice]:
        """Return what was said, the newest first."""
        now = self._now()
        return [
            Choice(
                id=message.id,
                title=plain_line(message.body, _WORDS) or translate("Splitting", "(files only)"),
                under=" · ".join(
                    filter(None, (plain_line(message.author_name, 40), near_moment(message.at, now)))
                ),
            )
            for message in reversed(detail.messages)
        ]

    def _ask(self, detail: TicketDetail, message: Choice) -> None:
        if (here := self._detail()) is None or here.ticket.id != detail.ticket.id:
            return
        words = translate(
            "Splitting",
            "What is the other matter called? It becomes a new ticket of the same requester with a copy of the "
            "message, tied to {ticket}.",
        )
        self._bar.ask_words(
            fill(words, ticket=ticket_label(detail.ticket.number)),
            translate("Splitting", "Split off"),
            lambda title: self._split(detail.ticket.id, message.id, title),
        )
        self._bar.field.setText(message.title)
        self._bar.field.selectAll()

    def _split(self, ticket_id: str, message_id: str, title: str) -> None:
        self._bar.vanish()
        command = SplitTicket(
            ticket_id=ticket_id,
            new_ticket_id=new_id(),
            link_id=new_id(),
            title=title,
            message_ids=(message_id,),
        )
        self._edits.submit(command, lambda: self.split.emit(command.new_ticket_id))
