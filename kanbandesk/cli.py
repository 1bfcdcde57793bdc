"""The command line: imports, exports and looks at a home. The window is opened by `app`.

Exit codes: 0 done, 1 refused or failed, with one line that says what happened, what was kept and what to do, 2 wrong
usage.
"""

from __future__ import annotations

import argparse
import io
import json
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from kanbandesk import cli_joining, cli_moving
from kanbandesk.app.homes import Home
from kanbandesk.cli_server import add_verbs
from kanbandesk.exchange.errors import BadSetting, ExchangeError
from kanbandesk.models.faults import Fault

DONE, FAILED, USAGE = 0, 1, 2
Verb = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if argv is None else list(argv)
    args = build_parser(is_shot="shot" in words).parse_args(words)
    default_home: Callable[[], Path] = getattr(args, "default_home", Home.default_path)
    args.home = Path(args.home) if args.home else default_home()
    verb: Verb = args.verb
    try:
        return verb(args)
    except (ExchangeError, Fault, sqlite3.Error, OSError, KeyboardInterrupt) as error:
        tell(f"kanbandesk: {_told(error, args.home)}")
        return USAGE if isinstance(error, BadSetting) else FAILED


def _told(error: BaseException, home: Path) -> str:
    """Return what happened, what was kept and what to do, as one line."""
    match error:
        case KeyboardInterrupt():
            return "stopped."
        case sqlite3.Error():
            return f"the board in {home} cannot be read: {error}. It was left as it is."
        case OSError():
            return f"{error.filename or home}: {error.strerror or error}. The board was left as it is."
        case _:
            return str(error)


def tell(text: str) -> None:
    """Write a line for the person, beside the output."""
    print(text, file=sys.stderr, flush=True)


def build_parser(*, is_shot: bool = False) -> argparse.ArgumentParser:
    """Return the parser of all verbs; `--home` may stand before or after the verb.

    What a picture may show is known to the window's modules, which are loaded only for that (`is_shot`).
    """
    home = argparse.ArgumentParser(add_help=False)
    home.add_argument("--home", metavar="DIR", default=argparse.SUPPRESS, help="the board's folder")
    parser = argparse.ArgumentParser(prog="kanbandesk", description="The board of a support team.")
    parser.add_argument("--home", metavar="DIR", default="", help="the board's folder (or KANBANDESK_HOME)")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    _add_import(
        verbs.add_parser("import", parents=[home], help="bring in tickets from another program's file")
    )
    stats = verbs.add_parser("stats", parents=[home], help="count the tickets by status and age")
    stats.add_argument("--json", action="store_true", help="as one JSON object")
    stats.set_defaults(verb=run_stats)
    _add_export(verbs.add_parser("export", parents=[home], help="write the tickets to a file"))
    _add_shot(verbs.add_parser("shot", parents=[home], help="draw the window to a file"), is_shot=is_shot)
    opening = verbs.add_parser("open", parents=[home], help="open the board (as without a verb)")
    opening.set_defaults(verb=run_window)
    demo = verbs.add_parser("demo", parents=[home], help="open a board with example tickets")
    demo.add_argument("--fresh", action="store_true", help="made anew; what was done there is thrown away")
    demo.set_defaults(verb=run_window, is_demo=True)
    doctor = verbs.add_parser("doctor", parents=[home], help="look whether all is well")
    doctor.set_defaults(verb=run_doctor)
    add_verbs(verbs, home)
    cli_moving.add_verbs(verbs, home)
    cli_joining.add_verbs(verbs, home)
    return parser


def _add_import(parser: argparse.ArgumentParser) -> None:
    from kanbandesk.exchange.formats import FORMATS

    about = "; ".join(f"{name}: {one.about}" for name, one in FORMATS.items())
    add = parser.add_argument
    add(
        "file",
        type=Path,
        metavar="FILE",
        help="plain, .gz or .zst; a folder for unpacked Focalboard archives",
    )
    add("--format", choices=sorted(FORMATS), default="", help=f"told by the file when omitted. {about}")
    add("--as-of", metavar="MOMENT", default="", help="show the board as it was then: 2016-03-22T12:00")
    add("--zone", metavar="ZONE", default="UTC", help="of moments without one: Europe/Oslo (default: UTC)")
    add(
        "--titles",
        type=Path,
        metavar="FILE",
        help="titles for a log without: lines, or a CSV's first text column",
    )
    add("--mapping", type=Path, metavar="FILE", help="for csv: which column means what (TOML)")
    add(
        "--map",
        action="append",
        default=[],
        metavar="LIST=STATUS",
        help='a list\'s status: "On hold=postponed"',
    )
    add("--encoding", default="", help="told by the file when omitted")
    add(
        "--source",
        metavar="NAME",
        default="",
        help="a name for the other system, if several have the same numbers",
    )
    add("--lines", type=int, metavar="N", help="how many groups at most become lines; the smaller share one")
    add("--dry-run", action="store_true", help="read and count only; nothing is written")
    add("--report", type=Path, metavar="FILE", help="where bad rows are told (CSV); else beside the home")
    add("--for-window", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(verb=run_import)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "out", type=Path, nargs="?", metavar="FILE", help="told by its ending; else standard output"
    )
    parser.add_argument(
        "--format", choices=("csv", "json"), default="", help="csv: the tickets; json: the whole story"
    )
    parser.add_argument(
        "--violations", action="store_true", help="the broken norms and promises instead, one a line (CSV)"
    )
    parser.set_defaults(verb=run_export)


def _add_shot(parser: argparse.ArgumentParser, *, is_shot: bool) -> None:
    parser.add_argument("out", type=Path, metavar="FILE", help="a PNG file")
    parser.add_argument("--size", metavar="WxH", default="1560x900", type=_size, help="in pixels (1560x900)")
    parser.add_argument("--dark", action="store_true", help="the dark theme")
    parser.add_argument("--lang", default="", help="the language: en, ru, nb; the system's when omitted")
    parser.add_argument("--ticket", type=int, metavar="N", help="with this ticket opened")
    parser.add_argument(
        "--drag", metavar="CARD:COLUMN", default="", help="with this card held over that column"
    )
    parser.set_defaults(verb=run_shot)
    if is_shot:
        from kanbandesk.app.shot import add_options

        add_options(parser)


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write it like 1560x900")
    return int(width), int(height)


def run_import(args: argparse.Namespace) -> int:
    """Bring in a file."""
    from kanbandesk.app.importing import run_for_person, run_for_window

    return DONE if (run_for_window(args) if args.for_window else run_for_person(args, tell)) else FAILED


def run_stats(args: argparse.Namespace) -> int:
    """Count the tickets, at the moment of which the board was imported, else now."""
    from kanbandesk.exchange.figures import read_figures

    home = Home.open(args.home, is_reading_only=True)
    figures = read_figures(home.board_path, home.now() if home.as_of is None else home.as_of)
    print(json.dumps(figures.plain()) if args.json else figures.table())
    return DONE


def run_export(args: argparse.Namespace) -> int:
    """Write the tickets; a file appears only when it is whole."""
    from kanbandesk.exchange.export import write_csv, write_json, write_violations
    from kanbandesk.models.boardfile import open_for_reading

    home = Home.open(args.home, is_reading_only=True)
    kind = args.format or ("json" if args.out is not None and args.out.suffix == ".json" else "csv")
    if args.violations and kind == "json":
        raise BadSetting("--violations is written as CSV; the JSON file has them with their tickets.")
    write = write_violations if args.violations else write_json if kind == "json" else write_csv
    with closing(open_for_reading(home.board_path)) as connection:
        connection.execute("BEGIN")
        if args.out is None:
            write(connection, home.now(), sys.stdout)
            return DONE
        unfinished = args.out.with_name(f".{args.out.name}.part")
        encoding = "utf-8-sig" if kind == "csv" else "utf-8"
        try:
            with unfinished.open("w", encoding=encoding, newline="") as out:
                count = write(connection, home.now(), out)
            unfinished.replace(args.out)
        finally:
            unfinished.unlink(missing_ok=True)
    tell(f"{count:,} {'violations' if args.violations else 'tickets'} written to {args.out}")
    return DONE


def run_doctor(args: argparse.Namespace) -> int:
    """Say what the program runs on and whether the home is well."""
    from kanbandesk.app.doctor import examine

    lines, is_well = examine(args.home)
    print("\n".join(lines))
    return DONE if is_well else FAILED


def run_shot(args: argparse.Namespace) -> int:
    """Draw the window to a file."""
    from kanbandesk.app.shot import run

    return run(args)


def run_window(args: argparse.Namespace) -> int:
    """Open the board."""
    from kanbandesk.app.main import run

    return run(args)
