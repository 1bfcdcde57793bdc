"""The real window in Russian and in Norwegian: wherever one goes, no word of English is left but what people wrote."""

import re
import xml.etree.ElementTree as ET  # the project's own files
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QModelIndex
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMenu, QTabBar, QWidget

from kanbandesk.app import language
from kanbandesk.ui.about import About
from kanbandesk.ui.action_table import CARD_MENU, Act
from kanbandesk.ui.board_menu import board_menu
from tests.catalogue import FOLDER
from tests.gui.shell.stand import Shell

MINE, OTHERS = "Receipts arrive twice", "Gateway drops calls"
_PEOPLE = """
    Gateway drops calls Cannot log in Receipts arrive twice Report shows zero since this morning Support Ada Berg
    telephony
"""
_NAMES = """
    KanbanDesk SLA Apache Qt LGPL PySide6 SQLAlchemy Lucide ISC ServiceNow Trello Jira Deck Focalboard CSV VOIP
    English Norsk bokmål Ctrl Shift Alt Esc Return Delete
"""
WRITTEN_SO = frozenset(f"{_PEOPLE} {_NAMES}".split())
"""What people wrote, names, and what stands on the keys."""


@pytest.fixture(params=["ru", "nb"])
def spoken_language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The program in that language, for this test."""
    locale = QLocale()
    translators = language.install(request.param)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


@pytest.fixture
def foreign_shell(spoken_language: str, open_shell: Callable[[], Shell]) -> Shell:
    """A window in that language."""
    return open_shell()


# -- what can be read ----------------------------------------------------------------------------------------


def texts() -> Iterator[str]:
    """Yield every text of every widget there is, seen now or after a click."""
    for widget in QApplication.allWidgets():
        yield from texts_of(widget)
        for action in widget.actions():
            yield from (action.text(), action.toolTip())


def texts_of(widget: QWidget) -> Iterator[str]:
    for name in ("text", "title", "windowTitle", "placeholderText", "toolTip", "statusTip", "accessibleName"):
        value = widget.property(name)
        if isinstance(value, str):
            yield value
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    if model is not None:
        yield from (str(model.index(row, 0).data() or "") for row in range(model.rowCount(QModelIndex())))


def read_out(part: QAccessibleInterface) -> Iterator[str]:
    """Yield what a screen reader says of the board: its columns and cards."""
    yield part.text(QAccessible.Text.Name)
    yield part.text(QAccessible.Text.Description)
    for place in range(part.childCount()):
        yield from read_out(part.child(place))


def pieces(text: str) -> Iterator[str]:
    plain = unescape(re.sub(r"<[^>]+>", "", text)).replace("&", "")
    yield from (piece.strip() for piece in re.split(r"\n|  +| · |: |\. |▾|✕", plain))


# -- what must not be read -----------------------------------------------------------------------------------


@cache
def patterns(spoken_language: str, tag: str) -> list[re.Pattern[str]]:
    """Return the texts of the program that read otherwise in that language: as written, or as translated."""
    root = ET.parse(FOLDER / f"kanbandesk_{spoken_language}.ts").getroot()
    found = []
    for message in root.iter("message"):
        if message.findtext("source") == message.findtext("translation"):
            continue
        for form in message.iter(tag):
            parts = re.split(r"(\{\w+\}|%n)", form.text or "")
            if re.search(r"[^\W\d_]{2}", "".join(parts[::2])):
                found.append(
                    re.compile(
                        "".join(".+" if odd % 2 else re.escape(part) for odd, part in enumerate(parts))
                    )
                )
    return found


@cache
def is_english(spoken_language: str, piece: str) -> bool:
    """Tell whether this is a text of the program as it is written, or words that are not of the language."""
    if piece in {MINE, OTHERS}:
        return False
    if spoken_language == "ru" and set(re.findall("[A-Za-zåÅæÆøØ]{2,}6?", piece)) - WRITTEN_SO:
        return True
    if not any(pattern.fullmatch(piece) for pattern in patterns(spoken_language, "source")):
        return False
    translated = patterns(spoken_language, "translation") + patterns(spoken_language, "numerusform")
    return not any(pattern.fullmatch(piece) for pattern in translated)


def check(spoken_language: str, *more: str) -> None:
    said = {piece for text in (*texts(), *more) for piece in pieces(text)}
    assert not [piece for piece in said if is_english(spoken_language, piece)]


# -- wherever one goes ---------------------------------------------------------------------------------------


def test_the_board_speaks_the_language(foreign_shell: Shell, spoken_language: str) -> None:
    window = foreign_shell.window
    board = QAccessible.queryAccessibleInterface(window.view)
    check(spoken_language, *read_out(board))
    said = "\n".join((*texts(), *read_out(board)))
    expected = {
        "ru": ("Новая заявка", "Поиск заявок", "Ждём клиента", "В работе", "4 открыты", "Сохранено"),
        "nb": ("Ny sak", "Søk i saker", "Venter på kunde", "Under arbeid", "4 åpne", "Lagret"),
    }
    assert [words for words in expected[spoken_language] if words not in said] == []


def test_the_ticket_panel_speaks_the_language(foreign_shell: Shell, spoken_language: str) -> None:
    panel = foreign_shell.window.bench.open(foreign_shell.card(MINE).id)
    foreign_shell.until(lambda: panel.ticket is not None)
    for place in range(panel.pages.tabs.count()):
        panel.pages.turn_to(place)
        QApplication.processEvents()
    menu = panel.menus.make_menu()
    assert menu is not None
    check(spoken_language)
    for choose in (
        panel.menus.choose_status,
        panel.menus.choose_priority,
        panel.menus.choose_owner,
        panel.menus.choose_line,
        panel.menus.choose_tag,
        panel.menus.ask_block,
        panel.linked.choose,
    ):
        choose()
        check(spoken_language)


def test_each_sheet_speaks_the_language(foreign_shell: Shell, spoken_language: str) -> None:
    for status_id in ("waiting_client", "waiting_vendor", "postponed", "in_development", "solved", "new"):
        foreign_shell.drop(MINE, status_id)
        check(spoken_language)
        foreign_shell.window.hands.transitions.cancel()


def test_the_panels_speak_the_language(foreign_shell: Shell, spoken_language: str) -> None:
    window = foreign_shell.window
    foreign_shell.select(MINE)
    for act in (
        *(Act.PALETTE, Act.FILTER, Act.KEYS, Act.SETTINGS, Act.SAVE_VIEW, Act.CREATE),
        *(Act.MOVE, Act.ASSIGN, Act.TAGS, Act.LINK, Act.BLOCK, Act.UNDO, Act.COPY_LINK),
    ):
        foreign_shell.window.view.setFocus()
        window.actions_by_name[act].trigger()
        check(spoken_language)
    foreign_shell.drop(OTHERS, "in_progress")
    check(spoken_language)


def test_menus_and_the_other_pages_speak_the_language(foreign_shell: Shell, spoken_language: str) -> None:
    window = foreign_shell.window
    menu = QMenu(window)
    window.actions_by_name.fill_menu(menu, CARD_MENU)
    more = [action.text() for action in (*menu.actions(), *actions_of_board_menu(foreign_shell))]
    window.hands.deeds.show_menu_bar(is_shown=True)
    window.show_welcome([], None)
    about = About(window, "0", Path("/1"))
    check(spoken_language, *more, about.windowTitle())


def actions_of_board_menu(shell: Shell) -> list[QAction]:
    return board_menu(shell.window).actions()
