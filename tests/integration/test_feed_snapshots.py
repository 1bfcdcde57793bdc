"""What one answer tells belongs together: its rows, its receipts and its cursor are of one moment (sync.md 1.4)."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import insert, update

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import DeskClient
from kanbandesk.models.store import Store
from kanbandesk.protocol import PullAnswer
from kanbandesk.server.core.database import Database
from kanbandesk.workflow.tickets import Ticket
from tests.factories.feed_home import FeedHome
from tests.factories.toy_desk import ToyDesk
from tests.factories.workflow import NOW, make_ticket

CLIENT = table_of(DeskClient)
COMMITS = 80
TICKETS = 3


@pytest.fixture
def home(database: Database) -> FeedHome:
    return FeedHome(database, page=2)


def take_up(desk: ToyDesk, answer: PullAnswer) -> None:
    """Take an answer up, and check that the tickets are as many mutations old as it says."""
    desk._apply(answer)
    at = desk.columns["ticket"].index("title")
    titles = {values[at] for (kind, _), (_, values) in desk.rows.items() if kind == "ticket"}
    assert titles == {str(answer.last_mid)}


def test_rows_and_receipts_of_an_answer_are_of_one_moment(home: FeedHome, database: Database) -> None:
    tickets: list[Ticket] = [make_ticket(title="0") for _ in range(TICKETS)]
    home.keep(*tickets)
    with database.begin() as connection:
        connection.execute(
            insert(CLIENT), {"id": "desk", "last_mid": 0, "seen_at": NOW, "agent_id": "ada", "app": ""}
        )
    ended = threading.Event()

    def follow() -> None:
        desk = home.desk("ada")
        desk.client_id = "desk"
        desk.catch_up()
        while desk.known_mid < COMMITS and not ended.is_set():
            answer = desk._pull(desk.request())
            while answer is not None and answer.page is not None:
                desk._apply(answer)
                answer = desk._pull(desk.request(answer.page))
            if answer is not None:
                take_up(desk, answer)

    def commit(number: int) -> None:
        def work(store: Store) -> None:
            for ticket in tickets:
                store.put(replace(ticket, title=str(number)))
            store._connection.execute(update(CLIENT).values(last_mid=number))

        home.mutate(work)

    with ThreadPoolExecutor(4) as pool:
        try:
            desks = [pool.submit(follow) for _ in range(3)]
            for number in range(1, COMMITS + 1):
                commit(number)
            for desk in desks:
                desk.result()
        finally:
            ended.set()
