"""The pages of the panel under their tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kanbandesk.ui.widgets.bar import Bar
from kanbandesk.ui.widgets.plain import caption
from kanbandesk.ui.words import translate

SIDE = 20  # px


class Pages(QWidget):
    """Tabs, a strip for what has to be said, and the page in sight. `turned` carries the page's place."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Pages")
        self.tabs = QTabBar(self)
        self.tabs.setProperty("look", "pages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(translate("Pages", "Pages"))
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(True)
        line = QFrame(self)
        line.setObjectName("PagesLine")
        line.setFixedHeight(1)
        self.bar = Bar(self)
        self._stack = QStackedWidget(self)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(0)
        head.addWidget(self.tabs)
        head.addWidget(line)
        strip = QVBoxLayout()
        strip.setContentsMargins(SIDE, 0, SIDE, 0)
        strip.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(strip)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_turned)

    def add(self, name: str, page: QWidget) -> None:
        """Add a page."""
        self._stack.addWidget(page)
        self.tabs.addTab(caption(name))

    def rename(self, place: int, name: str) -> None:
        """Call a page something else: its count has changed."""
        self.tabs.setTabText(place, caption(name))

    def show_tab(self, place: int, *, is_shown: bool) -> None:
        """Show a page's tab, or hide it while there is nothing on it."""
        self.tabs.setTabVisible(place, is_shown)

    def shown(self) -> list[tuple[int, str]]:
        """Return the pages that can be turned to, each with its name."""
        places = filter(self.tabs.isTabVisible, range(self.tabs.count()))
        return [(place, self.tabs.tabText(place).replace("&&", "&")) for place in places]

    def turn_to(self, place: int) -> None:
        """Show a page."""
        self.tabs.setCurrentIndex(place)

    def _on_turned(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.turned.emit(place)
