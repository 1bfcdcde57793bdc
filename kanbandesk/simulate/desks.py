"""A simulated person's desk: the real core, on a network that loses, a clock that is wrong and a disk that forgets."""

from __future__ import annotations

import gc
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kanbandesk.models.faults import NotSaved
from kanbandesk.models.schema import copy_database
from kanbandesk.protocol import RESYNC, Problem, PushRequest
from kanbandesk.simulate.house import BEGAN, Crash, House
from kanbandesk.simulate.quick import scratch
from kanbandesk.simulate.work import Chance, draw_command
from kanbandesk.sync.core import Check, DeskCore
from kanbandesk.sync.reach import Unreachable
from kanbandesk.sync.testing import Faults, FaultyTransport, InProcessTransport, Server
from kanbandesk.workflow.commands import Command

LATELY = 12
"""Commands of one's own that somebody thinks of undoing."""
_VIEWS = "SELECT id FROM setting WHERE kind = 'view' ORDER BY id"
_WAITING = (
    "SELECT uid, args ->> 'ticket_id', coalesce(args ->> 'board_id', 'support') FROM entry AS creation"
    " WHERE state = 'pending' AND name = 'create_ticket' AND mid > {} AND NOT EXISTS"
    " (SELECT 1 FROM entry WHERE name = 'undo_change' AND args ->> 'uid' = creation.uid)"
)


@dataclass(slots=True)
class Fate:
    """How often a desk dies, and what is wrong with its network."""

    crash_share: float = 0.0
    full_share: float = 0.0
    """How often the disk takes nothing more for a moment."""
    faults: Faults = field(default_factory=Faults)


class SimDesk:
    """One desk; `accepted` is what its person was told is kept."""

    def __init__(
        self,
        folder: Path,
        agent_id: str,
        house: Server,
        chance: Chance,
        *,
        clock: Callable[[], int],
        fate: Fate,
    ) -> None:
        self.folder, self.agent_id = folder, agent_id
        self.accepted: dict[str, Command] = {}
        self.settled_by_hand: set[str] = set()
        """Commands that came back and that the person dismissed, or sent anew."""
        self.fate = fate
        self._files = _Files(folder)
        self._unshown: set[str] = set()
        """Commands that were kept, but could not be guessed yet."""
        self.has_replayed = False
        """Whether this desk has put what is pending onto its replica since `unshown` was asked."""
        self._snapshot: Path | None = None
        self._kept_then: tuple[dict[str, Command], set[str]] = {}, set()
        self._chance, self._clock = chance, clock
        folder.mkdir(parents=True, exist_ok=True)
        self.transport = FaultyTransport(InProcessTransport(house, agent_id), chance, fate.faults)
        self.core: DeskCore
        self._is_open = False
        self._files.is_ready = lambda: self.core.state().is_ready
        self.open()

    # -- what a person does ------------------------------------------------------------------------------------

    def work(self, agents: tuple[str, ...]) -> None:
        """Do something; what the desk keeps is remembered for the reckoning."""
        uids = list(self.accepted)[-LATELY:]
        command = draw_command(
            self._chance,
            self._files.tickets(),
            uids,
            agents,
            self.core.now(),
            links=self._files.read("SELECT id, source_id FROM link ORDER BY id"),
            views=[one for (one,) in self._files.read(_VIEWS)],
        )
        uid = self._chance.uid()
        try:
            guess = self.core.submit(command, uid, self.core.now())
        except NotSaved:
            return  # told so, and given up
        if guess.receipt is None:
            self._unshown.add(uid)
        if guess.receipt is None or guess.receipt.is_applied:
            self.accepted[uid] = command

    def look(self) -> None:
        """Open a ticket, or go through some of them: their stories are wanted."""
        tickets = self._files.tickets()
        for ticket_id in self._chance.sample(tickets, min(len(tickets), self._chance.choice((1, 1, 3, 6)))):
            self.core.want(ticket_id)

    def tidy(self) -> None:
        """Deal with something that came back."""
        returned = self.core.returned()
        if not returned:
            return
        one = self._chance.choice(returned)
        with suppress(NotSaved):
            (self.core.discard if self._chance.falls(0.5) else self.core.retry)(one.uid)
        left = {other.uid for other in self.core.returned()}
        self.settled_by_hand |= {other.uid for other in returned if other.uid not in left}

    # -- what the engine does ----------------------------------------------------------------------------------

    def push(self) -> bool:
        """Send what waits; tell whether there was anything and the server took it."""
        request = self.core.next_push()
        if request is None:
            return False
        try:
            self._push(request)
        except (NotSaved, Unreachable):
            return False
        return True

    def _push(self, request: PushRequest) -> None:
        try:
            answer = self.transport.push(request)
        except Problem as problem:
            self.core.take_push_problem(problem)
        else:
            self.core.take_push_answer(answer)

    def pull_page(self) -> bool:
        """Ask for one page; tell whether something came that changed where the desk stands."""
        try:
            return self._pull_page()
        except (NotSaved, Unreachable):
            return False

    def _pull_page(self) -> bool:
        try:
            answer = self.transport.pull(self.core.next_pull())
        except Problem as problem:
            self.core.take_pull_problem(problem)
            return True
        if answer is None:
            self.core.take_no_news()
            return False
        if self.core.stage(answer):
            self.core.apply()
            self._replayed()
            while (check := self.core.verify()) is Check.MORE:
                pass
            if check is Check.DAMAGED:
                raise AssertionError("the sums of the rows differ after a pull")
        return True

    def ask_for_sums(self) -> None:
        """Have all rows compared with the server's at the next pull."""
        self.core.ask_for_sums()

    def ask_for_all(self) -> None:
        """Begin to pull everything, as after a damage."""
        self.core.take_pull_problem(Problem(RESYNC))

    # -- what befalls it ---------------------------------------------------------------------------------------

    def crash(self) -> None:
        """Let the process die and start again; now and then the replica has lost what was written last."""
        self.close()
        replica = self.folder / "replica.db"
        older = self.folder / "replica.older"
        if older.exists() and self._chance.falls(0.3):
            _forget_logs(replica)
            shutil.copyfile(older, replica)
        elif replica.exists() and self._chance.falls(0.5):
            shutil.copyfile(replica, older)
        self.open()

    def go_back(self) -> None:
        """Have a snapshot of the machine made, or be put back to the last one.

        What was done since the snapshot and is on no server is really gone then: nobody reckons with it.
        """
        self.close()
        if self._snapshot is None or self._chance.falls(0.3):
            self._snapshot = self.folder.with_name(f"{self.folder.name}.snapshot")
            shutil.rmtree(self._snapshot, ignore_errors=True)
            shutil.copytree(self.folder, self._snapshot)
            self._kept_then = dict(self.accepted), set(self.settled_by_hand)
        else:
            shutil.rmtree(self.folder)
            shutil.copytree(self._snapshot, self.folder)
            accepted, settled = self._kept_then
            self.accepted, self.settled_by_hand = dict(accepted), set(settled)
        self.open()

    def borrow(self, other: SimDesk) -> None:
        """Get the replica of another desk of the same person, whose outbox has counted otherwise."""
        self.close()
        replica = self.folder / "replica.db"
        _forget_logs(replica)
        copy_database(other.core.replica_path, replica)
        self.open()

    def unshown(self) -> list[str]:
        """Return what is wrong with what this desk shows: a ticket that waits to go out lies on its board (3)."""
        if not (self.has_replayed and self.core.state().is_ready):
            return []
        self.has_replayed = False
        waiting = {ticket: board for uid, ticket, board in self._files.waiting() if uid not in self._unshown}
        here = {one for (one,) in self._files.read("SELECT id FROM ticket")}
        boards = {one for (one,) in self._files.read("SELECT id FROM setting WHERE kind = 'board'")}
        return [
            f"{self.agent_id} does not see ticket {one}, which waits to be sent"
            for one, board in waiting.items()
            if board in boards and one not in here
        ]

    def close(self) -> None:
        """End without writing anything more."""
        self._files.close()
        if self._is_open:
            self._is_open = False
            self.core.close()

    def open(self) -> None:
        """Start again, as often as it takes."""
        while not self._is_open:
            with suppress(Crash, NotSaved):
                self.core = self._opened()
            gc.collect()  # what died half open holds its files, which in another process it would not

    def _opened(self) -> DeskCore:
        core = DeskCore(
            self.folder, agent_id=self.agent_id, clock=self._clock, ids=self._chance.uid, fault=self._fault
        )
        self._is_open = True
        self._replayed()
        return core

    def _replayed(self) -> None:
        """What is pending lies on the replica now: from here on it has to be seen."""
        self.has_replayed = True
        self._unshown.clear()

    def _fault(self, step: str) -> None:
        del step
        drawn = self._chance.random()
        if drawn < self.fate.crash_share:
            raise Crash
        if drawn > 1 - self.fate.full_share:
            raise sqlite3.OperationalError("database or disk is full")


class _Files:
    """What lies in a desk's files, asked beside the desk; nothing is told of a replica that is not ready."""

    def __init__(self, folder: Path) -> None:
        self.is_ready: Callable[[], bool] = lambda: False
        self._folder = folder
        self._readers: dict[str, sqlite3.Connection] = {}

    def read(self, question: str, name: str = "replica.db") -> list[Any]:
        """Return the rows that answer a question."""
        if name == "replica.db" and not self.is_ready():
            return []
        if name not in self._readers:
            self._readers[name] = sqlite3.connect(self._folder / name, isolation_level=None)
        return self._readers[name].execute(question).fetchall()

    def tickets(self) -> list[str]:
        """Return the ids of the tickets on the replica."""
        return [one for (one,) in self.read("SELECT id FROM ticket ORDER BY id")]

    def waiting(self) -> list[tuple[str, str, str]]:
        """Return the creations (uid, ticket, board) that the server has not decided on and nobody has taken back."""
        meta = dict(self.read("SELECT key, value FROM replica_meta"))
        (client_id,) = self.read("SELECT value FROM meta WHERE key = 'client_id'", "outbox.db")[0]
        covered = int(meta["last_mid"]) if meta["client_id"] == client_id else 0
        return self.read(_WAITING.format(covered), "outbox.db")

    def close(self) -> None:
        """Let go of the files."""
        for connection in self._readers.values():
            connection.close()
        self._readers.clear()


def copied(desk: SimDesk, folder: Path) -> Path:
    """Copy a desk's files, as a profile or a machine is copied; the desk is closed meanwhile."""
    desk.close()
    shutil.copytree(desk.folder, folder)
    desk.open()
    return folder


@cache
def level_desk(agent_id: str) -> Path:
    """Return the files of somebody's desk that has the furnished server's board; made once in a process."""
    base = scratch()
    house = House(base, lambda: BEGAN, Chance(0))
    (base / "desk").mkdir()
    core = DeskCore(base / "desk", agent_id=agent_id, clock=house.clock, ids=lambda: f"desk-of-{agent_id}")
    while (answer := house.pull(agent_id, core.next_pull())) is not None:
        if core.stage(answer):
            core.apply()
    core.close()
    house.close()
    return base / "desk"


def _forget_logs(path: Path) -> None:
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
