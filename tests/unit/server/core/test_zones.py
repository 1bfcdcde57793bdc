"""C1: a new workspace is where its computer is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanbandesk.models.boardfile import read_board
from kanbandesk.server.core.workspace import create_file
from kanbandesk.server.core.zones import computer_zone, known_zone


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Oslo", "Europe/Oslo"),
        ("Etc/UTC", "UTC"),
        ("UTC", "UTC"),
        ("Mars/Base", ""),
        ("../../etc/passwd", ""),
        ("", ""),
    ],
)
def test_a_zone_is_one_that_is_known(name: str, zone: str) -> None:
    assert known_zone(name) == zone


@pytest.mark.parametrize("told", ["Asia/Almaty", ":Asia/Almaty"])
def test_what_the_environment_says_goes_before_the_systems_files(
    told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", told)
    assert computer_zone() == "Asia/Almaty"


def test_nonsense_in_the_environment_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Mars/Base")
    assert known_zone(computer_zone())


def test_a_new_workspace_keeps_the_zone_it_was_made_in(tmp_path: Path) -> None:
    create_file(tmp_path / "board.db", me="Ada", now=0, meta={}, time_zone="Asia/Almaty")
    assert read_board(tmp_path / "board.db", 0).process.time_zone == "Asia/Almaty"
