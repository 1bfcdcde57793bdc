"""What is kept beside tickets, as the window gets it: notifications, tasks; through the standard library's sqlite3."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, TypeVar

from kanbandesk.models.rows import mapping
from kanbandesk.workflow.records import Notification, Task

T = TypeVar("T")
SHOWN_NOTIFICATIONS = 200
"""How many of the read ones the window has at hand; those that are not read it has all."""
_MINE = (
    "SELECT {columns} FROM notification WHERE agent_id = :me AND (read_at IS NULL OR id IN"
    " (SELECT id FROM notification WHERE agent_id = :me ORDER BY at DESC, id DESC LIMIT :most))"
    " ORDER BY at DESC, id DESC"
)
_OPEN = "SELECT {columns} FROM task WHERE done_at IS NULL ORDER BY created_at, id"
_SOME = "SELECT {columns} FROM {table} WHERE id IN ({marks})"
_BATCH = 500  # ids in one question


def notifications_of(connection: sqlite3.Connection, agent_id: str) -> list[Notification]:
    """Return what a person was told: the newest, and whatever was not read; newest first."""
    asked = {"me": agent_id, "most": SHOWN_NOTIFICATIONS}
    return _entities(connection, Notification, _MINE, asked)


def open_tasks(connection: sqlite3.Connection) -> list[Task]:
    """Return the tasks that are not done, oldest first."""
    return _entities(connection, Task, _OPEN, {})


def records(connection: sqlite3.Connection, kind: type[T], ids: Iterable[str]) -> list[T]:
    """Return those of these rows that are there, by id."""
    wanted = sorted(ids)
    found: list[T] = []
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        question = _SOME.replace("{marks}", ", ".join("?" * len(part)))
        found += _entities(connection, kind, question, part)
    return found


def _entities(connection: sqlite3.Connection, kind: type[T], question: str, asked: Any) -> list[T]:
    mapped = mapping(kind)
    words = question.format(columns=mapped.selection(), table=mapped.table)
    return mapped.entities(connection.execute(words, asked))
