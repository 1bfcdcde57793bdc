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
    locale = _locale(wanted)
    QLocale.setDefault(locale)
    system = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # Qt has no bokmål of its own; English is asked last, for its plurals ("1 card").
    wishes = [
        [("kanbandesk", locale, _folder()), ("kanbandesk", QLocale(SOURCE), _folder())],
        [("qtbase", locale, Path(system)), ("qtbase", locale, _folder())],
    ]
    translators = []
    for wish in wishes:
        translator = QTranslator()
        if any(translator.load(language, name, "_", str(folder)) for name, language, folder in wish):
            QCoreApplication.installTranslator(translator)
            translators.append(translator)
    return translators


def _locale(wanted: str) -> QLocale:
    """Return the locale of a language; where the system speaks it, with the dates as they are set up there."""
    system = QLocale.system()
    return system if not wanted or QLocale(wanted).language() == system.language() else QLocale(wanted)


def _folder() -> Path:
    return resources.folder() / "translations"
