"""Words that were prepared for the owner: what the developers wrote, or a reminder (R9, R10)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.ticket.composer import Composer
from kanbandesk.ui.ticket.composer_fields import Kind
from kanbandesk.ui.widgets.bar import Answer
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.words import fill, plain_line, refusal_text, translate
from kanbandesk.workflow.cards import BoardSnapshot, Receipt
from kanbandesk.workflow.commands import RemindClient
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.rights import Action, refusal_of
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket

_LONGEST = 240  # characters of prepared words that their strip shows


class Prepared(QObject):
    """Offers them above the composer, to take or to leave; what was left is not offered again."""

    def __init__(self, composer: Composer, bridge: Bridge, snapshot: Callable[[], BoardSnapshot]) -> None:
        super().__init__(composer)
        self._composer, self._bridge, self._snapshot = composer, bridge, snapshot
        self._offered = ("", "")  # ticket and words

    def forget(self) -> None:
        """Turn to another ticket."""
        self._offered = ("", "")

    def offer(self, ticket: Ticket) -> None:
        """Offer a ticket's prepared words to whoever may answer its client."""
        text, bar = ticket.prepared_answer, self._composer.prepared
        if (ticket.id, text) == self._offered:
            return
        self._offered = (ticket.id, text)
        if not text or refusal_of(actor_of(self._snapshot().me), Action.ANSWER, ticket) is not None:
            bar.vanish()
            return
        answers: list[Answer] = [(translate("Talk", "Use it"), lambda: self._use(text))]
        kind = self._snapshot().workflow.status(ticket.status_id).kind
        if kind is StatusKind.WAITING_CLIENT:
            answers.insert(0, (translate("Talk", "Send the reminder"), lambda: self._remind(ticket.id, text)))
        words = fill(translate("Talk", "Prepared: {words}"), words=plain_line(text, _LONGEST))
        bar.say(words, answers, close=translate("Talk", "Leave it"))

    def _use(self, text: str) -> None:
        """Put the words into the answer, behind what stands there, to be read over before they go."""
        fields = self._composer.fields
        typed = fields.text(Kind.ANSWER).rstrip()
        fields.put(Kind.ANSWER, f"{typed}\n\n{text}" if typed else text)
        fields.words_changed.emit(Kind.ANSWER.value, fields.text(Kind.ANSWER))
        self._composer.turn_to(Kind.ANSWER)
        fields.edit().setFocus()

    def _remind(self, ticket_id: str, text: str) -> None:
        """Send the reminder as it stands: no answer, so the card goes on ageing (C6)."""

        def done(receipt: Receipt) -> None:
            if not receipt.is_applied:
                reason = refusal_text(receipt.code, receipt.params, self._snapshot())
                self._composer.bar.say(reason, tone="bad")

        command = RemindClient(ticket_id=ticket_id, message_id=new_id(), text=text)
        self._bridge.submit(command, while_alive(self._composer, done))
