"""The ways in and out of a running window: second starts, other boards, imports, the end of the session."""

from __future__ import annotations

import logging
import signal
import socket
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QSocketNotifier
from PySide6.QtWidgets import QApplication, QFileDialog

from kanbandesk.app import boards
from kanbandesk.app.homes import BOARD, Home
from kanbandesk.app.instance import Instance
from kanbandesk.app.language import spoken
from kanbandesk.app.membership import Membership
from kanbandesk.app.team_doors import TeamDoors
from kanbandesk.app.zones import desk_zone
from kanbandesk.models.boardfile import open_for_reading, read_meta
from kanbandesk.models.faults import Fault
from kanbandesk.server.core.languages import ENVIRONMENT
from kanbandesk.ui.sheets.fields import LineField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.ui.welcome.page import Way
from kanbandesk.ui.words import fault_text, fill, translate
from kanbandesk.ui.words.importing import ImportWords

if TYPE_CHECKING:
    from kanbandesk.app.program import Program
    from kanbandesk.ui.main_window import MainWindow

log = logging.getLogger(__name__)


class Doors(QObject):
    """Made after the first painting; nothing here is needed to see the board."""

    def __init__(self, program: Program, window: MainWindow, home: Home) -> None:
        super().__init__(program)
        self._window, self._home = window, home
        self._instance = Instance(home.path, self)
        self._instance.called.connect(program.called)
        self._imports: list[QProcess] = []
        self.team = TeamDoors(window, home, self.open_board)
        deeds = window.hands.deeds
        deeds.boards_wanted.connect(self.show_boards)
        deeds.logs_wanted.connect(_open_logs)
        deeds.about_wanted.connect(self.show_about)
        if home.is_demo:
            from kanbandesk.ui.welcome.invitation import invite

            invite(window)
        self._signals = (
            _Signals(self) if hasattr(signal, "set_wakeup_fd") and sys.platform != "win32" else None
        )

    def close(self) -> None:
        """Let nobody in any more."""
        self._instance.close()
        self.team.close()
        if self._signals is not None:
            self._signals.close()
        for process in self._imports:
            process.terminate()

    # -- boards --

    def show_boards(self) -> None:
        """Show the welcome page."""
        is_first = self._window.welcome is None
        boards_lately = [(name_of(path), path) for path in self._window.memory.boards()]
        page = self._window.show_welcome(boards_lately, self._home.path)
        if is_first:
            page.way_chosen.connect(self.take)
            page.board_chosen.connect(self.open_board)

    def take(self, way: Way) -> None:
        """Go one of the ways to a board."""
        if way is Way.DEMO:
            start_window("--demo")
        elif way is Way.NEW:
            self._ask_new()
        elif way is Way.IMPORT:
            self._ask_file()
        elif way is Way.TEAM:
            self.team.join()

    def open_board(self, path: Path) -> None:
        """Open another board in a window of its own: each home has its own process."""
        start_window("--home", str(path))

    def _ask_new(self) -> None:
        board = LineField("name", translate("Welcome", "Name of the board"))
        me = LineField("me", translate("Welcome", "Your name"))
        me.restore(boards.person())
        sheet = Sheet(
            self._window,
            title=translate("Welcome", "A board on this computer"),
            detail=fill(
                translate("Welcome", "Kept in {folder}"), folder=str(Home.default_path().parent / "boards")
            ),
            verb=translate("Welcome", "Create"),
            fields=[board, me],
        )

        def create(values: dict[str, str]) -> None:
            path = boards.free_folder(values["name"])
            try:
                home = Home.create(
                    path, name=values["name"], me=values["me"], time_zone=desk_zone(), language=spoken()
                )
                home.close()
            except (Fault, OSError) as error:
                sheet.complain(fault_text(error))
                return
            sheet.vanish()
            self.open_board(path)

        sheet.confirmed.connect(create)
        welcome = self._window.welcome
        sheet.open_beside(global_rect(welcome.offer(Way.NEW) if welcome else self._window))
        sheet.start()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self._window, translate("Welcome", "Import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.import_file(Path(file)))
        dialog.open()

    def import_file(self, file: Path) -> None:
        """Read a file into a new board: a child process parses it, this one stays at hand."""
        home = boards.free_folder(file.stem.split(".")[0])
        process = QProcess(self)
        surroundings = QProcessEnvironment.systemEnvironment()
        surroundings.insert(ENVIRONMENT, spoken())
        process.setProcessEnvironment(surroundings)
        said = ImportWords(file.name)

        def hear() -> None:
            while process.canReadLine():
                words = said.hear(bytes(process.readLine().data()))
                if words:
                    self._window.stage.status.say(words)

        def done(status: int) -> None:
            hear()
            words = said.summary(is_done=status == 0)
            if errors := bytes(process.readAllStandardError().data()).decode(errors="replace").strip():
                log.error("The import of a file failed: %s", errors)
            if status == 0:
                heading = fill(translate("Welcome", "{file} has been imported"), file=file.name)
                answer = (translate("Welcome", "Open the board"), lambda: self.open_board(home))
                self._window.stage.notices.tell(heading, words, answer=answer, tone="good")
            else:
                heading = fill(translate("Welcome", "{file} was not imported"), file=file.name)
                self._window.stage.notices.tell(heading, words)

        process.readyReadStandardOutput.connect(hear)
        process.finished.connect(done)
        self._imports.append(process)
        process.start(
            sys.executable, ["-m", "kanbandesk", "--home", str(home), "import", "--for-window", str(file)]
        )

    # -- help --

    def show_about(self) -> None:
        """Say what this is, and under which licences."""
        from kanbandesk.ui.about import About

        panel = About(self._window, QApplication.applicationVersion(), self._home.path)
        panel.open_on_top()
        panel.setFocus()


def name_of(path: Path) -> str:
    """Return how a home calls itself; its folder's name when it cannot be read."""
    try:
        if Membership.exists(path):
            return Membership.read(path).workspace or path.name
        connection = open_for_reading(path / BOARD)
        try:
            return read_meta(connection).get("name") or path.name
        finally:
            connection.close()
    except (sqlite3.Error, OSError, Fault):
        return path.name


def start_window(*words: str) -> bool:
    """Start another process with a window."""
    return bool(QProcess.startDetached(sys.executable, ["-m", "kanbandesk", "open", *words])[0])


def _open_logs() -> None:
    from kanbandesk.app.program import open_logs

    open_logs()


class _Signals(QObject):
    """Ends the program in order on SIGTERM, SIGINT and SIGHUP: Qt's loop alone would not let Python see them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, lambda _number, _frame: None)
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
        }
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()

    def _on_signal(self) -> None:
        self._reading.recv(64)
        for window in QApplication.topLevelWidgets():
            window.close()
        QApplication.quit()
