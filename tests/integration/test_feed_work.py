"""After every command a desk that pulls what is new equals one that pulls everything (sync.md 2, invariant 8)."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import count

import pytest

from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import Feed
from kanbandesk.server.core.recent import Recent
from kanbandesk.workflow.commands import REGISTRY, Command
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.statuses import SECOND
from kanbandesk.workflow.tickets import Ticket
from tests.factories.each_command import EACH
from tests.factories.random_work import WHO, RandomWork
from tests.factories.team_work import Rejected, TeamSupport
from tests.factories.toy_desk import ToyDesk
from tests.factories.workflow import make_id


class Watchers:
    """Desks of people with different boards: some follow every step, one lags behind and reads small pages."""

    def __init__(self, team: TeamSupport, draw: random.Random) -> None:
        self.team = team
        self.draw = draw
        self.people: list[Agent] = [team.ada, team.bo]
        self.following = [team.home.desk(person.id) for person in self.people]
        self.late = [
            team.home.desk(person.id, feed=Feed(draw.randint(1, 9), Recent(draw.choice((3, 10_000)))))
            for person in self.people
        ]

    def follow(self) -> None:
        """Let every desk want some stories, catch up, and be what a new desk would be."""
        for person, desk, late in zip(self.people, self.following, self.late, strict=True):
            desk.catch_up()
            if self.draw.random() < 0.3:
                desk.wants = self.wants()
                desk.catch_up()
            fresh = self.fresh(person, desk.wants)
            assert desk.rows == fresh.rows
            assert desk.sums() == fresh.sums()
            if self.draw.random() < 0.2:
                self.follow_late(late)

    def follow_late(self, desk: ToyDesk) -> None:
        """Let a desk catch up while others work between its pages."""
        desk.wants = self.wants()
        desk.catch_up()
        desk.between_pages = lambda: None
        desk.catch_up()
        person = self.people[self.late.index(desk)]
        assert desk.rows == self.fresh(person, desk.wants).rows

    def fresh(self, person: Agent, wants: tuple[str, ...]) -> ToyDesk:
        """Return a desk that begins from nothing, over a feed without memory."""
        desk = self.team.home.desk(person.id, wants=wants, feed=Feed())
        desk.catch_up()
        return desk

    def wants(self) -> tuple[str, ...]:
        """Return some tickets, also foreign ones and one that is not there."""
        ids = [ticket.id for ticket in self.team.ledger.all(Ticket)]
        return (*self.draw.sample(ids, min(len(ids), self.draw.randrange(5))), make_id())

    def check_members(self) -> None:
        """The lines kept with each mutation are those that the rows have if they are written anew."""
        assert self.team.home.members() == self.team.home.members_of_rows()


@pytest.fixture
def team(database: Database) -> TeamSupport:
    return TeamSupport(database)


def test_every_command_is_told_as_a_bootstrap_tells_it(team: TeamSupport) -> None:
    watchers = Watchers(team, random.Random(8))
    assert {kind.name for kind in EACH} == REGISTRY.keys()
    for kind, script in EACH.items():
        who, command = script(team)
        assert type(command) is kind
        team.wait(SECOND)
        for desk in watchers.following:
            desk.catch_up()
        team.do(who, command)
        watchers.follow()
    watchers.check_members()
    assert team.done == REGISTRY.keys()


@pytest.mark.parametrize("seed", range(2))
def test_a_history_of_random_work_is_told_as_a_bootstrap_tells_it(team: TeamSupport, seed: int) -> None:
    draw = random.Random(seed)
    watchers, work = Watchers(team, draw), RandomWork(team)
    steps = count()

    def step() -> bool:
        number = next(steps)
        team.wait(draw.choice((1, 20 * SECOND, 3_600_000, 86_400_000)))
        if number % 17 == 16:
            change_members(team, draw)
            return True
        command: Command = work.command(draw.randrange(64), draw.randrange(64))
        if is_early := number < 6:
            command = replace(work.creation(), board_id=draw.choice(("support", "lab")))
        try:
            team.do(work.person("ada" if is_early else draw.choice(WHO)), command)
        except Rejected:
            return False
        return True

    for late in watchers.late:
        late.between_pages = lambda: draw.random() < 0.3 and step()
    for number in range(60):
        if step():
            watchers.follow()
        if number % 10 == 9:
            watchers.check_members()


def change_members(team: TeamSupport, draw: random.Random) -> None:
    """Let others see the laboratory's board, and let a ticket go to another board."""
    people = [team.ada.id, team.bo.id, team.tor.id]
    team.lab = replace(team.lab, member_ids=tuple(draw.sample(people, draw.randrange(4))))
    tickets = team.ledger.all(Ticket)
    moved = draw.choice(tickets)
    team.keep(team.lab, replace(moved, board_id="support" if moved.board_id == "lab" else "lab"))
