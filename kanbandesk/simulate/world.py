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
from kanbandesk.simulate.day import Day, moods_of
from kanbandesk.simulate.desks import Fate, SimDesk, level_desk
from kanbandesk.simulate.house import BEGAN, IDS, Crash, House
from kanbandesk.simulate.quick import quick
from kanbandesk.simulate.work import Chance
from kanbandesk.sync.testing import Faults
from kanbandesk.workflow.statuses import DAY, MINUTE

STEPS = 40
"""Things that befall a team on its day: few, but most of them end badly."""
MOST_DESKS = (3, 4, 6)
WHOLE = 2_000
"""Rows in a page for those who are compared with."""
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
        self.seen: list[str] = []
        """What was wrong in the midst of the day."""
        self.is_restorable = True
        self.most_desks = self.chance.choice(MOST_DESKS)
        is_level = self.chance.falls(0.8)
        for agent_id in IDS[: self.chance.randint(2, len(IDS))]:
            place = folder / f"desk-{len(self.desks)}"
            if is_level:
                shutil.copytree(level_desk(agent_id), place)
            self.add_desk(place, agent_id)

    # -- the day -----------------------------------------------------------------------------------------------

    def day(self, steps: int) -> None:
        """Let `steps` things happen."""
        befalls = Day(self).befalls()
        names = list(befalls)
        weights = [weight * self.chance.choice(moods_of(name)) for name, (weight, _) in befalls.items()]
        for _ in range(steps):
            name = self.chance.choices(names, weights)[0]
            self.deeds[name] += 1
            self._endure(befalls[name][1])
            self.seen += self.last.unshown() if self.last is not None else []

    def _endure(self, deed: Callable[[], object]) -> None:
        """Let something happen; who dies of it starts again."""
        if _survives(deed):
            return
        gc.collect()  # what the dead process had open is open no more
        self.deeds["died"] += 1
        self.house.restart()
        for desk in self.desks:
            if desk is self.last:
                desk.crash()

    last: SimDesk | None = None
    """Whose doing the present is, if any desk's."""

    def desk(self) -> SimDesk:
        """Return one of the desks, who does or suffers what comes."""
        self.last = self.chance.choice(self.desks)
        return self.last

    def add_desk(self, folder: Path, agent_id: str) -> SimDesk:
        """Let somebody work with the files in a folder, on a network and by a clock of their own."""
        skew = self.chance.choice((0, 0, -DAY, DAY, 20 * MINUTE))
        fate = Fate(
            crash_share=self.chance.choice((0.0, 0.01, 0.04)),
            full_share=self.chance.choice((0.0, 0.0, 0.05)),
            faults=Faults(
                lost_requests=self.chance.choice((0.0, 0.1, 0.3)),
                lost_answers=self.chance.choice((0.0, 0.1, 0.3)),
                duplicates=self.chance.choice((0.0, 0.1)),
            ),
        )
        desk = SimDesk(folder, agent_id, self.house, self.chance, clock=lambda: self.now + skew, fate=fate)
        self.desks.append(desk)
        return desk

    # -- the quiet ---------------------------------------------------------------------------------------------

    def calm(self) -> list[str]:
        """Take all faults away and let everybody catch up; return who did not."""
        self.house.crash_share = 0.0
        self.house.page = max(self.house.page, self.chance.choice((0, 60)))
        self.house.restart()
        for desk in self.desks:
            desk.fate.crash_share = desk.fate.full_share = 0.0
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

    def reckoning(self) -> list[str]:
        """Return what does not hold; a server that has just begun tells it all, by other ways than before."""
        self.house.page = WHOLE
        self.house.restart()
        return oracles.violations(self.house, self.desks, self.folder)

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


def run(seed: int, folder: Path, steps: int = STEPS) -> Run:
    """Run a seed in an empty folder, which is deleted afterwards."""
    folder.mkdir(parents=True)
    complaints = _Complaints()
    logger = logging.getLogger("kanbandesk")
    logger.addHandler(complaints)
    was_propagating, logger.propagate = logger.propagate, False
    violations: list[str] = []
    world = None
    try:
        with quick():
            world = World(seed, folder)
            world.house.crash_share = world.chance.choice((0.0, 0.005, 0.02))
            world.day(steps)
            violations += [*world.seen[:1], *(world.calm() or world.reckoning())]
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
