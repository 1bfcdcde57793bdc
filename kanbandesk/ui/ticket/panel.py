"""The ticket panel: beside the board or in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.clock_faces import clock_faces, next_tick
from kanbandesk.ui.ticket.clocks import Clocks
from kanbandesk.ui.ticket.composer_fields import Kind
from kanbandesk.ui.ticket.details import Details
from kanbandesk.ui.ticket.doing import Doing
from kanbandesk.ui.ticket.edits import Edits
from kanbandesk.ui.ticket.header import Header
from kanbandesk.ui.ticket.header_menus import HeaderMenus
from kanbandesk.ui.ticket.linked import Linked
from kanbandesk.ui.ticket.look import panel_style
from kanbandesk.ui.ticket.merging import Merging
from kanbandesk.ui.ticket.opening import Opening
from kanbandesk.ui.ticket.pages import SIDE, Pages
from kanbandesk.ui.ticket.playbook import PlaybookPage
from kanbandesk.ui.ticket.splitting import Splitting
from kanbandesk.ui.ticket.standing import strips
from kanbandesk.ui.ticket.strips import Strips
from kanbandesk.ui.ticket.talk import Talk
from kanbandesk.ui.ticket.timeline import Timeline
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.words import Names, fill, refusal_text, translate
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.cards import BoardSnapshot, TicketDetail
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.rights import Action, refusal_of
from kanbandesk.workflow.statuses import SECOND, StatusKind
from kanbandesk.workflow.tickets import Ticket

LEAST_WIDTH = 360  # px
CONVERSATION, DETAILS, TIMELINE, LINKED, PLAYBOOK = range(5)


class TicketPanel(QWidget):
    """One ticket: head, clocks, pages. It reads its ticket through the bridge and never writes to what it was given.

    `transition_requested` carries ticket and status: the window asks for what the status demands.
    """

    closed = Signal()
    ticket_link_activated = Signal(str)
    transition_requested = Signal(str, str)
    window_requested = Signal(str)
    read = Signal(str)  # the ticket is on show as it was just read; empty when it could not be read

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TicketPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST_WIDTH)
        # Before there are parts: Qt looks at a style sheet anew for each part that is already there.
        self.setStyleSheet(panel_style(theme))
        self._theme = theme
        self._bridge = bridge
        self._provider: Callable[[], BoardSnapshot] | None = None
        self._ticket_id = ""
        self._detail: TicketDetail | None = None
        self._is_reading = self._is_outdated = False
        self.pages = Pages(self)
        self.header = Header(theme, self)
        self.clocks = Clocks(theme, self)
        self.strips = Strips(theme, self)
        self.talk = Talk(bridge, theme, self._snapshot)
        self.details = Details(self._snapshot, bridge.now)
        self.timeline = Timeline(theme)
        self.linked = Linked(theme, self._snapshot)
        self.playbook = PlaybookPage(self._snapshot)
        self.edits = Edits(bridge, self.pages.bar, self._snapshot, self)
        bar = self.pages.bar
        self.merging = Merging(self.edits, bar, self._snapshot, lambda: self.ticket)
        self.splitting = Splitting(self.edits, bar, self._snapshot, lambda: self._detail, bridge.now)
        self.doing = Doing(self.strips, self.edits, bridge, self._snapshot, lambda: self._detail)
        self.menus = HeaderMenus(
            self.header,
            self.edits,
            bar,
            self._snapshot,
            lambda: self.ticket,
            merging=self.merging,
            splitting=self.splitting,
            doing=self.doing,
        )
        self.opening = Opening(bridge, self.pages.bar, self)
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.timeout.connect(self._tick)
        self._build()
        self._connect()

    def _build(self) -> None:
        for name, page in (
            (translate("Panel", "Conversation"), self.talk),
            (translate("Panel", "Details"), self.details),
            (translate("Panel", "Timeline"), self.timeline),
            (translate("Panel", "Linked"), self.linked),
            (translate("Panel", "Playbook"), self.playbook),
        ):
            self.pages.add(name, page)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 12, SIDE, 12)
        head.setSpacing(12)
        head.addWidget(self.header)
        head.addWidget(self.clocks)
        head.addWidget(self.strips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.header.closed.connect(self.closed)
        self.header.window_clicked.connect(lambda: self.window_requested.emit(self._ticket_id))
        for part in (self.menus, self.doing):
            part.transition_requested.connect(
                lambda status_id: self.transition_requested.emit(self._ticket_id, status_id)
            )
        self.doing.opened.connect(self.ticket_link_activated)
        self.edits.refused.connect(self._show)
        for page in (self.details, self.linked, self.playbook):
            page.edited.connect(self.edits.submit)
        self.talk.drafts.kept.connect(self._tick)
        self.linked.opened.connect(self.ticket_link_activated)
        self.linked.merge_clicked.connect(self.merging.choose)
        self.talk.reopen_wanted.connect(
            lambda: self.transition_requested.emit(
                self._ticket_id, self._snapshot().workflow.of_kind(StatusKind.IN_PROGRESS).id
            )
        )
        self.merging.merged.connect(self.ticket_link_activated)
        self.splitting.split.connect(self.ticket_link_activated)
        self.talk.conversation.rows.link_clicked.connect(self.opening.ask_link)
        self.talk.conversation.rows.attachment_clicked.connect(self.opening.ask_file)
        self.details.files.clicked.connect(self.opening.ask_file)

    # -- what the window asks --

    @property
    def ticket_id(self) -> str:
        """The ticket that is shown or being read, empty at first."""
        return self._ticket_id

    @property
    def ticket(self) -> Ticket | None:
        """The ticket on show, None while it is being read."""
        return self._detail.ticket if self._detail else None

    def show_ticket(self, ticket_id: str, snapshot_provider: Callable[[], BoardSnapshot]) -> None:
        """Show a ticket; `snapshot_provider` returns the board as the window knows it now."""
        self._provider = snapshot_provider
        if ticket_id != self._ticket_id:
            self._ticket_id, self._detail = ticket_id, None
            self.pages.bar.vanish()
            self.talk.open(ticket_id)
        self._read()

    def refresh_if(self, ids: Collection[str]) -> None:
        """Read anew when the open ticket, or one linked with it, is among `ids`; what is being typed stays."""
        linked = {card.id for card in self._detail.linked} if self._detail else set()
        if self._ticket_id in ids or not linked.isdisjoint(ids):
            self._read()

    def focus_composer(self, kind: str = "answer") -> None:
        """Put the cursor where an answer (or a "note", a "call") is written."""
        self.pages.turn_to(CONVERSATION)
        self.talk.write(Kind(kind))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        if theme == self._theme:
            return
        self._theme = theme
        self.setStyleSheet(panel_style(theme))
        for part in (self.header, self.clocks, self.strips, self.talk, self.timeline, self.linked):
            part.set_theme(theme)

    # -- reading --

    def _snapshot(self) -> BoardSnapshot:
        if self._provider is None:
            raise RuntimeError("no ticket was shown yet")
        return self._provider()

    def _read(self) -> None:
        """Read the ticket; what changes while it is being read is read after that, once."""
        if self._is_reading:
            self._is_outdated = True
            return
        self._is_reading, self._is_outdated = True, False
        future = self._bridge.desk.ticket(self._ticket_id)
        self._bridge.fetch(future, while_alive(self, self._on_read), while_alive(self, self._on_read_failed))

    def _on_read(self, detail: TicketDetail) -> None:
        self._is_reading = False
        if detail.ticket.id == self._ticket_id:
            self._detail = detail
            self._show()
            self.read.emit(self._ticket_id)
        if self._is_outdated or detail.ticket.id != self._ticket_id:
            self._read()

    def _on_read_failed(self, error: BaseException) -> None:
        self._is_reading = False
        if self._is_outdated:
            self._read()
            return
        if isinstance(error, Refusal):
            words = refusal_text(error.code, error.params, self._snapshot())
        else:
            words = translate("Panel", "The ticket could not be read. What you typed is kept.")
        self.talk.say_nothing_to_show(words)
        self.read.emit("")

    # -- showing --

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        snapshot = self._snapshot()
        names = Names.of(snapshot, detail)
        refusal = refusal_of(actor_of(snapshot.me), Action.EDIT, detail.ticket)
        why_not = refusal_text(refusal.code, refusal.params, snapshot) if refusal else ""
        self.header.show_detail(detail, names)
        self.header.allow_editing(why_not)
        self.details.show_detail(detail, names)
        self.details.allow_editing(why_not)
        self.talk.show_detail(detail, names)
        self.timeline.show_detail(detail, names)
        self.linked.show_detail(detail, names)
        self.playbook.show_detail(detail, names)
        self.playbook.allow_editing(why_not)
        self.pages.show_tab(PLAYBOOK, is_shown=self.playbook.has_questions)
        count = len(detail.links)
        linked = fill(translate("Panel", "Linked {count}"), count=str(count))
        self.pages.rename(LINKED, linked if count else translate("Panel", "Linked"))
        self._tick()

    def _tick(self) -> None:
        """Say the clocks anew, and wake when one of them will say something else."""
        if self._detail is None:
            return
        snapshot, now, ticket = self._snapshot(), self._bridge.now(), self._detail.ticket
        timetable = Timetable.of(snapshot.lines, snapshot.calendars)
        self.clocks.show_faces(clock_faces(ticket, snapshot.workflow, timetable, now))
        self.strips.show_strips(strips(self._detail, snapshot, now))
        self.talk.refresh_times()
        if self.isVisible():
            self.clock.start(SECOND if self.talk.counts_seconds() else next_tick(ticket, now))

    # -- Qt --

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        self.clock.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
