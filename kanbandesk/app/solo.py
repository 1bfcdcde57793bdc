"""The desk of one computer: the `Desk` port over a home, with the server's own ledger in this process.

`WritingThread` decides commands and runs timers; what is read and kept beside them goes through `DeskReads`. Nothing
here imports SQLAlchemy: the writing thread does, when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from kanbandesk.app.writing import Order, WritingThread
from kanbandesk.models.deskreads import DeskReads
from kanbandesk.models.files import FileFolder
from kanbandesk.workflow.cards import BoardSnapshot, Draft, Receipt, TicketDetail
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.ids import new_id

if TYPE_CHECKING:
    from kanbandesk.app.homes import Home
    from kanbandesk.insight.trial import TrialReport
    from kanbandesk.ui.bridge import Listener
    from kanbandesk.workflow.commands import Command
    from kanbandesk.workflow.process import Process
    from kanbandesk.workflow.statuses import Workflow


class SoloDesk:
    """The desk over the home that it is given, which it closes at the end."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._reads = DeskReads(
            home.board_path,
            drafts_path=home.desk_path,
            files=FileFolder(home.files_path),
            now=self.now,
        )
        self._writing = WritingThread(home, self._reads.publish)

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
        return self._reads.board()

    def ticket(self, ticket_id: str) -> Future[TicketDetail]:
        """Read a ticket with its story; the future raises NotFound when there is none."""
        return self._reads.ticket(ticket_id)

    def search(self, text: str) -> Future[tuple[str, ...]]:
        """Return the ids of the tickets that hold the words, best first, at most 200."""
        return self._reads.search(text)

    def contacts(self, text: str) -> Future[tuple[Contact, ...]]:
        """Return the contacts whose name, mail, phone or chat hold all the words, at most 20."""
        return self._reads.contacts(text)

    def try_settings(self, workflow: Workflow, process: Process, since: int) -> Future[TrialReport]:
        """Try settings on what has happened since a moment (UTC ms), as far as this desk holds it; nothing changes."""
        from kanbandesk.insight.stories import Trial, run_trial

        trial = Trial(workflow=workflow, process=process, since=since, now=self.now())
        return self._reads.read(lambda connection: run_trial(connection, trial))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` on the writing thread with every batch of changes, before their receipts come."""
        return self._reads.subscribe(listener)

    def drafts(self, ticket_id: str) -> Future[tuple[Draft, ...]]:
        """Return the unsent words on a ticket."""
        return self._reads.drafts(ticket_id)

    def save_draft(self, draft: Draft) -> Future[None]:
        """Keep unsent words durably; empty text forgets them."""
        return self._reads.save_draft(draft)

    def keep_file(self, path: Path) -> Future[tuple[str, int]]:
        """Copy a file into the home by content; return its SHA-256 and size in bytes."""
        return self._reads.keep_file(path)

    def file(self, sha256: str) -> Future[Path]:
        """Return the path of a kept file; the future raises NotFound when there is none."""
        return self._reads.file(sha256)

    def close(self) -> None:
        """Save all that was submitted, stop the threads and give the home free."""
        self._writing.close()
        self._reads.close()
        self._home.close()
