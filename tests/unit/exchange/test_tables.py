"""CSV files: each row with its line; what cannot be read is told, and the rest goes on."""

from pathlib import Path

import pytest

from kanbandesk.exchange import tables
from kanbandesk.exchange.report import Report
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.tables import Table, delimiter_of
from tests.unit.exchange.samples import write


def rows(
    folder: Path, text: str | bytes, report: Report | None = None, key: str = ""
) -> list[tuple[int, list[str]]]:
    return list(Table(Source(write(folder, text)), report or Report(), key=key).rows())


def test_a_row_knows_its_first_line_although_cells_hold_line_ends(tmp_path: Path) -> None:
    assert rows(tmp_path, 'a,b\n1,"two\nlines"\n3,4\n') == [(2, ["1", "two\nlines"]), (4, ["3", "4"])]


def test_empty_lines_are_no_rows(tmp_path: Path) -> None:
    assert [line for line, _ in rows(tmp_path, "a,b\n\n1,2\n\r\n,\n3,4\n")] == [3, 5, 6]


def test_a_row_of_another_width_is_told_with_its_ticket(tmp_path: Path) -> None:
    report = Report()
    assert rows(tmp_path, "key,b\nT1\nT2,2\nT3,3,3\n", report, key="key") == [(3, ["T2", "2"])]
    assert report.left_out == {"T1", "T3"}


def test_a_cell_without_end_is_told_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "LARGEST_CELL", 50)
    report = Report()
    text = "a,b\n1,2\n3," + "x" * 60 + "\n5,6\n"
    assert [cells[0] for _, cells in rows(tmp_path, text, report)] == ["1", "5"]
    assert [(bad.line, bad.field) for bad in report.rows] == [(3, "row")]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_header(tmp_path: Path, sign: str) -> None:
    assert delimiter_of(f"a{sign}b{sign}c, really\n1,2,3,4,5") == sign
    assert rows(tmp_path, f"a{sign}b\n1{sign}2\n") == [(2, ["1", "2"])]


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    table = Table(Source(write(tmp_path, "a,b\n1,2\n".encode("utf-8-sig"))), Report())
    assert table.header == ["a", "b"]
    assert table.column("nothing") == -1
