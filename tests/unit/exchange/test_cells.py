"""Text from outside, and text for spreadsheets."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.exchange.cells import BODY_LENGTH, TITLE_LENGTH, clean, guarded, one_line, tags_of, unguarded
from kanbandesk.workflow.handlers import texts


@given(st.text(alphabet=st.characters(codec=None)))
def test_cleaned_text_can_be_kept(text: str) -> None:
    clean(text).encode("utf-8")
    assert "\0" not in clean(text)


@given(st.text(max_size=50).map(lambda part: part * 40))
def test_a_title_fits_the_rules(text: str) -> None:
    title = one_line(text)
    assert texts.optional_line(title, "title", texts.TITLE) is not None
    assert len(title) <= TITLE_LENGTH
    assert "\n" not in title


def test_a_long_text_is_cut_with_a_sign() -> None:
    assert len(clean("x" * (BODY_LENGTH + 5))) == BODY_LENGTH == texts.TEXT
    assert clean("x" * (BODY_LENGTH + 5)).endswith("…")


@given(st.lists(st.text(max_size=80), max_size=120))
def test_tags_fit_the_rules(names: list[str]) -> None:
    tags = tags_of(names)
    assert len(texts.tag_list(tags, "tags")) == len(tags)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")))
def test_a_cell_comes_back_and_runs_nothing(text: str) -> None:
    cell = guarded(text)
    assert isinstance(cell, str)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    if not text.startswith("'"):
        assert unguarded(cell) == text


def test_a_formula_is_quoted_and_a_number_is_not() -> None:
    out = io.StringIO()
    csv.writer(out).writerow([guarded("=1+1"), guarded(-5), guarded("plain")])
    assert out.getvalue() == "'=1+1,-5,plain\r\n"
