"""What the waiting room's buttons do: remind, hold, call, another channel, close as silent (R10, S1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.nudging import Nudging
from kanbandesk.ui.sheets.sheet import Sheet

if TYPE_CHECKING:
    from kanbandesk.ui.inbox.rows import Row
    from kanbandesk.ui.main_window import MainWindow
    from kanbandesk.ui.waiting.page import WaitingPage


class WaitingDeeds:
    """Gives the commands that a row's buttons stand for."""

    def __init__(self, window: MainWindow, page: WaitingPage) -> None:
        self._window, self._stage, self._page = window, window.stage, page
        self._nudging = Nudging(window.stage)
        self._ways: dict[Deed, Callable[[Row], object]] = {
            Deed.OPEN: page.open_row,
            Deed.CALL: lambda row: self._write(row, "call"),
            Deed.CHANNEL: lambda row: self._write(row, "answer"),
            Deed.CLOSE_SILENT: lambda row: self._nudging.close(row.ticket_id),
            Deed.REMIND: self._remind,
            Deed.HOLD: lambda row: self._nudging.hold(row.ticket_id, is_off=True),
            Deed.RELEASE: lambda row: self._nudging.hold(row.ticket_id, is_off=False),
        }

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open, None when nothing is being asked."""
        return self._nudging.sheets.sheet

    def do(self, row: Row, deed: Deed) -> None:
        """Do what a button of a row says."""
        self._ways[deed](row)

    def _write(self, row: Row, kind: str) -> None:
        """Open the ticket where a call is noted, or an answer is written by another channel."""
        self._window.bench.open(row.ticket_id).focus_composer(kind)

    def _remind(self, row: Row) -> None:
        """Show the reminder that was prepared, to be changed and sent."""
        anchor = self._page.anchor(row.ticket_id) or self._stage.anchor_of(row.ticket_id)
        if (card := self._stage.card(row.ticket_id)) is not None:
            self._nudging.remind(card, self._page.reminded(row.ticket_id).prepared, anchor)
