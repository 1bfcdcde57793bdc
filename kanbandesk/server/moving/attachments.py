"""The contents of attachments that a folder keeps, each under its SHA-256."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from kanbandesk.models.base import table_of
from kanbandesk.models.files import FileFolder
from kanbandesk.models.tickets import AttachmentRow

_NAME: Final = re.compile(r"[0-9a-f]{64}")
_ATTACHMENT = table_of(AttachmentRow)
_CHUNK: Final = 1 << 20


@dataclass(slots=True)
class Kept:
    """What became of a folder's contents: how many were taken, their bytes, and which could not be."""

    count: int = 0
    size: int = 0
    damaged: list[str] = field(default_factory=list)
    """SHA-256 of contents that are not what their name says."""
    missing: int = 0
    """Attachments whose content is not there."""


def contents_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the SHA-256 and the path of each content, in order; what else lies there is passed by."""
    for path in sorted(folder.glob("??/*")):
        if _NAME.fullmatch(path.name) and path.parent.name == path.name[:2] and path.is_file():
            yield path.name, path


def is_whole(sha256: str, path: Path) -> bool:
    """Tell whether a content is what its name says."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def copy_contents(source: Path, target: Path) -> Kept:
    """Copy all whole contents, down to the disk."""
    kept, folder = Kept(), FileFolder(target)
    for sha256, path in contents_in(source):
        if is_whole(sha256, path):
            _, size = folder.keep(path)
            kept.count += 1
            kept.size += size
        else:
            kept.damaged.append(sha256)
    return kept


def count_missing(connection: Connection, folder: Path) -> int:
    """Return how many attachments have no content in `folder`."""
    there = {sha256 for sha256, _ in contents_in(folder)}
    return sum(sha256 not in there for sha256 in connection.scalars(select(_ATTACHMENT.c.sha256)))
