"""A workspace of one moment as a SQLite file, out of either database; and its way into either."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Table, inspect, select

from kanbandesk.models import search
from kanbandesk.models.base import table_of
from kanbandesk.models.engine import writing_engine
from kanbandesk.models.ledger import SyncHead
from kanbandesk.models.migrations.runner import database_version
from kanbandesk.models.schema import SCHEMA_VERSION, bring_up_to_date, copy_database
from kanbandesk.models.team import Account
from kanbandesk.models.tickets import TicketRow
from kanbandesk.server.core.database import Database
from kanbandesk.server.moving.refusal import CannotMove, database_faults
from kanbandesk.server.moving.tables import TABLES, Sums, clear, copy_tables, differing, sums_of

_HEAD, _ACCOUNT, _TICKET = map(table_of, (SyncHead, Account, TicketRow))


def take_snapshot(database: Database, path: Path, tables: Sequence[Table] = TABLES) -> None:
    """Write the workspace as it stands now to a new SQLite file, also while others work on it.

    Of PostgreSQL only these `tables`; the others stay empty.
    CannotMove when there is none, or when its tables are another version's.
    """
    with database_faults(path, database.name):
        if database.path is not None:
            copy_database(database.path, path)
            return
        with database.reading() as source:
            version = database_version(source)
            if version != SCHEMA_VERSION:
                raise CannotMove(
                    path,
                    f"{database.name} holds no workspace of this version (its tables are of version {version},"
                    f" this program's of {SCHEMA_VERSION}). Start its server once with this program.",
                )
            bring_up_to_date(path)
            with writing_to(path) as target:
                sums = copy_tables(source, target, tables)
                search.index(target, target.scalars(select(_TICKET.c.id)).all())
                check_arrival(path, sums, sums_of(target, tables))


def fill_database(database: Database, snapshot: Path) -> None:
    """Put a snapshot into a PostgreSQL database that holds no workspace, in one transaction.

    CannotMove when there is one already, or when what arrived is not what was sent; nothing is changed then.
    """
    with database_faults(snapshot, database.name):
        database.migrate()
        with database.begin() as target, reading_from(snapshot) as source:
            target.exec_driver_sql("LOCK TABLE sync_head IN EXCLUSIVE MODE")
            check_is_vacant(target, snapshot, database.name)
            clear(target)
            check_arrival(snapshot, copy_tables(source, target), sums_of(target))


def check_vacancy(database: Database, place: Path) -> None:
    """Raise CannotMove when the database holds a workspace in which anything was done."""
    with database_faults(place, database.name), database.reading() as connection:
        if inspect(connection).has_table(_HEAD.name):
            check_is_vacant(connection, place, database.name)


def check_is_vacant(connection: Connection, place: Path, name: str) -> None:
    """As `check_vacancy`: a workspace that a server made when it was started, and nobody has entered, may go."""
    if (connection.scalar(select(_HEAD.c.ver)) or 0) > 1 or connection.execute(select(_ACCOUNT)).first():
        raise CannotMove(
            place, f"{name} holds a workspace already; it was left untouched. Name an empty one."
        )


def seal(path: Path) -> None:
    """Bring all of a snapshot into its one file, down to the disk, so that it may be given another name."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def writing_to(path: Path) -> Iterator[Connection]:
    """Change a snapshot in one transaction."""
    engine = writing_engine(path)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def reading_from(path: Path) -> Iterator[Connection]:
    """Read a snapshot."""
    with writing_to(path) as connection:
        yield connection


def check_arrival(place: Path, sent: Sums, arrived: Sums) -> None:
    """Raise CannotMove when tables are not what they were."""
    wrong = differing(sent, arrived)
    if wrong:
        raise CannotMove(
            place, f"What arrived in {', '.join(wrong)} is not what was sent. Nothing was changed."
        )
