"""What a window remembers: its place and sizes with the board's home, the look and the boards seen with the person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from kanbandesk.ui.theme.switch import Look
from kanbandesk.workflow.boards import Density, Swimlane

_LEAST_SEEN = 80  # px of a window that have to be on some screen
_BOARDS = 8  # remembered


class Settings(Protocol):
    """What is asked of a QSettings."""

    def value(self, key: str, default: object = None, /) -> object: ...

    def setValue(self, key: str, value: object, /) -> None: ...


class _Passing:
    """Settings that live as long as this object.

    Not a QSettings on the null device: it writes a new file and renames it, and as root that replaces the device.
    """

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def value(self, key: str, default: object = None, /) -> object:
        return self._values.get(key, default)

    def setValue(self, key: str, value: object, /) -> None:
        self._values[key] = value


class Memory:
    """Small settings in two INI files; nothing here is worth an error: what cannot be read is the default."""

    def __init__(self, home: Path | None) -> None:
        self._person: Settings = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "kanbandesk", "kanbandesk"
        )
        self.home: Settings = (
            QSettings(str(home / "window.ini"), QSettings.Format.IniFormat) if home else self._person
        )

    @classmethod
    def forgetful(cls) -> Memory:
        """Return a memory that knows nothing and keeps nothing: for pictures."""
        memory = cls(None)
        memory._person = memory.home = _Passing()
        return memory

    # -- the window --

    def restore(self, window: QMainWindow) -> bool:
        """Put the window where it was, on a screen that is there; False when nothing is remembered."""
        state = self.home.value("window/geometry")
        if not isinstance(state, QByteArray) or not window.restoreGeometry(state):
            return False
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        placed = on_some_screen(window.geometry(), screens)
        if placed != window.geometry():
            window.setGeometry(placed)
        return True

    def keep(self, window: QMainWindow, split: Sequence[int]) -> None:
        """Remember the window's place, and the widths of board and panel."""
        self.home.setValue("window/geometry", window.saveGeometry())
        if len(split) == 2 and all(split):
            self.home.setValue("window/split", [str(width) for width in split])

    def split(self) -> list[int]:
        """Return the widths of board and panel, empty when nothing is remembered."""
        kept = self.home.value("window/split")
        widths = [int(width) for width in kept if str(width).isdecimal()] if isinstance(kept, list) else []
        return widths if len(widths) == 2 else []

    # -- the board --

    @property
    def density(self) -> Density:
        """How much a card shows."""
        kept = str(self.home.value("board/density", ""))
        return Density(kept) if kept in list(Density) else Density.FULL

    @density.setter
    def density(self, density: Density) -> None:
        self.home.setValue("board/density", density.value)

    @property
    def swimlane(self) -> Swimlane:
        """By what the board is cut into lanes."""
        kept = str(self.home.value("board/swimlane", ""))
        return Swimlane(kept) if kept in list(Swimlane) else Swimlane.NONE

    @swimlane.setter
    def swimlane(self, swimlane: Swimlane) -> None:
        self.home.setValue("board/swimlane", swimlane.value)

    @property
    def board(self) -> str:
        """The id of the board that was shown, empty for the first one."""
        return str(self.home.value("board/shown", "") or "")

    @board.setter
    def board(self, board_id: str) -> None:
        self.home.setValue("board/shown", board_id)

    # -- the person --

    @property
    def look(self) -> Look:
        """Light, dark, or as the system."""
        kept = str(self._person.value("look/theme", ""))
        return Look(kept) if kept in list(Look) else Look.SYSTEM

    @look.setter
    def look(self, look: Look) -> None:
        self._person.setValue("look/theme", look.value)

    @property
    def language(self) -> str:
        """The language's code ("ru"), empty for the system's."""
        return str(self._person.value("look/language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._person.setValue("look/language", language)

    @property
    def has_menu_bar(self) -> bool:
        """Whether the menu bar stands in the window."""
        return str(self._person.value("look/menu_bar", "false")) == "true"

    @has_menu_bar.setter
    def has_menu_bar(self, has_menu_bar: bool) -> None:
        self._person.setValue("look/menu_bar", "true" if has_menu_bar else "false")

    @property
    def person(self) -> Settings:
        """The settings of the person, for parts that read and write their own."""
        return self._person

    def boards(self) -> list[Path]:
        """Return the homes opened lately, the last one first."""
        kept = self._person.value("boards", [])
        return [Path(str(path)) for path in (kept if isinstance(kept, list) else [kept]) if path]

    def remember_board(self, home: Path) -> None:
        """Put a home at the head of those opened lately."""
        others = [path for path in self.boards() if path != home]
        self._person.setValue("boards", [str(path) for path in [home, *others][:_BOARDS]])


def on_some_screen(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """Return `wanted` where enough of it can be seen and gripped, else moved onto the first screen, no larger."""
    for screen in screens:
        seen = screen.intersected(wanted)
        if seen.width() >= _LEAST_SEEN and seen.height() >= _LEAST_SEEN and screen.top() <= wanted.top():
            return wanted
    if not screens:
        return wanted
    room = screens[0]
    size = wanted.size().boundedTo(room.size())
    placed = QRect(room.topLeft(), size)
    placed.moveCenter(room.center())
    return placed
