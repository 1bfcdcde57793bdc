"""The writing thread: it owns the home's only writing connection and decides commands in the order they come.

Commands go before everything else; then what the timers have due; then the look over the file, which gives way to any
command. Several waiting commands share one transaction.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kanbandesk.models.faults import NotSaved
from kanbandesk.workflow.cards import Changes, Receipt

if TYPE_CHECKING:
    from kanbandesk.app.homes import Home
    from kanbandesk.protocol import Result
    from kanbandesk.server.core.ledger import Commit, Submission
    from kanbandesk.server.core.workspace import Workspace
    from kanbandesk.workflow.commands import Command

log = logging.getLogger(__name__)

CLIENT_ID = "desk"
MOST = 50
"""Commands taken at once; as many as the ledger puts into one transaction."""
LONGEST_SLEEP = 60_000
"""Milliseconds after which the clock is looked at again: a computer may have slept meanwhile."""


QUIET = 5.0
"""Seconds of rest after a command interrupted the look over the file."""


@dataclass(slots=True)
class Order:
    """A command on its way, and where its receipt is awaited."""

    command: Command
    uid: str
    at: int
    future: Future[Receipt] = field(default_factory=Future)

    def submission(self, agent_id: str) -> Submission:
        """Return what the ledger takes."""
        from kanbandesk.protocol import mutation_of
        from kanbandesk.server.core.ledger import Submission

        return Submission(
            mutation=mutation_of(self.command, uid=self.uid, at=self.at),
            client_id=CLIENT_ID,
            actor_id=agent_id,
            command=self.command,
        )


class DeskClosed(RuntimeError):
    """The desk takes nothing more."""


class WritingThread:
    """Starts with the first command or `warm_up`; `publish` is called on it with every batch of changes."""

    def __init__(self, home: Home, publish: Callable[[Changes], None]) -> None:
        self._home = home
        self._publish = publish
        self._condition = threading.Condition()
        self._orders: deque[Order] = deque()
        self._in_hand: list[Order] = []
        self._check: Future[tuple[str, ...]] | None = None
        self._is_closing = False
        self._thread: threading.Thread | None = None
        self._check_from = 0.0
        self._next_due: int | None = None

    def take(self, order: Order) -> None:
        """Put a command behind those that wait; its future is resolved on this thread."""
        with self._condition:
            if self._is_closing:
                order.future.set_exception(DeskClosed("The desk is closed."))
                return
            self._orders.append(order)
            self._wake()

    def warm_up(self) -> Future[tuple[str, ...]]:
        """Start the thread, its timers and the look over the file; the future tells what that found wrong."""
        with self._condition:
            if self._check is None:
                self._check = Future()
                self._wake()
            return self._check

    def close(self) -> None:
        """Decide all that was taken, then stop."""
        with self._condition:
            self._is_closing = True
            self._condition.notify()
        if self._thread is not None:
            self._thread.join()

    def _wake(self) -> None:
        if self._thread is None and not self._is_closing:
            self._thread = threading.Thread(target=self._run, name="desk-writing")
            self._thread.start()
        self._condition.notify()

    # -- on the thread ----------------------------------------------------------------------------------------

    def _run(self) -> None:
        workspace = None
        try:
            workspace = self._open()
            self._work(workspace)
        except Exception as error:  # the thread's boundary: whoever waits is told
            log.exception("The writing thread stopped")
            self._give_up(error)
        finally:
            if self._check is not None:
                self._check.cancel()  # nobody looks over the file any more
            if workspace is not None:
                workspace.close()

    def _open(self) -> Workspace:
        from kanbandesk.server.core.workspace import Workspace

        return Workspace(self._home.board_path, self._home.now)

    def _work(self, workspace: Workspace) -> None:
        """Catch up with the timers (in due order, before new commands), then do the most urgent until closed."""
        while self._run_timers(workspace):
            pass
        while True:
            with self._condition:
                self._condition.wait_for(self._has_work, self._patience())
                orders = [self._orders.popleft() for _ in range(min(len(self._orders), MOST))]
                is_closing = self._is_closing
            if orders:
                self._decide(workspace, orders)
            elif is_closing:
                return
            elif self._is_due():
                self._run_timers(workspace)
            elif self._is_check_wanted():
                self._look_over(workspace)

    def _has_work(self) -> bool:
        return bool(self._orders) or self._is_closing or self._is_due() or self._is_check_wanted()

    def _is_due(self) -> bool:
        return self._next_due is not None and self._next_due < self._home.now()

    def _is_check_wanted(self) -> bool:
        return self._check is not None and not self._check.done() and time.monotonic() >= self._check_from

    def _patience(self) -> float | None:
        """Return for how many seconds there may be nothing to do; None for as long as no command comes."""
        waits = []
        if self._next_due is not None:
            waits.append(min(self._next_due + 1 - self._home.now(), LONGEST_SLEEP) / 1000)
        if self._check is not None and not self._check.done():
            waits.append(self._check_from - time.monotonic())
        return max(min(waits), 0.001) if waits else None

    def _decide(self, workspace: Workspace, orders: list[Order]) -> None:
        """Commit the orders' commands and tell the outcome: first the changes, then the receipts."""
        self._in_hand = [order for order in orders if order.future.set_running_or_notify_cancel()]
        while self._in_hand:
            try:
                commit = workspace.commit([order.submission(self._home.me) for order in self._in_hand])
            except NotSaved as fault:
                self._fail(fault)
                return
            decided, self._in_hand = (
                self._in_hand[: len(commit.results)],
                self._in_hand[len(commit.results) :],
            )
            try:
                self._tell(workspace, commit)
            finally:  # they are on the disk, whatever becomes of the telling
                for order, result in zip(decided, commit.results, strict=True):
                    order.future.set_result(_receipt(order.command, result))

    def _tell(self, workspace: Workspace, commit: Commit) -> None:
        """Publish what a commit changed."""
        try:
            changes = workspace.changes(commit)
            if changes is not None:
                self._publish(changes)
                self._next_due = workspace.next_due()
        except NotSaved:
            log.exception("What was saved could not be read back")

    def _run_timers(self, workspace: Workspace) -> bool:
        """Do what is due, as far as one transaction takes it; tell whether there was anything."""
        try:
            due = workspace.due()
            if due:
                self._tell(workspace, workspace.commit(due))
            self._next_due = workspace.next_due()
        except NotSaved:
            log.exception("What was due could not be written; it is tried again in a minute")
            self._next_due = self._home.now() + LONGEST_SLEEP
            return False
        return bool(due)

    def _fail(self, error: Exception) -> None:
        for order in self._in_hand:
            order.future.set_exception(error)
        self._in_hand = []

    def _look_over(self, workspace: Workspace) -> None:
        assert self._check is not None
        found = workspace.check(lambda: bool(self._orders) or self._is_closing)
        if found is None:
            self._check_from = time.monotonic() + QUIET
        else:
            self._check.set_result(found)

    def _give_up(self, error: Exception) -> None:
        """Tell everybody who waits that this thread does no more."""
        with self._condition:
            self._is_closing = True
            self._in_hand += [order for order in self._orders if order.future.set_running_or_notify_cancel()]
            self._orders.clear()
            check = self._check
        self._fail(error)
        if check is not None and not check.done():
            check.set_exception(error)


def _receipt(command: Command, result: Result) -> Receipt:
    from kanbandesk.protocol import Outcome
    from kanbandesk.workflow.handlers import is_undoable

    is_applied = result.status in (Outcome.APPLIED, Outcome.MERGED)
    return Receipt(
        uid=result.uid,
        is_applied=is_applied,
        code=result.code,
        params=result.params,
        is_undoable=is_applied and is_undoable(command),
    )
