"""`python -m benchmarks.session HOME FRAMES [NAME …]`: opens the real window on a home and measures its frames.

Prints one JSON object: for each measurement the milliseconds of all its frames. What is posted are the events that Qt
would post for a hand; commands go through the real desk and are written to the disk.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from random import Random
from threading import Thread

from PySide6.QtCore import QEvent, QPoint, QSocketNotifier, Qt

from benchmarks.frames import Frames, NotPainted, post_key, post_mouse, post_wheel
from benchmarks.machine import WINDOW
from kanbandesk.app.main import SWITCH_INTERVAL, name_application
from kanbandesk.app.options import Options
from kanbandesk.app.program import Application, Program
from kanbandesk.app.report import ENVIRONMENT
from kanbandesk.ui.main_window import MainWindow
from kanbandesk.workflow.cards import Card, Changes

FROM, TO = "waiting_client", "in_progress"
"""Columns between which cards are moved: nothing is asked on the way."""
AWAY = "new"
"""A column that no card is moved from or to."""

WORDS = ("printer", "касса", "order 12", "night", "betaling", "slow noon", "vip", "терминал")
"""Typed letter by letter, and taken back letter by letter."""

BURST = 500
BURSTS = 20
STEP = 14
"""Pixels from one mouse event of a drag to the next."""


class Session:
    """One window and what is done to it. Every method returns the milliseconds of its frames."""

    def __init__(self, window: MainWindow, frames: int) -> None:
        self._window = window
        self._view = window.view
        self._model = window.model
        self._canvas = window.view.viewport()
        self._frames = Frames(self._canvas)
        self._count = frames
        self._random = Random(2026)
        self._unsaved = 0
        self._saved_ns = 0
        self._saved: list[float] = []
        window.stage.bridge.pending_changed.connect(self._take_unsaved)

    def measure(self, only: Sequence[str] = ()) -> dict[str, list[float]]:
        """Run all measurements, or `only` some, each from a cold pixmap cache.

        Bursts come last, as they change what is in memory only.
        """
        window = self._window
        window.resize(*WINDOW)
        self._frames.wait(lambda: (window.width(), window.height()) == WINDOW, "the window's size")
        deeds: dict[str, Callable[[], list[float]]] = {
            "scroll": self.scroll,
            "drag": self.drag,
            "repaint": self.repaint,
            "move_key": self.move_by_key,
            "move_drop": self.move_by_drop,
            "scroll_saving": self.scroll_while_saving,
            "filter": self.filter,
            "burst": self.burst,
        }
        taken = {}
        for name in only or deeds:
            self._view.cards.clear()
            self._frames.settle()
            try:
                taken[name] = deeds[name]()
            except NotPainted as failure:
                raise NotPainted(f"{failure}; {self._state()}") from failure
        if self._saved:
            taken["saved"] = self._saved
        return taken

    def scroll(self) -> list[float]:
        """Turn the wheel in one column, a notch a frame: every frame shows cards that were not drawn before."""
        place = self._body(FROM)
        return [
            self._frames.frame("a turn of the wheel", partial(self._turn, place)) for _ in range(self._count)
        ]

    def drag(self) -> list[float]:
        """Lift a card and carry it over all columns, to and fro, then along the lower edge, where the board scrolls."""
        start = self._card(self._mine()[0])
        self._press(start)
        self._frames.frame("a card being lifted", lambda: self._move(start + QPoint(STEP, STEP)))
        taken = [
            self._frames.frame("a card being carried", partial(self._move, place))
            for place in islice(self._way(), self._count)
        ]
        post_key(self._view, Qt.Key.Key_Escape)
        self._frames.wait(lambda: self._view.scene.held is None, "the card put back by Escape")
        self._release(start)
        return taken

    def repaint(self) -> list[float]:
        """Paint the whole board anew, every card drawn."""

        def all_anew() -> None:
            self._view.cards.clear()
            self._canvas.update()

        return [self._frames.frame("a full repaint", all_anew) for _ in range(self._count // 3)]

    def move_by_key(self) -> list[float]:
        """Move cards to the next column by Shift and an arrow, while the command is written to the disk."""
        taken = []
        for card_id in self._mine()[: self._count // 2]:
            taken.append(self._move_left(card_id))
            self._wait_until_saved()
        return taken

    def move_by_drop(self) -> list[float]:
        """Drag cards into another column and let go there, while the command is written to the disk."""
        target = self._body(TO)
        taken = []
        for card_id in self._mine()[: self._count // 2]:
            self._turn(target, 3)
            self._view.reveal(card_id)
            self._frames.settle()
            start = self._card(card_id)
            self._press(start)
            for share in (0.2, 0.6, 1.0):
                self._move(start + (target - start) * share)
            self._frames.settle()
            taken.append(
                self._frames.frame(
                    f"the drop of {card_id}",
                    lambda: self._release(target),
                    partial(self._has_moved, card_id),
                )
            )
            self._wait_until_saved()
        return taken

    def scroll_while_saving(self) -> list[float]:
        """Turn the wheel right behind the frame of a move, while its command is written to the disk."""
        taken = []
        for card_id in self._mine()[: self._count // 4]:
            self._move_left(card_id)
            taken.append(self._frames.frame("a turn of the wheel", partial(self._turn, self._body(AWAY))))
            self._wait_until_saved()
        return taken

    def filter(self) -> list[float]:
        """Type words into the search field and take them back, a letter a frame."""
        field = self._window.top_bar.search
        return [
            self._frames.frame(
                f"the search for {wanted!r}",
                partial(post_key, field, key, letter),
                partial(self._is_looked_for, wanted),
            )
            for key, letter, wanted in islice(_typing(), self._count)
        ]

    def burst(self) -> list[float]:
        """Let 500 changed cards arrive in one batch, from another thread, as a desk brings them."""
        self._window.lens.clear()
        taken = []
        for _ in range(BURSTS):
            cards = tuple(self._changed(card) for card in self._drawn(BURST))
            arrive = partial(self._window.stage.bridge.changes_arrived.emit, Changes(cards=cards))
            desk = Thread(target=arrive)
            taken.append(self._frames.frame("a burst", desk.start, partial(self._is_drawn, cards[-1])))
            desk.join()
        return taken

    def _state(self) -> str:
        """Return what may stand in the way of a hand, for the words of a failure."""
        view = self._view
        card = self._model.cards.get(view.current_id())
        return (
            f"current card {card}, focus {self._window.focusWidget()}, held {view.scene.held},"
            f" lying {view.hands.lying.is_active}, dragged {view.hands.drag.is_active}, unsaved {self._unsaved}"
        )

    # -- what there is on the board ---------------------------------------------------------------------------

    def _mine(self) -> list[str]:
        """Return the cards that I may move without being asked anything, from the top of their column."""
        me, cards = self._model.snapshot.me.id, self._model.cards
        return [card_id for card_id in self._model.ids(FROM) if cards[card_id].owner_id == me]

    def _drawn(self, count: int) -> list[Card]:
        cards = list(self._model.cards.values())
        return self._random.sample(cards, min(count, len(cards)))

    def _changed(self, card: Card) -> Card:
        changed = copy(card)
        changed.status_id = self._random.choice((FROM, TO, "solved", "postponed"))
        changed.revision += 1
        return changed

    def _has_moved(self, card_id: str) -> bool:
        place = self._model.place_of(card_id)
        return place is not None and place[0] == TO

    def _is_looked_for(self, words: str) -> bool:
        return self._model.narrowing.filter.text == words

    def _is_drawn(self, card: Card) -> bool:
        return self._model.cards[card.id].revision == card.revision

    def _wait_until_saved(self) -> None:
        self._frames.wait(lambda: not self._unsaved, "the receipt of a move")
        self._saved.append((self._saved_ns - self._frames.started_ns) / 1e6)

    def _take_unsaved(self, count: int) -> None:
        self._unsaved, self._saved_ns = count, time.perf_counter_ns()

    # -- where it is ------------------------------------------------------------------------------------------

    def _move_left(self, card_id: str) -> float:
        """Move a card from FROM to TO by Shift and an arrow; return the milliseconds of the frame."""
        self._turn(self._body(TO), 3)
        self._view.select([card_id], card_id)
        self._view.reveal(card_id)
        press = partial(post_key, self._view, Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.ShiftModifier)
        what = f"the move of {card_id} by key"
        return self._frames.frame(what, press, partial(self._has_moved, card_id))

    def _body(self, column_id: str) -> QPoint:
        """Return a place in the upper half of a column."""
        columns = [column.id for column in self._model.columns]
        body = self._view.board_layout.body(columns.index(column_id))
        return QPoint(body.x + body.width // 2, body.y + body.height // 3)

    def _card(self, card_id: str) -> QPoint:
        rect = self._view.card_rect(card_id)
        assert rect is not None, f"{card_id} is not on the board"
        return rect.center()

    def _way(self) -> Iterator[QPoint]:
        """Yield where the hand goes: to and fro over the whole board, then along its lower edge."""
        right, low = self._canvas.width() - 20, self._canvas.height() - 20
        across = [*range(20, right, STEP), *range(right, 20, -STEP)]
        for height in cycle((low // 3, low // 2, low)):
            for x in across:
                yield QPoint(x, height + x % 5)

    # -- what hands do ----------------------------------------------------------------------------------------

    def _turn(self, place: QPoint, notches: int = 1) -> None:
        """Scroll a column down; between moves by more than a card, so that no two come to lie in the same gap."""
        post_wheel(self._canvas, place, -notches)

    def _press(self, place: QPoint) -> None:
        post_mouse(self._canvas, QEvent.Type.MouseButtonPress, place)

    def _move(self, place: QPoint) -> None:
        post_mouse(self._canvas, QEvent.Type.MouseMove, place)

    def _release(self, place: QPoint) -> None:
        post_mouse(self._canvas, QEvent.Type.MouseButtonRelease, place)


def _typing() -> Iterator[tuple[Qt.Key, str, str]]:
    """Yield key, letter, and the words that then stand in the field."""
    for word in cycle(WORDS):
        for length in range(1, len(word) + 1):
            yield Qt.Key.Key_unknown, word[length - 1], word[:length]
        for length in range(len(word) - 1, -1, -1):
            yield Qt.Key.Key_Backspace, "\b", word[:length]


def main() -> int:
    """Open the window as `kanbandesk open` does, measure once the desk is warm, print, and close it."""
    home, frames, only = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.disable()
    reading, writing = os.pipe()
    os.environ[ENVIRONMENT] = str(writing)
    app = Application(sys.argv[:1])
    name_application(app)
    program = Program(app, Options(home=home))
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read)

    taken: dict[str, list[float]] = {}

    def hear() -> None:
        if b"warm" not in os.read(reading, 1000):
            return
        notifier.setEnabled(False)
        sys.excepthook = sys.__excepthook__  # the program would put what breaks here into its log
        assert program.window is not None
        try:
            taken.update(Session(program.window, frames).measure(only))
        finally:
            program.window.close()

    notifier.activated.connect(hear)
    status = program.run()
    print(json.dumps(taken))
    return status if taken else 1


if __name__ == "__main__":
    sys.exit(main())
