"""What the desk's threads have the core do, and who waits for what comes of it.

Commands wait for receipts, opened tickets for their stories, whoever asks for the moment when all is settled: all of
them are answered on the core's thread, behind the changes that they belong to.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from kanbandesk.sync.deciding import CoreThread, DeskClosed
from kanbandesk.workflow.cards import Changes, Receipt
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.statuses import DAY, SECOND
from kanbandesk.workflow.team import ReturnedCommand

if TYPE_CHECKING:
    from kanbandesk.protocol import Problem, PullAnswer, PullRequest, PushAnswer, PushRequest
    from kanbandesk.sync.core import Applied, DeskCore, Guess
    from kanbandesk.sync.standing import StatusBoard
    from kanbandesk.workflow.commands import Command

log = logging.getLogger(__name__)

T = TypeVar("T")
SUMS_EVERY = DAY
"""Milliseconds after which this desk's rows are compared with the server's once more."""
TELLING_SKEW = 30 * SECOND
"""Milliseconds from which on a wrong clock is worth telling."""


@dataclass(slots=True)
class Waiting:
    """Who waits, on the core's thread."""

    receipts: dict[str, list[Future[Receipt]]] = field(default_factory=dict)
    stories: dict[str, list[Future[None]]] = field(default_factory=dict)
    settled: list[Future[None]] = field(default_factory=list)

    def everybody(self) -> list[Future[Any]]:
        """Return every future that somebody holds."""
        receipts: list[Future[Any]] = [one for many in self.receipts.values() for one in many]
        stories: list[Future[Any]] = [one for many in self.stories.values() for one in many]
        return [*receipts, *stories, *self.settled]


class Sides:
    """Whom the work is done for: `publish` takes changes, `lose_files` the SHA-256 of contents that nobody names.

    `hurry` asks the server at once, `send` has what is in the outbox sent; `ready` says that there is a board to show.
    """

    publish: Callable[[Changes], None] = staticmethod(lambda _changes: None)
    lose_files: Callable[[tuple[str, ...]], None] = staticmethod(lambda _names: None)
    hurry: Callable[[], None] = staticmethod(lambda: None)
    send: Callable[[], None] = staticmethod(lambda: None)
    ready: Callable[[], None] = staticmethod(lambda: None)


class Work:
    """The core's jobs by name. Those of the network's threads wait for the core; those of the desk do not."""

    def __init__(
        self, thread: CoreThread[DeskCore], status: StatusBoard, sides: Sides, clock: Callable[[], int]
    ) -> None:
        self._thread, self._status, self._sides, self._clock = thread, status, sides, clock
        self._waiting = Waiting()
        self._asked: frozenset[str] = frozenset()
        self._summed_at = clock()
        self.is_open = False
        """Whether the core is open, so that what follows here is known."""
        self.is_ready = False
        """Whether there is a whole board to read."""
        self.is_locked = False
        """Whether the server was not heard for so long that nothing is shown."""
        self.offset = 0
        """Milliseconds by which the server's clock is ahead of this computer's."""

    # -- the desk -----------------------------------------------------------------------------------------------

    def open(self) -> Future[None]:
        """Open the core, if that has not happened yet, and tell how it stands."""
        return self._thread.do(self._look)

    def submit(self, command: Command, uid: str) -> Future[Receipt]:
        """Keep a command and guess it; the receipt comes then, or with the server's verdict."""
        receipt: Future[Receipt] = Future()

        def job(core: DeskCore) -> None:
            if receipt.set_running_or_notify_cancel():
                self._take_guess(core, core.submit(command, uid, core.now()), uid, receipt)

        self._thread.do(job).add_done_callback(lambda done: _pass_on(done, receipt))
        return receipt

    def retry(self, uid: str) -> Future[Receipt]:
        """Send a returned command once more. Where only the server can judge it, the receipt says that it went out."""
        receipt: Future[Receipt] = Future()

        def job(core: DeskCore) -> None:
            receipt.set_running_or_notify_cancel()
            guess = core.retry(uid)
            if guess is None:
                raise NotFound("not_found", kind="mutation", id=uid)
            self._take_guess(core, guess, uid, receipt)
            if not receipt.done():
                self._waiting.receipts.pop(uid)
                receipt.set_result(Receipt(uid=uid, is_applied=True))

        self._thread.do(job).add_done_callback(lambda done: _pass_on(done, receipt))
        return receipt

    def discard(self, uid: str) -> Future[None]:
        """Forget a returned command."""

        def job(core: DeskCore) -> None:
            core.discard(uid)
            self._look(core)

        return self._thread.do(job)

    def returned(self) -> Future[tuple[ReturnedCommand, ...]]:
        """Return what the server refused."""
        return self._thread.do(lambda core: core.returned())

    def settled(self) -> Future[None]:
        """Come when nothing waits for the server's verdict."""
        settled: Future[None] = Future()

        def job(core: DeskCore) -> None:
            if core.state().pending:
                self._waiting.settled.append(settled)
            else:
                settled.set_result(None)

        self._thread.do(job).add_done_callback(lambda done: _pass_on(done, settled))
        return settled

    def want(self, ticket_id: str) -> Future[None]:
        """Keep a ticket's story; come when a pull has asked for it, or when nobody can be asked."""
        story: Future[None] = Future()

        def job(core: DeskCore) -> None:
            core.want(ticket_id)
            self._waiting.stories.setdefault(ticket_id, []).append(story)
            self._sides.hurry()

        self._thread.do(job).add_done_callback(lambda done: _pass_on(done, story))
        return story

    def touch(self, ticket_id: str) -> None:
        """Remember that a ticket was opened whose story is here, so that it stays."""
        self._thread.do(lambda core: core.want(ticket_id), is_calm=True)

    def close(self) -> None:
        """Let nobody wait any more."""
        self._thread.do(lambda _core: self._dismiss("The desk is closed; what was done is kept."))
        self._thread.close()

    # -- the network --------------------------------------------------------------------------------------------

    def next_pull(self, wait: float) -> PullRequest:
        """Return what to ask next."""

        def job(core: DeskCore) -> PullRequest:
            if self._clock() - self._summed_at > SUMS_EVERY:
                self._ask_for_sums(core)
            request = core.next_pull(wait)
            self._asked = frozenset(request.wants)
            return request

        return self._thread.do(job, is_calm=True).result()

    def take(self, answer: PullAnswer) -> bool:
        """Take a page; True when it was the last one and all of it is in place."""

        def stage(core: DeskCore) -> bool:
            is_complete = core.stage(answer)
            if not core.state().is_ready:
                self._look(core)
            return is_complete

        def apply(core: DeskCore) -> None:
            self._take_applied(core, core.apply())

        if not self._thread.do(stage, is_calm=True).result():
            return False
        self._thread.do(apply, is_calm=True).result()
        self._thread.do(self._verify, is_calm=True)
        return True

    def heard(self, *, is_news: bool) -> None:
        """The server was there; without news, what has no receipt is sent once more."""

        def job(core: DeskCore) -> None:
            if not is_news:
                core.take_no_news()
                self._tell_stories(self._asked)
            self._look(core)

        self._thread.do(job, is_calm=True).result()

    def silent(self) -> None:
        """The server is not there: nobody need wait for a story, and a desk without word for long is locked."""

        def job(core: DeskCore) -> None:
            self._tell_stories(frozenset(self._waiting.stories))
            self._look(core)

        self._thread.do(job, is_calm=True).result()

    def pull_refused(self, problem: Problem) -> None:
        """Begin a pull again."""
        self._thread.do(lambda core: core.take_pull_problem(problem), is_calm=True).result()

    def next_push(self) -> PushRequest | None:
        """Return what to send next."""
        return self._thread.do(lambda core: core.next_push()).result()

    def take_push(self, answer: PushAnswer) -> None:
        """Go on behind what the server took."""
        self._thread.do(lambda core: core.take_push_answer(answer)).result()

    def push_refused(self, problem: Problem) -> None:
        """Send something else first, or less at once; what cannot be read at all comes back."""

        def job(core: DeskCore) -> None:
            returned = core.take_push_problem(problem)
            if returned is not None:
                self._answer(Receipt(uid=returned.uid, is_applied=False, code=returned.code))
            self._look(core)

        self._thread.do(job).result()

    def distrust(self) -> None:
        """Compare everything with the server at the next pull."""
        self._thread.do(self._ask_for_sums)

    def wipe(self) -> None:
        """Forget everything, and begin with empty files."""

        def job(core: DeskCore) -> None:
            core.wipe()
            self.is_ready = self.is_open = False
            self._dismiss("The desk was told to forget everything.")

        self._thread.do_last(job).result()
        self.open()

    # -- on the core's thread -----------------------------------------------------------------------------------

    def _take_guess(self, core: DeskCore, guess: Guess, uid: str, receipt: Future[Receipt]) -> None:
        if guess.changes is not None:
            self._sides.publish(guess.changes)
        self._look(core)
        if guess.receipt is None:
            self._waiting.receipts.setdefault(uid, []).append(receipt)
        else:
            receipt.set_result(guess.receipt)
        self._sides.send()

    def _take_applied(self, core: DeskCore, applied: Applied) -> None:
        """Tell what a checkpoint brought: the board first, then whoever waits for his command."""
        if applied.changes is not None:
            self._sides.publish(applied.changes)
        for receipt in applied.receipts:
            self._answer(receipt)
        if applied.lost_files:
            self._sides.lose_files(applied.lost_files)
        self._tell_stories(self._asked)
        self._look(core)
        if applied.is_forked:
            self._sides.send()

    def _answer(self, receipt: Receipt) -> None:
        for future in self._waiting.receipts.pop(receipt.uid, ()):
            future.set_result(receipt)

    def _tell_stories(self, ticket_ids: frozenset[str]) -> None:
        for ticket_id in ticket_ids & self._waiting.stories.keys():
            for future in self._waiting.stories.pop(ticket_id):
                future.set_result(None)

    def _look(self, core: DeskCore) -> None:
        """Tell how the desk stands."""
        state = core.state()
        was_shown = self.is_ready and not self.is_locked
        self.is_ready, self.is_locked, self.offset = state.is_ready, state.is_locked, state.offset
        self.is_open = True
        if self.is_ready and not self.is_locked and not was_shown:
            self._sides.ready()
        skew = -state.offset if abs(state.offset) > TELLING_SKEW else 0
        rows = 0 if state.is_ready else state.rows_loaded
        self._status.change(pending=state.pending, attention=state.attention, rows_loaded=rows, skew=skew)
        if not state.pending:
            settled, self._waiting.settled = self._waiting.settled, []
            for future in settled:
                future.set_result(None)

    def _dismiss(self, reason: str) -> None:
        """Let nobody wait any more."""
        everybody, self._waiting = self._waiting.everybody(), Waiting()
        for future in everybody:
            if not future.done():
                future.set_exception(DeskClosed(reason))

    def _ask_for_sums(self, core: DeskCore) -> None:
        self._summed_at = self._clock()
        core.ask_for_sums()

    def _verify(self, core: DeskCore) -> None:
        """Look at a slice of the rows whose sums the server told, and go on later."""
        from kanbandesk.sync.core import Check

        check = core.verify()
        if check is Check.MORE:
            self._thread.do(self._verify, is_calm=True)
        elif check is Check.DAMAGED:
            log.error("This desk's copy is not what the server has; it is fetched anew")
            self._sides.hurry()


def _pass_on(done: Future[None], receipt: Future[Any]) -> None:
    """Tell who waits that the job failed."""
    error = None if done.cancelled() else done.exception()
    if error is not None and not receipt.done():
        receipt.set_exception(error)
