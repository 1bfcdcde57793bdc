"""What an import tells, in the words of the window; the process that imports sends codes and parameters only."""

import json
from pathlib import Path

import pytest

from kanbandesk.app.importing import run_for_window
from kanbandesk.cli import build_parser
from kanbandesk.exchange.errors import BadFile, BadSetting, ExchangeError, UnknownFormat
from kanbandesk.ui.words.importing import ImportWords


def heard(code: str, **params: str | int) -> str:
    return ImportWords("log.csv").hear(json.dumps({"code": code, **params}).encode())


@pytest.mark.parametrize(
    ("code", "params", "words"),
    [
        ("reading", {"percent": 40}, "Reading log.csv: 40 %"),
        ("storing", {"percent": 7}, "Storing the tickets of log.csv: 7 %"),
        ("damaged", {}, "log.csv is damaged, or not what its ending says."),
        ("damaged", {"line": 7}, "log.csv is damaged, or not what its ending says: line 7."),
        ("unreadable", {"reason": "no access"}, "log.csv cannot be read: no access."),
        ("no_export", {"program": "Trello"}, "log.csv is no whole export of Trello."),
        ("too_large", {"limit": 64}, "log.csv holds more than 64 MiB, which is more than is read."),
        ("no_columns", {"columns": "id, state"}, "log.csv has no column id, state."),
        ("gone", {}, "log.csv is no longer there."),
        ("disk", {"reason": "full"}, "The new board could not be written: full."),
        ("fault", {"words": "{path} is gone.", "path": "/x"}, "/x is gone."),
        ("cancelled", {}, "It was cancelled; nothing was imported."),
        ("nothing_new", {"known": 0}, "There is no ticket in it that is not here already."),
        (
            "refused",
            {"reason": "closed", "tickets": 200, "of": 940},
            "A part was not taken (closed). 200 of 940 tickets came in.",
        ),
        (
            "came_in",
            {"tickets": 2, "left_out": 1},
            "2 ticket(s) came in. 1 ticket(s) with bad rows were left out.",
        ),
        ("taken_as", {"name": "Cellar", "status": "in_progress"}, "“Cellar” was taken as In progress."),
        ("bad_row", {"line": 3, "field": "opened"}, "Line 3: opened cannot be read."),
        (
            "bad_rows",
            {"count": 4, "file": "/r.csv"},
            "4 row(s) could not be read; all of them are told in /r.csv",
        ),
    ],
)
def test_each_code_has_its_sentence(code: str, params: dict[str, str | int], words: str) -> None:
    assert heard(code, **params) == words


@pytest.mark.parametrize("line", [b"Traceback", b"[]", b"{}", b'{"code": "unheard_of"}', b"\xff"])
def test_what_cannot_be_read_is_passed_over(line: bytes) -> None:
    said = ImportWords("log.csv")
    assert said.hear(line) == ""
    assert said.summary(is_done=False) == "The import broke off. What went wrong is in the log."


def test_the_remarks_stand_below_the_result() -> None:
    said = ImportWords("log.csv")
    for told in (
        {"code": "templates"},
        {"code": "came_in", "tickets": 1},
        {"code": "storing", "percent": 100},
    ):
        said.hear(json.dumps(told).encode())
    assert said.summary(is_done=True) == "1 ticket(s) came in.\nTemplate cards were left out."


def test_every_error_of_a_file_has_a_sentence() -> None:
    for kind in (ExchangeError, BadFile, UnknownFormat):
        assert heard(kind("x").code, reason="r")
    assert BadSetting("x").code == "bad_setting"


def test_the_process_says_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "board.json"
    file.write_text('{"lists": 3, "cards": [')
    args = build_parser().parse_args(["import", "--for-window", "--format", "trello", str(file)])
    args.home = tmp_path / "home"
    assert not run_for_window(args)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-1] == {"code": "damaged", "file": "board.json", "line": 1}
    assert {line["code"] for line in lines[:-1]} <= {"reading"}
    assert not args.home.exists()
