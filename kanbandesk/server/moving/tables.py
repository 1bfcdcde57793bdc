"""All tables of a workspace, copied between two databases and compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, func, insert, select

from kanbandesk.models import ledger, people, records, team, tickets
from kanbandesk.models.base import table_of
from kanbandesk.protocol import row_hash

TABLES: Final[tuple[Table, ...]] = tuple(
    table_of(declared)
    for declared in (
        ledger.SyncHead,
        ledger.CommitLog,
        ledger.DeskClient,
        ledger.ReceiptRow,
        ledger.Setting,
        ledger.Meta,
        people.AgentRow,
        people.ClientRow,
        people.ContactRow,
        tickets.TicketRow,
        tickets.MessageRow,
        tickets.AttachmentRow,
        tickets.EventRow,
        tickets.LinkRow,
        records.ViolationRow,
        records.TaskRow,
        records.NotificationRow,
        records.RatingRow,
        team.Member,
        team.Account,
        team.Session,
        team.Invitation,
        team.Audit,
        team.DeadLetter,
    )
)
"""What a workspace is made of."""
WITHOUT_FEED: Final = tuple(table for table in TABLES if table is not table_of(team.Member))
"""What the feed is not needed for: it is made anew from the rows."""
PASSING: Final[tuple[Table, ...]] = tuple(map(table_of, (team.Leader, team.PresenceRow, team.Throttle)))
"""What counts only for the processes of a moment: it stays behind."""

BATCH: Final = 2_000
Sums = dict[str, tuple[int, int]]
"""By table: how many rows, and the sum of their hashes."""


def copy_tables(
    source: Connection, target: Connection, tables: Sequence[Table] = TABLES, *, is_hashed: bool = True
) -> Sums:
    """Copy all rows into the empty tables of `target`, and return the sums of what was read.

    Between two SQLite files counting will do (`is_hashed`): hashing takes a third of the time.
    """
    for connection in (source, target):
        let_it_take_long(connection)
    sums: Sums = {}
    for table in tables:
        count = total = 0
        for rows in _batches(source, table):
            target.execute(insert(table), rows)
            count += len(rows)
            total += sum(row_hash(table.name, row) for row in rows) if is_hashed else 0
        sums[table.name] = (count, total)
    return sums


def counts_of(connection: Connection, tables: Sequence[Table]) -> Sums:
    """Return the sums of what is there, without hashes."""
    return {table.name: (_count(connection, table), 0) for table in tables}


def sums_of(connection: Connection, tables: Sequence[Table] = TABLES) -> Sums:
    """Return the sums of what is there."""
    sums: Sums = {}
    for table in tables:
        count = total = 0
        for rows in _batches(connection, table):
            count += len(rows)
            total += sum(row_hash(table.name, row) for row in rows)
        sums[table.name] = (count, total)
    return sums


def differing(one: Sums, other: Sums) -> list[str]:
    """Return the tables that are not the same."""
    return [name for name in one if one[name] != other.get(name)]


def count_rows(connection: Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    return {table.name: _count(connection, table) for table in TABLES}


def clear(connection: Connection, tables: tuple[Table, ...] = TABLES + PASSING) -> None:
    """Delete all rows."""
    for table in tables:
        connection.execute(delete(table))


def let_it_take_long(connection: Connection) -> None:
    """Lift PostgreSQL's limits of time until the end of the transaction."""
    if connection.dialect.name == "postgresql":
        for name in ("statement_timeout", "idle_in_transaction_session_timeout"):
            connection.exec_driver_sql(f"SET LOCAL {name} = 0")


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _batches(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    question = select(table).execution_options(stream_results=True, yield_per=BATCH)
    for rows in connection.execute(question).mappings().partitions():
        yield [dict(row) for row in rows]
