"""What can be wrong with a home and its files. None of these changes anything on disk.

Fault            the program cannot work with this place
├── Missing      there is no home here
├── Occupied     a home cannot be made here: the folder holds other things
├── InUse        another process has the home open; `pid` names it
├── Shared       the board was given to a team; what is here is kept, and no more written to
├── Foreign      the file is no board of this program
├── Newer        a newer version of this program wrote it
├── Damaged      the file cannot be read, or SQLite finds it damaged
├── NotUpgraded  the schema could not be changed to this version's
└── NotSaved     a command could not be written (disk full, read-only, locked); it was not applied

Each is a plain sentence: what happened, what was kept, what to do. The window says the same in its own language
(`ui.words.fault_text`), from `words` and `details`.
"""

from __future__ import annotations

from pathlib import Path


class Fault(Exception):
    """The program cannot work with this place."""

    words = "KanbanDesk cannot work with {path}."

    def __init__(self, path: Path, **details: object) -> None:
        super().__init__(self.words.format(path=path, **details))
        self.path = path
        self.details = {"path": path, **details}


class Missing(Fault):
    """There is no home here."""

    words = "There is no board in {path}. Create one, or name the folder of an existing one."


class Occupied(Fault):
    """A home cannot be made here: the folder holds other things."""

    words = "{path} holds other files already; they were left untouched. Name an empty or a new folder."


class InUse(Fault):
    """Another process has the home open."""

    words = "The board in {path} is open in another program (process {pid}). Close that one first."

    def __init__(self, path: Path, pid: int) -> None:
        super().__init__(path, pid=pid)
        self.pid = pid


class Shared(Fault):
    """The board was given to a team; what is here is kept as it was."""

    words = "The board in {path} was given to a team and is now in {place}. What is here is kept, but not changed."


class Foreign(Fault):
    """The file is no board of this program."""

    words = "{path} is not a board of KanbanDesk. It was left untouched; name another folder."


class Newer(Fault):
    """A newer version of this program wrote the file."""

    words = "{path} was written by a newer KanbanDesk. It was left untouched; please update the program."


class Damaged(Fault):
    """The file cannot be read, or SQLite finds it damaged."""

    words = (
        "{path} is damaged and was left as it is. Keep a copy of its folder, then restore the last backup."
    )


class NotUpgraded(Fault):
    """The schema could not be changed to this version's."""

    words = (
        "{path} could not be brought to this version: {reason}. It is as it was; a copy lies in its backups."
    )

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason=reason)


class NotSaved(Fault):
    """A command could not be written; it was not applied."""

    words = (
        "{path} could not be written: {reason}. The last change was not saved; what was saved before is kept."
    )

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason=reason)
        self.reason = reason
