"""The log of an Italian help desk as a process-mining export: case, activity, resource, moment with its offset.

An activity is what was done, not a state, so each stands for the status that it leaves the ticket in. `Assign
seriousness` classifies a ticket that nobody has taken yet (in half of the cases somebody else takes it, hours later):
New. What the bug tracker logged in capitals says nothing about the ticket: the status stays, as with `-100` in other
logs. A row that is there twice, letter for letter, is one event logged twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kanbandesk.exchange.cells import one_line
from kanbandesk.exchange.moments import read_iso
from kanbandesk.exchange.neutral import NeutralEvent, NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.runs import follow, runs_of
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.tables import Cells, Table

CASE, ACTIVITY, RESOURCE, MOMENT = "case:concept:name", "concept:name", "org:resource", "time:timestamp"
ACTIVITIES = {
    "Insert ticket": "new",
    "Take in charge ticket": "in_progress",
    "Wait": "waiting_client",
    "Require upgrade": "in_development",
    "Create SW anomaly": "in_development",
    "Resolve SW anomaly": "in_progress",
    "Schedule intervention": "postponed",
    "Resolve ticket": "solved",
    "Closed": "closed",
}
KEEPS_STATUS = frozenset({"Assign seriousness", "VERIFIED", "RESOLVED", "INVALID", "DUPLICATE"})
# Whoever did one of these has the ticket from then on.
OWNING = frozenset(ACTIVITIES) - {"Insert ticket", "Closed"}


@dataclass(slots=True)
class History:
    """What happened on one case so far: (moment, status, owner, activity, resource) of each event."""

    entries: list[tuple[int, str, str, str, str]] = field(default_factory=list)
    seen: set[tuple[str, ...]] = field(default_factory=set)


def read(source: Source, how: Reading) -> Iterator[NeutralTicket]:
    """Yield the tickets that existed at `how.moment`, with one event for each different row. BadFile."""
    table = Table(source, how.report, key=CASE)
    table.demand((CASE, ACTIVITY, RESOURCE, MOMENT))
    for case, history in _histories(table, how).items():
        if case not in how.report.left_out and history.entries:
            yield _ticket(case, history, how)


def _histories(table: Table, how: Reading) -> dict[str, History]:
    places = [table.column(name) for name in (CASE, ACTIVITY, RESOURCE, MOMENT)]
    histories: dict[str, History] = {}
    for line, cells in table.rows():
        case = one_line(cells[places[0]], 100)
        if not case:
            how.report.bad(line, CASE, "", "the case's name is missing")
            continue
        history = histories.setdefault(case, History())
        if tuple(cells) not in history.seen:
            history.seen.add(tuple(cells))
            _take(line, case, [cells[place].strip() for place in places[1:]], history, how)
    return histories


def _take(line: int, case: str, cells: Cells, history: History, how: Reading) -> None:
    """Add a row to its case's history; a bad one goes to the report, one after the moment nowhere."""
    activity, resource, moment = cells
    try:
        at = read_iso(moment, how.zone)
    except (ValueError, OverflowError):
        how.report.bad(line, MOMENT, moment, "is no moment like 2010-01-13 08:40:25+02:00", ticket=case)
        return
    if at > how.moment:
        return
    if activity not in ACTIVITIES and activity not in KEEPS_STATUS:
        how.report.bad(line, ACTIVITY, activity, "is no activity known here", ticket=case)
        return
    status, owner = history.entries[-1][1:3] if history.entries else ("new", "")
    if activity in OWNING and resource:
        owner = one_line(resource, 200)
    history.entries.append((at, ACTIVITIES.get(activity, status), owner, activity, one_line(resource, 200)))


def _ticket(case: str, history: History, how: Reading) -> NeutralTicket:
    entries = history.entries
    ticket = NeutralTicket(
        key=case,
        title=how.titles.of(case, case) if how.titles else case,
        created_at=entries[0][0],
        owner=entries[-1][2],
        events=_events(history),
    )
    return follow(ticket, runs_of((at, status, owner) for at, status, owner, _, _ in entries))


def _events(history: History) -> list[NeutralEvent]:
    events = []
    status_before = owner_before = ""
    for at, status, owner, activity, resource in history.entries:
        events.append(
            NeutralEvent(
                at=at,
                actor=resource,
                status="" if status == status_before else status,
                before=status_before,
                owner="" if owner == owner_before else owner,
                details=(("activity", activity),),
            )
        )
        status_before, owner_before = status, owner
    return events
