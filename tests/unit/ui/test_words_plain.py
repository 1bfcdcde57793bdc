"""Hostile text made fit for a line on screen (security.md, "HTML" and "Attachment")."""

import pytest

from kanbandesk.ui.words import file_name, plain_line, plain_text


def test_line_breaks_of_all_systems_become_one() -> None:
    assert plain_text("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd\te"


def test_control_characters_and_turned_reading_order_are_taken_out() -> None:
    assert plain_text("a\x00b\x1b[31mc\u202ed\u2066e\ud800f\x7fg") == "ab[31mcdefg"


def test_marks_that_languages_need_stay() -> None:
    assert plain_text("क्‍ष می‌خواهم 👩‍👧 é") == "क्‍ष می‌خواهم 👩‍👧 é"


def test_a_line_has_no_breaks_and_an_end() -> None:
    assert plain_line(" a\n\tb ") == "a b"
    assert plain_line("x" * 60, 50) == "x" * 49 + "…"
    assert len(plain_line("ab " * 5_000_000, 50)) <= 50


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("report.pdf", "report.pdf"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.bat", "evil.bat"),
        ("a|b:c?.txt", "a_b_c_.txt"),
        ("..", "file"),
        ("", "file"),
        ("tab\tand\nbreak.txt", "tab and break.txt"),
        ("invoice.pdf   .exe", "invoice.pdf .exe"),
        ("trailing.exe. . ", "trailing.exe"),
    ],
)
def test_a_file_name_has_no_path_and_no_tricks(name: str, shown: str) -> None:
    assert file_name(name) == shown


def test_a_long_file_name_keeps_its_ending_in_sight() -> None:
    assert file_name("a" * 300 + ".pdf.exe") == "a" * 75 + "….exe"
    assert len(file_name("a" * 300)) == 80
