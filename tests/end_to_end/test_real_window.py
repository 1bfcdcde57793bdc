"""The real program, a real pointer: cards are dragged by hand, on a home with a few tickets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
from kanbandesk.models.boardfile import read_board
from kanbandesk.workflow.cards import Card
from tests.gui.pointer import Program, XServer
from tests.gui.shell.stand import fill

pytestmark = pytest.mark.xvfb
MINE = "Receipts arrive twice"
State = dict[str, Any]


@pytest.fixture
def home_path(tmp_path: Path) -> Path:
    """A home with two new tickets and two that I am working on."""
    path = tmp_path / "board"
    desk = SoloDesk(Home.create(path, me="Ada Berg", has_timers=False))
    fill(desk)
    desk.close()
    return path


@dataclass
class Hand:
    """A hand at the window: sees what the program tells, and moves the mouse."""

    server: XServer
    program: Program
    state: State = field(default_factory=dict)

    def see(self, is_so: Callable[[State], bool]) -> State:
        """Look until something is so; return what was seen then."""
        while not (self.state and is_so(self.state)):
            self.state = json.loads(self.program.wait_for_line("state ").removeprefix("state "))
        return self.state

    def card(self, title: str) -> tuple[int, int]:
        """Return a point on a card where one would take it."""
        x, y, _width, _height = self.state["cards"][title]["place"]
        return x + 60, y + 30

    def column(self, column_id: str) -> tuple[int, int]:
        """Return a point in the upper part of a column."""
        x, y, width, _height = self.state["columns"][column_id]
        return x + width // 2, y + 60

    def carry(self, title: str, column_id: str) -> None:
        """Press on a card and move it over a column, without letting go."""
        start, end = self.card(title), self.column(column_id)
        self.server.press(start)
        self.server.move(start, end)
        self.see(lambda state: state["held"] == "in hand" and state["target"] == column_id)


@contextmanager
def window(server: XServer, home: Path) -> Iterator[Hand]:
    with server.program("-m", "tests.end_to_end.told_window", str(home)) as program:
        hand = Hand(server, program)
        hand.see(
            lambda state: bool(state["cards"]) and all(card["place"] for card in state["cards"].values())
        )
        yield hand


@pytest.fixture
def hand(xvfb: XServer, home_path: Path) -> Iterator[Hand]:
    """A hand at the window of the program on `home_path`."""
    with window(xvfb, home_path) as hand:
        yield hand


def on_disk(home: Path, title: str) -> Card:
    """Return the card as a second look at the home finds it."""
    board = read_board(home / "board.db", 0)
    return next(card for card in board.cards if card.title == title)


def test_a_card_dragged_to_a_column_is_there_after_the_program_has_ended(
    xvfb: XServer, home_path: Path
) -> None:
    with window(xvfb, home_path) as hand:
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
