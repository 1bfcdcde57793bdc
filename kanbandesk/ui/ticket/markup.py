"""Markdown from outside → HTML that can be shown: nothing in it loads, runs or links by itself (security.md).

Two locks: markdown-it-py makes HTML out of Markdown and takes no HTML of the writer's, nh3 lets only a short list of
tags through. Both are imported when the first message is shown, not at start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kanbandesk.ui.words.plain import plain_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# Beyond this length the words are shown without Markdown: nobody formats so much by hand, and hostile nesting costs
# time that grows faster than its length.
MARKDOWN_LIMIT = 12_000  # characters
SHOWN_LIMIT = 40_000  # characters; what is cut is told, and can be copied whole
_NESTING = 12  # levels of quotes and lists; the parser drops what lies deeper, so such text is shown without Markdown

SCHEMES = frozenset({"http", "https", "mailto"})
_TAGS = {
    *("p", "br", "hr", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_BARE_LINK = re.compile(r"\bhttps?://[^\s<>\"'`\\{}|^]+", re.IGNORECASE)
_NOT_AT_END = ".,;:!?)]»”’*_"


def to_html(source: str) -> str:
    """Return `source`, Markdown from anywhere, as clean HTML of a short list of tags."""
    text = plain_text(source[:SHOWN_LIMIT])
    if len(text) > MARKDOWN_LIMIT:
        return _verbatim(text)
    parser = _parser()
    env: dict[str, object] = {}
    tokens = parser.parse(text, env)
    if any(token.level >= _NESTING - 1 for token in tokens):
        return _verbatim(text)
    return _clean(parser.renderer.render(tokens, parser.options, env))


def is_safe_address(address: str) -> bool:
    """Tell whether `address` is one that may be handed to the system, once the person has agreed."""
    try:
        return urlsplit(address).scheme.lower() in SCHEMES
    except ValueError:
        return False


def is_cut(source: str) -> bool:
    """Tell whether `to_html` shows only the beginning of `source`."""
    return len(source) > SHOWN_LIMIT


def _clean(html: str) -> str:
    import nh3

    def keep_safe(_tag: str, _attribute: str, value: str) -> str | None:
        return value if is_safe_address(value) else None

    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=keep_safe,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    # Breaks between tags would become blanks in the text that is copied; those within words stay.
    return clean.strip().replace(">\n<", "><")


def _verbatim(text: str) -> str:
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": _NESTING})
    parser.enable(["strikethrough", "table"])
    # References and underlined headings eat words of mails ("[1]: …", a signature's dashes).
    parser.disable(["image", "html_block", "html_inline", "entity", "reference", "lheading"])
    parser.validateLink = is_safe_address  # type: ignore[assignment,method-assign]
    parser.core.ruler.push("bare_links", _link_bare_addresses)
    return parser


def _link_bare_addresses(state: StateCore) -> None:
    """Make links of addresses that stand in the text as they are."""
    for token in state.tokens:
        if token.type == "inline" and token.children and "://" in token.content:
            token.children = list(_with_links(token.children))


def _with_links(children: list[Token]) -> Iterator[Token]:
    depth = 0
    for child in children:
        depth += (child.type == "link_open") - (child.type == "link_close")
        if child.type == "text" and not depth:
            yield from _split(child)
        else:
            yield child


def _split(text: Token) -> Iterator[Token]:
    from markdown_it.token import Token

    place = 0
    for match in _BARE_LINK.finditer(text.content):
        address = match.group().rstrip(_NOT_AT_END)
        if address.endswith("://"):
            continue
        yield Token("text", "", 0, content=text.content[place : match.start()])
        yield Token("link_open", "a", 1, attrs={"href": address})
        yield Token("text", "", 0, content=address)
        yield Token("link_close", "a", -1)
        place = match.start() + len(address)
    yield Token("text", "", 0, content=text.content[place:])
