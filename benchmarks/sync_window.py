"""`python -m benchmarks.sync_window PLACE`: the real window on a team's desk, measured line by line of its input.

`PLACE` is JSON: folder, agent_id, url, token. Each line that comes in is one of these; its answer is one line of JSON.

ready      comes when the board is painted and the desk is live
move N     moves N cards by key, one after the other: when each began, until it was painted here and was kept
seen       when each card that has come to the other column since was painted
scroll     opens the way to the server, and turns the wheel until all that the server has is here
wait       the same, but nothing is there to be scrolled: the whole window is painted, over and over
close      closes the window
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QWidget

from benchmarks.frames import FIRST, Frames, NotPainted
from benchmarks.machine import WINDOW
from benchmarks.session import FROM, TO, Session
from kanbandesk.app import language
from kanbandesk.app.main import SWITCH_INTERVAL, name_application
from kanbandesk.app.program import SHELL_FIRST, Application
from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.main_window import MainWindow
from kanbandesk.ui.memory import Memory
from kanbandesk.ui.theme.switch import Look, ThemeSwitch
from kanbandesk.workflow.cards import Changes
from kanbandesk.workflow.team import Connection, SyncStatus

BREATH = 0.1
"""Seconds between two moves: a hand needs longer."""
FRAME = 0.016
"""Seconds from one turn of the wheel to the next, as a screen takes them."""
AFTERMATH = 60
"""Frames that are taken after all has come: the board is read then."""

_PAINTED = QEvent.Type(QEvent.registerEventType())


class Witness(QObject):
    """Sees when cards that another desk has moved are painted here.

    Each is painted as the program does it: what it changes in sight, or one pixel where it changes nothing there.
    """

    def __init__(self, canvas: QWidget, bridge: Bridge) -> None:
        super().__init__()
        self._canvas = canvas
        self._coming: list[str] = []
        self._painting: list[str] = []
        self.is_acting = False
        """Whether the cards are moved here."""
        self.painted: dict[str, int] = {}
        canvas.installEventFilter(self)
        bridge.changes_arrived.connect(self._take)

    def _take(self, changes: Changes) -> None:
        if self.is_acting:
            return
        self._coming += [card.id for card in changes.cards if card.status_id == TO]
        if self._coming:
            self._canvas.update(0, 0, 1, 1)  # with what the window has just marked to be painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's
        """See a painting begin; what is posted now comes when the frame has gone to the screen."""
        if event.type() == QEvent.Type.Paint and self._coming:
            self._painting += self._coming
            self._coming = []
            QCoreApplication.postEvent(self, QEvent(_PAINTED), FIRST)
        return False

    def event(self, event: QEvent) -> bool:
        """Note the moment."""
        if event.type() != _PAINTED:
            return super().event(event)
        now = time.monotonic_ns()
        for card_id in self._painting:
            self.painted.setdefault(card_id, now)
        self._painting = []
        return True


class Measured(Session):
    """A window of a team's desk, and what is done to it."""

    def __init__(self, window: MainWindow, desk: TeamDesk) -> None:
        super().__init__(window, 0)
        self._desk = desk
        self.witness = Witness(self._canvas, window.stage.bridge)
        self.is_live = False
        desk.team.watch_status(self._see)

    def _see(self, status: SyncStatus) -> None:
        """Called on any thread."""
        self.is_live = self.is_live or status.connection is Connection.LIVE

    def connect(self) -> None:
        """Go to the server, wait until all that it has is here, and lend the window its hands."""
        self._desk.warm_up()
        self._frames.wait(lambda: self.is_live and bool(self._model.cards), "the board of the team")
        assert self._window.hands is not None  # made when they are first asked for

    def move(self, count: int) -> dict[str, Any]:
        """Move cards, a moment apart; moments are CLOCK_MONOTONIC, the same for all processes."""
        began: dict[str, int] = {}
        local, apart = [], time.monotonic_ns() - time.perf_counter_ns()
        self._saved.clear()
        self.witness.is_acting = True
        for card_id in self._mine()[:count]:
            local.append(self._move_left(card_id))
            began[card_id] = self._frames.started_ns + apart
            self._wait_until_saved()
            self._pause(BREATH)
        return {"began": began, "local": local, "kept": self._saved}

    def scroll_meanwhile(self) -> dict[str, Any]:
        """Turn the wheel while everything comes from the server once more."""
        return self._meanwhile("a turn of the wheel", lambda: self._turn(self._body(FROM)))

    def wait_meanwhile(self) -> dict[str, Any]:
        """Paint the window while everything comes for the first time."""
        return self._meanwhile("the window", self._canvas.update)

    def _meanwhile(self, what: str, act: Callable[[], object]) -> dict[str, Any]:
        frames, left = [], AFTERMATH
        began = time.monotonic()
        seconds = 0.0
        self._desk.warm_up()
        while left:
            if self.is_live:
                seconds = seconds or time.monotonic() - began
                left -= 1
            frames.append(self._frames.frame(what, act))
            self._pause(FRAME)
        return {"frames": frames, "seconds": seconds}

    def state(self) -> str:
        """Return what may stand in the way, for the words of a failure."""
        return self._state()

    def _pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self._frames.wait(lambda: time.monotonic() >= end, "the clock")


def opened(app: Application, told: dict[str, str]) -> tuple[MainWindow, Measured, TeamDesk]:
    """Open the window as the program does; the way to the server stays closed."""
    place = Place(folder=Path(told["folder"]), agent_id=told["agent_id"], workspace="Support")
    desk = TeamDesk(place, lambda: HttpTransport(told["url"], told["token"]))
    bridge = Bridge(desk, app)
    window = MainWindow(bridge, ThemeSwitch(app, Look.LIGHT), Memory.forgetful(), language.available())
    window.resize(*WINDOW)
    return window, Measured(window, desk), desk


def main() -> int:
    """Open the window and do what comes in."""
    told = json.loads(sys.argv[1])
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = Application(sys.argv[:1])
    name_application(app)
    window, session, desk = opened(app, told)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    deeds: dict[str, Callable[..., Any]] = {
        "ready": session.connect,
        "move": lambda count: session.move(int(count)),
        "seen": lambda: session.witness.painted,
        "scroll": session.scroll_meanwhile,
        "wait": session.wait_meanwhile,
        "close": window.close,
    }

    def hear() -> None:
        name, *words = sys.stdin.readline().split() or ["close"]
        notifier.setEnabled(False)
        try:
            print(json.dumps(deeds[name](*words)), flush=True)
        except NotPainted as failure:
            app.exit(1)
            raise NotPainted(f"{failure}; {session.state()}") from failure
        notifier.setEnabled(True)

    def begin() -> None:
        gc.collect()
        gc.freeze()  # as the program does once the board is painted
        notifier.activated.connect(hear)

    window.stage.bridge.load(SHELL_FIRST)
    window.show()
    window.view.setFocus()
    if told.get("board"):
        Frames(window.view.viewport()).wait(lambda: bool(window.model.cards), "the board")
    QTimer.singleShot(0, begin)
    window.closed.connect(app.quit)
    status = app.exec()
    window.stage.bridge.close()
    desk.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
