"""The command line: imports, exports and looks at a home. The window is opened by `app`.

Exit codes: 0 done, 1 refused or failed, with one line that says what happened, what was kept and what to do, 2 wrong
usage.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kanbandesk.app.homes import Home, system_now
from kanbandesk.exchange.errors import BadSetting, ExchangeError
from kanbandesk.models.faults import Fault

if TYPE_CHECKING:
    from kanbandesk.exchange.importing import ImportJob, Outcome, Submit
    from kanbandesk.exchange.load import Plan
    from kanbandesk.exchange.progress import Progress
    from kanbandesk.exchange.report import Report

DONE, FAILED, USAGE = 0, 1, 2
SHOWN_BAD_ROWS = 3
Verb = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if argv is None else list(argv)
    args = build_parser(is_shot="shot" in words).parse_args(words)
    args.home = Path(args.home) if args.home else Home.default_path()
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
    parser.set_defaults(verb=run_import)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "out", type=Path, nargs="?", metavar="FILE", help="told by its ending; else standard output"
    )
    parser.add_argument(
        "--format", choices=("csv", "json"), default="", help="csv: the tickets; json: the whole story"
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


# -- import ----------------------------------------------------------------------------------------------------------


def run_import(args: argparse.Namespace) -> int:
    """Bring in a file; the home is made when there is none (with timers off, C9) and something is to come in."""
    from kanbandesk.exchange.progress import Cancelled, Progress
    from kanbandesk.exchange.report import Report

    job = _job(args)
    report, progress = Report(), Progress(sys.stderr)
    with (
        _uncollected(),
        _interrupts(progress.cancel),
        _opened(args.home, is_reading_only=args.dry_run) as home,
    ):
        _check_clock(home, job)
        try:
            plan = _planned(job, home, report, progress)
        except Cancelled:
            progress.finish()
            tell("kanbandesk: cancelled; nothing was imported.")
            return FAILED
        _tell_report(report, _report_path(args))
        if args.dry_run:
            tell(
                f"{len(plan.tickets):,} tickets with {plan.row_count:,} rows would come in.{_left(plan, report)}"
            )
            return DONE
        if not plan.tickets:
            tell(f"Nothing new to import.{_left(plan, report)}")
            return DONE if plan.known else FAILED
        with _home_for(home, args.home, job.as_of) as target:
            return _bring_in(target, plan, report, progress)


def _job(args: argparse.Namespace) -> ImportJob:
    from kanbandesk.exchange.importing import ImportJob
    from kanbandesk.exchange.load import MOST_LINES
    from kanbandesk.exchange.moments import read_moment_setting, zone_named
    from kanbandesk.exchange.source import known_encoding
    from kanbandesk.workflow.statuses import default_workflow

    zone = zone_named(args.zone)
    known = {status.id for status in default_workflow().statuses}
    statuses = {}
    for pair in args.map:
        name, equals, status = pair.rpartition("=")
        if not equals or status not in known:
            raise BadSetting(
                f'--map {pair!r}: write it like "On hold=postponed"; the statuses are {", ".join(sorted(known))}'
            )
        statuses[name] = status
    return ImportJob(
        path=args.file,
        zone=zone,
        format=args.format,
        as_of=read_moment_setting(args.as_of, zone) if args.as_of else None,
        titles=args.titles,
        mapping=args.mapping,
        statuses=statuses,
        encoding=known_encoding(args.encoding),
        system=args.source,
        most_lines=MOST_LINES if args.lines is None else args.lines,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage collector out: an import makes millions of objects and hardly a cycle (an eighth of its time)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _interrupts(cancel: Callable[[], None]) -> Iterator[None]:
    """Let the first Ctrl+C cancel between two batches; a second one stops at once."""

    def on_interrupt(_number: int, _frame: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        cancel()

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _opened(path: Path, *, is_reading_only: bool = False) -> Iterator[Home | None]:
    """Open the home when there is one, and give it free in the end."""
    home = Home.open(path, is_reading_only=is_reading_only) if Home.exists(path) else None
    try:
        yield home
    finally:
        if home is not None:
            home.close()


@contextmanager
def _home_for(home: Home | None, path: Path, as_of: int | None) -> Iterator[Home]:
    """Yield the open home, or make one that lives from `as_of` on; timers stay off on an imported board (C9)."""
    if home is not None:
        yield home
        return
    with closing(Home.create(path, as_of=as_of, has_timers=False)) as made:
        yield made


def _check_clock(home: Home | None, job: ImportJob) -> None:
    """BadSetting when the home is here and lives by another clock: its moments would be moved."""
    if home is not None and job.as_of is not None and home.as_of != job.as_of:
        raise BadSetting(
            f"the board in {home.path} lives by another clock; import --as-of into a new folder (--home)"
        )


def _planned(job: ImportJob, home: Home | None, report: Report, progress: Progress) -> Plan:
    from kanbandesk.exchange.figures import source_keys
    from kanbandesk.exchange.importing import read_file
    from kanbandesk.exchange.load import Surroundings, plan
    from kanbandesk.models.boardfile import open_for_reading, read_settings
    from kanbandesk.server.core.bootstrap import LINES
    from kanbandesk.workflow.statuses import default_workflow

    moment = job.as_of if job.as_of is not None else home.now() if home is not None else system_now()
    read = read_file(job, moment, report, progress)
    around = Surroundings(workflow=default_workflow(), lines=LINES)
    if home is not None:
        with closing(open_for_reading(home.board_path)) as connection:
            board = read_settings(connection, moment)
        around = Surroundings(
            workflow=board.workflow,
            known=source_keys(home.board_path),
            agents=board.agents,
            lines=board.lines,
            clients=board.clients,
        )
    return plan(read.tickets, read.system, around, most_lines=job.most_lines)


def _bring_in(home: Home, plan: Plan, report: Report, progress: Progress) -> int:
    from kanbandesk.exchange.importing import store

    with _ledger(home) as submit:
        outcome = store(plan, submit, progress)
    tell(_summary(outcome, plan) + _left(plan, report))
    if home.has_timers:
        tell("Timers are on in this home: what was solved more than two days ago will be closed by them.")
    return FAILED if outcome.refusal or outcome.is_cancelled else DONE


@contextmanager
def _ledger(home: Home) -> Iterator[Submit]:
    """Yield how a command is given to the home: it is on disk when the call returns an empty text."""
    from kanbandesk.models.faults import NotSaved
    from kanbandesk.protocol import Outcome as Decided
    from kanbandesk.protocol import mutation_of
    from kanbandesk.server.core.ledger import Submission
    from kanbandesk.server.core.workspace import Workspace
    from kanbandesk.workflow.commands import Command
    from kanbandesk.workflow.ids import new_id

    def submit(command: Command) -> str:
        mutation = mutation_of(command, uid=new_id(), at=home.now())
        brought = Submission(mutation=mutation, client_id="import", actor_id=home.me, command=command)
        try:
            (result,) = workspace.commit([brought]).results
        except NotSaved as fault:
            return str(fault)
        is_applied = result.status is Decided.APPLIED
        return "" if is_applied else " ".join([result.code, *(str(part) for _, part in result.params)])

    with closing(Workspace(home.board_path, home.now)) as workspace:
        yield submit


def _summary(outcome: Outcome, plan: Plan) -> str:
    came = f"{outcome.tickets:,} of {len(plan.tickets):,} tickets"
    again = "The same import again brings the rest."
    if outcome.refusal:
        return f"kanbandesk: a batch was not taken ({outcome.refusal}) {came} came in and stay. {again}"
    if outcome.is_cancelled:
        return f"kanbandesk: cancelled; {came} are in and stay. {again}"
    return f"{outcome.tickets:,} tickets with {outcome.rows:,} rows came in."


def _left(plan: Plan, report: Report) -> str:
    """Say what did not come in."""
    parts = []
    if plan.known:
        parts.append(f" {plan.known:,} already here stay as they are.")
    if plan.doubled:
        parts.append(f" {plan.doubled:,} stand in the file twice: the first counts.")
    if report.left_out:
        parts.append(f" {len(report.left_out):,} with bad rows were left out.")
    return "".join(parts)


def _report_path(args: argparse.Namespace) -> Path:
    home: Path = args.home
    return args.report or home.with_name(f"{home.name}-import-report.csv")


def _tell_report(report: Report, path: Path) -> None:
    for notice in report.notices:
        tell(notice)
    for row in report.rows[:SHOWN_BAD_ROWS]:
        tell(str(row))
    if report.rows:
        path.parent.mkdir(parents=True, exist_ok=True)
        report.write(path)
        tell(f"{len(report.rows):,} bad rows; all of them are told in {path}")


# -- the other verbs -------------------------------------------------------------------------------------------------


def run_stats(args: argparse.Namespace) -> int:
    """Count the tickets, at the moment of which the board was imported, else now."""
    from kanbandesk.exchange.figures import read_figures

    home = Home.open(args.home, is_reading_only=True)
    figures = read_figures(home.board_path, home.now() if home.as_of is None else home.as_of)
    print(json.dumps(figures.plain()) if args.json else figures.table())
    return DONE


def run_export(args: argparse.Namespace) -> int:
    """Write the tickets; a file appears only when it is whole."""
    from kanbandesk.exchange.export import write_csv, write_json
    from kanbandesk.models.boardfile import open_for_reading

    home = Home.open(args.home, is_reading_only=True)
    kind = args.format or ("json" if args.out is not None and args.out.suffix == ".json" else "csv")
    write = write_json if kind == "json" else write_csv
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
    tell(f"{count:,} tickets written to {args.out}")
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
