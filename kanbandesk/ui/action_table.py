"""The table of all actions: their words, icons, keys and places. Menus, palette and key map are made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction, QKeySequence

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP

Key = QKeySequence.StandardKey
Role = QAction.MenuRole


class Act(StrEnum):
    """The names of the actions."""

    CREATE = "create"
    OPEN = "open"
    OPEN_WINDOW = "open_window"
    PAIR = "pair"
    BACK = "back"
    CLAIM = "claim"
    START = "start"
    ASSIGN = "assign"
    REPLY = "reply"
    NOTE = "note"
    CALL = "call"
    MOVE = "move"
    PRIORITY = "priority"
    POSTPONE = "postpone"
    TRANSFER = "transfer"
    NOT_OURS = "not_ours"
    WITHDRAW = "withdraw"
    BLOCK = "block"
    TAGS = "tags"
    LINK = "link"
    MERGE = "merge"
    WATCH = "watch"
    REMIND = "remind"
    HOLD = "hold"
    SILENT = "silent"
    COPY_LINK = "copy_link"
    COPY_NUMBER = "copy_number"
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
    INBOX = "inbox"
    WAITING = "waiting"
    BOARDS = "boards"
    SHARE = "share"
    PEOPLE = "people"
    WHO = "who"
    SETTINGS = "settings"
    SETUP = "setup"
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
    is_in_menu: bool = True  # what is rare stands where it belongs, and in the palette
    role: QAction.MenuRole = Role.NoRole


TICKET = QT_TRANSLATE_NOOP("Actions", "Ticket")
EDIT = QT_TRANSLATE_NOOP("Actions", "Edit")
VIEW = QT_TRANSLATE_NOOP("Actions", "View")
PROGRAM = QT_TRANSLATE_NOOP("Actions", "Board")
HELP = QT_TRANSLATE_NOOP("Actions", "Help")
MENUS = (PROGRAM, EDIT, TICKET, VIEW, HELP)
CARD_MENU = (
    *(
        Act.OPEN,
        Act.OPEN_WINDOW,
        Act.PAIR,
        None,
        Act.CLAIM,
        Act.START,
        Act.MOVE,
        Act.ASSIGN,
        Act.POSTPONE,
        None,
        Act.TRANSFER,
        Act.NOT_OURS,
        Act.WITHDRAW,
        None,
    ),
    *(Act.REPLY, Act.NOTE, Act.CALL, None),
    *(Act.PRIORITY, Act.TAGS, Act.LINK, Act.MERGE, Act.BLOCK, Act.WATCH, None, Act.COPY_LINK),
)
"""The context menu of a card; None is a line between groups."""


def _work(act: Act, text: str, icon: str, *keys: str, menu: str = TICKET, is_separated: bool = False) -> Spec:
    """Return an action of the work area, whose letters act only where nothing is being typed."""
    return Spec(
        act=act, text=text, menu=menu, icon=icon, keys=keys, in_work_area=True, is_separated=is_separated
    )


def _rare(act: Act, text: str, icon: str) -> Spec:
    """Return an action on cards that has its button elsewhere, and no place in the menus."""
    return Spec(act=act, text=text, menu=TICKET, icon=icon, is_in_menu=False)


def _read(act: Act, text: str, icon: str, *keys: str, menu: str = TICKET, is_separated: bool = False) -> Spec:
    """Return an action whose keys the board reads by itself."""
    return Spec(
        act=act, text=text, menu=menu, icon=icon, keys=keys, is_described_only=True, is_separated=is_separated
    )


def _window(
    act: Act,
    text: str,
    icon: str,
    *keys: str,
    menu: str,
    standard: QKeySequence.StandardKey | None = None,
    role: QAction.MenuRole = Role.NoRole,
    is_separated: bool = False,
) -> Spec:
    """Return an action of the window, whose keys act everywhere in it."""
    return Spec(
        act=act,
        text=text,
        menu=menu,
        icon=icon,
        keys=keys,
        standard=standard,
        role=role,
        is_separated=is_separated,
    )


SPECS: Sequence[Spec] = (
    _work(Act.CREATE, QT_TRANSLATE_NOOP("Actions", "New ticket"), "plus", "C", "Ctrl+N"),
    _read(Act.OPEN, QT_TRANSLATE_NOOP("Actions", "Open"), "panel-right", "Return", is_separated=True),
    _work(Act.OPEN_WINDOW, QT_TRANSLATE_NOOP("Actions", "Open in its own window"), "external-link", "O"),
    _work(Act.PAIR, QT_TRANSLATE_NOOP("Actions", "To the card in development, or back"), "code", "J"),
    _read(Act.BACK, QT_TRANSLATE_NOOP("Actions", "Back to the board"), "arrow-left", "Escape"),
    _work(Act.CLAIM, QT_TRANSLATE_NOOP("Actions", "Claim"), "hand", "I", is_separated=True),
    _work(Act.START, QT_TRANSLATE_NOOP("Actions", "Start work"), "play", "S"),
    _work(Act.MOVE, QT_TRANSLATE_NOOP("Actions", "Move to …"), "move-right", "M"),
    _work(Act.ASSIGN, QT_TRANSLATE_NOOP("Actions", "Assign to …"), "user-plus", "A"),
    _work(Act.POSTPONE, QT_TRANSLATE_NOOP("Actions", "Postpone …"), "alarm-clock", "P"),
    _work(Act.TRANSFER, QT_TRANSLATE_NOOP("Actions", "Transfer …"), "send", "Shift+T", is_separated=True),
    _work(Act.NOT_OURS, QT_TRANSLATE_NOOP("Actions", "Not ours …"), "corner-down-left"),
    _work(Act.WITHDRAW, QT_TRANSLATE_NOOP("Actions", "Withdraw the transfer"), "x"),
    _work(Act.REPLY, QT_TRANSLATE_NOOP("Actions", "Answer the client"), "reply", "R", is_separated=True),
    _work(Act.NOTE, QT_TRANSLATE_NOOP("Actions", "Write a note"), "sticky-note", "N"),
    _work(Act.CALL, QT_TRANSLATE_NOOP("Actions", "Log a call"), "phone", "Shift+N"),
    _work(Act.TAGS, QT_TRANSLATE_NOOP("Actions", "Tags …"), "tags", "T", is_separated=True),
    _work(Act.PRIORITY, QT_TRANSLATE_NOOP("Actions", "Priority …"), "flag", "Shift+P"),
    _work(Act.LINK, QT_TRANSLATE_NOOP("Actions", "Link to …"), "link", "L"),
    _work(Act.MERGE, QT_TRANSLATE_NOOP("Actions", "Merge into …"), "git-merge", "Shift+M"),
    _work(Act.BLOCK, QT_TRANSLATE_NOOP("Actions", "Block …"), "ban", "B"),
    _work(Act.WATCH, QT_TRANSLATE_NOOP("Actions", "Watch"), "eye", "W"),
    _rare(Act.REMIND, QT_TRANSLATE_NOOP("Actions", "Remind the client …"), "bell"),
    _rare(Act.HOLD, QT_TRANSLATE_NOOP("Actions", "Hold the reminders, or let them go"), "hourglass"),
    _rare(Act.SILENT, QT_TRANSLATE_NOOP("Actions", "Close as silent"), "circle-x"),
    _rare(Act.COPY_NUMBER, QT_TRANSLATE_NOOP("Actions", "Copy the number"), "copy"),
    _work(
        Act.COPY_LINK,
        QT_TRANSLATE_NOOP("Actions", "Copy the link"),
        "copy",
        "Ctrl+Shift+C",
        is_separated=True,
    ),
    _read(
        Act.MOVE_LEFT,
        QT_TRANSLATE_NOOP("Actions", "Move a column to the left"),
        "arrow-left",
        "Shift+Left",
        is_separated=True,
    ),
    _read(
        Act.MOVE_RIGHT,
        QT_TRANSLATE_NOOP("Actions", "Move a column to the right"),
        "arrow-right",
        "Shift+Right",
    ),
    _read(Act.MOVE_UP, QT_TRANSLATE_NOOP("Actions", "Move up in the column"), "arrow-up", "Shift+Up"),
    _read(Act.MOVE_DOWN, QT_TRANSLATE_NOOP("Actions", "Move down in the column"), "arrow-down", "Shift+Down"),
    _window(Act.BOARD, QT_TRANSLATE_NOOP("Actions", "Board"), "square-kanban", "Ctrl+1", menu=PROGRAM),
    _window(Act.INBOX, QT_TRANSLATE_NOOP("Actions", "Inbox"), "inbox", "Ctrl+2", menu=PROGRAM),
    _window(Act.WAITING, QT_TRANSLATE_NOOP("Actions", "Waiting room"), "hourglass", "Ctrl+3", menu=PROGRAM),
    _window(
        Act.BOARDS, QT_TRANSLATE_NOOP("Actions", "Other boards …"), "folder-open", "Ctrl+O", menu=PROGRAM
    ),
    _window(Act.SHARE, QT_TRANSLATE_NOOP("Actions", "Share with a team …"), "upload", menu=PROGRAM),
    _work(Act.WHO, QT_TRANSLATE_NOOP("Actions", "Who is here …"), "users", "Shift+W", menu=PROGRAM),
    _window(Act.PEOPLE, QT_TRANSLATE_NOOP("Actions", "People …"), "users", menu=PROGRAM),
    _window(
        Act.SETTINGS,
        QT_TRANSLATE_NOOP("Actions", "Look …"),
        "palette",
        "Ctrl+,",
        menu=PROGRAM,
        role=Role.PreferencesRole,
        is_separated=True,
    ),
    _window(Act.SETUP, QT_TRANSLATE_NOOP("Actions", "Settings …"), "settings", "Ctrl+Shift+,", menu=PROGRAM),
    _window(
        Act.QUIT,
        QT_TRANSLATE_NOOP("Actions", "Quit"),
        "log-out",
        "Ctrl+Q",
        menu=PROGRAM,
        standard=Key.Quit,
        role=Role.QuitRole,
        is_separated=True,
    ),
    _window(Act.UNDO, QT_TRANSLATE_NOOP("Actions", "Undo"), "undo-2", "Ctrl+Z", menu=EDIT, standard=Key.Undo),
    _window(
        Act.REDO,
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        "redo-2",
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        menu=EDIT,
        standard=Key.Redo,
    ),
    _read(
        Act.SELECT_ALL,
        QT_TRANSLATE_NOOP("Actions", "Select the whole column"),
        "square-check",
        "Ctrl+A",
        menu=EDIT,
        is_separated=True,
    ),
    _work(
        Act.SEARCH,
        QT_TRANSLATE_NOOP("Actions", "Search"),
        "search",
        "/",
        "Ctrl+F",
        menu=EDIT,
        is_separated=True,
    ),
    _window(Act.PALETTE, QT_TRANSLATE_NOOP("Actions", "Find anything …"), "command", "Ctrl+K", menu=EDIT),
    _work(Act.FILTER, QT_TRANSLATE_NOOP("Actions", "Filter …"), "list-filter", "F", menu=VIEW),
    _work(Act.CLEAR_FILTER, QT_TRANSLATE_NOOP("Actions", "Show all cards"), "eraser", "Shift+F", menu=VIEW),
    _work(
        Act.SAVE_VIEW, QT_TRANSLATE_NOOP("Actions", "Save this view …"), "bookmark-plus", "Shift+S", menu=VIEW
    ),
    _work(
        Act.DENSITY,
        QT_TRANSLATE_NOOP("Actions", "Smaller or fuller cards"),
        "rows-3",
        "D",
        menu=VIEW,
        is_separated=True,
    ),
    _work(Act.LANES, QT_TRANSLATE_NOOP("Actions", "Swimlanes …"), "layers", "G", menu=VIEW),
    _window(Act.THEME, QT_TRANSLATE_NOOP("Actions", "Light or dark"), "sun-moon", "Ctrl+Shift+L", menu=VIEW),
    _window(Act.MENU_BAR, QT_TRANSLATE_NOOP("Actions", "Menu bar"), "menu", "Ctrl+M", menu=VIEW),
    _work(Act.KEYS, QT_TRANSLATE_NOOP("Actions", "Keys"), "keyboard", "?", menu=HELP),
    _window(Act.LOGS, QT_TRANSLATE_NOOP("Actions", "Open the log folder"), "file-text", menu=HELP),
    _window(
        Act.ABOUT,
        QT_TRANSLATE_NOOP("Actions", "About KanbanDesk"),
        "info",
        menu=HELP,
        role=Role.AboutRole,
        is_separated=True,
    ),
)
"""All actions, in the order of the menus."""


def keys_of(spec: Spec) -> list[QKeySequence]:
    """Return the keys of an action on this system: ours first, then those the system has besides."""
    own = [QKeySequence(keys) for keys in spec.keys]
    system = QKeySequence.keyBindings(spec.standard) if spec.standard is not None else []
    return list(dict.fromkeys([*own, *system]))
