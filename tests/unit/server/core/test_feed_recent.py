"""The newest changes in memory tell what the database tells, whoever committed them (sync.md 1.2, 1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, update

from kanbandesk.models.base import table_of
from kanbandesk.models.engine import writing_engine
from kanbandesk.models.ledger import CommitLog, SyncHead
from kanbandesk.protocol import MALFORMED, Problem, PullAnswer
from kanbandesk.server.core.feed import Feed
from kanbandesk.server.core.recent import Recent
from kanbandesk.workflow.tickets import Ticket
from tests.factories.feed_home import FeedHome
from tests.factories.workflow import make_message, make_ticket

LOG, HEAD = table_of(CommitLog), table_of(SyncHead)


@pytest.fixture
def home(engine: Engine) -> FeedHome:
    return FeedHome(engine)


@pytest.fixture
def elsewhere(board_path: Path) -> Iterator[Engine]:
    """The engine of another process on the same file."""
    engine = writing_engine(board_path)
    yield engine
    engine.dispose()


class Asked:
    """The questions that reach a database."""

    def __init__(self, engine: Engine) -> None:
        self.texts: list[str] = []
        event.listen(engine, "before_cursor_execute", self._take)

    def _take(self, _connection: object, _cursor: object, text: str, *_: object) -> None:
        self.texts.append(text)

    def of(self, table: str) -> int:
        return sum(f"FROM {table}" in text for text in self.texts)


def test_a_change_is_read_once_for_all_desks(home: FeedHome, engine: Engine) -> None:
    ticket = make_ticket()
    home.keep(ticket)
    desks = [home.desk(f"agent {number}", wants=(ticket.id,)) for number in range(20)]
    for desk in desks:
        desk.catch_up()
    home.keep(replace(ticket, title="Printer"))
    asked = Asked(engine)
    for desk in desks:
        desk.catch_up()
    assert (asked.of("ticket"), asked.of("sync_head"), asked.of("setting")) == (1, 20, 0)
    assert asked.of("member") == 2


def test_desks_that_are_answered_together_are_told_what_each_alone_is(home: FeedHome, engine: Engine) -> None:
    ticket, other = make_ticket(), make_ticket()
    home.keep(ticket, other)
    desks = [home.desk("ada", wants=(ticket.id,)), home.desk("ben"), home.desk("cyd", wants=(other.id,))]
    for desk in desks:
        desk.catch_up()
    home.keep(replace(ticket, title="Printer"), make_message(ticket_id=other.id))
    asked = [(name, desk.request()) for name, desk in zip(("ada", "ben", "cyd"), desks, strict=True)]
    asked.append(("dan", home.desk("dan").request(wants=("x",) * 1_000)))
    with home.reading() as connection:
        *told, problem = home.feed.pull_all(connection, asked, home.now)
    for (agent_id, request), answer in zip(asked, told, strict=False):
        with home.reading() as connection:
            assert answer == home.feed.pull(connection, agent_id, request, home.now)
    assert isinstance(problem, Problem)
    assert problem.code == MALFORMED


def test_the_same_rows_are_made_once_for_desks_that_are_answered_together(home: FeedHome) -> None:
    ticket = make_ticket()
    home.keep(ticket)
    desks = [home.desk(name) for name in ("ada", "ben")]
    for desk in desks:
        desk.catch_up()
    home.keep(replace(ticket, title="Printer"))
    with home.reading() as connection:
        asked = [("ada", desks[0].request()), ("ben", desks[1].request())]
        first, second = home.feed.pull_all(connection, asked, home.now)
    assert isinstance(first, PullAnswer)
    assert isinstance(second, PullAnswer)
    assert first.puts is second.puts
    assert first.groups != second.groups


def test_what_another_process_committed_gets_in(home: FeedHome, elsewhere: Engine) -> None:
    other = FeedHome(elsewhere)
    desk = home.desk("ada")
    desk.catch_up()
    ticket = make_ticket()
    other.keep(ticket)
    desk.catch_up()
    assert ("ticket", ticket.id) in desk.rows


def test_an_older_snapshot_is_told_its_own_state(home: FeedHome, elsewhere: Engine) -> None:
    ticket = make_ticket(title="Before")
    home.keep(ticket)
    slow, quick = home.desk("ada"), home.desk("ada")
    slow.catch_up()
    quick.catch_up()
    older = home.keep(replace(ticket, title="Between"))
    with elsewhere.connect() as connection:
        snapshot = connection.execution_options(is_reading=True)
        snapshot.execute(HEAD.select()).one()
        home.keep(replace(ticket, title="After"))
        quick.catch_up()
        answer = home.feed.pull(snapshot, "ada", slow.request(), home.now)
    assert answer is not None
    assert title_of(answer) == "Between"
    assert answer.cursor is not None
    assert answer.cursor.ver == older


def title_of(answer: PullAnswer) -> object:
    (put,) = answer.puts
    return put.values[answer.columns["ticket"].index("title")]


def test_a_database_put_back_behind_its_back_is_noticed_by_the_tag(home: FeedHome, engine: Engine) -> None:
    ticket = make_ticket(title="Before")
    home.keep(ticket)
    late, level, fresh = home.desk("ada"), home.desk("ada"), home.desk("ada", feed=Feed())
    late.catch_up()
    ver = home.keep(replace(ticket, title="Lost with the disk"))
    level.catch_up()
    with engine.begin() as connection:
        connection.execute(update(LOG).where(LOG.c.ver == ver).values(tag=99))
        connection.exec_driver_sql("UPDATE ticket SET title = 'Typed again'")
    home.keep(make_ticket())
    late.catch_up()
    fresh.catch_up()
    assert late.rows == fresh.rows
    assert late.cursor == fresh.cursor


@pytest.mark.parametrize("most", [1, 4, 8])
def test_a_memory_that_is_full_forgets_whole_versions_and_tells_no_less(home: FeedHome, most: int) -> None:
    feed = Feed(recent=Recent(most))
    tickets: list[Ticket] = [make_ticket() for _ in range(5)]
    home.keep(*tickets)
    desks = {every: home.desk("ada", feed=feed, wants=(tickets[0].id,)) for every in (1, 2, 3, 5)}
    for desk in desks.values():
        desk.catch_up()
    for step in range(1, 20):
        home.keep(*(replace(tickets[(step + each) % 5], title=f"Step {step}") for each in range(2)))
        if step == 7:
            home.keep(*(make_message(ticket_id=tickets[0].id) for _ in range(10)))
        for every, desk in desks.items():
            if step % every == 0:
                desk.catch_up()
                assert desk.rows == desks[1].rows
    fresh = home.desk("ada", wants=(tickets[0].id,))
    fresh.catch_up()
    assert desks[1].rows == fresh.rows
