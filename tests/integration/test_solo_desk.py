"""The desk of one computer keeps what every desk promises, and what only it has."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.app.homes import BOARD, DESK, Home
from kanbandesk.app.solo import SoloDesk
from kanbandesk.app.writing import DeskClosed
from kanbandesk.models import boardfile, deskreads, engine
from kanbandesk.models.faults import NotSaved
from kanbandesk.models.files import FileFolder
from kanbandesk.server.core import workspace
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.cards import BoardSnapshot, Changes
from kanbandesk.workflow.commands import ChangeTags, CloseTicket, CreateTicket, SaveView
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import ClosingReason
from tests.conftest import ExpectedLog
from tests.factories.workflow import NOW
from tests.integration.desk_contract import PATIENCE, DeskContract, cards, done, new_ticket, note, result
from tests.integration.trial_contract import TrialContract


@pytest.fixture
def reopen(home: Path) -> Iterator[Callable[[], SoloDesk]]:
    """Closes the desk, if one is open, and opens it on the same home."""
    desks: list[SoloDesk] = []

    def opened() -> SoloDesk:
        for desk in desks:
            desk.close()
        desks[:] = [SoloDesk(Home.open(home))]
        return desks[0]

    yield opened
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(home: Path, reopen: Callable[[], SoloDesk]) -> SoloDesk:
    Home.create(home, name="Support", me="Ada Berg").close()
    return reopen()


class TestSoloDesk(DeskContract, TrialContract):
    """All of the contract."""


# -- what only the solo desk has ----------------------------------------------------------------------------


def test_warming_up_finds_a_sound_file_sound(desk: SoloDesk) -> None:
    assert result(desk.warm_up()) == ()
    assert result(desk.warm_up()) == ()  # a second time is no harm


def test_warming_up_tells_what_is_damaged(desk: SoloDesk, home: Path, reopen: Callable[[], SoloDesk]) -> None:
    for number in range(60):
        new_ticket(desk, f"Ticket {number}")
    desk.close()
    spoil_an_index(home / BOARD)
    complaints = result(reopen().warm_up())
    assert "page" in str(complaints)


def spoil_an_index(path: Path) -> None:
    """Take the index of ticket numbers away from under SQLite, as a bad disk would."""
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_ticket_number'"
        ).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * size + 3 : (page - 1) * size + 5] = (0).to_bytes(
        2, "big"
    )  # "this page holds no cells"
    path.write_bytes(content)


def test_a_command_that_cannot_be_written_says_so_and_the_next_one_can(
    desk: SoloDesk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT", 20)
    uid = new_id()
    command = CreateTicket(ticket_id=new_id(), title="Blank labels")
    with closing(sqlite3.connect(home / BOARD, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match="locked"):
            result(desk.submit(command, uid))
        other.execute("ROLLBACK")
    assert result(desk.submit(command, uid)).is_applied
    assert len(cards(desk)) == 1


def test_a_file_that_cannot_be_opened_for_writing_fails_every_command_and_the_check(
    desk: SoloDesk, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    expected_log("The writing thread stopped")
    monkeypatch.setattr(workspace, "open_for_writing", refuse)
    check, receipt = desk.warm_up(), desk.submit(note("t"))
    with pytest.raises(NotSaved):
        result(check)
    for future in (receipt, desk.submit(note("t"))):
        with pytest.raises((NotSaved, DeskClosed)):
            result(future)


def test_closing_does_not_wait_for_the_look_over_the_file(desk: SoloDesk) -> None:
    check = desk.warm_up()
    desk.close()
    assert check.done()


def test_what_was_saved_is_told_as_saved_also_when_it_cannot_be_read_back(
    desk: SoloDesk, home: Path, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    expected_log("could not be read back")
    monkeypatch.setattr(workspace, "changes_of", fail)
    ticket_id = new_ticket(desk)
    assert list(cards(desk)) == [ticket_id]


def test_the_look_over_the_file_gives_way_to_what_is_more_urgent(
    board_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "LOOK", 10)
    with closing(workspace.Workspace(board_path, lambda: NOW)) as opened:
        assert opened.check(lambda: True) is None
        assert opened.check(lambda: False) == ()


def test_a_closed_desk_gives_the_home_free(desk: SoloDesk, home: Path) -> None:
    desk.close()
    Home.open(home).close()


def test_a_desk_that_was_only_looked_at_wrote_nothing(desk: SoloDesk, home: Path) -> None:
    before = (home / BOARD).read_bytes()
    result(desk.board())
    desk.close()
    assert (home / BOARD).read_bytes() == before
    assert not (home / DESK).exists()


def test_after_closing_everything_is_in_the_file_itself(desk: SoloDesk, home: Path) -> None:
    new_ticket(desk)
    desk.close()
    assert not (home / f"{BOARD}-wal").exists() or (home / f"{BOARD}-wal").stat().st_size == 0


def test_what_changes_between_the_reading_and_the_arrival_of_a_board_is_in_it(
    desk: SoloDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tagged, closed = new_ticket(desk, "tagged"), new_ticket(desk, "closed")
    read = boardfile.snapshot
    view = SavedView(id=new_id(), name="Mine")

    def read_slowly(*args: Any) -> BoardSnapshot:
        board = read(*args)
        done(desk, ChangeTags(ticket_id=tagged, add=("late",)))
        done(desk, CloseTicket(ticket_id=closed, closing_reason=ClosingReason.SPAM))
        done(desk, SaveView(view=view))
        return board

    monkeypatch.setattr(deskreads, "snapshot", read_slowly)
    board = result(desk.board())
    assert [(card.title, card.tags) for card in board.cards] == [("tagged", ("late",))]
    assert board.views == [view]
    monkeypatch.undo()
    assert len(result(desk.board()).cards) == 1


def test_a_name_that_leads_out_of_the_folder_of_files_is_no_content(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (tmp_path / "secret").write_text("not for the board")
    inner = f"../{tmp_path.name}"
    with pytest.raises(NotFound):
        FileFolder(folder).path(inner + "secret".rjust(64 - len(inner), "/"))


def test_a_cancelled_command_is_not_done(desk: SoloDesk) -> None:
    hold, go = threading.Event(), threading.Event()

    def listen(_: Changes) -> None:
        hold.set()
        go.wait(PATIENCE)

    desk.subscribe(listen)
    first = desk.submit(CreateTicket(ticket_id=new_id(), title="Holds the thread"))
    assert hold.wait(PATIENCE)
    second = desk.submit(CreateTicket(ticket_id=new_id(), title="Not wanted after all"))
    assert second.cancel()
    go.set()
    result(first)
    assert [card.title for card in cards(desk).values()] == ["Holds the thread"]
