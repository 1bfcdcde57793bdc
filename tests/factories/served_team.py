"""A team's real server on this machine, over HTTP, and a cable to it that can be cut."""

from __future__ import annotations

import functools
import select
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn

from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import mutation_of
from kanbandesk.server.api.app import create_app
from kanbandesk.server.api.services import Settings
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.workspace import create_file
from kanbandesk.server.people.passwords import Passwords
from kanbandesk.server.people.people import People
from kanbandesk.workflow.commands import Command, SaveAgent
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from tests.factories.board_files import me_of

CHEAP = 8 * 1024
"""KiB of memory for hashing a password: a test has no secret."""


def system_clock() -> int:
    return time.time_ns() // 1_000_000


@functools.cache
def _new_workspace() -> bytes:
    """The file of a new workspace: making one takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "server.db"
        create_file(path, me="Ada Berg", now=system_clock(), meta={"name": "Support"})
        database = Database.open(path)
        with database.begin() as connection:
            rebuild_members(connection)
        database.close()
        return path.read_bytes()


class ServedTeam:
    """A workspace with its first person, Ada; `start` serves it, and `stop` ends that, as often as wanted."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.path, self.files = folder / "server.db", FileFolder(folder / "files")
        self.path.write_bytes(_new_workspace())
        self.ada = me_of(self.path)
        self.settings: Settings | None = None
        self.port = 0
        self._uvicorn: uvicorn.Server | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve at the same port as before."""
        database = Database.open(self.path)
        self.core = TeamServer(database, system_clock, self.files)
        self.core.start()
        self.people = People(database, system_clock, Passwords(CHEAP))
        self._app = create_app(self.core, self.people, self.settings)
        self._uvicorn = uvicorn.Server(
            uvicorn.Config(self._app, log_config=None, access_log=False, timeout_graceful_shutdown=1)
        )
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        self.port = listener.getsockname()[1]
        self._thread = threading.Thread(target=self._uvicorn.run, args=([listener],))
        self._thread.start()

    def stop(self) -> None:
        """Serve no more."""
        if self._uvicorn is not None:
            self._app.state.services.waiting.close()
            self._uvicorn.should_exit = True
            self._thread.join()
            self.core.close()
            self._uvicorn = None

    @contextmanager
    def in_a_process(self) -> Iterator[None]:
        """Serve from a process of its own at the same port, which is killed (-9) when the block ends."""
        words = ("--home", str(self.path.parent), "serve", "--port", str(self.port))
        child = subprocess.Popen(
            (sys.executable, "-m", "kanbandesk", *words), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            assert child.stdout is not None
            assert child.stdout.readline(), "it did not come to listen"
            yield
        finally:
            child.kill()
            child.communicate()

    def agent(self, name: str, *roles: Role) -> str:
        """Let somebody begin to work here; return the id."""
        agent = Agent(id=new_id(), name=name, roles=roles or (Role.AGENT,))
        self.decide(SaveAgent(agent=agent))
        return agent.id

    def decide(self, command: Command) -> None:
        """Carry out a command of Ada's at the server itself; it must be applied."""
        mutation = mutation_of(command, uid=new_id(), at=system_clock())
        submission = Submission(mutation=mutation, client_id="server", actor_id=self.ada)
        result = self.core.submit(submission).result()
        assert result.status.value == "applied", result

    def token(self, agent_id: str, device: str = "laptop") -> str:
        """Begin a session and return its token."""
        with self.core.database.begin() as connection:
            opened = self.people.sessions.open(
                connection, agent_id=agent_id, client_id=new_id(), device=device
            )
        return opened[0]


class Cable:
    """A port of this machine that leads to another one, until it is cut."""

    def __init__(self, port: int) -> None:
        self._target = port
        self.port = 0
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self.mend()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def mend(self) -> None:
        """Let everything through (again)."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._listen, args=(self._listener,), daemon=True)
        self._accepting.start()

    def cut(self) -> None:
        """End every connection, and take no new one."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join()  # who comes through the door right now is among those who are sent away
        self._listener.close()
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for one in self._sockets:
            one.close()
        self._sockets, self._threads = [], []

    def _listen(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                for one in (near, far):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._sockets += [near, far]
                carrier = threading.Thread(target=self._carry, args=(near, far), daemon=True)
                self._threads.append(carrier)
                carrier.start()

    def passes(self, said: bytes, near: socket.socket) -> bool:
        """Tell whether what a desk says goes on; the line is hung up when it does not."""
        del said, near
        return True

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError):
            while True:
                for ready in select.select((near, far), (), ())[0]:
                    said = ready.recv(1 << 16)
                    if not said or (ready is near and not self.passes(said, near)):
                        for one in (near, far):
                            one.shutdown(socket.SHUT_RDWR)
                        return
                    (far if ready is near else near).sendall(said)
