"""What every desk reads and keeps beside its commands: the board, tickets, words, drafts, files, and who listens.

Threads: one reads, one keeps drafts, one copies files. Nothing here imports SQLAlchemy: the start would be slower.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from kanbandesk.models.boardfile import cache_of, open_for_reading, snapshot
from kanbandesk.models.contactfile import find_contacts
from kanbandesk.models.deskfile import DeskFile
from kanbandesk.models.files import FileFolder
from kanbandesk.models.search import search
from kanbandesk.models.storyfile import read_setting_changes, read_ticket
from kanbandesk.workflow.cards import BoardSnapshot, Changes, Draft, TicketDetail, with_changes
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.events import Event

log = logging.getLogger(__name__)

Listener = Callable[[Changes], None]
T = TypeVar("T")


class DeskReads:
    """Over the file of a board's tables, which somebody else writes; `now` is the desk's clock (UTC ms).

    Whoever writes hands every batch of changes to `publish`, so that boards and listeners miss none.
    """

    def __init__(
        self, board_path: Path, *, drafts_path: Path, files: FileFolder, now: Callable[[], int]
    ) -> None:
        self._board_path, self._drafts_path, self._files, self._now = board_path, drafts_path, files, now
        self._listeners: list[Listener] = []
        self._publishing = threading.RLock()
        self._missed: list[Changes] | None = None
        self._reading = ThreadPoolExecutor(1, "desk-reading")
        self._drafting = ThreadPoolExecutor(1, "desk-drafts")
        self._copying = ThreadPoolExecutor(1, "desk-files")
        self._connection: sqlite3.Connection | None = None
        self._desk_file: DeskFile | None = None

    def board(self) -> Future[BoardSnapshot]:
        """Read the whole board; changes that come meanwhile are in it."""
        future: Future[BoardSnapshot] = Future()
        self.read_board_into(future)
        return future

    def read_board_into(self, future: Future[BoardSnapshot]) -> None:
        """Read the whole board for somebody who waits already."""
        self._reading.submit(self._read_board, future)

    def ticket(self, ticket_id: str) -> Future[TicketDetail]:
        """Read a ticket with its story; the future raises NotFound when there is none."""
        return self.read(lambda connection: read_ticket(connection, ticket_id))

    def search(self, text: str) -> Future[tuple[str, ...]]:
        """Return the ids of the tickets that hold the words, best first, at most 200."""
        return self.read(lambda connection: search(connection, text))

    def contacts(self, text: str) -> Future[tuple[Contact, ...]]:
        """Return the contacts whose name, mail, phone or chat hold all the words, at most 20."""
        return self.read(lambda connection: find_contacts(connection, text))

    def setting_changes(self) -> Future[tuple[Event, ...]]:
        """Return the newest 200 changes of settings, the newest first."""
        return self.read(read_setting_changes)

    def read(self, question: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Ask something of the file on the reading thread."""
        return self._reading.submit(lambda: question(self._reader()))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every batch of changes, on the thread that publishes it; the answer ends that."""
        with self._publishing:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._publishing:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def publish(self, changes: Changes) -> None:
        """Tell everybody who listens, and the board that is being read."""
        with self._publishing:
            if self._missed is not None:
                self._missed.append(changes)
            for listener in tuple(self._listeners):
                try:
                    listener(changes)
                except Exception:  # a listener's bug must not stop the writing
                    log.exception("A listener failed on changes")

    def drafts(self, ticket_id: str) -> Future[tuple[Draft, ...]]:
        """Return the unsent words on a ticket."""
        return self._drafting.submit(lambda: self._drafts().drafts(ticket_id))

    def save_draft(self, draft: Draft) -> Future[None]:
        """Keep unsent words durably; empty text forgets them."""
        return self._drafting.submit(lambda: self._drafts().save_draft(draft))

    def keep_file(self, path: Path) -> Future[tuple[str, int]]:
        """Copy a file into the folder by content; return its SHA-256 and size in bytes."""
        return self._copying.submit(lambda: self._files.keep(path))

    def file(self, sha256: str) -> Future[Path]:
        """Return the path of a kept file; the future raises NotFound when there is none."""
        return self._copying.submit(lambda: self._files.path(sha256))

    def close(self) -> None:
        """Finish what is under way, stop the threads and close the files."""
        for executor in (self._reading, self._drafting, self._copying):
            executor.shutdown()
        if self._connection is not None:
            self._connection.close()
        if self._desk_file is not None:
            self._desk_file.close()

    def snapshot(self, connection: sqlite3.Connection) -> BoardSnapshot:
        """Return the board as the file holds it now."""
        return snapshot(connection, self._now(), cache_of(self._board_path))

    # -- on the threads -----------------------------------------------------------------------------------------

    def _read_board(self, future: Future[BoardSnapshot]) -> None:
        """Read the board; nothing is published between the last change that it holds and its arrival."""
        if not future.set_running_or_notify_cancel():
            return
        try:
            while not self._read_once(future):
                pass
        except Exception as error:  # noqa: BLE001 - the job's boundary: whoever asked is told
            future.set_exception(error)

    def _read_once(self, future: Future[BoardSnapshot]) -> bool:
        """Read the board and bring it; False when so much changed meanwhile that it has to be read again."""
        with self._publishing:
            self._missed = []
        board = self.snapshot(self._reader())
        with self._publishing:
            missed, self._missed = self._missed or [], None
            if any(changes.is_reload for changes in missed):
                return False
            for changes in missed:
                board = with_changes(board, changes)
            future.set_result(board)
        return True

    def _reader(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = open_for_reading(self._board_path)
        return self._connection

    def _drafts(self) -> DeskFile:
        if self._desk_file is None:
            self._desk_file = DeskFile(self._drafts_path)
        return self._desk_file
