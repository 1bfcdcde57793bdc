"""Frames of the board in use: scrolling, dragging, moving, filtering, bursts of changes.

Every round is a new process on a fresh copy of the home.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.figures import figure, percentile
from benchmarks.homes import label, populated_home, working_copy
from benchmarks.machine import ROOT, description, screen

FRAMES = 300
FIGURES = {
    "scroll": ("scroll_p95_ms", 95),
    "drag": ("drag_p95_ms", 95),
    "repaint": ("repaint_p50_ms", 50),
    "move": ("move_p95_ms", 95),
    "move_key": ("move_key_p95_ms", 95),
    "move_drop": ("move_drop_p95_ms", 95),
    "saved": ("move_saved_p95_ms", 95),
    "scroll_saving": ("scroll_saving_p95_ms", 95),
    "filter": ("filter_p95_ms", 95),
    "burst": ("burst500_ms", 50),
}
"""The figure of each measurement, and of how many of its 100 frames it tells the slowest."""
PATIENCE = 300
"""Seconds after which a session counts as hung."""


def measure(
    sizes: Sequence[int], rounds: int, only: Sequence[str] = (), frames: int = FRAMES
) -> dict[str, object]:
    """Return the figures of `dev.py bench board`, each over several rounds of `frames` frames; `only` some of them."""
    taken: dict[str, dict[str, list[float]]] = {label(size): defaultdict(list) for size in sizes}
    with ExitStack() as stack:
        environment = stack.enter_context(screen())
        machine = description(environment)
        for _ in range(rounds):
            for size in sizes:  # the sizes take turns, so that a busy moment slows down both
                for name, value in figures_of(session(populated_home(size), frames, environment, only)):
                    taken[label(size)][name].append(value)
    figures = {size: {name: figure(values) for name, values in by.items()} for size, by in taken.items()}
    return {**figures, "frames": frames, "machine": machine}


def session(
    home: Path, frames: int, environment: dict[str, str], only: Sequence[str] = ()
) -> dict[str, list[float]]:
    """Return the milliseconds of all frames of one session on a copy of `home`."""
    with working_copy(home) as copy:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.session", str(copy), str(frames), *only],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
    taken: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return taken


def figures_of(taken: dict[str, list[float]]) -> Iterator[tuple[str, float]]:
    """Yield the figures of one session: percentiles of its frames, of what was measured."""
    moves = (
        {"move": taken["move_key"] + taken["move_drop"]} if {"move_key", "move_drop"} <= taken.keys() else {}
    )
    for name, frames in {**taken, **moves}.items():
        figure_name, share = FIGURES[name]
        yield figure_name, percentile(frames, share)
