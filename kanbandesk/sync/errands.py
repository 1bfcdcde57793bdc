"""What the network's threads have the core do; they wait for it, as it is the core's turn then."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from kanbandesk.sync.floor import Floor
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.statuses import DAY

if TYPE_CHECKING:
    from kanbandesk.protocol import Problem, PullAnswer, PullRequest, PushAnswer, PushRequest
    from kanbandesk.sync.core import DeskCore

SUMS_EVERY = DAY
"""Milliseconds after which this desk's rows are compared with the server's once more."""


class Errands:
    """The jobs of pull and push by name. What a pull brings gives way to what the person does."""

    def __init__(self, floor: Floor, clock: Callable[[], int]) -> None:
        self._floor, self._thread, self._clock = floor, floor.thread, clock

    @property
    def is_locked(self) -> bool:
        """Whether the server was not heard for so long that nothing is shown."""
        return self._floor.is_locked

    def next_pull(self, wait: float) -> PullRequest:
        """Return what to ask next."""

        def job(core: DeskCore) -> PullRequest:
            if self._clock() - self._floor.summed_at > SUMS_EVERY:
                self._floor.ask_for_sums(core)
            request = core.next_pull(wait)
            self._floor.asked = frozenset(request.wants)
            return request

        return self._thread.do(job, is_calm=True).result()

    def stage(self, answer: PullAnswer) -> Future[None]:
        """Take a page that others follow; the next one may be fetched meanwhile."""

        def job(core: DeskCore) -> None:
            core.stage(answer)
            if not self._floor.is_ready:
                self._floor.look(core)

        return self._thread.do(job, is_calm=True)

    def take(self, answer: PullAnswer) -> None:
        """Take the last page, and put everything in place."""
        self.stage(answer).result()
        self._thread.do(lambda core: self._floor.take_applied(core, core.apply()), is_calm=True).result()
        self._thread.do(self._floor.verify, is_calm=True)

    def heard(self, *, is_news: bool) -> None:
        """The server was there; without news, what has no receipt is sent once more."""

        def job(core: DeskCore) -> None:
            if not is_news:
                core.take_no_news()
                self._floor.tell_stories(self._floor.asked)
            self._floor.look(core)

        self._thread.do(job, is_calm=True).result()

    def silent(self) -> None:
        """The server is not there: nobody need wait for a story, and a desk without word for long is locked."""

        def job(core: DeskCore) -> None:
            self._floor.tell_stories(frozenset(self._floor.waiting.stories))
            self._floor.look(core)

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
                self._floor.answer(Receipt(uid=returned.uid, is_applied=False, code=returned.code))
            self._floor.look(core)

        self._thread.do(job).result()

    def file_refused(self, uid: str, problem: Problem) -> None:
        """Let an attachment come back whose file is not taken; one that was decided before goes without it."""

        def job(core: DeskCore) -> None:
            if core.take_push_problem(problem, uid) is not None:
                params = tuple(sorted(problem.params.items()))
                self._floor.take_back(
                    core, Receipt(uid=uid, is_applied=False, code=problem.code, params=params)
                )

        self._thread.do(job).result()

    def distrust(self) -> None:
        """Compare everything with the server at the next pull."""
        self._thread.do(self._floor.ask_for_sums)
