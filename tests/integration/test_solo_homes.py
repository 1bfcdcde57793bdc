"""A home is made whole or not at all, opened by one process at a time, and left alone when it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.app import homes
from kanbandesk.app.homes import BOARD, Home, system_now
from kanbandesk.models import schema
from kanbandesk.models.boardfile import read_board
from kanbandesk.models.faults import Damaged, Fault, Foreign, InUse, Missing, Newer, NotUpgraded, Occupied
from kanbandesk.models.schema import SCHEMA_VERSION

AS_OF = 1_458_648_000_000
"""22 March 2016, 12:00 UTC."""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "made"
    Home.create(path, name="Support", me="Ada Berg").close()
    return path


def test_a_new_home_can_be_worked_with_and_found_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "home"
    with closing(Home.create(path, name="Support", me="Ada Berg")) as home:
        assert (home.name, home.path, home.has_timers, home.as_of) == ("Support", path, True, None)
        assert read_board(home.board_path, home.now()).me.name == "Ada Berg"
    assert Home.exists(path)
    with closing(Home.open(path)) as again:
        assert again.me == home.me


def test_an_empty_folder_may_become_a_home(home: Path) -> None:
    Home.create(home).close()
    assert Home.exists(home)


def test_nothing_but_the_home_is_left_beside_it(made: Path) -> None:
    assert [entry.name for entry in made.parent.iterdir()] == [made.name]


@pytest.mark.skipif(os.name != "posix", reason="rights of folders are POSIX's")
def test_a_home_is_its_owners_alone(made: Path) -> None:
    assert made.stat().st_mode & 0o077 == 0


def test_a_folder_that_holds_other_things_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("years of work")
    with pytest.raises(Occupied) as told:
        Home.create(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.odt"]
    assert "left untouched" in str(told.value)


def test_a_home_that_could_not_be_filled_is_not_there_at_all(tmp_path: Path) -> None:
    def fail(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        Home.create(tmp_path / "home", furnish=fail)
    assert list(tmp_path.iterdir()) == []


def test_an_imported_home_lives_on_from_its_moment(tmp_path: Path) -> None:
    with closing(Home.create(tmp_path / "home", as_of=AS_OF, has_timers=False)) as home:
        assert home.as_of == AS_OF
        assert home.has_timers is False
        assert AS_OF <= home.now() < AS_OF + 60_000
    with closing(Home.open(tmp_path / "home")) as again:
        assert again.now() - system_now() == pytest.approx(AS_OF - system_now(), abs=60_000)


# -- one at a time ------------------------------------------------------------------------------------------

HOLDER = """
import sys
from pathlib import Path
from kanbandesk.app.homes import Home
home = Home.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_told_which_one_has_the_home(made: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(made)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(InUse) as told:
            Home.open(made)
        assert told.value.pid == holder.pid
        assert str(holder.pid) in str(told.value)
        holder.kill()
    Home.open(made).close()  # the lock went with the process


def test_a_home_is_open_once_in_one_process_too(made: Path) -> None:
    with closing(Home.open(made)):
        with pytest.raises(InUse) as told:
            Home.open(made)
        assert told.value.pid == os.getpid()
    Home.open(made).close()


def test_a_home_may_be_looked_at_while_another_process_has_it(made: Path) -> None:
    with closing(Home.open(made)), closing(Home.open(made, is_reading_only=True)) as looking:
        assert looking.name == "Support"


# -- what cannot be opened ----------------------------------------------------------------------------------


def nothing(path: Path) -> None:
    (path / BOARD).unlink()


def garbage(path: Path) -> None:
    (path / BOARD).write_bytes(b"a letter to grandmother " * 500)


def empty(path: Path) -> None:
    (path / BOARD).write_bytes(b"")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path / BOARD)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def torn(path: Path) -> None:
    whole = (path / BOARD).read_bytes()
    (path / BOARD).write_bytes(whole[:4096] + bytes(len(whole) - 4096))


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [(nothing, Missing), (garbage, Foreign), (empty, Damaged), (newer, Newer), (torn, Damaged)],
)
@pytest.mark.parametrize("is_reading_only", [False, True])
def test_what_cannot_be_opened_is_told_plainly_and_left_as_it_is(
    made: Path, spoil: Callable[[Path], None], fault: type[Fault], is_reading_only: bool
) -> None:
    spoil(made)
    before = (made / BOARD).read_bytes() if (made / BOARD).exists() else None
    for _ in range(2):  # the first try must not leave a lock
        with pytest.raises(fault) as told:
            Home.open(made, is_reading_only=is_reading_only)
        assert type(told.value) is fault
        assert str(made) in str(told.value)
    assert before is None or (made / BOARD).read_bytes() == before


def test_a_file_is_no_home(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("bread")
    with pytest.raises(Foreign):
        Home.open(path)


# -- older schemas ------------------------------------------------------------------------------------------


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose schema is one further; its step only marks the version."""
    for module in (schema, homes):
        monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)


def step(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


@pytest.mark.usefixtures("next_version")
def test_an_older_home_is_copied_before_its_schema_is_changed(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(homes, "bring_up_to_date", step)
    before = read_board(made / BOARD, 0).me
    with closing(Home.open(made)) as home:
        assert home.name == "Support"
    (copy,) = (made / "backups").iterdir()
    assert read_board(copy, 0).me == before
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


@pytest.mark.usefixtures("next_version")
def test_a_schema_that_cannot_be_changed_leaves_the_home_free_and_as_it_was(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise NotUpgraded(path, "database or disk is full")

    monkeypatch.setattr(homes, "bring_up_to_date", fail)
    before = (made / BOARD).read_bytes()
    for _ in range(2):
        with pytest.raises(NotUpgraded, match="a copy lies in its backups"):
            Home.open(made)
    assert (made / BOARD).read_bytes() == before


def test_the_schema_is_not_touched_when_it_is_todays(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(homes, "bring_up_to_date", lambda _: pytest.fail("nothing to do"))
    Home.open(made).close()
    assert not (made / "backups").exists()


# -- where --------------------------------------------------------------------------------------------------


def test_the_default_home_is_the_one_of_the_environment(home: Path) -> None:
    assert Home.default_path() == home


def test_without_a_word_the_home_lies_where_the_system_keeps_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KANBANDESK_HOME")
    assert Path(os.environ["HOME"]) in Home.default_path().parents
