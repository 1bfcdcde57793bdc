"""Runs Alembic from within the program: no ini file, no command line."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from kanbandesk.models import ledger, people, records, team, tickets  # noqa: F401 - the tables
from kanbandesk.models.base import Base
from kanbandesk.models.engine import writing_engine
from kanbandesk.models.faults import Newer, NotUpgraded
from kanbandesk.models.schema import APPLICATION_ID, SCHEMA_VERSION
from kanbandesk.models.search import is_search_table

FOLDER = Path(__file__).resolve().parent
_ONE_AT_A_TIME = 0x4B424E44
"""The key of PostgreSQL's advisory lock under which a schema is changed: several processes may start at once."""


def migrate(path: Path, version: int) -> None:
    """Bring the SQLite file at `path` to schema `version`, in one transaction; NotUpgraded when that fails."""
    engine = writing_engine(path)
    try:
        with engine.begin() as connection:
            upgrade(connection, version)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    except DBAPIError as error:
        raise NotUpgraded(path, str(error.orig)) from error
    finally:
        engine.dispose()


def migrate_engine(engine: Engine, version: int = SCHEMA_VERSION) -> None:
    """Bring a PostgreSQL database to schema `version`, in one transaction; an empty one gets all tables.

    Newer when a newer program changed it already, NotUpgraded when it cannot be changed.
    """
    name = Path(engine.url.database or "")
    try:
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            connection.execute(text("SET LOCAL lock_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
            present = database_version(connection)
            if present > version:
                raise Newer(name)
            if present < version:
                upgrade(connection, version)
    except DBAPIError as error:
        raise NotUpgraded(name, str(error.orig)) from error


def database_version(connection: Connection) -> int:
    """Return the schema's version as Alembic noted it, 0 in an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return 0
    return int(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or 0)


def upgrade(connection: Connection, version: int) -> None:
    """Run the steps up to `version` inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, f"{version:04}")


def differences(connection: Connection) -> list[object]:
    """Return what the tables of `models` have that the database has not, and the other way round."""
    context = MigrationContext.configure(connection, opts={"include_name": is_ours, "compare_type": True})
    return list(compare_metadata(context, Base.metadata))


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Tell Alembic to leave the search index alone: SQLite's tables, PostgreSQL's indexes."""
    return not (kind in ("table", "index") and name is not None and is_search_table(name))
