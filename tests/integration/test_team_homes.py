"""Joining a team over a real server, and the home that comes of it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.app import team as joining
from kanbandesk.app.boards import desk_of, opened
from kanbandesk.app.homes import Home
from kanbandesk.app.membership import Membership, OfTeam
from kanbandesk.app.team import accept_invitation, sign_in, sign_in_again
from kanbandesk.cli import main
from kanbandesk.models.faults import InUse, Missing, Occupied
from kanbandesk.protocol import Problem
from kanbandesk.sync.desk import TeamDesk
from kanbandesk.sync.keys import SERVICE, Keys
from kanbandesk.sync.reach import Unreachable
from kanbandesk.workflow.team import Connection
from tests.conftest import ExpectedLog
from tests.factories.served_team import ServedTeam
from tests.integration.desk_contract import new_ticket, result
from tests.integration.test_solo_start import SLOW

PASSWORD = "eleven horses walk"


class Ring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        assert service == SERVICE
        if self.is_locked:
            from keyring.errors import KeyringLocked

            raise KeyringLocked("the person said no")
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.get_password(service, username)
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[username]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    made = Ring()
    keys = Keys(made)
    monkeypatch.setattr(joining, "system_keys", lambda: keys)
    return made


@pytest.fixture
def team(tmp_path: Path, ring: Ring) -> Iterator[ServedTeam]:
    served = ServedTeam(tmp_path / "server")
    token, _ = served.people.invitations.invite(served.ada, "ada", by="")
    served.people.invitations.accept(token, PASSWORD, "")
    yield served
    served.stop()


@pytest.fixture
def joined(team: ServedTeam, tmp_path: Path) -> Path:
    """A home whose desk has pulled the board, with one ticket; closed."""
    path = tmp_path / "desk"
    desk = desk_of(sign_in(path, team.url, "ada", PASSWORD))
    result(desk.board())
    new_ticket(desk, "Blank labels")
    desk.close()
    return path


def test_who_signs_in_has_a_home_without_the_secret(team: ServedTeam, ring: Ring, tmp_path: Path) -> None:
    path = tmp_path / "desk"
    with closing(sign_in(path, team.url, "ada", PASSWORD)) as home:
        assert (home.name, home.me) == ("Support", team.ada)
        assert home.team is not None
        assert home.team.server == team.url
        token = ring.kept[home.team.desk]
        assert token
        with pytest.raises(InUse):
            opened(path)
    everything = b"".join(one.read_bytes() for one in path.rglob("*") if one.is_file())
    assert token.encode() not in everything
    assert PASSWORD.encode() not in everything


def test_a_wrong_password_leaves_nothing_behind(team: ServedTeam, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="bad_sign_in"):
        sign_in(tmp_path / "desk", team.url, "ada", "wrong")
    assert not (tmp_path / "desk").exists()


def test_a_folder_with_other_things_is_left_alone(team: ServedTeam, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "letter.txt").write_text("mine")
    with pytest.raises(Occupied):
        sign_in(tmp_path / "desk", team.url, "ada", PASSWORD)
    assert [one.name for one in (tmp_path / "desk").iterdir()] == ["letter.txt"]


def test_a_desk_is_not_given_to_somebody_else(team: ServedTeam, joined: Path) -> None:
    token, _ = team.people.invitations.invite(team.agent("Ben Vik"), "ben", by="")
    team.people.invitations.accept(token, PASSWORD, "")
    with pytest.raises(Occupied):
        sign_in(joined, team.url, "ben", PASSWORD)
    assert Membership.read(joined).login == "ada"


def test_an_invitation_is_accepted_by_its_link(team: ServedTeam) -> None:
    token, _ = team.people.invitations.invite(team.agent("Ben Vik"), "ben", by="")
    invited = accept_invitation(f"{team.url}/join/{token}", PASSWORD)
    assert (invited.server, invited.login) == (team.url, "ben")
    with pytest.raises(Problem, match="not_found"):
        accept_invitation(f"{team.url}/join/{token}", PASSWORD)


def test_a_server_that_is_not_there_is_told(tmp_path: Path, ring: Ring) -> None:
    with pytest.raises(Unreachable):
        sign_in(tmp_path / "desk", "http://127.0.0.1:1", "ada", PASSWORD)
    with pytest.raises(ValueError):
        accept_invitation("https://desk.example", PASSWORD)


def test_without_its_token_a_desk_waits_until_somebody_signs_in(joined: Path, ring: Ring) -> None:
    ring.kept.clear()
    joining.system_keys()._of_this_run.clear()
    home = opened(joined)
    desk = desk_of(home)
    assert isinstance(desk, TeamDesk)
    stop = desk.team.watch_status(lambda _: None)
    result(desk.warm_up())
    assert [card.title for card in result(desk.board()).cards] == ["Blank labels"]
    sign_in_again(home, PASSWORD)
    desk.team.resume()
    ticket_id = new_ticket(desk, "Cash drawer")
    assert result(desk.ticket(ticket_id)).ticket.number == 2
    assert desk.team.status().connection is Connection.LIVE
    stop()
    desk.close()


def test_a_locked_keyring_keeps_the_token_for_this_run(
    ring: Ring, team: ServedTeam, tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log("The keyring could not be written")
    ring.is_locked = True
    desk = desk_of(sign_in(tmp_path / "desk", team.url, "ada", PASSWORD))
    result(desk.board())
    desk.close()
    assert ring.kept == {}


def test_whoever_writes_to_a_board_does_not_take_a_teams_desk_for_one(joined: Path) -> None:
    with pytest.raises(OfTeam):
        Home.open(joined)


def test_a_desk_that_never_pulled_has_no_board_to_read(team: ServedTeam, tmp_path: Path) -> None:
    sign_in(tmp_path / "desk", team.url, "ada", PASSWORD).close()
    assert Home.exists(tmp_path / "desk")
    with pytest.raises(Missing):
        Home.open(tmp_path / "desk", is_reading_only=True)


def test_figures_and_the_doctor_read_the_replica(joined: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(joined), "stats", "--json"]) == 0
    assert '"open": 1' in capsys.readouterr().out
    assert main(["--home", str(joined), "doctor"]) == 0
    assert "Support: 1 tickets" in capsys.readouterr().out


def test_the_verb_joins_by_address_and_by_invitation(
    team: ServedTeam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    token, _ = team.people.invitations.invite(team.agent("Ben Vik"), "ben", by="")
    words = {"ada": [team.url, "--login", "ada"], "ben": [f"{team.url}/join/{token}"]}
    for login, told in words.items():
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
        assert main(["--home", str(tmp_path / login), "join", *told]) == 0
        assert Membership.read(tmp_path / login).login == login
        assert f"{login} is signed in to Support" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO("wrong\n"))
    assert main(["--home", str(tmp_path / "x"), "join", team.url, "--login", "ada"]) == 1
    assert "does not know this login" in capsys.readouterr().err


START = """
import sys
from pathlib import Path
from kanbandesk.app.boards import desk_of, opened
desk = desk_of(opened(Path(sys.argv[1])))
print(len(desk.board().result().cards))
print(*[name for name in sys.argv[2:] if name in sys.modules])
desk.close()
"""


def test_reading_the_board_of_a_teams_desk_imports_nothing_slow(joined: Path) -> None:
    words = (sys.executable, "-c", START, str(joined), *SLOW, "_hashlib", "keyring", "truststore")
    started = subprocess.run(words, capture_output=True, text=True, check=True)
    assert started.stdout.splitlines() == ["1", ""]
