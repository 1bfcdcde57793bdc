"""Attachments go to the server before the mutations that name them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, Final

from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import FORBIDDEN, MALFORMED, TOO_LARGE, Problem, PushRequest
from kanbandesk.sync.reach import Transport
from kanbandesk.workflow.errors import NotFound

log = logging.getLogger(__name__)

_FOR_GOOD: Final = frozenset({FORBIDDEN, MALFORMED, TOO_LARGE})
"""Refusals that another try would meet again: the mutation goes all the same, and the server judges it."""


class Uploads:
    """What of a folder of files the server has been brought in this run."""

    def __init__(self, files: FileFolder) -> None:
        self._files = files
        self._brought: set[str] = set()

    def bring(self, transport: Transport, request: PushRequest) -> None:
        """Bring the contents that a request's mutations name and this desk has."""
        for mutation in request.mutations:
            for sha256 in named_files(mutation.args):
                if sha256 not in self._brought:
                    self._bring(transport, sha256)
                    self._brought.add(sha256)

    def _bring(self, transport: Transport, sha256: str) -> None:
        try:
            transport.put_file(self._files.path(sha256), sha256)
        except (NotFound, FileNotFoundError):
            log.info("The file %s is not here to be sent", sha256)
        except Problem as problem:
            if problem.code not in _FOR_GOOD:
                raise
            log.warning("The server does not take the file %s: %s", sha256, problem)


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
