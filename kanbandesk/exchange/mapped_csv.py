"""Any CSV file, one row a ticket; several rows of one key, with the moment of each change, are its history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kanbandesk.exchange import boards
from kanbandesk.exchange.cells import one_line, tags_of, unguarded
from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.mapping import NEEDED, Mapping, guessed_columns, read_mapping
from kanbandesk.exchange.moments import read_any
from kanbandesk.exchange.neutral import Happening, NeutralEvent, NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.runs import follow, runs_of
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.status_names import StatusNames, closing_reason
from kanbandesk.exchange.tables import Table
from kanbandesk.workflow.tickets import MessageKind

_MARKS = re.compile(r"[,;|]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that was read: its moment, its status, and its cells by our names."""

    at: int
    created: int
    status: str
    cells: dict[str, str]


def read(source: Source, how: Reading) -> Iterator[NeutralTicket]:
    """Yield the tickets as they were at `how.moment`. BadFile, BadSetting."""
    mapping = read_mapping(how.mapping) if how.mapping else Mapping()
    table = Table(source, how.report, delimiter=mapping.delimiter)
    reader = _Rows(table, mapping, how)
    reader.check(source.name)
    for key, rows in reader.histories().items():
        if key not in how.report.left_out:
            yield _ticket(key, rows, mapping, how)


class _Rows:
    """Reads each row by the mapping; what is wrong with one goes to the report."""

    def __init__(self, table: Table, mapping: Mapping, how: Reading) -> None:
        self._table = table
        self._mapping = mapping
        self._how = how
        self._columns = {**guessed_columns(table.header), **mapping.columns}
        self._places = {ours: table.column(theirs) for ours, theirs in self._columns.items()}
        self._names = StatusNames(how.report, {**mapping.statuses, **how.statuses})

    def check(self, name: str) -> None:
        """BadFile when a column that the mapping names, or one that is needed, is not there."""
        missing = [self._columns[ours] for ours, place in self._places.items() if place < 0]
        if missing:
            raise BadFile(
                f"{name}, line 1: there is no column {', '.join(missing)}",
                "no_columns",
                columns=", ".join(missing),
            )
        unsaid = [ours for ours in NEEDED if ours not in self._places]
        if unsaid or not {"key", "title"} & set(self._places):
            raise BadFile(
                f"{name}, line 1: no column tells {' or '.join(unsaid) or 'key or title'}"
                " (name it in a --mapping file)",
                "no_meaning",
                fields=" / ".join(unsaid) or "key / title",
            )

    def histories(self) -> dict[str, list[Row]]:
        histories: dict[str, list[Row]] = {}
        for line, cells in self._table.rows():
            row = self._row(
                line, {ours: unguarded(cells[place].strip()) for ours, place in self._places.items()}
            )
            if row is not None:
                histories.setdefault(_key(row.cells), []).append(row)
        return histories

    def _row(self, line: int, cells: dict[str, str]) -> Row | None:
        key = _key(cells)
        if not key.strip("|"):
            self._how.report.bad(line, self._columns.get("key", "title"), "", "is missing")
            return None
        created = self._moment(line, key, "created", cells)
        at = self._moment(line, key, "changed", cells) if cells.get("changed") else created
        self._moment(line, key, "due", cells)
        if created is None or at is None or at > self._how.moment:
            return None
        status = self._names.of(cells["status"]) if cells.get("status") else "new"
        return Row(at, created, status, cells)

    def _moment(self, line: int, key: str, name: str, cells: dict[str, str]) -> int | None:
        text = cells.get(name, "")
        if not text and name == "due":
            return None
        try:
            return read_any(text, self._how.zone, self._mapping.dates)
        except ValueError:
            self._how.report.bad(
                line, self._columns[name], text, "is no moment in a form known here", ticket=key
            )
            return None


def _key(cells: dict[str, str]) -> str:
    """Return what tells tickets apart: the key, or without such a column the title and the moment of creation."""
    return (
        one_line(cells["key"], 100)
        if "key" in cells
        else one_line(f"{cells.get('title')}|{cells['created']}", 400)
    )


def _ticket(key: str, rows: list[Row], mapping: Mapping, how: Reading) -> NeutralTicket:
    last, first = rows[-1], rows[0]
    cells = last.cells
    title = one_line(cells.get("title", "")) or (how.titles.of(key, key) if how.titles else key)
    ticket = NeutralTicket(
        key=key,
        title=title,
        created_at=min(first.created, first.at),
        requester=one_line(cells.get("requester", ""), 200),
        requester_mail=one_line(cells.get("mail", ""), 200),
        client=one_line(cells.get("client", ""), 200),
        owner=one_line(cells.get("owner", ""), 200),
        line=one_line(cells.get("line", ""), 200),
        priority=mapping.priorities.get(cells.get("priority", ""))
        or boards.priority_of(cells.get("priority", "")),
        category=one_line(cells.get("category", ""), 200),
        tags=tags_of(_MARKS.split(cells.get("tags", ""))),
        due_at=read_any(cells["due"], how.zone, mapping.dates) if cells.get("due") else None,
        events=_events(rows),
    )
    boards.say(ticket, ticket.created_at, cells.get("text", ""), ticket.requester, MessageKind.CLIENT)
    follow(ticket, runs_of((row.at, row.status, row.cells.get("owner", "")) for row in rows))
    if ticket.status == "closed":
        ticket.closing_reason = closing_reason(cells.get("status", ""))
    return boards.in_order(ticket) if len(rows) == 1 else ticket


def _events(rows: list[Row]) -> list[NeutralEvent]:
    """Return one event a row; before a single row that tells of a later status, the creation."""
    events = []
    first = rows[0]
    before = ""
    if first.at > first.created and first.status != "new":
        events.append(NeutralEvent(at=first.created, kind=Happening.CREATED, status="new"))
        before = "new"
    for row in rows:
        kind = Happening.RECORD if events else Happening.CREATED
        status = "" if row.status == before else row.status
        events.append(
            NeutralEvent(at=row.at, kind=kind, status=status, before=before, owner=row.cells.get("owner", ""))
        )
        before = row.status
    return events
