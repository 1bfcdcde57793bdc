"""The program behind the window: home, desk, bridge and window put together, and taken apart in order."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFileOpenEvent, QSessionManager
from PySide6.QtWidgets import QApplication

from kanbandesk.app import journal, language
from kanbandesk.app.boards import desk_of, home_for, opened
from kanbandesk.app.homes import Home
from kanbandesk.app.options import Options, link_in
from kanbandesk.app.report import report
from kanbandesk.models.faults import Fault, InUse
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.main_window import MainWindow
from kanbandesk.ui.memory import Memory
from kanbandesk.ui.theme.switch import Look, ThemeSwitch
from kanbandesk.ui.words import fault_text, fill, translate

if TYPE_CHECKING:
    from kanbandesk.app.doors import Doors
    from kanbandesk.app.solo import SoloDesk
    from kanbandesk.sync.desk import TeamDesk

log = logging.getLogger(__name__)

SHELL_FIRST = 0.25
"""Seconds within which a board is waited for before there is a window: one painting instead of two."""


class Program(QObject):
    """One window on one home, from the first moment to the last."""

    def __init__(self, app: QApplication, options: Options) -> None:
        super().__init__(app)
        self._app, self._options = app, options
        self._journal = journal.Journal()
        self._home: Home | None = None
        self._desk: SoloDesk | TeamDesk | None = None
        self._doors: Doors | None = None
        self.window: MainWindow | None = None

    def run(self) -> int:
        """Open the home and the window, and stay until it is closed; return the exit status."""
        person = Memory(None)
        self._translators = language.install(self._options.language or person.language)
        self._themes = ThemeSwitch(self._app, Look(self._options.look) if self._options.look else person.look)
        path = home_for(self._options, person.boards()).absolute()
        try:
            self._home = self._opened(path, is_fresh=self._options.is_fresh)
        except InUse as fault:
            return self._give_way(path, fault)
        except Fault as fault:
            return self._say(fault_text(fault))
        self.open_window(self._home)
        status = self._app.exec()
        self.close()
        return status

    def _opened(self, path: Path, *, is_fresh: bool) -> Home:
        """Open the home; where a board has to be made first, which takes seconds, a small window says so."""
        if Home.exists(path) and not is_fresh:
            return opened(path)
        from kanbandesk.ui.welcome.making import Making

        return Making().wait_for(lambda: opened(path, is_fresh=is_fresh))

    def open_window(self, home: Home) -> MainWindow:
        """Show the window on `home` and have the board read."""
        self._desk = desk_of(home)
        self._bridge = Bridge(self._desk, self)
        self._bridge.board_loaded.connect(lambda _snapshot: self._watch_paint())
        memory = Memory(home.path)
        self.window = MainWindow(self._bridge, self._themes, memory, language.available())
        self.window.closed.connect(self._app.quit)
        memory.restore(self.window)
        self._bridge.load(SHELL_FIRST)
        self.window.show()
        self.window.view.setFocus()
        if home.team is not None and not self.window.model.columns:
            self._watch_paint()  # its board may be hours away; the way to the server and to other boards is not
        self._app.commitDataRequest.connect(self._on_session_end)
        if isinstance(self._app, Application):
            self._app.link_opened.connect(lambda link: self.called([link]))
        return self.window

    def close(self) -> None:
        """Save what is under way and give everything back."""
        if self._doors is not None:
            self._doors.close()
        if self._desk is not None:
            self._bridge.close()
            self._desk.close()
        elif self._home is not None:
            self._home.close()
        self._journal.close()

    # -- after the board is there --

    def _watch_paint(self) -> None:
        """Wait for the first painting of the board; what comes right after it has gone to the screen."""
        if self.window is not None and not self._is_painted:
            self.window.view.viewport().installEventFilter(self)

    _is_painted = False

    @Slot()
    def on_painted(self) -> None:
        """The board is on the screen."""
        report("painted")
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        """Do what the first painting did not have to wait for."""
        gc.collect()
        gc.freeze()  # what was loaded is never looked at again: no pauses of 30 ms at 100,000 cards
        gc.enable()
        self._journal.open_file(journal.folder())
        assert self.window is not None
        assert self._home is not None
        assert self._desk is not None
        self._journal.told = self._tell_error
        self.window.memory.remember_board(self._home.path)
        from kanbandesk.app.doors import Doors

        self._doors = Doors(self, self.window, self._home)
        self._bridge.fetch(self._desk.warm_up(), self._on_warm, self._tell_unwell)
        if self._options.ticket:
            self.open_ticket(self._options.ticket)

    def _on_warm(self, complaints: Sequence[str]) -> None:
        report("warm")
        if complaints and self.window is not None:
            text = translate(
                "Notices", "Make a copy of the board's folder before you go on. SQLite says: {complaint}"
            )
            self.window.stage.notices.tell(
                translate("Notices", "The board's file is damaged"), fill(text, complaint=complaints[0])
            )

    def _tell_unwell(self, error: BaseException) -> None:
        log.error("The desk could not make ready to write", exc_info=error)
        if self.window is not None:
            self.window.stage.notices.tell(translate("Notices", "Nothing can be saved"), fault_text(error))

    def _tell_error(self, sentence: str) -> None:
        if self.window is None:
            return
        text = translate(
            "Notices", "{error}. Your board is saved; what happened stands in the log. It helps to tell us."
        )
        self.window.stage.notices.tell(
            translate("Notices", "Something went wrong in the program"),
            fill(text, error=sentence),
            answer=(translate("Notices", "Open the log folder"), open_logs),
        )

    # -- a second start, links --

    def called(self, words: list[str]) -> None:
        """Come to the front for a second start, and open the ticket that it names."""
        if self.window is None:
            return
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if ticket := link_in(words):
            self.open_ticket(ticket)

    def open_ticket(self, name: str) -> None:
        """Open the ticket with this number or id; say so when the board does not hold it."""
        assert self.window is not None
        cards = self.window.model.cards
        found = name if name in cards else ""
        if name.isdecimal():
            found = next((card.id for card in cards.values() if card.number == int(name)), "")
        if found:
            self.window.view.select([found], found)
            self.window.view.reveal(found)
            self.window.hands.cards.open(found)
        else:
            heading = fill(translate("Notices", "Ticket {name} is not on this board"), name=f"#{name}")
            self.window.stage.notices.tell(
                heading, translate("Notices", "It may be closed, or on another board.")
            )

    def _give_way(self, path: Path, fault: InUse) -> int:
        """The home is open elsewhere: hand the words over to its window, or say who has it."""
        from kanbandesk.app.instance import hand_over

        words = [f"kanbandesk://ticket/{self._options.ticket}"] if self._options.ticket else []
        if hand_over(path, words):
            self._journal.close()
            return 0
        return self._say(fault_text(fault))

    def _say(self, sentence: str) -> int:
        """Show why there is no window; where nobody looks at a terminal a message box says it."""
        from PySide6.QtWidgets import QMessageBox

        sys.stderr.write(f"kanbandesk: {sentence}\n")
        if self._app.platformName() not in ("offscreen", "minimal"):
            QMessageBox.critical(None, "KanbanDesk", sentence)
        self._journal.close()
        return 1

    # -- Qt --

    def _on_session_end(self, _manager: QSessionManager) -> None:
        """The system logs off: what is being typed is kept now, there may be no later."""
        if self.window is not None:
            self.window.keep_words()
            self.window.memory.keep(self.window, self.window.bench.sizes())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first painting that has columns; what is posted now comes right behind it, before any timer."""
        if event.type() is QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            watched.removeEventFilter(self)
            QMetaObject.invokeMethod(self, "on_painted", Qt.ConnectionType.QueuedConnection)
        return False


class Application(QApplication):
    """The QApplication; on a Mac links come to it as events."""

    link_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take links that the system hands over."""
        if isinstance(event, QFileOpenEvent):
            self.link_opened.emit(event.url().toString())
            return True
        return super().event(event)


def open_logs() -> None:
    """Show the folder of the logs in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(journal.folder())))
