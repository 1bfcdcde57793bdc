"""The figures of a home at a moment: read through sqlite3, without SQLAlchemy, in one reading transaction."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kanbandesk.models.boardfile import closed_status_ids, open_for_reading, read_settings

_LEVELS = """
SELECT CASE WHEN due3 <= :now THEN 3 WHEN due2 <= :now THEN 2 WHEN due1 <= :now THEN 1 ELSE 0 END AS level,
       status_id, count(*)
FROM ticket GROUP BY level, status_id
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Tickets by status and by the degree of norm that they have reached; `names` are the statuses' on screen."""

    open: int  # not Closed
    by_status: dict[str, int]
    events: int
    stale: dict[str, int]  # degree → tickets that are not Closed, each at its highest degree (R13)
    names: dict[str, str]

    def plain(self) -> dict[str, object]:
        """Return the figures as JSON data."""
        return {"open": self.open, "by_status": self.by_status, "events": self.events, "stale": self.stale}

    def table(self) -> str:
        """Return the figures as lines for a terminal."""
        width = max(len(name) for name in self.names.values())
        lines = [f"{self.names.get(key, key):<{width}}  {count:>8,}" for key, count in self.by_status.items()]
        degrees = ", ".join(f"{count:,} at degree {degree}" for degree, count in self.stale.items())
        return "\n".join([*lines, "", f"{self.open:,} open tickets: {degrees}", f"{self.events:,} events"])


def read_figures(board: Path, now: int) -> Figures:
    """Return the figures of the file `board` at `now` (UTC ms). sqlite3.Error when it cannot be read."""
    with closing(open_for_reading(board)) as connection:
        connection.execute("BEGIN")
        return _figures(connection, now)


def _figures(connection: sqlite3.Connection, now: int) -> Figures:
    workflow = read_settings(connection, now).workflow
    closed = closed_status_ids(workflow)
    by_status = {status.id: 0 for status in workflow.statuses}
    stale = {"1": 0, "2": 0, "3": 0}
    for level, status_id, count in connection.execute(_LEVELS, {"now": now}):
        by_status[status_id] = by_status.get(status_id, 0) + count
        if level and status_id not in closed:
            stale[str(level)] += count
    (events,) = connection.execute("SELECT count(*) FROM event WHERE ticket_id <> ''").fetchone()
    return Figures(
        open=sum(count for status_id, count in by_status.items() if status_id not in closed),
        by_status=by_status,
        events=events,
        stale=stale,
        names={status.id: status.name for status in workflow.statuses},
    )


def source_keys(board: Path) -> frozenset[str]:
    """Return the keys of the tickets that came from elsewhere."""
    with closing(open_for_reading(board)) as connection:
        return frozenset(
            key for (key,) in connection.execute("SELECT source_key FROM ticket WHERE source_key <> ''")
        )
