"""The ledger: applies mutations exactly once, atomically and one after another. Every write goes through here.

A transaction takes the head first, then runs its mutations, each in a savepoint of its own: what one of them does
wrong never touches the others. Receipts tell for good what became of a mutation; the same uid is never run twice.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kanbandesk.models.actors import acting_agent
from kanbandesk.models.direct import Direct
from kanbandesk.models.engine import Trouble, trouble_of
from kanbandesk.models.head import Head
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.store import Store
from kanbandesk.protocol import Mutation, Outcome, Result
from kanbandesk.server.core.conflicts import check_answers_last_word, overwritten
from kanbandesk.server.core.receipts import Receipts
from kanbandesk.server.core.sight import check_in_sight
from kanbandesk.workflow import codes
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.commands import REGISTRY, Command
from kanbandesk.workflow.errors import Invalid, NotFound, Refusal
from kanbandesk.workflow.people import SYSTEM, Actor, Agent, Role
from kanbandesk.workflow.statuses import DAY, MINUTE
from kanbandesk.workflow.transaction import Context, Transaction

log = logging.getLogger(__name__)

Handler = Callable[[Transaction, Context, Command], None]
Verdict = tuple[Outcome, str, dict[str, str | int | None]]
MOST = 50
"""Mutations in one transaction (group commit)."""
HOLD = 0.050
"""Seconds after which a transaction takes no further mutation."""
PAST, FUTURE = 30 * DAY, 2 * MINUTE
"""How far a desk's own moment may lie from the server's (C1)."""
TRIES = 3
"""After so many a mutation that fails by a fault of the program is refused: it must not block those behind it."""
SAVEPOINT = "SAVEPOINT mutation"
OUTCOME = "outcome"
"""The parameter of a duplicate that tells what had become of the first ("applied", "merged" or "rejected")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A mutation and who brings it; `command` spares the decoding when it comes from this process.

    `fence` keeps a leader's effects from those who lead no longer.
    """

    mutation: Mutation
    client_id: str
    actor_kind: Role = Role.AGENT
    actor_id: str = ""
    command: Command | None = None
    app: str = ""
    fence: Callable[[Connection], None] | None = None


@dataclass(slots=True)
class Commit:
    """What one transaction did: a result for each submission it took, in order, and the ids written, by kind."""

    results: list[Result] = field(default_factory=list)
    written: dict[type[Any], set[str]] = field(default_factory=dict)
    head: int = 0


class Transactions(Protocol):
    """What gives out writing transactions: SQLAlchemy's Engine, or a `Database`."""

    def begin(self) -> AbstractContextManager[Connection]:
        """Return a transaction that is committed at the end of the block."""
        ...


class Recorder(Protocol):
    """The feed: told of every applied mutation inside its savepoint."""

    def record(self, connection: Connection, store: Store, ver: int) -> None:
        """Write down what the groups have at this version."""
        ...


class Ledger:
    """The only way of writing to a workspace, over the one writing connection of this process."""

    def __init__(
        self,
        engine: Transactions,
        clock: Callable[[], int],
        handle: Handler | None = None,
        feed: Recorder | None = None,
    ) -> None:
        self._engine = engine
        self.clock = clock
        self.handle = handle or _rulebook()
        self.feed = feed
        self.timeouts: Counter[str] = Counter()
        """How often a mutation ran out of the database's time."""

    def apply(self, submissions: Sequence[Submission]) -> list[Result]:
        """Apply all of them, in as many transactions as it takes, and return their results in order."""
        results: list[Result] = []
        while len(results) < len(submissions):
            results += self.commit(submissions[len(results) :]).results
        return results

    def commit(self, submissions: Sequence[Submission]) -> Commit:
        """Apply the first of them in one transaction: at most 50, and for no longer than 50 ms.

        When this returns, they are on disk. A fault of the database (full, locked, unreadable) is raised as
        SQLAlchemy's DBAPIError; then nothing was applied. Problem when a desk's numbering is not right.
        """
        with self.transaction() as batch:
            taken = list(itertools.islice(submissions, MOST))
            batch.expect(taken)
            for submission in taken:
                batch.done.results.append(batch.take(submission))
                if batch.is_full:
                    break
        return batch.done

    @contextmanager
    def transaction(self) -> Iterator[Batch]:
        """Open a transaction and take the head; what the batch takes is on disk when the block is left."""
        with self._engine.begin() as connection:
            batch = Batch(connection, self)
            yield batch
            batch.finish()


class Batch:
    """The mutations of one transaction."""

    def __init__(self, connection: Connection, ledger: Ledger) -> None:
        self.done = Commit()
        self.connection = connection
        self._ledger = ledger
        self._head = Head.take(connection)
        self._receipts = Receipts(connection)
        self._direct = Direct(connection)
        self._shelf = Shelf(connection, self._direct)
        self._actors: dict[tuple[Role, str], Actor] = {}
        self._until = time.monotonic() + HOLD
        self._taken = 0

    @property
    def is_full(self) -> bool:
        """Whether the transaction has held the lock for as long, or for as many mutations, as it may."""
        return self._taken >= MOST or (self._taken > 0 and time.monotonic() > self._until)

    def expect(self, submissions: Sequence[Submission]) -> None:
        """Read at once what is known of submissions that `take` will be given."""
        self._receipts.look_up(
            (one.mutation.uid for one in submissions), (one.client_id for one in submissions)
        )

    def last_mid(self, client_id: str) -> int:
        """Return how far a desk has come."""
        return self._receipts.source(client_id).last_mid

    def take(self, submission: Submission) -> Result:
        """Decide one mutation, or tell what was decided when it came before (sync.md 1.3).

        Problem when it is not the desk's next one; then it was not taken. A mutation of a desk that is known under
        another number is a duplicate: not run, but it has a receipt, with what had become of the first.
        """
        mutation = submission.mutation
        self._taken += 1
        if submission.fence is not None:
            submission.fence(self.connection)
        if mutation.mid:
            source = self._receipts.claim(submission.client_id, submission.actor_id, submission.app)
            earlier = self._receipts.earlier(source, mutation)
            if earlier is not None:
                return earlier
        first = self._receipts.known(mutation.uid)
        if first is None:
            return self._decide(submission)
        return self._duplicate(submission, first) if mutation.mid else first

    def finish(self) -> None:
        """Write what the transaction says of itself."""
        self._receipts.write(self._head.now)
        self._head.save(self.connection)
        self.done.head = self._head.ver

    def _duplicate(self, submission: Submission, first: Result) -> Result:
        params = tuple(sorted([*first.params, (OUTCOME, first.status.value)]))
        return self._keep(submission, submission.mutation.mid, Outcome.DUPLICATE, first.code, params)

    def _decide(self, submission: Submission) -> Result:
        self._head.now = max(self._head.now, self._ledger.clock())
        mid = submission.mutation.mid or self.last_mid(submission.client_id) + 1
        before = (self._head.ver, self._head.next_number)
        status, code, params = self._run(submission, mid)
        if status is Outcome.REJECTED:
            self._head.ver, self._head.next_number = before
        told = tuple(sorted((name, storable(value)) for name, value in params.items()))
        return self._keep(submission, mid, status, code, told)

    def _keep(
        self,
        submission: Submission,
        mid: int,
        status: Outcome,
        code: str,
        params: tuple[tuple[str, str | int | None], ...],
    ) -> Result:
        result = Result(
            uid=submission.mutation.uid, mid=mid, status=status, code=code, params=params, ver=self._head.ver
        )
        self._receipts.add(
            submission.mutation,
            result,
            client_id=submission.client_id,
            actor_id=submission.actor_id,
            now=self._head.now,
        )
        return result

    def _run(self, submission: Submission, mid: int) -> Verdict:
        """Run the mutation in a savepoint; whatever goes wrong leaves no trace but the receipt."""
        mutation, before = submission.mutation, (self._head.ver, self._head.next_number)
        for is_last in (False,) * (TRIES - 1) + (True,):
            self._head.ver, self._head.next_number = before
            try:
                with self._direct.together():
                    self._direct.say(SAVEPOINT)
                    store, params = self._execute(submission)
                    self._direct.say(f"RELEASE {SAVEPOINT}")
            except Refusal as refusal:
                self._undo()
                return Outcome.REJECTED, refusal.code, dict(refusal.params)
            except Exception as error:  # the mutation's boundary: a bug in one never blocks those behind it
                if isinstance(error, DBAPIError) and self._is_environments(error, mutation):
                    raise  # nothing is decided, the whole transaction is undone
                self._undo()
                if is_last:
                    log.exception("The mutation %s failed", mutation.name)
                    self._receipts.bury(
                        mutation,
                        client_id=submission.client_id,
                        mid=mid,
                        error=repr(error)[:2000],
                        now=self._head.now,
                    )
            else:
                self._remember(store)
                return (Outcome.MERGED if params else Outcome.APPLIED), "", params
        return Outcome.REJECTED, codes.INTERNAL, {}

    def _is_environments(self, error: DBAPIError, mutation: Mutation) -> bool:
        """Tell whether the database, not the mutation, is at fault; one that always takes too long is."""
        trouble = trouble_of(error)
        if trouble is not Trouble.TIMEOUT:
            return trouble is Trouble.TRANSIENT
        self._ledger.timeouts[mutation.uid] += 1
        return self._ledger.timeouts[mutation.uid] < TRIES

    def _undo(self) -> None:
        self._direct.say(f"ROLLBACK TO {SAVEPOINT}")
        self._direct.say(f"RELEASE {SAVEPOINT}")
        self._shelf = Shelf(self.connection, self._direct)

    def _remember(self, store: Store) -> None:
        for kind, ids in store.written.items():
            self.done.written.setdefault(kind, set()).update(ids)
        if store.written.keys() & {Agent, Contact}:
            self._actors.clear()

    def _execute(self, submission: Submission) -> tuple[Store, dict[str, str | int | None]]:
        self._head.ver += 1
        mutation, now = submission.mutation, self._head.now
        at = min(max(mutation.at, now - PAST), now + FUTURE)
        actor = self._actor(submission)
        command = submission.command or decoded(mutation)
        context = Context(actor=actor, uid=mutation.uid, now=now, at=at)
        store = Store(self.connection, context, self._head, self._shelf.for_mutation())
        check_in_sight(store, actor, command)
        check_answers_last_word(store, command, mutation.seen)
        self._ledger.handle(store, context, command)
        params = overwritten(store, command, mutation.seen)
        store.flush()
        if self._ledger.feed is not None:
            self._ledger.feed.record(self.connection, store, self._head.ver)
        return store, params

    def _actor(self, submission: Submission) -> Actor:
        key = (submission.actor_kind, submission.actor_id)
        if key not in self._actors:
            self._actors[key] = find_actor(self._shelf, submission)
        return self._actors[key]


def storable(value: str | int | None) -> str | int | None:
    """Return a value as both databases and JSON can hold it: without half a sign, of which UTF-8 knows none."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


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
    return acting_agent(shelf, submission.actor_id)


def _rulebook() -> Handler:
    from kanbandesk.workflow.handlers import handle

    return handle
