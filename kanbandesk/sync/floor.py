"""What happens on the thread that owns the core: changes and receipts are told, and who waits is answered.

Commands wait for receipts, opened tickets for their stories, whoever asks for the moment when all is settled: all of
them are answered behind the changes that they belong to.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kanbandesk.sync.deciding import CoreThread, DeskClosed
from kanbandesk.workflow.cards import Changes, Receipt
from kanbandesk.workflow.statuses import SECOND

if TYPE_CHECKING:
    from kanbandesk.sync.core import Applied, DeskCore, Guess
    from kanbandesk.sync.standing import StatusBoard

log = logging.getLogger(__name__)

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


class Floor:
    """Told by the jobs on the core's thread what came of them; the flags may be read on any."""

    def __init__(
        self, thread: CoreThread[DeskCore], status: StatusBoard, sides: Sides, clock: Callable[[], int]
    ) -> None:
        self.thread = thread
        self._status, self._sides, self._clock = status, sides, clock
        self.waiting = Waiting()
        self.asked: frozenset[str] = frozenset()
        """The tickets whose stories the last pull asked for."""
        self.summed_at = clock()
        self.is_open = False
        """Whether the core is open, so that what follows here is known."""
        self.is_ready = False
        """Whether there is a whole board to read."""
        self.is_locked = False
        """Whether the server was not heard for so long that nothing is shown."""
        self.offset = 0
        """Milliseconds by which the server's clock is ahead of this computer's."""

    def take_guess(self, core: DeskCore, guess: Guess, uid: str, receipt: Future[Receipt]) -> None:
        """Have a command sent, and tell what it did here."""
        self._sides.send()
        if guess.changes is not None:
            self._sides.publish(guess.changes)
        self.look(core)
        if guess.receipt is None:
            self.waiting.receipts.setdefault(uid, []).append(receipt)
        else:
            receipt.set_result(guess.receipt)

    def take_applied(self, core: DeskCore, applied: Applied) -> None:
        """Tell what a checkpoint brought: the board first, then whoever waits for his command."""
        if applied.changes is not None:
            self._sides.publish(applied.changes)
        for receipt in applied.receipts:
            self.answer(receipt)
        if applied.lost_files:
            self._sides.lose_files(applied.lost_files)
        self.tell_stories(self.asked)
        self.look(core)
        if applied.is_forked:
            self._sides.send()

    def take_back(self, core: DeskCore, receipt: Receipt) -> None:
        """Tell of a command that came back before the server had seen it: what was guessed of it is gone."""
        self._sides.publish(Changes(is_reload=True))
        self.answer(receipt)
        self.look(core)

    def answer(self, receipt: Receipt) -> None:
        """Tell whoever waits for a verdict."""
        for future in self.waiting.receipts.pop(receipt.uid, ()):
            future.set_result(receipt)

    def tell_stories(self, ticket_ids: frozenset[str]) -> None:
        """Tell whoever waits for one of these stories that there is no more to come."""
        for ticket_id in ticket_ids & self.waiting.stories.keys():
            for future in self.waiting.stories.pop(ticket_id):
                future.set_result(None)

    def look(self, core: DeskCore) -> None:
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
            settled, self.waiting.settled = self.waiting.settled, []
            for future in settled:
                future.set_result(None)

    def dismiss(self, reason: str) -> None:
        """Let nobody wait any more."""
        everybody, self.waiting = self.waiting.everybody(), Waiting()
        for future in everybody:
            if not future.done():
                future.set_exception(DeskClosed(reason))

    def ask_for_sums(self, core: DeskCore) -> None:
        """Compare this desk's rows with the server's after the next pull."""
        self.summed_at = self._clock()
        core.ask_for_sums()

    def verify(self, core: DeskCore) -> None:
        """Look at a slice of the rows whose sums the server told, and go on later."""
        from kanbandesk.sync.core import Check

        check = core.verify()
        if check is Check.MORE:
            self.thread.do(self.verify, is_calm=True)
        elif check is Check.DAMAGED:
            log.error("This desk's copy is not what the server has; it is fetched anew")
            self._sides.hurry()
