"""Asks the developers' tracker, while this process leads, what it says of the tickets that they have (R9).

A tracker that is away is asked again after a while that doubles; tickets and timers never wait for it.
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.exc import DBAPIError

from kanbandesk.exchange.tracker import Tracked, TrackerAway
from kanbandesk.models.base import table_of
from kanbandesk.models.tickets import TicketRow
from kanbandesk.protocol import Problem, mutation_of
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.timers import house_at
from kanbandesk.server.core.writer import Closed, LeaseLost
from kanbandesk.workflow.commands import NoteTracker
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.terms import due_on

log = logging.getLogger(__name__)

CLIENT_ID: Final = "tracker"
EVERY: Final = 300.0
"""Seconds between two rounds."""
LONGEST: Final = 3_600.0
"""Seconds after which a tracker that is away is asked again at the latest."""
_TICKET = table_of(TicketRow)
_IN_DEVELOPMENT = select(
    _TICKET.c.id, _TICKET.c.tracker_key, _TICKET.c.tracker_state, _TICKET.c.due_at
).where(_TICKET.c.status_id == bindparam("status_id"), _TICKET.c.tracker_key != "", _TICKET.c.parent_id == "")


class Tracker(Protocol):
    """What can be asked about a key."""

    def ask(self, key: str) -> Tracked | None:
        """Return what is said of it, None when it is not known. TrackerAway."""
        ...


class Tracking:
    """Rounds of asking: on a thread of its own after `start`, or by `look`."""

    def __init__(self, team: TeamServer, tracker: Tracker) -> None:
        self._team = team
        self._tracker = tracker
        self._is_closing = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Start the thread."""
        self._thread = threading.Thread(target=self._run, name="tracker", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop; a question under way is not waited for, since the thread is a daemon that changes nothing after."""
        self._is_closing.set()

    def look(self) -> int:
        """Ask about each key once, if this process leads; return how many tickets have news. TrackerAway."""
        if not self._team.leader.lease.token:
            return 0
        with self._team.database.reading() as connection:
            house = house_at(connection, self._team.clock())
            status_id = house.workflow.of_kind(StatusKind.IN_DEVELOPMENT).id
            tickets = connection.execute(_IN_DEVELOPMENT, {"status_id": status_id}).all()
        said: dict[str, Tracked | None] = {}
        count = 0
        for ticket_id, key, state, due_at in tickets:
            if self._is_closing.is_set():
                break
            if key not in said:
                said[key] = self._tracker.ask(key)
            news = _news(said[key], ticket_id, state, due_at, house)
            if news is not None:
                self._tell(news)
                count += 1
        return count

    def _tell(self, command: NoteTracker) -> None:
        uid = new_id(self._team.clock())
        submission = Submission(
            mutation=mutation_of(command, uid=uid, at=self._team.clock()),
            client_id=CLIENT_ID,
            actor_kind=Role.SYSTEM,
            command=command,
            fence=self._team.leader.lease.check,
        )
        self._team.submit(submission).result()

    def _run(self) -> None:
        wait = EVERY
        while not self._is_closing.wait(wait):
            try:
                self.look()
            except TrackerAway as error:
                if wait == EVERY:
                    log.warning("The developers' tracker does not answer: %s", error)
                wait = after_failure(wait)
            except (LeaseLost, Closed, DBAPIError, Problem):
                continue  # who leads now goes on with it
            else:
                wait = EVERY


def after_failure(wait: float) -> float:
    """Return the seconds after which a tracker is asked again that was away after `wait` seconds."""
    return min(wait * 2, LONGEST)


def _news(
    tracked: Tracked | None, ticket_id: str, state: str, due_at: int | None, house: House
) -> NoteTracker | None:
    """Return what is to be noted of a ticket, None when the tracker says nothing new.

    Its date counts as a new one only when it is another day than the ticket's.
    """
    if tracked is None:
        return None
    zone = ZoneInfo(house.process.time_zone)
    known = None if due_at is None else datetime.fromtimestamp(due_at / 1000, zone).date()
    new_date = tracked.due if tracked.due is not None and tracked.due != known else None
    if tracked.state == state and new_date is None:
        return None
    due = None if new_date is None else due_on(new_date, house.process)
    return NoteTracker(ticket_id=ticket_id, state=tracked.state, due_at=due)
