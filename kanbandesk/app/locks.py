"""A lock of the operating system on a file: held while the process lives, whatever becomes of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from kanbandesk.models.faults import InUse

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # the byte that is locked lies behind the text, which stays readable

    def _lock(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class FileLock:
    """A lock that is held; the file says by which process."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    @classmethod
    def take(cls, path: Path) -> FileLock:
        """Take the lock; InUse, naming the process, when another one has it."""
        file = path.open("a+b")
        try:
            _lock(file)
        except OSError:
            file.seek(0)
            holder = file.read(20).strip()
            file.close()
            raise InUse(path.parent, int(holder) if holder.isdigit() else 0) from None
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()).encode())
        file.flush()
        return cls(file)

    def release(self) -> None:
        """Give it free."""
        _unlock(self._file)
        self._file.close()
