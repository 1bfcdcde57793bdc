"""What answers to hands: moves, deeds on cards, undo, search. Made right after the first painting, or when needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QMenu

from kanbandesk.ui.action_table import CARD_MENU, Act
from kanbandesk.ui.board.ring import show_rings
from kanbandesk.ui.card_actions import CardActions
from kanbandesk.ui.jumping import jump_to_pair
from kanbandesk.ui.notifying.desk import Notifying
from kanbandesk.ui.search import Search
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.ui.transitions import Transitions
from kanbandesk.ui.undoing import Undoing
from kanbandesk.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow


class Hands(QObject):
    """The working parts of a window. They import what the rulebook plans with; the first painting does not wait."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        stage = window.stage
        self._window = window
        self.search = Search(stage, window.lens)
        self.transitions = Transitions(stage)
        self.undoing = Undoing(stage)
        self.cards = CardActions(stage, window.actions_by_name, window.bench, self.transitions)
        self.deeds = WindowActions(window, self)
        self.notifying = Notifying(window)
        window.actions_by_name.set_theme(stage.themes.theme)
        self._connect()
        self.cards.refresh()

    def _connect(self) -> None:
        window, view = self._window, self._window.view
        view.card_activated.connect(self.cards.open)
        view.claim_clicked.connect(lambda ticket_id: self.cards.claim([ticket_id]))
        view.pair_clicked.connect(partial(jump_to_pair, window))
        view.is_offered = self.notifying.offered.is_transfer
        show_rings(view, self.notifying.offered.offers.countdown)
        view.menu_requested.connect(self._open_card_menu)
        view.add_requested.connect(lambda _column_id: self.deeds.create())
        window.bench.transition_requested.connect(self._on_transition_in_panel)
        window.bench.left_by_escape.connect(self.deeds.go_back)
        window.top_bar.found_pressed.connect(self.search.show)
        self.search.found.connect(window.top_bar.show_found)
        self.search.ticket_chosen.connect(self.cards.open)

    def _on_transition_in_panel(self, ticket_id: str, status_id: str) -> None:
        panel = self._window.bench.panel
        anchor = global_rect(panel) if panel is not None else QRect()
        self.transitions.move_to([ticket_id], status_id, anchor)

    def _open_card_menu(self, ids: tuple[str, ...], place: QPoint) -> None:
        menu = QMenu(self._window)
        actions = self._window.actions_by_name
        if ids:
            self.cards.refresh()
            actions.fill_menu(menu, CARD_MENU)
        else:
            actions.fill_menu(menu, (Act.CREATE, None, Act.FILTER, Act.LANES, Act.DENSITY))
        menu.popup(place)
