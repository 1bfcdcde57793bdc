"""Ways to a server without a network: straight into one in this process, and one on which everything goes wrong.

They ship with the program, as the simulator and the tests drive the real desk over them.
"""

from __future__ import annotations

import random
import shutil
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import GONE, Problem, PullAnswer, PullRequest, PushAnswer, PushRequest
from kanbandesk.sync.reach import Transport, Unreachable, WantedFiles
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.team import Presence

T = TypeVar("T")


class Server(Protocol):
    """What the transport needs of `TeamServer`."""

    def push(self, agent_id: str, request: PushRequest) -> Future[PushAnswer]:
        """Decide mutations."""
        ...

    def pull(self, agent_id: str, request: PullRequest) -> PullAnswer | None:
        """Return a page, None when there is nothing to tell; never waits."""
        ...

    def subscribe(self, listener: Callable[[int], None]) -> Callable[[], None]:
        """Call `listener` with the new head after each commit."""
        ...


class InProcessTransport:
    """The desk of one agent, straight at a server in this process. `present` is shared by those who see each other."""

    def __init__(
        self,
        server: Server,
        agent_id: str,
        *,
        files: FileFolder | None = None,
        present: dict[str, Presence] | None = None,
    ) -> None:
        self._server, self._agent_id = server, agent_id
        self._files = files
        self._present = {} if present is None else present
        self._woken = threading.Event()
        self._is_interrupted = False
        self._is_closed = False
        self._unsubscribe = server.subscribe(self._wake)

    @property
    def warning(self) -> str:
        """There is nothing to warn of."""
        return ""

    def push(self, request: PushRequest) -> PushAnswer:
        """Bring mutations to the ledger."""
        self._check()
        return self._server.push(self._agent_id, request).result()

    def pull(self, request: PullRequest) -> PullAnswer | None:
        """Ask for what is new, waiting as long as the request says."""
        deadline = time.monotonic() + request.wait
        while True:
            self._check()
            self._woken.clear()
            answer = self._server.pull(self._agent_id, request)
            left = deadline - time.monotonic()
            if answer is not None or self._is_interrupted or left <= 0:
                return answer
            self._woken.wait(left)

    def rearm(self) -> None:
        """Let the next pull wait again."""
        self._is_interrupted = False

    def interrupt(self) -> None:
        """End the pull that waits."""
        self._is_interrupted = True
        self._woken.set()

    def presence(self, ticket_id: str, *, is_typing: bool) -> tuple[Presence, ...]:
        """Say which ticket this person looks at; return everybody who is here."""
        self._check()
        me = Presence(agent_id=self._agent_id, ticket_id=ticket_id, is_typing=is_typing)
        self._present[self._agent_id] = me
        return tuple(self._present.values())

    def put_file(self, path: Path, sha256: str) -> None:
        """Bring an attachment's content."""
        del sha256
        self._check()
        if self._files is not None:
            self._files.keep(path)

    def wanted_files(self, here: tuple[str, ...]) -> WantedFiles:
        """Ask which of these contents the server misses: none, as it does not look who may see them."""
        del here
        self._check()
        return WantedFiles(longest=50 << 20)

    def get_file(self, sha256: str, target: Path) -> None:
        """Fetch an attachment's content."""
        self._check()
        try:
            if self._files is None:
                raise NotFound("not_found", kind="File", id=sha256)
            shutil.copyfile(self._files.path(sha256), target)
        except NotFound:
            raise Problem(GONE, kind="File", id=sha256) from None

    def archive(self, text: str, limit: int) -> tuple[str, ...]:
        """Return nothing: this server keeps no archive."""
        del text, limit
        self._check()
        return ()

    def close(self) -> None:
        """Answer nothing any more."""
        self._is_closed = True
        self._unsubscribe()
        self._woken.set()

    def _wake(self, _head: int) -> None:
        self._woken.set()

    def _check(self) -> None:
        if self._is_closed:
            raise Unreachable("The desk is closed.")


@dataclass(slots=True)
class Faults:
    """How often what goes wrong, as shares of one; with `is_cut` nothing gets through."""

    lost_requests: float = 0.0
    lost_answers: float = 0.0
    duplicates: float = 0.0
    delays: float = 0.0
    is_cut: bool = False


class FaultyTransport:
    """Another transport by a bad network. What goes wrong is drawn from `chance`; `delay` is called to pass time.

    The same seed and the same questions give the same faults.
    """

    def __init__(
        self,
        inner: Transport,
        chance: random.Random,
        faults: Faults,
        delay: Callable[[], object] = lambda: None,
    ) -> None:
        self._inner, self._chance, self._delay = inner, chance, delay
        self.faults = faults

    @property
    def warning(self) -> str:
        """What there is to know of the other way."""
        return self._inner.warning

    def push(self, request: PushRequest) -> PushAnswer:
        """Bring mutations, perhaps twice, perhaps without hearing of it."""
        return self._badly(lambda: self._inner.push(request))

    def pull(self, request: PullRequest) -> PullAnswer | None:
        """Ask for what is new."""
        return self._badly(lambda: self._inner.pull(request))

    def rearm(self) -> None:
        """Let the next pull wait again."""
        self._inner.rearm()

    def interrupt(self) -> None:
        """End the pull that waits."""
        self._inner.interrupt()

    def presence(self, ticket_id: str, *, is_typing: bool) -> tuple[Presence, ...]:
        """Say which ticket this person looks at; return everybody who is here."""
        return self._badly(lambda: self._inner.presence(ticket_id, is_typing=is_typing))

    def put_file(self, path: Path, sha256: str) -> None:
        """Bring an attachment's content."""
        self._badly(lambda: self._inner.put_file(path, sha256))

    def wanted_files(self, here: tuple[str, ...]) -> WantedFiles:
        """Ask which of these contents the server misses."""
        return self._badly(lambda: self._inner.wanted_files(here))

    def get_file(self, sha256: str, target: Path) -> None:
        """Fetch an attachment's content."""
        self._badly(lambda: self._inner.get_file(sha256, target))

    def archive(self, text: str, limit: int) -> tuple[str, ...]:
        """Return the ids of tickets that hold the words."""
        return self._badly(lambda: self._inner.archive(text, limit))

    def close(self) -> None:
        """Ask nothing any more."""
        self._inner.close()

    def _badly(self, ask: Callable[[], T]) -> T:
        """Ask with what goes wrong on the way there, at the server's door and on the way back."""
        if self._falls(self.faults.delays):
            self._delay()
        self._lose(self.faults.lost_requests, "The request was lost.")
        if self._falls(self.faults.duplicates):
            with suppress(Problem):  # the second answer is the one that is heard
                ask()
        answer = ask()
        self._lose(self.faults.lost_answers, "The answer was lost.")
        return answer

    def _lose(self, share: float, words: str) -> None:
        if self._falls(share) or self.faults.is_cut:
            raise Unreachable(words)

    def _falls(self, share: float) -> bool:
        """Draw once, whatever the share, so that one fault more or less does not shift all that follow."""
        return self._chance.random() < share
