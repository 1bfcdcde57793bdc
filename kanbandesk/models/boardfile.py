"""The board read at start: through the standard library's sqlite3, without SQLAlchemy, in one reading transaction.

Closed tickets are not read (S5: the board hides them), only counted. Words that many cards share are one object in
memory.
"""

from __future__ import annotations

import dataclasses
import gc
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from kanbandesk.models.rows import SETTINGS, mapping, setting
from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.cards import BoardSnapshot, Card, Changes
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket

T = TypeVar("T")
_CHUNK = 1000  # rows at a time
_BATCH = 500  # ids in one question; SQLite takes 32,766
_CLOSED_SHARE = 2  # from twice as many closed as open tickets on, the index is the shorter way

_COLUMNS = {"client": "client_id", "revision": "ver"}
CARD_COLUMNS = tuple(
    _COLUMNS.get(field.name, field.name) for field in dataclasses.fields(Card) if field.name != "is_pending"
)
_SELECT_CARDS = "SELECT {} FROM ticket".format(", ".join(CARD_COLUMNS))  # noqa: S608 - our own column names

_OF_CLIENT = "SELECT id FROM ticket WHERE client_id = ?"
SHOWN_SETTINGS = {Agent, Client, *SETTINGS}


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a home's board.db so that nothing can be written through it; usable from any one thread at a time."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA busy_timeout = 5000")
    return connection


def read_board(path: Path, now: int) -> BoardSnapshot:
    """Return the whole board of the file at `path` as of this moment; `now` is the desk's clock (UTC ms)."""
    connection = open_for_reading(path)
    try:
        return snapshot(connection, now)
    finally:
        connection.close()


def snapshot(connection: sqlite3.Connection, now: int) -> BoardSnapshot:
    """Return the whole board, all of it as it stood at one moment."""
    connection.execute("BEGIN")
    try:
        board = read_settings(connection, now)
        _add_cards(connection, board)
    finally:
        connection.execute("COMMIT")
    return board


def read_settings(connection: sqlite3.Connection, now: int) -> BoardSnapshot:
    """Return everything of the board but its cards."""
    meta = read_meta(connection)
    agents = _all(connection, Agent)
    return BoardSnapshot(
        cards=[],
        workflow=_settings(connection, Workflow)[0],
        boards=_settings(connection, Board),
        lines=sorted(_settings(connection, Line), key=lambda line: (line.position, line.id)),
        agents=agents,
        views=sorted(_settings(connection, SavedView), key=lambda view: (view.position, view.id)),
        calendars=_settings(connection, Calendar),
        me=next(agent for agent in agents if agent.id == meta["me"]),
        now=now,
        home_name=meta.get("name", ""),
        clients=_all(connection, Client),
    )


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the home says of itself."""
    return dict(connection.execute("SELECT key, value FROM meta"))


def read_cards(connection: sqlite3.Connection, ticket_ids: Iterable[str]) -> list[Card]:
    """Return the cards of these tickets, the closed ones too; ids that are not there are left out."""
    ids = list(ticket_ids)
    rows: list[Any] = []
    for start in range(0, len(ids), _BATCH):
        part = ids[start : start + _BATCH]
        rows += connection.execute(f"{_SELECT_CARDS} WHERE id IN ({_marks(part)})", part)
    cards = [Card(*row) for row in rows]
    client_ids = list({card.client_id for card in cards if card.client_id})
    names: dict[str, str] = {}
    for start in range(0, len(client_ids), _BATCH):
        part = client_ids[start : start + _BATCH]
        names.update(connection.execute(f"SELECT id, name FROM client WHERE id IN ({_marks(part)})", part))  # noqa: S608
    _Finisher(names).finish(cards)
    return cards


def changes_of(
    connection: sqlite3.Connection, written: dict[type[Any], set[str]], now: int
) -> Changes | None:
    """Return what the writing of these entities, by kind, means for the board; None when it means nothing."""
    ticket_ids = set(written.get(Ticket, ()))
    for client_id in written.get(Client, ()):
        ticket_ids.update(ticket_id for (ticket_id,) in connection.execute(_OF_CLIENT, (client_id,)))
    settings = read_settings(connection, now) if written.keys() & SHOWN_SETTINGS else None
    if not ticket_ids and settings is None:
        return None
    workflow = settings.workflow if settings else _settings(connection, Workflow)[0]
    closed = closed_status_ids(workflow)
    cards = [card for card in read_cards(connection, sorted(ticket_ids)) if card.status_id not in closed]
    removed = ticket_ids - {card.id for card in cards}
    return Changes(cards=tuple(cards), removed=tuple(sorted(removed)), settings=settings)


def closed_status_ids(workflow: Workflow) -> list[str]:
    """Return the statuses whose tickets the board does not hold."""
    return [status.id for status in workflow.statuses if status.kind is StatusKind.CLOSED]


def _add_cards(connection: sqlite3.Connection, board: BoardSnapshot) -> None:
    closed = closed_status_ids(board.workflow)
    counts = dict(connection.execute("SELECT status_id, count(*) FROM ticket GROUP BY status_id"))
    board.closed_count = sum(counts.get(status_id, 0) for status_id in closed)
    shown = [status_id for status_id in counts if status_id not in closed]
    is_by_index = board.closed_count > _CLOSED_SHARE * (sum(counts.values()) - board.closed_count)
    column = "status_id" if is_by_index else "+status_id"  # the plus keeps SQLite from using the index
    rows = connection.execute(f"{_SELECT_CARDS} WHERE {column} IN ({_marks(shown)})", shown)
    finisher = _Finisher({client.id: client.name for client in board.clients})
    with _without_collection():
        while part := [Card(*row) for row in rows.fetchmany(_CHUNK)]:
            finisher.finish(part)  # by small parts, so that the words let go of make room for the next ones
            board.cards += part


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


def _settings(connection: sqlite3.Connection, kind: type[T]) -> list[T]:
    rows = connection.execute("SELECT data FROM setting WHERE kind = ? ORDER BY id", (SETTINGS[kind],))
    return [setting(kind, text) for (text,) in rows]


def _all(connection: sqlite3.Connection, kind: type[T]) -> list[T]:
    mapped = mapping(kind)
    return mapped.entities(connection.execute(f"SELECT {mapped.selection()} FROM {mapped.table} ORDER BY id"))  # noqa: S608


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
