"""The command line: where `--home` may stand, what wrong usage says, and the exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kanbandesk.app.homes import Home
from kanbandesk.cli import build_parser, main
from tests.unit.exchange import samples
from tests.unit.exchange.samples import write

ROWS = (
    samples.update("7/3/2016 08:05"),
    samples.update("7/3/2016 09:00", "Active", number="INC0000008", assigned_to="Resolver 3"),
    samples.update("8/3/2016 09:00", "Closed", number="INC0000008", assigned_to="Resolver 3"),
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return write(tmp_path, samples.servicenow(*ROWS), "log.csv")


def stats(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert main(["stats", "--home", str(folder), "--json"]) == 0
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


@pytest.mark.parametrize("words", [["--home", "X", "stats"], ["stats", "--home", "X"]])
def test_the_home_may_stand_before_or_after_the_verb(words: list[str]) -> None:
    assert build_parser().parse_args(words).home == "X"


@pytest.mark.parametrize(
    "words",
    [[], ["dance"], ["import"], ["import", "f", "--format", "word"], ["shot", "o.png", "--size", "big"]],
)
def test_wrong_usage_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: kanbandesk" in capsys.readouterr().err


def test_an_import_makes_the_home_and_tells_what_came_in(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(log), "--home", str(tmp_path / "new")]) == 0
    assert "2 tickets with 3 rows came in." in capsys.readouterr().err
    told = stats(tmp_path / "new", capsys)
    assert (told["open"], told["events"]) == (1, 3)


def test_the_home_lives_from_the_moment_on_and_its_timers_are_off(tmp_path: Path, log: Path) -> None:
    folder = tmp_path / "new"
    assert main(["import", str(log), "--as-of", "2016-03-07T12:00", "--home", str(folder)]) == 0
    home = Home.open(folder, is_reading_only=True)
    assert (home.as_of, home.has_timers) == (samples.at("2016-03-07T12:00"), False)
    assert abs(home.now() - samples.at("2016-03-07T12:00")) < 3_600_000


def test_figures_are_those_of_exactly_that_moment(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    main(["import", str(log), "--as-of", "2016-03-07T11:00", "--home", str(folder)])
    told = stats(folder, capsys)
    assert told["open"] == 2
    assert told["stale"] == {"1": 1, "2": 0, "3": 1}  # in progress for 2 h to the millisecond, new for 3 h
    assert isinstance(told["by_status"], dict)
    assert sum(told["by_status"].values()) == 2


def test_figures_do_not_age_with_the_clock(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    main(["import", str(log), "--as-of", "2016-03-07T10:59:59.999", "--home", str(folder)])
    assert stats(folder, capsys)["stale"] == {"1": 0, "2": 0, "3": 1}


def test_importing_twice_adds_nothing_twice(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["import", str(log), "--home", str(tmp_path / "new")]
    assert [main(words), main(words)] == [0, 0]
    assert "Nothing new to import. 2 already here stay as they are." in capsys.readouterr().err
    assert stats(tmp_path / "new", capsys)["events"] == 3


def test_a_later_export_brings_the_new_tickets_and_leaves_the_known_ones(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "new")
    main(["import", str(log), "--home", folder])
    rows = (
        *ROWS,
        samples.update("9/3/2016 10:00", "Resolved"),
        samples.update("9/3/2016 10:00", number="INC0000009"),
    )
    later = write(tmp_path, samples.servicenow(*rows), "later.csv")
    assert main(["import", str(later), "--home", folder]) == 0
    assert "1 tickets with 1 rows came in. 2 already here stay as they are." in capsys.readouterr().err
    by_status = stats(tmp_path / "new", capsys)["by_status"]
    assert isinstance(by_status, dict)
    assert {status: count for status, count in by_status.items() if count} == {"new": 2, "closed": 1}


def test_two_systems_with_the_same_numbers_are_told_apart_by_their_name(tmp_path: Path, log: Path) -> None:
    folder = str(tmp_path / "new")
    main(["import", str(log), "--home", folder])
    assert main(["import", str(log), "--home", folder, "--source", "south"]) == 0
    assert Home.open(Path(folder), is_reading_only=True).name == "Support"


def test_a_dry_run_writes_nothing(tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(log), "--home", str(tmp_path / "new"), "--dry-run"]) == 0
    assert "2 tickets with 3 rows would come in." in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_bad_rows_are_told_and_written_beside_the_home(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, samples.servicenow(*ROWS, samples.update("soon")), "log.csv")
    assert main(["import", str(path), "--home", str(tmp_path / "new")]) == 0
    err = capsys.readouterr().err
    assert "log.csv, line 5, sys_updated_at: is no moment like 29/2/2016 01:16 ('soon')" in err
    assert "1 tickets with 2 rows came in. 1 with bad rows were left out." in err
    assert "INC0000007" in (tmp_path / "new-import-report.csv").read_text(encoding="utf-8-sig")


def test_a_guessed_encoding_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "id;тема;created\n1;Не печатает;2024-03-01\n".encode("cp1251"), "tickets.csv")
    assert main(["import", str(path), "--home", str(tmp_path / "new")]) == 0
    assert "tickets.csv is not UTF-8: read as cp1251 (--encoding tells another)" in capsys.readouterr().err
    main(["export", "--home", str(tmp_path / "new")])
    assert "Не печатает" in capsys.readouterr().out


def test_when_nothing_came_in_the_exit_code_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, samples.servicenow(samples.update("soon")), "log.csv")
    report = tmp_path / "bad.csv"
    assert main(["import", str(path), "--home", str(tmp_path / "new"), "--report", str(report)]) == 1
    assert "Nothing new to import. 1 with bad rows were left out." in capsys.readouterr().err
    assert report.is_file()
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--zone", "Mars"], 2, "no time zone 'Mars'"),
        (["--as-of", "noon"], 2, "'noon' is no moment"),
        (["--map", "Done"], 2, "--map 'Done': write it like"),
        (["--map", "Done=gone"], 2, "the statuses are assigned, closed"),
        (["--encoding", "klingon"], 2, "no encoding 'klingon'"),
        (["--mapping", "m.toml"], 2, "--mapping is for csv"),
        (["--titles", "nowhere.txt"], 1, "nowhere.txt cannot be read"),
        (["--format", "trello"], 1, "log.csv, line 1, column 1: is no JSON"),
    ],
)
def test_a_setting_that_cannot_be_used_is_one_clear_line(
    log: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int, words: str
) -> None:
    home = log.with_name("new")
    assert main(["import", str(log), "--home", str(home), *options]) == code
    told = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("Reading")]
    assert len(told) == 1
    assert words in told[0]
    assert not home.exists()


def test_a_board_without_history_has_no_moment_of_the_past(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, samples.trello(), "board.json")
    assert main(["import", str(path), "--home", str(tmp_path / "new"), "--as-of", "2016-03-07"]) == 2
    assert "--as-of needs a log of changes (servicenow, helpdesk, csv)" in capsys.readouterr().err


def test_a_home_that_lives_by_another_clock_is_left_alone(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Home.create(tmp_path / "here").close()
    assert main(["import", str(log), "--home", str(tmp_path / "here"), "--as-of", "2016-03-07"]) == 2
    assert "lives by another clock" in capsys.readouterr().err


def test_a_home_that_is_in_use_is_refused_with_the_reason(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Home.create(tmp_path / "here")
    assert main(["import", str(log), "--home", str(tmp_path / "here")]) == 1
    assert "is open in another program (process" in capsys.readouterr().err
    assert stats(tmp_path / "here", capsys)["events"] == 0
    home.close()


def test_a_home_with_timers_keeps_them_and_says_what_they_will_do(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Home.create(tmp_path / "here").close()
    assert main(["import", str(log), "--home", str(tmp_path / "here")]) == 0
    assert "Timers are on in this home" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["stats"], ["export"]])
def test_a_home_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: list[str]
) -> None:
    assert main([*verb, "--home", str(tmp_path / "none")]) == 1
    assert "There is no board in" in capsys.readouterr().err


def test_a_folder_that_holds_other_things_is_left_alone(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(log), "--home", str(tmp_path)]) == 1
    assert "holds other files already" in capsys.readouterr().err


def test_figures_for_people_name_the_statuses(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(log), "--home", str(tmp_path / "new")])
    capsys.readouterr()
    assert main(["stats", "--home", str(tmp_path / "new")]) == 0
    out = capsys.readouterr().out
    assert "Waiting for client" in out
    assert "1 open tickets" in out


def test_counting_needs_no_sqlalchemy(tmp_path: Path, log: Path) -> None:
    main(["import", str(log), "--home", str(tmp_path / "new")])
    script = (
        "import sys; from kanbandesk.cli import main; "
        f"main(['stats', '--home', {str(tmp_path / 'new')!r}]); "
        "sys.exit('sqlalchemy' in sys.modules or 'PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def test_the_doctor_finds_a_home_well_or_says_what_is_wrong(
    tmp_path: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    assert main(["doctor", "--home", str(folder)]) == 0
    assert "there is none yet" in capsys.readouterr().out
    main(["import", str(log), "--home", str(folder)])
    assert main(["doctor", "--home", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "2 tickets, 3 events" in out
    assert "the file is whole" in out
    (folder / "board.db").write_bytes(b"no database at all" * 500)
    assert main(["doctor", "--home", str(folder)]) == 1
