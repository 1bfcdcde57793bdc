"""The contents of attachments at a team's desk: kept in its home, fetched from the server when they are wanted."""

from __future__ import annotations

import shutil
from pathlib import Path

from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import GONE, Problem
from kanbandesk.sync.reach import Transport
from kanbandesk.sync.reading import FILES
from kanbandesk.workflow.errors import NotFound


class Contents:
    """The files of one home; `folder` keeps them by content."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.folder = FileFolder(home / FILES)

    def find(self, sha256: str, transport: Transport | None) -> Path:
        """Return where a content lies, fetched if need be; NotFound when nobody has it, or it is another one.

        Unreachable when it is not here and the server cannot be asked.
        """
        try:
            return self.folder.path(sha256)
        except NotFound:
            if transport is None or len(sha256) != 64 or not sha256.isalnum():
                raise
        import tempfile  # loads OpenSSL, which the start does without

        with tempfile.TemporaryDirectory(dir=self._home, prefix=".fetching-") as unfinished:
            fetched = Path(unfinished) / "content"
            try:
                transport.get_file(sha256, fetched)
            except Problem as problem:
                if problem.code != GONE:
                    raise
                raise NotFound("not_found", kind="File", id=sha256) from problem
            if self.folder.keep(fetched)[0] != sha256:
                raise NotFound("not_found", kind="File", id=sha256)
        return self.folder.path(sha256)

    def lose(self, names: tuple[str, ...]) -> None:
        """Delete contents that no ticket here names any more."""
        for sha256 in names:
            self.folder.forget(sha256)

    def forget_all(self) -> None:
        """Delete every content."""
        shutil.rmtree(self._home / FILES, ignore_errors=True)
