"""What is taken of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.handlers import texts


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S", "Cf", "Zs"))))
def test_visible_signs_stay_as_they_are(value: str) -> None:
    assert texts.visible(value) == value


@given(st.text())
def test_no_control_sign_or_half_a_character_is_kept(value: str) -> None:
    kept = texts.optional_text(value + "\ud800\x00\x85\x9f\x1b", "text")

    assert all(sign in "\n\t" or not ("\x00" <= sign < " " or "\x7f" <= sign <= "\x9f") for sign in kept)
    kept.encode()
    assert texts.optional_text(kept, "text") == kept


@given(st.text())
def test_line_has_no_break(value: str) -> None:
    line = texts.optional_line(value[:100], "title")

    assert line == " ".join(line.split())
    assert texts.optional_line(line, "title") == line


def test_breaks_of_every_kind_are_made_one() -> None:
    assert texts.text("a\r\nb\rc\n\td \x0c", "text") == "a\nb\nc\n\td"
    assert texts.line(" a\r\nb\tc\u2028d\x0be ", "title") == "a b c d e"


@pytest.mark.parametrize("value", ["", " ", "\n\t", "\x00\x1f", "\u00a0"])
def test_nothing_is_refused_where_something_is_needed(value: str) -> None:
    with pytest.raises(Invalid, match="empty"):
        texts.line(value, "title")
    with pytest.raises(Invalid, match="empty"):
        texts.text(value, "text")


def test_limits_count_what_is_kept() -> None:
    assert texts.line("\x00" * 10 + "x" * 5, "title", 5) == "xxxxx"
    with pytest.raises(Invalid) as refusal:
        texts.line("x" * 6, "title", 5)
    assert refusal.value.params == {"field": "title", "limit": 5}
