"""What the window has the core do: each job runs on the core's thread, and nobody here waits for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from kanbandesk.sync.floor import Floor
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.team import ReturnedCommand

if TYPE_CHECKING:
    from kanbandesk.sync.core import DeskCore
    from kanbandesk.workflow.commands import Command


class Work:
    """The jobs of one desk by name; `hurry` asks the server at once."""

    def __init__(self, floor: Floor, hurry: Callable[[], None]) -> None:
        self._floor, self._thread, self._hurry = floor, floor.thread, hurry

    def open(self) -> Future[None]:
        """Open the core, if that has not happened yet, and tell how it stands."""
        return self._thread.do(self._floor.look)

    def submit(self, command: Command, uid: str) -> Future[Receipt]:
        """Keep a command and guess it; the receipt comes then, or with the server's verdict."""
        receipt: Future[Receipt] = Future()

        def job(core: DeskCore) -> None:
            if receipt.set_running_or_notify_cancel():
                self._floor.take_guess(core, core.submit(command, uid, core.now()), uid, receipt)

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
            self._floor.take_guess(core, guess, uid, receipt)
            if not receipt.done():
                self._floor.waiting.receipts.pop(uid)
                receipt.set_result(Receipt(uid=uid, is_applied=True))

        self._thread.do(job).add_done_callback(lambda done: _pass_on(done, receipt))
        return receipt

    def discard(self, uid: str) -> Future[None]:
        """Forget a returned command."""

        def job(core: DeskCore) -> None:
            core.discard(uid)
            self._floor.look(core)

        return self._thread.do(job)

    def returned(self) -> Future[tuple[ReturnedCommand, ...]]:
        """Return what the server refused."""
        return self._thread.do(lambda core: core.returned())

    def settled(self) -> Future[None]:
        """Come when nothing waits for the server's verdict."""
        settled: Future[None] = Future()

        def job(core: DeskCore) -> None:
            if core.state().pending:
                self._floor.waiting.settled.append(settled)
            else:
                settled.set_result(None)

        self._thread.do(job).add_done_callback(lambda done: _pass_on(done, settled))
        return settled

    def want(self, ticket_id: str) -> Future[None]:
        """Keep a ticket's story; come when a pull has asked for it, or when nobody can be asked."""
        story: Future[None] = Future()

        def job(core: DeskCore) -> None:
            core.want(ticket_id)
            self._floor.waiting.stories.setdefault(ticket_id, []).append(story)
            self._hurry()

        self._thread.do(job).add_done_callback(lambda done: _pass_on(done, story))
        return story

    def touch(self, ticket_id: str) -> None:
        """Remember that a ticket was opened whose story is here, so that it stays."""
        self._thread.do(lambda core: core.want(ticket_id), is_calm=True)

    def wipe(self) -> None:
        """Forget everything, and begin with empty files."""

        def job(core: DeskCore) -> None:
            core.wipe()
            self._floor.is_ready = self._floor.is_open = False
            self._floor.dismiss("The desk was told to forget everything.")

        self._thread.do_last(job).result()
        self.open()

    def close(self) -> None:
        """Let nobody wait any more."""
        self._thread.do(lambda _core: self._floor.dismiss("The desk is closed; what was done is kept."))
        self._thread.close()


def _pass_on(done: Future[None], receipt: Future[Any]) -> None:
    """Tell who waits that the job failed."""
    error = None if done.cancelled() else done.exception()
    if error is not None and not receipt.done():
        receipt.set_exception(error)
