"""A run: a team's day by a seed, in which everything goes wrong, and the quiet after it in which all must agree."""

from __future__ import annotations

import gc
import logging
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kanbandesk.simulate import oracles
from kanbandesk.simulate.desks import Fate, SimDesk, copied
from kanbandesk.simulate.house import BEGAN, IDS, Crash, House
from kanbandesk.simulate.work import Chance
from kanbandesk.sync.testing import Faults
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE

MOST_DESKS = 6
MOST_PAGES = 200
"""Pages of one pull after which a desk is let go on: where a guard is missing it may never end."""
ROUNDS = 30
"""Rounds of the quiet after which a desk that still has something to send counts as stuck."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run did: `violations` is empty when all that must hold held."""

    seed: int
    steps: int
    commands: int
    violations: tuple[str, ...]
    deeds: Counter[str] = field(default_factory=Counter)


class World:
    """The server, the desks, the time, and what befalls them."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = Chance(seed)
        self.seed, self.folder = seed, folder
        self.now = BEGAN
        self.house = House(folder, lambda: self.now, self.chance)
        self.desks: list[SimDesk] = []
        self.deeds: Counter[str] = Counter()
        self.is_restorable = True
        for agent_id in IDS[: self.chance.randint(2, len(IDS))]:
            self._add_desk(folder / f"desk-{len(self.desks)}", agent_id)

    # -- the day -----------------------------------------------------------------------------------------------

    def day(self, steps: int) -> None:
        """Let `steps` things happen."""
        befalls: dict[str, tuple[float, Callable[[], object]]] = {
            "work": (10, lambda: self._desk().work(IDS)),
            "push": (6, lambda: self._desk().push()),
            "pull": (9, lambda: self._desk().pull_page()),
            "look": (1.5, lambda: self._desk().look()),
            "tidy": (0.7, lambda: self._desk().tidy()),
            "sums": (0.3, lambda: self._desk().ask_for_sums()),
            "crash": (0.8, lambda: self._desk().crash()),
            "time": (2, self._pass_time),
            "timers": (0.6, self.house.lead),
            "rights": (0.5, self._change_rights),
            "restart": (0.4, self.house.restart),
            "save": (0.3, self._save),
            "put_back": (0.25, self._put_back),
            "copy": (0.15, self._copy_desk),
            "newcomer": (0.5, self._add_newcomer),
            "month": (0.04, self._pass_month),
        }
        names = list(befalls)
        weights = [weight for weight, _ in befalls.values()]
        for _ in range(steps):
            name = self.chance.choices(names, weights)[0]
            self.deeds[name] += 1
            self._endure(befalls[name][1])

    def _endure(self, deed: Callable[[], object]) -> None:
        """Let something happen; who dies of it starts again."""
        if _survives(deed):
            return
        gc.collect()  # what the dead process had open is open no more
        self.deeds["died"] += 1
        self.house.restart()
        for desk in self.desks:
            if desk is self._last:
                desk.crash()

    _last: SimDesk | None = None

    def _desk(self) -> SimDesk:
        self._last = self.chance.choice(self.desks)
        return self._last

    def _add_desk(self, folder: Path, agent_id: str) -> SimDesk:
        skew = self.chance.choice((0, 0, -DAY, DAY, 20 * MINUTE))
        fate = Fate(
            crash_share=self.chance.choice((0.0, 0.01, 0.04)),
            faults=Faults(
                lost_requests=self.chance.choice((0.0, 0.1, 0.3)),
                lost_answers=self.chance.choice((0.0, 0.1, 0.3)),
                duplicates=self.chance.choice((0.0, 0.1)),
            ),
        )
        desk = SimDesk(folder, agent_id, self.house, self.chance, clock=lambda: self.now + skew, fate=fate)
        self.desks.append(desk)
        return desk

    def _pass_time(self) -> None:
        self.now += self.chance.choice((50, 3_000, MINUTE, HOUR))

    def _pass_month(self) -> None:
        """A month without anybody: backups of before are worth nothing, and old tickets leave the boards."""
        self.now += 31 * DAY
        self.is_restorable, self.house.backup = False, None
        self.house.lead()

    def _change_rights(self) -> None:
        self.house.show_secret_board_to(tuple(agent_id for agent_id in IDS[1:] if self.chance.falls(0.5)))

    def _save(self) -> None:
        if self.is_restorable:
            self.house.save()

    def _put_back(self) -> None:
        if self.house.backup is not None:
            self.house.put_back()

    def _copy_desk(self) -> None:
        if len(self.desks) < MOST_DESKS:
            desk = self._desk()
            folder = copied(desk, self.folder / f"desk-{len(self.desks)}")
            self._add_desk(folder, desk.agent_id)

    def _add_newcomer(self) -> None:
        """Somebody begins at a new computer, while the others work on."""
        if len(self.desks) < MOST_DESKS:
            self._add_desk(self.folder / f"desk-{len(self.desks)}", self.chance.choice(IDS))

    # -- the quiet ---------------------------------------------------------------------------------------------

    def calm(self) -> list[str]:
        """Take all faults away and let everybody catch up; return who did not."""
        self.house.crash_share = 0.0
        for desk in self.desks:
            desk.fate.crash_share = 0.0
            desk.fate.faults.lost_requests = desk.fate.faults.lost_answers = 0.0
            desk.fate.faults.duplicates = 0.0
        for _ in range(ROUNDS):
            busy = [self._catch_up(desk) for desk in self.desks]
            if not any(busy):
                return []
        return [
            f"desk {place} of {desk.agent_id} never came to rest: {desk.core.state()}"
            for place, desk in enumerate(self.desks)
            if self._catch_up(desk)
        ]

    def _catch_up(self, desk: SimDesk) -> bool:
        """Let a desk push and pull once; tell whether it had reason to."""
        was_busy = desk.push()
        head = self.house.server.head()
        for _ in range(MOST_PAGES):
            if not desk.pull_page():
                break
            was_busy = True
        return was_busy or desk.core.state().pending > 0 or self.house.server.head() != head

    def close(self) -> None:
        """Close all files."""
        for desk in self.desks:
            desk.close()
        self.house.close()


def _survives(deed: Callable[[], object]) -> bool:
    """Let something happen; tell whether nobody died of it. What the dead held open is let go with the exception."""
    try:
        deed()
    except Crash:
        return False
    return True


class _Complaints(logging.Handler):
    """Gathers what the real code logs as an error: nothing in a run may be one."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        trouble = record.exc_info[1] if record.exc_info else None
        self.said.append(f"logged: {record.getMessage()} ({trouble!r})")


def run(seed: int, folder: Path, steps: int = 120) -> Run:
    """Run a seed in an empty folder, which is deleted afterwards."""
    folder.mkdir(parents=True)
    complaints = _Complaints()
    logger = logging.getLogger("kanbandesk")
    logger.addHandler(complaints)
    was_propagating, logger.propagate = logger.propagate, False
    violations: list[str] = []
    world = None
    try:
        world = World(seed, folder)
        world.house.crash_share = world.chance.choice((0.0, 0.005, 0.02))
        world.day(steps)
        violations += world.calm() or oracles.violations(world.house, world.desks, folder)
    except Exception as error:  # noqa: BLE001 - a run's boundary: what escapes is a violation
        violations.append(f"{type(error).__name__}: {error} at {_place(error)}")
    finally:
        logger.removeHandler(complaints)
        logger.propagate = was_propagating
        if world is not None:
            world.close()
        shutil.rmtree(folder, ignore_errors=True)
    commands = sum(len(desk.accepted) for desk in world.desks) if world else 0
    return Run(seed, steps, commands, (*violations, *complaints.said), world.deeds if world else Counter())


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "?" if trace is None else f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
