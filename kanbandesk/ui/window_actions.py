"""What the actions of the window do: search, palette, views, look, undo, places, help."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.board_menu import board_menu, lanes_menu
from kanbandesk.ui.jumping import jump_to_pair
from kanbandesk.ui.places import PLACES
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.ui.words import fill, translate
from kanbandesk.workflow.boards import Density

if TYPE_CHECKING:
    from kanbandesk.ui.hands import Hands
    from kanbandesk.ui.main_window import MainWindow
    from kanbandesk.ui.palette import Palette
    from kanbandesk.ui.theme.switch import Look
    from kanbandesk.ui.undo import Step


class WindowActions(QObject):
    """Gives the window's actions their deeds. What reaches beyond the window is asked for by signals."""

    logs_wanted = Signal()
    about_wanted = Signal()
    boards_wanted = Signal()

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        super().__init__(window)
        self._window, self._hands = window, hands
        self._palette: Palette | None = None
        deeds: dict[Act, Callable[[], object]] = {
            Act.CREATE: self.create,
            Act.OPEN_WINDOW: self.open_in_window,
            Act.PAIR: lambda: jump_to_pair(window, hands.cards.first()),
            Act.BACK: self.go_back,
            Act.UNDO: hands.undoing.undo,
            Act.REDO: hands.undoing.redo,
            Act.SEARCH: self.search,
            Act.PALETTE: self.open_palette,
            Act.FILTER: lambda: self._on_board(window.views.open_filter),
            Act.CLEAR_FILTER: window.lens.clear,
            Act.SAVE_VIEW: lambda: self._on_board(window.views.save),
            Act.DENSITY: self.change_density,
            Act.LANES: lambda: self._on_board(self.choose_lanes),
            Act.THEME: self.change_theme,
            Act.MENU_BAR: self.toggle_menu_bar,
            Act.BOARD: self.go_to_board,
            Act.BOARDS: self.boards_wanted.emit,
            Act.SETTINGS: self.open_look,
            Act.SETUP: self.open_setup,
            Act.KEYS: self.open_keys,
            Act.LOGS: self.logs_wanted.emit,
            Act.ABOUT: self.about_wanted.emit,
            Act.QUIT: window.close,
            Act.WHO: lambda: hands.notifying.open_who(),  # noqa: PLW0108 - hands are being made
        }
        deeds |= {place: partial(window.places.go, place) for place in PLACES}
        for act, deed in deeds.items():
            window.actions_by_name.on(act, deed)
        window.top_bar.board_pressed.connect(lambda anchor: board_menu(window).popup(anchor.bottomLeft()))
        window.top_bar.search_left.connect(self._leave_search)
        hands.undoing.changed.connect(self._name_undo)
        self._name_undo()
        self.show_menu_bar(is_shown=window.memory.has_menu_bar)

    # -- tickets --

    def create(self) -> None:
        """Open the sheet of a new ticket."""
        from kanbandesk.ui.new_ticket import open_new_ticket

        open_new_ticket(self._window)

    def open_in_window(self) -> None:
        """Show the current ticket in a window of its own."""
        if ticket_id := self._hands.cards.first():
            self._window.bench.open_apart(ticket_id)

    # -- searching --

    def search(self) -> None:
        """Go to the search field."""
        self.go_to_board()
        self._window.top_bar.search.setFocus()
        self._window.top_bar.search.selectAll()

    def _leave_search(self, is_taken: bool) -> None:
        view, model = self._window.view, self._window.model
        view.setFocus()
        if not is_taken or view.card_rect(view.current_id()) is not None:
            return
        shown = (model.ids(column.id, lane.id) for column in model.columns for lane in model.lanes)
        first = next((ids[0] for ids in shown if ids), "")
        if first:
            view.select([first], first)
            view.reveal(first)

    def open_palette(self) -> None:
        """Open the command palette."""
        if self._palette is None:
            from kanbandesk.ui.palette import Palette
            from kanbandesk.ui.panel_deeds import panel_deeds

            window = self._window
            self._palette = Palette(
                window,
                window.actions_by_name,
                window.model,
                open_ticket=self._hands.cards.open,
                choose_view=window.views.choose,
                go_to_column=self._go_to_column,
                panel_deeds=lambda: panel_deeds(window.bench.panel),
            )
        self._hands.cards.refresh()
        self._palette.open()

    def _go_to_column(self, column_id: str) -> None:
        self.go_to_board()
        view, model = self._window.view, self._window.model
        view.setFocus()
        for lane in model.lanes:
            for ticket_id in model.ids(column_id, lane.id)[:1]:
                view.select([ticket_id], ticket_id)
                view.reveal(ticket_id)
                return

    # -- the look --

    def change_density(self) -> None:
        """Show smaller cards, or full ones again."""
        is_full = self._window.model.density is Density.FULL
        self._window.lens.set_density(Density.COMPACT if is_full else Density.FULL)

    def choose_lanes(self) -> None:
        """Offer the ways to cut the board into lanes."""
        window = self._window
        anchor = global_rect(window.top_bar.filter_button)
        lanes_menu(window, window.model, window.lens).popup(anchor.bottomLeft())

    def change_theme(self) -> None:
        """Turn light into dark and back, and keep it so."""
        self._window.stage.themes.toggle()
        self._window.memory.look = self._window.stage.themes.look

    def open_look(self) -> None:
        """Open the settings of the look."""
        from kanbandesk.ui.look_panel import LookPanel

        window = self._window
        panel = LookPanel(
            window,
            look=window.stage.themes.look,
            density=window.model.density,
            swimlane=window.model.swimlane,
            language=window.memory.language,
            languages=window.languages,
        )
        panel.look_chosen.connect(self._choose_look)
        panel.density_chosen.connect(window.lens.set_density)
        panel.swimlane_chosen.connect(window.lens.set_swimlane)
        panel.language_chosen.connect(lambda code: setattr(window.memory, "language", code))
        panel.open_beside(global_rect(window.rail.button(Act.SETTINGS)))
        panel.setFocus()

    def open_setup(self) -> None:
        """Show the window of settings, the one that is open already when there is one."""
        from kanbandesk.ui.setup.window import SetupWindow

        window = self._window
        found = next((child for child in window.findChildren(SetupWindow) if child.isVisible()), None)
        office = window.people_office() if window.people_office is not None else None
        setup = found or SetupWindow(window.stage, office)
        setup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        setup.show()
        setup.raise_()
        setup.activateWindow()

    def _choose_look(self, look: Look) -> None:
        self._window.stage.themes.choose(look)
        self._window.memory.look = look

    def toggle_menu_bar(self) -> None:
        """Show or hide the menu bar, where it stands in the window."""
        self._window.memory.has_menu_bar = not self._window.memory.has_menu_bar
        self.show_menu_bar(is_shown=self._window.memory.has_menu_bar)

    def show_menu_bar(self, *, is_shown: bool) -> None:
        """Fill the menu bar when it is first needed; on a Mac it is always there."""
        bar = self._window.menuBar()
        if (is_shown or bar.isNativeMenuBar()) and not bar.actions():
            self._window.actions_by_name.fill_menu_bar(bar)
        bar.setVisible(is_shown or bar.isNativeMenuBar())

    # -- places --

    def go_to_board(self) -> None:
        """Show the board's page."""
        self._window.places.go(Act.BOARD)

    def _on_board(self, deed: Callable[[], object]) -> None:
        """Do what only the board has, from wherever it is asked for."""
        self.go_to_board()
        deed()

    def go_back(self) -> None:
        """Escape: close the panel, else show all cards again, else leave the selection."""
        window = self._window
        if window.pages.currentIndex() != 0:
            self.go_to_board()
        elif window.bench.shown:
            window.bench.close_panel()
        elif window.bench.place is not None:
            self.go_to_board()
        elif window.lens.words:
            window.lens.search("")
        else:
            window.view.select(())

    def open_keys(self) -> None:
        """Show all keys."""
        from kanbandesk.ui.key_map import KeyMap

        panel = KeyMap(self._window)
        panel.open_on_top()
        panel.setFocus()

    def _name_undo(self) -> None:
        stack, actions = self._window.stage.undo, self._window.actions_by_name
        for act, step, verb, nothing in (
            (
                Act.UNDO,
                stack.next_undo(),
                translate("Actions", "Undo: {step}"),
                translate("Reasons", "Nothing to undo."),
            ),
            (
                Act.REDO,
                stack.next_redo(),
                translate("Actions", "Redo: {step}"),
                translate("Reasons", "Nothing to do again."),
            ),
        ):
            plain = translate("Actions", actions.spec(act).text)
            actions[act].setText(_named(verb, step) if step else plain)
            is_saving = act is Act.UNDO and self._hands.undoing.is_saving
            actions.allow(act, "" if step or is_saving else nothing)


def _named(verb: str, step: Step) -> str:
    return fill(verb, step=step.words)
