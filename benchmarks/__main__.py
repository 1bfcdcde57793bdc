"""`python dev.py bench NAME`: prints what it measured as one JSON object in its last line; progress goes to stderr.

start   from process creation to the painted board, against an empty window
board   frames: scrolling, dragging, moving, filtering, a burst of changes
server  moves a second that a team's server takes, on SQLite and PostgreSQL, and pulls
sync    from a drop at one desk to the picture at another; catching up, bootstrap, outbox, and frames meanwhile
timers  what a tick of the timers costs among 100,000 open tickets
home    only makes the home of a size, and prints where it is
"""

from __future__ import annotations

import argparse
import json
import sys

SIZES = "10000,100000"
ROUNDS = {"start": 7, "board": 3, "server": 3, "sync": 3, "timers": 3}
NAMES = ("start", "board", "server", "sync", "timers", "home")
DEEDS = ("scroll", "drag", "repaint", "move_key", "move_drop", "scroll_saving", "filter", "burst")


def main(arguments: list[str] | None = None) -> int:
    """Measure what is asked for."""
    asked = parser().parse_args(arguments)
    rounds = asked.rounds or ROUNDS.get(asked.name, 1)
    match asked.name:
        case "start":
            from benchmarks.start import measure as measure_start

            result = measure_start(asked.sizes, rounds)
        case "board":
            from benchmarks.board import measure as measure_board

            result = measure_board(asked.sizes, rounds, asked.only)
        case "server":
            from benchmarks.server import measure as measure_server

            result = measure_server(rounds)
        case "sync":
            from benchmarks.sync import measure as measure_sync

            result = measure_sync(rounds)
        case "timers":
            from benchmarks.timers import measure as measure_timers

            result = measure_timers(rounds)
        case _:
            from benchmarks.homes import populated_home

            result = {str(size): str(populated_home(size)) for size in asked.sizes}
    print(json.dumps(result))
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="dev.py bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", nargs="?", default="start", choices=NAMES)
    parser.add_argument("--rounds", type=int, metavar="N", help="repetitions (start: 7, others: 3)")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, metavar="N,N", help="numbers of open tickets")
    parser.add_argument(
        "--only",
        type=_names,
        default=(),
        metavar="NAME,NAME",
        help=f"board: only these of {', '.join(DEEDS)}",
    )
    return parser


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(DEEDS):
        raise argparse.ArgumentTypeError(f"there is no {', '.join(sorted(unknown))}")
    return names


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
