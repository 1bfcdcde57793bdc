"""The leader: of all processes on one workspace, the one that runs the timers and looks after the feed.

A lease on the database's time says who leads. Its token grows with each change of hands and is checked inside the
transaction of each effect: who was paused beyond his lease does nothing more. Were it to happen all the same, the uids
of what is due make it happen once.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.exc import DBAPIError

from kanbandesk.models.base import table_of
from kanbandesk.models.statements import insert_missing
from kanbandesk.models.team import Leader as LeaderRow
from kanbandesk.protocol import Problem
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import MOST
from kanbandesk.server.core.timers import due_submissions
from kanbandesk.server.core.upkeep import compact, leaving, shrink
from kanbandesk.server.core.writer import Closed, LeaseLost, Writer
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import HOUR, MINUTE

log = logging.getLogger(__name__)

NAME = "timers"
LEASE = 10_000
"""Milliseconds for which one leads without renewing it."""
ALONE = 10 * MINUTE
"""The same for who is known to be the only process: an idle server writes next to nothing."""
LOOK = 1.0
"""Seconds between two looks for what is due."""
UPKEEP = HOUR
"""Milliseconds between two rounds of looking after the feed."""
_ROW = table_of(LeaderRow)
_READ = select(_ROW.c.holder, _ROW.c.token, _ROW.c.until).where(_ROW.c.name == bindparam("of_name"))
_SAVE = (
    update(_ROW)
    .where(_ROW.c.name == bindparam("of_name"))
    .values(holder=bindparam("holder"), token=bindparam("token"), until=bindparam("until"))
)


class Lease:
    """One process's claim to lead; `token` is 0 while it does not."""

    def __init__(self, database: Database, clock: Callable[[], int], holder: str = "") -> None:
        self.holder = holder or new_id()
        self.token = 0
        self._database = database
        self._clock = clock
        self._length = LEASE

    def seize(self) -> None:
        """Take the lead from whoever had it, and keep it for long: the caller knows that nobody else is there."""
        self._length = ALONE
        with self._database.begin() as connection:
            insert_missing(connection, _ROW, {"name": NAME, "holder": "", "token": 0, "until": 0})
            row = connection.execute(_READ.with_for_update(), {"of_name": NAME}).one()
            self.token = row.token + 1
            self._save(connection, self.holder, self.token, self._now(connection) + self._length)

    def take(self) -> bool:
        """Take the lead, or keep it, where nobody else has it; tell whether this process leads."""
        if self.token and self._is_fresh():
            return True
        with self._database.begin() as connection:
            now = self._now(connection)
            insert_missing(connection, _ROW, {"name": NAME, "holder": "", "token": 0, "until": 0})
            row = connection.execute(_READ.with_for_update(), {"of_name": NAME}).one()
            is_mine = row.holder == self.holder and row.token == self.token
            if not is_mine and row.until > now:
                self.token = 0
                return False
            self.token = row.token if is_mine else row.token + 1
            self._save(connection, self.holder, self.token, now + self._length)
        return True

    def _is_fresh(self) -> bool:
        """Whether the lease lasts for a while yet, so that nothing needs to be written."""
        with self._database.reading() as connection:
            row = connection.execute(_READ, {"of_name": NAME}).one()
            is_mine = (row.holder, row.token) == (self.holder, self.token)
            return is_mine and row.until > self._now(connection) + self._length // 2

    def give_up(self) -> None:
        """Let another process lead at once."""
        if not self.token:
            return
        with self._database.begin() as connection:
            row = connection.execute(_READ.with_for_update(), {"of_name": NAME}).one()
            if (row.holder, row.token) == (self.holder, self.token):
                self._save(connection, "", self.token, 0)
        self.token = 0

    def check(self, connection: Connection) -> None:
        """Raise LeaseLost when, inside this transaction, another process has the lead."""
        row = connection.execute(_READ, {"of_name": NAME}).first()
        if row is None or not self.token or (row.holder, row.token) != (self.holder, self.token):
            raise LeaseLost

    def _now(self, connection: Connection) -> int:
        """Return the time that counts for leases: the database's where several processes write to it."""
        return self._database.clock(connection) if self._database.is_shared else self._clock()

    def _save(self, connection: Connection, holder: str, token: int, until: int) -> None:
        connection.execute(_SAVE, {"of_name": NAME, "holder": holder, "token": token, "until": until})


class Leader:
    """What a process does while it leads: on a thread of its own after `start`, or by `lead`."""

    def __init__(self, database: Database, writer: Writer, clock: Callable[[], int]) -> None:
        self.lease = Lease(database, clock)
        self._database = database
        self._writer = writer
        self._clock = clock
        self._is_closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._upkeep_at = 0

    def start(self) -> None:
        """Start the thread."""
        self._thread = threading.Thread(target=self._run, name="leader", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop, and give the lead away."""
        self._is_closing.set()
        if self._thread is not None:
            self._thread.join()
        try:
            self.lease.give_up()
        except DBAPIError as error:
            log.warning("The lead could not be given away: %s", error.orig)

    def lead(self) -> bool:
        """Do what is due, if this process leads; tell whether it did anything."""
        if not self.lease.take():
            return False
        return self._run_timers() + self._look_after_feed() > 0

    def _run(self) -> None:
        is_away = False
        while not self._is_closing.wait(LOOK):
            try:
                while self.lead() and not self._is_closing.is_set():
                    pass
                is_away = False
            except (LeaseLost, Closed):
                continue
            except (DBAPIError, Problem) as error:
                if not is_away:
                    log.warning("The leader's work waits: %s", getattr(error, "orig", error))
                is_away = True
            except Exception:  # the thread's boundary: the next look tries again
                log.exception("The leader's work failed")

    def _run_timers(self) -> int:
        """Submit what is due now (in due order, as many as one transaction takes); return how many it was."""
        with self._database.reading() as connection:
            due = due_submissions(connection, self._clock())
        if due:
            submissions = [replace(one, fence=self.lease.check) for one in due[:MOST]]
            self._writer.take(submissions, lambda decided: decided).result()
        return min(len(due), MOST)

    def _look_after_feed(self) -> int:
        """Take tickets closed long ago off their boards, and let old memory go; return how many steps that took."""
        now = self._clock()
        if now < self._upkeep_at:
            return 0
        with self._database.reading() as connection:
            closed = leaving(connection, now)
        with self._database.begin() as connection:
            self.lease.check(connection)
            is_more = shrink(connection, closed, now) > 0
        with self._database.begin() as connection:
            self.lease.check(connection)
            is_more = compact(connection, now) or is_more
        if not is_more:
            self._upkeep_at = now + UPKEEP
        return int(is_more)
