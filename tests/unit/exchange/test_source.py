"""Files as they come: packed, in other encodings, damaged, too large."""

import gzip
from pathlib import Path

import pytest
import zstandard

from kanbandesk.exchange import source
from kanbandesk.exchange.errors import BadFile, BadSetting
from kanbandesk.exchange.source import Source, known_encoding
from tests.unit.exchange.samples import write

TEXT = "number,text\n" + "\n".join(f"{line},Æblegrød {line}" for line in range(5000)) + "\n"
PLAIN = TEXT.encode()


@pytest.mark.parametrize(
    "packed",
    [
        PLAIN,
        gzip.compress(PLAIN),
        zstandard.compress(PLAIN),
        zstandard.compress(PLAIN[:999]) + zstandard.compress(PLAIN[999:]),
    ],
    ids=["plain", "gzip", "zstd", "two zstd frames"],
)
def test_a_packed_file_reads_like_the_plain_one(tmp_path: Path, packed: bytes) -> None:
    file = Source(write(tmp_path, packed))
    assert file.text() == TEXT
    with file.lines() as lines:
        assert lines.read() == TEXT
    assert file.found.size == len(PLAIN)


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_file_that_ends_too_early_is_refused_before_anything_is_read(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    whole = pack(PLAIN)
    file = Source(write(tmp_path, whole[: len(whole) * 2 // 3]))
    with pytest.raises(BadFile, match="damaged"):
        _ = file.found


def test_garbage_behind_a_known_beginning_is_refused(tmp_path: Path) -> None:
    for start in (b"\x28\xb5\x2f\xfd", b"\x1f\x8b\x08\x00"):
        with pytest.raises(BadFile, match="damaged"):
            Source(write(tmp_path, start + b"no such frame" * 9)).text()


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_bomb_is_given_up_at_the_limit(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    file = Source(write(tmp_path, pack(bytes(64 * source.MEBIBYTE))))
    with pytest.raises(BadFile, match="holds more than 8 MiB"):
        file.document(8 * source.MEBIBYTE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_an_encoding_is_told_by_the_file(tmp_path: Path, encoding: str) -> None:
    file = Source(write(tmp_path, TEXT.encode(encoding)))
    assert file.text() == TEXT
    assert not file.found.is_guess


def test_what_is_no_unicode_is_read_as_windows_cyrillic_and_that_is_known_to_be_a_guess(
    tmp_path: Path,
) -> None:
    file = Source(write(tmp_path, "номер;тема\n1;Не печатает".encode("cp1251")))
    assert file.text() == "номер;тема\n1;Не печатает"
    assert (file.found.encoding, file.found.is_guess) == ("cp1251", True)


def test_an_encoding_that_was_given_outweighs_what_the_file_tells(tmp_path: Path) -> None:
    file = Source(write(tmp_path, "blåbær".encode("latin-1")), encoding="latin-1")
    assert file.text() == "blåbær"
    assert not file.found.is_guess


def test_a_letter_on_the_border_of_two_chunks_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "CHUNK", 3)
    file = Source(write(tmp_path, "aå€😀" * 20))
    assert file.found.encoding == "utf-8"
    assert file.text() == "aå€😀" * 20


def test_the_progress_is_told_in_plain_bytes(tmp_path: Path) -> None:
    told: list[int] = []
    Source(write(tmp_path, zstandard.compress(PLAIN)), on_bytes=told.append).text()
    assert told[-1] == len(PLAIN)
    assert told == sorted(told)


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    assert Source(write(tmp_path, "")).text() == ""


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"nowhere\.csv cannot be read: No such file"):
        Source(tmp_path / "nowhere.csv").text()


def test_an_encoding_that_does_not_exist_is_told() -> None:
    assert known_encoding("") == ""
    assert known_encoding("CP1251") == "cp1251"
    for name in ("klingon", "base64", "a\0b"):
        with pytest.raises(BadSetting, match="no encoding"):
            known_encoding(name)
