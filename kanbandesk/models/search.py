"""Full-text search: number, title and all messages of a ticket are one document; its number is the row's id.

Measured with 100,000 tickets of 110 words (two cores, shared): words by their beginnings (unicode61) are found in 5 to
25 ms, two letters in 230 ms, and a message more costs 0.4 ms; the index takes 180 MB beside 80 MB of text. A trigram
index would also find the inside of a word ("skriver" in "etikettskriver"), but takes 400 MB, five times as long to
fill and ten times as long for a message. So words are found by their beginnings, which also serves Russian endings; the
board's own filter finds the inside of words in titles. Indexes of prefixes made only two letters faster, and filling
twice as slow.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the start searches without SQLAlchemy
    from sqlalchemy import Connection

MOST = 200
"""Tickets in one answer."""
MOST_WORDS = 16
"""Words of one question to PostgreSQL."""
RANKED = 2000
"""So many of the newest tickets that hold the words are ranked: for words that every ticket holds, the newest count."""
_INDEX = (
    "REPLACE INTO search (rowid, title, body)"
    " SELECT number, number || ' ' || title || ' ' || source_key,"
    " (SELECT group_concat(body, char(10)) FROM message WHERE ticket_id = ticket.id)"
    " FROM ticket WHERE id = ? AND number IS NOT NULL"
)
_FIND = (
    "SELECT ticket.id FROM ("
    " SELECT rowid, bm25(search, 4.0, 1.0) AS score FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
    ") AS found JOIN ticket ON ticket.number = found.rowid ORDER BY found.score, found.rowid DESC LIMIT ?"
)
_FIND_ON = (
    "SELECT ticket.id FROM ("
    " SELECT search.rowid, bm25(search, 4.0, 1.0) AS score FROM search CROSS JOIN ticket"
    " ON ticket.number = search.rowid WHERE search MATCH ? AND ticket.board_id IN (SELECT value FROM json_each(?))"
    " ORDER BY search.rowid DESC LIMIT ?"
    ") AS found JOIN ticket ON ticket.number = found.rowid ORDER BY found.score, found.rowid DESC LIMIT ?"
)
_WORD = re.compile(r"\w+")
_WITH_WORD = (
    "SELECT id FROM ticket"
    " WHERE search_words(CAST(number AS text) || ' ' || title || ' ' || source_key) @@ CAST(:{word} AS tsquery)"
    " UNION SELECT ticket_id FROM message WHERE search_words(body) @@ CAST(:{word} AS tsquery)"
)
_NEWEST = (
    "SELECT ticket.id FROM ({found}) AS found JOIN ticket ON ticket.id = found.id WHERE number IS NOT NULL{where}"
    " ORDER BY search_words(title) @@ CAST(:all AS tsquery) DESC, number DESC LIMIT :most"
)


def is_search_table(name: str) -> bool:
    """Tell whether a table belongs to the search index, so that Alembic leaves it alone."""
    return name == "search" or name.startswith("search_")


def match_expression(text: str) -> str:
    """Return what FTS5 looks for: every word of `text`, each as the beginning of a word; empty when it has none."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(text))


def search(
    connection: sqlite3.Connection, text: str, boards: Collection[str] | None = None
) -> tuple[str, ...]:
    """Return the ids of the tickets that hold all the words, best first, at most 200; on these `boards`, or on all."""
    expression = match_expression(text)
    if not expression:
        return ()
    if boards is None:
        found = connection.execute(_FIND, (expression, RANKED, MOST))
    else:
        found = connection.execute(_FIND_ON, (expression, json.dumps(sorted(boards)), RANKED, MOST))
    return tuple(ticket_id for (ticket_id,) in found)


def search_in(connection: Connection, text: str, boards: Collection[str] | None = None) -> tuple[str, ...]:
    """Return what `search` does, from either database; PostgreSQL ranks what has the words in its title first."""
    from sqlalchemy import text as sql

    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return search(driver, text, boards)
    words = {f"word{number}": f"'{word}':*" for number, word in enumerate(_plain_words(text))}
    if not words:
        return ()
    found = " INTERSECT ".join(f"({_WITH_WORD.format(word=name)})" for name in words)
    values: dict[str, Any] = {**words, "all": " & ".join(words.values()), "most": MOST}
    where = ""
    if boards is not None:
        where, values["boards"] = " AND board_id = ANY(:boards)", sorted(boards)
    return tuple(connection.scalars(sql(_NEWEST.format(found=found, where=where)), values))


def _plain_words(text: str) -> list[str]:
    """Return the words of a question as PostgreSQL's index holds them: without accents, split at every sign."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(sign for sign in decomposed if not "\u0300" <= sign <= "\u036f")
    return re.findall(r"[^\W_]+", bare)[:MOST_WORDS]


def index(connection: Connection, ticket_ids: Iterable[str]) -> None:
    """Read the tickets' words anew; on SQLite only, PostgreSQL has an index of its own."""
    rows = [(ticket_id,) for ticket_id in sorted(ticket_ids)]
    if rows and connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_INDEX, rows)
