from argparse import _SubParsersAction

import pytest

from kanbandesk.__main__ import VERBS, first_word
from kanbandesk.app.options import read
from kanbandesk.cli import build_parser


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ([], ""),
        (["open"], "open"),
        (["--home", "stats", "import", "file"], "import"),
        (["--home=stats", "import"], "import"),
        (["kanbandesk://ticket/1"], "kanbandesk://ticket/1"),
        (["--lang", "ru"], "ru"),
    ],
)
def test_the_verb_is_the_first_word_that_is_no_option(words: list[str], verb: str) -> None:
    assert first_word(words) == verb


def test_every_verb_of_the_command_line_goes_there_but_those_of_the_window() -> None:
    (verbs,) = (each for each in build_parser()._actions if isinstance(each, _SubParsersAction))
    assert set(verbs.choices) - VERBS == {"open", "demo"}


def test_a_foreign_link_is_left_aside() -> None:
    assert read(["kanbandesk://import/evil"]).ticket == ""


def test_a_link_opens_its_ticket() -> None:
    assert read(["--lang", "nb", "kanbandesk://ticket/12"]).ticket == "12"
