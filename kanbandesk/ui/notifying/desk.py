"""What tells this person something: the number on the rail, toasts and system notifications, the alarm's banner."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.notifying import wording
from kanbandesk.ui.notifying.alarm import AlarmBanner
from kanbandesk.ui.notifying.attention import Attention
from kanbandesk.ui.notifying.echo import Echo
from kanbandesk.ui.notifying.offered import OfferBook
from kanbandesk.ui.notifying.presence import AwayButton, Presence
from kanbandesk.ui.notifying.quiet import keep_manners, kept_manners
from kanbandesk.ui.notifying.watching import AlarmWatch, TakenNote
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.ui.words import Names, fill, plain_line, refusal_text, translate
from kanbandesk.workflow.ageing import PROBLEM
from kanbandesk.workflow.cards import BoardSnapshot, Changes, Receipt
from kanbandesk.workflow.records import NoticeKind, Notification

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow

_PASSING = (NoticeKind.OFFERED, NoticeKind.TRANSFERRED)
"""Kinds that mean nothing any more once somebody has taken the ticket."""


class Notifying(QObject):
    """Made with the window's hands, behind the first painting."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.book = window.book
        self.offered = OfferBook(window.model, self)
        self.presence = Presence(window.stage)
        self.echo = Echo(window.stage, lambda: kept_manners(window.memory.person))
        self.attention = Attention(window, self.echo.tray)
        self.banner = AlarmBanner()
        self.watch = AlarmWatch(window.stage.bridge, self.book, self)
        self.book.is_lapsed = self._is_lapsed
        self._place()
        self._connect()
        self.offered.begin()
        self.show_count()
        self.watch.look()

    def _place(self) -> None:
        """Put the banner above whatever place is open, and the switch beside those who are here."""
        board_page = self._window.pages.widget(0)
        page = board_page.layout() if board_page is not None else None
        assert isinstance(page, QBoxLayout)
        page.insertWidget(page.indexOf(self._window.bench), self.banner)
        self.away = AwayButton(self.presence)
        self._window.top_bar.show_people(self.away)

    def _connect(self) -> None:
        window, bridge = self._window, self._window.stage.bridge
        # Methods, not lambdas: bridge and themes may outlive the window.
        bridge.board_loaded.connect(self._on_board)
        bridge.changes_arrived.connect(self._on_changes)
        self.book.changed.connect(self.show_count)
        self.book.told.connect(self.echo.tell)
        self.offered.changed.connect(self.show_count)
        self.echo.pressed.connect(self._go_to)
        self.echo.unheard.connect(self.attention.call)
        self.banner.acknowledged.connect(self.acknowledge)
        self.banner.open_wanted.connect(self._go_to)
        self.watch.settled.connect(self._on_settled)
        window.bench.ticket_shown.connect(self.book.mark_ticket_read)
        window.stage.themes.changed.connect(self._on_theme)
        window.closed.connect(self.echo.close)
        if window.team is not None:
            window.team.returned_changed.connect(self.show_count)

    def _on_board(self, _snapshot: BoardSnapshot) -> None:
        self.offered.begin()
        self.presence.changed.emit()
        self.watch.look()

    def _on_changes(self, changes: Changes) -> None:
        self.offered.apply(changes)
        self.presence.changed.emit()
        self.watch.apply(changes)

    def _on_theme(self, _theme: Theme) -> None:
        self.show_count()
        self.presence.changed.emit()

    @property
    def came_back(self) -> int:
        """How much the server could not take (0 on a desk of one computer)."""
        return len(self._window.team.told_returned()) if self._window.team is not None else 0

    @property
    def count(self) -> int:
        """What waits in the inbox: what has not been read, and what came back."""
        return len(self.book.unread()) + self.came_back

    def show_count(self) -> None:
        """Show how much waits, on the rail and on the program's icon, and the alarm that stands."""
        window, count = self._window, self.count
        window.rail.show_count(Act.INBOX, count, translate("Inbox", "%n unread", None, count))
        self.echo.tray.show_count(count)
        self.attention.keep({notice.id for notice in self.book.unread()})
        self.banner.show_alarms(self.book.alarms(), window.stage.bridge.now(), window.stage.themes.theme)

    def acknowledge(self, ticket_id: str) -> None:
        """Take note of a Problem (R7c): no more alarms of it, and what was told of it is read."""
        from kanbandesk.workflow.commands import AcknowledgeAlarm

        stage = self._window.stage
        ids = [notice.id for notice in self.book.notices() if notice.ticket_id == ticket_id]

        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                self.book.mark_read(ids)
                return
            deed = fill(translate("Undo", "Take note of {cards}"), cards=stage.named([ticket_id]))
            reason = refusal_text(receipt.code, receipt.params, stage.model.snapshot)
            stage.notices.tell(fill(translate("Notices", "Not done: {deed}"), deed=deed), reason)

        stage.bridge.submit(AcknowledgeAlarm(ticket_id=ticket_id), done)

    def _on_settled(self, note: TakenNote) -> None:
        """Say who has taken note of an alarm, unless it was oneself."""
        snapshot = self._window.model.snapshot
        who = plain_line(Names.of(snapshot).agents.get(note.agent_id, ""), 60)
        if who and note.agent_id != snapshot.me.id:
            self.echo.say(
                wording.taken_note(who), wording.subject(note.alarm), "circle-check", note.alarm.ticket_id
            )

    def open_manners(self, anchor: QWidget) -> None:
        """Ask how one wants to be told, beside `anchor`."""
        from kanbandesk.ui.notifying.manners_panel import MannersPanel

        person = self._window.memory.person
        panel = MannersPanel(self._window, kept_manners(person))
        panel.chosen.connect(partial(keep_manners, person))
        panel.open_below(global_rect(anchor))
        panel.setFocus()

    def open_who(self, anchor: QWidget | None = None) -> None:
        """Show who is here, below `anchor`, else below the switch of one's own presence."""
        from kanbandesk.ui.notifying.who_is_here import WhoIsHere

        panel = WhoIsHere(self._window, self._window.model, self.presence)
        beside = anchor or self.away
        if beside.isVisible():
            panel.open_below(global_rect(beside))
        else:
            panel.open_on_top()
        panel.setFocus()

    def _go_to(self, ticket_id: str) -> None:
        """Open a ticket, or the inbox."""
        window = self._window
        if ticket_id:
            window.places.go(window.places.current)
            window.hands.cards.open(ticket_id)
        else:
            window.places.go(Act.INBOX)

    def _is_lapsed(self, notice: Notification) -> bool:
        """Tell whether a notification means nothing any more: an offer that is gone, an alarm of what is no Problem."""
        if notice.kind is NoticeKind.ALARM:
            card = self._window.model.cards.get(notice.ticket_id)
            return card is not None and card.sla_class != PROBLEM
        return notice.kind in _PASSING and not self.offered.holds(notice.ticket_id)
