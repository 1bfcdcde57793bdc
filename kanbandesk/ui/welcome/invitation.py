"""The demo's invitation to switch the process on: nothing happens by itself before, so that the story stays as told.

Who accepts it sees at once what it does: the tickets that nobody has are offered anew, with their rings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QToolButton

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import fill, refusal_text, short_duration, translate
from kanbandesk.workflow.cards import Changes, Receipt
from kanbandesk.workflow.commands import ClaimTicket, Command, CreateTicket, ReleaseTicket, SaveProcess
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.rights import Action, may

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow


_KEPT = "demo/invitation"


class InvitationBar(QFrame):
    """One sentence above the board, a button, and a cross."""

    accepted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "invitation")
        self.words = PlainLabel("", look="muted")
        self.words.setWordWrap(True)
        self.button = QPushButton(translate("Invitation", "Switch the process on"))
        self.button.clicked.connect(self.accepted)
        self.cross = QToolButton()
        self.cross.setProperty("look", "icon")
        self.cross.setAccessibleName(translate("Invitation", "Close"))
        self.cross.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(self.cross)
        self.set_theme(theme)

    def say(self, words: str, *, can_accept: bool) -> None:
        """Say these words, with or without the button."""
        self.words.setText(words)
        self.button.setVisible(can_accept)
        self.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        """Tint the cross."""
        self.cross.setIcon(icons.icon("x", theme.ink_muted, 14))


class Invitation(QObject):
    """Stands above the board of a demo whose timers are off, until it is accepted or closed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.bar = InvitationBar(window.stage.themes.theme)
        self.bar.accepted.connect(self.accept)
        self.bar.closed.connect(self._close)
        window.stage.themes.changed.connect(self.bar.set_theme)
        window.stage.bridge.changes_arrived.connect(self._on_changes)
        words = translate(
            "Invitation",
            "This is a demo in which nothing happens by itself: nobody is given a ticket, nothing escalates. "
            "Try it as it is, or see it live.",
        )
        self.bar.say(words, can_accept=True)
        self._is_accepted = False
        board_page = window.pages.widget(0)
        page = board_page.layout() if board_page is not None else None
        assert isinstance(page, QBoxLayout)
        page.insertWidget(page.indexOf(window.bench), self.bar)

    def accept(self) -> None:
        """Offer what nobody has anew, and let the timers run (C9, R1a, R1d)."""
        window, bridge = self._window, self._window.stage.bridge
        process = window.model.snapshot.process
        self.bar.button.setEnabled(False)
        switch = SaveProcess(process=replace(process, are_timers_on=True))
        uids = [bridge.submit(command) for command in self._offers()]
        uids.append(bridge.submit(switch, self._on_switched))
        window.stage.undo.expect(self.bar.button.text(), uids)

    def _offers(self) -> Iterator[Command]:
        """Yield what offers the unclaimed tickets once more: taken and given back, their time begins anew (R1d)."""
        new = self._new()
        for card_id in reversed(new):  # each comes back on top
            yield ClaimTicket(ticket_id=card_id)
            yield ReleaseTicket(ticket_id=card_id)
        if not new:
            me = self._window.model.snapshot.me
            yield CreateTicket(
                ticket_id=new_id(),
                title=translate("Invitation", "We hear our callers, but they do not hear us"),
                text=translate("Invitation", "Since this morning, on every telephone in the office."),
                message_id=new_id(),
                line_id=next(iter(me.line_ids), ""),
            )

    def _on_switched(self, receipt: Receipt) -> None:
        window = self._window
        self.bar.button.setEnabled(True)
        if not receipt.is_applied:
            self.bar.say(refusal_text(receipt.code, receipt.params, window.model.snapshot), can_accept=True)
            return
        self._is_accepted = True
        words = translate(
            "Invitation",
            "The process runs. What nobody has is offered to you for {time}: Enter takes the card you stand on. "
            "Then the system gives it to somebody.",
        )
        whole = window.hands.notifying.offered.offers.whole
        self.bar.say(fill(words, time=short_duration(whole)), can_accept=False)
        self._stand_on_an_offer()

    def _stand_on_an_offer(self) -> None:
        """Put the keyboard on a card that one may take."""
        view = self._window.view
        view.setFocus()
        for card_id in self._new()[:1]:
            view.select([card_id], card_id)
            view.reveal(card_id)

    def _new(self) -> tuple[str, ...]:
        """Return the tickets that nobody has and that are offered to one's line, as they lie on the board."""
        offered = self._window.hands.notifying.offered
        new = {card.id for card in offered.cards() if offered.offers.is_new(card)}
        return self._window.view.places.in_order(new)

    def _on_changes(self, _changes: Changes) -> None:
        """Somebody has switched the timers on elsewhere: there is nothing left to invite to."""
        is_on = self._window.model.snapshot.process.are_timers_on
        if is_on and not self._is_accepted and self.bar.button.isEnabled():
            self.bar.hide()

    def _close(self) -> None:
        self.bar.hide()
        self._window.memory.home.setValue(_KEPT, "closed")
        self._window.view.setFocus()


def invite(window: MainWindow) -> Invitation | None:
    """Show the invitation on a demo's window; None where there is nothing to invite to, or it was declined."""
    snapshot = window.model.snapshot
    may_switch = may(actor_of(snapshot.me), Action.SET_UP)
    if snapshot.process.are_timers_on or _is_closed(window) or not may_switch:
        return None
    return Invitation(window)


def _is_closed(window: MainWindow) -> bool:
    return str(window.memory.home.value(_KEPT, "")) == "closed"
