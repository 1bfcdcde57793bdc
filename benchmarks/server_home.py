"""Workspaces of a team, made once by sharing a populated home; and real servers that serve copies of them.

A server lives in the present, the population at a moment of its own: what has become due since then (postponed tickets
wake, solved ones close) is done once, before the workspace is kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from benchmarks.homes import CACHE, made_by, populated_home
from benchmarks.machine import ROOT
from kanbandesk.app.homes import BOARD, FILES
from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import Meta
from kanbandesk.models.shelf import Shelf
from kanbandesk.protocol import Outcome, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.moving.places import Place
from kanbandesk.server.moving.sharing import move, share
from kanbandesk.server.people.people import People
from kanbandesk.server.places import DATABASE, file_folder
from kanbandesk.workflow.commands import SaveProcess
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.process import Process
from tests.factories.databases import Postgres

SQLITE, POSTGRESQL = "sqlite", "postgresql"
PATIENCE = 60
"""Seconds after which a server that does not stop is killed."""


class NoAnswer(Exception):
    """A server did not start; the text is its log."""


@dataclass(frozen=True, slots=True)
class Member:
    """A desk that is signed in: its token, and whose it is."""

    token: str
    client_id: str
    agent_id: str


def system_now() -> int:
    """Return UTC milliseconds."""
    return time.time_ns() // 1_000_000


def team_home(tickets: int, cache: Path = CACHE) -> Path:
    """Return a server's home with so many tickets, made now unless it is there."""
    path = cache / f"team-{tickets}-{made_by()}"
    if not path.exists():
        unfinished = path.with_name(f"{path.name}.part")
        shutil.rmtree(unfinished, ignore_errors=True)
        board = populated_home(tickets)
        with Place.prepared(unfinished, "") as place:
            share(board / BOARD, board / FILES, place, "ada@example.org")
        _do_what_is_due(unfinished)
        unfinished.rename(path)
    return path


def _do_what_is_due(home: Path) -> None:
    with closing(TeamServer(Database.open(home / DATABASE), system_now, file_folder(home))) as team:
        while team.leader.lead():
            pass


@contextmanager
def server_copy(home: Path, *, has_timers: bool = True) -> Iterator[Path]:
    """Lend a copy of a server's home.

    The population is months old for a server: a ticket that is touched is overdue in every way, and the timers write
    that down. Where it is not to be among what is measured, they are off.
    """
    with tempfile.TemporaryDirectory(prefix="copy-", dir=home.parent) as folder:
        copy = Path(folder) / "home"
        shutil.copytree(home, copy)
        if not has_timers:
            _switch_timers_off(copy)
        yield copy


def _switch_timers_off(home: Path) -> None:
    database = Database.open(home / DATABASE)
    with closing(TeamServer(database, system_now, file_folder(home))) as team:
        with database.reading() as connection:
            [process] = Shelf(connection).select(Process, {})
        command = SaveProcess(process=replace(process, are_timers_on=False))
        mutation = mutation_of(command, uid=new_id(), at=system_now())
        submission = Submission(mutation=mutation, client_id=new_id(), actor_id=first_person(database))
        assert team.submit(submission).result().status is Outcome.APPLIED


@contextmanager
def workspace(kind: str, home: Path) -> Iterator[tuple[Path, str]]:
    """Lend a server's home and the address of its database, empty for the SQLite file in it: a copy of `home`.

    PostgreSQL runs for the length of the block with the settings it comes with, so what is committed is on the disk.
    """
    with server_copy(home) as copy:
        if kind == SQLITE:
            yield copy, ""
            return
        with Postgres() as postgres, tempfile.TemporaryDirectory(dir=copy.parent) as folder:
            url = postgres.url(postgres.create())
            target = Path(folder) / "home"
            with closing(Database.open(copy / DATABASE)) as source, Place.prepared(target, url) as place:
                move(source, copy / FILES, place)
            yield target, url


@contextmanager
def opened(home: Path, url: str) -> Iterator[Database]:
    """Open the database of a server's home, while no server runs on it."""
    with closing(Database.open(url or home / DATABASE)) as database:
        yield database


def sign_in(database: Database, count: int) -> list[Member]:
    """Begin sessions of so many desks, the colleagues taking turns."""
    people = People(database, system_now)
    with database.reading() as connection:
        me = first_person(database)
        agents = sorted(agent.id for agent in Shelf(connection).select(Agent, {}) if agent.id != me)
    return [_member(database, people, agents[number % len(agents)]) for number in range(count)]


def sign_in_first(database: Database) -> Member:
    """Begin a session of the workspace's first person."""
    return _member(database, People(database, system_now), first_person(database))


def first_person(database: Database) -> str:
    """Return the id of the person whose board it was."""
    with database.reading() as connection:
        return str(connection.scalar(select(table_of(Meta).c.value).where(table_of(Meta).c.key == "me")))


def _member(database: Database, people: People, agent_id: str) -> Member:
    client_id = new_id()
    with database.begin() as connection:
        token, *_ = people.sessions.open(
            connection, agent_id=agent_id, client_id=client_id, device="benchmark"
        )
    return Member(token, client_id, agent_id)


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs."""

    url: str
    pid: int

    def processor_seconds(self) -> float:
        """Return how long it has kept a processor busy, with all its threads; 0 where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(home: Path, url: str = "", program: Sequence[str] = ("-m", "kanbandesk")) -> Iterator[Served]:
    """Run `kanbandesk serve` for the length of the block. Raises NoAnswer."""
    log = home.parent / "server.log"
    database = ["--database", url] if url else []
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, *program, "serve", "--home", str(home), "--port", "0", *database],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            if " at http" not in line:
                raise NoAnswer(line + log.read_text(encoding="utf-8"))
            yield Served(line.rpartition(" ")[2].strip(), process.pid)
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()
