"""What befalls a simulated team, and how often: the deeds of its people, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from kanbandesk.simulate.desks import SimDesk, copied
from kanbandesk.simulate.house import IDS
from kanbandesk.simulate.work import Known
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from kanbandesk.simulate.world import World

_MOODS: Final = (0, 0, 1, 1, 4)
_SHARES: Final = dict.fromkeys(("work", "push", "pull"), (0.5, 1, 2))


def moods_of(name: str) -> Sequence[float]:
    """Return by how much days may differ from the average: some know no crashes at all, others little else."""
    return _SHARES.get(name, _MOODS)


class Day:
    """The deeds of one day in a world."""

    def __init__(self, world: World) -> None:
        self._world, self._house, self._chance = world, world.house, world.chance

    def befalls(self) -> dict[str, tuple[float, Callable[[], object]]]:
        """Return what may befall them, with how often it does on an average day."""
        return {
            "work": (10, self._work),
            "push": (6, lambda: self._world.desk().push()),
            "pull": (9, self._pull),
            "look": (1.5, lambda: self._world.desk().look()),
            "tidy": (0.7, lambda: self._world.desk().tidy()),
            "sums": (0.3, lambda: self._world.desk().ask_for_sums()),
            "crash": (1.2, lambda: self._world.desk().crash()),
            "time": (2, self._pass_time),
            "timers": (0.6, self._house.lead),
            "rights": (0.7, self._change_rights),
            "restart": (0.4, self._house.restart),
            "put_back": (1.2, self._put_back),
            "copy": (0.4, self._copy_desk),
            "newcomer": (0.7, self._add_newcomer),
            "slip": (1, self._slip_or_regret),
            "go_back": (0.6, lambda: self._world.desk().go_back()),
            "borrow": (0.5, self._borrow),
            "leaf": (0.8, self._leaf),
            "month": (0.1, self._pass_month),
        }

    def _work(self) -> None:
        desk = self._world.desk()
        for _ in range(self._chance.choice((1, 2, 2, 4))):
            desk.work(IDS)

    def _pull(self) -> None:
        desk = self._world.desk()
        for _ in range(self._chance.choice((1, 1, 2, 8))):
            if not desk.pull_page():
                return

    def _leaf(self) -> None:
        """Let something come, or die, between two pages of somebody's pull."""
        leafing = [desk for desk in self._world.desks if desk.core.state().rows_loaded]
        if leafing:
            self._world.last = desk = self._chance.choice(leafing)
        else:
            desk = self._world.desk()
            desk.ask_for_all()
        for _ in range(self._chance.randint(1, 7)):
            desk.pull_page()
            if not desk.core.state().rows_loaded:
                return
        for _ in range(self._chance.randint(1, 3)):
            self._chance.choice((self._slip, self._house.regret, self._house.regret, self._change_rights))()
        desk.pull_page()

    def _bustle(self) -> None:
        """Let a desk do as one does that is online: it sends at once what was done, and perhaps hears of it."""
        desk = self._world.desk()
        desk.work(IDS)
        desk.push()
        if self._chance.falls(0.5):
            desk.pull_page()

    def _pass_time(self) -> None:
        self._world.now += self._chance.choice((50, 3_000, MINUTE, HOUR))

    def _pass_month(self) -> None:
        """A month without anybody: backups of before are worth nothing, and old tickets leave the boards."""
        self._world.now += 31 * DAY
        self._world.is_restorable, self._house.backup = False, None
        self._house.lead()

    def _change_rights(self) -> None:
        self._house.show_secret_board_to(tuple(agent_id for agent_id in IDS[1:] if self._chance.falls(0.5)))

    def _put_back(self) -> None:
        """Make a backup, or put the last one back; before and after it people are at work who know nothing of it."""
        if self._house.backup is None or self._chance.falls(0.3):
            if self._world.is_restorable:
                self._house.save()
            return
        for _ in range(self._chance.choice((0, 1, 3))):
            self._bustle()
        self._house.put_back()
        for _ in range(self._chance.choice((0, 1, 2, 5))):
            self._chance.choice((self._bustle, self._slip))()

    def _copy_desk(self) -> None:
        if len(self._world.desks) < self._world.most_desks:
            desk = self._world.desk()
            folder = copied(desk, self._world.folder / f"desk-{len(self._world.desks)}")
            self._world.add_desk(folder, desk.agent_id)

    def _borrow(self) -> None:
        """Put the replica of one profile into another of the same person, mostly a new one where work has begun."""
        desk = self._world.desk()
        if len(self._world.desks) < self._world.most_desks and self._chance.falls(0.6):
            other, desk = desk, self._newcomer(desk.agent_id)
            for _ in range(self._chance.randint(0, 3)):
                desk.work(IDS)
            desk.borrow(other)
            return
        others = [one for one in self._world.desks if one is not desk and one.agent_id == desk.agent_id]
        if others:
            desk.borrow(self._chance.choice(others))

    def _slip_or_regret(self) -> None:
        if not self._house.regret() or self._chance.falls(0.5):
            self._slip()

    def _slip(self) -> None:
        known = Known(chance=self._chance, tickets=(), uids=(), agents=IDS, now=self._world.now)
        self._house.slip(known)

    def _add_newcomer(self) -> None:
        """Somebody begins at a new computer, while the others work on."""
        if len(self._world.desks) < self._world.most_desks:
            self._newcomer(self._chance.choice(IDS))

    def _newcomer(self, agent_id: str) -> SimDesk:
        world = self._world
        world.last = world.add_desk(world.folder / f"desk-{len(world.desks)}", agent_id)
        return world.last
