"""The work area: the board or another place, and beside it the ticket that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.workflow.cards import BoardSnapshot, Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kanbandesk.ui.places import Place
    from kanbandesk.ui.ticket.panel import TicketPanel
    from kanbandesk.workflow.tickets import Ticket

PANEL = 560  # px, where no other width is remembered
LEAST_BOARD = 320  # px


class Workbench(QSplitter):
    """Board left, panel right; the panel is made when a ticket is first opened.

    `left_by_escape` comes when Escape was pressed and neither board nor panel had use for it.
    """

    ticket_shown = Signal(str)
    panel_closed = Signal()
    transition_requested = Signal(str, str)  # ticket, status
    left_by_escape = Signal()

    def __init__(
        self, board: QWidget, bridge: Bridge, theme: Theme, snapshot: Callable[[], BoardSnapshot]
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._bridge, self._theme, self._snapshot = bridge, theme, snapshot
        self._board = board
        self._room = QStackedWidget()  # the board, and whatever takes its place
        self._room.addWidget(board)
        self._place: Place | None = None
        self._panel: TicketPanel | None = None
        self._shown = ""
        self._widths: Sequence[int] = ()
        self._apart: list[TicketPanel] = []
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._room.setMinimumWidth(LEAST_BOARD)
        self.addWidget(self._room)

    @property
    def panel(self) -> TicketPanel | None:
        """The panel, None while no ticket was opened."""
        return self._panel

    @property
    def shown(self) -> str:
        """The id of the ticket in the panel, empty when it is closed."""
        return self._shown

    @property
    def place(self) -> Place | None:
        """The page that has the board's room, None while the board has it."""
        return self._place

    def show_place(self, page: Place | None) -> None:
        """Show a page in the board's room, or the board again; the panel beside stays as it is."""
        self._place = page
        if page is None:
            self._room.setCurrentWidget(self._board)
            self._board.setFocus()
            return
        if self._room.indexOf(page) < 0:
            self._room.addWidget(page)
        self._room.setCurrentWidget(page)

    def anchor(self, ticket_id: str) -> QRect | None:
        """Return where a page in the board's room shows a ticket (global); None on the board, and where it does not."""
        return None if self._place is None else self._place.anchor(ticket_id)

    def ticket(self, ticket_id: str) -> Ticket | None:
        """Return the ticket that some panel shows, None when none shows it."""
        shown = (panel.ticket for panel in self._panels())
        return next((ticket for ticket in shown if ticket is not None and ticket.id == ticket_id), None)

    def remember_widths(self, widths: Sequence[int]) -> None:
        """Use these widths of board and panel when a ticket is opened."""
        self._widths = widths

    def open(self, ticket_id: str) -> TicketPanel:
        """Show a ticket in the panel; the focus stays where it is."""
        panel = self._panel or self._make_panel()
        was_hidden = panel.isHidden()
        panel.show_ticket(ticket_id, self._snapshot)
        self._shown = ticket_id
        panel.show()
        if was_hidden:
            self._share_room()
        self.ticket_shown.emit(ticket_id)
        return panel

    def open_for(self, ticket_id: str, deed: Callable[[TicketPanel], object]) -> None:
        """Show a ticket in the panel, and do something there once it has been read; not when another came instead."""
        panel = self.open(ticket_id)
        if panel.ticket is not None:
            deed(panel)
            return

        def take(read_id: str) -> None:
            panel.read.disconnect(take)
            if read_id == ticket_id:
                deed(panel)

        panel.read.connect(take)

    def open_apart(self, ticket_id: str) -> TicketPanel:
        """Show a ticket in a window of its own, that goes with its panel or with the main window."""
        from kanbandesk.ui.ticket.panel import TicketPanel

        panel = TicketPanel(self._bridge, self._theme)
        panel.setParent(self.window(), Qt.WindowType.Window)
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel.closed.connect(panel.close)
        panel.ticket_link_activated.connect(self.open)
        panel.transition_requested.connect(self.transition_requested)
        panel.destroyed.connect(lambda: self._apart.remove(panel))
        panel.show_ticket(ticket_id, self._snapshot)
        panel.resize(PANEL, self.window().height() * 4 // 5)
        panel.show()
        self._apart.append(panel)
        return panel

    def close_panel(self) -> None:
        """Put the panel away; what was typed there is kept as a draft."""
        if self._panel is not None and self._shown:
            self._widths = self.sizes()
            self._shown = ""
            self._panel.hide()
            (self._place or self._board).setFocus()
            self.panel_closed.emit()

    def apply(self, changes: Changes) -> None:
        """Let the panel read its ticket anew when it is among those changed."""
        ids = {card.id for card in changes.cards}
        for panel in self._panels():
            panel.refresh_if(ids)
        if self._shown in changes.removed:
            self.close_panel()

    def has_focus_in_panel(self) -> bool:
        """Tell whether what is being worked on is the open ticket."""
        focused = QApplication.focusWidget()
        if self._panel is None or focused is None or not self._shown:
            return False
        return focused is self._panel or self._panel.isAncestorOf(focused)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        for panel in self._panels():
            panel.set_theme(theme)

    def _panels(self) -> list[TicketPanel]:
        return [*self._apart, *([self._panel] if self._panel is not None else [])]

    def _make_panel(self) -> TicketPanel:
        from kanbandesk.ui.ticket.panel import TicketPanel

        panel = TicketPanel(self._bridge, self._theme)
        panel.hide()
        panel.closed.connect(self.close_panel)
        panel.window_requested.connect(self.open_apart)
        panel.ticket_link_activated.connect(self.open)
        panel.transition_requested.connect(self.transition_requested)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._panel = panel
        return panel

    def _share_room(self) -> None:
        width = self.width()
        panel = self._widths[1] if len(self._widths) == 2 and self._widths[1] else PANEL
        panel = max(360, min(panel, width - LEAST_BOARD))
        self.setSizes([width - panel, panel])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left_by_escape.emit()
            return
        super().keyPressEvent(event)
