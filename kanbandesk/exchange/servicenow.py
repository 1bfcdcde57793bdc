"""The audit log of a ServiceNow incident desk: one row is the ticket after one update.

The state at a moment is that of the last row updated at or before it, in the order of the file. `opened_at` is the
creation. `resolved_at`, `closed_at`, `closed_code` and `resolved_by` stand on every row from the first on: they are
knowledge of the future and left out unless they lie at or before the moment. Moments are `d/m/yyyy hh:mm` without a
zone, `?` means missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kanbandesk.exchange.cells import one_line, tags_of
from kanbandesk.exchange.moments import read_day_first
from kanbandesk.exchange.neutral import NeutralEvent, NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.runs import follow, runs_of
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.tables import Cells, Table
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Channel

STATES = {
    "New": "new",
    "Active": "in_progress",
    "Awaiting User Info": "waiting_client",
    "Awaiting Problem": "in_development",
    "Awaiting Vendor": "waiting_vendor",
    "Awaiting Evidence": "waiting_vendor",
    "Resolved": "solved",
    "Closed": "closed",
}
KEEPS_STATE = "-100"
PRIORITIES = {"1": Priority.URGENT, "2": Priority.HIGH, "3": Priority.NORMAL, "4": Priority.LOW}
CHANNELS = {
    "phone": Channel.PHONE,
    "ivr": Channel.PHONE,
    "email": Channel.MAIL,
    "self service": Channel.FORM,
    "chat": Channel.CHAT,
    "direct opening": Channel.DESK,
}
DEMANDED = ("number", "incident_state", "sys_updated_at", "opened_at")
# What is kept of each row. The order is that of `Row`'s fields after the first three.
KEPT = (
    "incident_state", "assigned_to", "assignment_group", "category", "subcategory", "u_symptom", "priority",
    "reassignment_count", "reopen_count", "sys_updated_by", "caller_id", "location", "contact_type", "impact",
    "urgency", "problem_id", "rfc", "vendor", "cmdb_ci", "opened_at", "resolved_at", "resolved_by", "closed_at",
    "closed_code",
)  # fmt: skip
# The history tells which of these changed with a row.
TOLD = KEPT[:9]
SHOWN_FIELDS = (
    ("Impact", "impact"),
    ("Urgency", "urgency"),
    ("Reassigned", "reassignment_count"),
    ("Problem", "problem_id"),
    ("Change", "rfc"),
    ("Vendor", "vendor"),
    ("Configuration item", "cmdb_ci"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One update: its line in the file, its moment, the status after it, and the cells by name (`?` as empty)."""

    line: int
    at: int
    status: str
    cells: tuple[str, ...]

    def __getitem__(self, name: str) -> str:
        return self.cells[_PLACE[name]]


_PLACE = {name: place for place, name in enumerate(KEPT)}
_NOTHING = ("",) * len(KEPT)  # before the first row


def read(source: Source, how: Reading) -> Iterator[NeutralTicket]:
    """Yield the tickets that existed at `how.moment`, each as it was then, with one event a row. BadFile."""
    table = Table(source, how.report, key="number")
    table.demand(DEMANDED)
    reader = _LogReader(table, how)
    for number, rows in reader.histories().items():
        if number not in how.report.left_out:
            ticket = reader.ticket(number, rows)
            if ticket is not None and number not in how.report.left_out:
                yield ticket


class _LogReader:
    """Gathers the rows of each ticket in file order; what is wrong with one goes to the report."""

    def __init__(self, table: Table, how: Reading) -> None:
        self._table = table
        self._how = how
        self._number, self._updated = table.column("number"), table.column("sys_updated_at")
        self._kept = [table.column(name) for name in KEPT]
        self._moment = lru_cache(maxsize=200_000)(lambda text: read_day_first(text, how.zone))
        self._one: dict[str, str] = {"?": ""}  # each text once, however many rows hold it

    def histories(self) -> dict[str, list[Row]]:
        """Read the file to its end."""
        histories: dict[str, list[Row]] = {}
        for line, cells in self._table.rows():
            number = one_line(cells[self._number], 100)
            if number in ("", "?"):
                self._how.report.bad(line, "number", cells[self._number], "the ticket's number is missing")
                continue
            rows = histories.setdefault(number, [])
            row = self._row(line, number, cells, rows[-1].status if rows else "new")
            if row is not None:
                rows.append(row)
        return {number: rows for number, rows in histories.items() if rows}

    def _row(self, line: int, number: str, cells: Cells, before: str) -> Row | None:
        """Return the row, None when it lies after the moment or is bad."""
        at = self._moment_of(line, number, "sys_updated_at", cells[self._updated])
        if at is None or at > self._how.moment:
            return None
        kept = tuple(self._cell(cells[place]) if place >= 0 else "" for place in self._kept)
        status = before if kept[0] == KEEPS_STATE else STATES.get(kept[0], "")
        if not status:
            self._how.report.bad(line, "incident_state", kept[0], "is no state known here", ticket=number)
            return None
        return Row(line, at, status, kept)

    def _cell(self, text: str) -> str:
        one = self._one.get(text)
        if one is None:
            one = self._one.setdefault(text, one_line(text, 500))
        return one

    def _moment_of(self, line: int, number: str, name: str, text: str) -> int | None:
        try:
            return self._moment(text)
        except (ValueError, OverflowError):
            self._how.report.bad(line, name, text, "is no moment like 29/2/2016 01:16", ticket=number)
            return None

    def ticket(self, number: str, rows: list[Row]) -> NeutralTicket | None:
        """Return the ticket as its rows leave it; None (reported) when its creation is no moment."""
        last = rows[-1]
        created_at = self._created(number, rows[0])
        if created_at is None:
            return None
        ticket = NeutralTicket(
            key=number,
            title=self._title(number, last),
            created_at=created_at,
            requester=last["caller_id"],
            client=last["location"],
            owner=last["assigned_to"],
            line=last["assignment_group"],
            channel=CHANNELS.get(last["contact_type"].casefold(), Channel.IMPORT),
            priority=PRIORITIES.get(last["priority"][:1], Priority.NORMAL),
            category=last["category"],
            tags=tags_of((last["subcategory"], last["u_symptom"])),
            fields=self._fields(number, last),
            events=_events(rows),
        )
        follow(ticket, runs_of((row.at, row.status, row["assigned_to"]) for row in rows))
        if ticket.was_in_development:
            ticket.tracker_key = last["problem_id"]
        if last["reopen_count"].isdecimal():  # their own count knows of reopenings before the log began
            ticket.reopened_count = int(last["reopen_count"])
        return ticket

    def _created(self, number: str, first: Row) -> int | None:
        """Return the creation, never after the first row; None (reported) when the log tells no moment."""
        if not first["opened_at"]:
            return first.at
        opened = self._moment_of(first.line, number, "opened_at", first["opened_at"])
        return None if opened is None else min(opened, first.at)

    def _title(self, number: str, last: Row) -> str:
        own = " · ".join(part for part in (last["category"], last["u_symptom"]) if part) or number
        return self._how.titles.of(number, own) if self._how.titles else own

    def _fields(self, number: str, last: Row) -> tuple[tuple[str, str], ...]:
        fields = [(label, last[name]) for label, name in SHOWN_FIELDS if last[name]]
        if self._is_known(last, "resolved_at", number) and last["resolved_by"]:
            fields.append(("Resolved by", last["resolved_by"]))
        if last.status == "closed" and self._is_known(last, "closed_at", number) and last["closed_code"]:
            fields.append(("Closed with", last["closed_code"]))
        return tuple(fields)

    def _is_known(self, last: Row, name: str, number: str) -> bool:
        """Tell whether the moment in column `name` lies at or before the one that the board is to show."""
        if not last[name]:
            return False
        at = self._moment_of(last.line, number, name, last[name])
        return at is not None and at <= self._how.moment


def _events(rows: list[Row]) -> list[NeutralEvent]:
    """Return one event a row: the status when it changed, and which cells did."""
    events = []
    status = ""
    cells = _NOTHING
    for row in rows:
        changed = [(name, row[name]) for name in TOLD if row[name] != cells[_PLACE[name]]]
        is_new_owner = row["assigned_to"] != cells[_PLACE["assigned_to"]]
        events.append(
            NeutralEvent(
                at=row.at,
                status="" if row.status == status else row.status,
                before=status,
                owner=row["assigned_to"] if is_new_owner else "",
                details=(*changed, ("sys_updated_by", row["sys_updated_by"])),
            )
        )
        status, cells = row.status, row.cells
    return events
