"""An import from beginning to end: read the file whole, then bring its tickets in, batch by batch.

Nothing is written before the file was read to its end. Each batch is one command, which is kept whole or not at all, so
a cancelled import leaves whole tickets, and the same import again brings the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from kanbandesk.exchange.errors import BadFile, BadSetting
from kanbandesk.exchange.formats import FORMATS, Format, guess
from kanbandesk.exchange.load import MOST_LINES, Plan
from kanbandesk.exchange.neutral import NeutralTicket
from kanbandesk.exchange.progress import Cancelled, Progress
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.report import Report
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.titles import Titles, read_titles
from kanbandesk.workflow.commands import Command

Submit = Callable[[Command], str]
"""Gives a command to the home; returns an empty text when it is on disk, else why it was refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJob:
    """What the person asked for."""

    path: Path
    zone: ZoneInfo
    format: str = ""  # empty: told by the file
    as_of: int | None = None
    titles: Path | None = None
    mapping: Path | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    system: str = ""  # what tickets' keys are unique within; empty: the format's name
    most_lines: int = MOST_LINES


@dataclass(frozen=True, slots=True)
class FileRead:
    """The tickets of a file, and the program whose keys they have."""

    tickets: list[NeutralTicket]
    system: str


@dataclass(slots=True)
class Outcome:
    """What came in: tickets and entries of their history; why it ended early, if it did."""

    tickets: int = 0
    rows: int = 0
    refusal: str = ""
    is_cancelled: bool = False


def read_file(job: ImportJob, moment: int, report: Report, progress: Progress) -> FileRead:
    """Read the whole file as of `moment` (UTC ms). ExchangeError; Cancelled."""
    if not job.path.exists():
        raise BadFile(f"there is no file {job.path}", "gone")
    source = Source(job.path, encoding=job.encoding, on_bytes=progress.at)
    kind = _format(job, source)
    report.file = source.name
    how = Reading(
        report=report,
        moment=moment,
        zone=job.zone,
        titles=_titles(job, kind, report),
        statuses=job.statuses,
        mapping=job.mapping,
    )
    size = 0
    if kind.is_text:
        size = source.found.size
        if source.found.is_guess:
            report.notice(
                f"{source.name} is not UTF-8: read as {source.found.encoding} (--encoding tells another)",
                "not_utf8",
                encoding=source.found.encoding,
            )
    progress.begin(f"Reading {source.name}", size)
    tickets = list(kind.load()(source, how))
    progress.finish()
    return FileRead(tickets, job.system or kind.name)


def _format(job: ImportJob, source: Source) -> Format:
    kind = FORMATS[job.format] if job.format else guess(source)
    if job.as_of is not None and not kind.is_log:
        logs = ", ".join(name for name, one in FORMATS.items() if one.is_log)
        raise BadSetting(
            f"--as-of needs a log of changes ({logs}); {kind.name} tells only how the board stands"
        )
    if job.mapping is not None and kind.name != "csv":
        raise BadSetting(f"--mapping is for csv; {source.name} is read as {kind.name}")
    return kind


def _titles(job: ImportJob, kind: Format, report: Report) -> Titles | None:
    if job.titles is None:
        return None
    if not kind.is_log:
        report.notice(f"--titles is left aside: {kind.name} has titles of its own", "own_titles")
        return None
    return read_titles(Source(job.titles))


def store(plan: Plan, submit: Submit, progress: Progress) -> Outcome:
    """Bring the tickets in; ends at the first refusal, or when the person cancels."""
    outcome = Outcome()
    total = plan.row_count
    progress.begin("Storing", total, "rows")
    try:
        for command, tickets, rows in plan.commands():
            outcome.refusal = submit(command)
            if outcome.refusal:
                break
            outcome.tickets += tickets
            outcome.rows += rows
            progress.at(outcome.rows)
    except Cancelled:
        outcome.is_cancelled = outcome.tickets < len(plan.tickets)
    progress.finish()
    return outcome
