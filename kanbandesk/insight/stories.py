"""The stories that a trial looks at, read through the standard library's sqlite3 in one reading transaction."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kanbandesk.insight.trial import Story, TrialReport, try_norms, try_routing
from kanbandesk.models.boardfile import read_settings
from kanbandesk.models.rows import mapping
from kanbandesk.protocol import story_group
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow
from kanbandesk.workflow.tickets import MessageKind, Ticket

MOST = 5_000
"""Tickets of one trial, the newest."""
_BATCH = 500  # ids in one question
_TICKETS = (
    "SELECT {columns} FROM ticket WHERE closed_at IS NULL OR closed_at >= :since"
    " ORDER BY created_at DESC, id LIMIT :most"
)
_EVENTS = (
    "SELECT {columns} FROM event WHERE ticket_id IN ({marks}) AND changes LIKE '%[\"clocks\",%'"
    " ORDER BY recorded_at, ver, position"
)
_WORDS = (
    "SELECT ticket_id, body FROM message WHERE ticket_id IN ({marks}) AND kind = ? ORDER BY recorded_at DESC"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Settings that are tried on what has happened since a moment (UTC ms); `now` is the desk's clock."""

    workflow: Workflow
    process: Process
    since: int
    now: int


def run_trial(connection: sqlite3.Connection, trial: Trial) -> TrialReport:
    """Return what the settings of `trial` would have done, as far as this file holds what happened."""
    connection.execute("BEGIN")
    try:
        board = read_settings(connection, trial.now)
        regions = {client.id: client.region for client in board.clients}
        stories, is_partial = _stories(connection, trial.since, regions)
    finally:
        connection.execute("COMMIT")
    return _report(board, trial, stories, is_partial=is_partial)


def _report(board: BoardSnapshot, trial: Trial, stories: list[Story], *, is_partial: bool) -> TrialReport:
    came = [story for story in stories if story.ticket.created_at >= trial.since]
    norms = try_norms(
        stories,
        board.workflow,
        trial.workflow,
        Timetable.of(board.lines, board.calendars),
        since=trial.since,
        until=trial.now,
    )
    return TrialReport(
        since=trial.since,
        until=trial.now,
        routing=try_routing(came, board.process, trial.process, board.lines),
        norms=norms,
        is_partial=is_partial,
    )


def _stories(connection: sqlite3.Connection, since: int, regions: dict[str, str]) -> tuple[list[Story], bool]:
    """Return the stories of tickets that were open since, and whether some of what happened is missing."""
    mapped = mapping(Ticket)
    question = _TICKETS.format(columns=mapped.selection())
    tickets = mapped.entities(connection.execute(question, {"since": since, "most": MOST + 1}))
    ids = [ticket.id for ticket in tickets[:MOST]]
    events, words = _events(connection, ids), _words(connection, ids)
    stories = [
        Story(
            ticket=ticket,
            words=words.get(ticket.id, ""),
            region=regions.get(ticket.client_id, ""),
            events=tuple(events[ticket.id]),
        )
        for ticket in tickets[:MOST]
    ]
    return stories, len(tickets) > MOST or not _holds_all(connection, ids)


def _events(connection: sqlite3.Connection, ids: Sequence[str]) -> defaultdict[str, list[Event]]:
    mapped = mapping(Event)
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for part in _parts(ids):
        question = _EVENTS.format(columns=mapped.selection(), marks=_marks(part))
        for event in mapped.entities(connection.execute(question, part)):
            found[event.ticket_id].append(event)
    return found


def _words(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return what the client said first, by ticket."""
    found: dict[str, str] = {}
    for part in _parts(ids):
        question = _WORDS.format(marks=_marks(part))
        found.update(connection.execute(question, (*part, MessageKind.CLIENT.value)))
    return found


def _holds_all(connection: sqlite3.Connection, ids: Sequence[str]) -> bool:
    """Tell whether the stories are all here: a team's desk holds only those that it wants."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'held_group'").fetchone():
        return True
    held = {group for (group,) in connection.execute("SELECT grp FROM held_group")}
    return all(story_group(ticket_id) in held for ticket_id in ids)


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
