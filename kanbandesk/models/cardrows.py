"""Cards from the rows of their tickets, through the standard library's sqlite3; a big board's mostly from its cache."""

from __future__ import annotations

import dataclasses
import gc
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any

from kanbandesk.models import boardcache
from kanbandesk.models.boardcache import Stamp
from kanbandesk.models.schema import SCHEMA_VERSION
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.codec import canonical_json

_CHUNK = 1000  # rows at a time
_BATCH = 500  # ids in one question; SQLite takes 32,766
_CLOSED_SHARE = 2  # from twice as many closed as open tickets on, the index is the shorter way
WORTH_A_CACHE = 5_000
"""Cards of a board from which on a cache is kept; fewer are read in the time it takes to look for one."""
STALE_SHARE = 50
"""A cache is made anew when more than one card in so many was changed since."""

_FIELDS = tuple(field.name for field in dataclasses.fields(Card) if field.name != "is_pending")
_COLUMN_OF = {"client": "client_id", "revision": "ver"}
CARD_COLUMNS = tuple(_COLUMN_OF.get(name, name) for name in _FIELDS)
_CACHED = tuple(dict.fromkeys(CARD_COLUMNS))
_SELECT = "SELECT {} FROM ticket".format(", ".join(CARD_COLUMNS))  # noqa: S608 - our own column names


def read_cards(connection: sqlite3.Connection, ticket_ids: Iterable[str]) -> list[Card]:
    """Return the cards of these tickets, the closed ones too; ids that are not there are left out."""
    ids = list(ticket_ids)
    rows: list[Any] = []
    for part in _parts(ids):
        rows += connection.execute(f"{_SELECT} WHERE id IN ({_marks(part)})", part)
    cards = [Card(*row) for row in rows]
    names: dict[str, str] = {}
    for part in _parts(list({card.client_id for card in cards if card.client_id})):
        names.update(connection.execute(f"SELECT id, name FROM client WHERE id IN ({_marks(part)})", part))  # noqa: S608
    _Finisher(names).finish(cards)
    return cards


def open_cards(
    connection: sqlite3.Connection, closed: Sequence[str], names: dict[str, str], cache: Path | None
) -> list[Card]:
    """Return the cards of all tickets that are in none of the statuses `closed`; `names` are the clients' by id."""
    with _without_collection():
        cards = None if cache is None else _from_cache(connection, closed, names, cache)
        return _from_rows(connection, closed, names) if cards is None else cards


def keep_cache(connection: sqlite3.Connection, closed: Sequence[str], path: Path) -> None:
    """Lay the cards of a big board down at `path` for the next start, unless what lies there is nearly of today."""
    connection.execute("BEGIN")
    try:
        now = _stamp_at(connection, None, closed)
        if now is None or not _is_stale(connection, now, path):
            return
        cards = open_cards(connection, closed, {}, path)
    finally:
        connection.execute("COMMIT")
    if len(cards) >= WORTH_A_CACHE:
        fields = {_COLUMN_OF.get(name, name): name for name in _FIELDS if name != "client"}
        columns = [[getattr(card, fields[column]) for card in cards] for column in _CACHED]
        tags = _CACHED.index("tags")
        columns[tags] = list(map(canonical_json, columns[tags]))
        boardcache.write(path, now, columns)


def _from_rows(connection: sqlite3.Connection, closed: Sequence[str], names: dict[str, str]) -> list[Card]:
    counts = dict(connection.execute("SELECT status_id, count(*) FROM ticket GROUP BY status_id"))
    shown = [status_id for status_id in counts if status_id not in closed]
    open_count = sum(counts[status_id] for status_id in shown)
    is_by_index = sum(counts.values()) > (1 + _CLOSED_SHARE) * open_count
    column = "status_id" if is_by_index else "+status_id"  # the plus keeps SQLite from using the index
    rows = connection.execute(f"{_SELECT} WHERE {column} IN ({_marks(shown)})", shown)
    finisher = _Finisher(names)
    cards: list[Card] = []
    while part := [Card(*row) for row in rows.fetchmany(_CHUNK)]:
        finisher.finish(part)  # by small parts, so that the words let go of make room for the next ones
        cards += part
    return cards


def _from_cache(
    connection: sqlite3.Connection, closed: Sequence[str], names: dict[str, str], path: Path
) -> list[Card] | None:
    """Return the cards of the cache with what changed since; None when it is not this board's, or torn."""
    stamp = boardcache.read_stamp(path)
    if stamp is None or stamp != _stamp_at(connection, stamp.ver, closed):
        return None  # of another board, or of a copy that went another way
    columns = boardcache.read_columns(path)
    if columns is None:
        return None
    cards = _from_columns(dict(zip(_CACHED, columns, strict=True)), names)
    newer = [Card(*row) for row in connection.execute(f"{_SELECT} WHERE ver > ?", (stamp.ver,))]
    if newer:
        _Finisher(names).finish(newer)
        changed = {card.id for card in newer}
        cards = [card for card in cards if card.id not in changed]
        cards += [card for card in newer if card.status_id not in closed]
    return cards


def _from_columns(columns: dict[str, Sequence[Any]], names: dict[str, str]) -> list[Card]:
    values: dict[str, Iterable[Any]] = {name: columns[_COLUMN_OF.get(name, name)] for name in _FIELDS}
    values["client"] = map(names.get, columns["client_id"], repeat(""))
    values["tags"] = map(_Tags().__getitem__, columns["tags"])
    for flag in ("is_ignored", "was_in_development"):
        values[flag] = map(bool, columns[flag])
    return list(map(Card, *values.values()))


def _stamp_at(connection: sqlite3.Connection, ver: int | None, closed: Sequence[str]) -> Stamp | None:
    """Return the stamp of this board at a version, or as it stands; None for one that it never had or forgot."""
    epoch, head = connection.execute("SELECT epoch, ver FROM sync_head").fetchone()
    at = head if ver is None else ver
    found = connection.execute("SELECT tag FROM commit_log WHERE ver = ?", (at,)).fetchone()
    if at > head or found is None:
        return None
    return Stamp(SCHEMA_VERSION, epoch, at, int(found[0]), tuple(closed), _CACHED)


def _is_stale(connection: sqlite3.Connection, now: Stamp, path: Path) -> bool:
    (count,) = connection.execute("SELECT count(*) FROM ticket").fetchone()
    if count < WORTH_A_CACHE:
        return False
    stamp = boardcache.read_stamp(path)
    if stamp is None or stamp != _stamp_at(connection, stamp.ver, now.closed):
        return True
    (newer,) = connection.execute("SELECT count(*) FROM ticket WHERE ver > ?", (stamp.ver,)).fetchone()
    return bool(newer * STALE_SHARE > count)


class _Finisher:
    """Puts in what a card's row says otherwise (client's name, tags, flags) and shares the words that repeat."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._tags = _Tags()
        self._shared: dict[str, str] = {}

    def finish(self, cards: list[Card]) -> None:
        """Make `cards`, fresh from their rows, what they are to be."""
        names, tags, one = self._names, self._tags, self._shared.setdefault
        for card in cards:
            card.client_id = one(card.client_id, card.client_id)
            card.client = names.get(card.client_id, "")
            card.tags = tags[card.tags]  # type: ignore[index]  # still the column's JSON
            card.requester_id = one(card.requester_id, card.requester_id)
            card.status_id = one(card.status_id, card.status_id)
            card.line_id = one(card.line_id, card.line_id)
            card.owner_id = one(card.owner_id, card.owner_id)
            card.priority = one(card.priority, card.priority)
            card.channel = one(card.channel, card.channel)
            card.urgency_case = one(card.urgency_case, card.urgency_case)
            card.sla_class = one(card.sla_class, card.sla_class)
            card.tracker_key = one(card.tracker_key, card.tracker_key)
            card.blocked_reason = one(card.blocked_reason, card.blocked_reason)
            card.offered_line_id = one(card.offered_line_id, card.offered_line_id)
            card.board_id = one(card.board_id, card.board_id)
            card.is_ignored = bool(card.is_ignored)
            card.was_in_development = bool(card.was_in_development)


class _Tags(dict[str, tuple[str, ...]]):
    """JSON of tags → the tags, each set made once."""

    def __missing__(self, text: str) -> tuple[str, ...]:
        tags = self[text] = tuple(json.loads(text))
        return tags


@contextmanager
def _without_collection() -> Iterator[None]:
    """Make many objects without the garbage collector looking through all of them over and over."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
