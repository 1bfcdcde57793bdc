"""Two real windows, a real server, a real pointer; and a network that is really cut: the port refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.two_windows import ASKED, MOVED, PUT_OFF, SCREEN, Stage, play, stage_in
from tests.gui.pointer import XServer, x_server

pytestmark = pytest.mark.xvfb


@pytest.fixture
def wide_screen(xvfb: XServer, tmp_path: Path) -> Iterator[XServer]:
    """A screen on which two windows stand side by side (where there can be one at all)."""
    del xvfb
    with x_server(tmp_path, SCREEN) as screen:
        yield screen


@pytest.fixture
def stage(wide_screen: XServer, tmp_path: Path) -> Iterator[Stage]:
    """Two people of a team before their windows."""
    folder = tmp_path / "team"
    folder.mkdir()
    with stage_in(folder, wide_screen) as stage:
        yield stage


def test_what_is_done_in_one_window_shows_in_the_other_also_after_the_network_was_away(stage: Stage) -> None:
    seen: list[str] = []
    play(stage, seen.append)
    assert seen == ["carried", "live", "offline", "together"]
    kept = stage.server.statuses()
    assert {title: kept[title] for title in (MOVED, ASKED, PUT_OFF)} == {
        MOVED: "postponed",
        ASKED: "waiting_client",
        PUT_OFF: "postponed",
    }
    assert stage.board(stage.sasha).items() <= kept.items()
    assert stage.server.complaints() == []
