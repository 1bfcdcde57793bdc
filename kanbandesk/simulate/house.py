"""The server of a simulated team: the real core over a SQLite file, that dies, is saved and is put back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import cache
from pathlib import Path

from kanbandesk.models.files import FileFolder
from kanbandesk.models.schema import copy_database
from kanbandesk.protocol import Outcome, PullAnswer, PullRequest, PushAnswer, PushRequest, mutation_of
from kanbandesk.server.core.bootstrap import create_workspace
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.simulate.quick import scratch
from kanbandesk.simulate.work import BOARDS, Chance, Known, create
from kanbandesk.workflow.boards import Board, default_board
from kanbandesk.workflow.commands import Command, SaveAgent, SaveBoard, UndoChange
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.statuses import default_workflow

PAGES = (3, 7, 7, 20)
"""Rows in a page: so few that small boards take many."""
BEGAN = 1_780_000_000_000
"""The first moment of every run (UTC ms)."""
AGENTS = (
    Agent(id="ada", name="Ada", roles=(Role.AGENT, Role.LEAD, Role.ADMINISTRATOR)),
    Agent(id="ben", name="Ben", roles=(Role.AGENT,)),
    Agent(id="eva", name="Eva", roles=(Role.AGENT, Role.LEAD)),
)
IDS = tuple(agent.id for agent in AGENTS)


class Crash(BaseException):
    """The process ends here, as by a cut of the power."""


class House:
    """The one server, and the file that outlives it."""

    def __init__(self, folder: Path, clock: Callable[[], int], chance: Chance) -> None:
        self.path = folder / "server.db"
        self.clock, self.chance = clock, chance
        self.crash_share = 0.0
        """In how many of the mutations the server dies."""
        self.backup: Path | None = None
        self.restarts = 0
        self.page = chance.choice(PAGES)
        self._folder = folder
        self._slips: list[str] = []
        shutil.copyfile(_furnished(), self.path)
        self.server = self._start()

    def push(self, agent_id: str, request: PushRequest) -> Future[PushAnswer]:
        """Let the server decide, unless it dies over it."""
        return self.server.push(agent_id, request)

    def pull(self, agent_id: str, request: PullRequest) -> PullAnswer | None:
        """Return a page."""
        return self.server.pull(agent_id, request)

    def subscribe(self, listener: Callable[[int], object]) -> Callable[[], None]:
        """Nobody waits in a simulation: who pulls is drawn."""
        del listener
        return lambda: None

    def order(self, command: Command, agent_id: str = IDS[0], uid: str = "") -> Outcome:
        """Let somebody decide something on the server itself."""
        mutation = mutation_of(command, uid=uid or self.chance.uid(), at=self.clock())
        submission = Submission(
            mutation=mutation, client_id="house", actor_id=agent_id, actor_kind=Role.AGENT, command=command
        )
        return self.server.submit(submission).result(0).status

    def show_secret_board_to(self, agent_ids: tuple[str, ...]) -> None:
        """Let only these, and the administrator, see the second board."""
        self.order(SaveBoard(board=replace(_secret_board(), member_ids=(IDS[0], *agent_ids))))

    def slip(self, known: Known) -> None:
        """Have a ticket made that somebody may regret."""
        uid = self.chance.uid()
        if self.order(create(known), uid=uid) is Outcome.APPLIED:
            self._slips.append(uid)

    def regret(self) -> bool:
        """Have a ticket go that was made by a slip, if any: it dies while somebody may be reading its groups."""
        if self._slips:
            which = 0 if self.chance.falls(0.5) else self.chance.randrange(len(self._slips))
            self.order(UndoChange(uid=self._slips.pop(which)))
            return True
        return False

    def lead(self) -> None:
        """Let the timers do what is due, and look after the feed."""
        self.server.leader.lead()

    def restart(self) -> None:
        """Begin anew on what is on the disk."""
        self.server.database.close()
        self.restarts += 1
        self.server = self._start()

    def save(self) -> None:
        """Make a backup, as an operator does, while the server runs."""
        self.backup = self._folder / "backup.db"
        copy_database(self.path, self.backup)

    def put_back(self) -> None:
        """Put the backup in the place of the server's file, and tell nobody."""
        assert self.backup is not None
        self.server.database.close()
        for ending in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        shutil.copyfile(self.backup, self.path)
        self.restarts += 1
        self.server = self._start()

    def close(self) -> None:
        """Close the file."""
        self.server.database.close()

    def _start(self) -> TeamServer:
        server = TeamServer(
            Database.open(self.path), self.clock, FileFolder(self._folder / "files"), page=self.page
        )
        handle = server.ledger.handle

        def mortal(*args: object) -> None:
            if self.chance.falls(self.crash_share):
                raise Crash
            handle(*args)  # type: ignore[arg-type]

        server.ledger.handle = mortal
        return server


def _secret_board() -> Board:
    return replace(default_board(default_workflow()), id=BOARDS[1], name="Secret", member_ids=IDS[:2])


@cache
def _furnished() -> Path:
    """Return a new workspace with its people and boards, made once in a process."""
    folder = scratch()
    path = folder / "server.db"
    database = Database.open(path)
    furnish(database, folder / "files")
    database.close()
    finished = folder / "furnished.db"
    copy_database(path, finished)
    return finished


def furnish(database: Database, files: Path) -> None:
    """Fill an empty database with the people and boards of a simulated team."""
    database.migrate()
    with database.begin() as connection:
        create_workspace(connection, me=AGENTS[0], now=BEGAN)
    server = TeamServer(database, lambda: BEGAN, FileFolder(files))
    chance = Chance(0)
    commands: list[Command] = [SaveAgent(agent=agent) for agent in AGENTS[1:]]
    for command in (*commands, SaveBoard(board=_secret_board())):
        mutation = mutation_of(command, uid=chance.uid(), at=BEGAN)
        submission = Submission(mutation=mutation, client_id="house", actor_id=AGENTS[0].id, command=command)
        result = server.submit(submission).result(0)
        assert result.status is Outcome.APPLIED, result
    with database.begin() as connection:
        from kanbandesk.server.core.feed import rebuild_members

        rebuild_members(connection)
