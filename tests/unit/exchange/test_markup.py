"""HTML as what a person reads of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.exchange.markup import text_of_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>Hello&#33;</p><p>It &amp; me</p>", "Hello!\n\nIt & me"),
        ("one<br/>two", "one\ntwo"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ('<a href="https://x.org/a">here</a>', "here (https://x.org/a)"),
        ('<a href="https://x.org">https://x.org</a>', "https://x.org"),
        ("<script>steal()</script>safe<style>p{}</style>", "safe"),
        ("a < b and <b>bold", "a < b and bold"),
        ("<![endif]>rest", "rest"),
    ],
)
def test_what_is_read_stays(html: str, text: str) -> None:
    assert text_of_html(html) == text


@given(st.text(alphabet="<>!/[]-&;ab '\"=#x?\n"))
def test_any_markup_is_some_text(html: str) -> None:
    assert isinstance(text_of_html(html), str)
