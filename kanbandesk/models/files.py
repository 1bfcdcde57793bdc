"""The folder of attachments' contents, each kept once under its SHA-256."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kanbandesk.workflow.errors import NotFound

_CHUNK = 1 << 20
_HEX = frozenset("0123456789abcdef")


class FileFolder:
    """Files by content: a name never decides where anything lies."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def root(self) -> Path:
        """The folder itself; it may not be there yet."""
        return self._path

    def keep(self, source: Path) -> tuple[str, int]:
        """Copy a file, down to the disk; return its SHA-256 and size in bytes. Half a copy is never seen."""
        self._path.mkdir(exist_ok=True)
        import hashlib  # both load OpenSSL, which the start does without
        import secrets

        unfinished = self._path / f".{secrets.token_hex(8)}.part"
        digest, size = hashlib.sha256(), 0
        try:
            with source.open("rb") as original, unfinished.open("wb") as copy:
                while chunk := original.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    copy.write(chunk)
                copy.flush()
                os.fsync(copy.fileno())
            target = self._place(digest.hexdigest())
            target.parent.mkdir(exist_ok=True)
            unfinished.replace(target)
            sync_folder(target.parent)
        finally:
            unfinished.unlink(missing_ok=True)
        return digest.hexdigest(), size

    def names(self) -> tuple[str, ...]:
        """Return the SHA-256 of everything that is kept, in order."""
        found = (path.name for path in self._path.glob("??/*"))
        return tuple(sorted(name for name in found if len(name) == 64 and _HEX.issuperset(name)))

    def path(self, sha256: str) -> Path:
        """Return where a content lies; NotFound when it is not kept here."""
        if len(sha256) != 64 or not _HEX.issuperset(sha256) or not self._place(sha256).is_file():
            raise NotFound("not_found", kind="File", id=sha256)
        return self._place(sha256)

    def has(self, sha256: str) -> bool:
        """Tell whether a content is kept here."""
        try:
            return bool(self.path(sha256))
        except NotFound:
            return False

    def forget(self, sha256: str) -> None:
        """Delete a content; one that is not kept here is no error."""
        with suppress(NotFound):
            self.path(sha256).unlink()

    def _place(self, sha256: str) -> Path:
        return self._path / sha256[:2] / sha256


def sync_folder(path: Path) -> None:
    """Bring a folder's entries to the disk, where the system lets a folder be opened."""
    if os.name == "posix":
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
