"""The process runs by itself on a server, whoever leads and whenever it is killed (R1, R2, C4, C5)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.models.files import FileFolder
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.timers import due_submissions, next_due
from kanbandesk.workflow.commands import ClaimTicket, SetAway
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND
from tests.factories.board_files import keep_in
from tests.factories.pushing import Clock, Desk, creation, rows
from tests.factories.workflow import NOW, make_agent

Start = Callable[[], TeamServer]


@pytest.fixture
def clock() -> Clock:
    """The server's clock."""
    return Clock()


@pytest.fixture
def start(database_url: str, clock: Clock, tmp_path: Path) -> Iterator[Start]:
    """Starts a server on the database; one that was started before is gone as if it had been killed."""
    servers: list[TeamServer] = []

    def started() -> TeamServer:
        server = TeamServer(Database.open(database_url), clock, FileFolder(tmp_path / "files"))
        servers.append(server)
        return server

    yield started
    for server in servers:
        server.close()


@pytest.fixture
def people(database: Database) -> list[Agent]:
    """Three agents of the first line; the workspace's first person is away."""
    ((first_id,),) = rows(database, "SELECT id FROM agent")
    agents = [make_agent(name=name) for name in ("Bo Strand", "Eva Lie", "Siv Aas")]
    me = make_agent(id=first_id, name="Ada Berg", is_away=True)
    keep_in(database, *agents, me)
    return agents


def lead(server: TeamServer) -> None:
    server.leader.lease.seize()
    while server.leader.lead():
        pass


def story(database: Database, *facts: str) -> list[tuple[Any, ...]]:
    """Return what the system did, but for norms that it noted, with the moment, in order."""
    question = "SELECT fact, recorded_at FROM event WHERE actor_kind = 'system' ORDER BY ver, position"
    found = rows(database, question)
    return [(fact, at) for fact, at in found if any(name in str(fact) for name in facts)]


def test_draw_and_escalation_happen_once_with_two_leaders_and_a_kill_after_each(
    start: Start, database: Database, clock: Clock, people: list[Agent]
) -> None:
    one, other = start(), start()
    desk = Desk(one, people[0].id)
    assert desk.do(creation(line_id="first")).status.value == "applied"
    for step in range(1, 40):
        clock.now = NOW + step * 30 * SECOND
        with database.reading() as connection:
            stale = due_submissions(connection, clock.now)
        lead(one)
        for submission in stale:  # what the other one had in hand when it was paused
            other.submit(submission).result(30)
        one, other = other, start()
    drawn = story(database, '"is_drawn":true')
    escalated = story(database, "ticket_escalated")
    assert [at for _, at in drawn] == [NOW + 60 * SECOND]
    assert [at for _, at in escalated] == [NOW + 60 * SECOND + 15 * MINUTE + 30 * SECOND]
    ((owner_id,),) = rows(database, "SELECT owner_id FROM ticket")
    assert owner_id in {agent.id for agent in people}


def test_what_fell_due_during_a_long_pause_happens_in_due_order(
    start: Start, database: Database, clock: Clock, people: list[Agent]
) -> None:
    """C5: the draw is done late, and the time of its owner starts when it is done."""
    server = start()
    desk = Desk(server, people[0].id)
    for _ in range(3):
        desk.do(creation(line_id="first"))
        clock.now += MINUTE
    clock.now = NOW + 3 * DAY
    lead(server)
    moments = [json.loads(fact)["due"] for fact, _ in story(database, '"is_drawn":true')]
    assert moments == [NOW + 40 * SECOND, NOW + MINUTE + 40 * SECOND, NOW + 2 * MINUTE + 40 * SECOND]
    assert story(database, "ticket_escalated") == []
    clock.now += 16 * MINUTE
    lead(server)
    assert len(story(database, "ticket_escalated")) == 3


def test_a_draw_that_waited_for_who_came_back_during_a_pause_comes_before_later_ones(
    start: Start, database: Database, clock: Clock, people: list[Agent]
) -> None:
    """C5, R1c: what his return makes due is known only when that is done."""
    server = start()
    for agent in people:
        until = NOW + 10 * MINUTE if agent is people[0] else NOW + DAY
        Desk(server, agent.id).do(SetAway(agent_id=agent.id, is_away=True, until=until))
    desk = Desk(server, people[0].id)
    for moment in (NOW, NOW + 9 * MINUTE + 30 * SECOND):
        clock.now = moment
        desk.do(creation(line_id="first"))
        clock.now += 41 * SECOND if moment == NOW else 0
        lead(server)
    clock.now = NOW + HOUR
    lead(server)
    moments = [json.loads(fact)["due"] for fact, _ in story(database, '"is_drawn":true')]
    assert moments == [NOW + 10 * MINUTE, NOW + 10 * MINUTE + 10 * SECOND]


def test_a_claim_at_the_limit_comes_before_the_draw(
    start: Start, database: Database, clock: Clock, people: list[Agent]
) -> None:
    """C4."""
    server = start()
    desk = Desk(server, people[0].id)
    command = creation(line_id="first")
    desk.do(command)
    clock.now = NOW + 40 * SECOND
    lead(server)
    desk.do(ClaimTicket(ticket_id=command.ticket_id))
    clock.now += SECOND
    lead(server)
    assert rows(database, "SELECT owner_id FROM ticket") == [(people[0].id,)]
    assert story(database, '"is_drawn":true') == []


def test_a_claim_between_the_limit_and_the_look_is_not_drawn_but_was_late(
    start: Start, database: Database, clock: Clock, people: list[Agent]
) -> None:
    """C5: a draw happens when it is done, and the server's order decides (R1a); the violation counts from the limit."""
    server = start()
    desk = Desk(server, people[0].id)
    command = creation(line_id="first")
    desk.do(command)
    clock.now = NOW + 40 * SECOND + 1
    desk.do(ClaimTicket(ticket_id=command.ticket_id))
    clock.now += SECOND
    lead(server)
    assert rows(database, "SELECT owner_id FROM ticket") == [(people[0].id,)]
    assert story(database, '"is_drawn":true') == []
    assert rows(database, "SELECT since, degree FROM violation") == [(NOW + 40 * SECOND, 1)]


@pytest.mark.parametrize("jump", [-HOUR, HOUR])
def test_a_clock_that_jumps_does_nothing_twice(
    start: Start, database: Database, clock: Clock, people: list[Agent], jump: int
) -> None:
    server = start()
    Desk(server, people[0].id).do(creation(line_id="first"))
    for moment in (NOW + 41 * SECOND, NOW + MINUTE + jump, NOW + 2 * MINUTE, NOW + 2 * MINUTE + jump):
        clock.now = moment
        lead(server)
    assert len(story(database, '"is_drawn":true')) == 1


def test_who_is_back_is_drawn(start: Start, database: Database, clock: Clock, people: list[Agent]) -> None:
    """R1c: nobody is on shift; the draw runs when the first one is back, by the moment that he had said."""
    server = start()
    for agent in people:
        until = NOW + HOUR if agent is people[1] else None
        Desk(server, agent.id).do(SetAway(agent_id=agent.id, is_away=True, until=until))
    Desk(server, people[0].id).do(creation(line_id="first"))
    clock.now = NOW + 30 * MINUTE
    lead(server)
    assert rows(database, "SELECT owner_id FROM ticket") == [("",)]
    clock.now = NOW + HOUR + SECOND
    lead(server)
    clock.now += SECOND
    lead(server)
    assert rows(database, "SELECT owner_id FROM ticket") == [(people[1].id,)]


def test_an_idle_server_has_nothing_to_do(
    start: Start, database: Database, clock: Clock, people: list[Agent]
) -> None:
    """What was looked at is not found again and again."""
    server = start()
    Desk(server, people[0].id).do(creation(line_id="first"))
    clock.now = NOW + 2 * DAY
    lead(server)
    with database.reading() as connection:
        assert due_submissions(connection, clock.now) == []
        ahead = next_due(connection, clock.now)
    assert ahead is None or ahead >= clock.now
