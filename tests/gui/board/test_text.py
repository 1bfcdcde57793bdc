"""Measuring, wrapping and eliding by cached widths of words, whatever the font."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.board.text import ELLIPSIS, Ruler

TITLE = "Gateway drops calls after the night update of the second router"
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=60)


@pytest.fixture(scope="module")
def ruler(qapp: QApplication) -> Ruler:
    font = QFont(qapp.font())
    font.setPixelSize(13)
    return Ruler(font)


def test_a_width_is_about_what_qt_measures(ruler: Ruler) -> None:
    assert ruler.width(TITLE) == pytest.approx(QFontMetricsF(ruler.font).horizontalAdvance(TITLE), abs=6)
    assert ruler.width("") == 0
    assert ruler.width("  ") == 0


def test_what_fits_is_left_alone(ruler: Ruler) -> None:
    assert ruler.elided(TITLE, ruler.width(TITLE)) == TITLE
    assert ruler.wrapped(TITLE, ruler.width(TITLE), 2) == [TITLE]


def test_no_room_shows_nothing(ruler: Ruler) -> None:
    assert ruler.elided(TITLE, 1) == ""
    assert ruler.elided(TITLE, ruler.width(ELLIPSIS) + 1) == ELLIPSIS


def test_a_title_is_broken_between_words_and_cut_with_an_ellipsis(ruler: Ruler) -> None:
    first, second = ruler.wrapped(TITLE, ruler.width("Gateway drops calls after"), 2)
    assert first == "Gateway drops calls after"
    assert second.startswith("the night update")
    assert second.endswith(ELLIPSIS)


def test_a_word_wider_than_the_line_is_broken_where_it_must_be(ruler: Ruler) -> None:
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    room = ruler.width(word[:20])
    first, second = ruler.wrapped(word, room, 2)
    assert word.startswith(first)
    assert len(first) > 10
    assert second.startswith(word[len(first)])


@given(text=TEXTS, room=st.integers(40, 300), lines=st.integers(1, 3))
def test_lines_fit_and_say_what_the_text_says(ruler: Ruler, text: str, room: int, lines: int) -> None:
    wrapped = ruler.wrapped(text, room, lines)
    assert len(wrapped) <= lines
    metrics = QFontMetricsF(ruler.font)
    widest = metrics.maxWidth()
    assert all(ruler.width(line) <= max(room, widest) + 1 for line in wrapped)
    said = "".join("".join(wrapped).split())
    plain = "".join(text.split())
    assert said == plain or (said.endswith(ELLIPSIS) and plain.startswith(said[:-1])) or not said


def test_the_memory_of_words_is_bounded(ruler: Ruler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanbandesk.ui.board.text._MOST_WORDS", 10)
    for number in range(40):
        ruler.width(f"word{number} again{number}")
    assert len(ruler._words) <= 11


@pytest.mark.parametrize(
    ("text", "kept", "elided"),
    [
        ("3 d 2 h", "3 d…", "3 d…"),
        ("3 d 2 min", "3 d 2…", "3 d…"),
        ("22 min", "22…", ""),
        ("due 8 d ago", "due 8…", "due…"),
        ("due yesterday", "due yest…", "due yest…"),
        ("1 d 23 h before closing", "1 d 23 h before clos…", "1 d 23 h before clos…"),
        ("3 d 2 h", "3 d 2 h", "3 d 2 h"),
    ],
)
def test_a_number_is_never_cut_nor_parted_from_its_unit(
    ruler: Ruler, text: str, kept: str, elided: str
) -> None:
    assert ruler.elided(text, ruler.width(kept) + 0.5, by_words=True) == elided
