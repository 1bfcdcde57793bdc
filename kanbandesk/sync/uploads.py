"""Attachments go to the server before the mutations that name them, and once more when it misses them."""

from __future__ import annotations

import logging
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import (
    FORBIDDEN,
    GONE,
    MALFORMED,
    MOST_FILES,
    TOO_LARGE,
    Mutation,
    Problem,
    PushRequest,
)
from kanbandesk.sync.reach import NETWORK, Transport, Unreachable
from kanbandesk.workflow import codes
from kanbandesk.workflow.errors import NotFound

if TYPE_CHECKING:
    from kanbandesk.workflow.commands import Command

log = logging.getLogger(__name__)

AT_MOST: Final = 600.0
"""Seconds within which the server is not asked twice what it misses, unless its history is another one."""
EVERY: Final = 6 * 3600.0
"""Seconds after which it is asked again, while everything is well."""
TRIES: Final = 3
"""Times that the line may break under one file before it is looked whether it is the file that breaks it."""
CUT_FROM: Final = 1 << 20
"""Bytes from which on a proxy may refuse what is sent: nginx does so as it comes."""
_ATTACHING: Final = "add_attachment"
_FOR_GOOD: Final = frozenset({FORBIDDEN, MALFORMED})
"""Refusals that another try would meet again: the mutation goes all the same, and the server judges it."""


class FileRefused(Exception):
    """The file of the mutation `uid` is larger than the server, or who stands before it, takes."""

    def __init__(self, uid: str, problem: Problem) -> None:
        super().__init__(str(problem))
        self.uid = uid
        self.problem = problem


class Uploads:
    """What of a folder of files the server has been brought in this run; `clock` gives seconds."""

    def __init__(self, files: FileFolder, clock: Callable[[], float] = time.monotonic) -> None:
        self._files, self._clock = files, clock
        self.longest = 0
        """Bytes of the longest file that the server takes; 0 until it is known."""
        self._brought: set[str] = set()
        self._missed: deque[str] = deque()
        self._broke: Counter[str] = Counter()
        self._asked_at: float | None = None
        self._live_since = self._histories = 0
        self._refused: set[str] = set()
        self._is_understood = True

    def refusal(self, command: Command) -> Problem | None:
        """Return why a file cannot be sent, before anybody waits for it; None when nothing speaks against it."""
        from kanbandesk.workflow.commands import AddAttachment  # the start does without

        if isinstance(command, AddAttachment) and 0 < self.longest < command.size:
            return too_large(command.file_name, command.size, self.longest)
        return None

    # -- with the mutations ---------------------------------------------------------------------------------------

    def bring(self, transport: Transport, request: PushRequest) -> None:
        """Bring the contents that a request's mutations name and this desk has; FileRefused for one too large."""
        for mutation in request.mutations:
            for sha256 in named_files(mutation.args):
                if sha256 not in self._brought:
                    self._bring(transport, mutation, sha256)
                    self._brought.add(sha256)

    def _bring(self, transport: Transport, mutation: Mutation, sha256: str) -> None:
        try:
            path = self._files.path(sha256)
            if not self.longest:
                self._ask(transport, ())
            self._put(transport, path, sha256)
        except (NotFound, FileNotFoundError):
            log.info("The file %s is not here to be sent", sha256)
        except Problem as problem:
            is_first = mutation.name == _ATTACHING and mutation.uid not in self._refused
            if problem.code == codes.FILE_TOO_LARGE and is_first:
                self._refused.add(mutation.uid)
                name = str(mutation.args.get("file_name", ""))
                told = Problem(problem.code, **{**problem.params, "name": name})
                raise FileRefused(mutation.uid, told) from problem
            if problem.code not in _FOR_GOOD and problem.code != codes.FILE_TOO_LARGE:
                raise
            log.warning("The server does not take the file %s: %s", sha256, problem)

    def _put(self, transport: Transport, path: Path, sha256: str) -> None:
        """Send a file; Problem "file_too_large" before it is on its way, where that is known, or when it was cut."""
        size = path.stat().st_size
        if 0 < self.longest < size:
            raise too_large("", size, self.longest)
        try:
            transport.put_file(path, sha256)
        except Problem as problem:
            if problem.code != TOO_LARGE:
                raise
            limit = problem.params.get("limit")
            raise too_large("", size, limit if isinstance(limit, int) else 0) from problem
        except Unreachable as error:
            self._broke[sha256] += 1
            if error.code != NETWORK or size < CUT_FROM or self._broke[sha256] < TRIES:
                raise
            self._ask(transport, ())  # the server is there: it is the file that breaks the line
            raise too_large("", size, 0) from error

    # -- what the server misses -----------------------------------------------------------------------------------

    def due_in(self, live_since: int, histories: int) -> float:
        """Return the seconds until there is something to do for the server; it was heard since `live_since` (UTC ms).

        `histories` counts how often its history turned out to be another one: what it had been brought may be gone.
        """
        self.met(histories)
        if self._is_understood and (self._missed or self._asked_at is None):
            return 0.0
        if not self._is_understood or self._asked_at is None:
            return EVERY
        every = AT_MOST if self._live_since != live_since else EVERY
        return max(self._asked_at + every - self._clock(), 0.0)

    def heal(self, transport: Transport, live_since: int) -> None:
        """Ask what the server misses of all that is here, or send the next of it."""
        if self._missed:
            self._send_again(transport, self._missed.popleft())
            return
        here = self._files.names()
        for start in range(0, max(len(here), 1), MOST_FILES):
            self._missed.extend(self._ask(transport, here[start : start + MOST_FILES]))
        self._asked_at, self._live_since = self._clock(), live_since

    def met(self, histories: int) -> None:
        """Bring everything anew, and ask at once, when the server's history is another one."""
        if self._histories != histories:
            self._histories, self._asked_at = histories, None
            self._brought.clear()

    def _send_again(self, transport: Transport, sha256: str) -> None:
        try:
            self._put(transport, self._files.path(sha256), sha256)
        except (NotFound, FileNotFoundError):
            return
        except Unreachable:
            if self._broke[sha256] < TRIES:
                self._missed.append(sha256)
            raise
        except Problem as problem:
            if problem.code not in _FOR_GOOD and problem.code != codes.FILE_TOO_LARGE:
                self._missed.append(sha256)
                raise
            log.warning("The server misses the file %s, and does not take it: %s", sha256, problem)
            return
        self._brought.add(sha256)
        log.info("The file %s, which the server missed, is there again", sha256)

    def _ask(self, transport: Transport, here: tuple[str, ...]) -> tuple[str, ...]:
        """Return which of these the server misses, and learn how long a file may be."""
        if not self._is_understood:
            return ()
        try:
            told = transport.wanted_files(here)
        except Problem as problem:
            if problem.code != GONE:
                raise
            self._is_understood = False  # an older server: it knows neither
            return ()
        self.longest = told.longest
        return tuple(sha256 for sha256 in told.sha256 if sha256 in here)


def too_large(name: str, size: int, limit: int) -> Problem:
    """Return the problem of a file of `size` bytes; a `limit` of 0 is one that nobody told."""
    return Problem(codes.FILE_TOO_LARGE, name=name, size=size, limit=limit)


def named_files(plain: Any) -> Iterator[str]:
    """Yield the SHA-256 of every content that a mutation's arguments name."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key == "sha256" and isinstance(value, str):
                yield value
            else:
                yield from named_files(value)
    elif isinstance(plain, list | tuple):
        for value in plain:
            yield from named_files(value)
