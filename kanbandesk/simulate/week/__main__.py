"""python -m kanbandesk.simulate.week --seed S [--tickets N] [--days N] [--kills] [--leaders 2] [--keep FOLDER]

Plays a week and lets the independent checker look at what was written down. Exit code 1 when it finds anything.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from kanbandesk.simulate.quick import memory
from kanbandesk.simulate.week.checker import follow_week
from kanbandesk.simulate.week.play import Week

MOST_TOLD = 20


def main(words: Sequence[str] | None = None) -> int:
    """Play what the command line says; return the exit code."""
    args = _parser().parse_args(words)
    folder = args.keep or Path(tempfile.mkdtemp(prefix="kanbandesk-week-", dir=memory()))
    started = time.monotonic()
    try:
        week = Week(
            args.seed, folder, tickets=args.tickets, days=args.days, kills=args.kills, leaders=args.leaders
        )
        played = week.play()
        desk = follow_week(folder)
    finally:
        if args.keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    wrong = [*played.faults, *desk.wrong]
    for line in wrong[:MOST_TOLD]:
        sys.stdout.write(line + "\n")
    figures = {**asdict(played), "lines": desk.lines, "moments": desk.moments, "wrong": len(wrong)}
    figures |= {
        "seconds": round(time.monotonic() - started, 1),
        "of_processor": round(time.process_time(), 1),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py simulate --scenario week", description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tickets", type=int, default=2000)
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--kills", action="store_true")
    parser.add_argument("--leaders", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None)
    return parser


if __name__ == "__main__":
    sys.exit(main())
