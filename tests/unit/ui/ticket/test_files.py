"""Files of tickets on this computer (security.md, "Attachment")."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from kanbandesk.ui.ticket.files import copy_for, may_be_opened, media_type_of, size_text


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (900, "900 bytes"), (14_000, "14 kB"), (2_300_000, "2.3 MB"), (25_000_000, "25.0 MB")],
)
def test_a_size_reads_as_people_say_it(size: int, words: str) -> None:
    QLocale.setDefault(QLocale.c())
    assert size_text(size) == words


@pytest.mark.parametrize("name", ["a.pdf", "a.PNG", "orders.csv", "letter.docx", "call.mp3", "a.exe.txt"])
def test_what_a_program_shows_may_be_opened(name: str) -> None:
    assert may_be_opened(name)


@pytest.mark.parametrize(
    "name",
    [
        "a.exe",
        "a.pdf.exe",
        "a",
        "",
        "a.",
        "a.html",
        "a.svg",
        "a.js",
        "a.docm",
        "a.lnk",
        "a.exe. .",
        "a.PDF\u202e.scr",
        "a.ｅｘｅ",
    ],
)
def test_all_else_is_saved_only(name: str) -> None:
    assert not may_be_opened(name)


def test_a_name_that_lies_about_its_content_is_found_out(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"MZ\x90\x00")
    assert not may_be_opened("a.pdf", path)
    path.write_bytes(b"%PDF-1.7")
    assert may_be_opened("a.pdf", path)
    path.write_bytes(b"")
    assert may_be_opened("a.txt", path)


def test_a_copy_has_a_clean_name_and_is_no_program(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("x")
    kept.chmod(0o755)
    first = copy_for(kept, tmp_path, "../../evil\u202e.txt")
    second = copy_for(kept, tmp_path, "../../evil\u202e.txt")
    assert [first.name, second.name] == ["evil.txt", "evil (2).txt"]
    assert first.parent == tmp_path
    if sys.platform == "linux":
        assert first.stat().st_mode & 0o777 == 0o600


def test_a_media_type_is_a_hint_by_the_name() -> None:
    assert media_type_of(Path("a.png")) == "image/png"
    assert media_type_of(Path("a.unheard")) == "application/octet-stream"
