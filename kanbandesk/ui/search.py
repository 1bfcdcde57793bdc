"""Search as you type: the board at once from memory, and what messages hold from the desk, told apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from shiboken6 import isValid

from kanbandesk.ui.choosing import ticket_choices
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.views.lens import Lens
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.words import status_name, translate
from kanbandesk.workflow.cards import TicketDetail

PAUSE = 180  # ms without a keystroke before messages are searched
SHORTEST = 3  # letters
_MOST = 40


class Search(QObject):
    """Widens what the lens shows by the tickets whose messages hold the words.

    `found` carries how many there are beyond the cards that the board shows.
    """

    found = Signal(int)
    ticket_chosen = Signal(str)

    def __init__(self, stage: Stage, lens: Lens) -> None:
        super().__init__(stage.window)
        self._stage, self._lens = stage, lens
        self._ids: tuple[str, ...] = ()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)
        lens.words_changed.connect(self._on_words)

    def beyond(self) -> tuple[str, ...]:
        """Return the tickets found in messages that the board does not show."""
        return self._ids

    def show(self, anchor: QRect) -> None:
        """List them under `anchor` (global)."""
        picker = Picker(self._stage.window, hint=translate("Search", "Found in messages"), width=460)
        picker.chosen.connect(lambda choice: self.ticket_chosen.emit(choice.id))
        cards = [card for card in map(self._stage.card, self._ids) if card is not None]
        choices = ticket_choices(cards, self._stage.model)
        picker.offer(choices)
        picker.open_below(anchor)
        picker.field.setFocus()
        for ticket_id in self._ids:
            if self._stage.card(ticket_id) is None:
                self._read(ticket_id, picker, choices)

    def _read(self, ticket_id: str, picker: Picker, choices: list[Choice]) -> None:
        def take(detail: TicketDetail) -> None:
            ticket = detail.ticket
            status = self._stage.model.snapshot.workflow.status(ticket.status_id)
            choices.append(
                Choice(id=ticket.id, title=f"#{ticket.number}  {ticket.title}", detail=status_name(status))
            )
            if isValid(picker) and picker.isVisible():
                picker.offer(choices, keeps_place=True)

        bridge = self._stage.bridge
        bridge.fetch(bridge.desk.ticket(ticket_id), take, _gone)

    def _on_words(self, words: str) -> None:
        self._take(())
        if len(words.strip()) >= SHORTEST:
            self._pause.start()
        else:
            self._pause.stop()

    def _ask(self) -> None:
        words = self._lens.words
        bridge = self._stage.bridge

        def take(ids: Sequence[str]) -> None:
            if words == self._lens.words:
                self._take(ids)

        bridge.fetch(bridge.desk.search(words), take)

    def _take(self, ids: Sequence[str]) -> None:
        places = self._stage.view.places
        self._ids = tuple(id_ for id_ in ids if places.locate(id_) is None)[:_MOST]
        self.found.emit(len(self._ids))


def _gone(_error: BaseException) -> None:
    """A ticket that went meanwhile is not listed."""
