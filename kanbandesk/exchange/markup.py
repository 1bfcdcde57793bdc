"""HTML of other programs as plain text: paragraphs, lists and links stay legible, nothing else does."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from kanbandesk.exchange.cells import clean

_BLOCKS = frozenset("p div br li tr h1 h2 h3 h4 h5 h6 ul ol table pre blockquote hr".split())  # noqa: SIM905 - legible
_SINGLE = frozenset(("li", "br", "hr"))
_MUTE = frozenset(("script", "style", "head"))
_MANY_LINES = re.compile(r"\n{3,}")
_TAG = re.compile(r"<[^>]*>")


class _Text(HTMLParser):
    """Gathers the text between the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._muted = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._muted += tag in _MUTE
        if tag in _BLOCKS:
            self.parts.append("\n- " if tag == "li" else "\n")
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self._muted = max(0, self._muted - (tag in _MUTE))
        if tag in _BLOCKS - _SINGLE:
            self.parts.append("\n")
        elif tag == "a" and self._links:
            link = self._links.pop()
            if link and link not in "".join(self.parts[-2:]):
                self.parts.append(f" ({link})")

    def handle_data(self, data: str) -> None:
        if not self._muted:
            self.parts.append(data)


def text_of_html(html: str) -> str:
    """Return what a person reads of `html`."""
    parser = _Text()
    try:
        parser.feed(html)
        parser.close()
        text = "".join(parser.parts)
    except AssertionError:  # html.parser's word for a declaration that it does not know
        text = unescape(_TAG.sub(" ", html))
    return clean(_MANY_LINES.sub("\n\n", text))
