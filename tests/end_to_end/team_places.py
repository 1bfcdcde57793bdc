"""Where a killed team's rows lie: a SQLite file, or a real PostgreSQL whose processes can be killed too."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import select

from kanbandesk.models.base import table_of
from kanbandesk.models.team import Leader
from kanbandesk.server.core.database import Database
from kanbandesk.server.people.people import People
from kanbandesk.server.places import DATABASE, FILES, system_clock
from kanbandesk.simulate.house import furnish
from kanbandesk.workflow.ids import new_id
from tests.end_to_end.team_children import pause
from tests.factories.databases import NOBODY, Postgres

_LEADER = table_of(Leader)
_BACKENDS = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = %s"


class SqlitePlace:
    """A workspace in a server's home; there is no process of a database to be killed."""

    url = ""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir()
        furnish_home(home, home / DATABASE)

    def open(self) -> Database:
        """Open the database beside whoever else has it open."""
        return Database.open(self.home / DATABASE)

    def close(self) -> None:
        """Nothing runs."""


class MortalPostgres(Postgres):
    """A PostgreSQL with the settings of an operator, whose processes are killed and that is torn down and restarted."""

    def kill_backend(self, name: str, draw: Callable[[list[int]], int]) -> bool:
        """Kill a process that serves a connection: all begin anew, from the log. False without one."""
        with suppress(psycopg.Error), self._connected() as connection:
            pids = [pid for (pid,) in connection.execute(_BACKENDS, (name,))]
            if pids:
                with suppress(ProcessLookupError):
                    os.kill(draw(pids), signal.SIGKILL)
                    return True
        return False

    def restart(self) -> None:
        """Tear the server down as a cut of the power would (pg_ctl -m immediate), and start it again."""
        owner: dict[str, Any] = {}
        if os.geteuid() == 0:
            owner = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        subprocess.run(
            [self._program("pg_ctl"), "-D", "data", "-m", "immediate", "-w", "-l", "log", "restart"],
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            **owner,
        )

    def wait_until_up(self) -> None:
        """Wait until it takes connections again."""
        for _ in range(600):
            with suppress(psycopg.Error), self._connected():
                return
            pause(0.1)
        raise TimeoutError("PostgreSQL did not come up again")

    def _connected(self) -> psycopg.Connection[Any]:
        return psycopg.connect(f"host={self._folder} user=postgres dbname=postgres", autocommit=True)

    def _program(self, name: str) -> str:
        """Return the path of one of its programs, from the command line that it wrote down when it started."""
        line = (self._folder / "data" / "postmaster.opts").read_text()
        return str(Path(line.split(maxsplit=1)[0]).with_name(name))


class PostgresPlace:
    """A workspace in a database of its own."""

    def __init__(self, home: Path, server: MortalPostgres) -> None:
        self.home, self.server = home, server
        home.mkdir()
        server.wait_until_up()
        self.name = server.create()
        self.url = server.url(self.name)
        furnish_home(home, self.url)

    def open(self) -> Database:
        """Open the database."""
        return Database.open(self.url)

    def close(self) -> None:
        """Delete the database."""
        self.server.wait_until_up()
        self.server.drop(self.name)


Place = SqlitePlace | PostgresPlace


def furnish_home(home: Path, place: str | Path) -> None:
    """Make the workspace of a simulated team."""
    (home / FILES).mkdir()
    database = Database.open(place)
    furnish(database, home / FILES)
    database.close()


def tokens(place: Place, agent_ids: list[str]) -> list[str]:
    """Begin a session for each of these people and return the tokens."""
    database = place.open()
    sessions = People(database, system_clock).sessions
    with database.begin() as connection:
        begun = [
            sessions.open(connection, agent_id=agent_id, client_id=new_id(), device="laptop")[0]
            for agent_id in agent_ids
        ]
    database.close()
    return begun


def leader(place: Place) -> tuple[str, int]:
    """Return who has the lease of the timers, and its token; nobody and 0 before anybody has taken it."""
    database = place.open()
    with database.reading() as connection:
        row = connection.execute(select(_LEADER.c.holder, _LEADER.c.token)).first()
    database.close()
    return (row.holder, row.token) if row is not None else ("", 0)
