"""A new ticket: a small panel over the board, filled in without the mouse, kept when it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.board.whole import WholeBoard
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.jumping import show_card
from kanbandesk.ui.theme.platform_keys import native
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.drafts import DraftKeeper
from kanbandesk.ui.ticket.intake import commands_of, from_words, to_words
from kanbandesk.ui.ticket.intake_form import IntakeForm
from kanbandesk.ui.ticket.look import panel_style
from kanbandesk.ui.widgets.bar import Bar
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.widgets.key_button import KeyButton
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, refusal_text, translate
from kanbandesk.workflow.boards import INTAKE
from kanbandesk.workflow.cards import BoardSnapshot, Receipt
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.ids import new_id

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow

WIDTH = 560  # px
DRAFT = "new-ticket"  # what the draft lies under in place of a ticket's id, and its kind
_KIND = "new"


class NewTicketPanel(Floating):
    """Asks for a new ticket. `created` carries its id once it is saved; refused, the words stay with the reason."""

    created = Signal(str)

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        theme: Theme,
        snapshot: Callable[[], BoardSnapshot],
        board_id: str = INTAKE,
    ) -> None:
        super().__init__(window)
        self._board_id = board_id
        self.setObjectName("NewTicketPanel")
        self.setAccessibleName(translate("NewTicket", "New ticket"))
        self._bridge, self._snapshot = bridge, snapshot
        self._is_sending = False
        self.bar = Bar(self)
        self.form = IntakeForm(bridge, snapshot, self)
        self.drafts = DraftKeeper(bridge, self)
        self.create_button = KeyButton(
            translate("NewTicket", "Create"),
            native("Ctrl+Return"),
            self,
            look="primary",
        )
        self.create_button.set_inks(theme.accent_ink, theme.ink_faint)
        self._build()
        self.setStyleSheet(panel_style(theme))
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        self.form.changed.connect(self._on_changed)
        self.form.sent.connect(self.open_ticket)
        self.form.escaped.connect(self.dismiss)
        self.create_button.clicked.connect(self.open_ticket)
        self.drafts.restored.connect(self._on_restored)
        self.dismissed.connect(self.drafts.flush)
        self._on_changed()

    def _build(self) -> None:
        cancel = QPushButton(translate("NewTicket", "Cancel"), self)
        cancel.setProperty("look", "quiet")
        cancel.clicked.connect(self.dismiss)
        self._told = PlainLabel("", self, look="small")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._told, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.create_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(translate("NewTicket", "New ticket"), self, look="heading"))
        layout.addWidget(self.bar)
        layout.addWidget(self.form)
        layout.addLayout(foot)

    def start(self) -> None:
        """Show the panel with what was left in it, the cursor in the title."""
        self.drafts.open(DRAFT)
        self.open_on_top()
        self.form.title.setFocus()

    def open_ticket(self) -> None:
        """Open the ticket, if there is enough to open one."""
        intake = self.form.intake
        if self._is_sending or not intake.heading():
            return
        self._set_sending(is_sending=True)
        self.drafts.flush()
        ticket_id = new_id()
        self._send(commands_of(intake, ticket_id, self._board_id), ticket_id)

    def _send(self, commands: list[Command], ticket_id: str) -> None:
        """Submit one after the other: without its client there is no contact, without that no ticket."""
        if not commands:
            self._set_sending(is_sending=False)
            self.drafts.discard(DRAFT, _KIND)
            self.vanish()
            self.created.emit(ticket_id)
            return

        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                self._send(commands[1:], ticket_id)
            else:
                self._set_sending(is_sending=False)
                self.bar.say(refusal_text(receipt.code, receipt.params, self._snapshot()), tone="bad")
                self._keep_inside()

        self._bridge.submit(commands[0], while_alive(self, done), while_alive(self, self._on_failed))

    def _set_sending(self, *, is_sending: bool) -> None:
        self._is_sending = is_sending
        self.create_button.setEnabled(not is_sending and bool(self.form.intake.heading()))

    def _on_changed(self) -> None:
        self._told.setText("")
        self._set_sending(is_sending=self._is_sending)
        self.drafts.change(_KIND, to_words(self.form.intake))

    def _on_restored(self, kind: str, text: str, _saved_at: int) -> None:
        if kind == _KIND and self.form.intake.is_empty():
            self.form.show_intake(from_words(text))
            self._told.setText(translate("NewTicket", "Your words from before are back."))
            self._set_sending(is_sending=False)

    def _on_failed(self, error: BaseException) -> None:
        self._set_sending(is_sending=False)
        words = translate("NewTicket", "It could not be saved: {error}. Your words are kept; try again.")
        self.bar.say(fill(words, error=str(getattr(error, "reason", error))), tone="bad")
        self._keep_inside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if KeyButton.is_confirmed_by(event):
            self.open_ticket()
            event.accept()
            return
        super().keyPressEvent(event)


def open_new_ticket(window: MainWindow) -> NewTicketPanel:
    """Open the panel over `window`; the new card is chosen on the board once it is there."""
    stage = window.stage
    model = window.model
    board_id = model.belonging.for_new(model.board.id)
    panel = NewTicketPanel(window, stage.bridge, stage.themes.theme, WholeBoard(model), board_id)
    panel.created.connect(lambda ticket_id: show_card(window, ticket_id))
    panel.start()
    return panel
