"""A simulated person's desk: the real core, on a network that loses, a clock that is wrong and a disk that forgets."""

from __future__ import annotations

import gc
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from kanbandesk.protocol import Problem
from kanbandesk.simulate.house import Crash
from kanbandesk.simulate.work import Chance, draw_command
from kanbandesk.sync.core import Check, DeskCore
from kanbandesk.sync.reach import Unreachable
from kanbandesk.sync.testing import Faults, FaultyTransport, InProcessTransport, Server
from kanbandesk.workflow.commands import Command

LATELY = 12
"""Commands of one's own that somebody thinks of undoing."""


@dataclass(slots=True)
class Fate:
    """How often a desk dies, and what is wrong with its network."""

    crash_share: float = 0.0
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
        self._chance, self._clock = chance, clock
        folder.mkdir(parents=True, exist_ok=True)
        self.transport = FaultyTransport(InProcessTransport(house, agent_id), chance, fate.faults)
        self.core: DeskCore
        self._is_open = False
        self.open()

    # -- what a person does ------------------------------------------------------------------------------------

    def work(self, agents: tuple[str, ...]) -> None:
        """Do something; what the desk keeps is remembered for the reckoning."""
        tickets = self._tickets()
        uids = list(self.accepted)[-LATELY:]
        command = draw_command(self._chance, tickets, uids, agents, self.core.now())
        uid = self._chance.uid()
        guess = self.core.submit(command, uid, self.core.now())
        if guess.receipt is None or guess.receipt.is_applied:
            self.accepted[uid] = command

    def look(self) -> None:
        """Open a ticket: its story is wanted."""
        tickets = self._tickets()
        if tickets:
            self.core.want(self._chance.choice(tickets))

    def tidy(self) -> None:
        """Deal with something that came back."""
        returned = self.core.returned()
        if not returned:
            return
        one = self._chance.choice(returned)
        self.settled_by_hand |= {other.uid for other in returned if one.uid in (other.uid, other.first_uid)}
        if self._chance.falls(0.5):
            self.core.discard(one.uid)
        else:
            self.core.retry(one.uid)

    # -- what the engine does ----------------------------------------------------------------------------------

    def push(self) -> bool:
        """Send what waits; tell whether there was anything and the server took it."""
        request = self.core.next_push()
        if request is None:
            return False
        try:
            answer = self.transport.push(request)
        except Problem as problem:
            self.core.take_push_problem(problem)
        except Unreachable:
            return False
        else:
            self.core.take_push_answer(answer)
        return True

    def pull_page(self) -> bool:
        """Ask for one page; tell whether something came that changed where the desk stands."""
        try:
            answer = self.transport.pull(self.core.next_pull())
        except Problem as problem:
            self.core.take_pull_problem(problem)
            return True
        except Unreachable:
            return False
        if answer is None:
            self.core.take_no_news()
            return False
        if self.core.stage(answer):
            self.core.apply()
            while (check := self.core.verify()) is Check.MORE:
                pass
            if check is Check.DAMAGED:
                raise AssertionError("the sums of the rows differ after a pull")
        return True

    def ask_for_sums(self) -> None:
        """Have all rows compared with the server's at the next pull."""
        self.core.ask_for_sums()

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

    def close(self) -> None:
        """End without writing anything more."""
        if self._is_open:
            self._is_open = False
            self.core.close()

    def open(self) -> None:
        """Start again, as often as it takes."""
        while not self._is_open:
            with suppress(Crash):
                self.core = self._opened()
            gc.collect()  # what died half open holds its files, which in another process it would not

    def _opened(self) -> DeskCore:
        core = DeskCore(
            self.folder, agent_id=self.agent_id, clock=self._clock, ids=self._chance.uid, fault=self._fault
        )
        self._is_open = True
        return core

    def _fault(self, step: str) -> None:
        del step
        if self._chance.falls(self.fate.crash_share):
            raise Crash

    def _tickets(self) -> list[str]:
        if not self.core.state().is_ready:
            return []
        with closing(sqlite3.connect(self.core.replica_path)) as connection:
            return [one for (one,) in connection.execute("SELECT id FROM ticket ORDER BY id")]


def copied(desk: SimDesk, folder: Path) -> Path:
    """Copy a desk's files, as a profile or a machine is copied; the desk is closed meanwhile."""
    desk.close()
    shutil.copytree(desk.folder, folder)
    desk.open()
    return folder


def _forget_logs(path: Path) -> None:
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
