"""The board read at start: through the standard library's sqlite3, without SQLAlchemy, in one reading transaction.

Closed tickets are not read (S5: the board hides them), only counted. Words that many cards share are one object in
memory.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from kanbandesk.models.cardrows import keep_cache, open_cards, read_cards
from kanbandesk.models.recordfile import notifications_of, open_tasks, records
from kanbandesk.models.rows import SETTINGS, mapping, setting
from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.cards import BoardSnapshot, Changes
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import Notification, Rating, Task, Violation
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket

T = TypeVar("T")
_OF_CLIENT = "SELECT id FROM ticket WHERE client_id = ?"
SHARED = "shared"
"""The key in `meta` under which a home says where its board went when it was given to a team."""
SHOWN_SETTINGS = {Agent, Client, *SETTINGS}
_OF_TICKETS: tuple[type[Violation] | type[Rating], ...] = (Violation, Rating)


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
        return snapshot(connection, now, cache_of(path))
    finally:
        connection.close()


def snapshot(connection: sqlite3.Connection, now: int, cache: Path | None = None) -> BoardSnapshot:
    """Return the whole board, all of it as it stood at one moment; `cache` makes a big one faster."""
    connection.execute("BEGIN")
    try:
        board = read_settings(connection, now)
        _add_cards(connection, board, cache)
    finally:
        connection.execute("COMMIT")
    return board


def cache_of(path: Path) -> Path:
    """Return where the cache of the board at `path` lies."""
    return path.with_name("board.cache")


def refresh_cache(connection: sqlite3.Connection, path: Path) -> None:
    """See to it that the next start of a big board finds its cards; `path` is the board's."""
    keep_cache(connection, closed_status_ids(_settings(connection, Workflow)[0]), cache_of(path))


def read_settings(connection: sqlite3.Connection, now: int) -> BoardSnapshot:
    """Return everything of the board but its cards."""
    meta = read_meta(connection)
    agents = _all(connection, Agent)
    process = next(iter(_settings(connection, Process)), Process())
    return BoardSnapshot(
        cards=[],
        workflow=_settings(connection, Workflow)[0],
        boards=sorted(
            _settings(connection, Board), key=lambda board: (board.id == process.development_board, board.id)
        ),
        lines=sorted(_settings(connection, Line), key=lambda line: (line.position, line.id)),
        agents=agents,
        views=sorted(_settings(connection, SavedView), key=lambda view: (view.position, view.id)),
        calendars=_settings(connection, Calendar),
        me=next(agent for agent in agents if agent.id == meta["me"]),
        now=now,
        home_name=meta.get("name", ""),
        clients=_all(connection, Client),
        process=process,
        notifications=notifications_of(connection, meta["me"]),
        tasks=open_tasks(connection),
    )


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the home says of itself."""
    return dict(connection.execute("SELECT key, value FROM meta"))


def are_timers_on(connection: sqlite3.Connection) -> bool:
    """Tell whether the workspace's timers are switched on (C9)."""
    return all(process.are_timers_on for process in _settings(connection, Process))


def changes_of(
    connection: sqlite3.Connection, written: dict[type[Any], set[str]], now: int
) -> Changes | None:
    """Return what the writing of these entities, by kind, means for the board; None when it means nothing."""
    beside = _beside(connection, written)
    ticket_ids = set(written.get(Ticket, ())) | {task.ticket_id for task in beside.tasks}
    for kind in _OF_TICKETS:
        ticket_ids.update(one.ticket_id for one in records(connection, kind, written.get(kind, ())))
    for client_id in written.get(Client, ()):
        ticket_ids.update(ticket_id for (ticket_id,) in connection.execute(_OF_CLIENT, (client_id,)))
    settings = read_settings(connection, now) if written.keys() & SHOWN_SETTINGS else None
    if not ticket_ids and settings is None:
        return None if beside == Changes() else beside
    workflow = settings.workflow if settings else _settings(connection, Workflow)[0]
    closed = closed_status_ids(workflow)
    cards = [card for card in read_cards(connection, sorted(ticket_ids)) if card.status_id not in closed]
    removed = ticket_ids - {card.id for card in cards}
    return replace(beside, cards=tuple(cards), removed=tuple(sorted(removed)), settings=settings)


def _beside(connection: sqlite3.Connection, written: dict[type[Any], set[str]]) -> Changes:
    """Return what was written of tasks, and of this person's notifications."""
    noted, asked = written.get(Notification, set()), written.get(Task, set())
    if not noted and not asked:
        return Changes()
    me = read_meta(connection)["me"]
    notifications = records(connection, Notification, noted)
    tasks = records(connection, Task, asked)
    gone = (noted | asked) - {one.id for one in notifications} - {one.id for one in tasks}
    return Changes(
        notifications=tuple(one for one in notifications if one.agent_id == me),
        tasks=tuple(tasks),
        removed_records=tuple(sorted(gone)),
    )


def closed_status_ids(workflow: Workflow) -> list[str]:
    """Return the statuses whose tickets the board does not hold."""
    return [status.id for status in workflow.statuses if status.kind is StatusKind.CLOSED]


def _add_cards(connection: sqlite3.Connection, board: BoardSnapshot, cache: Path | None) -> None:
    closed = closed_status_ids(board.workflow)
    for status_id in closed:
        (count,) = connection.execute(
            "SELECT count(*) FROM ticket WHERE status_id = ?", (status_id,)
        ).fetchone()
        board.closed_count += count
    board.cards = open_cards(connection, closed, {client.id: client.name for client in board.clients}, cache)


def _settings(connection: sqlite3.Connection, kind: type[T]) -> list[T]:
    rows = connection.execute("SELECT data FROM setting WHERE kind = ? ORDER BY id", (SETTINGS[kind],))
    return [setting(kind, text) for (text,) in rows]


def _all(connection: sqlite3.Connection, kind: type[T]) -> list[T]:
    mapped = mapping(kind)
    return mapped.entities(connection.execute(f"SELECT {mapped.selection()} FROM {mapped.table} ORDER BY id"))  # noqa: S608
