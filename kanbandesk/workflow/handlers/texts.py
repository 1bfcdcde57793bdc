"""What is taken of typed and received text: hostile as it may be, it is kept, within limits, without control signs."""

from __future__ import annotations

import unicodedata
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.errors import Invalid

TITLE: Final = 500
TAG: Final = 60
WORDS: Final = 500  # reasons, vendors, references, keys, categories, names
TEXT: Final = 100_000
TAGS: Final = 100  # tags on one ticket

_DROPPED: Final = {"Cc", "Cs"}  # control signs, and halves of characters that no store can hold


def line(value: str, field: str, limit: int = WORDS) -> str:
    """Return `value` as one line: trimmed, its blanks made single. Invalid("empty" or "too_long")."""
    return _checked(optional_line(value, field, limit), field)


def optional_line(value: str, field: str, limit: int = WORDS) -> str:
    """Return `value` as `line` does, or empty."""
    return _within(" ".join(_visible(" ".join(value.split())).split()), field, limit)


def text(value: str, field: str) -> str:
    """Return `value` as a text of several lines. Invalid("empty" or "too_long")."""
    return _checked(optional_text(value, field), field)


def optional_text(value: str, field: str) -> str:
    """Return `value` as `text` does, or empty."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return _within(_visible(lines, keep="\n\t").strip(), field, TEXT)


def visible(value: str) -> str:
    """Return a text of any length without control signs: for what was written elsewhere and is kept as it is."""
    return _visible(value, keep="\n\t")


def _visible(value: str, keep: str = "") -> str:
    if value.isascii() and value.isprintable():
        return value
    return "".join(sign for sign in value if sign in keep or unicodedata.category(sign) not in _DROPPED)


def _within(value: str, field: str, limit: int) -> str:
    if len(value) > limit:
        raise Invalid(codes.TOO_LONG, field=field, limit=limit)
    return value


def _checked(value: str, field: str) -> str:
    if not value:
        raise Invalid(codes.EMPTY, field=field)
    return value


def tag_list(values: tuple[str, ...], field: str) -> tuple[str, ...]:
    """Return the tags as lines, each once whatever its case. Invalid("empty", "too_long" or "too_many")."""
    tags: dict[str, str] = {}
    for value in values:
        tag = line(value, field, TAG)
        tags.setdefault(tag.casefold(), tag)
    return checked_tags(tuple(tags.values()), field)


def checked_tags(tags: tuple[str, ...], field: str) -> tuple[str, ...]:
    """Return the tags of one ticket; Invalid("too_many") above a hundred."""
    if len(tags) > TAGS:
        raise Invalid(codes.TOO_MANY, field=field, limit=TAGS)
    return tags
