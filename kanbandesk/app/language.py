"""The language of the window: the one asked for, the one chosen, or the system's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kanbandesk.ui.theme import resources

SOURCE = "en"
_NAMES = {"en": "English", "ru": "Русский", "nb": "Norsk bokmål"}


def available() -> dict[str, str]:
    """Return the languages there are translations for, by code, each named in itself; the system's choice first."""
    found = sorted(path.stem.removeprefix("kanbandesk_") for path in _folder().glob("kanbandesk_*.qm"))
    codes = [SOURCE, *found]
    return {"": "–", **{code: _NAMES.get(code, QLocale(code).nativeLanguageName()) for code in codes}}


def install(wanted: str) -> list[QTranslator]:
    """Speak `wanted` ("ru"; empty for the system's language) from now on; return what must stay alive for that.

    A language without a translation leaves the words in English, with the dates of that language.
    """
    locale = QLocale(wanted) if wanted else QLocale.system()
    QLocale.setDefault(locale)
    translators = []
    places = {
        "kanbandesk": str(_folder()),
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    }
    for name, place in places.items():
        translator = QTranslator()
        if translator.load(locale, name, "_", place) and QCoreApplication.installTranslator(translator):
            translators.append(translator)
    return translators


def _folder() -> Path:
    return resources.folder() / "translations"
