"""Whoever knocks at the server's door: people with accounts, a clock that the test sets, an API to speak to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from kanbandesk.models.files import FileFolder
from kanbandesk.models.shelf import Shelf
from kanbandesk.protocol import Outcome, Result, mutation_of
from kanbandesk.server.api.app import create_app
from kanbandesk.server.api.services import Services, Settings
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.people.accounts import SignedIn, SignIn
from kanbandesk.server.people.passwords import Passwords
from kanbandesk.server.people.people import People
from kanbandesk.workflow.commands import AddAttachment, Command, SaveAgent
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from tests.factories.databases import first_agent
from tests.factories.workflow import NOW

PASSWORD = "a green house by the lake"
CHEAP = Passwords(memory=64)
"""Hashes quickly: a test has no secret."""


class Clock:
    """UTC ms, as the test sets it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now


class Door:
    """A workspace's server and its people; while it is `open`, `client` speaks to it as a desk does."""

    def __init__(self, database: Database, folder: Path, settings: Settings | None = None) -> None:
        self.clock = Clock()
        self._folder = folder
        self.database = database
        with database.begin() as connection:
            rebuild_members(connection)
        self.team = TeamServer(database, self.clock, FileFolder(folder / "files"))
        self.people = People(database, self.clock, CHEAP)
        self.app: FastAPI = create_app(self.team, self.people, settings)
        self.ada = first_agent(database)

    @property
    def services(self) -> Services:
        """What the routes work with."""
        services: Services = self.app.state.services
        return services

    @contextmanager
    def open(self) -> Iterator[str]:
        """Serve on this computer until the end of the block; gives the address."""
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)) as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen(64)
            server = uvicorn.Server(uvicorn.Config(self.app, log_config=None, access_log=False))
            thread = threading.Thread(target=server.run, args=([listener],))
            thread.start()
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            try:
                with httpx.Client(base_url=address, timeout=30, trust_env=False) as self.client:
                    yield address
            finally:
                self.services.waiting.close()
                server.should_exit = True
                thread.join()
                self.team.close()

    def agent(self, name: str = "Ben", *roles: Role) -> str:
        """Let somebody work here, who can sign in by this name; return the id."""
        agent = Agent(id=new_id(), name=name, roles=roles or (Role.AGENT,))
        self.decide(SaveAgent(agent=agent))
        self.let_in(agent.id, name)
        return agent.id

    def leave(self, agent_id: str) -> None:
        """Let somebody work here no more."""
        self.decide(SaveAgent(agent=replace(self._agent(agent_id), is_active=False)))

    def become(self, agent_id: str, *roles: Role) -> None:
        """Let somebody be something else."""
        self.decide(SaveAgent(agent=replace(self._agent(agent_id), roles=roles)))

    def attach(self, ticket_id: str, attachment_id: str, content: bytes) -> str:
        """Hang a file on a ticket; return its address."""
        path = self._folder / "plan.txt"
        path.write_bytes(content)
        sha256, size = self.team.files.keep(path)
        command = AddAttachment(
            ticket_id=ticket_id,
            attachment_id=attachment_id,
            file_name=path.name,
            size=size,
            media_type="text/plain",
            sha256=sha256,
        )
        self.decide(command, self.ada)
        return sha256

    def _agent(self, agent_id: str) -> Agent:
        with self.database.reading() as connection:
            agent = Shelf(connection).read(Agent, agent_id)
        assert agent is not None
        return agent

    def let_in(self, agent_id: str, login: str) -> None:
        """Give somebody an account."""
        token, _ = self.people.invitations.invite(agent_id, login, by=self.ada)
        self.people.invitations.accept(token, PASSWORD, "")

    def decide(self, command: Command, actor_id: str = "") -> Result:
        """Have the ledger run a command, of the system unless somebody is named."""
        kind = Role.AGENT if actor_id else Role.SYSTEM
        submission = Submission(
            mutation=mutation_of(command, uid=new_id(), at=self.clock()),
            client_id="test",
            actor_kind=kind,
            actor_id=actor_id,
        )
        result = self.team.submit(submission).result()
        assert result.status is Outcome.APPLIED, result
        return result

    def sign_in(self, login: str = "ben", client_id: str = "", code: str = "") -> SignedIn:
        """Sign in from a desk of its own."""
        tried = SignIn(
            login=login, password=PASSWORD, client_id=client_id or new_id(), code=code, address="a"
        )
        return self.people.accounts.sign_in(tried)

    def ask(self, method: str, path: str, token: str = "", **body: Any) -> httpx.Response:
        """Ask with a session's token."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return self.client.request(method, path, headers=headers, **body)
