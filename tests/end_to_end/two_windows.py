"""Two people at two windows of one team, a real server between them, and its network that is cut.

    python -m tests.end_to_end.two_windows FOLDER

plays it and keeps a picture of each moment in the folder.
"""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kanbandesk.app.demo import create_demo
from kanbandesk.server.administration import Administration
from kanbandesk.server.places import DATABASE, open_database
from tests.end_to_end.hand import Hand, window
from tests.gui.pointer import XServer, x_server

SIZE = (1130, 800)
"""Of each of the two windows, which stand side by side."""
GAP, TITLE = 24, 44
SCREEN = (2 * SIZE[0] + 3 * GAP, SIZE[1] + TITLE + 2 * GAP)
SASHA, MAUD = "Sasha Lind", "Maud Perrin"
PASSWORD = "orchid-harbour-tin-42"
MOVED, ASKED, PUT_OFF = (
    "Every caller shows up as ourselves",
    "Legg inn den nye skoleruta når brua åpner",
    "The desk forgets our regulars' gate codes overnight",
)
"""Cards in progress: what Sasha moves, what Sasha and Maud do while nobody can reach the server."""
Camera = Callable[[str], Any]
"""Takes a picture of the screen, by the name of the moment."""


class Server:
    """The real server's process, on the demo board, always at the same port."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "server"
        create_demo(folder / "demo").close()
        _kanbandesk("--home", str(folder / "demo"), "share", str(self.home), "--login", "sasha")
        _let_sign_in(self.home, {SASHA: "sasha", MAUD: "maud"})
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
        self._log = folder / "server.log"
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it serves."""
        words = ["-m", "kanbandesk", "--home", str(self.home), "serve", "--port", str(self.port)]
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, *words], stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if self.url not in line:
            raise AssertionError(f"the server said {line!r}; {self._log.read_text()}")

    def stop(self) -> None:
        """Let nobody reach it any more: its port refuses whoever knocks."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            assert self._process.stdout is not None
            with self._process.stdout:
                assert self._process.wait() == 0
            self._process = None

    def statuses(self) -> dict[str, str]:
        """Return the status of each ticket but the developers' own, by title, as the server has them."""
        with closing(sqlite3.connect(self.home / DATABASE)) as connection:
            return dict(connection.execute("SELECT title, status_id FROM ticket WHERE parent_id = ''"))

    def complaints(self) -> list[str]:
        """Return what it logged as an error."""
        return [line for line in self._log.read_text().splitlines() if '"ERROR"' in line]


@dataclass
class Stage:
    """Both windows with a hand at each, and the server."""

    server: Server
    sasha: Hand
    maud: Hand

    def both(self, is_so: Callable[[dict[str, Any]], bool]) -> None:
        """Look until it is so in both windows."""
        for hand in (self.sasha, self.maud):
            hand.see(is_so)

    def board(self, hand: Hand) -> dict[str, str]:
        """Return in which status each card lies."""
        return {title: card["status"] for title, card in hand.state["cards"].items()}


def play(stage: Stage, camera: Camera) -> None:
    """A card dragged in one window shows in the other; without a network both work on; in the end both are equal."""
    sasha, maud, server = stage.sasha, stage.maud, stage.server
    stage.both(lambda state: is_live(state) and state["here"] > 1)
    sasha.carry(MOVED, "postponed")
    camera("carried")
    sasha.server.release()
    confirm(sasha)
    stage.both(lambda state: state["cards"][MOVED]["status"] == "postponed" and is_live(state))
    assert stage.board(sasha) == stage.board(maud)
    camera("live")

    server.stop()
    stage.both(lambda state: "Offline since" in state["pending"])
    sasha.carry(ASKED, "waiting_client")
    sasha.server.release()
    sasha.see(lambda state: bool(state["sheet"]) and state["held"] == "lying")
    sasha.server.xdotool("type", "Which day does the bridge open?")
    confirm(sasha)
    sasha.see(
        lambda state: state["cards"][ASKED]["status"] == "waiting_client" and is_offline_with_one(state)
    )
    maud.carry(PUT_OFF, "postponed")
    maud.server.release()
    confirm(maud)
    maud.see(lambda state: state["cards"][PUT_OFF]["status"] == "postponed" and is_offline_with_one(state))
    assert sasha.state["cards"][PUT_OFF]["status"] == maud.state["cards"][ASKED]["status"] == "in_progress"
    camera("offline")

    server.start()
    stage.both(
        lambda state: (
            state["cards"][ASKED]["status"] == "waiting_client"
            and state["cards"][PUT_OFF]["status"] == "postponed"
            and is_live(state)
            and state["here"] > 1
        )
    )
    assert stage.board(sasha) == stage.board(maud)
    camera("together")


def confirm(hand: Hand) -> None:
    """Say yes to what the sheet proposes, once it is open."""
    hand.see(lambda state: bool(state["sheet"]) and state["held"] == "lying")
    hand.server.xdotool("key", "ctrl+Return")
    hand.see(lambda state: not state["sheet"])


def is_live(state: dict[str, Any]) -> bool:
    """Tell whether all that was done has come to the server, which is there."""
    return bool(state["pending"] == "● Live")


def is_offline_with_one(state: dict[str, Any]) -> bool:
    """Tell whether one command waits for the server."""
    return "Offline since" in state["pending"] and "1 to send" in state["pending"]


@contextmanager
def stage_in(folder: Path, screen: XServer) -> Iterator[Stage]:
    """Let both people sit down before a live board; in the end both windows and the server are gone."""
    server = Server(folder)
    server.start()
    try:
        with (
            _sit(screen, folder, server, "sasha", 0) as sasha,
            _sit(screen, folder, server, "maud", 1) as maud,
        ):
            yield Stage(server, sasha, maud)
    finally:
        server.stop()


def _sit(screen: XServer, folder: Path, server: Server, login: str, place: int) -> Any:
    left = GAP + place * (SIZE[0] + GAP)
    at = f"{left},{GAP + TITLE},{SIZE[0]},{SIZE[1]}"
    signing_in = ("--join", server.url, "--login", login, "--password", PASSWORD)
    return window(screen, str(folder / login), "--at", at, *signing_in)


def _kanbandesk(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "kanbandesk", *words], check=True, capture_output=True)


def _let_sign_in(home: Path, logins: dict[str, str]) -> None:
    """Give people of the board passwords."""
    with Administration(open_database(home), home) as administration:
        people = {person.agent.name: person.agent.id for person in administration.all()}
        for name, login in logins.items():
            token, _ = administration.people.invitations.invite(people[name], login, by="")
            administration.people.invitations.accept(token, PASSWORD, "")


# -- pictures ----------------------------------------------------------------------------------------------------------

_SHOOT = """
import sys
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPainterPath, QPixmap
app = QGuiApplication(sys.argv[:1])
path, width, height, gap, title, *names = sys.argv[1:]
width, height, gap, title = map(int, (width, height, gap, title))
seen = app.primaryScreen().grabWindow(0)
picture = QPixmap(2 * width + 3 * gap, height + title + gap)
picture.fill(QColor("#d9dde4"))
painter = QPainter(picture)
painter.setRenderHint(QPainter.RenderHint.Antialiasing)
painter.setFont(QFont("Inter", 14, QFont.Weight.DemiBold))
for place, name in enumerate(names):
    left = gap + place * (width + gap)
    painter.setPen(QColor("#3c4350"))
    painter.drawText(QRect(left + 6, 0, width, title), Qt.AlignmentFlag.AlignVCenter, name)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(left, title, width, height), 10, 10)
    painter.save()
    painter.setClipPath(shape)
    painter.drawPixmap(QRect(left, title, width, height), seen, QRect(left, gap + title, width, height))
    painter.restore()
    painter.setPen(QColor("#b4bac4"))
    painter.drawPath(shape)
painter.end()
picture.save(path)
"""


def photograph(screen: XServer, path: Path) -> None:
    """Keep a picture of what both have before them, with whose it is."""
    sizes = map(str, (*SIZE, GAP, TITLE))
    names = (f"{SASHA}'s computer", f"{MAUD}'s computer")
    command = [sys.executable, "-c", _SHOOT, str(path), *sizes, *names]
    subprocess.run(command, env=screen.environment, check=True)


def main() -> int:
    """Play, and keep pictures."""
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as name, x_server(Path(name), SCREEN) as screen:
        (Path(name) / "play").mkdir()
        os.environ["KANBANDESK_LANGUAGE"] = "en"
        with stage_in(Path(name) / "play", screen) as stage:
            play(stage, lambda moment: photograph(screen, folder / f"two-windows-{moment}.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
