"""The window of settings: the pages at the left, each made when somebody first turns to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from kanbandesk.ui.setup import drawers, routines, wholes
from kanbandesk.ui.setup.changes import ChangesPage
from kanbandesk.ui.setup.clients import ClientsPage
from kanbandesk.ui.setup.drawer import Drawer
from kanbandesk.ui.setup.form import EditingPage
from kanbandesk.ui.setup.page import ADD, DOWN, SAVE, UP, DrawerPage
from kanbandesk.ui.setup.starting import StartingPage
from kanbandesk.ui.setup.trial import TrialView
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.team.people import Office, PeoplePage
from kanbandesk.ui.theme import icons
from kanbandesk.ui.words import translate
from kanbandesk.workflow.cards import BoardSnapshot, Changes
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.rights import Action, may

_SIDE, _ROW, _ICON = 210, 34, 16  # px
_SIZE = QSize(1180, 760)
Make = Callable[[], Drawer[Any]]
PAGES: Sequence[Make] = (
    wholes.workspace,
    drawers.statuses,
    drawers.boards,
    wholes.endings,
    drawers.promises,
    drawers.urgency,
    drawers.support_lines,
    routines.agents,
    drawers.opening_hours,
    wholes.timers,
    routines.request_types,
    routines.routing,
    routines.playbooks,
    routines.reasons,
    drawers.custom_fields,
    wholes.tags,
)


class SetupWindow(QWidget):
    """Shows the settings of the workspace; who may not set up sees them and can change nothing."""

    def __init__(self, stage: Stage, office: Office | None = None) -> None:
        super().__init__(stage.window, Qt.WindowType.Window)
        self.setObjectName("SetupWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Setup", "Settings"))
        self._stage = stage
        self._drawers = [make() for make in PAGES]
        self.may_save = may(actor_of(self._snapshot().me), Action.SET_UP)
        self.pages: dict[int, QWidget] = {}
        self.list = QListWidget()
        self.list.setProperty("look", "nav")
        self.list.setFixedWidth(_SIDE)
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setAccessibleName(translate("Setup", "Settings"))
        self.room = QStackedWidget()
        for drawer in self._drawers:
            self._add_name(drawer.title, drawer.icon)
        self._others = self._other_pages(office)
        for title, icon, _ in self._others:
            self._add_name(title, icon)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 16, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.room, 1)
        self.list.currentRowChanged.connect(self.turn_to)
        self._listen_to_keys()
        stage.bridge.changes_arrived.connect(self._on_changes)
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self.list.setCurrentRow(0)

    def _snapshot(self) -> BoardSnapshot:
        return self._stage.model.snapshot

    def _add_name(self, title: str, icon: str) -> None:
        theme = self._stage.themes.theme
        row = QListWidgetItem(icons.icon(icon, theme.ink_muted, _ICON), title)
        row.setSizeHint(QSize(0, _ROW))
        self.list.addItem(row)

    def _other_pages(self, office: Office | None) -> list[tuple[str, str, Callable[[], QWidget]]]:
        """Return the pages that are no lists of settings: title, icon, how they are made."""
        stage = self._stage
        pages: list[tuple[str, str, Callable[[], QWidget]]] = [
            (translate("Setup", "Clients and contacts"), "building", self._clients),
            (translate("Setup", "Changes"), "history", lambda: ChangesPage(stage.bridge, self._snapshot)),
            (
                translate("Setup", "Ways to begin"),
                "sparkles",
                lambda: StartingPage(stage, may_save=self.may_save),
            ),
        ]
        if office is not None:
            title = translate("Setup", "Logins and desks")
            pages.insert(1, (title, "users", lambda: self._people(office)))
        return pages

    def _clients(self) -> QWidget:
        may_save = may(actor_of(self._snapshot().me), Action.KEEP_CLIENTS)
        return ClientsPage(self._stage, may_save=may_save)

    def _people(self, office: Office) -> QWidget:
        page = PeoplePage(self._stage.bridge, self._snapshot, office)
        page.setContentsMargins(16, 0, 16, 16)
        return page

    def _listen_to_keys(self) -> None:
        """Let what the buttons of a page do be done by keys, whatever has the focus."""
        acts: dict[str, Callable[[EditingPage], object]] = {
            SAVE: lambda page: page.save(),
            "Ctrl+Return": lambda page: page.save(),
            ADD: lambda page: page.add(),
            UP: lambda page: page.shift(-1),
            DOWN: lambda page: page.shift(1),
        }
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda act=act: self._on_page(act))
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def _on_page(self, act: Callable[[EditingPage], object]) -> None:
        page = self.room.currentWidget()
        if isinstance(page, EditingPage):
            act(page)

    def _turn(self, step: int) -> None:
        place = self.list.currentRow() + step
        if 0 <= place < self.list.count():
            self.list.setCurrentRow(place)
            self.list.setFocus()

    def turn_to(self, place: int) -> None:
        """Show a page; it is made when it is first shown."""
        if place not in self.pages:
            page = self._make(place)
            self.pages[place] = page
            self.room.addWidget(page)
        self.room.setCurrentWidget(self.pages[place])

    def show_page(self, title: str) -> DrawerPage:
        """Turn to the page with this title and return it; ValueError when there is none."""
        titles = [drawer.title for drawer in self._drawers]
        self.list.setCurrentRow(titles.index(title))
        page = self.pages[titles.index(title)]
        assert isinstance(page, DrawerPage)
        return page

    def _make(self, place: int) -> QWidget:
        if place >= len(self._drawers):
            return self._others[place - len(self._drawers)][2]()
        drawer = self._drawers[place]
        page = DrawerPage(drawer, self._stage.bridge, self._snapshot, may_save=self.may_save)
        page.tried.connect(lambda item: self._try(drawer, item))
        return page

    def _try(self, drawer: Drawer[Any], item: object) -> None:
        """Let a setting be tried on what has happened, before it is kept."""
        TrialView(self._stage, self, drawer.save(self._snapshot(), item)).open()

    def _on_changes(self, changes: Changes) -> None:
        if changes.settings is None:
            return
        for page in self.pages.values():
            if isinstance(page, EditingPage):
                page.show_snapshot(self._snapshot())
            elif isinstance(page, ChangesPage):
                page.refresh()

    def is_dirty(self) -> bool:
        """Tell whether something was edited and not saved."""
        return bool(self._dirty())

    def _dirty(self) -> list[int]:
        return [at for at, page in self.pages.items() if isinstance(page, EditingPage) and page.is_dirty]

    def _remind(self) -> None:
        """Turn to the page with something that is not saved."""
        place = self._dirty()[0]
        self.list.setCurrentRow(place)
        page = self.pages[place]
        assert isinstance(page, EditingPage)
        page.say_unsaved()

    # -- Qt --

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open where something is not saved yet: closing is no way to lose it."""
        if self.is_dirty():
            event.ignore()
            self._remind()
        else:
            super().closeEvent(event)
