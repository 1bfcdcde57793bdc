"""Ways to other boards, out of a window that stays open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject

from kanbandesk.app import boards, doors
from kanbandesk.app.doors import Doors, name_of
from kanbandesk.app.homes import BOARD, Home
from kanbandesk.models.boardfile import read_board
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.welcome.page import Way, WelcomePage
from kanbandesk.workflow.first_words import FIRST_WORDS
from tests.gui.shell.stand import Shell


class Caller(QObject):
    """Stands for the program: takes what second starts say."""

    def called(self, words: list[str]) -> None:
        """Nobody calls here."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The windows that would have been started, instead of them."""
    words: list[tuple[str, ...]] = []
    monkeypatch.setattr(doors, "start_window", lambda *told: words.append(told))
    return words


@pytest.fixture
def way_out(shell: Shell, board_home: Path, started: list[tuple[str, ...]]) -> Iterator[Doors]:
    caller = Caller()
    home = Home.open(board_home, is_reading_only=True)
    way = Doors(caller, shell.window, home)  # type: ignore[arg-type]
    yield way
    way.close()


def page(shell: Shell) -> WelcomePage:
    assert shell.window.welcome is not None
    return shell.window.welcome


def test_the_welcome_page_opens_by_its_action_and_names_the_boards(
    shell: Shell, way_out: Doors, board_home: Path
) -> None:
    shell.window.memory.remember_board(board_home)
    shell.window.hands.deeds.boards_wanted.emit()
    assert page(shell).isVisible()
    assert name_of(board_home) == "Support"


def test_the_demo_opens_in_a_window_of_its_own(
    shell: Shell, way_out: Doors, started: list[tuple[str, ...]]
) -> None:
    way_out.show_boards()
    page(shell).offer(Way.DEMO).click()
    assert started == [("--demo",)]


def test_a_new_board_is_made_and_opened(shell: Shell, way_out: Doors, started: list[tuple[str, ...]]) -> None:
    way_out.show_boards()
    page(shell).offer(Way.NEW).click()
    (sheet,) = [each for each in shell.window.findChildren(Sheet) if each.isVisible()]
    board, me = sheet.fields
    board.restore("Night shift")
    me.restore("Bo Strand")
    sheet.confirm()
    ((option, path),) = started
    assert option == "--home"
    assert name_of(Path(path)) == "Night shift"


def test_a_new_board_is_where_its_computer_is(
    shell: Shell, way_out: Doors, started: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """C1."""
    monkeypatch.setenv("TZ", "Asia/Almaty")
    way_out.take(Way.NEW)
    (sheet,) = [each for each in shell.window.findChildren(Sheet) if each.isVisible()]
    sheet.fields[0].restore("Night shift")
    sheet.fields[1].restore("Bo Strand")
    sheet.confirm()
    ((_, path),) = started
    assert read_board(Path(path) / BOARD, 0).process.time_zone == "Asia/Almaty"


def test_a_new_board_writes_to_clients_in_the_windows_language(
    shell: Shell, way_out: Doors, started: list[tuple[str, ...]]
) -> None:
    way_out.take(Way.NEW)
    (sheet,) = [each for each in shell.window.findChildren(Sheet) if each.isVisible()]
    sheet.fields[0].restore("Night shift")
    sheet.fields[1].restore("Bo Strand")
    before = QLocale()
    QLocale.setDefault(QLocale("nb_NO"))
    try:
        sheet.confirm()
    finally:
        QLocale.setDefault(before)
    ((_, path),) = started
    process = read_board(Path(path) / BOARD, 0).process
    assert process.reminder == FIRST_WORDS["nb"].reminder
    assert process.request_types[1].name == "Med enkle ord"


def test_a_board_without_a_name_is_not_made(
    shell: Shell, way_out: Doors, started: list[tuple[str, ...]]
) -> None:
    way_out.take(Way.NEW)
    (sheet,) = [each for each in shell.window.findChildren(Sheet) if each.isVisible()]
    sheet.confirm()
    assert sheet.complaint
    assert started == []


def test_a_file_that_cannot_be_imported_says_why(shell: Shell, way_out: Doors, tmp_path: Path) -> None:
    file = tmp_path / "board.json"
    file.write_text('{"neither": "trello", "nor": "deck"}')
    way_out.import_file(file)
    shell.until(lambda: bool(shell.window.stage.notices.shown()))
    (notice,) = shell.window.stage.notices.shown()
    assert "board.json was not imported" in notice.heading
    assert notice.text.startswith("Nothing in board.json tells which program wrote it. Read are exports of")
    assert not Home.exists(boards.free_folder("board"))


def test_an_imported_file_offers_its_board(
    shell: Shell, way_out: Doors, started: list[tuple[str, ...]], tmp_path: Path
) -> None:
    file = tmp_path / "trello.json"
    file.write_text(TRELLO)
    way_out.import_file(file)
    shell.until(lambda: bool(shell.window.stage.notices.shown()))
    (notice,) = shell.window.stage.notices.shown()
    assert "has been imported" in notice.heading, notice.text
    assert notice.text.startswith("1 ticket")
    notice.answer()
    ((_, path),) = started
    assert Home.exists(Path(path))


TRELLO = """{
  "id": "5f0000000000000000000001", "name": "Helpdesk", "url": "https://example.org/b/1",
  "lists": [{"id": "5f0000000000000000000002", "name": "In progress", "closed": false, "pos": 1}],
  "cards": [{"id": "5f0000000000000000000003", "idShort": 1, "name": "Printer is on fire", "desc": "It smokes.",
             "idList": "5f0000000000000000000002", "closed": false, "pos": 1, "labels": [], "idMembers": [],
             "dateLastActivity": "2026-03-01T10:00:00.000Z"}],
  "members": [], "labels": [], "actions": [], "checklists": []
}"""
