"""A desk in memory: answers at once, remembers what was asked, and refuses or fails on demand.

For what a real desk cannot be brought to do in a test; what it can, is shown on the real one.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from kanbandesk.insight.trial import TrialReport, Tried
from kanbandesk.ui.bridge import Listener
from kanbandesk.workflow.cards import BoardSnapshot, Changes, Draft, Receipt, TicketDetail
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.events import Event
from tests.factories.workflow import NOW, make_snapshot

T = TypeVar("T")


def resolved(value: T) -> Future[T]:
    """Return a future that has come true."""
    future: Future[T] = Future()
    future.set_result(value)
    return future


def failed(error: BaseException) -> Future[T]:
    """Return a future that has come to nothing."""
    future: Future[T] = Future()
    future.set_exception(error)
    return future


class FakeDesk:
    """A `Desk` over dictionaries.

    `refusals` and `errors` are taken one by one by the next commands; while `is_holding`, receipts wait for `release`.
    """

    def __init__(self, *details: TicketDetail, snapshot: BoardSnapshot | None = None) -> None:
        self.details = {detail.ticket.id: detail for detail in details}
        self.snapshot = snapshot or make_snapshot()
        self.moment = NOW
        self.commands: list[Command] = []
        self.refusals: deque[tuple[str, tuple[tuple[str, str | int | None], ...]]] = deque()
        self.errors: deque[BaseException] = deque()
        self.kept_drafts: dict[tuple[str, str], Draft] = {}
        self.draft_error: BaseException | None = None
        self.files: dict[str, Path] = {}
        self.reads: list[str] = []
        self.known_contacts: list[Contact] = []
        self.tried: list[tuple[Tried, int]] = []
        self.trial: TrialReport | None = None
        self.changes_of_settings: list[Event] = []
        self.is_holding = False
        self.on_applied: Callable[[Command], None] = lambda command: None
        self._held: list[tuple[Future[Receipt], Command, str]] = []
        self._listeners: list[Listener] = []

    @property
    def team(self) -> None:
        return None

    def now(self) -> int:
        return self.moment

    def submit(self, command: Command, uid: str = "") -> Future[Receipt]:
        self.commands.append(command)
        future: Future[Receipt] = Future()
        self._held.append((future, command, uid))
        if not self.is_holding:
            self.release()
        return future

    def release(self) -> None:
        """Answer all commands that wait."""
        held, self._held = self._held, []
        for future, command, uid in held:
            if self.errors:
                future.set_exception(self.errors.popleft())
            elif self.refusals:
                code, params = self.refusals.popleft()
                future.set_result(Receipt(uid=uid, is_applied=False, code=code, params=params))
            else:
                self.on_applied(command)
                future.set_result(Receipt(uid=uid, is_applied=True))

    def board(self) -> Future[BoardSnapshot]:
        return resolved(self.snapshot)

    def ticket(self, ticket_id: str) -> Future[TicketDetail]:
        self.reads.append(ticket_id)
        detail = self.details.get(ticket_id)
        return resolved(detail) if detail else failed(NotFound("not_found", kind="ticket", id=ticket_id))

    def search(self, text: str) -> Future[tuple[str, ...]]:
        return resolved(tuple(key for key, found in self.details.items() if text in found.ticket.title))

    def contacts(self, text: str) -> Future[tuple[Contact, ...]]:
        return resolved(tuple(one for one in self.known_contacts if text.casefold() in one.name.casefold()))

    def contacts_of(self, client_id: str) -> Future[tuple[Contact, ...]]:
        return resolved(tuple(one for one in self.known_contacts if one.client_id == client_id))

    def setting_changes(self) -> Future[tuple[Event, ...]]:
        return resolved(tuple(self.changes_of_settings))

    def try_settings(self, tried: Tried, since: int) -> Future[TrialReport]:
        self.tried.append((tried, since))
        return resolved(self.trial or TrialReport(since=since, until=self.moment))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, changes: Changes) -> None:
        """Let everybody hear of changes."""
        for listener in list(self._listeners):
            listener(changes)

    def drafts(self, ticket_id: str) -> Future[tuple[Draft, ...]]:
        return resolved(tuple(draft for draft in self.kept_drafts.values() if draft.ticket_id == ticket_id))

    def save_draft(self, draft: Draft) -> Future[None]:
        if self.draft_error is not None:
            return failed(self.draft_error)
        key = (draft.ticket_id, draft.kind)
        if draft.text:
            self.kept_drafts[key] = draft
        else:
            self.kept_drafts.pop(key, None)
        return resolved(None)

    def keep_file(self, path: Path) -> Future[tuple[str, int]]:
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        self.files[digest] = path
        return resolved((digest, len(content)))

    def file(self, sha256: str) -> Future[Path]:
        path = self.files.get(sha256)
        return resolved(path) if path else failed(FileNotFoundError(sha256))

    def close(self) -> None:
        self._listeners.clear()
