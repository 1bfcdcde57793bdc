"""The ledger: applies mutations exactly once, atomically and one after another. Every write goes through here.

A transaction takes the head first, then runs its mutations. What they write is gathered and written at the end, so what
is refused never touches the others; when something cannot be written, all is undone and each is decided by itself, in a
savepoint. Receipts tell for good what became of a mutation; the same uid is never run twice.
"""

from __future__ import annotations

import itertools
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kanbandesk.models.actors import acting_agent
from kanbandesk.models.engine import Trouble, trouble_of
from kanbandesk.models.foresight import Foresight
from kanbandesk.models.gathering import Gathering, GatheringShelf
from kanbandesk.models.head import SAVE, Head
from kanbandesk.models.memory import Memory
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.store import Store
from kanbandesk.protocol import Mutation, Outcome, Result
from kanbandesk.server.core.conflicts import check_answers_last_word, overwritten
from kanbandesk.server.core.foreseeing import foreseen, foreseen_behind
from kanbandesk.server.core.names import check_names
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
AHEAD = 6
"""After so many PostgreSQL begins to write them, while the next ones are decided."""
HOLD = 0.050
"""Seconds after which a transaction takes no further mutation."""
PAST, FUTURE = 30 * DAY, 2 * MINUTE
"""How far a desk's own moment may lie from the server's (C1)."""
TRIES = 3
"""After so many a mutation that fails by a fault of the program is refused: it must not block those behind it."""
UNWRITABLE = (DBAPIError, ArithmeticError, ValueError, TypeError)
"""How a driver says that a value or a row cannot be written."""
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
    """The feed: told of every applied mutation; what it writes is kept with that mutation, or not at all."""

    def record(self, store: Store, ver: int) -> None:
        """Write down what the groups have at this version."""
        ...


class Unwritable(Exception):
    """What was gathered cannot be written as a whole: each mutation is to be decided by itself. Nothing was kept."""


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
        self._memory: list[Memory] = []

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
        try:
            return self._commit(submissions)
        except Unwritable:
            return self._commit(submissions, is_careful=True)

    def _commit(self, submissions: Sequence[Submission], *, is_careful: bool = False) -> Commit:
        with self.transaction(is_careful=is_careful) as batch:
            taken = list(itertools.islice(submissions, MOST))
            batch.expect(taken)
            for submission in taken:
                batch.done.results.append(batch.take(submission))
                if batch.is_full:
                    break
        return batch.done

    @contextmanager
    def transaction(self, *, is_careful: bool = False) -> Iterator[Batch]:
        """Open a transaction and take the head; what the batch takes is on disk when the block is left.

        Raises Unwritable, unless it is careful: then each mutation is written before the next one is decided.
        """
        with self._engine.begin() as connection:
            head = Head.take(connection)
            memory = self._remembered(head)
            batch = Batch(connection, self, head, Gathering(connection, memory), is_careful=is_careful)
            try:
                yield batch
                batch.finish()
            finally:
                batch.leave()
        memory.mark(head)
        self._memory = [memory]

    def _remembered(self, head: Head) -> Memory:
        """Return what is known from the transaction before, taken out: it comes back when this one is kept."""
        memory = self._memory.pop() if self._memory else Memory()
        return memory if memory.is_of(head) else Memory()


class Batch:
    """The mutations of one transaction."""

    def __init__(
        self, connection: Connection, ledger: Ledger, head: Head, gathering: Gathering, *, is_careful: bool
    ) -> None:
        self.done = Commit()
        self.connection = connection
        self._ledger = ledger
        self._head = head
        self._gathering = gathering
        self._foresight = Foresight(gathering)
        self._is_careful = is_careful
        self._receipts = Receipts(gathering, connection.dialect.name)
        self._commands: dict[int, tuple[Mutation, Command]] = {}
        self._actors: dict[tuple[Role, str], Actor] = {}
        self._until = time.monotonic() + HOLD
        self._taken = 0

    @property
    def is_full(self) -> bool:
        """Whether the transaction has held the lock for as long, or for as many mutations, as it may."""
        return self._taken >= MOST or (self._taken > 0 and time.monotonic() > self._until)

    def expect(self, submissions: Sequence[Submission]) -> None:
        """Read at once what is known of submissions that `take` will be given, and what they will ask for."""
        asked = self._receipts.asking(
            [one.mutation.uid for one in submissions], [one.client_id for one in submissions]
        )
        commands = [] if self._is_careful else list(self._decodable(submissions))
        if commands:
            agents = (one.actor_id for one in submissions if one.actor_kind is Role.AGENT)
            asked += foreseen(self._foresight, commands, agents)
        with self._shared():
            self._gathering.ask(asked)
            now = max(self._head.now, self._ledger.clock())
            self._gathering.ask(foreseen_behind(self._foresight, self._gathering.memory, commands, now))

    def _decodable(self, submissions: Sequence[Submission]) -> Iterator[Command]:
        for one in submissions:
            with suppress(Refusal):
                yield self._command(one)

    def is_expected(self, submission: Submission) -> bool:
        """Tell whether it was `expect`ed."""
        return self._receipts.has_looked_up(submission.mutation.uid)

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
            self._gathering.direct.settle()
            submission.fence(self.connection)
        if mutation.mid:
            source = self._receipts.claim(submission.client_id, submission.actor_id, submission.app)
            earlier = self._receipts.earlier(source, mutation)
            if earlier is not None:
                return earlier
        first = self._receipts.known(mutation.uid)
        if first is not None:
            return self._duplicate(submission, first) if mutation.mid else first
        result = self._decide(submission)
        if self._taken % AHEAD == 0 and not self._is_careful:
            with self._shared():
                self._gathering.write_ahead()
        return result

    def finish(self) -> None:
        """Write what was gathered, and what the transaction says of itself."""
        self._receipts.finish(self._head.now)
        self._gathering.behind(SAVE, self._head.counters)
        with self._shared():
            self._gathering.write(is_end=True)
        self.done.head = self._head.ver

    def leave(self) -> None:
        """Be done with the connection: the transaction is at its end, or will be undone whatever became of it."""
        with suppress(DBAPIError):
            self._gathering.direct.settle()

    @contextmanager
    def _shared(self) -> Iterator[None]:
        """Do something for all mutations; where one of them may be at fault, each is to be decided by itself."""
        try:
            yield
        except UNWRITABLE as error:
            if self._is_careful or (isinstance(error, DBAPIError) and trouble_of(error) is Trouble.TRANSIENT):
                raise
            raise Unwritable from error

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
        """Run the mutation on a shelf of its own; whatever goes wrong leaves no trace but the receipt."""
        mutation, before = submission.mutation, (self._head.ver, self._head.next_number)
        for is_last in (False,) * (TRIES - 1) + (True,):
            self._head.ver, self._head.next_number = before
            shelf = self._gathering.shelf()
            try:
                if self._is_careful:
                    shelf.secure()
                store, params = self._execute(submission, shelf)
                if self._is_careful:
                    shelf.write()
            except Refusal as refusal:
                self._gathering.drop(shelf)
                return Outcome.REJECTED, refusal.code, dict(refusal.params)
            except Exception as error:  # the mutation's boundary: a bug in one never blocks those behind it
                self._check_trouble(error, mutation)
                self._gathering.drop(shelf)
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
                self._gathering.accept(shelf)
                self._remember(store)
                return (Outcome.MERGED if params else Outcome.APPLIED), "", params
        return Outcome.REJECTED, codes.INTERNAL, {}

    def _check_trouble(self, error: Exception, mutation: Mutation) -> None:
        """Raise what is not the mutation's own fault: then nothing is decided, and the whole transaction is undone.

        Where several share a transaction nobody knows whose fault it is that the database said no.
        """
        is_whole = self._gathering.is_whole
        if isinstance(error, DBAPIError):
            if self._is_environments(error, mutation):
                raise error
            is_whole = is_whole and self._is_careful
        if not is_whole:
            raise Unwritable from error

    def _is_environments(self, error: DBAPIError, mutation: Mutation) -> bool:
        """Tell whether the database, not the mutation, is at fault; one that always takes too long is."""
        trouble = trouble_of(error)
        if trouble is not Trouble.TIMEOUT or not self._is_careful:
            return trouble is Trouble.TRANSIENT
        self._ledger.timeouts[mutation.uid] += 1
        return self._ledger.timeouts[mutation.uid] < TRIES

    def _remember(self, store: Store) -> None:
        for kind, ids in store.written.items():
            self.done.written.setdefault(kind, set()).update(ids)
        if store.written.keys() & {Agent, Contact}:
            self._actors.clear()

    def _execute(
        self, submission: Submission, shelf: GatheringShelf
    ) -> tuple[Store, dict[str, str | int | None]]:
        self._head.ver += 1
        mutation, now = submission.mutation, self._head.now
        at = min(max(mutation.at, now - PAST), now + FUTURE)
        actor = self._actor(submission, shelf)
        command = self._command(submission)
        context = Context(actor=actor, uid=mutation.uid, now=now, at=at)
        store = Store(self.connection, context, self._head, shelf)
        check_in_sight(store, actor, command)
        check_answers_last_word(store, command, mutation.seen)
        self._ledger.handle(store, context, command)
        params = overwritten(store, command, mutation.seen)
        store.flush()
        if self._ledger.feed is not None:
            self._ledger.feed.record(store, self._head.ver)
        return store, params

    def _command(self, submission: Submission) -> Command:
        """Return what a submission carries, decoded once; the same uid may come with something else."""
        mutation = submission.mutation
        if id(mutation) not in self._commands:
            self._commands[id(mutation)] = (mutation, submission.command or decoded(mutation))
        return self._commands[id(mutation)][1]

    def _actor(self, submission: Submission, shelf: Shelf) -> Actor:
        key = (submission.actor_kind, submission.actor_id)
        if key not in self._actors:
            self._actors[key] = find_actor(shelf, submission)
        return self._actors[key]


def storable(value: str | int | None) -> str | int | None:
    """Return a value as both databases and JSON can hold it: without half a sign, of which UTF-8 knows none."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def decoded(mutation: Mutation) -> Command:
    """Return the command that a mutation carries; Invalid when there is no such command or it is malformed."""
    kind = REGISTRY.get(mutation.name)
    if kind is None or kind.version != mutation.version:
        raise Invalid(codes.UNKNOWN_COMMAND, field=mutation.name)
    command = decode(kind, mutation.args)
    check_names(command)
    return command


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
