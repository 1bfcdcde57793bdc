"""The small menu beside the board's name: which board, lanes, density, this view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.views.lens import Lens
from kanbandesk.ui.widgets.menu_heading import add_heading
from kanbandesk.ui.widgets.plain import caption
from kanbandesk.ui.words import board_name, swimlane_name, translate
from kanbandesk.workflow.boards import Density, Swimlane

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow


def board_menu(window: MainWindow) -> QMenu:
    """Return the menu, made for this moment."""
    model, lens, actions = window.model, window.lens, window.actions_by_name
    menu = QMenu(window)
    if len(model.snapshot.boards) > 1:
        _add_boards(menu, window)
    add_heading(menu, translate("BoardMenu", "Swimlanes"))
    _add_lanes(menu, model, lens)
    add_heading(menu, translate("BoardMenu", "Cards"))
    densities = QActionGroup(menu)
    names = {
        Density.FULL: translate("BoardMenu", "Full"),
        Density.COMPACT: translate("BoardMenu", "Compact"),
    }
    for density, name in names.items():
        action = _choice(menu, densities, name, is_on=model.density is density)
        action.triggered.connect(lambda _checked=False, density=density: lens.set_density(density))
    menu.addSeparator()
    actions.fill_menu(menu, (Act.SAVE_VIEW, Act.CLEAR_FILTER))
    return menu


def _add_boards(menu: QMenu, window: MainWindow) -> None:
    add_heading(menu, translate("BoardMenu", "Boards"))
    group = QActionGroup(menu)
    for board in window.model.snapshot.boards:
        action = _choice(menu, group, caption(board_name(board)), is_on=board.id == window.model.board.id)
        action.triggered.connect(lambda _checked=False, board_id=board.id: window.change_board(board_id))


def lanes_menu(parent: QWidget, model: BoardModel, lens: Lens) -> QMenu:
    """Return a menu of the lanes alone, for the key G."""
    menu = QMenu(parent)
    _add_lanes(menu, model, lens)
    return menu


def _add_lanes(menu: QMenu, model: BoardModel, lens: Lens) -> None:
    group = QActionGroup(menu)
    for swimlane in Swimlane:
        action = _choice(menu, group, swimlane_name(swimlane), is_on=model.swimlane is swimlane)
        action.triggered.connect(lambda _checked=False, swimlane=swimlane: lens.set_swimlane(swimlane))


def _choice(menu: QMenu, group: QActionGroup, name: str, *, is_on: bool) -> QAction:
    action = menu.addAction(name)
    action.setCheckable(True)
    action.setChecked(is_on)
    group.addAction(action)
    return action
