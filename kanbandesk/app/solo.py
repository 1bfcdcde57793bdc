"""The desk of one computer: the `Desk` port over a home, with the server's own ledger in this process.

Threads: `WritingThread` decides commands and runs timers; one reads; one keeps drafts; one copies files. Nothing here
imports SQLAlchemy: the writing thread does, when it is first needed.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kanbandesk.app.writing import Order, WritingThread
from kanbandesk.models.boardfile import cache_of, open_for_reading, snapshot
from kanbandesk.models.contactfile import find_contacts
from kanbandesk.models.deskfile import DeskFile
from kanbandesk.models.files import FileFolder
from kanbandesk.models.search import search
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.workflow.cards import BoardSnapshot, Changes, Draft, Receipt, TicketDetail
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.ids import new_id

if TYPE_CHECKING:
    from kanbandesk.app.homes import Home
    from kanbandesk.ui.bridge import Listener
    from kanbandesk.workflow.commands import Command

log = logging.getLogger(__name__)


class SoloDesk:
    """The desk over the home that it is given, which it closes at the end."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._listeners: list[Listener] = []
        self._publishing = threading.RLock()
        self._missed: list[Changes] | None = None
        self._reading = ThreadPoolExecutor(1, "desk-reading")
        self._drafting = ThreadPoolExecutor(1, "desk-drafts")
        self._copying = ThreadPoolExecutor(1, "desk-files")
        self._files = FileFolder(home.files_path)
        self._connection: sqlite3.Connection | None = None
        self._desk_file: DeskFile | None = None
        self._writing = WritingThread(home, self._publish)

    @property
    def team(self) -> None:
        """There is no server behind this desk."""
        return None

    def now(self) -> int:
        """Return the home's clock in UTC milliseconds."""
        return self._home.now()

    def warm_up(self) -> Future[tuple[str, ...]]:
        """Make ready to write: to be called once the board is painted.

        Then the timers catch up and SQLite looks over the file; the future tells what it found wrong, normally ().
        """
        return self._writing.warm_up()

    def submit(self, command: Command, uid: str = "") -> Future[Receipt]:
        """Take a command; the receipt comes when it is on disk, or refused. A fault of the disk raises NotSaved."""
        order = Order(command=command, uid=uid or new_id(), at=self.now())
        self._writing.take(order)
        return order.future

    def board(self) -> Future[BoardSnapshot]:
        """Read the whole board; changes that come meanwhile are in it."""
        future: Future[BoardSnapshot] = Future()
        self._reading.submit(self._read_board, future)
        return future

    def ticket(self, ticket_id: str) -> Future[TicketDetail]:
        """Read a ticket with its story; the future raises NotFound when there is none."""
        return self._reading.submit(lambda: read_ticket(self._reader(), ticket_id))

    def search(self, text: str) -> Future[tuple[str, ...]]:
        """Return the ids of the tickets that hold the words, best first, at most 200."""
        return self._reading.submit(lambda: search(self._reader(), text))

    def contacts(self, text: str) -> Future[tuple[Contact, ...]]:
        """Return the contacts whose name, mail, phone or chat hold all the words, at most 20."""
        return self._reading.submit(lambda: find_contacts(self._reader(), text))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` on the writing thread with every batch of changes, before their receipts come."""
        with self._publishing:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._publishing:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def drafts(self, ticket_id: str) -> Future[tuple[Draft, ...]]:
        """Return the unsent words on a ticket."""
        return self._drafting.submit(lambda: self._drafts().drafts(ticket_id))

    def save_draft(self, draft: Draft) -> Future[None]:
        """Keep unsent words durably; empty text forgets them."""
        return self._drafting.submit(lambda: self._drafts().save_draft(draft))

    def keep_file(self, path: Path) -> Future[tuple[str, int]]:
        """Copy a file into the home by content; return its SHA-256 and size in bytes."""
        return self._copying.submit(lambda: self._files.keep(path))

    def file(self, sha256: str) -> Future[Path]:
        """Return the path of a kept file; the future raises NotFound when there is none."""
        return self._copying.submit(lambda: self._files.path(sha256))

    def close(self) -> None:
        """Save all that was submitted, stop the threads and give the home free."""
        self._writing.close()
        for executor in (self._reading, self._drafting, self._copying):
            executor.shutdown()
        if self._connection is not None:
            self._connection.close()
        if self._desk_file is not None:
            self._desk_file.close()
        self._home.close()

    # -- on the desk's threads --------------------------------------------------------------------------------

    def _read_board(self, future: Future[BoardSnapshot]) -> None:
        """Read the board; nothing is published between the last change that it holds and its arrival."""
        if not future.set_running_or_notify_cancel():
            return
        try:
            with self._publishing:
                self._missed = []
            board = snapshot(self._reader(), self.now(), cache_of(self._home.board_path))
            with self._publishing:
                missed, self._missed = self._missed or [], None
                for changes in missed:
                    board = with_changes(board, changes)
                future.set_result(board)
        except Exception as error:  # noqa: BLE001 - the job's boundary: whoever asked is told
            future.set_exception(error)

    def _publish(self, changes: Changes) -> None:
        with self._publishing:
            if self._missed is not None:
                self._missed.append(changes)
            for listener in tuple(self._listeners):
                try:
                    listener(changes)
                except Exception:  # a listener's bug must not stop the writing
                    log.exception("A listener failed on changes")

    def _reader(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = open_for_reading(self._home.board_path)
        return self._connection

    def _drafts(self) -> DeskFile:
        if self._desk_file is None:
            self._desk_file = DeskFile(self._home.desk_path)
        return self._desk_file


def with_changes(board: BoardSnapshot, changes: Changes) -> BoardSnapshot:
    """Return the board as it is after `changes`."""
    settings = changes.settings or board
    gone = {*changes.removed, *(card.id for card in changes.cards)}
    cards = [card for card in board.cards if card.id not in gone] if gone else board.cards
    return replace(settings, cards=[*cards, *changes.cards])
