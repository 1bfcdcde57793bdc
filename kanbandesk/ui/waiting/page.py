"""The waiting room's page: figures, the share of each age, and the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kanbandesk.ui.board import signs
from kanbandesk.ui.inbox.rows import Row
from kanbandesk.ui.places import Place
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.waiting import rows
from kanbandesk.ui.waiting.doing import WaitingDeeds
from kanbandesk.ui.waiting.listing import WaitingList
from kanbandesk.ui.waiting.rows import Order, Reminded, Standing, Whose
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import Names, fill, short_duration, translate
from kanbandesk.workflow.cards import Card, TicketDetail

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow

_WORDS_TURN = 20_000  # ms after which lengths of time read differently


class Shares(QWidget):
    """A thin strip: how many of the clients are silent for how long."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._levels: tuple[int, ...] = (0, 0, 0, 0)
        self.setFixedHeight(8)

    def show_levels(self, levels: tuple[int, ...]) -> None:
        """Show these counts of the levels 0-3."""
        self._levels = levels
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        total, left = sum(self._levels) or 1, 0.0
        for level, count in enumerate(self._levels):
            width = self.width() * count / total
            painter.setBrush(signs.stripe_color(self._theme, level))
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 3, 3)
            left += width


class WaitingPage(Place):
    """Everybody who owes us an answer; reads what the board holds while it is shown, and nothing while hidden."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("WaitingPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._stage = window, window.stage
        self._reminded: dict[str, Reminded] = {}
        self._asked: dict[str, int] = {}
        self.deeds = WaitingDeeds(window, self)
        theme = self._stage.themes.theme
        self.title = PlainLabel(translate("Waiting", "Waiting room"), look="page")
        self.standing = PlainLabel("", look="muted")
        self.whose = _choice(
            translate("Waiting", "Whose tickets"),
            {
                Whose.ALL: translate("Waiting", "Everybody's"),
                Whose.LINES: translate("Waiting", "My lines"),
                Whose.MINE: translate("Waiting", "Mine"),
            },
        )
        self.order = _choice(
            translate("Waiting", "Order"),
            {
                Order.SILENCE: translate("Waiting", "By silence"),
                Order.CLIENT: translate("Waiting", "By client"),
                Order.OWNER: translate("Waiting", "By person"),
            },
        )
        self.shares = Shares(theme)
        self.list = WaitingList(theme, self._stage.bridge.now)
        self.list.setAccessibleName(translate("Waiting", "Waiting room"))
        self.empty = PlainLabel(translate("Waiting", "No client owes us an answer."), look="muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._turn = QTimer(self, interval=_WORDS_TURN)
        self._turn.timeout.connect(self.refresh)
        self._soon = QTimer(self, interval=0, singleShot=True)  # one reading for all that arrives in one turn
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.standing, 1)
        head.addWidget(self.whose)
        head.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.shares)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        bridge = self._stage.bridge
        bridge.board_loaded.connect(lambda _snapshot: self._look_again())
        bridge.changes_arrived.connect(lambda _changes: self._look_again())
        self.list.deed_wanted.connect(self.deeds.do)
        self.list.current_row_changed.connect(self._on_current)
        self.list.verticalScrollBar().valueChanged.connect(lambda _value: self._read_stories())
        for choice in (self.whose, self.order):
            choice.currentIndexChanged.connect(lambda _index: self.refresh())

    # -- as a place --

    def targets(self) -> tuple[str, ...]:
        row = self.list.current_row()
        return () if row is None else (row.ticket_id,)

    def anchor(self, ticket_id: str) -> QRect | None:
        return self.list.anchor(ticket_id)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)
        self.shares.set_theme(theme)

    def arrive(self) -> None:
        self.refresh()

    # -- what is shown --

    def refresh(self) -> None:
        """Show what is true now; nothing while nobody looks."""
        if not self.isVisible() and self._window.bench.place is not self:
            return
        now, model = self._stage.bridge.now(), self._stage.model
        cards = self._chosen(rows.waiting(model.cards.values(), model.snapshot.workflow, now))
        figures = rows.standing(cards, now)
        names = Names.of(model.snapshot)
        order = Order(self.order.currentData())
        self.list.show_rows(rows.rows_of(cards, names, self._reminded, now, order), 0)
        self.standing.setText(standing_words(figures))
        self.shares.show_levels(figures.levels)
        self.shares.setVisible(bool(cards))
        self.list.setVisible(bool(cards))
        self.empty.setVisible(not cards)
        self._read_stories()

    def reminded(self, ticket_id: str) -> Reminded:
        """Return what is known of a ticket's reminders."""
        return self._reminded.get(ticket_id, Reminded())

    def open_row(self, row: Row) -> None:
        """Show the row's ticket in the panel."""
        self.ticket_wanted.emit(row.ticket_id)

    def _chosen(self, cards: list[Card]) -> list[Card]:
        me = self._stage.model.snapshot.me
        match Whose(self.whose.currentData()):
            case Whose.MINE:
                return [card for card in cards if card.owner_id == me.id]
            case Whose.LINES if me.line_ids:
                return [card for card in cards if card.line_id in me.line_ids]
            case _:
                return cards

    def _read_stories(self) -> None:
        """Ask for the stories of the rows in sight: whether and when these clients were reminded."""
        bridge, cards = self._stage.bridge, self._stage.model.cards
        for ticket_id in self.list.visible_tickets():
            card = cards.get(ticket_id)
            if card is not None and self._asked.get(ticket_id) != card.revision:
                self._asked[ticket_id] = card.revision
                bridge.fetch(bridge.desk.ticket(ticket_id), while_alive(self, self._take_story))

    def _take_story(self, detail: TicketDetail) -> None:
        self._reminded[detail.ticket.id] = Reminded.of(detail)
        self._look_again()

    def _look_again(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _on_current(self) -> None:
        row = self.list.current_row()
        self.current_changed.emit("" if row is None else row.ticket_id)

    # -- Qt --

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turn.stop()


def standing_words(figures: Standing) -> str:
    """Return the room in a line: "9 clients owe us an answer · 3 beyond two days · oldest silence 3 d 2 h"."""
    if not figures.total:
        return ""
    owe = translate("Waiting", "%n client(s) owe us an answer", None, figures.total)
    beyond = sum(figures.levels[rows.SILENT :])
    late = translate("Waiting", "%n late", None, beyond) if beyond else ""
    longest = fill(translate("Waiting", "longest silence {time}"), time=short_duration(figures.longest))
    return " · ".join(filter(None, (owe, late, longest)))


def _choice(name: str, words: dict[Whose, str] | dict[Order, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for value, text in words.items():
        box.addItem(text, value.value)
    return box
