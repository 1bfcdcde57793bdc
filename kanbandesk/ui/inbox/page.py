"""The inbox: everything that wants this person's eye, in one list. Nothing is only a toast."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.inbox.contents import InboxContents
from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.inbox.doing import InboxDeeds
from kanbandesk.ui.inbox.listing import RowList
from kanbandesk.ui.inbox.rows import Row, RowKind
from kanbandesk.ui.notifying.presence import AwayButton, shift_words
from kanbandesk.ui.offers import house_of
from kanbandesk.ui.places import Place
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel, caption
from kanbandesk.ui.widgets.ring import step_of
from kanbandesk.ui.words import translate

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow

WIDEST = 980  # px: longer lines are hard to read
_WORDS_TURN = 20_000  # ms after which lengths of time read differently


class InboxPage(Place):
    """Reads what the window's books hold while it is shown, and nothing while it is hidden."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("InboxPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._stage = window, window.stage
        self._notifying = window.hands.notifying
        self._book = self._notifying.book
        self._contents = InboxContents(window)
        self._deeds = InboxDeeds(window, self)
        self.title = PlainLabel(translate("Inbox", "Inbox"), look="page")
        self.standing = QPushButton()
        self.standing.setProperty("look", "quiet")
        self.standing.setToolTip(translate("Away", "Who is here"))
        self.standing.clicked.connect(lambda: self._notifying.open_who(self.standing))
        self.read_all = QPushButton(translate("Inbox", "Mark all as read"))
        self.read_all.clicked.connect(self._book.mark_all_read)
        self.manners = QToolButton()
        self.manners.setProperty("look", "icon")
        self.manners.setAccessibleName(translate("Manners", "How you are told"))
        self.manners.setToolTip(translate("Manners", "How you are told"))
        self.manners.clicked.connect(lambda: self._notifying.open_manners(self.manners))
        self.away = AwayButton(self._notifying.presence)
        self.list = RowList(self._stage.themes.theme, self._stage.bridge.now)
        self.list.setAccessibleName(translate("Inbox", "Inbox"))
        self.setFocusProxy(self.list)
        self._lay_out()
        self._rings = QTimer(self)
        self._rings.setTimerType(Qt.TimerType.PreciseTimer)
        self._rings.timeout.connect(self._tick)
        self._words = QTimer(self, interval=_WORDS_TURN)
        self._words.timeout.connect(self.refresh)
        self._soon = QTimer(self, interval=0, singleShot=True)  # one reading for all that arrives in one turn
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        for part in (self.standing, self.away, self.manners, self.read_all):
            self.head.addWidget(part)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(14)
        column.addLayout(self.head)
        column.addWidget(self.list, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 0, 24, 0)
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)

    def _connect(self) -> None:
        bridge = self._stage.bridge
        for signal in (self._book.changed, self._notifying.offered.changed):
            signal.connect(self._look_again)
        bridge.board_loaded.connect(self._on_news)
        bridge.changes_arrived.connect(self._on_news)
        if self._window.team is not None:
            self._window.team.returned_changed.connect(self._look_again)
        self.list.deed_wanted.connect(self._deeds.do)
        self.list.current_row_changed.connect(self._on_current)

    # -- as a place --

    def targets(self) -> tuple[str, ...]:
        row = self.list.current_row()
        return (row.ticket_id,) if row is not None and row.ticket_id else ()

    def anchor(self, ticket_id: str) -> QRect | None:
        return self.list.anchor(ticket_id)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)
        self.manners.setIcon(icons.icon("bell", theme.ink_muted, 18))

    def arrive(self) -> None:
        self._notifying.echo.toast.vanish()  # what it says stands here
        self._contents.begin()
        self.refresh()

    # -- what is shown --

    def refresh(self) -> None:
        """Show what is true now; nothing while nobody looks."""
        if not self.isVisible() and self._window.bench.place is not self:
            return
        now, model = self._stage.bridge.now(), self._stage.model
        self._contents.read_closed(now, while_alive(self, self._on_news))
        shown = self._contents.rows(now)
        self.list.show_rows(shown, self._notifying.offered.offers.whole)
        words = self._standing()
        self.standing.setText(caption(words))
        self._show_standing()
        self.read_all.setEnabled(bool(self._book.unread()))
        has_rings = any(row.due_at is not None for row in shown)
        if not has_rings or not model.columns:
            self._rings.stop()
        elif not self._rings.isActive():
            self._rings.start(step_of(self))

    def _standing(self) -> str:
        """Return who is there for one's line: "First line · 3 of 5 on shift"."""
        snapshot, now = self._stage.model.snapshot, self._stage.bridge.now()
        return shift_words(snapshot.me, house_of(snapshot), now)

    # -- how --

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_standing()

    def _show_standing(self) -> None:
        """Say who is there where there is room; where there is little, the buttons beside it go before they are cut."""
        margins = self.layout().contentsMargins()  # type: ignore[union-attr]
        room = self.width() - margins.left() - margins.right()
        room -= sum(part.sizeHint().width() + self.head.spacing() for part in (self.title, self.manners))
        for part, is_wanted in (
            (self.read_all, True),
            (self.away, True),
            (self.standing, bool(self.standing.text())),
        ):
            width = part.sizeHint().width() + self.head.spacing()
            part.setVisible(is_wanted and width <= room)
            room -= width

    def _on_news(self, _news: object) -> None:
        self._look_again()

    def _look_again(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _tick(self) -> None:
        now = self._stage.bridge.now()
        if any(row.due_at is not None and row.due_at <= now for row in self.list.row_model.rows):
            self.refresh()
        else:
            self.list.tick()

    def _on_current(self) -> None:
        row = self.list.current_row()
        by_hand = row is not None and not self.list.is_showing
        self.current_changed.emit(row.ticket_id if row is not None and by_hand else "")

    def open_row(self, row: Row) -> None:
        """Open a row's ticket beside the list; what it says is read by that."""
        if row.kind is RowKind.NOTICE and not (row.is_unread and Deed.ACKNOWLEDGE in row.deeds):
            self._book.mark_read([row.key.removeprefix("notice:")])
        if row.ticket_id:
            self.ticket_wanted.emit(row.ticket_id)

    def go_to_board(self) -> None:
        """Leave for the board."""
        QTimer.singleShot(0, self, partial(self._window.places.go, Act.BOARD))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._words.start()
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for timer in (self._rings, self._words, self._soon):
            timer.stop()
