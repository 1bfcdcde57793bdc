"""python -m kanbandesk.simulate --seeds N [--first SEED] [--steps N] [--jobs N] [--without GUARD]

Runs seeds and prints those in which something did not hold, and in the end one JSON object. Exit code 1 when any did
not; with `--without` a guard is taken away, and 1 means that the simulator saw it. `--scenario week` plays a week of a
desk instead (see `kanbandesk.simulate.week`).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from kanbandesk.simulate.breaking import GUARDS
from kanbandesk.simulate.quick import memory
from kanbandesk.simulate.world import STEPS, Run, run

_PROGRESS = 10.0
"""Seconds between two lines of progress."""


def main(words: Sequence[str] | None = None) -> int:
    """Run what the command line says; return the exit code. `--scenario week` is a program of its own."""
    given = list(sys.argv[1:] if words is None else words)
    if given[:2] == ["--scenario", "week"]:
        from kanbandesk.simulate.week.__main__ import main as play_week

        return play_week(given[2:])
    args = _parser().parse_args(given)
    base = Path(tempfile.mkdtemp(prefix="kanbandesk-simulate-", dir=memory()))
    started = time.monotonic()
    try:
        bad, done, commands = _report(_runs(args, base), args.seeds, started)
    finally:
        shutil.rmtree(base, ignore_errors=True)
    seconds = time.monotonic() - started
    figures = {
        "seeds": done,
        "first": args.first,
        "steps": args.steps,
        "commands": commands,
        "violating_seeds": bad,
        "seeds_per_s": round(done / seconds, 2),
        "seconds": round(seconds, 1),
        "without": args.without or None,
    }
    _say(json.dumps(figures))
    return 1 if bad else 0


def one(seed: int, *, base: Path, steps: int, without: str) -> Run:
    """Run one seed, with a guard taken away when one is named."""
    with GUARDS[without]() if without else nullcontext():
        return run(seed, base / f"seed-{seed}", steps)


def _runs(args: argparse.Namespace, base: Path) -> Iterator[Run]:
    seeds = range(args.first, args.first + args.seeds)
    job = partial(one, base=base, steps=args.steps, without=args.without)
    if args.jobs == 1:
        yield from map(job, seeds)
    else:
        with ProcessPoolExecutor(args.jobs) as pool:
            yield from pool.map(job, seeds, chunksize=4)


def _report(runs: Iterator[Run], total: int, started: float) -> tuple[list[int], int, int]:
    bad: list[int] = []
    done = commands = 0
    told = started
    for result in runs:
        done += 1
        commands += result.commands
        if result.violations:
            bad.append(result.seed)
            for violation in result.violations[:5]:
                _say(f"seed {result.seed}: {violation}")
        if time.monotonic() - told > _PROGRESS:
            told = time.monotonic()
            _say(
                f"{done} of {total} seeds, {len(bad)} with violations, {done / (told - started):.1f} seeds/s"
            )
    return bad, done, commands


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py simulate", description=__doc__)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--without", choices=sorted(GUARDS), default="")
    return parser


if __name__ == "__main__":
    sys.exit(main())
