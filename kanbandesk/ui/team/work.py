"""What a team's window does beside a solo one: tells how it stands with the server, who is here, and what came back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QPushButton

from kanbandesk.ui.team.again import draft_of
from kanbandesk.ui.team.faces import Faces
from kanbandesk.ui.team.link import TeamLink
from kanbandesk.ui.team.standing import standing
from kanbandesk.ui.team.tray import AttentionTray, Told, told
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.words import Names, field_label, field_value, fill, refusal_text, translate
from kanbandesk.workflow.cards import Changes, Receipt
from kanbandesk.workflow.commands import UndoChange
from kanbandesk.workflow.team import Overwritten, Presence, ReturnedCommand, SyncStatus

if TYPE_CHECKING:
    from kanbandesk.ui.bridge import Team
    from kanbandesk.ui.main_window import MainWindow
    from kanbandesk.ui.ticket.panel import TicketPanel

TYPING = 4_000
"""Milliseconds after the last keystroke in which somebody counts as typing."""


class TeamWork(QObject):
    """Made by the window when its desk has a team."""

    returned_changed = Signal()  # what the server refused, as the inbox shows it

    def __init__(self, window: MainWindow, team: Team) -> None:
        super().__init__(window)
        self._window, self._team, self._stage = window, team, window.stage
        self.link = TeamLink(team, self)
        self.everybody = Faces()
        window.top_bar.show_people(self.everybody)
        self.attention = QPushButton()
        self.attention.setProperty("look", "link")
        self.attention.clicked.connect(self.show_tray)
        window.stage.status.add_button(self.attention)
        self.tray: AttentionTray | None = None
        self._returned: tuple[ReturnedCommand, ...] = ()
        self._attention = 0
        self._panel: TicketPanel | None = None
        self._typing = QTimer(self, interval=TYPING, singleShot=True)
        self._typing.timeout.connect(lambda: self._look(is_typing=False))
        self._connect()
        self._show_status(self.link.status)
        self._show_people(self.link.presence)

    def _connect(self) -> None:
        self.link.status_changed.connect(self._show_status)
        self.link.presence_changed.connect(self._show_people)
        self._stage.bridge.changes_arrived.connect(self._on_changes)
        self._window.bench.ticket_shown.connect(self._on_shown)
        self._window.bench.panel_closed.connect(lambda: self._look(is_typing=False))
        self._window.closed.connect(self.link.close)

    # -- how it stands with the server --

    def _show_status(self, status: SyncStatus) -> None:
        told_now = standing(status, self._stage.bridge.now())
        self._stage.status.show_standing(told_now.words, told_now.look, told_now.tip)
        self.attention.setText(translate("Team", "%n need(s) attention", None, status.attention))
        self.attention.setVisible(status.attention > 0)
        if status.attention != self._attention:
            grown, self._attention = status.attention > self._attention, status.attention
            self._read_returned(is_new=grown)

    # -- what came back --

    def show_tray(self) -> None:
        """Open the tray above the status line."""
        if self.tray is None:
            self.tray = AttentionTray(self._window)
            self.tray.retried.connect(self.retry)
            self.tray.edited.connect(self.edit)
            self.tray.discarded.connect(self.discard)
        self._fill_tray()
        corner = global_rect(self._stage.status)
        spot = QPoint(corner.left() + 8, corner.top() - self.tray.sizeHint().height() + 8)
        self.tray.open_below(QRect(spot, spot))
        self.tray.setFocus()

    def _read_returned(self, *, is_new: bool = False) -> None:
        def show(returned: Sequence[ReturnedCommand]) -> None:
            before, self._returned = {one.uid for one in self._returned}, tuple(returned)
            if self.tray is not None:
                self._fill_tray()
            self.returned_changed.emit()
            fresh = [one for one in returned if one.uid not in before]
            if is_new and fresh and (self.tray is None or not self.tray.isVisible()):
                self._tell_returned(fresh)

        self._stage.bridge.fetch(self._team.returned(), while_alive(self, show))

    def _tell_returned(self, fresh: Sequence[ReturnedCommand]) -> None:
        entries = self._told(fresh)
        if not entries:
            return
        heading = fill(translate("Team", "Came back: {deed}"), deed=entries[0].deed)
        if len(entries) > 1:
            heading = translate("Team", "%n change(s) came back", None, len(entries))
        answer = (translate("Team", "Show"), self.show_tray)
        self._stage.notices.tell(heading, entries[0].reason, answer=answer)

    def _fill_tray(self) -> None:
        assert self.tray is not None
        self.tray.show_told(self._told(self._returned))

    def _told(self, returned: Sequence[ReturnedCommand]) -> list[Told]:
        now = self._stage.bridge.now()
        return told(returned, lambda id_: self._stage.named([id_]), self._stage.model.snapshot, now)

    def told_returned(self) -> list[Told]:
        """Return what the server refused and nobody has decided on, in words."""
        return self._told(self._returned)

    def retry(self, uid: str) -> None:
        """Send a returned command once more."""

        def done(receipt: Receipt) -> None:
            if not receipt.is_applied:
                reason = refusal_text(receipt.code, receipt.params, self._stage.model.snapshot)
                self._stage.notices.tell(translate("Team", "It was refused again"), reason)
            self._read_returned()

        self._stage.bridge.fetch(self._team.retry(uid), while_alive(self, done))

    def discard(self, uid: str) -> None:
        """Forget a returned command."""
        self._stage.bridge.fetch(
            self._team.discard(uid), while_alive(self, lambda _done: self._read_returned())
        )

    def edit(self, uid: str) -> None:
        """Put the words back into the composer or the sheet's draft, and open the ticket there."""
        one = next((one for one in self._returned if one.uid == uid), None)
        if one is None:
            return
        bridge = self._stage.bridge
        ticket_id = str(getattr(one.command, "ticket_id", ""))
        draft = draft_of(one.command, self._stage.model.snapshot, bridge.now())

        def open_there(_kept: object) -> None:
            self.discard(uid)
            if ticket_id:
                self._window.hands.cards.open(ticket_id)

        if draft is None:
            open_there(None)
        else:
            bridge.fetch(bridge.desk.save_draft(draft), while_alive(self, open_there))

    # -- what others set before --

    def _on_changes(self, changes: Changes) -> None:
        for note in changes.overwritten:
            self._tell_overwritten(note)
        if changes.is_reload:
            self._stage.bridge.load()

    def _tell_overwritten(self, note: Overwritten) -> None:
        names = Names.of(self._stage.model.snapshot)
        heading = fill(
            translate("Team", "{who} had set “{field}” on {card} before you"),
            who=names.person(note.who_id),
            field=field_label(note.field),
            card=self._stage.named([note.ticket_id]),
        )
        value = field_value(note.field, json.loads(note.value), names)
        text = fill(translate("Team", "To “{value}”. Yours came later and stands."), value=value)
        undo = (
            translate("Team", "Undo mine"),
            lambda: self._stage.bridge.submit(UndoChange(uid=note.uid)),
        )
        self._stage.notices.tell(heading, text, answer=undo, tone="")

    # -- who is here --

    def _show_people(self, presence: Sequence[Presence]) -> None:
        snapshot = self._stage.model.snapshot
        names = Names.of(snapshot)
        others = [one for one in presence if one.agent_id != snapshot.me.id]
        people = {one.agent_id: names.person(one.agent_id) for one in others}
        self.everybody.show_people(tuple(people.items()), "")
        if self._panel is not None:
            here = [one for one in others if one.ticket_id and one.ticket_id == self._panel.ticket_id]
            looking = {one.agent_id: names.person(one.agent_id) for one in here}
            typing = next((looking[one.agent_id] for one in here if one.is_typing), "")
            self._panel.header.faces.show_people(tuple(looking.items()), typing)

    def _on_shown(self, _ticket_id: str) -> None:
        panel = self._window.bench.panel
        if panel is not None and panel is not self._panel:
            self._panel = panel
            panel.talk.composer.fields.words_changed.connect(self._on_typed)
        self._look(is_typing=False)
        self._show_people(self.link.presence)

    def _on_typed(self, *_words: object) -> None:
        if not self._typing.isActive():
            self._look(is_typing=True)
        self._typing.start()

    def _look(self, *, is_typing: bool) -> None:
        self._team.look_at(self._window.bench.shown, is_typing=is_typing)
