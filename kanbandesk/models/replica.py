"""What a desk's replica holds beside the server's tables: shadows, groups, what it wants, how far it has come.

A shadow is the server's image of a row that this desk has touched; a row named in `shadow` without one in
`shadow_<table>` is not there on the server. Standard library only, since the start reads which cards are pending.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kanbandesk.models.rows import SETTINGS, TABLES
from kanbandesk.workflow.cards import Card

LAYOUT = "3"
"""Of the tables made here; a replica of another one is made anew."""
SETTING_TABLE = "setting"
KIND_OF_TABLE = {table: kind for kind, table in TABLES.items()}
KIND_OF_WORD = KIND_OF_TABLE | {word: kind for kind, word in SETTINGS.items()}
"""The kinds of entities by their words on the wire."""
TABLE_OF_WORD = {table: table for table in KIND_OF_TABLE} | dict.fromkeys(SETTINGS.values(), SETTING_TABLE)
STORY_KINDS = ("message", "attachment", "event")
"""Kinds whose rows name the one ticket whose story they belong to."""
REPLICATED = (*KIND_OF_TABLE, SETTING_TABLE)
"""The tables whose rows come from the server."""

_TABLES = """
CREATE TABLE replica_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE shadow (kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE row_group (
    kind TEXT NOT NULL, id TEXT NOT NULL, grp TEXT NOT NULL, PRIMARY KEY (kind, id, grp)
) WITHOUT ROWID;
CREATE INDEX ix_row_group_grp ON row_group (grp);
CREATE TABLE held_group (grp TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX ix_ticket_own_open ON ticket (owner_id, id) WHERE closed_at IS NULL;
CREATE TABLE wanted (ticket_id TEXT PRIMARY KEY, turn INTEGER NOT NULL) WITHOUT ROWID;
"""
SEARCH = "CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')"
"""The search index as the first migration makes it."""


def create_desk_tables(connection: sqlite3.Connection) -> None:
    """Add to a file with the server's tables what only a desk has."""
    connection.execute(SEARCH)
    for statement in filter(str.strip, _TABLES.split(";")):
        connection.execute(statement)
    for table in REPLICATED:
        connection.execute(f"CREATE TABLE {twin(connection, 'shadow', table)}")


def twin(connection: sqlite3.Connection, prefix: str, table: str) -> str:
    """Return name and columns of a table that keeps rows of `table` byte for byte: its columns have no affinity."""
    key = "kind, id" if table == SETTING_TABLE else "id"
    columns = ", ".join(f'"{name}"' for name in columns_of(connection, table))
    return f"{prefix}_{table} ({columns}, PRIMARY KEY ({key}))"


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns, in order."""
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def pending_ticket_ids(connection: sqlite3.Connection) -> set[str]:
    """Return the tickets that this desk has touched and the server has not confirmed yet."""
    return {ticket_id for (ticket_id,) in connection.execute("SELECT id FROM shadow WHERE kind = 'ticket'")}


def mark_pending(connection: sqlite3.Connection, cards: Iterable[Card]) -> None:
    """Let each card say whether it waits for the server."""
    pending = pending_ticket_ids(connection)
    for card in cards:
        card.is_pending = card.id in pending
