"""Which language the window speaks, and what of Qt speaks with it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from kanbandesk.app import language
from kanbandesk.models.faults import InUse, Missing, NotSaved
from kanbandesk.ui.words import fault_text, long_duration, moment_text, short_duration
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE

MOMENT = 1_773_748_800_000  # Tuesday 17 March 2026, 12:00 UTC


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Makes the program speak a language until the test is over."""
    locale, translators = QLocale(), []

    def install(code: str) -> None:
        translators.extend(language.install(code))

    yield install
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


def cards(count: int) -> str:
    return QCoreApplication.translate("Stage", "%n card(s)", None, count)


def test_three_languages_can_be_chosen_and_the_systems() -> None:
    assert language.available() == {"": "–", "en": "English", "nb": "Norsk bokmål", "ru": "Русский"}


@pytest.mark.parametrize(
    ("code", "said"),
    [("ru", ["1 карточка", "3 карточки"]), ("nb", ["1 kort", "3 kort"]), ("no", ["1 kort", "3 kort"])],
)
def test_the_language_asked_for_is_spoken(speak: Callable[[str], None], code: str, said: list[str]) -> None:
    speak(code)
    assert [cards(1), cards(3)] == said


@pytest.mark.parametrize("code", ["en", "de", ""])
def test_without_a_translation_english_is_spoken_with_its_plurals(
    speak: Callable[[str], None], code: str
) -> None:
    speak(code)
    assert [cards(1), cards(3)] == ["1 card", "3 cards"]


@pytest.mark.parametrize(("code", "said"), [("ru", "Отмена"), ("nb", "Avbryt")])
def test_qts_own_words_come_along(speak: Callable[[str], None], code: str, said: str) -> None:
    speak(code)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == said


AFTER_AN_UPDATE = """
import pathlib, shutil, sys
from PySide6.QtCore import QCoreApplication
from kanbandesk.app import language
from kanbandesk.ui.theme import resources

folder = pathlib.Path(sys.argv[1]) / "translations"
shutil.copytree(resources.folder() / "translations", folder)
resources.folder = lambda: folder.parent
app = QCoreApplication([])
kept = language.install("ru")
for file in folder.glob("*.qm"):
    file.write_bytes(b"")
print(QCoreApplication.translate("QPlatformTheme", "Cancel"), QCoreApplication.translate("Stage", "the ticket"))
"""


def test_the_words_outlive_their_files(tmp_path: Path) -> None:
    """A mapped file that is cut short kills its reader, so this is asked of another process."""
    words = [sys.executable, "-X", "utf8", "-c", AFTER_AN_UPDATE, str(tmp_path)]
    result = subprocess.run(words, capture_output=True, timeout=120, check=False)
    assert result.returncode == 0
    assert result.stdout.decode().split() == ["Отмена", "заявка"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ru", ["35 мин", "3 д 2 ч", "5 ч 10 мин", "вт 17 мар. 2026 12:00"]),
        ("nb", ["35 min", "3 d 2 t", "5 t 10 min", "tir. 17. mars 2026 12:00"]),
    ],
)
def test_lengths_and_dates_are_written_as_people_do(
    speak: Callable[[str], None], code: str, said: list[str]
) -> None:
    speak(code)
    lengths = [short_duration(35 * MINUTE), short_duration(3 * DAY + 2 * HOUR)]
    assert [*lengths, long_duration(5 * HOUR + 10 * MINUTE), moment_text(MOMENT)] == said


def test_a_fault_is_told_in_the_language_of_the_window(speak: Callable[[str], None]) -> None:
    board = Path("/boards/1")
    for fault in (Missing(board), InUse(board, 42), NotSaved(board, "no space")):
        assert fault_text(fault) == str(fault)
    speak("ru")
    assert fault_text(Missing(board)).startswith(f"В {board} нет доски.")
    assert "процесс 42" in fault_text(InUse(board, 42))
    assert "no space" in fault_text(NotSaved(board, "no space"))


def test_any_other_error_says_itself(speak: Callable[[str], None]) -> None:
    speak("ru")
    assert fault_text(OSError("gone")) == "gone"
