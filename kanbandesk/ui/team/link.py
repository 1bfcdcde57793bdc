"""The link between a team's threads and the window: what they tell arrives on the GUI thread, the newest only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from kanbandesk.ui.bridge import Team
    from kanbandesk.workflow.team import Presence, SyncStatus


class TeamLink(QObject):
    """Listens to a `Team` until it is closed."""

    status_changed = Signal(object)  # SyncStatus
    presence_changed = Signal(object)  # tuple[Presence, ...]

    _status_came = Signal()
    _presence_came = Signal()

    def __init__(self, team: Team, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.team = team
        self._status: SyncStatus = team.status()
        self._presence: tuple[Presence, ...] = ()
        self._is_open = True
        self._status_came.connect(self._tell_status, Qt.ConnectionType.QueuedConnection)
        self._presence_came.connect(self._tell_presence, Qt.ConnectionType.QueuedConnection)
        self._ends = (team.watch_status(self._on_status), team.watch_presence(self._on_presence))

    @property
    def status(self) -> SyncStatus:
        """How it stood with the server when the window was told last."""
        return self._status

    @property
    def presence(self) -> tuple[Presence, ...]:
        """Who was here when the window was told last."""
        return self._presence

    def close(self) -> None:
        """Let nothing more through."""
        if self._is_open:
            self._is_open = False
            for end in self._ends:
                end()

    # -- on the desk's threads: the assignment is atomic, and only the newest is of interest --

    def _on_status(self, status: SyncStatus) -> None:
        self._status = status
        if self._is_open:
            self._status_came.emit()

    def _on_presence(self, presence: tuple[Presence, ...]) -> None:
        self._presence = presence
        if self._is_open:
            self._presence_came.emit()

    # -- on the GUI thread --

    def _tell_status(self) -> None:
        if self._is_open:
            self.status_changed.emit(self._status)

    def _tell_presence(self) -> None:
        if self._is_open:
            self.presence_changed.emit(self._presence)
