"""A team without threads or network: one server and several desks, each over its own folder, driven by hand."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.files import FileFolder
from kanbandesk.models.rows import TABLES
from kanbandesk.protocol import Problem, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.workspace import create_file
from kanbandesk.sync.core import Applied, DeskCore, Guess
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.commands import AddNote, Command, CreateTicket, SaveAgent, SaveBoard
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from tests.factories.board_files import me_of
from tests.factories.workflow import NOW

Rows = dict[tuple[str, str], tuple[Any, ...]]
CANARY = "sodiumpentathol"
NewDesk = Callable[[str, str], "Desk"]


class Clock:
    """A clock that goes forward by a millisecond each time it is read, and further when told to."""

    def __init__(self, now: int = NOW) -> None:
        self.at = now

    def __call__(self) -> int:
        self.at += 1
        return self.at


class Crash(BaseException):
    """The power goes."""


class Team:
    """The server, and its people."""

    def __init__(self, folder: Path, clock: Callable[[], int]) -> None:
        self.folder, self.clock = folder, clock
        self.path = folder / "server.db"
        if not self.path.exists():
            create_file(self.path, me="Ada Berg", now=NOW, meta={"name": "Support"})
        self.ada = me_of(self.path)
        database = Database.open(self.path)
        self.server = TeamServer(database, clock, FileFolder(folder / "files"))
        with database.begin() as connection:
            rebuild_members(connection)

    def agent(self, name: str, *roles: Role) -> str:
        """Let somebody begin to work here; return the id."""
        agent = Agent(id=new_id(), name=name, roles=roles or (Role.AGENT,))
        self.decide(SaveAgent(agent=agent))
        return agent.id

    def decide(self, command: Command, agent_id: str = "") -> None:
        """Carry out a command at the server itself; it must be applied."""
        mutation = mutation_of(command, uid=new_id(), at=self.clock())
        submission = Submission(mutation=mutation, client_id="server", actor_id=agent_id or self.ada)
        result = self.server.submit(submission).result()
        assert result.status.value == "applied", result

    def show_board_to(self, *agent_ids: str) -> None:
        """Let only these see the support board; nobody named: everybody."""
        with closing(sqlite3.connect(self.path)) as connection:
            of_support = "SELECT data FROM setting WHERE kind = 'board' AND id = 'support'"
            (text,) = connection.execute(of_support).fetchone()
        self.decide(SaveBoard(board=replace(decode(Board, json.loads(text)), member_ids=agent_ids)))

    def copy_to(self, path: Path) -> None:
        """Put a copy of the server's database aside."""
        with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)

    def restore(self, path: Path) -> None:
        """Go on from a copy, without telling anybody."""
        self.server.close()
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        shutil.copy(path, self.path)
        self.server = TeamServer(Database.open(self.path), self.clock, FileFolder(self.folder / "files"))

    def close(self) -> None:
        self.server.close()


class Desk:
    """One person's desk; `crash_at` lets it break when it comes to a step for the nth time."""

    def __init__(
        self, team: Team, folder: Path, agent_id: str, clock: Callable[[], int] | None = None
    ) -> None:
        folder.mkdir(exist_ok=True)
        self.team, self.folder, self.agent_id = team, folder, agent_id
        self.clock = clock or team.clock
        self.steps: list[str] = []
        self.crash_at: tuple[str, int] | None = None
        self.fail_at = ""
        """The step at which the disk is full."""
        self.core = self._open()

    def do(self, command: Command, uid: str = "") -> Guess:
        """Give a command."""
        return self.core.submit(command, uid or new_id(), self.core.now())

    def done(self, command: Command, uid: str = "") -> Guess:
        """Give a command that the desk must believe to be applied."""
        guess = self.do(command, uid)
        assert guess.receipt is not None, guess
        assert guess.receipt.is_applied, guess
        return guess

    def push(self) -> bool:
        """Send what there is, once; tell whether there was anything."""
        request = self.core.next_push()
        if request is None:
            return False
        try:
            answer = self.team.server.push(self.agent_id, request).result()
        except Problem as problem:
            self.core.take_push_problem(problem)
        else:
            self.core.take_push_answer(answer)
        return True

    def pull(self, before_each_page: Callable[[], None] = lambda: None) -> Applied | None:
        """Pull until a checkpoint is applied or there is nothing new."""
        while True:
            before_each_page()
            try:
                answer = self.team.server.pull(self.agent_id, self.core.next_pull())
            except Problem as problem:
                self.core.take_pull_problem(problem)
                continue
            if answer is None:
                self.core.take_no_news()
                return None
            if self.core.stage(answer):
                return self.core.apply()

    def settle(self) -> list[Receipt]:
        """Push and pull until nothing is left to tell; return the verdicts."""
        verdicts: list[Receipt] = []
        for _ in range(100):
            while self.push():
                pass
            applied = self.pull()
            if applied is not None:
                verdicts += applied.receipts
            elif self.core.next_push() is None:
                return verdicts
        raise AssertionError("It never comes to rest.")

    def reopen(self) -> DeskCore:
        """Drop the core as a crash would, and open the folder anew."""
        self.core.close()
        self.crash_at = None
        self.core = self._open()
        return self.core

    @contextmanager
    def crashing(self, step: str, times: int = 1) -> Iterator[None]:
        """Break at a step; the desk is opened anew behind the block."""
        self.crash_at = (step, times)
        try:
            yield
        except Crash:
            pass
        else:
            raise AssertionError(f"It never came to {step!r}; it went {self.steps[-20:]}")
        self.reopen()

    def rows(self) -> Rows:
        """Return the rows of the replica that came from the server or were guessed."""
        with closing(sqlite3.connect(self.core.replica_path)) as connection:
            return rows_of(connection)

    def _open(self) -> DeskCore:
        return DeskCore(
            self.folder, agent_id=self.agent_id, clock=self.clock, name="Support", fault=self._fault
        )

    def _fault(self, step: str) -> None:
        self.steps.append(step)
        if step == self.fail_at:
            raise sqlite3.OperationalError("database or disk is full")
        if self.crash_at is not None and self.crash_at[0] == step:
            if self.crash_at[1] == 1:
                raise Crash(step)
            self.crash_at = (step, self.crash_at[1] - 1)


def rows_of(connection: sqlite3.Connection) -> Rows:
    """Return all replicated rows of a database by kind and id."""
    rows: Rows = {}
    for table in TABLES.values():
        for row in connection.execute(f"SELECT * FROM {table}"):
            rows[table, row[0]] = row
    for row in connection.execute("SELECT * FROM setting"):
        rows[row[0], row[1]] = row
    return rows


def server_view(desk: Desk) -> Rows:
    """Return what the server has for a desk: the rows of the groups that it holds."""
    with closing(sqlite3.connect(desk.core.replica_path)) as connection:
        groups = [group for (group,) in connection.execute("SELECT grp FROM held_group")]
    with closing(sqlite3.connect(desk.team.path)) as connection:
        marks = ", ".join("?" * len(groups))
        live = set(
            connection.execute(
                f"SELECT DISTINCT kind, id FROM member WHERE is_live AND grp IN ({marks})", groups
            )
        )
        return {key: row for key, row in rows_of(connection).items() if key in live}


def opening(title: str = "Blank labels", text: str = "Hello") -> CreateTicket:
    return CreateTicket(ticket_id=new_id(), title=title, text=text, message_id=new_id())


def note(ticket_id: str, text: str = "Seen") -> AddNote:
    return AddNote(ticket_id=ticket_id, message_id=new_id(), text=text)


def ticket_of(desk: Desk, title: str = "Blank labels", text: str = "Hello") -> str:
    """Open a ticket that the server knows, with its story on the desk."""
    command = opening(title, text)
    desk.done(command)
    desk.settle()
    return command.ticket_id


def value(desk: Desk, ticket_id: str, column: str) -> object:
    with closing(open_for_reading(desk.core.replica_path)) as connection:
        row = connection.execute(f"SELECT {column} FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
    return None if row is None else row[0]


def replica_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("replica.db*")))
