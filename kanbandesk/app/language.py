"""The language of the window: the one asked for, the one chosen, or the system's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kanbandesk.ui.theme import resources
from kanbandesk.workflow.first_words import language_of

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
    system = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # Qt has no bokmål of its own; English is asked last, for its plurals ("1 card").
    wishes = [
        [_found("kanbandesk", locale, _folder()), _found("kanbandesk", QLocale(SOURCE), _folder())],
        [_found("qtbase", locale, system), _found("qtbase", locale, _folder())],
    ]
    translators: list[QTranslator] = []
    for wish in wishes:
        translator = _Words()
        if any(path is not None and translator.read(path) for path in wish):
            QCoreApplication.installTranslator(translator)
            translators.append(translator)
    return translators


def spoken() -> str:
    """Return the language that the window speaks, of those in which a workspace may write to its clients."""
    return language_of(QLocale().name())


class _Words(QTranslator):
    """A translation that lies in memory.

    Qt would map the file instead, and a program whose files are replaced while it runs (an update) would be killed by
    the first word that it says.
    """

    def read(self, path: Path) -> bool:
        """Take the words of a file; Qt points into the bytes as long as this lives."""
        try:
            self._content = path.read_bytes()
        except OSError:
            return False
        return self.load(self._content)


def _found(name: str, locale: QLocale, folder: Path) -> Path | None:
    """Return the file of the first language that the person reads, as Qt looks for it: ru_RU, then ru."""
    for language in locale.uiLanguages():
        parts = language.split("-")
        for length in range(len(parts), 0, -1):
            path = folder / f"{name}_{'_'.join(parts[:length])}.qm"
            if path.is_file():
                return path
    return None


def _locale(wanted: str) -> QLocale:
    """Return the locale of a language; where the system speaks it, with the dates as they are set up there."""
    system = QLocale.system()
    return system if not wanted or QLocale(wanted).language() == system.language() else QLocale(wanted)


def _folder() -> Path:
    return resources.folder() / "translations"
