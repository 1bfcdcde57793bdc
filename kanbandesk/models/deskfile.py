"""desk.db: what belongs to this desk and not to the workspace; unsent words above all. Standard library only."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kanbandesk.workflow.cards import Draft

_CREATE = """
CREATE TABLE IF NOT EXISTS draft (
    ticket_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (ticket_id, kind)
) WITHOUT ROWID
"""


class DeskFile:
    """One connection to a desk.db; each writing is on disk when it returns."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA busy_timeout = 5000")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA fullfsync = ON")
        self._connection.execute(_CREATE)

    def drafts(self, ticket_id: str) -> tuple[Draft, ...]:
        """Return the unsent words on a ticket, by kind."""
        rows = self._connection.execute(
            "SELECT ticket_id, kind, text, saved_at FROM draft WHERE ticket_id = ? ORDER BY kind",
            (ticket_id,),
        )
        return tuple(
            Draft(ticket_id=ticket, kind=kind, text=text, saved_at=at) for ticket, kind, text, at in rows
        )

    def save_draft(self, draft: Draft) -> None:
        """Keep unsent words; empty text forgets them."""
        if draft.text:
            self._connection.execute(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)",
                (draft.ticket_id, draft.kind, draft.text, draft.saved_at),
            )
        else:
            self._connection.execute(
                "DELETE FROM draft WHERE ticket_id = ? AND kind = ?", (draft.ticket_id, draft.kind)
            )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
