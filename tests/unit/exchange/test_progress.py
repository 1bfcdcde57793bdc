"""Progress on a terminal and elsewhere."""

import io

import pytest

from kanbandesk.exchange.progress import Cancelled, Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_terminal_gets_one_line_that_renews_itself() -> None:
    out, clock = Terminal(), Clock()
    progress = Progress(out, clock)
    progress.begin("Storing", 200, "rows")
    clock.seconds = 2.0
    progress.at(100)
    progress.at(101)
    progress.finish()
    assert out.getvalue() == ("\rStoring: 0 % · 0 of 200 rows\rStoring: 50 % · 100 of 200 rows · 50 rows/s\n")


def test_a_shorter_line_covers_the_longer_one() -> None:
    out, clock = Terminal(), Clock()
    progress = Progress(out, clock)
    progress.begin("Storing", 10_000, "rows")
    clock.seconds = 0.1
    progress.at(9_000)
    clock.seconds = 1000.0
    progress.at(10_000)
    lines = out.getvalue().split("\r")
    assert len(lines[-1]) >= len(lines[-2].rstrip())


def test_elsewhere_a_line_comes_now_and_then_and_at_the_end() -> None:
    out, clock = io.StringIO(), Clock()
    progress = Progress(out, clock)
    progress.begin("Reading log.csv", 1000)
    for done in range(0, 1001, 100):
        clock.seconds = done / 300
        progress.at(done)
    progress.finish()
    assert out.getvalue().splitlines() == [
        "Reading log.csv: 0 %",
        "Reading log.csv: 60 %",
        "Reading log.csv: 100 %",
    ]


def test_cancelling_ends_the_phase_at_its_next_step() -> None:
    progress = Progress(io.StringIO())
    progress.begin("Storing", 10)
    progress.at(1)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.at(2)
