"""The half of the `Desk` port that every desk answers the same way: what is read, and kept beside its commands."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from kanbandesk.models.contactfile import contacts_of
from kanbandesk.models.deskreads import DeskReads, Listener
from kanbandesk.workflow.cards import BoardSnapshot, Draft, TicketDetail
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.events import Event


class ReadingDesk:
    """A desk over what it reads; who has more to say to a question, a server for instance, answers it himself."""

    def __init__(self, reads: DeskReads) -> None:
        self._reads = reads

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

    def contacts_of(self, client_id: str) -> Future[tuple[Contact, ...]]:
        """Return the contacts of a client by name, at most 1000; those without a client for an empty id."""
        return self._reads.read(lambda connection: contacts_of(connection, client_id))

    def setting_changes(self) -> Future[tuple[Event, ...]]:
        """Return the newest 200 changes of settings, the newest first."""
        return self._reads.setting_changes()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` on the thread that writes with every batch of changes, before their receipts come."""
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
