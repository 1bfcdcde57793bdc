"""A file to import: plain, gzip or zstandard, in whatever encoding, bounded and counted.

The file is looked through once before it is read: that tells its true size (for the progress), its encoding, and
whether it is damaged, so that nothing is taken from half a file.
"""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

import zstandard

from kanbandesk.exchange.errors import BadFile, BadSetting

CHUNK = 1 << 20
PACKED_CHUNK = 1 << 12
MEBIBYTE = 1 << 20
LARGEST_LOG = 2048 * MEBIBYTE  # of plain text, read line by line
LARGEST_DOCUMENT = 256 * MEBIBYTE  # JSON or XML, held in memory
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FALLBACK = "cp1251"
OnBytes = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a look through the file told: plain bytes, encoding, and whether the encoding is only a guess."""

    size: int
    encoding: str
    is_guess: bool


class Source:
    """One file. `on_bytes` is told how many plain bytes were read so far, whenever more are."""

    def __init__(self, path: Path, *, encoding: str = "", on_bytes: OnBytes | None = None) -> None:
        self.path = path
        self.name = path.name
        self.on_bytes = on_bytes
        self._encoding = encoding
        self._found: Found | None = None

    @property
    def found(self) -> Found:
        """What the file is, found by looking through it once. BadFile when it cannot be read to its end."""
        if self._found is None:
            self._found = self._look_through()
        return self._found

    def head(self, size: int = 65_536) -> bytes:
        """Return the first plain bytes."""
        head = b""
        for chunk in self._chunks(LARGEST_LOG):
            head += chunk
            if len(head) >= size:
                break
        return head[:size]

    def head_text(self, size: int = 65_536) -> str:
        """Return the file's beginning as text, whatever follows."""
        return self.head(size).decode(self.found.encoding, errors="replace")

    def lines(self, limit: int = LARGEST_LOG) -> TextIO:
        """Open the file as text whose line ends are left as they are (for `csv`)."""
        raw: io.RawIOBase = _ChunkReader(self._counted(limit))
        return io.TextIOWrapper(
            io.BufferedReader(raw, CHUNK), encoding=self.found.encoding, errors="replace", newline=""
        )

    def document(self, limit: int = LARGEST_DOCUMENT) -> bytes:
        """Return the whole file; BadFile when it is larger than `limit` bytes."""
        return b"".join(self._counted(limit))

    def text(self, limit: int = LARGEST_DOCUMENT) -> str:
        """Return the whole file as text; BadFile when it is larger than `limit` bytes."""
        return self.document(limit).decode(self.found.encoding, errors="replace")

    def _counted(self, limit: int) -> Iterator[bytes]:
        read = 0
        for chunk in self._chunks(limit):
            read += len(chunk)
            if self.on_bytes is not None:
                self.on_bytes(read)
            yield chunk

    def _chunks(self, limit: int) -> Iterator[bytes]:
        read = 0
        try:
            with self.path.open("rb") as raw:
                for chunk in _plain(raw):
                    read += len(chunk)
                    if read > limit:
                        raise BadFile(
                            f"{self.name} holds more than {limit // MEBIBYTE} MiB, which is more than is read",
                            "too_large",
                            limit=limit // MEBIBYTE,
                        )
                    yield chunk
        except (zstandard.ZstdError, gzip.BadGzipFile, zlib.error, EOFError) as error:
            raise BadFile(f"{self.name} is damaged: it cannot be unpacked to its end ({error})") from error
        except OSError as error:
            raise BadFile(
                f"{self.name} cannot be read: {error.strerror or error}",
                "unreadable",
                reason=str(error.strerror or error),
            ) from error

    def _look_through(self) -> Found:
        size, encoding = 0, ""
        decoder: codecs.IncrementalDecoder | None = None
        for chunk in self._chunks(LARGEST_LOG):
            if not size:
                encoding = self._encoding or _marked(chunk)
                decoder = None if encoding else codecs.getincrementaldecoder("utf-8")()
            size += len(chunk)
            decoder = _still_utf8(decoder, chunk)
        if decoder is not None:
            decoder = _still_utf8(decoder, b"", is_last=True)
        if encoding:
            return Found(size, encoding, is_guess=False)
        is_utf8 = decoder is not None or not size
        return Found(size, "utf-8" if is_utf8 else FALLBACK, is_guess=not is_utf8)


def _marked(head: bytes) -> str:
    """Return the encoding that a byte order mark, or a NUL beside each letter, tells; empty when nothing does."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    sample = head[:2000]
    if len(sample) >= 4 and sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    if len(sample) >= 4 and sample[::2].count(0) > len(sample) // 4:
        return "utf-16-be"
    return ""


def _still_utf8(
    decoder: codecs.IncrementalDecoder | None, chunk: bytes, *, is_last: bool = False
) -> codecs.IncrementalDecoder | None:
    """Return the decoder, or None from the first chunk on that is no UTF-8."""
    if decoder is None:
        return None
    try:
        decoder.decode(chunk, is_last)
    except UnicodeDecodeError:
        return None
    return decoder


def _plain(raw: BinaryIO) -> Iterator[bytes]:
    """Yield the plain bytes of a file, told by its first bytes and not by its name."""
    magic = raw.read(4)
    raw.seek(0)
    if magic == zstandard.MAGIC_NUMBER.to_bytes(4, "little"):
        yield from _unpacked_zstd(raw)
    elif magic.startswith(b"\x1f\x8b"):
        with gzip.open(raw, "rb") as unpacked:
            while chunk := unpacked.read(CHUNK):
                yield chunk
    else:
        while chunk := raw.read(CHUNK):
            yield chunk


def _unpacked_zstd(raw: BinaryIO) -> Iterator[bytes]:
    """Unlike zstandard's stream reader, this notices a file that ends in the middle of a frame.

    It unpacks little at a time: 4 KiB can become 128 MiB, and `Source` gives up after the first such piece.
    """
    packed = raw.read(PACKED_CHUNK)
    while packed:
        frame = zstandard.ZstdDecompressor(max_window_size=128 * MEBIBYTE).decompressobj()
        is_whole = False
        while not is_whole:
            if not packed:
                raise EOFError("it ends too early")
            if plain := frame.decompress(packed):
                yield plain
            is_whole = frame.eof
            packed = (frame.unused_data if is_whole else b"") or raw.read(PACKED_CHUNK)


class _ChunkReader(io.RawIOBase):
    """Chunks as a raw stream, for the buffered readers of `io`."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if not self._rest:
            self._rest = memoryview(next(self._chunks, b""))
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def known_encoding(name: str) -> str:
    """Return the encoding `name`, empty when none is given; BadSetting when there is none of that name."""
    if not name:
        return ""
    try:
        info = codecs.lookup(name)
        "".encode(name)
    except (LookupError, UnicodeError, ValueError):
        raise BadSetting(f"there is no encoding {name!r} (write it like cp1251 or utf-16)") from None
    return info.name
