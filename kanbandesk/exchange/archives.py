"""Exports of several files: a folder, a ZIP archive, or just one file. Bounded, and nothing is unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.source import LARGEST_DOCUMENT, MEBIBYTE, Source

MOST_FILES = 10_000


def documents(source: Source, ending: str) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each file whose name ends so; of a single file, itself. BadFile."""
    if source.path.is_dir():
        for path in sorted(source.path.rglob(f"*{ending}"))[:MOST_FILES]:
            yield path.relative_to(source.path).as_posix(), Source(path).text()
    elif is_zip(source):
        yield from _packed(source, ending)
    else:
        yield source.name, source.text()


def is_zip(source: Source) -> bool:
    """Tell whether the file is a ZIP archive, by its first bytes."""
    return source.path.is_file() and source.head(4) == b"PK\x03\x04"


def _packed(source: Source, ending: str) -> Iterator[tuple[str, str]]:
    """The sizes in an archive's directory may lie, so what is read is counted."""
    left = LARGEST_DOCUMENT
    try:
        with zipfile.ZipFile(source.path) as archive:
            names = [info.filename for info in archive.infolist()[:MOST_FILES]]
            for name in names:
                if not name.endswith(ending):
                    continue
                with archive.open(name) as packed:
                    plain = packed.read(left + 1)
                left -= len(plain)
                if left < 0:
                    raise BadFile(
                        f"{source.name} holds more than {LARGEST_DOCUMENT // MEBIBYTE} MiB",
                        "too_large",
                        limit=LARGEST_DOCUMENT // MEBIBYTE,
                    )
                yield PurePosixPath(name).as_posix(), plain.decode("utf-8-sig", errors="replace")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise BadFile(f"{source.name} is damaged: it cannot be unpacked to its end ({error})") from error
