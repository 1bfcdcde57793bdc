"""Of all processes one runs the timers; who was paused beyond his lease does nothing more (invariant 16)."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from kanbandesk.models.files import FileFolder
from kanbandesk.server.core import leader as leaders
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.leader import LEASE, Lease
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.timers import due_submissions
from kanbandesk.server.core.writer import LeaseLost
from kanbandesk.workflow.statuses import DAY
from kanbandesk.workflow.tickets import Ticket
from tests.factories.board_files import keep_in
from tests.factories.pushing import Clock, Desk, creation, rows
from tests.factories.workflow import NOW, make_ticket


@pytest.fixture
def other(database_url: str, clock: Clock, tmp_path: Path) -> Iterator[TeamServer]:
    """Another process on the same database."""
    server = TeamServer(Database.open(database_url), clock, FileFolder(tmp_path / "files"))
    yield server
    server.close()


def run_out(database: Database, clock: Clock) -> None:
    """Let the lease end: on SQLite by the server's clock, on PostgreSQL by the database's own."""
    clock.now += LEASE + 1
    with database.begin() as connection:
        connection.execute(text("UPDATE leader SET until = 0"))


def sleeping(database: Database) -> Ticket:
    ticket = make_ticket(status_id="postponed", wake_at=NOW - 1)
    keep_in(database, ticket)
    return ticket


def woken(database: Database) -> list[tuple[object, ...]]:
    return rows(database, "SELECT status_id, count(*) FROM ticket GROUP BY status_id ORDER BY status_id")


def wakings(database: Database) -> int:
    ((count,),) = rows(database, "SELECT count(*) FROM event WHERE fact LIKE '%wake_ticket%'")
    return int(str(count))


def test_who_leads_does_what_is_due_once(server: TeamServer, other: TeamServer, database: Database) -> None:
    sleeping(database)
    assert server.leader.lead()
    assert not other.leader.lead()
    assert woken(database) == [("in_progress", 1)]
    while server.leader.lead():
        pass
    assert wakings(database) == 1


def test_nobody_takes_the_lead_from_who_has_it(server: TeamServer, other: TeamServer, clock: Clock) -> None:
    assert server.leader.lease.take()
    assert not other.leader.lease.take()
    assert server.leader.lease.take()
    clock.now += LEASE // 2 + 1
    assert server.leader.lease.take()
    assert not other.leader.lease.take()


def test_an_idle_leader_of_a_database_of_its_own_writes_next_to_nothing(
    sqlite_board: Path, clock: Clock, tmp_path: Path
) -> None:
    database = Database.open(shutil.copy(sqlite_board, tmp_path / "server.db"))
    lease, written = Lease(database, clock), set()
    lease.seize()
    for _ in range(600):
        assert lease.take()
        written.update(rows(database, "SELECT until FROM leader"))
        clock.now += 1_000
    assert len(written) <= 2
    database.close()


def test_the_lead_is_seized_from_who_is_known_to_be_gone(
    server: TeamServer, other: TeamServer, database: Database
) -> None:
    server.leader.lead()
    other.leader.lease.seize()
    sleeping(database)
    assert not server.leader.lead()
    assert other.leader.lead()


def test_the_next_leads_when_the_lease_has_run_out(
    server: TeamServer, other: TeamServer, database: Database, clock: Clock
) -> None:
    assert server.leader.lease.take()
    run_out(database, clock)
    assert other.leader.lease.take()
    assert other.leader.lease.token == server.leader.lease.token + 1
    assert not server.leader.lease.take()


def test_who_stops_gives_the_lead_away(server: TeamServer, other: TeamServer) -> None:
    assert server.leader.lease.take()
    server.leader.close()
    assert other.leader.lease.take()


def test_a_paused_leader_that_wakes_does_nothing_more(
    server: TeamServer, other: TeamServer, database: Database, clock: Clock
) -> None:
    """The fence stands inside the effect's transaction: what the paused one had in hand is refused."""
    sleeping(database)
    assert server.leader.lease.take()
    with database.reading() as connection:
        in_hand = due_submissions(connection, clock.now)
    run_out(database, clock)
    assert other.leader.lease.take()
    late = [
        Submission(
            mutation=one.mutation,
            client_id=one.client_id,
            actor_kind=one.actor_kind,
            fence=server.leader.lease.check,
        )
        for one in in_hand
    ]
    with pytest.raises(LeaseLost):
        server.submit(late[0]).result()
    assert woken(database) == [("postponed", 1)]
    assert other.leader.lead()
    assert woken(database) == [("in_progress", 1)]


def test_two_that_both_believe_they_lead_do_it_once(
    server: TeamServer, other: TeamServer, database: Database, clock: Clock
) -> None:
    """Also without the fence: what is due has the same uid wherever it is found."""
    sleeping(database)
    with database.reading() as connection:
        (due,) = due_submissions(connection, clock.now)
    results = [one.submit(due).result() for one in (server, other)]
    assert results[0] == results[1]
    assert wakings(database) == 1


def test_an_unknown_lease_is_none(database: Database, clock: Clock) -> None:
    lease = Lease(database, clock)
    with database.begin() as connection, pytest.raises(LeaseLost):
        lease.check(connection)
    lease.give_up()  # nothing to give


def test_the_leader_looks_after_the_feed(
    server: TeamServer, desk: Desk, database: Database, clock: Clock
) -> None:
    """Tickets closed 30 days ago leave their board's group."""
    command = creation()
    desk.do(command)
    with database.begin() as connection:
        connection.execute(
            text("UPDATE ticket SET closed_at = :at, status_id = 'closed', timer_at = NULL"), {"at": NOW}
        )
    clock.now = NOW + 31 * DAY
    while server.leader.lead():
        pass
    groups = rows(database, "SELECT grp, is_live FROM member WHERE kind = 'ticket' ORDER BY grp")
    assert [(group, bool(is_live)) for group, is_live in groups] == [
        ("board:support", False),
        (f"story:{command.ticket_id}", True),
    ]


def test_a_running_server_leads_by_itself(
    server: TeamServer, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaders, "LOOK", 0.001)
    sleeping(database)
    heard = threading.Event()
    server.subscribe(lambda head: heard.set() if head > 2 else None)
    server.start()
    assert heard.wait(30)
    assert wakings(database) == 1
