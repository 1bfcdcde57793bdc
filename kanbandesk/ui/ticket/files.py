"""Attachments on this computer: sizes in words, what may be opened, and how a copy is marked as foreign."""

from __future__ import annotations

import logging
import mimetypes
import shutil
import subprocess
import sys
from pathlib import Path, PurePath

from kanbandesk.ui.words import file_name
from kanbandesk.ui.words.sizes import size_text as size_text  # noqa: PLC0414 - for those who show files

log = logging.getLogger(__name__)

LIMIT = 25_000_000  # bytes of one attachment
# What a program shows rather than runs. Everything else is saved only (security.md, "Attachment"): a list of what is
# dangerous is never complete.
_SHOWN = frozenset({
    *("txt", "log", "csv", "tsv", "json", "yaml", "yml", "md", "pdf", "rtf"),
    *("png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "heic"),
    *("doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp"),
    *("mp3", "wav", "ogg", "oga", "opus", "m4a", "flac", "mp4", "m4v", "mov", "webm", "mkv", "avi"),
})  # fmt: skip
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xfe\xed\xfa",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\x4c\x00\x00\x00",
)
_INTERNET = "[ZoneTransfer]\r\nZoneId=3\r\n"


def may_be_opened(name: str, path: Path | None = None) -> bool:
    """Tell whether a file may be handed to the system: by its name, and by how its content at `path` begins."""
    ending = PurePath(file_name(name)).suffix.lstrip(".").casefold()
    return ending in _SHOWN and (path is None or not _begins_like_a_program(path))


def copy_for(source: Path, folder: Path, name: str) -> Path:
    """Copy a kept file into `folder` under its cleaned name, never over another, and mark it as foreign.

    Raises OSError as copying does.
    """
    clean = PurePath(file_name(name))
    target = folder / clean
    count = 1
    while target.exists():
        count += 1
        target = folder / f"{clean.stem} ({count}){clean.suffix}"
    shutil.copyfile(source, target)
    mark_as_foreign(target)
    return target


def mark_as_foreign(path: Path) -> None:
    """Tell the system that the file came from outside, so that it warns before running or trusting it."""
    try:
        if sys.platform == "win32":
            Path(f"{path}:Zone.Identifier").write_text(_INTERNET, encoding="ascii")
        elif sys.platform == "darwin":
            mark = "0081;00000000;KanbanDesk;"
            subprocess.run(["/usr/bin/xattr", "-w", "com.apple.quarantine", mark, str(path)], check=False)
        else:
            path.chmod(0o600)
    except OSError as error:
        log.info("The file could not be marked as foreign: %s", error)


def media_type_of(path: Path) -> str:
    """Return the media type that a file's name suggests; it is only a hint."""
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def _begins_like_a_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4).startswith(_PROGRAMS)
