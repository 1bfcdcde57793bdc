"""The team's server without a web framework: what its API, and the simulator, speak to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from sqlalchemy.exc import DBAPIError

from kanbandesk.models.files import FileFolder
from kanbandesk.models.schema import SCHEMA_VERSION
from kanbandesk.protocol import (
    BEHIND,
    BUSY,
    FORBIDDEN,
    MALFORMED,
    MOST_MUTATIONS,
    PAGE,
    PROTOCOL,
    TOO_LARGE,
    TOO_OLD,
    Problem,
    PullAnswer,
    PullRequest,
    PushAnswer,
    PushRequest,
    Result,
)
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import Asked, Feed, Told
from kanbandesk.server.core.leader import Leader
from kanbandesk.server.core.ledger import Ledger, Submission
from kanbandesk.server.core.receipts import source_of
from kanbandesk.server.core.writer import Decided, Writer

OLDEST_PROTOCOL = PROTOCOL
_ID = re.compile(r"[\x21-\x7e]{1,100}")
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]")


class TeamServer:
    """One process's part in a workspace: takes what desks push, and tells them what they have not yet.

    Before `start` it has no threads: a push is decided before `push` returns, timers run only by `leader.lead`.
    """

    def __init__(
        self, database: Database, clock: Callable[[], int], files: FileFolder, *, page: int = PAGE
    ) -> None:
        self.database = database
        self.files = files
        self.clock = clock
        self._feed = Feed(page)
        self.ledger = Ledger(database, clock, feed=self._feed)
        self._writer = Writer(database, self.ledger)
        self.leader = Leader(database, self._writer, clock)

    def start(self) -> None:
        """Start the threads: the writer, and the leader's when this process comes to lead."""
        self._writer.start()
        self.leader.start()

    def close(self) -> None:
        """Decide all that was taken, give the lead away, and close the database."""
        self.leader.close()
        self._writer.close()
        self.database.close()

    def push(self, agent_id: str, request: PushRequest) -> Future[PushAnswer]:
        """Decide an agent's mutations in their order; the future raises Problem where `push` itself does not."""
        check_version(request.protocol, request.schema)
        if len(request.mutations) > MOST_MUTATIONS:
            raise Problem(TOO_LARGE, limit=MOST_MUTATIONS)
        _check_names(agent_id, request)
        if not request.mutations:
            answer: Future[PushAnswer] = Future()
            answer.set_running_or_notify_cancel()
            answer.set_result(self._standing(agent_id, request.client_id))
            return answer
        submissions = [
            Submission(
                mutation=mutation,
                client_id=request.client_id,
                actor_id=agent_id,
                app=_NOT_PLAIN.sub("", request.app)[:100],
            )
            for mutation in request.mutations
        ]
        return self._writer.take(submissions, _answer)

    def submit(self, submission: Submission) -> Future[Result]:
        """Decide one mutation of the server's own: of administration, the portal, mail. Its `mid` is 0."""
        return self._writer.take([submission], lambda decided: decided.results[0])

    def pull(self, agent_id: str, request: PullRequest) -> PullAnswer | None:
        """Return a page of what the desk has not yet; None when there is nothing to tell, so that it may wait."""
        check_version(request.protocol, request.schema)
        try:
            with self.database.reading() as connection:
                return self._feed.pull(connection, agent_id, request, self.clock())
        except DBAPIError as error:
            raise Problem(BUSY, after=1) from error

    def pull_all(self, asked: Sequence[Asked]) -> list[Told]:
        """Answer pulls of several desks as of one moment, each with what `pull` returns or raises."""
        told: list[Told] = [_problem_of(request) for _, request in asked]
        taken = [number for number, problem in enumerate(told) if problem is None]
        try:
            with self.database.reading() as connection:
                pulled = self._feed.pull_all(connection, [asked[number] for number in taken], self.clock())
        except DBAPIError as error:
            raise Problem(BUSY, after=1) from error
        for number, answer in zip(taken, pulled, strict=True):
            told[number] = answer
        return told

    def head(self) -> int:
        """Return the version of the last commit."""
        return self.database.head()

    def subscribe(self, listener: Callable[[int], None]) -> Callable[[], None]:
        """Call `listener` with the head's version after each commit, on the writer's threads; returns how to end it."""
        self._writer.listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._writer.listeners:
                self._writer.listeners.remove(listener)

        return unsubscribe

    def _standing(self, agent_id: str, client_id: str) -> PushAnswer:
        """Return how far a desk has come that pushes nothing."""
        with self.database.reading() as connection:
            source = source_of(connection, client_id)
        if source.agent_id != agent_id and (source.agent_id or source.last_mid):
            raise Problem(FORBIDDEN, action="push")
        return PushAnswer(last_mid=source.last_mid, head=self.head(), results=())


def check_version(protocol: int, schema: int) -> None:
    """Raise Problem: TOO_OLD for a desk that this server does not understand any more, BEHIND for a newer one."""
    if protocol < OLDEST_PROTOCOL:
        raise Problem(TOO_OLD, oldest=OLDEST_PROTOCOL)
    if protocol > PROTOCOL or schema > SCHEMA_VERSION:
        raise Problem(BEHIND)


def _problem_of(request: PullRequest) -> Problem | None:
    try:
        check_version(request.protocol, request.schema)
    except Problem as problem:
        return problem
    return None


def _check_names(agent_id: str, request: PushRequest) -> None:
    """Raise Problem for ids that are none: they are kept even of what is refused."""
    if not agent_id or not _ID.fullmatch(request.client_id):
        raise Problem(MALFORMED, field="client_id")
    for mutation in request.mutations:
        if mutation.mid < 1:
            raise Problem(MALFORMED, field="mid")
        if not _UID.fullmatch(mutation.uid):
            raise Problem(MALFORMED, field="uid")


def _answer(decided: Decided) -> PushAnswer:
    return PushAnswer(last_mid=decided.last_mid, head=decided.head, results=tuple(decided.results))
