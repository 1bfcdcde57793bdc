"""A requester is forgotten: who he was, what was said with him, and his files; the figures of his tickets stay.

It is one mutation under the head's lock, so that every desk is brought what is left, and forgets the rest. Who was
erased is written down by id in a list beside the database, which a restored backup is gone through with once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Connection, Table, delete, func, or_, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.files import FileFolder
from kanbandesk.models.ledger import ReceiptRow
from kanbandesk.models.people import ContactRow
from kanbandesk.models.store import Store
from kanbandesk.models.team import DeadLetter
from kanbandesk.models.tickets import AttachmentRow, EventRow, MessageRow, TicketRow
from kanbandesk.protocol import Outcome, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import Feed
from kanbandesk.server.core.ledger import Ledger, Submission
from kanbandesk.server.people import audit
from kanbandesk.workflow.clients import ERASED, Contact, standing_for
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.events import Event, Fact
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.records import Notification, Rating, Task
from kanbandesk.workflow.senders import mail_of, phone_of
from kanbandesk.workflow.tickets import Attachment, Message, Ticket
from kanbandesk.workflow.transaction import Context, Transaction

CLIENT_ID: Final = "erasure"
LIST: Final = "erased"
"""The file in the server's home that says who was erased: an id in each line."""
_WORDS: Final = ("problem", "done", "blocked_reason")
_TOLD: Final = frozenset({*_WORDS, "title", "fields", "playbook", "prepared_answer"})
"""Fields of a ticket whose earlier values are taken out of its history."""
_SAID: Final = frozenset(
    {"title", "reason", "file_name", "unknown_because", "answer", "text", "comment", "sha256"}
)
"""Fields of facts in which somebody wrote."""
_CONTACT, _EVENT, _ATTACHMENT = map(table_of, (ContactRow, EventRow, AttachmentRow))
_TICKET, _MESSAGE = map(table_of, (TicketRow, MessageRow))
_RECEIPT, _DEAD = map(table_of, (ReceiptRow, DeadLetter))


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseContact(Command):
    """Forget a requester; no desk gives this command, and none is told it."""

    name = "erase_contact"
    is_reversible = False
    contact_id: str


@dataclass(slots=True, kw_only=True)
class Erased:
    """What was taken out, or would be."""

    contact_id: str
    name: str = ""
    tickets: int = 0
    messages: int = 0
    files: int = 0


def find_contacts(connection: Connection, told: str) -> list[str]:
    """Return the ids of the contacts with this id, mail address, telephone number or chat id."""
    same = or_(
        _CONTACT.c.id == told,
        _CONTACT.c.mail == (mail_of(told) or "?"),
        _CONTACT.c.phone == (phone_of(told) or "?"),
        _CONTACT.c.chat == told,
    )
    found = connection.execute(select(_CONTACT.c.id, _CONTACT.c.client_id).where(same))
    return sorted({_owner(contact_id, client_id) for contact_id, client_id in found})


def _owner(contact_id: str, client_id: str) -> str:
    """Return for whom a row stands: the further address of somebody is his."""
    return Contact(id=contact_id, name="", client_id=client_id).stands_for or contact_id


class Erasing:
    """Erases in one workspace; `home` has the contents of attachments, and the list."""

    def __init__(self, database: Database, files: FileFolder, home: Path, clock: Callable[[], int]) -> None:
        self._database, self._files, self._list, self._clock = database, files, home / LIST, clock

    def look(self, contact_id: str) -> Erased:
        """Return what `erase` would take out; nothing changes."""
        his = select(_TICKET.c.id).where(_TICKET.c.requester_id == contact_id)
        tickets = select(_TICKET.c.id).where(or_(_TICKET.c.id.in_(his), _TICKET.c.parent_id.in_(his)))
        messages = or_(_MESSAGE.c.ticket_id.in_(tickets), _MESSAGE.c.author_id == contact_id)
        files = _ATTACHMENT.c.ticket_id.in_(tickets)
        with self._database.reading() as connection:
            name = connection.scalar(select(_CONTACT.c.name).where(_CONTACT.c.id == contact_id))

            def count(table: Table, *which: ColumnElement[bool]) -> int:
                return connection.scalar(select(func.count()).select_from(table).where(*which)) or 0

            return Erased(
                contact_id=contact_id,
                name=name or "",
                tickets=count(_TICKET, _TICKET.c.id.in_(tickets)),
                messages=count(_MESSAGE, messages),
                files=count(_ATTACHMENT, files),
            )

    def erase(self, contact_id: str) -> Erased:
        """Take everything out, for every desk; then the contents that hang on nothing else."""
        done = Erased(contact_id=contact_id)
        handler = _Handler(done)
        self._run(handler)
        with self._database.begin() as connection:
            self._forget_traces(connection, {contact_id, *handler.contact_ids, *handler.ticket_ids})
            counts = {"tickets": done.tickets, "messages": done.messages, "files": done.files}
            audit.record(
                connection, at=self._clock(), actor_id="", action="erase", subject=contact_id, **counts
            )
            kept = set(connection.scalars(select(_ATTACHMENT.c.sha256).distinct()))
        for sha256 in handler.contents - kept:
            self._files.forget(sha256)
        self._write_down(contact_id)
        return done

    def listed(self, path: Path | None = None) -> list[str]:
        """Return who was erased, by the list of this home, or by another one."""
        path = path or self._list
        return path.read_text(encoding="utf-8").split() if path.exists() else []

    def is_there(self, contact_id: str) -> bool:
        """Tell whether there is such a contact, erased or not."""
        with self._database.reading() as connection:
            return connection.scalar(select(_CONTACT.c.id).where(_CONTACT.c.id == contact_id)) is not None

    def _write_down(self, contact_id: str) -> None:
        if contact_id not in self.listed():
            with self._list.open("a", encoding="utf-8") as out:
                out.write(f"{contact_id}\n")

    def _run(self, handler: _Handler) -> None:
        command = EraseContact(contact_id=handler.erased.contact_id)
        submission = Submission(
            mutation=mutation_of(command, uid=new_id(), at=self._clock()),
            client_id=CLIENT_ID,
            actor_kind=Role.SYSTEM,
            command=command,
        )
        (result,) = Ledger(self._database, self._clock, handler, Feed()).apply([submission])
        if result.status is Outcome.REJECTED:
            raise LookupError(f"there is no contact {handler.erased.contact_id}")

    def _forget_traces(self, connection: Connection, named: set[str]) -> None:
        """Empty the receipts and dead letters that tell what was written on these tickets, or of these people."""
        told = select(_RECEIPT.c.client_id, _RECEIPT.c.mid, _RECEIPT.c.params).where(
            _RECEIPT.c.params != "{}"
        )
        for client_id, mid, params in connection.execute(told).all():
            if _names(params, named):
                same = (_RECEIPT.c.client_id == client_id, _RECEIPT.c.mid == mid)
                connection.execute(update(_RECEIPT).where(*same).values(params="{}"))
        for uid, args in connection.execute(select(_DEAD.c.uid, _DEAD.c.args)).all():
            if _names(args, named):
                connection.execute(delete(_DEAD).where(_DEAD.c.uid == uid))


def _names(text: str, ids: Iterable[str]) -> bool:
    return any(one in text for one in ids)


class _Handler:
    """Runs in the ledger in the place of the rulebook."""

    def __init__(self, erased: Erased) -> None:
        self.erased = erased
        self.contact_ids: set[str] = set()
        self.ticket_ids: set[str] = set()
        self.contents: set[str] = set()

    def __call__(self, tx: Transaction, _: Context, command: Command) -> None:
        store = cast("Store", tx)
        contact = store.get(Contact, cast("EraseContact", command).contact_id)
        self.erased.name = contact.name
        # With his further addresses, and with whom he was before contacts were merged.
        for one in (contact, *store.scan(Contact, client_id=standing_for(contact.id))):
            self._erase_contact(store, one)
        self.erased.tickets = len(self.ticket_ids)

    def _erase_contact(self, store: Store, contact: Contact) -> None:
        self.contact_ids.add(contact.id)
        for ticket in self._tickets(store, contact.id):
            self._erase_ticket(store, ticket)
        for message in store.scan(Message, author_id=contact.id):
            if message.ticket_id not in self.ticket_ids:
                self._erase_message(store, message)
        store.put(replace(contact, name=ERASED, mail="", phone="", chat="", source_key=""))

    def _tickets(self, store: Store, contact_id: str) -> Iterator[Ticket]:
        """Yield the tickets that he asked, and their sub-tasks."""
        for ticket in list(store.scan(Ticket, requester_id=contact_id)):
            for one in (ticket, *store.scan(Ticket, parent_id=ticket.id)):
                if one.id not in self.ticket_ids:
                    self.ticket_ids.add(one.id)
                    yield one

    def _erase_ticket(self, store: Store, ticket: Ticket) -> None:
        for message in list(store.scan(Message, ticket_id=ticket.id)):
            self._erase_message(store, message)
        for attachment in list(store.scan(Attachment, ticket_id=ticket.id)):
            self.contents.add(attachment.sha256)
            self.erased.files += 1
            store.delete(Attachment, attachment.id)
        for notice in list(store.scan(Notification, ticket_id=ticket.id)):
            store.put(replace(notice, title=ERASED, text=""))
        for task in list(store.scan(Task, ticket_id=ticket.id)):
            store.put(replace(task, answer=ERASED if task.answer else ""))
        for rating in list(store.scan(Rating, ticket_id=ticket.id)):
            store.put(replace(rating, comment=""))  # R11c
        _erase_events(store, ticket.id)
        answers = tuple(
            replace(one, answer=ERASED if one.answer else "", unknown_because="") for one in ticket.playbook
        )
        words: dict[str, Any] = {name: ERASED if getattr(ticket, name) else "" for name in _WORDS}
        store.put(
            replace(
                ticket,
                title=ERASED,
                fields=(),
                playbook=answers,
                prepared_answer="",
                attachment_count=0,
                **words,
            )
        )

    def _erase_message(self, store: Store, message: Message) -> None:
        self.erased.messages += 1
        store.put(replace(message, body=ERASED, author_name="", source_key="", attachment_ids=()))


def _erase_events(store: Store, ticket_id: str) -> None:
    """Take what was written out of a ticket's history: who did what when, and the figures, stay."""
    events = {event.id: event for event in store.events_on(ticket_id)}
    asked = select(_EVENT.c.id, _EVENT.c.position).where(_EVENT.c.ticket_id == ticket_id)
    positions: dict[str, int] = dict(store.direct.all(asked, {}))
    changed = [told for event in events.values() if (told := _without_words(event)) != event]
    if changed:
        extra = {"ver": store.head.ver}
        store.shelf.save(Event, changed, lambda event: {**extra, "position": positions[event.id]})
        store.written.setdefault(Event, set()).update(event.id for event in changed)


def _without_words(event: Event) -> Event:
    changes = tuple(change for change in event.changes if change[0] not in _TOLD)
    return replace(event, fact=_silent(event.fact), changes=changes)


def _silent(fact: Fact) -> Fact:
    values: dict[str, Any] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name in _SAID and value:
            values[field.name] = ERASED
        elif field.name == "details":
            values[field.name] = ()
    return replace(fact, **values) if values else fact
