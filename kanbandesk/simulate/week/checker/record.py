"""The lines of a record, and how the checker names a moment."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

EFFECTS = frozenset(
    {"drawn", "draw_waits", "escalated", "broken", "breached", "alarmed"}
    | {"task_overdue", "laddered", "woken", "term_missed", "returned"}
)
"""What only the system does; released and closed are told by who did them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of record.jsonl."""

    n: int
    t: int
    who: str
    what: str
    ticket: str
    more: Mapping[str, Any]

    @property
    def is_effect(self) -> bool:
        """Tell whether the system did it by a timer."""
        return self.what in EFFECTS or (self.who == "system" and self.what in ("released", "closed"))

    def text(self, name: str) -> str:
        """Return a field that is a text ("" when it is not there)."""
        return str(self.more.get(name) or "")

    def moment(self, name: str) -> int:
        """Return a field that is a moment (-1 when it is not there)."""
        value = self.more.get(name)
        return -1 if value is None else int(value)


def read_record(path: Path) -> Iterator[Entry]:
    """Yield the entries of a record."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            names = ("n", "t", "who", "what", "ticket")
            more = {name: value for name, value in row.items() if name not in names}
            yield Entry(row["n"], row["t"], row["who"], row["what"], row.get("ticket", ""), more)


def clock(moment: int | None) -> str:
    """Return a moment as a checker's sentence names it: in UTC and to the millisecond."""
    if moment is None:
        return "never"
    if not 0 <= moment < 1 << 45:
        return str(moment)
    there = datetime.fromtimestamp(moment / 1000, UTC)
    return f"{there:%a %d %H:%M:%S}.{moment % 1000:03d}Z ({moment})"
