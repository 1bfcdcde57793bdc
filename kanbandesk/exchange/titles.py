"""Titles for logs that have none: joined from a text file by the ticket's number modulo their count."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from kanbandesk.exchange.cells import one_line
from kanbandesk.exchange.errors import BadSetting
from kanbandesk.exchange.source import Source

HEADS = frozenset(
    (
        *("text", "title", "subject", "summary", "description", "question", "body", "ticket", "name"),
        *("тема", "вопрос", "текст", "заголовок", "описание"),
        *("tittel", "emne", "beskrivelse", "titel", "betreff", "beschreibung"),
    )
)
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of a file, in its order."""

    texts: tuple[str, ...]

    def of(self, key: str, otherwise: str) -> str:
        """Return the title for the ticket `key` by the last number in it; `otherwise` when it has no number."""
        numbers = _NUMBER.findall(key)
        return self.texts[int(numbers[-1][-18:]) % len(self.texts)] if numbers else otherwise


def read_titles(source: Source) -> Titles:
    """Read plain lines, or a CSV file's first column that holds text; BadSetting when there is none."""
    text = source.text().lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    is_table = "," in text.partition("\n")[0]
    titles = _of_table(text, source.name) if is_table else (one_line(line) for line in text.splitlines())
    texts = tuple(title for title in titles if _LETTER.search(title))
    if not is_table and len(texts) > 1 and texts[0].casefold() in HEADS:
        texts = texts[1:]
    if not texts:
        raise BadSetting(f"{source.name} holds no line of text to take titles from")
    return Titles(texts)


def _of_table(text: str, name: str) -> list[str]:
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except csv.Error as error:
        raise BadSetting(f"{name} cannot be read as CSV: {error}") from error
    heads = [cell.strip().casefold() for cell in rows[0]] if rows else []
    has_head = any(head in HEADS for head in heads)
    body = rows[1:] if has_head else rows
    column = _first_text_column(body[:100], len(heads))
    return [one_line(row[column]) for row in body if len(row) > column]


def _first_text_column(rows: list[list[str]], width: int) -> int:
    """Return the first column in which most cells hold several words; the first of all when none does."""
    for column in range(width):
        cells = [row[column] for row in rows if len(row) > column]
        if sum(" " in cell.strip() for cell in cells) * 2 > len(cells):
            return column
    return 0
