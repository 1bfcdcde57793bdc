"""The verb `import`: reads another program's file, makes or opens the home, and brings the tickets in.

All that is told goes through `tell`, one thing at a time: what happened, what was kept, what to do. A terminal shows
the sentences; a window runs this in a process of its own, gets codes and parameters and says them in its language.
"""

from __future__ import annotations

import argparse
import gc
import json
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kanbandesk.app.homes import Home, system_now
from kanbandesk.exchange.errors import BadSetting, ExchangeError
from kanbandesk.exchange.figures import source_keys
from kanbandesk.exchange.importing import ImportJob, Outcome, Submit, read_file, store
from kanbandesk.exchange.load import MOST_LINES, Plan, Surroundings, plan
from kanbandesk.exchange.moments import read_moment_setting, zone_named
from kanbandesk.exchange.progress import Cancelled, Progress, ReportedProgress
from kanbandesk.exchange.report import Report
from kanbandesk.exchange.source import known_encoding
from kanbandesk.models.boardfile import open_for_reading, read_settings
from kanbandesk.models.faults import Fault, NotSaved
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import default_workflow


@dataclass(frozen=True, slots=True)
class Said:
    """Something for the person: one or several sentences, and what they say as a code with its parameters."""

    text: str
    code: str
    params: dict[str, str | int] = field(default_factory=dict)


Tell = Callable[[Said], None]
SHOWN_BAD_ROWS = 3
CLIENT_ID = "import"


def job_of(args: argparse.Namespace) -> ImportJob:
    """Return what the person asked for; BadSetting when something of it cannot be used."""
    zone = zone_named(args.zone)
    return ImportJob(
        path=args.file,
        zone=zone,
        format=args.format,
        as_of=read_moment_setting(args.as_of, zone) if args.as_of else None,
        titles=args.titles,
        mapping=args.mapping,
        statuses=dict(_mapped(pair) for pair in args.map),
        encoding=known_encoding(args.encoding),
        system=args.source,
        most_lines=MOST_LINES if args.lines is None else args.lines,
    )


def _mapped(pair: str) -> tuple[str, str]:
    known = sorted(status.id for status in default_workflow().statuses)
    name, equals, status = pair.rpartition("=")
    if not equals or status not in known:
        raise BadSetting(
            f'--map {pair!r}: write it like "On hold=postponed"; the statuses are {", ".join(known)}'
        )
    return name, status


class Import:
    """One run of the verb."""

    def __init__(self, args: argparse.Namespace, tell: Tell, progress: Progress) -> None:
        self._job = job_of(args)
        self._path: Path = args.home
        self._is_dry: bool = args.dry_run
        self._report_path: Path = args.report or self._path.with_name(f"{self._path.name}-import-report.csv")
        self._tell = tell
        self._report, self._progress = Report(), progress

    def run(self) -> bool:
        """Bring the file in and tell whether that went well.

        The home is made when there is none and something is to come in. ExchangeError, Fault: nothing was changed.
        """
        with _uncollected(), _interrupts(self._progress.cancel), self._opened() as home:
            self._check_clock(home)
            try:
                planned = self._plan(home)
            except Cancelled:
                self._progress.finish()
                self._tell(Said("kanbandesk: cancelled; nothing was imported.", "cancelled"))
                return False
            self._tell_report()
            left = _left(planned, self._report)
            if self._is_dry:
                text = (
                    f"{len(planned.tickets):,} tickets with {planned.row_count:,} rows would come in.{left}"
                )
                self._tell(Said(text, "would_come", {"tickets": len(planned.tickets)}))
                return True
            if not planned.tickets:
                params = _left_params(planned, self._report)
                self._tell(Said(f"Nothing new to import.{left}", "nothing_new", params))
                return planned.known > 0
            with self._home_for(home) as target:
                return self._bring_in(target, planned)

    @contextmanager
    def _opened(self) -> Iterator[Home | None]:
        """Open the home when there is one, and give it free in the end."""
        home = Home.open(self._path, is_reading_only=self._is_dry) if Home.exists(self._path) else None
        try:
            yield home
        finally:
            if home is not None:
                home.close()

    def _check_clock(self, home: Home | None) -> None:
        """BadSetting when the home is here and lives by another clock: its moments would be moved."""
        if home is not None and self._job.as_of is not None and home.as_of != self._job.as_of:
            raise BadSetting(
                f"the board in {home.path} lives by another clock; import --as-of into a new folder (--home)"
            )

    def _plan(self, home: Home | None) -> Plan:
        as_of = self._job.as_of
        moment = as_of if as_of is not None else home.now() if home is not None else system_now()
        read = read_file(self._job, moment, self._report, self._progress)
        return plan(read.tickets, read.system, _surroundings(home, moment), most_lines=self._job.most_lines)

    def _tell_report(self) -> None:
        rows = self._report.rows
        for notice in self._report.notices:
            self._tell(Said(notice, notice.code, notice.params))
        for row in rows[:SHOWN_BAD_ROWS]:
            self._tell(Said(str(row), "bad_row", {"file": row.file, "line": row.line, "field": row.field}))
        if rows:
            self._report_path.parent.mkdir(parents=True, exist_ok=True)
            self._report.write(self._report_path)
            text = f"{len(rows):,} bad rows; all of them are told in {self._report_path}"
            self._tell(Said(text, "bad_rows", {"count": len(rows), "file": str(self._report_path)}))

    @contextmanager
    def _home_for(self, home: Home | None) -> Iterator[Home]:
        """Yield the open home, or make one that lives from the moment on, with timers off (C9)."""
        if home is not None:
            yield home
            return
        from kanbandesk.server.core.languages import computer_language
        from kanbandesk.server.core.zones import computer_zone

        zone, language = computer_zone(), computer_language()
        with closing(
            Home.create(
                self._path, as_of=self._job.as_of, has_timers=False, time_zone=zone, language=language
            )
        ) as made:
            yield made

    def _bring_in(self, home: Home, planned: Plan) -> bool:
        with _ledger(home) as submit:
            outcome = store(planned, submit, self._progress)
        code, text = _summary(outcome, planned)
        params: dict[str, str | int] = {
            "tickets": outcome.tickets,
            "of": len(planned.tickets),
            "reason": outcome.refusal,
        }
        self._tell(
            Said(text + _left(planned, self._report), code, params | _left_params(planned, self._report))
        )
        if home.has_timers:
            text = (
                "Timers are on in this home: what was solved more than two days ago will be closed by them."
            )
            self._tell(Said(text, "timers_on"))
        return not outcome.refusal and not outcome.is_cancelled


def _surroundings(home: Home | None, moment: int) -> Surroundings:
    """Return what is there already; of a home that is yet to be made, what each begins with."""
    if home is None:
        from kanbandesk.server.core.bootstrap import LINES

        return Surroundings(workflow=default_workflow(), lines=LINES)
    with closing(open_for_reading(home.board_path)) as connection:
        board = read_settings(connection, moment)
    return Surroundings(
        workflow=board.workflow,
        known=source_keys(home.board_path),
        agents=board.agents,
        lines=board.lines,
        clients=board.clients,
    )


@contextmanager
def _ledger(home: Home) -> Iterator[Submit]:
    """Yield how a command is given to the home: it is on disk when the call returns an empty text."""
    from kanbandesk.protocol import Outcome as Decided
    from kanbandesk.protocol import mutation_of
    from kanbandesk.server.core.ledger import Submission
    from kanbandesk.server.core.workspace import Workspace

    def submit(command: Command) -> str:
        mutation = mutation_of(command, uid=new_id(), at=home.now())
        brought = Submission(mutation=mutation, client_id=CLIENT_ID, actor_id=home.me, command=command)
        try:
            (result,) = workspace.commit([brought]).results
        except NotSaved as fault:
            return str(fault)
        is_applied = result.status is Decided.APPLIED
        return "" if is_applied else " ".join([result.code, *(str(part) for _, part in result.params)])

    with closing(Workspace(home.board_path, home.now)) as workspace:
        yield submit


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage collector out: millions of objects and hardly a cycle (an eighth of the time)."""
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


def _summary(outcome: Outcome, planned: Plan) -> tuple[str, str]:
    """Return what came of it: code and sentence."""
    came = f"{outcome.tickets:,} of {len(planned.tickets):,} tickets"
    again = "The same import again brings the rest."
    if outcome.refusal:
        return (
            "refused",
            f"kanbandesk: a batch was not taken ({outcome.refusal}) {came} came in and stay. {again}",
        )
    if outcome.is_cancelled:
        return "cancelled_late", f"kanbandesk: cancelled; {came} are in and stay. {again}"
    return "came_in", f"{outcome.tickets:,} tickets with {outcome.rows:,} rows came in."


def _left_params(planned: Plan, report: Report) -> dict[str, str | int]:
    return {"known": planned.known, "doubled": planned.doubled, "left_out": len(report.left_out)}


def _left(planned: Plan, report: Report) -> str:
    """Say what did not come in."""
    parts = []
    if planned.known:
        parts.append(f" {planned.known:,} already here stay as they are.")
    if planned.doubled:
        parts.append(f" {planned.doubled:,} stand in the file twice: the first counts.")
    if report.left_out:
        parts.append(f" {len(report.left_out):,} with bad rows were left out.")
    return "".join(parts)


def run_for_person(args: argparse.Namespace, tell: Callable[[str], None]) -> bool:
    """Import as the command line does: sentences by `tell`, progress beside them. Raises what `Import.run` does."""
    return Import(args, lambda said: tell(said.text), Progress(sys.stderr)).run()


def run_for_window(args: argparse.Namespace) -> bool:
    """Import for a window that reads along: each thing told is a JSON object on a line of the standard output."""

    def say(code: str, params: dict[str, str | int]) -> None:
        sys.stdout.write(json.dumps({"code": code, **params}) + "\n")
        sys.stdout.flush()

    def progress(phase: str, percent: int) -> None:
        say(phase, {"percent": percent})

    try:
        return Import(args, lambda said: say(said.code, said.params), ReportedProgress(progress)).run()
    except ExchangeError as error:
        say(error.code, {"file": args.file.name, **error.params})
    except Fault as fault:
        say("fault", {"words": fault.words, **{name: str(value) for name, value in fault.details.items()}})
    except (sqlite3.Error, OSError) as error:
        say("disk", {"reason": str(getattr(error, "strerror", None) or error)})
    return False
