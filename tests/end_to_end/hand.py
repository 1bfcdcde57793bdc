"""A hand at a window of the real program, with the one real pointer there is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.gui.pointer import Program, XServer

State = dict[str, Any]


@dataclass
class Hand:
    """Sees what the program tells (`told_window`), and moves the mouse."""

    server: XServer
    program: Program
    state: State = field(default_factory=dict)

    def see(self, is_so: Callable[[State], bool]) -> State:
        """Look until something is so; return what was seen then."""
        if not (self.state and is_so(self.state)):
            self.program.wait_for(lambda line: self._takes_in(line) and is_so(self.state))
        return self.state

    def _takes_in(self, line: str) -> bool:
        """Tell whether a line is a state; it is the present one then."""
        is_state = line.startswith("state ")
        if is_state:
            self.state = json.loads(line.removeprefix("state "))
        return is_state

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
def window(server: XServer, *words: str) -> Iterator[Hand]:
    """Open the program's window, and wait until all cards lie in their places."""
    with server.program("-m", "tests.end_to_end.told_window", *words) as program:
        hand = Hand(server, program)
        hand.see(
            lambda state: bool(state["cards"]) and all(card["place"] for card in state["cards"].values())
        )
        yield hand
