"""Pictures of the real window, without a screen too: `kanbandesk shot out.png`.

Nothing here waits for time to pass: the picture is taken when the board is painted and what was asked for is there.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kanbandesk.app.homes import Home
from kanbandesk.app.main import has_screen
from kanbandesk.app.solo import SoloDesk
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.ids import new_id

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kanbandesk.ui.hands import Hands

SIZE = (1560, 900)
_RATIOS = (0.5, 4.0)
PATIENCE = 120_000  # ms after which a window that shows nothing is given up


class NoSuchThing(Exception):
    """The picture was to show something that is not on this board; the text says what."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be in the picture. Cards are named by number, columns by id or by name."""

    size: tuple[int, int] = SIZE
    scale: float = 1.0
    look: str = "light"
    language: str = ""
    ticket: int | None = None
    drag: str = ""  # CARD:COLUMN
    sheet: str = ""  # CARD:COLUMN
    lanes: str = ""
    density: str = ""
    search: str = ""
    panel: str = ""  # palette, filter, keys, look, boards, about, new, notice, or a place: inbox


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what a picture may show beyond board, ticket and drag."""
    add = parser.add_argument
    add("--scale", type=_ratio, default=1.0, metavar="RATIO", help="pixels for one of the window's (1.5)")
    add("--sheet", default="", metavar="CARD:COLUMN", help="with the sheet that this move asks with")
    lanes = ("none", "line", "agent", "priority", "client")
    add("--lanes", default="", choices=lanes, help="by what the board is cut into lanes")
    add("--density", default="", choices=("full", "compact"), help="how much a card shows")
    add("--search", default="", metavar="WORDS", help="with these words searched for")
    panels = ("palette", "filter", "keys", "look", "boards", "about", "new", "inbox")
    add("--panel", default="", choices=panels, help="with this panel open")
    add("--palette", dest="panel", action="store_const", const="palette", help="with the palette open")


def _ratio(text: str) -> float:
    try:
        ratio = float(text)
    except ValueError:
        ratio = 0.0
    if not _RATIOS[0] <= ratio <= _RATIOS[1]:
        raise argparse.ArgumentTypeError(f"{text!r} is no ratio between {_RATIOS[0]} and {_RATIOS[1]}")
    return ratio


def run(args: argparse.Namespace) -> int:
    """Draw the window as the command line says; return the exit status."""
    wanted = Wanted(
        size=getattr(args, "size", SIZE),
        scale=getattr(args, "scale", 1.0),
        look="dark" if args.dark else "light",
        language=getattr(args, "lang", ""),
        ticket=getattr(args, "ticket", None),
        drag=getattr(args, "drag", ""),
        sheet=getattr(args, "sheet", ""),
        lanes=getattr(args, "lanes", ""),
        density=getattr(args, "density", ""),
        search=getattr(args, "search", ""),
        panel=getattr(args, "panel", ""),
    )
    try:
        with Picture(Path(args.home), wanted) as picture:
            picture.save(Path(args.out))
    except (NoSuchThing, OSError) as error:
        sys.stderr.write(f"kanbandesk: {error}\n")
        return 1
    return 0


class StillDesk(SoloDesk):
    """A desk whose clock stands: at the home's own moment where it has one, else at the moment of opening."""

    def __init__(self, home: Home) -> None:
        self._moment = home.as_of if home.as_of is not None else home.now()
        super().__init__(home)

    def now(self) -> int:
        """Return the same moment always (UTC ms)."""
        return self._moment

    def submit(self, command: Command, uid: str = "") -> Future[Receipt]:
        """Take a command and keep it nowhere: what opens for a picture marks as read what one was told."""
        del command
        kept: Future[Receipt] = Future()
        kept.set_result(Receipt(uid=uid or new_id(), is_applied=True))
        return kept

    def warm_up(self) -> Future[tuple[str, ...]]:
        """Start nothing: a picture runs no timers, since it only reads and the home may be open elsewhere."""
        nothing: Future[tuple[str, ...]] = Future()
        nothing.set_result(())
        return nothing


class Picture:
    """A window on a home that is only read, shown nowhere but in the picture; a context manager.

    A home with a moment of its own is drawn at exactly that moment.
    """

    def __init__(self, home: Path, wanted: Wanted) -> None:
        if not has_screen():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if wanted.scale != 1.0:
            os.environ["QT_SCALE_FACTOR"] = str(wanted.scale)
        self._stack = ExitStack()
        self._path, self._wanted = home, wanted

    def __enter__(self) -> Picture:
        with ExitStack() as stack:
            self._open(stack)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    def save(self, out: Path, arrange: Callable[[Picture], QWidget] | None = None) -> None:
        """Write the picture to `out`: of the window, or of what `arrange` returns once it is asked.

        Raises NoSuchThing, and OSError where the file cannot be written.
        """
        self._arrange()
        self._settle()
        self.window.view.ticker.schedule()  # the rings, which a window shows in a moment
        drawn: QWidget = self.window if arrange is None else arrange(self)
        self._settle()
        picture = drawn.grab()
        if not picture.save(str(out)):
            raise OSError(f"The picture could not be written to {out}.")

    # -- the window --

    def _open(self, stack: ExitStack) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        from kanbandesk.app import language
        from kanbandesk.app.boards import opened
        from kanbandesk.app.main import name_application
        from kanbandesk.ui.bridge import Bridge
        from kanbandesk.ui.main_window import MainWindow
        from kanbandesk.ui.memory import Memory
        from kanbandesk.ui.theme.switch import Look, ThemeSwitch

        app = QApplication.instance()
        self._app = app if isinstance(app, QApplication) else QApplication(["kanbandesk"])
        name_application(self._app)
        if not Home.exists(self._path):
            opened(self._path).close()
        self._translators = language.install(self._wanted.language)
        home = Home.open(self._path, is_reading_only=True)
        self._desk = desk = StillDesk(home)
        stack.callback(desk.close)
        bridge = Bridge(desk)
        stack.callback(bridge.close)
        self._themes = ThemeSwitch(self._app, Look(self._wanted.look))
        window = self.window = MainWindow(bridge, self._themes, Memory.forgetful(), language.available())
        stack.callback(self._close)
        # Neither a screen's edge nor a window manager has a say in a picture's size.
        window.setMinimumSize(1, 1)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*self._wanted.size)
        window.show()
        # The future is read on this thread, whatever thread resolves it; the signal comes in its turn.
        self._until(lambda: bool(window.model.columns), bridge.load)
        window.views.count_now()

    def _close(self) -> None:
        self.window.close()
        self.window.deleteLater()

    def _arrange(self) -> None:
        from kanbandesk.workflow.boards import Density, Swimlane

        wanted, window, hands = self._wanted, self.window, self.window.hands
        if wanted.lanes:
            window.lens.set_swimlane(Swimlane(wanted.lanes))
        if wanted.density:
            window.lens.set_density(Density(wanted.density))
        if wanted.search:
            window.top_bar.search.setText(wanted.search)
        if wanted.ticket is not None:
            ticket_id = self._card(str(wanted.ticket))
            window.view.select([ticket_id], ticket_id)
            window.view.reveal(ticket_id)
            panel = window.bench.open(ticket_id)
            self._until(lambda: panel.ticket is not None)
        if wanted.drag:
            card, column = self._pair(wanted.drag)
            window.view.reveal(card)
            window.view.begin_drag_for_shot(card, column)
        if wanted.sheet:
            self._open_sheet(hands, *self._pair(wanted.sheet))
        if wanted.panel:
            self._open_panel(wanted.panel)

    def _open_sheet(self, hands: Hands, card_id: str, column_id: str) -> None:
        from PySide6.QtCore import QRect

        from kanbandesk.ui.board.drop import DropRequest
        from kanbandesk.workflow.commands import Place

        window = self.window
        column = next(column for column in window.model.columns if column.id == column_id)
        request = DropRequest((card_id,), column_id, column.status_ids[0], Place(), QRect())
        window.view.hold_gap(request)
        gap = window.view.board_layout.gap_rect()
        corner = window.view.viewport().mapToGlobal(QRect(gap.x, gap.y, gap.width, gap.height).topLeft())
        anchor = QRect(corner.x(), corner.y(), gap.width, gap.height)
        hands.transitions.drop(DropRequest(request.ids, column_id, request.status_id, Place(), anchor))

    def _open_panel(self, name: str) -> None:
        """Open a panel as its key does; what else belongs to the program around the window is put beside it."""
        from kanbandesk import __version__
        from kanbandesk.ui.about import About
        from kanbandesk.ui.action_table import Act

        window = self.window
        self._settle()
        if name == "boards":
            window.show_welcome([(window.model.snapshot.home_name, self._path)], self._path)
        elif name == "about":
            About(window, __version__, self._path).open_on_top()
        else:
            acts = {
                "palette": Act.PALETTE,
                "filter": Act.FILTER,
                "keys": Act.KEYS,
                "look": Act.SETTINGS,
                "inbox": Act.INBOX,
            }
            window.actions_by_name[acts.get(name, Act.CREATE)].trigger()

    # -- names --

    def _card(self, name: str) -> str:
        number = name.strip().lstrip("#")
        for card in self.window.model.cards.values():
            if str(card.number) == number or card.id == number:
                return card.id
        raise NoSuchThing(f"There is no open ticket #{number} on this board.")

    def _pair(self, text: str) -> tuple[str, str]:
        from kanbandesk.ui.words import column_name

        card, colon, name = text.partition(":")
        wanted = name.strip().casefold()
        columns = self.window.model.columns
        for column in columns:
            if colon and wanted in (column.id, column.name.casefold(), column_name(column).casefold()):
                return self._card(card), column.id
        names = ", ".join(column.id for column in columns)
        raise NoSuchThing(f"{text!r}: write it as CARD:COLUMN; the columns are {names}.")

    # -- waiting --

    def _until(self, is_there: Callable[[], bool], begin: Callable[[], object] = lambda: None) -> None:
        """Let the window work until something is there. Raises NoSuchThing when it never comes."""
        from PySide6.QtCore import QDeadlineTimer, QEventLoop

        deadline = QDeadlineTimer(PATIENCE)
        begin()
        while not is_there():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if deadline.hasExpired():
                raise NoSuchThing("The window did not come to show what was asked for.")

    def _settle(self) -> None:
        """Let everything that is posted by now be done: layouts, paintings, what they post in turn."""
        for _ in range(3):
            self._app.processEvents()
