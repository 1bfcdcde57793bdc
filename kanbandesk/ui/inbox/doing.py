"""What the inbox's buttons do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.sheets.deeds import DeedSheets, Spot
from kanbandesk.ui.stage import Subject
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.workflow.records import Task, TaskKind

if TYPE_CHECKING:
    from kanbandesk.ui.inbox.page import InboxPage
    from kanbandesk.ui.inbox.rows import Row
    from kanbandesk.ui.main_window import MainWindow


class InboxDeeds:
    """Gives the commands that a row's buttons stand for."""

    def __init__(self, window: MainWindow, page: InboxPage) -> None:
        self._window, self._stage, self._page = window, window.stage, page
        self.sheets = DeedSheets(window.stage.bridge, lambda: window.model.snapshot)
        self._ways: dict[Deed, Callable[[Row], object]] = {
            Deed.CLAIM: lambda row: window.hands.cards.claim([row.ticket_id]),
            Deed.ACCEPT: lambda row: window.hands.cards.claim([row.ticket_id]),
            Deed.OPEN: page.open_row,
            Deed.READ: page.open_row,
            Deed.ACKNOWLEDGE: lambda row: window.hands.notifying.acknowledge(row.ticket_id),
            Deed.ANSWER: self._answer,
            Deed.RETRY: lambda row: self._returned(row, "retry"),
            Deed.EDIT: lambda row: self._returned(row, "edit"),
            Deed.DISCARD: lambda row: self._returned(row, "discard"),
            Deed.BOARD: lambda _row: page.go_to_board(),
        }

    def do(self, row: Row, deed: Deed) -> None:
        """Do what a button of a row says."""
        self._ways[deed](row)

    def _returned(self, row: Row, name: str) -> None:
        team, uid = self._window.team, row.key.removeprefix("returned:")
        if team is not None:
            {"retry": team.retry, "edit": team.edit, "discard": team.discard}[name](uid)

    def _answer(self, row: Row) -> None:
        """Ask for what came of a task, in a sheet beside its row; a review is done on the ticket itself."""
        task_id = row.key.removeprefix("task:")
        now = self._stage.bridge.now()
        task = next((task for task in self._window.book.my_tasks(now) if task.id == task_id), None)
        if task is None:
            return
        if task.kind in (TaskKind.REVIEW, TaskKind.PHANTOM):
            self._page.open_row(row)
            return
        if (card := self._stage.card(row.ticket_id)) is not None:
            self._ask(row, card, task)
            return
        future = self._stage.bridge.desk.ticket(row.ticket_id)  # closed long ago: the board holds it no more
        self._stage.bridge.fetch(future, lambda detail: self._ask(row, detail.ticket, task))

    def _ask(self, row: Row, ticket: Subject, task: Task) -> None:
        anchor = self._page.anchor(row.ticket_id) or global_rect(self._page.list)
        self.sheets.answer(Spot(self._stage.window, anchor), ticket, task)
