"""A search in Jira exported as CSV (all fields): one row a ticket; columns of the same name hold several values.

"Status Category Changed" dates the status where Jira exports it; else the resolution, else the last update.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

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
        ticket = _ticket(line, cells, places, how, names)
        if ticket is not None:
            yield ticket


def _ticket(
    line: int, cells: Cells, places: dict[str, list[int]], how: Reading, names: StatusNames
) -> NeutralTicket | None:
    def many(name: str) -> list[str]:
        return [cells[place].strip() for place in places.get(name, []) if cells[place].strip()]

    def one(name: str) -> str:
        return next(iter(many(name)), "")

    def moment(name: str, text: str) -> int | None:
        try:
            return read_any(text, how.zone) if text else None
        except ValueError:
            how.report.bad(line, name, text, "is no moment in a form known here", ticket=key)
            return None

    key, title = one(KEY), one_line(one(SUMMARY))
    if not key or not title or not one(CREATED):
        name = KEY if not key else CREATED if title else SUMMARY
        how.report.bad(line, name, "", "is missing", ticket=key)
        return None
    moments = [moment(name, one(name)) for name in (CREATED, *_DATED, "Due date")]
    comments = [_parted(text, how) for text in many("Comment")]
    if key in how.report.left_out or moments[0] is None:
        return None
    created = moments[0]
    changed = max(created, next((at for at in moments[1:-1] if at is not None), created))
    fields = jira.Fields(WORDS, one, many)
    ticket = jira.ticket_of(key, fields, names, title=title, created=created, changed=changed)
    ticket.due_at = moments[-1]
    jira.say(ticket, ticket.created_at, one("Description"), ticket.requester)
    for at, author, body in comments:
        jira.say(ticket, at if at is not None else changed, body, author)
    files = boards.left_behind(text.split(";", 3)[2] for text in many("Attachment") if text.count(";") >= 3)
    boards.say(ticket, changed, files, "")
    return boards.in_order(ticket)


def _parted(text: str, how: Reading) -> tuple[int | None, str, str]:
    """Return moment, author and words of a comment ("24/Sep/21 2:21 PM;author;words"); no moment where it has none."""
    parts = text.split(";", 2)
    if len(parts) < 3:
        return None, "", text
    try:
        return read_any(parts[0], how.zone), one_line(parts[1], 200), parts[2]
    except ValueError:
        return None, "", text
