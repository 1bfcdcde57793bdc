"""The ledger: applies mutations exactly once, atomically and one after another. Every write goes through here.

A transaction takes the head first, then runs its mutations, each in a savepoint of its own: what one of them does
wrong never touches the others. Receipts tell for good what became of a mutation; the same uid is never run twice.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from kanbandesk.models.head import Head
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.store import Store
from kanbandesk.protocol import Mutation, Outcome, Result
from kanbandesk.server.core.receipts import Receipts, known_result
from kanbandesk.workflow import codes
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.commands import REGISTRY, Command
from kanbandesk.workflow.errors import Invalid, NotAllowed, NotFound, Refusal
from kanbandesk.workflow.people import SYSTEM, Actor, Agent, Role, actor_of
from kanbandesk.workflow.statuses import DAY, MINUTE
from kanbandesk.workflow.transaction import Context, Transaction

log = logging.getLogger(__name__)

Handler = Callable[[Transaction, Context, Command], None]
MOST = 50
"""Mutations in one transaction (group commit)."""
HOLD = 0.050
"""Seconds after which a transaction takes no further mutation."""
PAST, FUTURE = 30 * DAY, 2 * MINUTE
"""How far a desk's own moment may lie from the server's (C1)."""
INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A mutation and who brings it; `command` spares the decoding when it comes from this process."""

    mutation: Mutation
    client_id: str
    actor_kind: Role = Role.AGENT
    actor_id: str = ""
    command: Command | None = None


@dataclass(slots=True)
class Commit:
    """What one transaction did: a result for each submission it took, in order, and the ids written, by kind."""

    results: list[Result] = field(default_factory=list)
    written: dict[type[Any], set[str]] = field(default_factory=dict)


class Ledger:
    """The only way of writing to a workspace, over the one writing connection of this process."""

    def __init__(self, engine: Engine, clock: Callable[[], int], handle: Handler | None = None) -> None:
        self._engine = engine
        self._clock = clock
        self._handle = handle or _rulebook()

    def apply(self, submissions: Sequence[Submission]) -> list[Result]:
        """Apply all of them, in as many transactions as it takes, and return their results in order."""
        results: list[Result] = []
        while len(results) < len(submissions):
            results += self.commit(submissions[len(results) :]).results
        return results

    def commit(self, submissions: Sequence[Submission]) -> Commit:
        """Apply the first of them in one transaction: at most 50, and for no longer than 50 ms.

        When this returns, they are on disk. A fault of the database (full, locked, unreadable) is raised as
        SQLAlchemy's DBAPIError; then nothing was applied.
        """
        done = Commit()
        with self._engine.begin() as connection:
            batch = _Batch(connection, self._clock, self._handle, done)
            started = time.monotonic()
            for submission in itertools.islice(submissions, MOST):
                batch.take(submission)
                if time.monotonic() - started > HOLD:
                    break
            batch.finish()
        return done


class _Batch:
    """The mutations of one transaction."""

    def __init__(
        self, connection: Connection, clock: Callable[[], int], handle: Handler, done: Commit
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._handle = handle
        self._done = done
        self._head = Head.take(connection)
        self._receipts = Receipts(connection)
        self._decided: dict[str, Result] = {}

    def take(self, submission: Submission) -> None:
        """Decide one mutation: its old receipt when it was decided before."""
        uid = submission.mutation.uid
        result = self._decided.get(uid) or known_result(self._connection, uid)
        if result is None:
            result = self._decide(submission)
            self._decided[uid] = result
        self._done.results.append(result)

    def finish(self) -> None:
        """Write what the transaction says of itself."""
        self._receipts.write(self._head.now)
        self._head.save(self._connection)

    def _decide(self, submission: Submission) -> Result:
        self._head.now = max(self._head.now, self._clock())
        mid = submission.mutation.mid or self._receipts.next_mid(submission.client_id)
        before = (self._head.ver, self._head.next_number)
        status, code, params = self._run(submission)
        if status is not Outcome.APPLIED:
            self._head.ver, self._head.next_number = before
        result = Result(
            uid=submission.mutation.uid,
            mid=mid,
            status=status,
            code=code,
            params=tuple(sorted(params.items())),
            ver=self._head.ver,
        )
        self._receipts.add(
            submission.mutation,
            result,
            client_id=submission.client_id,
            actor_id=submission.actor_id,
            now=self._head.now,
        )
        return result

    def _run(self, submission: Submission) -> tuple[Outcome, str, dict[str, str | int | None]]:
        """Run the mutation in a savepoint; whatever goes wrong leaves no trace but the receipt."""
        savepoint = self._connection.begin_nested()
        try:
            store = self._execute(submission)
        except Refusal as refusal:
            savepoint.rollback()
            return Outcome.REJECTED, refusal.code, dict(refusal.params)
        except DBAPIError as error:
            if not isinstance(error, IntegrityError):
                raise  # the environment's fault: nothing is decided, the whole transaction is undone
            savepoint.rollback()
            log.exception("The mutation %s broke a constraint", submission.mutation.name)
            return Outcome.REJECTED, INTERNAL, {}
        except Exception:  # the mutation's boundary: a bug in one never blocks those behind it
            savepoint.rollback()
            log.exception("The mutation %s failed", submission.mutation.name)
            return Outcome.REJECTED, INTERNAL, {}
        savepoint.commit()
        for kind, ids in store.written.items():
            self._done.written.setdefault(kind, set()).update(ids)
        return Outcome.APPLIED, "", {}

    def _execute(self, submission: Submission) -> Store:
        self._head.ver += 1
        mutation, now = submission.mutation, self._head.now
        at = min(max(mutation.at, now - PAST), now + FUTURE)
        actor = find_actor(Shelf(self._connection), submission)
        store = Store(self._connection, Context(actor=actor, uid=mutation.uid, now=now, at=at), self._head)
        self._handle(store, store.context, submission.command or decoded(mutation))
        store.flush()
        return store


def decoded(mutation: Mutation) -> Command:
    """Return the command that a mutation carries; Invalid when there is no such command or it is malformed."""
    kind = REGISTRY.get(mutation.name)
    if kind is None or kind.version != mutation.version:
        raise Invalid(codes.UNKNOWN_COMMAND, field=mutation.name)
    return decode(kind, mutation.args)


def find_actor(shelf: Shelf, submission: Submission) -> Actor:
    """Return who acts, as the workspace knows that person now: rights are judged when a mutation runs.

    NotFound when there is no such person, NotAllowed when the agent does not work here any more.
    """
    if submission.actor_kind is Role.SYSTEM:
        return SYSTEM
    if submission.actor_kind is Role.REQUESTER:
        contact = shelf.read(Contact, submission.actor_id)
        if contact is not None:
            return Actor(Role.REQUESTER, contact.id, (Role.REQUESTER,))
        raise NotFound(codes.NOT_FOUND, kind="Contact", id=submission.actor_id)
    agent = shelf.read(Agent, submission.actor_id)
    if agent is None:
        raise NotFound(codes.NOT_FOUND, kind="Agent", id=submission.actor_id)
    if not agent.is_active:
        raise NotAllowed(codes.AGENT_INACTIVE, agent_id=agent.id)
    return actor_of(agent)


def _rulebook() -> Handler:
    from kanbandesk.workflow.handlers import handle

    return handle
