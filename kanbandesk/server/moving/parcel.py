"""The file of a backup: a ZIP of the board as a SQLite file, the contents of attachments, and a list of them all.

Nothing in it is believed before it was looked at: names are compared with those that there may be, never used as
paths; sizes are counted while unpacking; each part must have the SHA-256 that the list says.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, Final, Self

from kanbandesk.models.files import sync_folder
from kanbandesk.server.moving.refusal import CannotMove

FORMAT: Final = 1
LIST, BOARD, DRAFTS = "manifest.json", "board.db", "drafts.db"
SOLO, TEAM = "solo", "team"
LONGEST_LIST: Final = 64 << 20
"""Bytes: a list of 400,000 contents."""
MOST_GROWTH: Final = 200
"""An archive that unpacks to more than so many times its size, and to more than `HARMLESS` bytes, is no backup."""
HARMLESS: Final = 256 << 20
LAST_MOMENT: Final = 32_503_680_000_000
"""The year 3000 (UTC ms)."""
SPARE: Final = 64 << 20
"""Bytes of the disk that stay free."""
_CHUNK: Final = 1 << 20
_NAME: Final = re.compile(r"board\.db|drafts\.db|files/(?P<two>[0-9a-f]{2})/(?P<sha256>(?P=two)[0-9a-f]{62})")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the library raises for archives that are damaged, encrypted, or of kinds that we never write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The list: what the backup is of, and each part's size and SHA-256 by its name. `made_at` is UTC ms."""

    kind: str
    made_at: int
    app: str
    schema: int
    workspace: str
    epoch: str
    ver: int
    source: str = ""
    """Of which database: sqlite or postgresql."""
    rows: dict[str, int] = field(default_factory=dict)
    parts: dict[str, tuple[int, str]] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def size(self) -> int:
        """How many bytes it unpacks to."""
        return sum(size for size, _ in self.parts.values())


class Writing:
    """An archive that is being written."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.parts: dict[str, tuple[int, str]] = {}

    def add(self, name: str, path: Path, *, is_packed: bool) -> None:
        """Put a file in; contents of attachments are mostly packed already."""
        kind = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
        info = zipfile.ZipInfo(name)
        info.compress_type, info.external_attr = kind, 0o600 << 16
        digest, size = hashlib.sha256(), 0
        with path.open("rb") as source, self._archive.open(info, "w", force_zip64=True) as part:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                part.write(chunk)
        self.parts[name] = size, digest.hexdigest()

    def finish(self, contents: Contents) -> None:
        """Put in the list."""
        self._archive.writestr(LIST, json.dumps(asdict(contents)), zipfile.ZIP_DEFLATED)


@contextmanager
def writing(path: Path) -> Iterator[Writing]:
    """Write an archive, for its owner's eyes only; it appears, on the disk, when it is whole."""
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            with zipfile.ZipFile(file, "w", compresslevel=3) as archive:
                yield Writing(archive)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


class Parcel:
    """An archive that is read; `contents` is its list."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, contents: Contents) -> None:
        self.path = path
        self._archive = archive
        self.contents = contents

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Self]:
        """Open an archive and look at all that can be seen without unpacking it; CannotMove when it is no backup."""
        with path.open("rb") as file, ExitStack() as closing:
            with _readable(path, "it"):
                archive = closing.enter_context(zipfile.ZipFile(file))
                names = archive.namelist()
                if LIST not in names:
                    raise CannotMove(path, f"{path} is not a backup of KanbanDesk. Nothing was written.")
                parcel = cls(path, archive, _contents(path, archive))
                parcel._check_parts(names)
            yield parcel

    def unpack(self, folder: Path) -> None:
        """Write all parts below `folder`; CannotMove, naming the part, when one is not what the list says."""
        if self.contents.size > shutil.disk_usage(folder).free - SPARE:
            raise self._bad(
                f"needs {self.contents.size:,} bytes, more than the disk of {folder} has", "space"
            )
        for name, (size, sha256) in self.contents.parts.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with _readable(self.path, name), self._archive.open(name) as part, target.open("wb") as out:
                if _copy(part, out, size) != (size, sha256):
                    raise self._bad(f"is damaged: {name} is not what its list says")
            sync_folder(target.parent)

    def _check_parts(self, names: list[str]) -> None:
        """Take no name that is not ours, none twice, and nothing that grows beyond measure."""
        parts = self.contents.parts
        if sorted(names) != sorted([*parts, LIST]):
            strange = sorted(set(names) ^ {*parts, LIST}) or sorted(names)
            raise self._bad(f"and its list do not fit: {strange[0][:100]!r}")
        if BOARD not in parts:
            raise self._bad(f"is damaged: {BOARD} is missing")
        for info in self._archive.infolist():
            if info.filename == LIST:
                continue
            found = _NAME.fullmatch(info.filename)
            size, sha256 = parts[info.filename]
            if found is None or (found["sha256"] or sha256) != sha256:
                raise self._bad(f"holds what no backup has: {info.filename[:100]!r}")
            if info.file_size != size:
                raise self._bad(f"is damaged: {info.filename} is not what its list says")
        length = self.path.stat().st_size
        packed = sum(info.compress_size for info in self._archive.infolist())
        if packed > length or self.contents.size > max(HARMLESS, length * MOST_GROWTH):
            raise self._bad("would unpack to more than any backup does")

    def _bad(self, what: str, reason: str = "damaged") -> CannotMove:
        return CannotMove(self.path, f"{self.path} {what}. Nothing was written.", reason)


def _contents(path: Path, archive: zipfile.ZipFile) -> Contents:
    """Read the list; every value is checked for its type, as the file may be anybody's."""
    with archive.open(LIST) as file:
        text = file.read(LONGEST_LIST + 1)
    if len(text) > LONGEST_LIST:
        raise ValueError("its list is too long")
    told = json.loads(text)
    if not isinstance(told, dict) or not isinstance(told.get("format"), int):
        raise ValueError("its list is no list")
    if told["format"] > FORMAT:
        raise CannotMove(
            path, f"{path} was written by a newer KanbanDesk; please update the program first.", "newer"
        )
    return Contents(
        kind=_one_of(told, "kind", (SOLO, TEAM)),
        made_at=_moment(told),
        app=_typed(told, "app", str),
        schema=_typed(told, "schema", int),
        workspace=_typed(told, "workspace", str),
        epoch=_typed(told, "epoch", str),
        ver=_typed(told, "ver", int),
        source=_typed(told, "source", str),
        rows={str(name): int(count) for name, count in _typed(told, "rows", dict).items()},
        parts={
            str(name): (int(size), str(sha256))
            for name, (size, sha256) in _typed(told, "parts", dict).items()
        },
    )


def _typed(told: dict[str, Any], name: str, kind: type[Any]) -> Any:
    if not isinstance(told.get(name), kind):
        raise ValueError(f"its list has no {name}")
    return told[name]


def _moment(told: dict[str, Any]) -> int:
    made_at: int = _typed(told, "made_at", int)
    if not 0 <= made_at < LAST_MOMENT:
        raise ValueError("its list tells of no moment that was")
    return made_at


def _one_of(told: dict[str, Any], name: str, words: tuple[str, ...]) -> str:
    if told.get(name) not in words:
        raise ValueError(f"its list has no {name}")
    return str(told[name])


def _copy(part: IO[bytes], out: IO[bytes], most: int) -> tuple[int, str]:
    """Copy a part, never more than is expected of it; return its size and SHA-256."""
    digest, size = hashlib.sha256(), 0
    while size <= most and (chunk := part.read(_CHUNK)):
        digest.update(chunk)
        size += len(chunk)
        out.write(chunk)
    out.flush()
    os.fsync(out.fileno())
    return size, digest.hexdigest()


@contextmanager
def _readable(path: Path, name: str) -> Iterator[None]:
    try:
        yield
    except _UNREADABLE as error:
        raise CannotMove(
            path, f"{path} is damaged: {name} cannot be read ({error}). Nothing was written."
        ) from error
