"""The version of a board.db: told by plain sqlite3, changed by Alembic only when it differs.

`PRAGMA application_id` says that a file is ours, `PRAGMA user_version` which schema it has. Before a schema is
changed, a whole copy is made by SQLite's backup; it stays until somebody deletes it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kanbandesk.models.faults import Damaged, Foreign, Newer

APPLICATION_ID = 0x4B424E44  # "KBND"
SCHEMA_VERSION = 4
"""Of the tables as they stand in `models`; the newest migration carries the same number."""


def schema_version(path: Path) -> int:
    """Return the schema's version of the file at `path`; 0 when it is empty.

    Raises Foreign, Newer or Damaged when it cannot be used.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            application, version, objects = (
                connection.execute(question).fetchone()[0]
                for question in (
                    "PRAGMA application_id",
                    "PRAGMA user_version",
                    "SELECT count(*) FROM sqlite_master",
                )
            )
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            raise Foreign(path) from error
        raise Damaged(path) from error
    if application != APPLICATION_ID and objects:
        raise Foreign(path)
    if version > SCHEMA_VERSION:
        raise Newer(path)
    return int(version)


def bring_up_to_date(path: Path, version: int = SCHEMA_VERSION) -> None:
    """Bring the file at `path` to a schema by Alembic, in one transaction; an empty file gets all tables."""
    from kanbandesk.models.migrations.runner import migrate

    migrate(path, version)


def copy_database(source: Path, target: Path) -> None:
    """Write a consistent copy of a database, also while others use it; `target` appears only when it is whole."""
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as live,
        closing(sqlite3.connect(unfinished)) as copy,
    ):
        live.backup(copy)
    unfinished.replace(target)
