"""A few kills of a team in every test run; `python dev.py kills 2000 --team` runs many. And: losses would be found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.end_to_end.harness import kills

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks its children")


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_nothing_kept_is_lost_or_done_twice_when_desks_and_servers_are_killed(
    project: Path, database: str
) -> None:
    done = kills(project, "10", "--team", "--seed", "1958", "--database", database)
    assert done.stdout.splitlines()[-1:] == ["10 kills, 0 lost, 0 double"], done.stdout + done.stderr
    assert done.returncode == 0


def test_a_desk_that_answers_before_it_has_written_is_found_out(project: Path) -> None:
    done = kills(project, "15", "--team", "--seed", "1958", "--without", "outbox")
    last = done.stdout.splitlines()[-1]
    assert last.startswith("15 kills, "), done.stdout + done.stderr
    assert not last.startswith("15 kills, 0 lost"), done.stdout
    assert done.returncode == 1
