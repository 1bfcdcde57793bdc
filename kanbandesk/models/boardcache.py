"""board.cache: the cards of a big board, laid down by columns, so that the next start need not read them from SQLite.

100,000 cards take 0.9 s from SQLite (nearly 200 ns a value), 0.3 s from here. It is a cache in the strict sense: it
says of which version of the board it is, whatever changed since is read from SQLite, and at the least doubt (another
program, a restored board, a torn file) it is left aside. Only arrays of numbers and joined texts are read, never code.

The file: a line of JSON (the header: stamp, lengths, check sum), then the columns. Numbers lie as 64-bit integers;
words that repeat as a table of words and an index into it; other texts joined by a separator; one value for all once.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

LAYOUT = 1
"""Of the file; another number and it is left aside."""
NOTHING = -(1 << 63)
"""Stands for None among the numbers."""
SEPARATOR = "\x1f"
_SAME, _NUMBERS, _TEXTS, _WORDS, _INDEX = "s", "n", "t", "w", "i"
"""Kinds of parts: one value for all cards; numbers; texts; the words of a column, followed by the index into them."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Of which board a cache is, at which version; `tag` was drawn when that version was committed."""

    schema: int
    epoch: str
    ver: int
    tag: int
    closed: tuple[str, ...]
    columns: tuple[str, ...]

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Stamp:
        """Return the stamp in a header."""
        return cls(**{**plain, "closed": tuple(plain["closed"]), "columns": tuple(plain["columns"])})


def read_stamp(path: Path) -> Stamp | None:
    """Return the stamp of the cache at `path`, None when there is none that this program understands."""
    with suppress(OSError, ValueError, TypeError, KeyError), path.open("rb") as file:
        header = json.loads(file.readline(1 << 20))
        if header["layout"] == LAYOUT and header["order"] == sys.byteorder:
            return Stamp.of(header["stamp"])
    return None


def read_columns(path: Path) -> list[Sequence[Any]] | None:
    """Return the values of the cards by column, in the order of the stamp's columns; None when the file is torn."""
    with suppress(OSError, ValueError, TypeError, KeyError, IndexError):
        content = path.read_bytes()
        end = content.index(b"\n") + 1
        header = json.loads(content[:end])
        body = memoryview(content)[end:]
        if zlib.crc32(body) == header["sum"]:
            return list(_unpacked(header["parts"], body))
    return None


def write(path: Path, stamp: Stamp, columns: Sequence[Sequence[Any]]) -> None:
    """Lay the cards down by columns; the file is there whole or as it was. Texts with a separator in them make none."""
    parts, body = [], bytearray()
    for values in columns:
        packed = _packed(values)
        if packed is None:
            return
        for kind, content in packed:
            parts.append([kind, len(content)])
            body += content
    header = {
        "layout": LAYOUT,
        "order": sys.byteorder,
        "stamp": asdict(stamp),
        "parts": parts,
        "sum": zlib.crc32(body),
    }
    unfinished = path.with_name(f"{path.name}.part")
    with suppress(
        OSError
    ):  # a full disk, or a program that reads it just now: then the next start takes longer
        try:
            unfinished.write_bytes(json.dumps(header).encode() + b"\n" + body)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def _packed(values: Sequence[Any]) -> list[tuple[str, bytes]] | None:
    """Return a column as its parts, what kind each is and its bytes; None for texts that hold the separator."""
    words = list(dict.fromkeys(values))
    if len(words) == 1:
        return [(_SAME, json.dumps([words[0], len(values)]).encode())]
    if not isinstance(words[0], str):
        numbers = array("q", (NOTHING if value is None else value for value in values))
        return [(_NUMBERS, numbers.tobytes())]
    if len(words) > len(values) // 4:
        return _joined(_TEXTS, values)
    joined = _joined(_WORDS, words)
    code = "B" if len(words) <= 1 << 8 else "H" if len(words) <= 1 << 16 else "L"
    index = {word: number for number, word in enumerate(words)}
    return joined and [*joined, (_INDEX + code, array(code, map(index.__getitem__, values)).tobytes())]


def _joined(kind: str, values: Sequence[str]) -> list[tuple[str, bytes]] | None:
    text = SEPARATOR.join(values)
    return [(kind, text.encode())] if text.count(SEPARATOR) == len(values) - 1 else None


def _unpacked(parts: Iterable[tuple[str, int]], body: memoryview) -> Iterator[Sequence[Any]]:
    start = 0
    words: list[str] = []
    for kind, length in parts:
        content = body[start : start + length]
        start += length
        match kind[0], kind[1:]:
            case "s", _:
                value, count = json.loads(bytes(content))
                yield [value] * count
            case "n", _:
                numbers = _array("q", content)
                is_full = NOTHING not in numbers
                yield numbers if is_full else [None if number == NOTHING else number for number in numbers]
            case "t", _:
                yield str(content, "utf-8").split(SEPARATOR)
            case "w", _:
                words = str(content, "utf-8").split(SEPARATOR)
            case "i", code:
                yield list(map(words.__getitem__, _array(code, content)))
            case _:
                raise ValueError(kind)


def _array(code: str, content: memoryview) -> array[Any]:
    numbers: array[Any] = array(code)
    numbers.frombytes(content)
    return numbers
