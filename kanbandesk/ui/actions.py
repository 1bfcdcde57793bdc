"""Every action once: its words, icon, keys and place in the menu. Menus, palette and key map are made from here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.words import translate
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP

Key = QKeySequence.StandardKey
Role = QAction.MenuRole


class Act(StrEnum):
    """The names of the actions."""

    CREATE = "create"
    OPEN = "open"
    OPEN_WINDOW = "open_window"
    BACK = "back"
    CLAIM = "claim"
    START = "start"
    ASSIGN = "assign"
    REPLY = "reply"
    NOTE = "note"
    MOVE = "move"
    POSTPONE = "postpone"
    BLOCK = "block"
    TAGS = "tags"
    LINK = "link"
    WATCH = "watch"
    COPY_LINK = "copy_link"
    MOVE_LEFT = "move_left"
    MOVE_RIGHT = "move_right"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    UNDO = "undo"
    REDO = "redo"
    SELECT_ALL = "select_all"
    SEARCH = "search"
    PALETTE = "palette"
    FILTER = "filter"
    CLEAR_FILTER = "clear_filter"
    SAVE_VIEW = "save_view"
    DENSITY = "density"
    LANES = "lanes"
    THEME = "theme"
    MENU_BAR = "menu_bar"
    BOARD = "board"
    BOARDS = "boards"
    SETTINGS = "settings"
    KEYS = "keys"
    LOGS = "logs"
    ABOUT = "about"
    QUIT = "quit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What an action is called and how it is reached.

    `in_work_area` keys fire only while the board or the panel has the focus and nothing is being typed;
    `is_described_only` keys are read by the board itself and stand here for the key map.
    """

    act: Act
    text: str
    menu: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    standard: QKeySequence.StandardKey | None = None
    in_work_area: bool = False
    is_described_only: bool = False
    is_separated: bool = False
    role: QAction.MenuRole = Role.NoRole


TICKET = QT_TRANSLATE_NOOP("Actions", "Ticket")
EDIT = QT_TRANSLATE_NOOP("Actions", "Edit")
VIEW = QT_TRANSLATE_NOOP("Actions", "View")
PROGRAM = QT_TRANSLATE_NOOP("Actions", "Board")
HELP = QT_TRANSLATE_NOOP("Actions", "Help")
MENUS = (PROGRAM, EDIT, TICKET, VIEW, HELP)
CARD_MENU = (
    *(Act.OPEN, Act.OPEN_WINDOW, None, Act.CLAIM, Act.START, Act.MOVE, Act.ASSIGN, Act.POSTPONE, None),
    *(Act.REPLY, Act.NOTE, None, Act.TAGS, Act.LINK, Act.BLOCK, Act.WATCH, None, Act.COPY_LINK),
)
"""The context menu of a card; None is a line between groups."""


def _at_work(
    act: Act, text: str, icon: str, *keys: str, is_separated: bool = False, menu: str = TICKET
) -> Spec:
    return Spec(
        act=act, text=text, menu=menu, icon=icon, keys=keys, in_work_area=True, is_separated=is_separated
    )


def _read_by_board(act: Act, text: str, icon: str, *keys: str, is_separated: bool = False) -> Spec:
    return Spec(
        act=act,
        text=text,
        menu=TICKET,
        icon=icon,
        keys=keys,
        is_described_only=True,
        is_separated=is_separated,
    )


def _ticket_specs() -> tuple[Spec, ...]:
    text = QT_TRANSLATE_NOOP
    return (
        _at_work(Act.CREATE, text("Actions", "New ticket"), "plus", "C", "Ctrl+N"),
        _read_by_board(Act.OPEN, text("Actions", "Open"), "panel-right", "Return", is_separated=True),
        _at_work(Act.OPEN_WINDOW, text("Actions", "Open in its own window"), "external-link", "O"),
        _read_by_board(Act.BACK, text("Actions", "Back to the board"), "arrow-left", "Escape"),
        _at_work(Act.CLAIM, text("Actions", "Claim"), "hand", "I", is_separated=True),
        _at_work(Act.START, text("Actions", "Start work"), "play", "S"),
        _at_work(Act.MOVE, text("Actions", "Move to …"), "move-right", "M"),
        _at_work(Act.ASSIGN, text("Actions", "Assign to …"), "user-plus", "A"),
        _at_work(Act.POSTPONE, text("Actions", "Postpone …"), "alarm-clock", "P"),
        _at_work(Act.REPLY, text("Actions", "Answer the client"), "reply", "R", is_separated=True),
        _at_work(Act.NOTE, text("Actions", "Write a note"), "sticky-note", "N"),
        _at_work(Act.TAGS, text("Actions", "Tags …"), "tags", "T", is_separated=True),
        _at_work(Act.LINK, text("Actions", "Link to …"), "link", "L"),
        _at_work(Act.BLOCK, text("Actions", "Block …"), "ban", "B"),
        _at_work(Act.WATCH, text("Actions", "Watch"), "eye", "W"),
        _at_work(Act.COPY_LINK, text("Actions", "Copy the link"), "copy", "Ctrl+Shift+C", is_separated=True),
        _read_by_board(
            Act.MOVE_LEFT,
            text("Actions", "Move a column to the left"),
            "arrow-left",
            "Shift+Left",
            is_separated=True,
        ),
        _read_by_board(
            Act.MOVE_RIGHT, text("Actions", "Move a column to the right"), "arrow-right", "Shift+Right"
        ),
        _read_by_board(Act.MOVE_UP, text("Actions", "Move up in the column"), "arrow-up", "Shift+Up"),
        _read_by_board(Act.MOVE_DOWN, text("Actions", "Move down in the column"), "arrow-down", "Shift+Down"),
    )


def _other_specs() -> tuple[Spec, ...]:
    text = QT_TRANSLATE_NOOP
    return (
        Spec(
            act=Act.BOARD, text=text("Actions", "Board"), menu=PROGRAM, icon="square-kanban", keys=("Ctrl+1",)
        ),
        Spec(
            act=Act.BOARDS,
            text=text("Actions", "Other boards …"),
            menu=PROGRAM,
            icon="folder-open",
            keys=("Ctrl+2",),
        ),
        Spec(
            act=Act.SETTINGS,
            text=text("Actions", "Look …"),
            menu=PROGRAM,
            icon="palette",
            keys=("Ctrl+,",),
            role=Role.PreferencesRole,
            is_separated=True,
        ),
        Spec(
            act=Act.QUIT,
            text=text("Actions", "Quit"),
            menu=PROGRAM,
            icon="log-out",
            keys=("Ctrl+Q",),
            standard=Key.Quit,
            role=Role.QuitRole,
            is_separated=True,
        ),
        Spec(
            act=Act.UNDO,
            text=text("Actions", "Undo"),
            menu=EDIT,
            icon="undo-2",
            standard=Key.Undo,
            keys=("Ctrl+Z",),
        ),
        Spec(
            act=Act.REDO,
            text=text("Actions", "Redo"),
            menu=EDIT,
            icon="redo-2",
            standard=Key.Redo,
            keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        ),
        Spec(
            act=Act.SELECT_ALL,
            text=text("Actions", "Select the whole column"),
            menu=EDIT,
            icon="square-check",
            keys=("Ctrl+A",),
            is_described_only=True,
            is_separated=True,
        ),
        Spec(
            act=Act.SEARCH,
            text=text("Actions", "Search"),
            menu=EDIT,
            icon="search",
            standard=Key.Find,
            keys=("/",),
            in_work_area=True,
            is_separated=True,
        ),
        Spec(
            act=Act.PALETTE,
            text=text("Actions", "Find anything …"),
            menu=EDIT,
            icon="command",
            keys=("Ctrl+K",),
        ),
        _at_work(Act.FILTER, text("Actions", "Filter …"), "list-filter", "F", menu=VIEW),
        _at_work(Act.CLEAR_FILTER, text("Actions", "Show all cards"), "eraser", "Shift+F", menu=VIEW),
        _at_work(Act.SAVE_VIEW, text("Actions", "Save this view …"), "bookmark-plus", "Shift+S", menu=VIEW),
        _at_work(
            Act.DENSITY,
            text("Actions", "Smaller or fuller cards"),
            "rows-3",
            "D",
            menu=VIEW,
            is_separated=True,
        ),
        _at_work(Act.LANES, text("Actions", "Swimlanes …"), "layers", "G", menu=VIEW),
        Spec(
            act=Act.THEME,
            text=text("Actions", "Light or dark"),
            menu=VIEW,
            icon="sun-moon",
            keys=("Ctrl+Shift+L",),
        ),
        Spec(
            act=Act.MENU_BAR,
            text=text("Actions", "Menu bar"),
            menu=VIEW,
            icon="panel-right",
            keys=("Ctrl+M",),
        ),
        _at_work(Act.KEYS, text("Actions", "Keys"), "keyboard", "?", menu=HELP),
        Spec(act=Act.LOGS, text=text("Actions", "Open the log folder"), menu=HELP, icon="file-text"),
        Spec(
            act=Act.ABOUT,
            text=text("Actions", "About KanbanDesk"),
            menu=HELP,
            icon="info",
            role=Role.AboutRole,
            is_separated=True,
        ),
    )


def specs() -> tuple[Spec, ...]:
    """Return all actions, in the order of the menus."""
    return (*_ticket_specs(), *_other_specs())


def keys_of(spec: Spec) -> list[QKeySequence]:
    """Return the keys of an action on this system: ours first, then those the system has besides."""
    own = [QKeySequence(keys) for keys in spec.keys]
    system = QKeySequence.keyBindings(spec.standard) if spec.standard is not None else []
    return list(dict.fromkeys([*own, *system]))


class Actions(QObject):
    """The QActions of a window; `area` is the widget within which the letters act."""

    def __init__(self, window: QWidget, area: QWidget) -> None:
        super().__init__(window)
        self._specs = {spec.act: spec for spec in specs()}
        self._actions: dict[Act, QAction] = {}
        for spec in self._specs.values():
            action = QAction(translate("Actions", spec.text), self)
            action.setMenuRole(spec.role)
            if not spec.is_described_only:
                action.setShortcuts(keys_of(spec))
                (area if spec.in_work_area else window).addAction(action)
            if spec.in_work_area:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._actions[spec.act] = action

    def __getitem__(self, act: Act) -> QAction:
        return self._actions[act]

    def spec(self, act: Act) -> Spec:
        """Return what the action `act` is made from."""
        return self._specs[act]

    def on(self, act: Act, slot: Callable[[], object]) -> None:
        """Call `slot` when the action is triggered, by whatever way."""
        self._actions[act].triggered.connect(lambda _checked=False: slot())

    def allow(self, act: Act, why_not: str = "") -> None:
        """Enable the action, or disable it and keep the reason as its tool tip."""
        action = self._actions[act]
        action.setEnabled(not why_not)
        action.setToolTip(why_not or action.text())

    def allow_all(self, acts: Iterable[Act], why_not: str = "") -> None:
        """Enable or disable several."""
        for act in acts:
            self.allow(act, why_not)

    def why_not(self, act: Act) -> str:
        """Return why the action is not possible now, empty when it is."""
        action = self._actions[act]
        return "" if action.isEnabled() else action.toolTip()

    def keys_text(self, act: Act) -> str:
        """Return the first key of the action, as this system writes it."""
        keys = keys_of(self._specs[act])
        return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons; on macOS menus carry none."""
        if sys.platform == "darwin":
            return
        for act, action in self._actions.items():
            if name := self._specs[act].icon:
                action.setIcon(icons.icon(name, theme.ink_muted, 16))

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Fill `bar` with all the menus."""
        for name in MENUS:
            menu = bar.addMenu(translate("Actions", name))
            menu.setToolTipsVisible(True)
            self._fill(menu, [spec for spec in self._specs.values() if spec.menu == name])

    def fill_menu(self, menu: QMenu, acts: Iterable[Act | None]) -> None:
        """Add the actions to `menu`, a line for each None."""
        menu.setToolTipsVisible(True)
        for act in acts:
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[act])

    def _fill(self, menu: QMenu, members: list[Spec]) -> None:
        for spec in members:
            if spec.is_separated and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(self._actions[spec.act])
