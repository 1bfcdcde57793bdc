"""Whether a SQLite file from elsewhere is a whole and sound workspace, before anything is done with it."""

from __future__ import annotations

import functools
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from kanbandesk.models.faults import Fault
from kanbandesk.models.schema import bring_up_to_date, schema_version

_OBJECTS: Final = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
"""SQLite's own (statistics, indexes of keys) are nobody's work."""
_QUESTIONS: Final = {
    "its head is not one row": "SELECT count(*) <> 1 FROM sync_head",
    "its horizon lies behind its head": "SELECT count(*) FROM sync_head WHERE horizon > ver",
    "its log of commits is newer than its head": (
        "SELECT count(*) FROM commit_log WHERE ver > (SELECT ver FROM sync_head)"
    ),
    "its receipts are newer than its head": (
        "SELECT count(*) FROM receipt WHERE ver > (SELECT ver FROM sync_head)"
    ),
    "its tickets are newer than its head": (
        "SELECT count(*) FROM ticket WHERE ver > (SELECT ver FROM sync_head)"
        " OR number >= (SELECT next_number FROM sync_head)"
    ),
    "a desk's receipts go beyond what is known of the desk": (
        "SELECT count(*) FROM receipt LEFT JOIN desk_client ON desk_client.id = receipt.client_id"
        " WHERE receipt.mid > coalesce(last_mid, 0)"
    ),
}
"""What must not be, and how it is found: a question whose answer is 0 when all is well."""


def flaws(path: Path) -> list[str]:
    """Return what is wrong with a file that should be a workspace of this program; [] when it is sound."""
    try:
        version = schema_version(path)
        if not version:
            return ["it is empty"]
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            return (
                _strange_objects(connection, version)
                or [text for (text,) in connection.execute("PRAGMA integrity_check(20)") if text != "ok"]
                or [words for words, asked in _QUESTIONS.items() if connection.execute(asked).fetchone()[0]]
            )
    except (Fault, sqlite3.Error) as error:
        return [str(error)]


def _strange_objects(connection: sqlite3.Connection, version: int) -> list[str]:
    """Compare the schema with that of a new file: a trigger or view from elsewhere would act in our name."""
    ours, found = _our_objects(version), set(connection.execute(_OBJECTS))
    return [
        f"it has a {kind} {name!r} that is not ours" for kind, name, *_ in sorted(found - ours, key=str)
    ] + [f"its {kind} {name!r} is missing" for kind, name, *_ in sorted(ours - found, key=str)]


@functools.cache
def _our_objects(version: int) -> frozenset[tuple[str, str, str, str]]:
    with tempfile.TemporaryDirectory(prefix="kanbandesk-") as folder:
        path = Path(folder) / "new.db"
        path.touch()
        bring_up_to_date(path, version)
        with closing(sqlite3.connect(path)) as new:
            return frozenset(new.execute(_OBJECTS))
