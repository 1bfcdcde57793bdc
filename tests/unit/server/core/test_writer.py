"""Many desks push at once: their mutations share transactions, and nobody waits for anybody's trouble."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from kanbandesk.models.engine import Trouble, trouble_of
from kanbandesk.models.files import FileFolder
from kanbandesk.models.head import Head
from kanbandesk.protocol import Outcome, Problem, Result, mutation_of
from kanbandesk.server.core import ledger as ledgers
from kanbandesk.server.core import writer as writers
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.writer import Closed
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.handlers import handle
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.transaction import Context, Transaction
from tests.conftest import ExpectedLog
from tests.factories.board_files import keep_in
from tests.factories.databases import Postgres
from tests.factories.pushing import Clock, Desk, creation, rows
from tests.factories.workflow import NOW, make_agent


@pytest.fixture
def running(server: TeamServer) -> TeamServer:
    server.start()
    return server


def test_parallel_pushes_are_as_if_one_came_after_the_other(running: TeamServer, database: Database) -> None:
    """Numbers without a gap, one winner for each claim (R1a), versions in the order of the log."""
    people = [make_agent(name=f"Agent {number}") for number in range(6)]
    keep_in(database, *people)
    desks = [Desk(running, agent.id) for agent in people]
    shared = [creation(f"Shared {number}") for number in range(8)]
    desks[0].push(*(desks[0].mutation(command) for command in shared))
    answers: dict[str, list[Outcome]] = {}

    def work(desk: Desk) -> None:
        found: list[Result] = []
        for command in shared:
            claim = desk.mutation(c.ClaimTicket(ticket_id=command.ticket_id))
            found += desk.push(claim, desk.mutation(creation(desk.client_id))).results
        answers[desk.client_id] = [result.status for result in found]

    threads = [threading.Thread(target=work, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(database, "SELECT count(*), count(DISTINCT number), max(number) FROM ticket") == [
        (56, 56, 56)
    ]
    claims = [outcomes[::2] for outcomes in answers.values()]
    assert [sum(status is Outcome.APPLIED for status in one) for one in zip(*claims, strict=True)] == [1] * 8
    log = rows(database, "SELECT min(ver), max(ver), count(*) FROM commit_log")
    assert log == [(3, 66, 64)]
    assert rows(database, "SELECT count(*) FROM desk_client WHERE last_mid = 16") == [(5,)]


def test_what_waits_together_is_committed_together(
    server: TeamServer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "HOLD", 600)
    heads: list[int] = []
    server.subscribe(heads.append)
    futures = []
    with server.database.begin() as connection:  # the writer waits for its turn, while others come
        Head.take(connection)
        server.start()
        futures = [desk.send(desk.mutation(creation())) for _ in range(30)]
    assert [future.result(timeout=30).results[0].status for future in futures] == [Outcome.APPLIED] * 30
    assert heads[-1] == 31
    assert len(heads) <= 2


@pytest.mark.parametrize(("rows_in_log", "quiet"), [(1, 600.0), (1_000_000, 0.01)], ids=["long", "quiet"])
def test_the_log_is_brought_into_the_file_behind_the_answers(
    server: TeamServer, desk: Desk, monkeypatch: pytest.MonkeyPatch, rows_in_log: int, quiet: float
) -> None:
    """No commit waits for it: not before the log is long, or nobody has pushed for a while."""
    if server.database.path is None:
        pytest.skip("PostgreSQL does so by itself")
    brought_in, bring_in = threading.Event(), Database.bring_in_log

    def bring_in_and_tell(database: Database, rows: int) -> None:
        bring_in(database, rows)
        if rows == 1:
            brought_in.set()

    monkeypatch.setattr(writers, "LOG_ROWS", rows_in_log)
    monkeypatch.setattr(writers, "QUIET", quiet)
    monkeypatch.setattr(Database, "bring_in_log", bring_in_and_tell)
    server.start()
    desk.do(creation("kept"))
    assert brought_in.wait(30)
    with closing(sqlite3.connect(f"file:{server.database.path}?immutable=1", uri=True)) as file_without_log:
        assert file_without_log.execute("SELECT title FROM ticket").fetchall() == [("kept",)]


def test_a_log_that_cannot_be_brought_in_stops_nobody(
    server: TeamServer, desk: Desk, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Database, "bring_in_log", fail)
    expected_log("The write-ahead log stays: disk I/O error")
    server.start()
    assert [desk.do(creation(title)).status for title in "ab"] == [Outcome.APPLIED] * 2


def test_a_poison_mutation_never_blocks_those_behind_it(
    server: TeamServer, desk: Desk, database: Database, expected_log: ExpectedLog
) -> None:
    """Invariant 11: after three tries it is refused, and kept for its repair."""
    expected_log("The mutation create_ticket failed")
    tries: list[str] = []

    def rules(tx: Transaction, ctx: Context, command: c.Command) -> None:
        handle(tx, ctx, command)
        if getattr(command, "title", "") == "poison":
            tries.append(ctx.uid)
            raise ZeroDivisionError("by nothing")

    server.ledger.handle = rules
    first, poison = desk.mutation(creation("a")), desk.mutation(creation("poison"))
    answer = desk.push(first, poison, desk.mutation(creation("b")))
    assert [(result.status, result.code) for result in answer.results] == [
        (Outcome.APPLIED, ""),
        (Outcome.REJECTED, "internal"),
        (Outcome.APPLIED, ""),
    ]
    assert tries == [poison.uid] * 3
    assert rows(database, "SELECT title, number, ver FROM ticket ORDER BY number") == [
        ("a", 1, 2),
        ("b", 2, 3),
    ]
    letters = rows(database, "SELECT uid, client_id, mid, name, error, at FROM dead_letter")
    assert letters == [
        (poison.uid, desk.client_id, 2, "create_ticket", "ZeroDivisionError('by nothing')", NOW)
    ]
    assert desk.push(poison).results == answer.results[1:2]
    assert len(tries) == 3


def test_a_mutation_that_stumbles_once_is_as_if_it_had_not(
    server: TeamServer, desk: Desk, database: Database
) -> None:
    tries: list[str] = []

    def rules(tx: Transaction, ctx: Context, command: c.Command) -> None:
        handle(tx, ctx, command)
        tries.append(ctx.uid)
        if len(tries) == 1:
            raise ZeroDivisionError

    server.ledger.handle = rules
    assert desk.do(creation()).status is Outcome.APPLIED
    assert len(tries) == 2
    assert rows(database, "SELECT number, ver FROM ticket") == [(1, 2)]
    assert rows(database, "SELECT count(*) FROM dead_letter") == [(0,)]


@pytest.mark.parametrize("title", ["nul\0", "lone \ud800 surrogate"], ids=["nul", "surrogate"])
def test_what_a_database_cannot_store_blocks_nothing(
    server: TeamServer, desk: Desk, database: Database, title: str
) -> None:
    """The rules refuse it, or the database does: in both cases the desk goes on."""
    before = c.AddNote(ticket_id=new_id(), message_id=new_id(), text=title)
    answer = desk.push(desk.mutation(before), desk.mutation(creation("after")))
    assert [result.status for result in answer.results] == [Outcome.REJECTED, Outcome.APPLIED]


def test_a_number_too_large_for_the_database_blocks_nothing(
    server: TeamServer, desk: Desk, expected_log: ExpectedLog
) -> None:
    def rules(tx: Transaction, ctx: Context, command: c.Command) -> None:
        handle(tx, ctx, command)
        if getattr(command, "title", "") == "huge":
            tx.next_number()
            desk_head = tx.head  # type: ignore[attr-defined]
            desk_head.next_number = 1 << 70
            handle(tx, ctx, creation("number"))

    expected_log("The mutation create_ticket failed")
    server.ledger.handle = rules
    answer = desk.push(desk.mutation(creation("huge")), desk.mutation(creation("after")))
    assert [result.status for result in answer.results] == [Outcome.REJECTED, Outcome.APPLIED]


class Broken:
    """A database whose transactions fail for some mutations, as when its disk is full."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.times = 0

    def rules(self, tx: Transaction, ctx: Context, command: c.Command) -> None:
        handle(tx, ctx, command)
        if getattr(command, "title", "") == self.title:
            self.times += 1
            error = OSError("disk is full")
            error.sqlstate = "53100"  # type: ignore[attr-defined]
            raise DBAPIError("INSERT", {}, error)


def test_a_fault_of_the_database_decides_nothing_and_meets_nobody_else(
    server: TeamServer,
    desk: Desk,
    database: Database,
    expected_log: ExpectedLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ledgers, "HOLD", 600)
    expected_log("The database failed: disk is full")
    broken = Broken("unlucky")
    server.ledger.handle = broken.rules
    others = [Desk(server, desk.agent_id) for _ in range(3)]
    with database.begin() as connection:
        Head.take(connection)
        server.start()
        futures = [other.send(other.mutation(creation())) for other in others[:2]]
        unlucky = desk.mutation(creation("unlucky"))
        failing = desk.send(unlucky)
        futures.append(others[2].send(others[2].mutation(creation())))
    assert [future.result(timeout=30).results[0].status for future in futures] == [Outcome.APPLIED] * 3
    with pytest.raises(Problem, match="busy"):
        failing.result(timeout=30)
    assert rows(database, "SELECT count(*) FROM receipt") == [(3,)]
    server.ledger.handle = handle
    assert desk.push(unlucky).results[0].status is Outcome.APPLIED


def test_what_always_takes_too_long_is_refused_in_the_end(
    server: TeamServer, desk: Desk, database: Database, expected_log: ExpectedLog
) -> None:
    if database.path is not None:
        pytest.skip("SQLite has no time limit for a statement")
    expected_log("The database failed")
    expected_log("The mutation create_ticket failed")

    def rules(tx: Transaction, ctx: Context, command: c.Command) -> None:
        handle(tx, ctx, command)
        if getattr(command, "title", "") == "slow":
            connection: Connection = tx._connection  # type: ignore[attr-defined]
            connection.execute(text("SET LOCAL statement_timeout = 1"))
            connection.execute(text("SELECT pg_sleep(1)"))

    server.ledger.handle = rules
    slow = desk.mutation(creation("slow"))
    for _ in range(2):
        with pytest.raises(Problem, match="busy"):
            desk.push(slow)
    answer = desk.push(slow, desk.mutation(creation("after")))
    assert [result.code for result in answer.results] == ["internal", ""]


def test_a_desk_in_trouble_keeps_what_was_decided_before_it(
    running: TeamServer, desk: Desk, database: Database
) -> None:
    first, third = desk.mutation(creation()), desk.mutation(creation(), mid=3)
    with pytest.raises(Problem, match="gap"):
        desk.push(first, third)
    assert rows(database, "SELECT last_mid FROM desk_client") == [(1,)]


def test_a_push_longer_than_a_transaction_goes_on_in_the_next(
    running: TeamServer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "HOLD", -1)
    heads: list[int] = []
    running.subscribe(heads.append)
    answer = desk.push(*(desk.mutation(creation()) for _ in range(3)))
    assert [result.ver for result in answer.results] == [2, 3, 4]
    assert (answer.head, answer.last_mid) == (4, 3)


def test_a_listeners_bug_stops_nothing(running: TeamServer, desk: Desk, expected_log: ExpectedLog) -> None:
    expected_log("A listener failed on a commit")
    heard: list[int] = []

    def stumble(_: int) -> None:
        raise ZeroDivisionError

    running.subscribe(stumble)
    end = running.subscribe(heard.append)
    desk.do(creation())
    desk.do(creation())
    end()
    desk.do(creation())
    assert heard[0] == 2
    assert 4 not in heard


def test_a_closed_server_decides_what_it_took_and_takes_no_more(
    server: TeamServer, desk: Desk, database: Database
) -> None:
    server.start()
    futures = [desk.send(desk.mutation(creation())) for _ in range(20)]
    server._writer.close()
    assert [future.result(timeout=0).results[0].status for future in futures] == [Outcome.APPLIED] * 20
    with pytest.raises(Closed):
        desk.push(desk.mutation(creation()))


# -- several processes on one PostgreSQL ------------------------------------------------------------------------------


@pytest.fixture
def two_servers(postgres: Postgres, postgres_board: str, tmp_path: Path) -> Iterator[list[TeamServer]]:
    """Two servers, each with its own connections, as two processes have."""
    name = postgres.create(postgres_board)
    servers = [
        TeamServer(Database.open(postgres.url(name)), Clock(), FileFolder(tmp_path / "files"))
        for _ in range(2)
    ]
    for server in servers:
        server.start()
    yield servers
    for server in servers:
        server.close()
    postgres.drop(name)


def test_a_commit_of_another_process_is_heard(two_servers: list[TeamServer]) -> None:
    here, there = two_servers
    keep_in(here.database, agent := make_agent())
    heard = threading.Event()
    there.subscribe(lambda head: heard.set() if head >= 3 else None)
    Desk(here, agent.id).do(creation())
    assert heard.wait(30)


def pushed_by_both(servers: list[TeamServer], agent_id: str) -> list[int]:
    """Return the numbers of the tickets that two processes opened at the same time."""

    def work(server: TeamServer) -> None:
        desk = Desk(server, agent_id)
        for _ in range(25):
            desk.do(creation())

    threads = [threading.Thread(target=work, args=(server,)) for server in servers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [
        int(str(number))
        for (number,) in rows(servers[0].database, "SELECT number FROM ticket ORDER BY number")
    ]


def test_two_processes_write_one_story(two_servers: list[TeamServer]) -> None:
    keep_in(two_servers[0].database, agent := make_agent())
    assert pushed_by_both(two_servers, agent.id) == list(range(1, 51))


def test_a_head_that_is_not_locked_first_is_found_out(
    two_servers: list[TeamServer], monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    """The guard of the guard: read without the lock, the counters of one process overwrite the other's."""
    keep_in(two_servers[0].database, agent := make_agent())
    meeting = threading.Barrier(2)
    stale: dict[int, tuple[int, int, int]] = {}

    def unlocked(connection: Connection) -> Head:
        ver, next_number, now = connection.execute(text("SELECT ver, next_number, now FROM sync_head")).one()
        if threading.current_thread().name != "ledger-writer":
            return Head(ver, next_number, now)
        me = threading.get_ident()
        if me not in stale:  # whoever comes too late tries once more with what it has read
            stale[me] = (ver, next_number, now)
            meeting.wait(30)
        return Head(*stale[me])

    monkeypatch.setattr(Head, "take", unlocked)
    desks = [Desk(server, agent.id) for server in two_servers]
    futures = [desk.send(desk.mutation(creation())) for desk in desks]
    outcomes = []
    expected_log("failed")
    for future in futures:
        try:
            outcomes.append(future.result(timeout=30).results[0].status)
        except Problem:
            outcomes.append(Outcome.REJECTED)
    assert outcomes != [Outcome.APPLIED] * 2


@pytest.mark.parametrize(
    ("state", "trouble"),
    [
        ("40P01", Trouble.TRANSIENT),
        ("53100", Trouble.TRANSIENT),
        ("55P03", Trouble.TRANSIENT),
        ("57P01", Trouble.TRANSIENT),
        ("08006", Trouble.TRANSIENT),
        ("57014", Trouble.TIMEOUT),
        ("23505", Trouble.BUG),
        ("54000", Trouble.BUG),
        ("22003", Trouble.BUG),
    ],
)
def test_what_passes_is_told_from_what_never_will(state: str, trouble: Trouble) -> None:
    error = OSError()
    error.sqlstate = state  # type: ignore[attr-defined]
    assert trouble_of(DBAPIError("", {}, error)) is trouble


def test_a_submission_of_the_servers_own_counts_for_itself(server: TeamServer, desk: Desk) -> None:
    command = creation()
    mutation = mutation_of(command, uid=new_id(), at=NOW)
    submission = Submission(mutation=mutation, client_id="portal", actor_id=desk.agent_id)
    first, again = server.submit(submission).result(), server.submit(submission).result()
    assert (first.mid, first.status, again) == (1, Outcome.APPLIED, first)
    thief = Desk(server, desk.agent_id, "portal")
    with pytest.raises(Problem, match="forbidden"):
        thief.push(thief.mutation(creation(), mid=2))
