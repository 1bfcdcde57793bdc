"""From the creation of the process to the painted board, against an empty window; and what the board then holds.

Every figure is of a new process. An empty window is measured before each board, so that a busy machine slows down
both; the ratio is that of such a pair.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from benchmarks.figures import figure
from benchmarks.homes import label, populated_home, set_clock, working_copy
from benchmarks.machine import ROOT, description, screen
from kanbandesk.app.report import ENVIRONMENT

PATIENCE = 120
"""Seconds after which a program that has not painted counts as hung."""


class NothingPainted(Exception):
    """A measured program ended without having reported what was waited for."""


@dataclass(frozen=True, slots=True)
class Program:
    """A measured process under way: when it was created, and the line that it reports on."""

    pid: int
    created_ns: int
    reports: TextIO

    def milliseconds_until(self, what: str) -> float:
        """Return the time from the creation of the process to the report of `what`. Raises NothingPainted."""
        for line in self.reports:
            word, _, moment = line.partition(" ")
            if word == what:
                return (int(moment) - self.created_ns) / 1e6
        raise NothingPainted(f"the program ended without having reported {what!r}")

    def pss_mb(self) -> float:
        """Return the memory that is the process's own share (proportional set size), in MB of 2**20 bytes."""
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii")
        kilobytes = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        return kilobytes / 1024


@contextmanager
def program(*arguments: str, environment: dict[str, str]) -> Iterator[Program]:
    """Run `python ARGUMENTS` for the length of the block. Moments are CLOCK_MONOTONIC, the same for all processes."""
    reading, writing = os.pipe()
    with open(reading, encoding="ascii") as reports:  # noqa: PTH123 - a descriptor, not a path
        created_ns = time.monotonic_ns()
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**environment, ENVIRONMENT: str(writing)},
            pass_fds=[writing],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        os.close(writing)
        try:
            yield Program(process.pid, created_ns, reports)
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def empty_window_ms(environment: dict[str, str]) -> float:
    """Return how long QApplication and one shown QWidget take to be painted."""
    with program("-m", "benchmarks.empty_window", environment=environment) as window:
        return window.milliseconds_until("painted")


def board_ms_and_mb(home: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Return how long the board takes to be painted with its cards, and the memory held once the desk is warm."""
    set_clock(home)
    with program("-m", "kanbandesk", "open", "--home", str(home), environment=environment) as board:
        painted_ms = board.milliseconds_until("painted")
        board.milliseconds_until("warm")
        return painted_ms, board.pss_mb()


def remember_size(home: Path, environment: dict[str, str]) -> None:
    """Have the window on `home` open in the size that is measured."""
    subprocess.run(
        [sys.executable, "-m", "benchmarks.window_size", str(home)], cwd=ROOT, env=environment, check=True
    )


def measure(sizes: Sequence[int], rounds: int) -> dict[str, object]:
    """Return the figures of `dev.py bench start`."""
    taken: dict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        environment = stack.enter_context(screen())
        homes = {size: stack.enter_context(working_copy(populated_home(size))) for size in sizes}
        for home in homes.values():
            remember_size(home, environment)
        machine = description(environment)
        for number in range(rounds + 1):
            for name, value in _round(homes, environment):
                if number:  # the first round only warms the disk's cache and compiles the modules
                    taken[name].append(value)
    return {**{name: figure(values, digits=2) for name, values in taken.items()}, "machine": machine}


def _round(homes: dict[int, Path], environment: dict[str, str]) -> Iterator[tuple[str, float]]:
    for size, home in homes.items():
        name = label(size)
        empty_ms = empty_window_ms(environment)
        board_ms, mb = board_ms_and_mb(home, environment)
        yield "empty_window_ms", empty_ms
        yield f"board_{name}_ms", board_ms
        yield f"ratio_{name}", board_ms / empty_ms
        yield f"pss_{name}_mb", mb
