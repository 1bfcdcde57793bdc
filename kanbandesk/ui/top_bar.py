"""The top bar: the board's name, saved views and filters as chips, search, and a new ticket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.platform_keys import native
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.widgets.row import ChipRow
from kanbandesk.ui.words import translate
from kanbandesk.workflow.boards import SavedView

HEIGHT = 52  # px
_SEARCH = (180, 260)  # px, least and most


class TopBar(QFrame):
    """Holds no rules: it shows what it is given and says what was pressed."""

    view_chosen = Signal(str)  # the view's id; the one that is on, pressed again, too
    view_menu_wanted = Signal(str, QPoint)
    facet_pressed = Signal(str, QRect)
    facet_removed = Signal(str)
    filter_pressed = Signal(QRect)
    board_pressed = Signal(QRect)
    searched = Signal(str)
    search_left = Signal(bool)  # whether by Enter or Down, to go to what was found
    found_pressed = Signal(QRect)

    def __init__(self, new_ticket: QAction) -> None:
        super().__init__()
        self.setObjectName("TopBar")
        self.setFixedHeight(HEIGHT)
        self.name = QLabel()
        self.name.setObjectName("BoardName")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self._board = _icon_button(translate("TopBar", "Board, lanes and density"))
        self._board.clicked.connect(lambda: self.board_pressed.emit(global_rect(self._board)))
        self.chips = ChipRow()
        self.filter_button = QPushButton(translate("TopBar", "+ Filter"))
        self.filter_button.setProperty("look", "chip")
        self.filter_button.clicked.connect(lambda: self.filter_pressed.emit(global_rect(self.filter_button)))
        self._found = QPushButton()
        self._found.setProperty("look", "link")
        self._found.clicked.connect(lambda: self.found_pressed.emit(global_rect(self._found)))
        self._found.setAccessibleName(translate("TopBar", "Found in messages besides"))
        self._found.hide()
        self.search = self._search_field()
        self.new_ticket = QPushButton(translate("TopBar", "New ticket"))
        self.new_ticket.setProperty("look", "primary")
        self.new_ticket.setToolTip(f"{new_ticket.text()}  {native('C')}")
        self.new_ticket.clicked.connect(new_ticket.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.name)
        row.addWidget(self._board)
        row.addWidget(self.chips, 1)
        row.addWidget(self._found)
        row.addWidget(self.search)
        row.addWidget(self.new_ticket)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("look", "search")
        field.setPlaceholderText(translate("TopBar", "Search tickets   /"))
        field.setAccessibleName(translate("TopBar", "Search tickets"))
        field.setMinimumWidth(_SEARCH[0])
        field.setMaximumWidth(_SEARCH[1])
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self.searched)
        field.installEventFilter(self)
        return field

    # -- what is shown --

    def show_board(self, name: str) -> None:
        """Show the board's name."""
        self.name.setText(name)

    def show_people(self, faces: QWidget) -> None:
        """Show who is here, left of the search."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self.search), faces)

    def show_chips(self, views: Sequence[SavedView], chosen: str, filters: Sequence[tuple[str, str]]) -> None:
        """Show the views, the one that is on, and a chip for each facet that narrows."""
        chips = [self._view_chip(view, is_on=view.id == chosen) for view in views]
        facets = [] if chosen else [self._facet_chip(part, words) for part, words in filters]
        self.chips.show_chips(chips, facets, self.filter_button)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many cards each view holds."""
        for chip in self.chips.chips():
            view_id, name = str(chip.property("view_id") or ""), str(chip.property("view_name") or "")
            if isinstance(chip, QPushButton) and view_id in counts:
                chip.setText(f"{_escaped(name)}  {counts[view_id]}")
                chip.setAccessibleName(f"{name}, {translate('TopBar', '%n card(s)', None, counts[view_id])}")
        self.chips.lay_out()

    def show_found(self, count: int) -> None:
        """Offer the tickets whose messages hold the words, beside those that the board shows."""
        self._found.setText(translate("TopBar", "+ %n in messages", None, count))
        self._found.setVisible(count > 0)

    def show_words(self, words: str) -> None:
        """Show words that were searched for by other means."""
        if self.search.text() != words:
            self.search.setText(words)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        self._board.setIcon(icons.icon("chevron-down", theme.ink_muted, 16))
        for action in self.search.actions():
            self.search.removeAction(action)
        glass = icons.icon("search", theme.ink_muted, 16)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    # -- chips --

    def _view_chip(self, view: SavedView, *, is_on: bool) -> QPushButton:
        chip = QPushButton(_escaped(view.name))
        chip.setProperty("look", "chip")
        chip.setProperty("view_id", view.id)
        chip.setProperty("view_name", view.name)
        chip.setCheckable(True)
        chip.setChecked(is_on)
        chip.clicked.connect(lambda: self.view_chosen.emit(view.id))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(
            lambda spot: self.view_menu_wanted.emit(view.id, chip.mapToGlobal(spot))
        )
        return chip

    def _facet_chip(self, part: str, words: str) -> QPushButton:
        chip = QPushButton(f"{_escaped(words)}  ✕")
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setToolTip(translate("TopBar", "Press to change, ✕ or Delete to take it off"))
        chip.setAccessibleName(words)
        chip.clicked.connect(lambda: self._on_facet(chip, part))
        chip.setProperty("part", part)
        chip.installEventFilter(self)
        return chip

    def _on_facet(self, chip: QPushButton, part: str) -> None:
        chip.setChecked(True)
        cross = chip.width() - 26
        if chip.underMouse() and chip.mapFromGlobal(chip.cursor().pos()).x() >= cross:
            self.facet_removed.emit(part)
        else:
            self.facet_pressed.emit(part, global_rect(chip))

    # -- Qt --

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        key = event.key()
        if watched is self.search:
            return self._on_search_key(Qt.Key(key))
        part = str(watched.property("part") or "")
        if part and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.facet_removed.emit(part)
            return True
        return False

    def _on_search_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.search.clear()
            self.search_left.emit(False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.search_left.emit(True)
        else:
            return False
        return True


def global_rect(widget: QWidget) -> QRect:
    """Return where a widget is on screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _escaped(words: str) -> str:
    """Return words for a button, where a single & would mark a letter."""
    return words.replace("&", "&&")


def _icon_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("look", "icon")
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
