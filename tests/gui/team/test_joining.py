"""Joining a team out of the window, and signing in again, at a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest

from kanbandesk.app import boards
from kanbandesk.app import team as membership
from kanbandesk.app.homes import Home
from kanbandesk.app.team_doors import TeamDoors
from kanbandesk.protocol import THROTTLED, Problem
from kanbandesk.server.people.second_factor import Demand
from kanbandesk.sync.keys import Keys
from kanbandesk.ui.team.joining import JoinSheet
from kanbandesk.ui.team.problems import joining_text
from kanbandesk.workflow.team import Connection, SyncStatus
from tests.factories.served_team import ServedTeam
from tests.fakes.team import FakeTeam
from tests.gui.shell.stand import PATIENCE, Shell

PASSWORD = "eleven horses walk"


@pytest.fixture
def team_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ServedTeam]:
    keys = Keys()
    monkeypatch.setattr(membership, "system_keys", lambda: keys)
    served = ServedTeam(tmp_path / "server")
    token, _ = served.people.invitations.invite(served.ada, "ada", by="")
    served.people.invitations.accept(token, PASSWORD, "")
    yield served
    served.stop()


@pytest.fixture
def opened() -> list[Path]:
    """The homes that would have been opened in windows of their own."""
    return []


@pytest.fixture
def doors(
    shell: Shell, board_home: Path, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[TeamDoors]:
    monkeypatch.setattr(boards, "free_folder", lambda name: tmp_path / "joined")
    home = Home.open(board_home, is_reading_only=True)
    made = TeamDoors(shell.window, home, opened.append)
    yield made
    made.close()


def fill(doors: TeamDoors, address: str, login: str, password: str) -> JoinSheet:
    doors.join(address)
    sheet = doors.sheet
    assert isinstance(sheet, JoinSheet)
    sheet.login.restore(login)
    sheet.password.edit.setText(password)
    sheet.confirm()
    return sheet


def test_who_signs_in_gets_a_desk_of_the_team(
    shell: Shell, doors: TeamDoors, team_server: ServedTeam, opened: list[Path]
) -> None:
    fill(doors, team_server.url, "ada", PASSWORD)
    shell.qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    home = Home.open(opened[0], may_be_team=True)
    assert home.team is not None
    assert (home.team.login, home.team.agent_id) == ("ada", team_server.ada)
    assert doors.sheet is None
    home.close()


def test_a_wrong_password_is_told_at_the_sheet_and_nothing_is_made(
    shell: Shell, doors: TeamDoors, team_server: ServedTeam, tmp_path: Path
) -> None:
    sheet = fill(doors, team_server.url, "ada", "twelve horses walk")
    shell.qtbot.waitUntil(lambda: "wrong" in sheet.complaint, timeout=PATIENCE)
    assert sheet.confirm_button.isEnabled()
    assert not (tmp_path / "joined").exists()
    doors.sheet = None
    sheet.vanish()


def test_an_invitation_sets_the_password_and_joins(
    shell: Shell, doors: TeamDoors, team_server: ServedTeam, opened: list[Path]
) -> None:
    agent_id = team_server.agent("Ben Ek")
    token, _ = team_server.people.invitations.invite(agent_id, "ben", by=team_server.ada)
    fill(doors, f"{team_server.url}/join/{token}", "", "a goat on the roof")
    shell.qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    home = Home.open(opened[0], may_be_team=True)
    assert home.team is not None
    assert home.team.agent_id == agent_id
    home.close()


def test_a_server_that_does_not_answer_is_told(shell: Shell, doors: TeamDoors) -> None:
    sheet = fill(doors, "http://127.0.0.1:9", "ada", PASSWORD)
    shell.qtbot.waitUntil(lambda: "does not answer" in sheet.complaint, timeout=PATIENCE)
    doors.sheet = None
    sheet.vanish()


def test_without_login_or_invitation_no_server_is_asked(shell: Shell, doors: TeamDoors) -> None:
    sheet = fill(doors, "https://desk.example.com", "", PASSWORD)
    assert "login" in sheet.complaint
    doors.sheet = None
    sheet.vanish()


def test_a_desk_that_is_signed_out_offers_to_sign_in(shell: Shell, doors: TeamDoors, team: FakeTeam) -> None:
    assert not doors.sign_in_button.isVisible()
    team.tell_status(SyncStatus(connection=Connection.SIGNED_OUT))
    shell.qtbot.waitUntil(doors.sign_in_button.isVisible, timeout=PATIENCE)
    team.tell_status(SyncStatus(connection=Connection.LIVE))
    shell.qtbot.waitUntil(lambda: not doors.sign_in_button.isVisible(), timeout=PATIENCE)


def test_every_problem_of_signing_in_has_words_without_gaps() -> None:
    for problem in (Problem(THROTTLED, after=9), Problem("weak_password", reason="too_short", least=12)):
        words = joining_text(problem.code, problem.params)
        assert "{" not in words
        assert problem.code not in words
    assert "unheard_of" in joining_text("unheard_of", {})


def test_who_is_invited_where_a_second_factor_is_demanded_sets_it_up_at_the_sheet(
    shell: Shell, doors: TeamDoors, team_server: ServedTeam, opened: list[Path]
) -> None:
    team_server.people.accounts.demand_code(Demand.EVERYONE, by="")
    token, _ = team_server.people.invitations.invite(team_server.agent("Ben Ek"), "ben", by=team_server.ada)
    sheet = fill(doors, f"{team_server.url}/join/{token}", "", "a goat on the roof")
    shell.qtbot.waitUntil(lambda: "authenticator" in sheet.said, timeout=PATIENCE)
    key = sheet.said.rpartition(":")[2].replace(" ", "")
    sheet.code.edit.setText(pyotp.TOTP(key).now())
    sheet.confirm()
    shell.qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
