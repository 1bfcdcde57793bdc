"""Two starts on one home, links, and the ends of a program: by a signal, on a home that another one has."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
from tests.gui.pointer import PATIENCE, Program
from tests.gui.shell.stand import fill

MINE = "Receipts arrive twice"


@pytest.fixture
def home_path(tmp_path: Path) -> Path:
    """A home with four tickets; MINE is number 3."""
    path = tmp_path / "board"
    desk = SoloDesk(Home.create(path, me="Ada Berg", has_timers=False))
    fill(desk)
    desk.close()
    return path


def environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}


@contextmanager
def window(home: Path) -> Iterator[Program]:
    """The program with its window on `home`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.told_window", str(home)],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    program = Program(process)
    try:
        yield program
    finally:
        program.stop()


@pytest.fixture
def first(home_path: Path) -> Iterator[Program]:
    """The program with its window, on the home with four tickets."""
    with window(home_path) as program:
        yield program


def see(program: Program, is_so: Callable[[dict[str, Any]], bool]) -> None:
    """Look at what the window tells until something is so."""
    program.wait_for(
        lambda line: line.startswith("state ") and is_so(json.loads(line.removeprefix("state ")))
    )


def start_again(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kanbandesk", "open", "--home", str(home), *words],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_a_link_opens_its_ticket_in_the_window_that_is_there(first: Program, home_path: Path) -> None:
    see(first, lambda state: bool(state["cards"]))
    done = start_again(home_path, "kanbandesk://ticket/3")
    assert done.returncode == 0, done.stderr
    see(first, lambda state: state["open"] == MINE)


def test_a_link_to_nothing_is_told_and_harms_nothing(first: Program, home_path: Path) -> None:
    see(first, lambda state: bool(state["cards"]))
    assert start_again(home_path, "kanbandesk://ticket/4711").returncode == 0
    see(first, lambda state: any("4711" in heading for heading in state["notices"]))


def test_a_termination_signal_ends_the_program_in_order(first: Program, home_path: Path) -> None:
    see(first, lambda state: bool(state["cards"]))
    first.process.send_signal(signal.SIGTERM)
    assert first.process.wait(PATIENCE) == 0
    Home.open(home_path).close()


def test_a_home_that_another_program_has_is_left_to_it(home_path: Path) -> None:
    home = Home.open(home_path)
    done = start_again(home_path)
    home.close()
    assert done.returncode == 1
    assert str(os.getpid()) in done.stderr


def test_a_first_start_makes_the_demo_board_and_opens_it(tmp_path: Path) -> None:
    with window(tmp_path / "not" / "there" / "yet") as program:
        see(program, lambda state: len(state["cards"]) > 20)
