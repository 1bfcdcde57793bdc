"""Unsent words, kept half a second after the last key and whenever the focus leaves: no crash takes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.workflow.cards import Draft

PAUSE = 500  # ms after the last key


class DraftKeeper(QObject):
    """Keeps the words of one ticket at a time, each kind by itself.

    `kept` says that the desk has them (kind, moment); `restored` brings what was left there (kind, text, moment);
    `failed` that they could not be kept.
    """

    kept = Signal(str, object)
    restored = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ticket_id = ""
        self._unsaved: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)

    def open(self, ticket_id: str) -> None:
        """Turn to a ticket: what was typed on the one before is kept, what was left on this one comes back."""
        self.flush()
        self._ticket_id = ticket_id
        if not ticket_id:
            return

        def loaded(drafts: tuple[Draft, ...]) -> None:
            if ticket_id != self._ticket_id:
                return
            for draft in drafts:
                if draft.text and draft.kind not in self._unsaved:
                    self.restored.emit(draft.kind, draft.text, draft.saved_at)

        future = self._bridge.desk.drafts(ticket_id)
        self._bridge.fetch(future, while_alive(self, loaded), while_alive(self, self.failed.emit))

    def change(self, kind: str, text: str) -> None:
        """Take note of what stands in the composer now; empty text forgets the draft."""
        if self._ticket_id:
            self._unsaved[kind] = text
            self._timer.start()

    def discard(self, ticket_id: str, kind: str) -> None:
        """Let a draft go: its words were saved as a message, perhaps on a ticket that is no longer open."""
        if ticket_id == self._ticket_id:
            self._unsaved.pop(kind, None)
        self._save(Draft(ticket_id=ticket_id, kind=kind, text="", saved_at=self._bridge.now()))

    def flush(self) -> None:
        """Keep now what waits to be kept."""
        self._timer.stop()
        unsaved, self._unsaved = self._unsaved, {}
        for kind, text in unsaved.items():
            self._save(Draft(ticket_id=self._ticket_id, kind=kind, text=text, saved_at=self._bridge.now()))

    def _save(self, draft: Draft) -> None:
        def saved(_nothing: None) -> None:
            if draft.ticket_id == self._ticket_id and draft.text:
                self.kept.emit(draft.kind, draft.saved_at)

        future = self._bridge.desk.save_draft(draft)
        self._bridge.fetch(future, while_alive(self, saved), while_alive(self, self.failed.emit))
