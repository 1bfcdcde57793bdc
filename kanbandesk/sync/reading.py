"""What a team's desk reads: its replica, also before the core is open, and what of it is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kanbandesk.models.boardfile import open_for_reading, snapshot
from kanbandesk.models.deskreads import DeskReads
from kanbandesk.models.replica import LAYOUT, mark_pending
from kanbandesk.models.schema import SCHEMA_VERSION
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.protocol import story_group
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.statuses import DAY

REPLICA, DRAFTS, FILES, BUSY = "replica.db", "desk.db", "files", "in-use"
"""In a team's home; the last one is there while the replica may be in the middle of something."""
LOCKED_AFTER: Final = 14 * DAY
"""Milliseconds without a word from the server after which a desk shows nothing any more."""


class ReplicaReads(DeskReads):
    """Reads of a replica: cards that wait for the server say so, and stories tell whether they are here."""

    def snapshot(self, connection: sqlite3.Connection) -> BoardSnapshot:
        """Return the board as the replica holds it now. No cache: guesses come and go without a version."""
        board = snapshot(connection, self._now())
        mark_pending(connection, board.cards)
        return board

    def story(self, ticket_id: str) -> Future[tuple[TicketDetail | None, bool]]:
        """Return what is here of a ticket, and whether that is all there is."""

        def look(connection: sqlite3.Connection) -> tuple[TicketDetail | None, bool]:
            try:
                return read_ticket(connection, ticket_id), _is_whole(connection, ticket_id)
            except NotFound:
                return None, False

        return self.read(look)

    def forget(self, wipe: Callable[[], None]) -> None:
        """Let go of the replica and of all drafts, and have both deleted, `wipe` the replica."""

        def let_go() -> None:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            wipe()

        def drop_drafts() -> None:
            if self._desk_file is not None:
                self._desk_file.close()
                self._desk_file = None
            for suffix in ("", "-wal", "-shm"):
                self._drafts_path.with_name(self._drafts_path.name + suffix).unlink(missing_ok=True)

        self._reading.submit(let_go).result()
        self._drafting.submit(drop_drafts).result()


@dataclass(frozen=True, slots=True)
class Quick:
    """What a replica says of itself before the core is open; `offset` is the server's clock less this one's (ms)."""

    is_readable: bool = False
    offset: int = 0


def look_quickly(folder: Path, now: int) -> Quick:
    """Tell whether the replica can be shown as it lies there: whole, closed in order, and not too old."""
    if (folder / BUSY).exists() or not (folder / REPLICA).is_file():
        return Quick()
    try:
        with closing(open_for_reading(folder / REPLICA)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            meta: dict[str, Any] = dict(connection.execute("SELECT key, value FROM replica_meta"))
    except sqlite3.Error:
        return Quick()
    is_ours = (version, meta.get("layout")) == (SCHEMA_VERSION, LAYOUT)
    is_fresh = now - int(meta.get("heard_at", 0)) <= LOCKED_AFTER
    return Quick(is_ours and is_fresh and bool(meta.get("epoch")), int(meta.get("offset", 0)))


def _is_whole(connection: sqlite3.Connection, ticket_id: str) -> bool:
    """Tell whether a ticket's whole story is here: kept as such, or of this desk's own making."""
    held = "SELECT 1 FROM held_group WHERE grp = ?"
    own = (
        "SELECT 1 FROM shadow WHERE kind = 'ticket' AND id = ?"
        " AND NOT EXISTS (SELECT 1 FROM shadow_ticket WHERE shadow_ticket.id = shadow.id)"
    )
    questions = ((held, story_group(ticket_id)), (own, ticket_id))
    return any(connection.execute(sql, (value,)).fetchone() for sql, value in questions)
