"""Markdown from outside becomes clean HTML (security.md, "HTML")."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.ui.ticket.markup import MARKDOWN_LIMIT, SHOWN_LIMIT, is_cut, is_safe_address, to_html

ALLOWED = re.compile(
    r"</?(p|br|hr|strong|em|s|code|pre|blockquote|ul|ol|li|h[1-6]|table|thead|tbody|tr|th|td)>"
    r"|<a href=\"(https?://|mailto:)[^\"<>]*\">|</a>",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("plain", "<p>plain</p>"),
        ("two\nlines", "<p>two<br>\nlines</p>"),
        (
            "**bold** *slanted* ~~gone~~ `code`",
            "<strong>bold</strong> <em>slanted</em> <s>gone</s> <code>code</code>",
        ),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("> said", "<blockquote><p>said</p></blockquote>"),
        ("[a](https://a.example/?x=1&y=2)", '<a href="https://a.example/?x=1&amp;y=2">a</a>'),
        ("see https://a.example/x, please", '<a href="https://a.example/x">https://a.example/x</a>, please'),
        ("(https://a.example)", '(<a href="https://a.example">https://a.example</a>)'),
        ("`https://a.example`", "<code>https://a.example</code>"),
        ("[https://b.example](https://a.example)", '<a href="https://a.example">https://b.example</a>'),
        ("http://", "<p>http://</p>"),
        ("Regards\n--\nPetra", "<p>Regards<br>\n--<br>\nPetra</p>"),
        ("[1]: https://a.example", "[1]: <a "),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("&lt;img&gt; &#x202e;", "&amp;lt;img&amp;gt; &amp;#x202e;"),
        ("![x](https://a.example/x.png)", '!<a href="https://a.example/x.png">x</a>'),
        ("[a file](/etc/passwd)", "[a file](/etc/passwd)"),
        ("[a script](javascript:alert(1))", "[a script](javascript:alert(1))"),
        ("", ""),
    ],
)
def test_what_people_write_reads_as_they_meant_it(source: str, html: str) -> None:
    assert html in to_html(source)


@given(
    st.text(
        alphabet=st.sampled_from(list("<>\"'&[]()!*_`~#|\\-:/ \n\tabcsrihefjvtx=;%0x\u202e\x00\ud800")),
        max_size=300,
    )
)
def test_no_other_tag_ever_comes_out(source: str) -> None:
    assert "<" not in ALLOWED.sub("", to_html(source))


@given(st.text(max_size=400))
def test_any_text_can_be_shown(source: str) -> None:
    html = to_html(source)
    assert "\x00" not in html
    assert "\u202e" not in html


def test_what_is_nested_deeper_than_anybody_quotes_is_shown_as_it_was_written() -> None:
    deep = "> " * 30 + "the word"
    html = to_html(deep)
    assert "blockquote" not in html
    assert "the word" in html


def test_beyond_its_length_a_text_is_shown_without_markdown() -> None:
    assert "<strong>" in to_html("**b** " + "x" * (MARKDOWN_LIMIT - 10))
    assert "<strong>" not in to_html("**b** " + "x" * MARKDOWN_LIMIT)


def test_of_a_flood_the_beginning_is_shown() -> None:
    assert len(to_html("<" * 10_000_000)) < SHOWN_LIMIT * 6
    assert is_cut("x" * (SHOWN_LIMIT + 1))
    assert not is_cut("x" * SHOWN_LIMIT)


@pytest.mark.parametrize("address", ["https://a.example", "HTTP://A.EXAMPLE", "mailto:a@b.example"])
def test_web_and_mail_addresses_may_be_opened(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address", ["", "a", "/etc", "file:///etc", "javascript:x", "ht tp://x", "http", "//x", "http://[::1"]
)
def test_nothing_else_may_be_opened(address: str) -> None:
    assert not is_safe_address(address)


def test_the_parser_is_not_imported_before_the_first_message() -> None:
    code = (
        "import sys, kanbandesk.ui.ticket.panel, kanbandesk.ui.new_ticket;"
        "print([name for name in ('markdown_it', 'nh3', 'sqlalchemy', 'requests') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
