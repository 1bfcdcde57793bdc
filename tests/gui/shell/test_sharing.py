"""The board of a window is brought to a team's server; the window goes on there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.app import boards
from kanbandesk.app import team as membership
from kanbandesk.app.homes import Home
from kanbandesk.app.team_doors import TeamDoors
from kanbandesk.models.faults import Shared
from kanbandesk.sync.keys import Keys
from kanbandesk.ui.action_table import Act
from kanbandesk.ui.team.sharing import ShareSheet
from tests.factories.served_team import ServedTeam
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
    return []


@pytest.fixture
def doors(
    shell: Shell, board_home: Path, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[TeamDoors]:
    monkeypatch.setattr(boards, "free_folder", lambda name: tmp_path / "joined")
    made = TeamDoors(shell.window, Home.open(board_home, is_reading_only=True), opened.append)
    yield made
    made.close()


def filled(shell: Shell, doors: TeamDoors, address: str, password: str = PASSWORD) -> ShareSheet:
    shell.window.actions_by_name[Act.SHARE].trigger()
    sheet = doors.sheet
    assert isinstance(sheet, ShareSheet)
    sheet.address.restore(address)
    sheet.login.restore("ada")
    sheet.password.edit.setText(password)
    sheet.confirm()
    return sheet


def test_the_board_goes_to_the_server_and_the_window_after_it(
    shell: Shell, doors: TeamDoors, team_server: ServedTeam, opened: list[Path], board_home: Path
) -> None:
    tickets = len(shell.window.model.cards)
    filled(shell, doors, team_server.url)
    shell.qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    home = Home.open(opened[0], may_be_team=True)
    assert home.team is not None
    assert (home.team.login, home.team.agent_id) == ("ada", shell.window.model.snapshot.me.id)
    home.close()
    assert not shell.window.isVisible()
    with team_server.core.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM ticket").scalar() == tickets
    shell.desk.close()
    with pytest.raises(Shared):
        Home.open(board_home)


def test_while_it_is_on_its_way_no_hand_and_no_key_changes_the_board(
    shell: Shell, doors: TeamDoors, team_server: ServedTeam, opened: list[Path]
) -> None:
    sheet = filled(shell, doors, team_server.url)
    middle = shell.window.centralWidget()
    assert middle is not None
    assert not middle.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    QTest.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert doors.sheet is sheet
    shell.qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)


def test_a_refusal_is_told_at_the_sheet_and_work_goes_on(
    shell: Shell, doors: TeamDoors, team_server: ServedTeam
) -> None:
    team_server.agent("Ben Ek")
    token, _ = team_server.people.invitations.invite(team_server.agent("Cem"), "cem", by="")
    team_server.people.invitations.accept(token, "a goat on the roof", "")
    sheet = filled(shell, doors, team_server.url)
    shell.qtbot.waitUntil(lambda: "Somebody works on this server" in sheet.complaint, timeout=PATIENCE)
    middle = shell.window.centralWidget()
    assert middle is not None
    assert middle.isEnabled()
    doors.sheet = None
    sheet.vanish()
