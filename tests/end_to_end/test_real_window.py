"""The real program, a real pointer: cards are dragged by hand, on a home with a few tickets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
from kanbandesk.models.boardfile import read_board
from kanbandesk.workflow.cards import Card
from tests.end_to_end.hand import Hand, window
from tests.gui.pointer import XServer
from tests.gui.shell.stand import fill

pytestmark = pytest.mark.xvfb
MINE = "Receipts arrive twice"


@pytest.fixture
def home_path(tmp_path: Path) -> Path:
    """A home with two new tickets and two that I am working on."""
    path = tmp_path / "board"
    desk = SoloDesk(Home.create(path, me="Ada Berg", has_timers=False))
    fill(desk)
    desk.close()
    return path


@pytest.fixture
def hand(xvfb: XServer, home_path: Path) -> Iterator[Hand]:
    """A hand at the window of the program on `home_path`."""
    with window(xvfb, str(home_path)) as hand:
        yield hand


def on_disk(home: Path, title: str) -> Card:
    """Return the card as a second look at the home finds it."""
    board = read_board(home / "board.db", 0)
    return next(card for card in board.cards if card.title == title)


def test_a_card_dragged_to_a_column_is_there_after_the_program_has_ended(
    xvfb: XServer, home_path: Path
) -> None:
    with window(xvfb, str(home_path)) as hand:
        hand.carry(MINE, "postponed")
        assert "Postponed" in hand.state["label"]
        hand.server.release()
        hand.see(lambda state: bool(state["sheet"]) and state["held"] == "lying")
        hand.server.xdotool("key", "ctrl+Return")
        hand.see(lambda state: state["cards"][MINE]["status"] == "postponed" and "Saved" in state["pending"])
    card = on_disk(home_path, MINE)
    assert card.status_id == "postponed"
    assert card.wake_at is not None


def test_a_question_typed_into_the_sheet_is_asked(hand: Hand, home_path: Path) -> None:
    hand.carry(MINE, "waiting_client")
    hand.server.release()
    hand.see(lambda state: bool(state["sheet"]))
    hand.server.xdotool("type", "Which phone?")
    hand.server.xdotool("key", "ctrl+Return")
    hand.see(lambda state: state["cards"][MINE]["status"] == "waiting_client" and "Saved" in state["pending"])
    assert on_disk(home_path, MINE).answered_at is not None


def test_escape_under_way_takes_the_card_back(hand: Hand, home_path: Path) -> None:
    before = hand.state["cards"][MINE]["place"]
    hand.carry(MINE, "postponed")
    hand.server.xdotool("key", "Escape")
    hand.see(lambda state: state["held"] == "")
    hand.server.release()
    assert hand.see(lambda state: state["cards"][MINE]["place"] == before)["sheet"] == []
    assert on_disk(home_path, MINE).status_id == "in_progress"


def test_escape_in_the_sheet_takes_the_card_back(hand: Hand, home_path: Path) -> None:
    hand.carry(MINE, "waiting_client")
    hand.server.release()
    hand.see(lambda state: bool(state["sheet"]))
    hand.server.xdotool("key", "Escape")
    hand.see(lambda state: not state["sheet"] and state["held"] == "")
    assert hand.state["cards"][MINE]["status"] == "in_progress"
    assert on_disk(home_path, MINE).status_id == "in_progress"


def test_a_column_that_does_not_take_the_card_says_why(hand: Hand, home_path: Path) -> None:
    hand.carry(MINE, "new")
    hand.server.release()
    assert "New" in hand.see(lambda state: bool(state["bubble"]))["bubble"]
    hand.see(lambda state: state["held"] == "")
    assert hand.state["sheet"] == []
    assert on_disk(home_path, MINE).status_id == "in_progress"
