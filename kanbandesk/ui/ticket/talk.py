"""The page of the conversation: what was said, and where to write; sending, drafts, and what comes in meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.composer import Composer, Written
from kanbandesk.ui.ticket.composer_fields import IN_DEVELOPMENT, TO_A_CLIENT, Kind
from kanbandesk.ui.ticket.conversation import Conversation
from kanbandesk.ui.ticket.drafts import DraftKeeper
from kanbandesk.ui.ticket.entries import entries_of
from kanbandesk.ui.ticket.naming import Naming
from kanbandesk.ui.ticket.prepared import Prepared
from kanbandesk.ui.ticket.sending import Sending
from kanbandesk.ui.ticket.tray import FILES
from kanbandesk.ui.words import Names, channel_name, fill, plain_line, refusal_text, translate
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail
from kanbandesk.workflow.moves import plan_move
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.rights import Action, refusal_of
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Channel, Message, MessageKind, Ticket

SIDE = 20  # px
_WRITABLE_BY = (Channel.MAIL, Channel.CHAT, Channel.FORM)  # channels by which an answer goes out
LEAST_SIGHT = 12  # px of the conversation


class Talk(QWidget):
    """Conversation and composer of one ticket at a time; Escape leads from the words to the conversation.

    `reopen_wanted` comes when somebody who was refused to write on a closed ticket presses *Reopen*.
    """

    reopen_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        snapshot: Callable[[], BoardSnapshot],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._snapshot, self._now = snapshot, bridge.now
        self._detail: TicketDetail | None = None
        self._names = Names()
        self._pending: list[Message] = []
        self._held: Written | None = None  # sent before the ticket was read
        self.conversation = Conversation(theme, bridge.now, self)
        self.composer = Composer(bridge, theme, self)
        self.prepared = Prepared(self.composer, bridge, snapshot)
        self.naming = Naming(self.composer.fields, snapshot)
        self.drafts = DraftKeeper(bridge, self)
        self.sending = Sending(bridge, snapshot, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.conversation.setMinimumHeight(LEAST_SIGHT)  # in a low window, what is written comes first
        layout.addWidget(self.conversation, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(SIDE, 4, SIDE, 16)
        foot.addWidget(self.composer)
        layout.addLayout(foot)
        self._connect()

    def _connect(self) -> None:
        composer, drafts, sending = self.composer, self.drafts, self.sending
        composer.fields.words_changed.connect(drafts.change)
        composer.fields.left.connect(drafts.flush)
        composer.tray.edited.connect(lambda: drafts.change(FILES, composer.tray.to_words()))
        composer.fields.escaped.connect(lambda: self.conversation.setFocus())  # noqa: PLW0108 - it has overloads
        composer.submitted.connect(self._on_submitted)
        drafts.kept.connect(composer.tell_kept)
        drafts.restored.connect(composer.restore)
        drafts.failed.connect(self._on_draft_failed)
        sending.began.connect(self._on_began)
        sending.saved.connect(self._on_saved)
        sending.refused.connect(self._on_refused)
        self.conversation.reached_end.connect(self._on_reached_end)

    # -- what it shows --

    def open(self, ticket_id: str) -> None:
        """Turn to a ticket that is being read; drafts of it come back."""
        self.drafts.open(ticket_id)
        self._detail = self._held = None
        self.prepared.forget()
        self._pending.clear()
        self.composer.clear()
        self.conversation.clear()

    def show_detail(self, detail: TicketDetail, names: Names) -> None:
        """Show the conversation as it is now; scroll, selection and what is being typed stay."""
        before, self._detail, self._names = self._detail, detail, names
        known = {message.id for message in detail.messages}
        self._pending = [message for message in self._pending if message.id not in known]
        self._show_entries(from_end=before is None)
        self.composer.head.offer(IN_DEVELOPMENT if detail.ticket.parent_id else TO_A_CLIENT)
        self.composer.turn_to(self.composer.fields.kind)
        self._address(detail)
        self.prepared.offer(detail.ticket)
        if before is not None:
            self._tell_newer(before, detail)
            is_open_again = _is_closed(before, self._snapshot()) and not _is_closed(detail, self._snapshot())
            if is_open_again and self.composer.bar.tone == "bad":  # what was refused before can be said now
                self.composer.bar.vanish()
                self.composer.fields.edit().setFocus()
        if self._held is not None:
            written, self._held = self._held, None
            if written.kind in self.composer.head.kinds:
                self.sending.send(detail, written)
            else:
                _keep_as_note(self.composer, written)

    def say_nothing_to_show(self, words: str) -> None:
        """Show words in place of the conversation; what was to be sent stays in the composer."""
        self.conversation.clear(words)
        if self._held is not None:
            self._held = None
            self.composer.set_sending(False)

    def refresh_times(self) -> None:
        """Say anew how long ago things were said and kept."""
        self.conversation.rows.refresh_times()
        self.composer.refresh_times()

    def counts_seconds(self) -> bool:
        """Tell whether something here changes with every second."""
        return self.composer.head.counts_seconds(self.composer.fields.kind, self._now())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.conversation.set_theme(theme)
        self.composer.set_theme(theme)

    def write(self, kind: Kind) -> None:
        """Put the cursor where words of a kind are written."""
        self.composer.turn_to(kind)
        self.composer.fields.edit().setFocus()

    def _show_entries(self, *, from_end: bool = False) -> None:
        if self._detail is None:
            return
        entries = entries_of(self._detail, self._names, self._pending)
        if not entries:
            self.conversation.clear(translate("Talk", "Nothing has been said yet."))
            return
        self.conversation.show_entries(entries, from_end=from_end)

    def _address(self, detail: TicketDetail) -> None:
        ticket, snapshot = detail.ticket, self._snapshot()
        requester = plain_line(detail.requester.name, 40) if detail.requester else ""
        channel = channel_name(ticket.channel) if ticket.channel in _WRITABLE_BY else ""
        self.composer.fields.address(requester, channel)
        self.composer.why_not = dict(_refusals(ticket, snapshot))
        for kind, words in self.composer.why_not.items():  # said before anything is typed
            self.composer.fields.edit(kind).setPlaceholderText(words)
        why_not = translate("Talk", "This workflow has no status for waiting.")
        for status in snapshot.workflow.statuses:
            if status.kind is StatusKind.WAITING_CLIENT:
                move = plan_move(snapshot.workflow, ticket, status.id, actor_of(snapshot.me))
                refusal = move.refusal
                why_not = refusal_text(refusal.code, refusal.params, snapshot) if refusal else ""
                if ticket.status_id == status.id:
                    why_not = translate(
                        "Talk", "The ticket waits for the client already: a plain answer is enough."
                    )
        self.composer.allow_asking(why_not)

    def _tell_newer(self, before: TicketDetail, detail: TicketDetail) -> None:
        """Say above the composer that the client has written meanwhile, where it could be overlooked."""
        known = {message.id for message in before.messages}
        newer = [
            message
            for message in detail.messages
            if message.id not in known and message.kind is MessageKind.CLIENT
        ]
        if newer and (self.composer.fields.has_words() or not self.conversation.is_at_end()):
            who = plain_line(newer[-1].author_name, 60) or translate("Talk", "The client")
            words = fill(translate("Talk", "{person} has written meanwhile."), person=who)
            self.composer.bar.say(words, [(translate("Talk", "Show"), self.conversation.scroll_to_end)])

    # -- what happens --

    def _on_submitted(self, written: Written) -> None:
        """Send what was written; while the ticket is still being read, as soon as it is there."""
        self.drafts.flush()
        self.composer.bar.vanish()
        self.composer.set_sending(True)
        if self._detail is None:
            self._held = written
        else:
            self.sending.send(self._detail, written)

    def _on_began(self, message: Message) -> None:
        self._pending.append(message)
        self._show_entries(from_end=True)

    def _on_saved(self, written: Written, message: Message) -> None:
        self.drafts.discard(message.ticket_id, written.kind.value)
        if written.files:
            self.drafts.discard(message.ticket_id, FILES)
        if self._is_here(message):
            self.composer.set_sending(False)
            self.composer.take_away(written)
            if written.kind is Kind.PARENT:  # it stands on the other ticket
                self._pending = [other for other in self._pending if other.id != message.id]
                self._show_entries()
                self.composer.bar.say(translate("Talk", "Noted on the ticket; its owner is told."))
            if self.composer.tray.files():  # added meanwhile
                self.drafts.change(FILES, self.composer.tray.to_words())

    def _on_refused(self, message: Message, reason: str) -> None:
        if self._is_here(message):
            self._pending = [other for other in self._pending if other.id != message.id]
            self._show_entries()
            self.composer.set_sending(False)
            can_reopen = self._detail is not None and _is_closed(self._detail, self._snapshot())
            answers = [(translate("Talk", "Reopen"), self.reopen_wanted.emit)] if can_reopen else []
            self.composer.bar.say(reason, answers, tone="bad")

    def _is_here(self, message: Message) -> bool:
        return self._detail is not None and self._detail.ticket.id == message.ticket_id

    def _on_reached_end(self) -> None:
        if not self.composer.fields.has_words() and self.composer.bar.tone != "bad":
            self.composer.bar.vanish()

    def _on_draft_failed(self, _error: BaseException) -> None:
        words = translate(
            "Talk", "Your words could not be kept on the disk yet. They stay here while the window is open."
        )
        self.composer.bar.say(words, tone="bad")

    def hideEvent(self, event: QHideEvent) -> None:
        self.drafts.flush()
        super().hideEvent(event)


def _is_closed(detail: TicketDetail, snapshot: BoardSnapshot) -> bool:
    """Tell whether a ticket is closed, and not because it went on in another."""
    ticket = detail.ticket
    return not ticket.merged_into and snapshot.workflow.status(ticket.status_id).kind is StatusKind.CLOSED


def _refusals(ticket: Ticket, snapshot: BoardSnapshot) -> Iterator[tuple[Kind, str]]:
    """Yield the kinds of words that the rules refuse whoever looks, each with the reason (S3)."""
    for kind, action in ((Kind.ANSWER, Action.ANSWER), (Kind.CALL, Action.CALL), (Kind.NOTE, Action.NOTE)):
        refusal = refusal_of(actor_of(snapshot.me), action, ticket)
        if refusal is not None:
            yield kind, refusal_text(refusal.code, refusal.params, snapshot)


def _keep_as_note(composer: Composer, written: Written) -> None:
    """Keep what was meant for a client before it was known that there is none (R9): the words become a note."""
    composer.set_sending(False)
    composer.fields.put(Kind.NOTE, written.text)
    composer.turn_to(Kind.NOTE)
    composer.bar.say(translate("Talk", "A card in development has no client: it was not sent."), tone="bad")
