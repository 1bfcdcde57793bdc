"""Text that comes from outside or goes to a spreadsheet: cleaned, on one line, unable to act."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kanbandesk.workflow.handlers import texts

TITLE_LENGTH = 300
BODY_LENGTH, TAG_LENGTH, MOST_TAGS = texts.TEXT, texts.TAG, texts.TAGS
_SPACES = re.compile(r"\s+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def clean(text: str) -> str:
    """Return `text` without control characters and lone surrogates, with plain line ends, cut at BODY_LENGTH."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _CONTROLS.sub("", text)).strip()
    return text if len(text) <= BODY_LENGTH else text[: BODY_LENGTH - 1] + "…"


def one_line(text: str, length: int = TITLE_LENGTH) -> str:
    """Return `text` cleaned and on one line, cut at `length` characters."""
    text = _SPACES.sub(" ", clean(text)).strip()
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def tags_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names as tags: each once whatever its case, short, at most a hundred."""
    tags: dict[str, str] = {}
    for name in names:
        tag = one_line(name, TAG_LENGTH)
        if tag:
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())[:MOST_TAGS]


def guarded(cell: object) -> object:
    """Return the cell such that no spreadsheet takes it for a formula: text that could be one gets a quote."""
    if isinstance(cell, str) and cell.startswith(_ACTIVE):
        return "'" + cell
    return cell


def unguarded(cell: str) -> str:
    """Return what `guarded` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_ACTIVE) else cell
