"""Desks that push to a server in this process; fixtures for tests of the server's core."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import Mutation, PushAnswer, PushRequest, Result, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.workflow.commands import Command, CreateTicket
from kanbandesk.workflow.ids import new_id
from tests.factories.databases import first_agent
from tests.factories.workflow import NOW


class Clock:
    """A clock that stands where it was set."""

    def __init__(self, now: int = NOW) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now


class Desk:
    """One desk's numbering, and its way to the server."""

    def __init__(self, server: TeamServer, agent_id: str, client_id: str = "") -> None:
        self.agent_id = agent_id
        self.client_id = client_id or new_id()
        self._server = server
        self._mid = 0

    def mutation(self, command: Command, **changes: object) -> Mutation:
        """Return the desk's next mutation."""
        self._mid += 1
        made = mutation_of(command, uid=new_id(), at=NOW)
        return replace(made, **{"mid": self._mid, **changes})  # type: ignore[arg-type]

    def send(self, *mutations: Mutation) -> Future[PushAnswer]:
        """Push mutations; what comes of it is awaited elsewhere."""
        request = PushRequest(client_id=self.client_id, mutations=mutations, app="1.2")
        return self._server.push(self.agent_id, request)

    def push(self, *mutations: Mutation) -> PushAnswer:
        """Push mutations and return the answer."""
        return self.send(*mutations).result(timeout=30)

    def do(self, command: Command, **changes: object) -> Result:
        """Push one command and return what became of it."""
        return self.push(self.mutation(command, **changes)).results[0]


def creation(title: str = "Blank labels", **changes: object) -> CreateTicket:
    """Return a command that opens a ticket."""
    return CreateTicket(**{"ticket_id": new_id(), "title": title, **changes})  # type: ignore[arg-type]


def rows(database: Database, question: str) -> list[tuple[object, ...]]:
    """Return what the database answers."""
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(text(question))]


@pytest.fixture
def clock() -> Clock:
    """The server's clock."""
    return Clock()


@pytest.fixture
def server(database: Database, clock: Clock, tmp_path: Path) -> Iterator[TeamServer]:
    """A server over each of the databases, without threads until it is started."""
    server = TeamServer(database, clock, FileFolder(tmp_path / "files"))
    yield server
    server.close()


@pytest.fixture
def desk(server: TeamServer, database: Database) -> Desk:
    """The desk of the workspace's first person."""
    return Desk(server, first_agent(database))
