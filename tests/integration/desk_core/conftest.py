"""A team's server and the desks of two of its people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.desk_cores import Clock, Desk, NewDesk, Team


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(tmp_path: Path, clock: Clock) -> Iterator[Team]:
    team = Team(tmp_path, clock)
    yield team
    team.close()


@pytest.fixture
def new_desk(team: Team, tmp_path: Path) -> Iterator[NewDesk]:
    desks = []

    def new(name: str, agent_id: str) -> Desk:
        desks.append(Desk(team, tmp_path / name, agent_id))
        return desks[-1]

    yield new
    for desk in desks:
        desk.core.close()


@pytest.fixture
def ada(team: Team, new_desk: NewDesk) -> Desk:
    desk = new_desk("ada", team.ada)
    desk.settle()
    return desk


@pytest.fixture
def bo(team: Team, new_desk: NewDesk) -> Desk:
    desk = new_desk("bo", team.agent("Bo Lind"))
    desk.settle()
    return desk
