"""Runs Alembic from within the program: no ini file, no command line."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kanbandesk.models import ledger, people, team, tickets  # noqa: F401 - the tables
from kanbandesk.models.base import Base
from kanbandesk.models.engine import writing_engine
from kanbandesk.models.faults import NotUpgraded
from kanbandesk.models.schema import APPLICATION_ID
from kanbandesk.models.search import is_search_table

FOLDER = Path(__file__).resolve().parent


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
    """Tell Alembic to leave the search index's tables alone."""
    return not (kind == "table" and name is not None and is_search_table(name))
