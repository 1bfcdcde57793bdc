"""Which guesses a checkpoint concerns: those are taken away and run again, the others stay as they lie.

Guesses that wrote the same row go together, since a shadow takes a row back to the server's image as a whole. Where
it cannot be told that the others stay right, everything is done anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from kanbandesk.models.replica import KIND_OF_WORD
from kanbandesk.sync.entries import Entry
from kanbandesk.sync.shadow import Row, Shadows, Written
from kanbandesk.sync.traces import Image, Key, Trace, images, keys_changed


class Retracing:
    """One checkpoint's way through the guesses; `traces` are those of before, by uid."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        shadows: Shadows,
        traces: Mapping[str, Trace],
        pending: Sequence[Entry],
    ) -> None:
        self._connection = connection
        self._shadows = shadows
        self._traces = traces
        self._pending = pending
        self._by_row: dict[Row, list[str]] = {}
        for entry in pending:
            for row in traces[entry.uid].writes:
                self._by_row.setdefault(row, []).append(entry.uid)
        self._uids = {entry.uid for entry in pending if traces[entry.uid].outputs is None}
        self._before: dict[Row, Image | None] = {}
        self.restored: Written = {}
        """The rows that were taken back to the server's image."""

    def take_back(self, over: Iterable[str], placed: Iterable[Row]) -> None:
        """Take back what commands that are over had written, what the checkpoint writes, and what hangs on it."""
        touched = [row for row in placed if self._shadows.has(*row)]
        for uid in over:
            touched += self._traces[uid].writes
        for uid in self._uids:
            touched += self._traces[uid].writes
        if self._pending:
            self._before |= images(self._connection, placed)
        self._restore(touched)

    def spread(self) -> list[Entry]:
        """Take back, once the checkpoint is in place, whatever looked at what changed; return what to run again."""
        while True:
            dirty = keys_changed(self._before, images(self._connection, self._before))
            more = {
                entry.uid
                for entry in self._pending
                if entry.uid not in self._uids and not dirty.isdisjoint(self._traces[entry.uid].reads)
            }
            if not more:
                return [entry for entry in self._pending if entry.uid in self._uids]
            self._uids |= more
            self._restore([row for uid in more for row in self._traces[uid].writes])

    def is_sound(self, traces: Mapping[str, Trace]) -> bool:
        """Tell whether what was not run again stays right: it had not looked at what came out otherwise now."""
        dirty: set[Key] = set()
        rows: set[Row] = set()
        for uid in self._uids:
            old, new = self._traces[uid].outputs or {}, traces[uid].outputs or {}
            dirty |= keys_changed(old, new)
            rows |= new.keys() - old.keys()
        others = [self._traces[entry.uid] for entry in self._pending if entry.uid not in self._uids]
        return all(dirty.isdisjoint(trace.reads) and rows.isdisjoint(trace.writes) for trace in others)

    def _restore(self, rows: Iterable[Row]) -> None:
        """Take rows back to the server's image, with all that others wrote which wrote one of them."""
        todo, found = list(rows), set[Row]()
        while todo:
            row = todo.pop()
            if row in found:
                continue
            found.add(row)
            for uid in self._by_row.get(row, ()):
                self._uids.add(uid)
                todo += self._traces[uid].writes
        if self._pending:
            self._before |= images(self._connection, found - self._before.keys())
        self._shadows.restore(found)
        for word, row_id in found:
            self.restored.setdefault(KIND_OF_WORD[word], set()).add(row_id)
