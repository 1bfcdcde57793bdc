"""A search in Jira exported as CSV (all fields): one row a ticket; columns of the same name hold several values.

"Status Category Changed" dates the status where Jira exports it; else the resolution, else the last update.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kanbandesk.exchange import boards, jira
from kanbandesk.exchange.cells import one_line
from kanbandesk.exchange.moments import read_any
from kanbandesk.exchange.neutral import NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.status_names import StatusNames
from kanbandesk.exchange.tables import Cells, Table

KEY, SUMMARY, CREATED = "Issue key", "Summary", "Created"
WORDS = {
    "status": "Status",
    "category": "Status Category",
    "resolution": "Resolution",
    "labels": "Labels",
    "components": "Component/s",
    "reporter": "Reporter",
    "assignee": "Assignee",
    "priority": "Priority",
    "type": "Issue Type",
}
_DATED = ("Status Category Changed", "Resolved", "Updated")


def read(source: Source, how: Reading) -> Iterator[NeutralTicket]:
    """Yield one ticket a row. BadFile."""
    table = Table(source, how.report, key=KEY)
    table.demand((KEY, SUMMARY, "Status", CREATED))
    names = StatusNames(how.report, how.statuses)
    places: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(table.header):
        places[name].append(place)
    for line, cells in table.rows():
        ticket = _Row(line, cells, places, how).ticket(names)
        if ticket is not None:
            yield ticket


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its cells by the names of their columns."""

    line: int
    cells: Cells
    places: dict[str, list[int]]
    how: Reading

    def many(self, name: str) -> list[str]:
        """Return what stands in the columns of that name."""
        cells = (self.cells[place].strip() for place in self.places.get(name, []))
        return [cell for cell in cells if cell]

    def one(self, name: str) -> str:
        """Return what stands in the first filled column of that name."""
        return next(iter(self.many(name)), "")

    def ticket(self, names: StatusNames) -> NeutralTicket | None:
        """Return the ticket; None (reported) when something needed cannot be read."""
        key, title = self.one(KEY), one_line(self.one(SUMMARY))
        needed = ((KEY, key, key), (SUMMARY, title, title), (CREATED, self.one(CREATED), ""))
        if self.how.report.lacks(self.line, needed, ticket=key):
            return None
        created, *changes, due = (self._moment(name, key) for name in (CREATED, *_DATED, "Due date"))
        if created is None or key in self.how.report.left_out:
            return None
        changed = max(created, next((at for at in changes if at is not None), created))
        fields = jira.Fields(WORDS, self.one, self.many)
        ticket = jira.ticket_of(key, fields, names, title=title, created=created, changed=changed)
        ticket.due_at = due
        self._tell(ticket)
        return boards.in_order(ticket)

    def _tell(self, ticket: NeutralTicket) -> None:
        """Add description, comments and names of attachments."""
        jira.say(ticket, ticket.created_at, self.one("Description"), ticket.requester)
        for text in self.many("Comment"):
            at, author, body = _parted(text, self.how)
            jira.say(ticket, ticket.since if at is None else at, body, author)
        attached = (text.split(";", 3) for text in self.many("Attachment"))
        boards.say(
            ticket, ticket.since, boards.left_behind(parts[2] for parts in attached if len(parts) > 3), ""
        )

    def _moment(self, name: str, key: str) -> int | None:
        text = self.one(name)
        try:
            return read_any(text, self.how.zone) if text else None
        except ValueError:
            self.how.report.bad(self.line, name, text, "is no moment in a form known here", ticket=key)
            return None


def _parted(text: str, how: Reading) -> tuple[int | None, str, str]:
    """Return moment, author and words of a comment ("24/Sep/21 2:21 PM;author;words"); no moment where it has none."""
    parts = text.split(";", 2)
    if len(parts) < 3:
        return None, "", text
    try:
        return read_any(parts[0], how.zone), one_line(parts[1], 200), parts[2]
    except ValueError:
        return None, "", text
