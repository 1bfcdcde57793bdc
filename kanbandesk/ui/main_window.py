"""The shell: rail, top bar, work area, status line. It ties the parts together and holds no rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.actions import Actions
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.view import BoardView
from kanbandesk.ui.board.whole import WholeBoard
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.memory import Memory
from kanbandesk.ui.notices import Notices
from kanbandesk.ui.notifying.book import NoticeBook
from kanbandesk.ui.places import PLACES, Places
from kanbandesk.ui.pulse import Pulse
from kanbandesk.ui.rail import Rail
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.status_line import StatusLine
from kanbandesk.ui.theme.switch import ThemeSwitch
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.top_bar import TopBar
from kanbandesk.ui.undo import UndoStack
from kanbandesk.ui.views.bar import ViewBar
from kanbandesk.ui.views.lens import Lens
from kanbandesk.ui.words import board_name, fault_text, fill, home_name, translate
from kanbandesk.ui.workbench import Workbench
from kanbandesk.workflow.cards import BoardSnapshot, Changes

if TYPE_CHECKING:
    from collections.abc import Callable

    from kanbandesk.ui.hands import Hands
    from kanbandesk.ui.team.people import Office
    from kanbandesk.ui.team.work import TeamWork
    from kanbandesk.ui.welcome.page import WelcomePage
    from kanbandesk.workflow.commands import Command

LEAST = (880, 560)  # px
FIRST = (1440, 900)  # px, at the first start
_FIGURES_PAUSE = 300  # ms after a change before the figures are taken anew
_FIGURES_STEP = 30_000  # ms


class MainWindow(QMainWindow):
    """A window on one desk. `board_shown` is emitted once the first board is laid out and about to be painted."""

    board_shown = Signal()
    closed = Signal()

    def __init__(
        self, bridge: Bridge, themes: ThemeSwitch, memory: Memory, languages: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self.memory, self.languages = memory, dict(languages or {})
        self.model = BoardModel()
        self.model.density = memory.density
        self.pulse = Pulse(self.model)
        self.book = NoticeBook(bridge, self)
        self.view = BoardView(self.model, themes.theme, bridge.now)
        self.lens = Lens(self.model, lambda: self.view.model_changed(None))
        self.bench = Workbench(self.view, bridge, themes.theme, WholeBoard(self.model))
        self.bench.remember_widths(memory.split())
        self.actions_by_name = Actions(self, self.bench)
        self.stage = Stage(
            self,
            bridge,
            self.model,
            self.view,
            Notices(self),
            StatusLine(),
            UndoStack(),
            themes,
            self.bench.ticket,
            self.bench.anchor,
        )
        self.top_bar = TopBar(self.actions_by_name[Act.CREATE])
        self.rail = Rail(
            self.actions_by_name,
            (Act.BOARD, *PLACES, Act.BOARDS),
            (Act.KEYS, Act.THEME, Act.SETTINGS, Act.SETUP),
            themes.theme,
        )
        self.pages = QStackedWidget()
        self.welcome: WelcomePage | None = None
        self.places = Places(self)
        self._lay_out()
        self.views = ViewBar(self.stage, self.lens, self.top_bar)
        self._hands: Hands | None = None
        self._figures = QTimer(self, interval=_FIGURES_PAUSE, singleShot=True)
        self._figures.timeout.connect(self._show_figures)
        self._every = QTimer(self, interval=_FIGURES_STEP)
        self._every.timeout.connect(self._show_figures)
        self._connect()
        self.set_theme(themes.theme)
        self.team = self._team_work()
        self.people_office: Callable[[], Office] | None = None  # who is asked about people, in a team

    @property
    def hands(self) -> Hands:
        """What answers to hands; made when it is first asked for, so that the first painting need not wait."""
        if self._hands is None:
            from kanbandesk.ui.hands import Hands

            self._hands = Hands(self)
        return self._hands

    def _team_work(self) -> TeamWork | None:
        team = self.stage.bridge.desk.team
        if team is None:
            return None
        from kanbandesk.ui.team.work import TeamWork

        return TeamWork(self, team)

    def keep_words(self) -> None:
        """Close an open sheet; what was typed there is kept as a draft."""
        if self._hands is not None:
            self._hands.transitions.cancel()

    # -- making --

    def _lay_out(self) -> None:
        self.setMinimumSize(*LEAST)
        self.resize(*FIRST)
        board_page = QWidget()
        page = _column(board_page)
        page.addWidget(self.top_bar)
        page.addWidget(self.bench, 1)
        page.addWidget(self.stage.status)
        self.pages.addWidget(board_page)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.rail.mark(Act.BOARD)

    def _connect(self) -> None:
        bridge, view = self.stage.bridge, self.view
        bridge.board_loaded.connect(self.show_board)
        bridge.changes_arrived.connect(self.apply)
        bridge.pending_changed.connect(self.stage.status.show_pending)
        bridge.failed.connect(self._tell_failed)
        bridge.loading_failed.connect(self._tell_unreadable)
        view.aged.connect(lambda _tick: self._figures.start())
        view.current_changed.connect(self._follow)
        # The panel takes its room when the loop turns; only then is it known what of the board is still in sight.
        self.bench.ticket_shown.connect(lambda id_: QTimer.singleShot(0, self, lambda: view.reveal(id_)))
        self.lens.changed.connect(self._on_lens)
        self.lens.words_changed.connect(self.top_bar.show_words)
        self.top_bar.searched.connect(self.lens.search)
        self.stage.status.show_all_clicked.connect(self.lens.clear)
        self.stage.themes.changed.connect(self.set_theme)

    # -- what the desk says --

    def show_board(self, snapshot: BoardSnapshot) -> None:
        """Take the whole board, read at the start or anew."""
        self.model.load(snapshot, self.memory.board)
        self.pulse.load()
        self.book.load(snapshot)
        if self.memory.swimlane is not self.model.swimlane:
            self.model.set_swimlane(self.memory.swimlane)
        self.view.model_changed(None)
        self._show_settings()
        self._show_figures()
        self._on_counts()
        self._every.start()
        if self._hands is not None:
            self._hands.cards.refresh()
        self.board_shown.emit()

    def change_board(self, board_id: str) -> None:
        """Show another board of the workspace, and come back to it at the next start."""
        self.memory.board = board_id
        self.model.show_board(board_id)
        self.pulse.load()
        self.view.model_changed(None)
        self._show_settings()
        self._show_figures()
        self._on_counts()

    def apply(self, changes: Changes) -> None:
        """Take what has changed: one relayout for each column touched."""
        self.view.model_changed(self.model.apply(changes))
        self.pulse.apply(changes)
        self.book.apply(changes)
        if changes.settings is not None:
            self._show_settings()
        self.bench.apply(changes)
        if self._hands is not None:
            self._hands.cards.refresh()
        self._figures.start()
        self._on_counts()

    def _show_settings(self) -> None:
        snapshot = self.model.snapshot
        name = self.model.belonging.title(home_name(snapshot.home_name), board_name(self.model.board))
        self.top_bar.show_board(name)
        self.setWindowTitle(f"{name} – KanbanDesk")
        self.stage.status.show_place(snapshot.me.name)
        self.views.show()

    def _show_figures(self) -> None:
        self.stage.status.show_figures(self.pulse.figures(self.stage.bridge.now()))

    def _tell_failed(self, error: BaseException, command: Command) -> None:
        text = fill(
            translate(
                "Notices",
                "It could not be written to the disk: {error}. The board shows it as it was before.",
            ),
            error=str(getattr(error, "reason", error)),
        )
        self.stage.notices.tell(translate("Notices", "Not saved"), text)
        self.stage.bridge.load()

    def _tell_unreadable(self, error: BaseException) -> None:
        self.stage.notices.tell(translate("Notices", "The board could not be read"), fault_text(error))

    # -- what hands do --

    def _on_lens(self) -> None:
        if (self.memory.density, self.memory.swimlane) != (self.model.density, self.model.swimlane):
            self.memory.density, self.memory.swimlane = self.model.density, self.model.swimlane
        self._on_counts()

    def _on_counts(self) -> None:
        self.stage.status.show_hidden(*self.lens.hidden())
        self.actions_by_name.allow(
            Act.CLEAR_FILTER, "" if self.lens.is_on else translate("Reasons", "Nothing is hidden.")
        )
        self.views.count_anew()

    def _follow(self, ticket_id: str) -> None:
        """Let an open panel show the card on which the keyboard or the mouse stands."""
        if ticket_id and self.bench.shown and ticket_id != self.bench.shown:
            self.bench.open(ticket_id)

    # -- the window --

    def show_welcome(self, boards: Sequence[tuple[str, Path]], current: Path | None) -> WelcomePage:
        """Show the welcome page with the boards opened lately; made when it is first wanted."""
        if self.welcome is None:
            from kanbandesk.ui.welcome.page import WelcomePage

            self.welcome = WelcomePage()
            self.welcome.set_theme(self.stage.themes.theme)
            self.pages.addWidget(self.welcome)
        self.welcome.show_boards(boards, current)
        self.pages.setCurrentWidget(self.welcome)
        self.rail.mark(Act.BOARDS)
        self.welcome.setFocus()
        return self.welcome

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self.view.set_theme(theme)
        self.bench.set_theme(theme)
        self.rail.set_theme(theme)
        self.top_bar.set_theme(theme)
        self.places.set_theme(theme)
        if self._hands is not None:
            self.actions_by_name.set_theme(theme)
        if self.welcome is not None:
            self.welcome.set_theme(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and where the window stood; the desk saves the rest."""
        self.keep_words()
        self.memory.keep(self, self.bench.sizes())
        super().closeEvent(event)
        self.closed.emit()


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
