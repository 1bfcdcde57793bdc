"""Guesses: the rulebook run on the replica, by the desk's person, before the server has said anything.

What a guess writes lies over the server's rows until a rebase takes it away and, while its command is still pending,
writes it anew. A refusal is believed only where this desk has everything that the rules looked at.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from kanbandesk.models.actors import acting_agent
from kanbandesk.protocol import story_group
from kanbandesk.sync.entries import Entry
from kanbandesk.sync.replica import Replica
from kanbandesk.sync.shadow import Shadows, ShadowShelf, Written
from kanbandesk.sync.traces import GuessStore, Key, Trace, outputs_of
from kanbandesk.workflow import codes
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.commands import REGISTRY, Command, UndoChange
from kanbandesk.workflow.errors import Invalid, NotFound, Refusal
from kanbandesk.workflow.handlers import handle
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context

log = logging.getLogger(__name__)

FIRST_GUESS: Final = 1 << 52
"""Versions from here on are a guess's: each run takes the next one, so that a card that changes looks changed."""
_EVERYWHERE = frozenset({"Agent", "Client", "Contact", "Line", "Calendar", "Workflow", "Process", "Board"})
"""Kinds of which every desk holds all that its person may see: that one of them is missing is believed."""
_ELSEWHERE = frozenset({"Ticket", "Task", "Notification", "Rating", "mutation", "File", ""})
"""Kinds of which the server may have one that is not here."""
_SAVEPOINT, _ROLLBACK, _RELEASE = "SAVEPOINT guess", "ROLLBACK TO guess", "RELEASE guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """What came of a guess; `refusal` is what the rules said against it, `is_believed` whether that counts here."""

    refusal: Refusal | None = None
    is_believed: bool = True
    written: Written = field(default_factory=dict)
    shelf: ShadowShelf | None = None
    """What was read on the way, good until the transaction ends or something of it is taken back."""


class Guesses:
    """Runs commands on a replica for one person."""

    def __init__(self, replica: Replica, shadows: Shadows, agent_id: str) -> None:
        self._replica = replica
        self._shadows = shadows
        self._agent_id = agent_id
        self._ver = FIRST_GUESS
        self.traces: dict[str, Trace] = {}
        """What each guess that lies on the replica looked at and wrote, by its uid."""
        self.is_behind = False
        """Whether a command was kept whose guess did not get onto the replica: it has to be guessed once more."""
        self._shelf: ShadowShelf | None = None

    def run(self, connection: Connection, command: Command, uid: str, *, at: int, now: int) -> Guessed:
        """Guess what `command` does, in the caller's transaction; what is refused leaves nothing behind."""
        sqlite = self._replica.sqlite
        sqlite.execute(_SAVEPOINT)
        self._shadows.begin()
        shelf, self._shelf = self._shelf or ShadowShelf(connection, self._shadows), None
        shelf.rows = {}
        reads: set[Key] = {("row", "agent", self._agent_id)}
        try:
            context = Context(actor=acting_agent(shelf, self._agent_id), uid=uid, now=now, at=at)
            store = self._store(connection, context, shelf, reads)
            handle(store, context, command)
            store.flush()
        except Refusal as refused:
            refusal: Refusal = refused
            trace = Trace(frozenset(reads), {})
        except (
            Exception
        ) as error:  # a guess's edge: a bug in one blocks neither its command nor those behind it
            if isinstance(error, DBAPIError) and not isinstance(error, IntegrityError):
                raise
            log.warning("The guess of %s failed and is left to the server", command.name, exc_info=True)
            refusal, trace = NotFound(codes.NOT_FOUND, kind="", id=""), Trace()
        else:
            sqlite.execute(_RELEASE)
            self.traces[uid] = Trace(frozenset(reads), outputs_of(shelf))
            return Guessed(written=store.written, shelf=shelf)
        sqlite.execute(_ROLLBACK)
        sqlite.execute(_RELEASE)
        self._shadows.forget()
        self.traces[uid] = trace
        return Guessed(refusal=refusal, is_believed=self.is_believed(refusal, command))

    def run_again(self, connection: Connection, entries: Iterable[Entry], *, now: int) -> Written:
        """Guess once more what entries do; a refusal just drops the guess, since the server decides."""
        written: Written = {}
        for entry in entries:
            command = command_of(entry.name, entry.version, entry.args)
            if command is None:
                self.traces[entry.uid] = Trace(outputs={})
                continue
            guessed = self.run(connection, command, entry.uid, at=entry.at, now=now)
            more = guessed.written if guessed.refusal is None else self.mark(command, entry.uid)
            merge(written, more)
            self._shelf = guessed.shelf
        self._shelf = None
        return written

    def mark(self, command: Command, uid: str) -> Written:
        """Let the tickets of a command without a guess count as touched, so that their cards say "pending"."""
        ids = self.tickets_of(command)
        self._shadows.keep(Ticket, ids)
        trace, rows = self.traces[uid], frozenset(("ticket", one) for one in ids)
        outputs = None if trace.outputs is None else dict.fromkeys(rows)
        self.traces[uid] = Trace(trace.reads, outputs, rows)
        return {Ticket: ids} if ids else {}

    def tickets_of(self, command: Command) -> set[str]:
        """Return the tickets that a command concerns, as far as this desk can tell."""
        if not isinstance(command, UndoChange):
            return named_tickets(command)
        # The trail of settings is on no ticket.
        question = "SELECT DISTINCT ticket_id FROM event WHERE mutation_id = ? AND ticket_id <> ''"
        return {ticket_id for (ticket_id,) in self._replica.sqlite.execute(question, (command.uid,))}

    def seen(self, command: Command) -> dict[str, int]:
        """Return the version at which this desk knows each ticket of a command from the server."""
        seen = {}
        for ticket_id in self.tickets_of(command):
            for table in ("shadow_ticket", "ticket"):
                question = f"SELECT ver FROM {table} WHERE id = ?"  # noqa: S608 - our own words
                row = self._replica.sqlite.execute(question, (ticket_id,)).fetchone()
                if row is not None and row[0] < FIRST_GUESS:
                    seen[ticket_id] = int(row[0])
                    break
        return seen

    def is_believed(self, refusal: Refusal, command: Command) -> bool:
        """Tell whether this desk has all that the rules looked at when they said no.

        What is not here may be on the server: a missing ticket or mutation, a row of a story that is not kept here.
        """
        if isinstance(refusal, NotFound):
            kind = refusal.params.get("kind")
            if kind in _EVERYWHERE:
                return True
            if kind in _ELSEWHERE:
                return False
        tickets = self.tickets_of(command)
        return all(self._is_whole(ticket_id) for ticket_id in tickets)

    def _is_whole(self, ticket_id: str) -> bool:
        """Tell whether the whole story of a ticket is here: kept as such, or of this desk's own making."""
        if story_group(ticket_id) in self._replica.standing.groups:
            return True
        question = (
            "SELECT 1 FROM shadow WHERE kind = 'ticket' AND id = :id"
            " AND NOT EXISTS (SELECT 1 FROM shadow_ticket WHERE id = :id)"
        )
        return self._replica.sqlite.execute(question, {"id": ticket_id}).fetchone() is not None

    def _store(
        self, connection: Connection, context: Context, shelf: ShadowShelf, reads: set[Key]
    ) -> GuessStore:
        self._ver += 1
        return GuessStore(connection, context, self._ver, shelf, reads)


def named_tickets(command: Command) -> set[str]:
    """Return the tickets that a command names as those it is about."""
    named = (getattr(command, name, "") for name in ("ticket_id", "target_id"))
    return {ticket_id for ticket_id in named if ticket_id}


def command_of(name: str, version: int, args: str) -> Command | None:
    """Return a command of the outbox; None when this version of the program does not know it any more."""
    kind = REGISTRY.get(name)
    if kind is None or kind.version != version:
        return None
    try:
        return decode(kind, json.loads(args))
    except Invalid:
        return None


def merge(into: Written, more: Written) -> Written:
    """Add what else was written."""
    for kind, ids in more.items():
        into.setdefault(kind, set()).update(ids)
    return into
