"""R5, R10: what a new workspace says to its clients is in its own language; what there is already is left alone."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from kanbandesk.models.boardfile import read_board
from kanbandesk.server.core.languages import ENVIRONMENT, computer_language
from kanbandesk.server.core.workspace import create_file
from kanbandesk.workflow.first_words import FIRST_WORDS, language_of
from kanbandesk.workflow.process import Process, default_process


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("ru_RU.UTF-8", "ru"),
        ("ru", "ru"),
        ("nb_NO", "nb"),
        ("nn-NO", "nb"),
        ("no", "nb"),
        ("en_GB.UTF-8", "en"),
        ("de_DE@euro", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
    ],
)
def test_a_locale_means_one_of_the_languages_or_else_english(name: str, language: str) -> None:
    assert language_of(name) == language


def test_what_is_said_of_the_workspace_goes_before_what_the_computer_speaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in (ENVIRONMENT, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert computer_language() == "en"
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert computer_language() == "ru"
    monkeypatch.setenv(ENVIRONMENT, "nb")
    assert computer_language() == "nb"


@pytest.mark.parametrize("language", sorted(FIRST_WORDS))
def test_a_new_workspace_writes_to_clients_in_its_language(language: str, tmp_path: Path) -> None:
    create_file(tmp_path / "board.db", me="Ada", now=0, meta={}, language=language)
    process = read_board(tmp_path / "board.db", 0).process
    words = FIRST_WORDS[language]

    assert process.reminder == words.reminder
    assert [one.name for one in process.request_types] == [words.technical, words.plain, words.not_technical]


def test_nothing_but_words_differs_between_languages() -> None:
    english = default_process()
    for language, words in FIRST_WORDS.items():
        process = default_process(language)
        assert all(getattr(words, field.name) for field in fields(words))
        named = tuple(
            replace(one, name=other.name)
            for one, other in zip(process.request_types, english.request_types, strict=True)
        )
        assert replace(process, reminder=english.reminder, request_types=named) == english
    assert Process().reminder == english.reminder  # by which an old workspace's unwritten one is read
