"""Kills a working program again and again, and looks for what it had said was saved.

    python -m tests.end_to_end.kills 1000 [--seed S]
    python -m tests.end_to_end.kills 1000 --team …      the processes of a team: see `team_kills`

Each round a child process opens the home that the last one left, submits again what never got a receipt, checks that
everything told is there and nothing twice, and works on until SIGKILL at a random moment; which may come while it
opens, repairs or checks. Ends with `N kills, 0 lost, 0 double`, or with what was found and exit code 1.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kanbandesk.app.homes import Home
from tests.end_to_end.kill_check import BROKEN, DOUBLE, LOST, faults
from tests.end_to_end.kill_session import Expected, Record, Session, open_desk, send_again

HOME_KILLS = 40
"""Kills that one home suffers before a fresh one is taken: old homes make checks slow."""
EARLY = 0.3
"""Share of the kills that come while the home is opened, repaired and checked, the others while it is worked on."""
LONGEST = 0.2
"""Seconds from the beginning of either to the latest kill."""


class Round:
    """The rounds of one home."""

    def __init__(self, folder: Path, template: Path, seed: str) -> None:
        self.home = folder / "home"
        self.expected = Expected()
        self.found: list[tuple[str, str]] = []
        self._record = folder / "record"
        self._scratch = folder
        self._seed = seed
        shutil.copytree(template, self.home)

    def kill_once(self, number: int, moment: float, *, is_early: bool) -> None:
        """Let a child go on for `moment` seconds, counted from its start or from when it works, and kill it."""
        self._run(lambda ready: self._repair_check_work(number, ready), moment, is_early=is_early)

    def finish(self) -> None:
        """Let a last child repair and check everything ever told on this home; it is not killed."""
        self._run(lambda _: self._repair_and_check_all(), None)
        if self.expected.open:
            self.found.append((LOST, f"{len(self.expected.open)} commands never got a receipt"))

    def _run(self, work: Callable[[int], None], moment: float | None, *, is_early: bool = False) -> None:
        self._record.unlink(missing_ok=True)
        reading, writing = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(reading)
            _be_child(lambda: work(writing), self._record)
        os.close(writing)
        if moment is not None:
            if not is_early:
                os.read(reading, 1)  # it works now, or has ended by itself
            select.select([reading], [], [], moment)
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(reading)
        self._hear()

    def _hear(self) -> None:
        for line in Record.read(self._record):
            match line["kind"]:
                case "fault":
                    self.found.append((line["sort"], line["what"]))
                case _:
                    self.expected.hear(line)

    # -- in the child -----------------------------------------------------------------------------------------

    def _repair_check_work(self, number: int, ready: int) -> None:
        record = Record(self._record)
        desk = open_desk(self.home)
        send_again(desk, record, self.expected)
        check(self.home, self.expected, record, is_all=False)
        session = Session(desk, record, f"{self._seed}/{number}")
        os.write(ready, b"!")
        session.work(self._scratch)

    def _repair_and_check_all(self) -> None:
        record = Record(self._record)
        desk = open_desk(self.home)
        send_again(desk, record, self.expected)
        desk.close()
        check(self.home, self.expected, record, is_all=True)


def check(home: Path, expected: Expected, record: Record, *, is_all: bool) -> None:
    """Write down what is wrong with the home, and that it was looked at."""
    for sort, what in faults(home, expected, is_all=is_all):
        record.write("fault", sort=sort, what=what)
    record.write("checked")


def _be_child(work: Callable[[], None], record: Path) -> None:
    """Do the work and end the process at once, without anything of the parent's."""
    try:
        work()
    except BaseException:  # noqa: BLE001 - told to the parent, as nothing else can be
        Record(record).write("fault", sort=BROKEN, what=traceback.format_exc())
    finally:
        os._exit(0)


def warm_up(folder: Path) -> None:
    """Work once in this process, so that the children, forked, have nothing left to import or to prepare."""
    shutil.copytree(folder / "template", folder / "warm")
    desk = open_desk(folder / "warm")
    Session(desk, Record(folder / "record"), "warm").work(folder, rounds=40)
    desk.close()


def say(line: str) -> None:
    """Tell the person at the terminal."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run(kills: int, seed: str, say: Callable[[str], None]) -> Counter[str]:
    """Kill so many times; return how often what was found, by sort."""
    draw = random.Random(seed)
    found: Counter[str] = Counter()
    started, told, commands = time.monotonic(), time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="kanbandesk-kills-") as name:
        folder = Path(name)
        Home.create(folder / "template").close()
        warm_up(folder)
        for first in range(0, kills, HOME_KILLS):
            (folder / str(first)).mkdir()
            round_ = Round(folder / str(first), folder / "template", f"{seed}/{first}")
            for number in range(first, min(first + HOME_KILLS, kills)):
                round_.kill_once(number, draw.uniform(0, LONGEST), is_early=draw.random() < EARLY)
                if time.monotonic() - told > 5:
                    told = time.monotonic()
                    say(f"{number + 1} kills, {(number + 1) / (told - started):.1f} a second")
            round_.finish()
            commands += len(round_.expected.told)
            for sort, what in round_.found:
                found[sort] += 1
                say(f"{sort} (seed {seed}, kills from {first}): {what}")
            shutil.rmtree(folder / str(first))
    say(f"{commands} commands acknowledged, {kills / (time.monotonic() - started):.1f} kills a second")
    return found


def main() -> int:
    """Run from the command line."""
    if "--team" in sys.argv:
        from tests.end_to_end.team_kills import main as kill_team

        return kill_team()
    parser = argparse.ArgumentParser(description="Kill a working program and look for losses.")
    parser.add_argument("kills", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", default=str(random.SystemRandom().randrange(10**6)))
    args = parser.parse_args()
    if not hasattr(os, "fork"):
        sys.stderr.write("This needs a system that can fork a process.\n")
        return 2
    say(f"seed {args.seed}")
    found = run(args.kills, args.seed, say)
    broken = f", {found[BROKEN]} broken" if found[BROKEN] else ""
    say(f"{args.kills} kills, {found[LOST]} lost, {found[DOUBLE]} double{broken}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
