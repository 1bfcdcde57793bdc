"""The formats that can be imported, and how to tell which one a file is."""

from __future__ import annotations

import csv
import importlib
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from kanbandesk.exchange.errors import UnknownFormat

if TYPE_CHECKING:
    from kanbandesk.exchange.reading import Read
    from kanbandesk.exchange.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, the module that reads it, what it is, and whether it is a log.

    Only a log can be read as of a moment of the past; the others are a board as it stood when it was exported.
    """

    name: str
    module: str
    about: str
    is_log: bool = False
    is_text: bool = True  # else a folder, an archive, or XML that tells its own encoding

    def load(self) -> Read:
        """Return the reader."""
        return cast("Read", importlib.import_module(f"kanbandesk.exchange.{self.module}").read)


FORMATS = {
    one.name: one
    for one in (
        Format("servicenow", "servicenow", "ServiceNow incident log (CSV)", is_log=True),
        Format("helpdesk", "helpdesk", "help desk log as a process-mining CSV", is_log=True),
        Format("csv", "mapped_csv", "any CSV file, with --mapping or by its header", is_log=True),
        Format("trello", "trello", "Trello board (JSON)"),
        Format("jira-rss", "jira_rss", "Jira search as RSS (XML)", is_text=False),
        Format("jira-csv", "jira_csv", "Jira search as CSV, all fields"),
        Format("deck", "deck", "Nextcloud Deck (JSON)"),
        Format(
            "focalboard", "focalboard", "Focalboard archive, its folder, or one board's file", is_text=False
        ),
    )
}


def guess(source: Source) -> Format:
    """Return the format that the file's beginning tells; UnknownFormat when it tells none."""
    from kanbandesk.exchange.archives import is_zip

    if source.path.is_dir() or is_zip(source):
        return FORMATS["focalboard"]
    head = source.head_text().lstrip("\N{ZERO WIDTH NO-BREAK SPACE} \t\r\n")
    name = (
        _of_json(head)
        if head.startswith(("{", "["))
        else _of_xml(head)
        if head.startswith("<")
        else _of_csv(head)
    )
    if not name:
        raise UnknownFormat(f"nothing in {source.name} tells which program wrote it (tell it with --format)")
    return FORMATS[name]


def _of_json(head: str) -> str:
    first = head.partition("\n")[0]
    try:
        entry = json.loads(first)
    except (ValueError, RecursionError):
        entry = None
    if isinstance(entry, dict) and entry.get("type") in ("block", "board") and "data" in entry:
        return "focalboard"
    if any(f'"{name}"' in head for name in ("idBoard", "idOrganization", "idMemberCreator", "idList")):
        return "trello"
    return "deck" if '"stacks"' in head or '"boards"' in head else ""


def _of_xml(head: str) -> str:
    return "jira-rss" if "<rss" in head else ""


def _of_csv(head: str) -> str:
    """Any text whose first line has a column could be a CSV file."""
    from kanbandesk.exchange.tables import delimiter_of

    try:
        cells = next(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter_of(head)), [])
    except csv.Error:
        return ""
    header = {cell.strip() for cell in cells}
    if {"number", "incident_state"} <= header:
        return "servicenow"
    if {"case:concept:name", "time:timestamp"} <= header:
        return "helpdesk"
    if {"Issue key", "Summary"} <= header:
        return "jira-csv"
    return "csv" if len(header) > 1 else ""
