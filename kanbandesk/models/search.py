"""Full-text search: number, title and all messages of a ticket are one document; its number is the row's id."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "title, body, tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')"
)
FOUND = 200
_INDEX = (
    "REPLACE INTO search (rowid, title, body)"
    " SELECT number, number || ' ' || title || ' ' || source_key,"
    " (SELECT group_concat(body, char(10)) FROM message WHERE ticket_id = ticket.id)"
    " FROM ticket WHERE id = ? AND number IS NOT NULL"
)
_WORD = re.compile(r"\w+")


def is_search_table(name: str) -> bool:
    """Tell whether a table belongs to the search index, so that Alembic leaves it alone."""
    return name == "search" or name.startswith("search_")


def match_expression(text: str) -> str:
    """Return what FTS5 looks for: every word of `text`, each as the beginning of a word; empty when it has none."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(text))


def search(connection: sqlite3.Connection, text: str) -> tuple[str, ...]:
    """Return the ids of the tickets that hold all the words, best first, at most 200."""
    expression = match_expression(text)
    if not expression:
        return ()
    rows = connection.execute(
        "SELECT ticket.id FROM (SELECT rowid, bm25(search, 4.0, 1.0) AS score FROM search WHERE search MATCH ?"
        " ORDER BY score LIMIT ?) AS found JOIN ticket ON ticket.number = found.rowid ORDER BY found.score",
        (expression, FOUND),
    )
    return tuple(ticket_id for (ticket_id,) in rows)


def index(connection: Connection, ticket_ids: Iterable[str]) -> None:
    """Read the tickets' words anew; on SQLite only, PostgreSQL has an index of its own."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_INDEX, [(ticket_id,) for ticket_id in sorted(ticket_ids)])
