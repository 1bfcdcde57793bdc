"""The desk of one computer: the `Desk` port over a home, with the server's own ledger in this process.

`WritingThread` decides commands and runs timers; what is read and kept beside them goes through `DeskReads`. Nothing
here imports SQLAlchemy: the writing thread does, when it is first needed.
"""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from kanbandesk.app.writing import Order, WritingThread
from kanbandesk.models.deskreads import DeskReads
from kanbandesk.models.files import FileFolder
from kanbandesk.models.readingdesk import ReadingDesk
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.ids import new_id

if TYPE_CHECKING:
    from kanbandesk.app.homes import Home
    from kanbandesk.insight.trial import TrialReport, Tried
    from kanbandesk.workflow.commands import Command


class SoloDesk(ReadingDesk):
    """The desk over the home that it is given, which it closes at the end."""

    def __init__(self, home: Home) -> None:
        self._home = home
        files = FileFolder(home.files_path)
        super().__init__(DeskReads(home.board_path, drafts_path=home.desk_path, files=files, now=self.now))
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

    def try_settings(self, tried: Tried, since: int) -> Future[TrialReport]:
        """Try settings on what has happened since a moment (UTC ms), as far as this desk holds it; nothing changes.

        The future raises Invalid when they could not be saved as they are.
        """
        from kanbandesk.insight.stories import run_trial

        now = self.now()
        return self._reads.read(lambda connection: run_trial(connection, tried, since=since, now=now))

    def close(self) -> None:
        """Save all that was submitted, stop the threads and give the home free."""
        self._writing.close()
        self._reads.close()
        self._home.close()
