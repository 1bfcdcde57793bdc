"""The stories that a trial looks at, read through the standard library's sqlite3 in one reading transaction."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kanbandesk.insight.norms import try_norms
from kanbandesk.insight.past import KNOWN, Past, Story, judged
from kanbandesk.insight.promises import try_promises
from kanbandesk.insight.routing import try_routing
from kanbandesk.insight.settings import Settings, check_tried
from kanbandesk.insight.trial import TrialReport, Tried
from kanbandesk.insight.turns import try_turns
from kanbandesk.models.boardfile import read_settings
from kanbandesk.models.rows import mapping
from kanbandesk.protocol import story_group
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.tickets import MessageKind, Ticket

MOST = 5_000
"""Tickets of one trial, the newest."""
_BATCH = 500  # ids in one question
_TICKETS = (
    "SELECT {columns} FROM ticket WHERE closed_at IS NULL OR closed_at >= :since"
    " ORDER BY created_at DESC, id LIMIT :most"
)
_EVENTS = (
    "SELECT {columns} FROM event WHERE ticket_id IN ({marks}) AND ({changed})"
    " ORDER BY recorded_at, ver, position"
)
_CHANGED = " OR ".join(f"changes LIKE '%[\"{name}\",%'" for name in KNOWN)
_WORDS = (
    "SELECT ticket_id, body FROM message WHERE ticket_id IN ({marks}) AND kind = ? ORDER BY recorded_at DESC"
)


def run_trial(connection: sqlite3.Connection, tried: Tried, *, since: int, now: int) -> TrialReport:
    """Return what these settings would have done since a moment, as far as this file holds what happened.

    Moments are UTC ms, `now` is the desk's clock. Invalid("bad_setting") when they could not be saved as they are.
    """
    connection.execute("BEGIN")
    try:
        board = read_settings(connection, now)
        check_tried(tried, board.workflow)
        regions = {client.id: client.region for client in board.clients}
        stories, is_partial = read_stories(connection, since, regions)
    finally:
        connection.execute("COMMIT")
    old = Settings.of(board)
    report = report_of(stories, old, old.having(tried), since=since, until=now)
    return replace(report, is_partial=is_partial)


def report_of(
    stories: Sequence[Story], old: Settings, new: Settings, *, since: int, until: int
) -> TrialReport:
    """Return what would have been different between two moments (UTC ms).

    Where only the process differs, that is where tickets go, and nothing is counted anew.
    """
    routing = try_routing([story for story in stories if story.ticket.created_at >= since], old, new)
    report = TrialReport(since=since, until=until, tickets=len(stories), routing=routing)
    if replace(new, process=old.process) == old:
        return report
    pasts = [Past.of(story, until) for story in stories]
    runs = judged(pasts, old, new, since)
    return replace(
        report,
        norms=try_norms(runs, new),
        promises=try_promises(pasts, old, new, since),
        turns=try_turns(pasts, runs, old, new),
    )


def read_stories(
    connection: sqlite3.Connection, since: int, regions: dict[str, str]
) -> tuple[list[Story], bool]:
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
        question = _EVENTS.format(columns=mapped.selection(), marks=_marks(part), changed=_CHANGED)
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
