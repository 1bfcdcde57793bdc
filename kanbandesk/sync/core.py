"""The desk's side of the sync without threads, network or clock of its own: what the engine and the simulator drive.

Every method belongs to one thread. A fault of the disk is raised as NotSaved; then nothing of the call was done, and
it can be made again. Closing writes nothing, so an object that is dropped leaves its folder as a crash would.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy.exc import DBAPIError

from kanbandesk.models.faults import NotSaved
from kanbandesk.protocol import (
    FORKED,
    GAP,
    MALFORMED,
    RESTART,
    RESYNC,
    TOO_LARGE,
    Problem,
    PullAnswer,
    PullRequest,
    PushAnswer,
    PushRequest,
)
from kanbandesk.sync.checkpoints import Applied, Checkpoints
from kanbandesk.sync.digest import Check
from kanbandesk.sync.guesses import Guesses
from kanbandesk.sync.news import News
from kanbandesk.sync.outbox import Outbox
from kanbandesk.sync.pulling import Pulling
from kanbandesk.sync.pushing import Pushing
from kanbandesk.sync.reading import LOCKED_AFTER
from kanbandesk.sync.rebase import Rebase
from kanbandesk.sync.replica import Replica, delete_database, is_broken
from kanbandesk.sync.sending import Guess, Sending
from kanbandesk.sync.shadow import Shadows
from kanbandesk.sync.tray import shown
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.team import ReturnedCommand

log = logging.getLogger(__name__)

__all__ = ["Applied", "Check", "CoreState", "DeskCore", "Guess"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreState:
    """How the desk stands.

    Until `is_ready` there is no board to read. `rows_loaded` counts the rows of the pull under way. `is_locked`: the
    server was not heard for 14 days. `offset` is by how much its clock is ahead of this computer's (ms).
    """

    is_ready: bool
    pending: int
    attention: int
    rows_loaded: int
    is_locked: bool
    offset: int


class DeskCore:
    """Outbox, replica, guesses and rebase of one person's desk in one folder."""

    def __init__(
        self,
        folder: Path,
        *,
        agent_id: str,
        clock: Callable[[], int],
        name: str = "",
        ids: Callable[[], str] = new_id,
        fault: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Open the desk's files, or make them, and bring the replica to the one rule: server's rows, pending on top.

        `clock` is this computer's (UTC ms), `name` the workspace's for the window's title, `ids` makes new ids.
        `fault` is called at each step that a crash could come between, by the step's name.
        """
        self.replica_path = folder / "replica.db"
        """From where boards, tickets and words are read while `state().is_ready`, as from a solo board.db."""
        self._folder, self._clock, self._ids = folder, clock, ids
        with _faults(folder):
            self._outbox = Outbox(folder / "outbox.db", client_id=ids(), agent_id=agent_id)
            parts = _Parts.open(
                self._outbox, self.replica_path, agent_id, name=name, clock=clock, ids=ids, fault=fault
            )
            self._replica, self._sending = parts.replica, parts.sending
            self._pulling, self._checkpoints = parts.pulling, parts.checkpoints
            self._pushing = Pushing(self._outbox)

    # -- the desk -----------------------------------------------------------------------------------------------

    def now(self) -> int:
        """Return the server's present as this desk knows it (UTC ms)."""
        return self._clock() + self._replica.standing.offset

    def state(self) -> CoreState:
        """Return how the desk stands."""
        standing = self._replica.standing
        return CoreState(
            is_ready=self._replica.is_ready,
            pending=self._outbox.pending_count(),
            attention=self._outbox.attention_count(),
            rows_loaded=self._pulling.staging.rows,
            is_locked=self._replica.is_ready and self._clock() - standing.heard_at > LOCKED_AFTER,
            offset=standing.offset,
        )

    def submit(self, command: Command, uid: str, at: int) -> Guess:
        """Keep a command for the server, down to the disk, and guess what it does; `at` is its moment by `now()`.

        Refused at once, and not kept, when the rules say no and this desk has all that they looked at. The same `uid`
        is kept only once.
        """
        with _faults(self._folder):
            return self._sending.submit(command, uid, at, self.now())

    def want(self, ticket_id: str) -> bool:
        """Keep the story of a ticket from the next pull on; True when a pull that is waiting should be asked anew."""
        with _faults(self._folder), self._replica.writing():
            return self._replica.want([ticket_id])

    def close(self) -> None:
        """Close the files. Nothing is written: all that counts is on the disk already."""
        self._replica.close()
        self._outbox.close()

    def wipe(self) -> None:
        """Delete everything that this desk holds, and close it: the server has told it to forget."""
        self.close()
        delete_database(self._folder / "replica.db")
        delete_database(self._folder / "outbox.db")

    # -- push ---------------------------------------------------------------------------------------------------

    def next_push(self) -> PushRequest | None:
        """Return what to send next, None when the server has been told of everything."""
        return self._pushing.request()

    def take_push_answer(self, answer: PushAnswer) -> None:
        """Go on behind what the server has decided; verdicts count only when a pull brings them."""
        with _faults(self._folder):
            if not self._pushing.taken(answer):
                self._checkpoints.fork(self.now())

    def take_push_problem(self, problem: Problem, uid: str = "") -> ReturnedCommand | None:
        """Answer `gap` and `forked`; what the server cannot read is sent alone, and then returned to its person.

        So is the pending command `uid`, which cannot be sent. Other problems change nothing: all is sent again later.
        """
        if self._pushing.is_outdated:
            return None
        with _faults(self._folder):
            if uid:
                entry = self._outbox.find(uid)
                if entry is None or not entry.is_pending:
                    return None
                returned = self._checkpoints.return_unreadable(entry, problem, self.now())
                self._checkpoints.fork(self.now())  # what follows has to be numbered anew
                return returned
            if problem.code == GAP:
                expect = problem.params.get("expect")
                if not (isinstance(expect, int) and self._pushing.go_back_to(expect)):
                    self._checkpoints.fork(self.now())
            elif problem.code == FORKED:
                self._checkpoints.fork(self.now())
            elif problem.code in (MALFORMED, TOO_LARGE):
                return self._checkpoints.return_unreadable(
                    self._pushing.not_understood(), problem, self.now()
                )
            return None

    # -- pull ---------------------------------------------------------------------------------------------------

    def next_pull(self, wait: float = 0) -> PullRequest:
        """Return what to ask the feed; `wait` in seconds, which counts only for a pull's first page."""
        with _faults(self._folder):
            return self._pulling.request(wait)

    def ask_for_sums(self) -> None:
        """Compare this desk's rows with the server's after the next pull: daily, and after a long sleep."""
        self._pulling.wants_digest = True

    def stage(self, answer: PullAnswer) -> bool:
        """Take a page, some milliseconds of work; True when the checkpoint is whole and `apply` is due."""
        with _faults(self._folder):
            return self._pulling.take(answer)

    def apply(self) -> Applied:
        """Put the checkpoint under what is pending, in one transaction, and tell what that means."""
        with _faults(self._folder):
            applied = self._checkpoints.apply(self._pulling, self._clock())
            cursor = self._replica.standing.cursor
            self._pushing.seen(cursor.ver if cursor else 0)
            return applied

    def take_no_news(self) -> None:
        """Hear from the server that there is nothing new; what has no receipt yet is sent once more."""
        with _faults(self._folder):
            self._checkpoints.heard(self._clock())
            self._pushing.resend()

    def take_pull_problem(self, problem: Problem) -> None:
        """Begin the pull again after `restart`, and from nothing after `resync`; other problems change nothing."""
        with _faults(self._folder):
            if problem.code in (RESTART, RESYNC):
                self._pulling.begin_again(is_whole=problem.code == RESYNC)

    def verify(self, rows: int = 200) -> Check:
        """Look at some rows of a copy whose sums were asked for; DAMAGED when they differ: the next pull is whole.

        To be called behind each checkpoint, when nobody waits: a log that has grown goes into the file then.
        """
        with _faults(self._folder):
            self._replica.bring_in_log()
        check = self._checkpoints.verification.step(rows)
        if check is Check.DAMAGED:
            with _faults(self._folder):
                self._pulling.begin_again(is_whole=True)
        return check

    # -- what came back -----------------------------------------------------------------------------------------

    def returned(self) -> tuple[ReturnedCommand, ...]:
        """Return what the server refused and nobody has dismissed yet, in the order in which it was given."""
        return tuple(command for one in self._outbox.returned() if (command := shown(one)) is not None)

    def retry(self, uid: str) -> Guess | None:
        """Send a returned command once more, as a new one, with all that followed from it; None when there is none."""
        with _faults(self._folder):
            return self._sending.retry(uid, self._ids, self.now())

    def discard(self, uid: str) -> None:
        """Forget a returned command and all that followed from it."""
        with _faults(self._folder):
            self._sending.discard(uid)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What works on an open replica."""

    replica: Replica
    sending: Sending
    pulling: Pulling
    checkpoints: Checkpoints

    @classmethod
    def open(
        cls,
        outbox: Outbox,
        path: Path,
        agent_id: str,
        *,
        name: str,
        clock: Callable[[], int],
        ids: Callable[[], str],
        fault: Callable[[str], None],
    ) -> Self:
        """Open the replica and recover it; a damaged one is made anew, since all of it comes with the next pull."""
        replica = Replica(path, agent_id=agent_id, name=name)
        shadows = Shadows(replica.sqlite)
        guesses = Guesses(replica, shadows, agent_id)
        news = News(replica, shadows)
        rebase = Rebase(replica, outbox, shadows, guesses, fault)
        try:
            if replica.is_ready:
                rebase.recover(clock() + replica.standing.offset)
        except (sqlite3.DatabaseError, DBAPIError) as error:
            replica.close()
            if not is_broken(error):
                raise
            log.warning("The replica is damaged and is made anew: %s", error)
            delete_database(path)
            return cls.open(outbox, path, agent_id, name=name, clock=clock, ids=ids, fault=fault)
        sending = Sending(replica, outbox, shadows, guesses, news, fault)
        return cls(replica, sending, Pulling(replica, outbox), Checkpoints(rebase, news, ids))


@contextmanager
def _faults(folder: Path) -> Iterator[None]:
    """Turn what the database complains of into a plain sentence."""
    try:
        yield
    except DBAPIError as error:
        raise NotSaved(folder, str(error.orig)) from error
    except sqlite3.Error as error:
        raise NotSaved(folder, str(error)) from error
