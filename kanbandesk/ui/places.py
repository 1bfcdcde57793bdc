"""The places of the work area: the board, and pages that take its room, each made when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.theme.tokens import Theme

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow


class Place(QWidget):
    """A page beside the board's. Letters typed on it do to `targets` what they do on the board to the chosen cards."""

    ticket_wanted = Signal(str)  # to be opened in the panel beside
    current_changed = Signal(
        str
    )  # the ticket that the keyboard was moved to; empty: another one, but not by hand

    def targets(self) -> tuple[str, ...]:
        """Return the tickets that a deed means now."""
        return ()

    def anchor(self, ticket_id: str) -> QRect | None:
        """Return where a ticket lies on screen (global), so that sheets open beside it; None when it is not shown."""
        del ticket_id
        return None

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""

    def arrive(self) -> None:
        """Somebody has come here: show what is true now. The page gets the focus behind this."""


Maker = Callable[["MainWindow"], Place]


def _inbox(window: MainWindow) -> Place:
    from kanbandesk.ui.inbox.page import InboxPage

    return InboxPage(window)


def _waiting(window: MainWindow) -> Place:
    from kanbandesk.ui.waiting.page import WaitingPage

    return WaitingPage(window)


PLACES: Mapping[Act, Maker] = {Act.INBOX: _inbox, Act.WAITING: _waiting}
"""The places besides the board, in the rail's order; a maker imports its page when it is called, and not before."""


class Places(QObject):
    """Goes from place to place and keeps the pages that were made."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pages: dict[Act, Place] = {}
        self._current = Act.BOARD

    @property
    def current(self) -> Act:
        """Where we are; Act.BOARD on the board."""
        return self._current

    def page(self, act: Act) -> Place | None:
        """Return the page of a place, None while nobody was there."""
        return self._pages.get(act)

    def go(self, act: Act) -> None:
        """Go to a place, also from the welcome page; an open ticket stays open beside it."""
        window = self._window
        window.pages.setCurrentIndex(0)
        window.rail.mark(act)
        page = None if act is Act.BOARD else self._pages.get(act) or self._make(act)
        self._current = act
        window.top_bar.setVisible(page is None)
        window.bench.show_place(page)
        if page is not None:
            page.arrive()
            page.setFocus()
        window.hands.cards.refresh()
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        for page in self._pages.values():
            page.set_theme(theme)

    def _make(self, act: Act) -> Place:
        window = self._window
        page = self._pages[act] = PLACES[act](window)
        page.set_theme(window.stage.themes.theme)
        page.ticket_wanted.connect(window.hands.cards.open)
        page.current_changed.connect(self._on_current)
        return page

    def _on_current(self, ticket_id: str) -> None:
        self._window.hands.cards.refresh()
        if ticket_id and self._window.bench.shown not in ("", ticket_id):
            self._window.bench.open(ticket_id)
