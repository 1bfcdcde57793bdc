"""The `Desk` port, and the only link between its threads and the widgets.

`SoloDesk` (one computer) and `TeamDesk` (a server) both pass one contract suite; the window cannot tell them apart.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from kanbandesk.workflow.cards import BoardSnapshot, Changes, Draft, Receipt, TicketDetail
from kanbandesk.workflow.commands import Command

Listener = Callable[[Changes], None]


class Desk(Protocol):
    """What the window asks of the desk. No method waits: results come as futures, resolved on the desk's threads."""

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
