"""A real pointer drags cards in a real window: across, back by Escape, and onto a column that refuses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.gui.pointer import Program, XServer

pytestmark = pytest.mark.xvfb

Point = tuple[int, int]
START = "at rest: a,b | c,d,e | x,y |  |  |  | "


@pytest.fixture
def window(xvfb: XServer) -> Iterator[Program]:
    """The board's window, ready for hands."""
    with xvfb.program("-m", "tests.gui.board.window") as program:
        program.wait_for_line("ready")
        yield program


def where(window: Program, what: str) -> Point:
    line = next(line for line in window.said if line.startswith(f"{what} "))
    x, y = map(int, line.split()[-2:])
    return x, y


def test_a_card_is_dragged_across(xvfb: XServer, window: Program) -> None:
    xvfb.drag(where(window, "card d"), where(window, "column waiting_client"))
    assert window.wait_for_line("dropped") == "dropped d → waiting_client between y "
    assert window.wait_for_line("at rest") == "at rest: a,b | c,e | x,y,d |  |  |  | "


def test_several_cards_are_dragged_as_a_stack(xvfb: XServer, window: Program) -> None:
    x, y = where(window, "card e")
    xvfb.xdotool("mousemove", *where(window, "card c"), "click", 1)
    xvfb.xdotool("keydown", "ctrl", "mousemove", x, y, "click", 1, "keyup", "ctrl")
    xvfb.drag(where(window, "card c"), where(window, "column solved"))
    assert window.wait_for_line("dropped") == "dropped c e → solved between  "


def test_escape_takes_a_card_back_during_a_drag(xvfb: XServer, window: Program) -> None:
    window.wait_for_line(START)
    start, end = where(window, "card d"), where(window, "column waiting_client")
    xvfb.press(start)
    xvfb.move(start, end)
    assert window.wait_for_line("held over waiting_client").endswith("asks for a question to the client")
    xvfb.xdotool("key", "Escape")
    assert window.wait_for_line("at rest") == START
    xvfb.release()
    xvfb.xdotool("mousemove", *start, "click", 1)
    assert not [line for line in window.said if line.startswith("dropped")]


def test_a_column_that_does_not_take_the_card_refuses_with_its_reason(xvfb: XServer, window: Program) -> None:
    xvfb.drag(where(window, "card d"), where(window, "column new"))
    line = window.wait_for_line("refused")
    assert line == "refused: Only new tickets and those given back lie in New."
    xvfb.xdotool("key", "Escape")
    assert window.wait_for_line("at rest") == START
