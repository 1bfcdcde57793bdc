"""Which theme is on: the system's, or the one chosen; changed live, told to whoever paints by himself."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.theme.contrast import heightened
from kanbandesk.ui.theme.palette import palette_of
from kanbandesk.ui.theme.stylesheet import style_sheet
from kanbandesk.ui.theme.tokens import CARD_TEXT, DARK, LIGHT, Theme


class Look(StrEnum):
    """What a person can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeSwitch(QObject):
    """Keeps the application in the theme that the person or the system wants.

    `changed` carries the new Theme; emitted after palette and style sheet are in place.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, look: Look = Look.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._look = look
        # Kept: the accessibility object dies with the Python wrapper of the hints it came from.
        self._hints = QGuiApplication.styleHints()
        self._accessibility = self._hints.accessibility()
        self._theme = self._wanted()
        if app.style().name().casefold() != "fusion":
            app.setStyle("Fusion")
        app.setFont(text_font(app.font()))
        self._dress()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The theme that is on."""
        return self._theme

    @property
    def look(self) -> Look:
        """What was chosen."""
        return self._look

    def close(self) -> None:
        """Follow the system no more."""
        self._hints.colorSchemeChanged.disconnect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.disconnect(self._on_system_changed)
        self.deleteLater()

    def choose(self, look: Look) -> None:
        """Take a choice; the window changes at once."""
        self._look = look
        self._on_system_changed()

    def toggle(self) -> None:
        """Turn light into dark and back."""
        self.choose(Look.LIGHT if self._theme.is_dark else Look.DARK)

    def _wanted(self) -> Theme:
        is_dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        if self._look is not Look.SYSTEM:
            is_dark = self._look is Look.DARK
        theme = DARK if is_dark else LIGHT
        wants_contrast = self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast
        return heightened(theme) if wants_contrast else theme

    def _on_system_changed(self) -> None:
        theme = self._wanted()
        if theme != self._theme:
            self._theme = theme
            self._dress()
            self.changed.emit(theme)

    def _dress(self) -> None:
        self._app.setPalette(palette_of(self._theme))
        self._app.setStyleSheet(style_sheet(self._theme))


_STOPGAPS = ("DejaVu Sans", "Bitstream Vera Sans")
_BETTER = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Liberation Sans")


def text_font(system: QFont) -> QFont:
    """Return the system's font at our size.

    Where the system names none, fontconfig falls back on a wide one; then the first better one that is installed.
    """
    font = QFont(system)
    if QFontInfo(font).family() in _STOPGAPS:
        better = next((family for family in _BETTER if QFontDatabase.hasFamily(family)), "")
        if better:
            font.setFamilies([better])
    font.setPixelSize(CARD_TEXT)
    return font
