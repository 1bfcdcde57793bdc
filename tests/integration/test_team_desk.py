"""The desk of a team's member keeps what every desk promises, over a real server; and what only it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.transport import HttpTransport
from tests.factories.served_team import ServedTeam
from tests.integration.desk_contract import DeskContract, result


@pytest.fixture
def team(tmp_path: Path) -> Iterator[ServedTeam]:
    served = ServedTeam(tmp_path / "server")
    yield served
    served.stop()


OpenDesk = Callable[..., TeamDesk]


@pytest.fixture
def open_desk(team: ServedTeam, tmp_path: Path) -> Iterator[OpenDesk]:
    """Opens desks, each person's in a folder of its own, and closes them in the end."""
    desks: list[TeamDesk] = []
    tokens: dict[str, str] = {}

    def opened(agent_id: str = "", url: str = "") -> TeamDesk:
        who = agent_id or team.ada
        folder = tmp_path / who
        folder.mkdir(exist_ok=True)
        if who not in tokens:
            tokens[who] = team.token(who)
        place = Place(folder=folder, agent_id=who, workspace="Support")
        made = TeamDesk(
            place,
            lambda: HttpTransport(url or team.url, tokens[who]),
            on_close=lambda: desks.remove(made),
        )
        desks.append(made)
        return made

    yield opened
    for one in tuple(desks):
        one.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> TeamDesk:
    opened = open_desk()
    result(opened.board())
    return opened


@pytest.fixture
def reopen(desk: TeamDesk, open_desk: OpenDesk) -> Callable[[], TeamDesk]:
    """Closes the desk and opens it on the same folder."""

    def reopened() -> TeamDesk:
        desk.close()
        return open_desk()

    return reopened


class TestTeamDesk(DeskContract):
    """All of the contract."""
