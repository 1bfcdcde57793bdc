"""Titles joined to a log that has none."""

from pathlib import Path

import pytest

from kanbandesk.exchange.errors import BadSetting
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.titles import Titles, read_titles
from tests.unit.exchange.samples import write


def texts(folder: Path, text: str) -> tuple[str, ...]:
    return read_titles(Source(write(folder, text))).texts


def test_plain_lines_are_titles(tmp_path: Path) -> None:
    assert texts(tmp_path, "No sound\n\n  Late   parcel \n123\n") == ("No sound", "Late parcel")


def test_of_a_table_the_first_column_of_text_is_taken(tmp_path: Path) -> None:
    text = 'id,text,category\n1,"Where is it, then?",a\n2,No sound here,b\n'
    assert texts(tmp_path, text) == ("Where is it, then?", "No sound here")


def test_a_table_may_have_no_header(tmp_path: Path) -> None:
    assert texts(tmp_path, "17,No sound here\n18,Late parcel again\n") == (
        "No sound here",
        "Late parcel again",
    )


def test_a_title_of_several_lines_becomes_one_line(tmp_path: Path) -> None:
    assert texts(tmp_path, 'text,x\n"My\nphone  rings",1\n') == ("My phone rings",)


def test_the_last_number_in_the_key_chooses(tmp_path: Path) -> None:
    titles = Titles(("zero", "one", "two"))
    assert [titles.of(key, "own") for key in ("INC0000004", "Case 2-6", "none")] == ["one", "zero", "own"]
    assert titles.of("9" * 5000, "own") in titles.texts


@pytest.mark.parametrize("text", ["", "\n\n", "1\n2\n", "text,b\n"])
def test_a_file_without_text_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadSetting, match="holds no line of text"):
        texts(tmp_path, text)
