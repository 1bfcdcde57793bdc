"""Invariant 7: the same history through SQLite and PostgreSQL ends in equal rows, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData, select

from kanbandesk.models.files import FileFolder
from kanbandesk.models.search import is_search_table
from kanbandesk.models.shelf import Shelf
from kanbandesk.protocol import Mutation, Outcome, PushAnswer, PushRequest, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.statuses import HOUR, MINUTE
from tests.factories.board_files import keep_in
from tests.factories.databases import Postgres
from tests.factories.pushing import Clock
from tests.factories.workflow import OFFICE_HOURS, make_agent, make_client, make_contact
from tests.unit.server.core.test_twins import History

STEPS = 150
DRAWN = {"commit_log": {"tag"}, "sync_head": {"epoch"}, "meta": {"value"}}
"""What is drawn by lot in each workspace."""
Pair = tuple[TeamServer, TeamServer]


@pytest.fixture
def pair(sqlite_board: Path, postgres: Postgres, postgres_board: str, tmp_path: Path) -> Iterator[Pair]:
    """A server on each database, both with the same people, at the same moment."""
    name = postgres.create(postgres_board)
    places = (str(shutil.copy(sqlite_board, tmp_path / "server.db")), postgres.url(name))
    clock = Clock()
    servers = [TeamServer(Database.open(place), clock, FileFolder(tmp_path / "files")) for place in places]
    yield servers[0], servers[1]
    for server in servers:
        server.close()
    postgres.drop(name)


def everything(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Return all rows of all tables that do not differ by lot."""
    found: dict[str, list[dict[str, Any]]] = {}
    with database.reading() as connection:
        tables = MetaData()
        tables.reflect(connection)
        for table in tables.sorted_tables:
            if is_search_table(table.name) or table.name in ("alembic_version", "agent"):
                continue
            rows = [dict[str, Any](row) for row in connection.execute(select(table)).mappings()]
            hidden = DRAWN.get(table.name, set())
            plain: list[dict[str, Any]] = [
                {key: plain_value(row[key]) for key in sorted(row) if key not in hidden} for row in rows
            ]
            found[table.name] = sorted(plain, key=repr)
    return found


def plain_value(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value


def ours(rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Leave out the first person, whose id is another in each workspace."""
    rows["member"] = [row for row in rows["member"] if row["kind"] != "agent"]
    return rows


def away(database: Database) -> Agent:
    """Return the first person as one who left: whom the rules turn to is to be the same in both workspaces."""
    with database.reading() as connection:
        (first,) = Shelf(connection).select(Agent, {})
    return replace(first, is_active=False)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_pushes_end_in_the_same_rows_on_both_databases(pair: Pair, seed: int) -> None:
    agents: list[Agent] = [
        make_agent(),
        make_agent(roles=(Role.AGENT, Role.LEAD), line_ids=("first", "second")),
    ]
    client, contact = make_client(), make_contact()
    for server in pair:
        keep_in(server.database, away(server.database), *agents, client, contact, OFFICE_HOURS)
    clock: Any = pair[0].clock
    history, seen = History(seed, agents, client.id, contact.id), dict[str, int]()
    mids, applied = dict.fromkeys((agent.id for agent in agents), 0), 0
    for step in range(STEPS):
        clock.now += (1, MINUTE, 3 * HOUR)[step % 3]
        uid, agent, command = history.step(clock.now)
        mids[agent.id] += 1
        made = mutation_of(command, uid=uid, at=clock.now)
        mutation = replace(made, mid=mids[agent.id], seen=seen)
        answers = [push(server, agent, mutation) for server in pair]
        assert answers[0] == answers[1], command
        applied += answers[0].results[0].status is not Outcome.REJECTED
        if step % 10 == 0:
            seen = {getattr(command, "ticket_id", ""): answers[0].head}
    assert applied > STEPS / 4
    sqlite, postgresql = (ours(everything(server.database)) for server in pair)
    for name, rows in sqlite.items():
        assert rows == postgresql[name], name


def push(server: TeamServer, agent: Agent, mutation: Mutation) -> PushAnswer:
    request = PushRequest(client_id=f"desk-of-{agent.id}", mutations=(mutation,))
    return server.push(agent.id, request).result(timeout=30)
