"""The ways into a team: joining one from the welcome page, and signing in again where a session has ended."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QPushButton

from kanbandesk.app import boards
from kanbandesk.app.office import PeopleOffice
from kanbandesk.app.quiet import Quiet
from kanbandesk.app.sharing import Entry, SharedBoard, share_over_the_wire
from kanbandesk.app.team import Invited, accept_invitation, sign_in, sign_in_again, tokens_are_kept
from kanbandesk.models.faults import Fault
from kanbandesk.protocol import CODE_SETUP, INVITATION, Problem
from kanbandesk.ui.action_table import Act
from kanbandesk.ui.team.joining import AskingSheet, JoinSheet, SignInSheet
from kanbandesk.ui.team.people import PeoplePanel
from kanbandesk.ui.team.problems import NO_ADDRESS, joining_text
from kanbandesk.ui.team.sharing import ShareSheet
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.ui.welcome.page import Way
from kanbandesk.ui.words import fault_text, fill, translate
from kanbandesk.workflow.team import Connection, SyncStatus

if TYPE_CHECKING:
    from kanbandesk.app.homes import Home
    from kanbandesk.ui.main_window import MainWindow

log = logging.getLogger(__name__)

T = TypeVar("T")

_SIGN_IN_HELPS = (Connection.SIGNED_OUT, Connection.LOCKED)


class TeamDoors(QObject):
    """Asks, lets a thread speak with the server, and opens what it was let into by `open_board`."""

    def __init__(self, window: MainWindow, home: Home, open_board: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._window, self._home, self._open_board = window, home, open_board
        self._asking = ThreadPoolExecutor(1, "joining")
        self._accepted: dict[tuple[str, str], Invited] = {}
        self._people: PeopleOffice | None = None
        self.sheet: AskingSheet | None = None
        self.sign_in_button = QPushButton(translate("Team", "Sign in"), window)
        self.sign_in_button.setProperty("look", "link")
        self.sign_in_button.hide()
        self.sign_in_button.clicked.connect(self.sign_in)
        if window.team is not None:
            window.stage.status.add_button(self.sign_in_button)
            window.team.link.status_changed.connect(self._on_status)
            self._on_status(window.team.link.status)
        self._offer_deeds(is_team=window.team is not None)

    def _offer_deeds(self, *, is_team: bool) -> None:
        actions = self._window.actions_by_name
        actions.on(Act.SHARE, self.share)
        actions.on(Act.PEOPLE, self.show_people)
        self._window.people_office = self.office if is_team else None
        shared, alone = (
            translate("Reasons", "This board is a team's already."),
            translate("Reasons", "Nobody else works on this board; share it with a team first."),
        )
        actions.allow(Act.SHARE, shared if is_team else "")
        actions.allow(Act.PEOPLE, "" if is_team else alone)

    def close(self) -> None:
        """Ask no server any more."""
        self._asking.shutdown(wait=False, cancel_futures=True)
        if self._people is not None:
            self._people.close()

    # -- people --

    def office(self) -> PeopleOffice:
        """Return who is asked about people; for the team's own desk only."""
        if self._people is None:
            self._people = PeopleOffice(self._home)
        return self._people

    def show_people(self) -> None:
        """Show who works here."""
        window = self._window
        panel = PeoplePanel(window, window.stage.bridge, lambda: window.model.snapshot, self.office())
        panel.open_on_top()
        panel.setFocus()

    # -- sharing --

    def share(self) -> None:
        """Ask for a server, and bring this board there."""
        sheet = ShareSheet(self._window)
        sheet.confirmed.connect(lambda values: self._share(sheet, values))
        self._show(sheet, global_rect(self._window.top_bar))

    def _share(self, sheet: ShareSheet, values: dict[str, str]) -> None:
        if not (sheet.is_invitation() or values["login"]):
            sheet.complain(translate("Team", "Your login is needed, or an invitation link."))
            return
        host = values["address"].partition("//")[2].partition("/")[0]
        folder = boards.free_folder(f"{self._home.name} {host}")
        quiet = Quiet(self._window)

        def shared(_done: SharedBoard) -> None:
            sheet.wait(is_waiting=False)
            self._end(sheet)
            self._open_board(folder)
            self._window.close()  # its home is only read from now on

        def ask() -> SharedBoard:
            server, login = self._way_in(values)
            entry = Entry(server=server, login=login, password=values["password"], code=values["code"])
            return share_over_the_wire(self._home, entry, sheet.sent.emit, desk_folder=folder)

        self._ask(sheet, ask, shared, quiet.end)

    # -- joining --

    def join(self, address: str = "") -> None:
        """Ask for a server and who joins; a home of its own is opened in a window of its own."""
        sheet = JoinSheet(self._window, address=address)
        sheet.confirmed.connect(lambda values: self._join(sheet, values))
        welcome = self._window.welcome
        self._show(sheet, global_rect(welcome.offer(Way.TEAM) if welcome else self._window))

    def _way_in(self, values: dict[str, str]) -> tuple[str, str]:
        """Return address and login; an invitation is accepted once, also when a code is still to come."""
        address, password = values["address"], values["password"]
        if INVITATION not in address:
            return address, values["login"]
        if (address, password) not in self._accepted:
            self._accepted[address, password] = accept_invitation(address, password)
        invited = self._accepted[address, password]
        return invited.server, invited.login

    def _join(self, sheet: JoinSheet, values: dict[str, str]) -> None:
        if not (sheet.is_invitation() or values["login"]):
            sheet.complain(translate("Team", "Your login is needed, or an invitation link."))
            return

        def ask() -> Path:
            server, login = self._way_in(values)
            folder = boards.free_folder(f"{login} {server.partition('//')[2]}")
            sign_in(folder, server, login, values["password"], values["code"]).close()
            return folder

        def opened(folder: Path) -> None:
            self._end(sheet)
            self._open_board(folder)

        self._ask(sheet, ask, opened)

    # -- signing in again --

    def sign_in(self) -> None:
        """Ask for the password once more; the desk then goes on where it stood."""
        assert self._home.team is not None
        sheet = SignInSheet(self._window, login=self._home.team.login, address=self._home.team.server)
        sheet.confirmed.connect(lambda values: self._sign_in(sheet, values))
        self._show(sheet, global_rect(self.sign_in_button))

    def _sign_in(self, sheet: SignInSheet, values: dict[str, str]) -> None:
        def signed_in(_nothing: None) -> None:
            self._end(sheet)
            team = self._window.stage.bridge.desk.team
            assert team is not None
            team.resume()
            if not tokens_are_kept():
                words = translate(
                    "Team", "This computer has no keyring, so you will be asked again at the next start."
                )
                self._window.stage.notices.tell(translate("Team", "Signed in"), words, tone="good")

        self._ask(sheet, lambda: sign_in_again(self._home, values["password"], values["code"]), signed_in)

    # -- both --

    def _show(self, sheet: AskingSheet, anchor: QRect) -> None:
        if self.sheet is not None:
            self._end(self.sheet)
        self.sheet = sheet
        sheet.dismissed.connect(lambda: self._end(sheet))
        sheet.open_beside(anchor)
        sheet.start()

    def _end(self, sheet: AskingSheet) -> None:
        if self.sheet is sheet:
            self.sheet = None
            sheet.vanish()

    def _ask(
        self,
        sheet: AskingSheet,
        ask: Callable[[], T],
        then: Callable[[T], None],
        failing: Callable[[], None] = lambda: None,
    ) -> None:
        sheet.wait(is_waiting=True)
        future: Future[T] = self._asking.submit(ask)

        def failed(error: BaseException) -> None:
            failing()
            if self.sheet is not sheet:
                return
            sheet.wait(is_waiting=False)
            if isinstance(error, Problem) and error.code == CODE_SETUP:
                sheet.offer_key(str(error.params.get("secret", "")))
            else:
                sheet.complain(why(error))

        def came(value: T) -> None:
            if self.sheet is sheet:
                then(value)

        self._window.stage.bridge.fetch(future, came, failed)

    def _on_status(self, status: SyncStatus) -> None:
        self.sign_in_button.setVisible(status.connection in _SIGN_IN_HELPS)


def why(error: BaseException) -> str:
    """Return why the server did not let somebody in."""
    from kanbandesk.sync.reach import Unreachable

    if isinstance(error, Problem):
        return joining_text(error.code, error.params)
    if isinstance(error, Unreachable):
        return joining_text(error.code, {})
    if isinstance(error, ValueError):
        return joining_text(NO_ADDRESS, {})
    if isinstance(error, Fault | OSError):
        return fault_text(error)
    log.error("Joining failed", exc_info=error)
    return fill(translate("Joining", "It did not work: {error}."), error=str(error))
