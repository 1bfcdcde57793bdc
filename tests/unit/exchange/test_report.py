"""The report of bad rows."""

import csv
from pathlib import Path

from kanbandesk.exchange.report import SHOWN_VALUE, Report


def test_a_bad_row_names_file_line_and_field() -> None:
    report = Report(file="log.csv")
    report.bad(12, "status", "Lost", "is no status", ticket="T1")
    assert str(report.rows[0]) == "log.csv, line 12, status: is no status ('Lost')"
    assert report.left_out == {"T1"}


def test_a_place_without_lines_is_told_by_its_field() -> None:
    report = Report(file="board.json")
    report.bad(0, "cards[3].name", None, "the card has no name")
    assert str(report.rows[0]) == "board.json, cards[3].name: the card has no name"


def test_the_report_is_a_table_that_runs_nothing(tmp_path: Path) -> None:
    report = Report(file="=log.csv")
    report.bad(1, "title", "@cmd" + "x" * 500, "is bad")
    report.write(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        header, row = list(csv.reader(file))
    assert header == ["file", "line", "field", "value", "reason", "ticket"]
    assert row[0] == "'=log.csv"
    assert row[3].startswith("'@cmd")
    assert len(row[3]) == SHOWN_VALUE + 1


def test_a_notice_is_told_once() -> None:
    report = Report()
    report.notice("Template cards are left out", "templates")
    report.notice("Template cards are left out", "templates")
    assert len(report.notices) == 1
