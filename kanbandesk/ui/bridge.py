"""The `Desk` port, and the only link between its threads and the widgets.

`SoloDesk` (one computer) and `TeamDesk` (a server) both pass one contract suite; the window cannot tell them apart.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from kanbandesk.workflow.cards import BoardSnapshot, Changes, Draft, Receipt, TicketDetail, merged
from kanbandesk.workflow.ids import new_id

if TYPE_CHECKING:
    from kanbandesk.insight.trial import TrialReport, Tried
    from kanbandesk.workflow.clients import Contact
    from kanbandesk.workflow.commands import Command
    from kanbandesk.workflow.events import Event
    from kanbandesk.workflow.team import Presence, ReturnedCommand, SyncStatus

log = logging.getLogger(__name__)

Listener = Callable[[Changes], None]
T = TypeVar("T")

_PAINTED, _HAND_ON = (QEvent.Type(QEvent.registerEventType()) for _ in range(2))
_BEHIND_THE_FRAME = Qt.EventPriority.LowEventPriority.value - 1
"""Qt paints at low priority: what is posted below that comes when the frame of this moment is on the screen."""


class Team(Protocol):
    """What the window asks of a desk that has a server. No method waits; listeners are called on a desk's thread."""

    def status(self) -> SyncStatus:
        """Return how it stands with the server."""
        ...

    def watch_status(self, listener: Callable[[SyncStatus], None]) -> Callable[[], None]:
        """Call `listener` whenever that changes; the returned function ends it."""
        ...

    def returned(self) -> Future[tuple[ReturnedCommand, ...]]:
        """Return what the server refused and nobody has dismissed yet, oldest first."""
        ...

    def retry(self, uid: str) -> Future[Receipt]:
        """Send a returned command once more, as a new one, with all that followed from it."""
        ...

    def discard(self, uid: str) -> Future[None]:
        """Forget a returned command and all that followed from it."""
        ...

    def look_at(self, ticket_id: str, *, is_typing: bool = False) -> None:
        """Tell the others which ticket this person looks at, empty for none."""
        ...

    def watch_presence(self, listener: Callable[[tuple[Presence, ...]], None]) -> Callable[[], None]:
        """Call `listener` with everybody who is here, whenever that changes; the returned function ends it."""
        ...

    def resume(self) -> None:
        """Go on after somebody has signed in again."""
        ...

    def sync_now(self) -> None:
        """Try the server at once instead of at the end of the pause."""
        ...

    def settled(self) -> Future[None]:
        """Come when all that was submitted before has been decided by the server and is on this desk's board."""
        ...


class Desk(Protocol):
    """What the window asks of the desk. No method waits: results come as futures, resolved on the desk's threads."""

    @property
    def team(self) -> Team | None:
        """What only a team's desk has; None on a desk of one computer."""
        ...

    def now(self) -> int:
        """Return the desk's one clock in UTC milliseconds (a home may live at an earlier moment)."""
        ...

    def submit(self, command: Command, uid: str = "") -> Future[Receipt]:
        """Take a command; the receipt comes when it is saved on disk or refused. The same `uid` is done only once."""
        ...

    def board(self) -> Future[BoardSnapshot]:
        """Read the whole board."""
        ...

    def ticket(self, ticket_id: str) -> Future[TicketDetail]:
        """Read a ticket with its story; the future raises NotFound when there is none."""
        ...

    def search(self, text: str) -> Future[tuple[str, ...]]:
        """Return the ids of tickets whose title, number or messages hold the words, best first, at most 200."""
        ...

    def contacts(self, text: str) -> Future[tuple[Contact, ...]]:
        """Return the contacts whose name, mail, phone or chat hold all the words, at most 20."""
        ...

    def contacts_of(self, client_id: str) -> Future[tuple[Contact, ...]]:
        """Return the contacts of a client by name, at most 1000; those without a client for an empty id."""
        ...

    def setting_changes(self) -> Future[tuple[Event, ...]]:
        """Return the newest 200 changes of settings (facts SettingChanged), the newest first."""
        ...

    def try_settings(self, tried: Tried, since: int) -> Future[TrialReport]:
        """Try settings on what has happened since a moment (UTC ms), as far as this desk holds it; nothing changes.

        The future raises Invalid when they could not be saved as they are.
        """
        ...

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` on a desk's thread with every batch of changes; the returned function ends it."""
        ...

    def drafts(self, ticket_id: str) -> Future[tuple[Draft, ...]]:
        """Return the unsent words on a ticket."""
        ...

    def save_draft(self, draft: Draft) -> Future[None]:
        """Keep unsent words durably; empty text forgets them."""
        ...

    def keep_file(self, path: Path) -> Future[tuple[str, int]]:
        """Copy a file into the home by content; return its SHA-256 and size in bytes."""
        ...

    def file(self, sha256: str) -> Future[Path]:
        """Return the path of a kept file."""
        ...

    def close(self) -> None:
        """Save what is under way and stop the threads. Blocks briefly; called once, at the end."""
        ...


class Bridge(QObject):
    """Carries commands to the desk's threads and brings back, on the GUI thread, what came of them.

    Nothing here waits. What arrives while the window is busy is handed over as one batch: one relayout a column
    touched, however many mutations there were.
    """

    board_loaded = Signal(object)  # BoardSnapshot
    changes_arrived = Signal(object)  # Changes
    saved = Signal(object)  # Receipt: it is on the disk
    refused = Signal(object, object)  # Receipt, Command: the rules said no, nothing was changed
    settled = Signal(object, object)  # Receipt, Command: either of the two, for who keeps books
    failed = Signal(object, object)  # the exception, Command: it could not be kept (a full disk)
    loading_failed = Signal(object)  # the exception
    pending_changed = Signal(int)  # how many commands are on their way to the disk

    _arrived = Signal()
    _settled = Signal(object, object, object)  # future, callback, on_error

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: deque[Changes] = deque()
        self._pending: dict[str, Command] = {}
        self._outgoing: deque[Callable[[], None]] = deque()  # submitted, and still behind a frame
        self._is_open = True
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = desk.subscribe(self._on_desk_thread)

    @property
    def desk(self) -> Desk:
        """The desk behind the bridge, for reads that go through `fetch`."""
        return self._desk

    def now(self) -> int:
        """Return the desk's one clock in UTC milliseconds."""
        return self._desk.now()

    def load(self, patience: float = 0.0) -> None:
        """Ask for the whole board; `board_loaded` brings it.

        Before a window is shown its maker may have `patience`, in seconds: the board is then there, in its turn, when
        the window is painted for the first time.
        """
        future = self._desk.board()
        self.fetch(future, self.board_loaded.emit, self.loading_failed.emit)
        if patience:
            wait((future,), patience)

    def submit(
        self,
        command: Command,
        on_done: Callable[[Receipt], None] | None = None,
        on_failed: Callable[[BaseException], None] | None = None,
        *,
        is_painted_first: bool = False,
    ) -> str:
        """Hand a command to the desk and return its uid; `on_done` gets the receipt before the signals go out.

        Who takes `on_failed` tells the person that it could not be kept; `failed` is then not emitted.
        With `is_painted_first` the command goes to the desk behind the frame that is due: the desk's thread and the
        painting share one interpreter, and whoever moved a card is to see it lie there. Commands keep their order.
        """
        uid = new_id()

        def done(receipt: Receipt) -> None:
            self._forget(uid)
            if on_done is not None:
                on_done(receipt)
            self.settled.emit(receipt, command)
            if receipt.is_applied:
                self.saved.emit(receipt)
            else:
                self.refused.emit(receipt, command)

        def broke(error: BaseException) -> None:
            self._forget(uid)
            log.error("The command %s could not be kept", command.name, exc_info=error)
            if on_failed is not None:
                on_failed(error)
            else:
                self.failed.emit(error, command)

        self._pending[uid] = command
        self.pending_changed.emit(len(self._pending))
        self._outgoing.append(lambda: self.fetch(self._desk.submit(command, uid), done, broke))
        if is_painted_first and self._is_open:
            QCoreApplication.postEvent(self, QEvent(_PAINTED), _BEHIND_THE_FRAME)
        else:
            self._hand_on()
        return uid

    def fetch(
        self,
        future: Future[T],
        callback: Callable[[T], Any],
        on_error: Callable[[BaseException], Any] | None = None,
    ) -> None:
        """Call `callback` with the future's result on the GUI thread, `on_error` with its exception.

        A callback that is the method of a widget which has died meanwhile is dropped. An error that nobody takes is
        logged.
        """
        future.add_done_callback(lambda done: self._post(done, callback, on_error))

    def close(self) -> None:
        """Let nothing more through; what was submitted is with the desk, which is closed by whoever made it."""
        if self._is_open:
            self._hand_on()
            self._is_open = False
            self._unsubscribe()

    # -- on the desk's threads --

    def _on_desk_thread(self, changes: Changes) -> None:
        self._waiting.append(changes)
        if self._is_open:
            self._arrived.emit()

    def _post(
        self, future: Future[Any], callback: Callable[..., Any], on_error: Callable[..., Any] | None
    ) -> None:
        if self._is_open and not future.cancelled():
            self._settled.emit(future, callback, on_error)

    # -- on the GUI thread --

    def customEvent(self, event: QEvent) -> None:
        """The frame is painted: hand on what waited for it, when the loop has turned once more."""
        if event.type() == _PAINTED:
            QCoreApplication.postEvent(self, QEvent(_HAND_ON))
        elif event.type() == _HAND_ON:
            self._hand_on()

    def _hand_on(self) -> None:
        while self._outgoing:
            self._outgoing.popleft()()

    def _hand_over(self) -> None:
        batch: list[Changes] = []
        while self._waiting:
            batch.append(self._waiting.popleft())
        if batch and self._is_open:
            self.changes_arrived.emit(merged(batch))

    def _deliver(
        self, future: Future[Any], callback: Callable[..., Any], on_error: Callable[..., Any] | None
    ) -> None:
        error = future.exception()
        taker = callback if error is None else on_error
        if taker is None:
            log.error("A reading failed and nobody was told", exc_info=error)
        elif self._is_open and _is_alive(taker):
            taker(future.result() if error is None else error)

    def _forget(self, uid: str) -> None:
        self._pending.pop(uid, None)
        self.pending_changed.emit(len(self._pending))


def _is_alive(callback: Callable[..., Any]) -> bool:
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
