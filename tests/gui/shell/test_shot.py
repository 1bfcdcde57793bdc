"""Pictures of the real window, each drawn by a process of its own as a person would."""

import os
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kanbandesk.app.homes import Home
from kanbandesk.app.shot import StillDesk
from kanbandesk.ui.theme.tokens import DARK, LIGHT
from kanbandesk.workflow.commands import ReadNotifications
from kanbandesk.workflow.ids import new_id


def kanbandesk(*words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a screen."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, "-m", "kanbandesk", *words],
        env=environment | changes,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def colors(picture: QImage) -> set[str]:
    """Return the colours on a grid over the picture."""
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_picture_has_the_size_and_the_theme_asked_for(
    board_home: Path, tmp_path: Path, theme: object
) -> None:
    out = tmp_path / "board.png"
    dark = ["--dark"] if theme is DARK else []
    done = kanbandesk("--home", str(board_home), "shot", str(out), "--size", "1000x700", *dark)
    assert done.returncode == 0, done.stderr
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1000, 700)
    expected = DARK if theme is DARK else LIGHT
    assert {expected.panel, expected.column, expected.card} <= colors(picture)


def test_a_picture_of_a_drag_lights_the_legal_columns(board_home: Path, tmp_path: Path) -> None:
    out = tmp_path / "drag.png"
    done = kanbandesk("--home", str(board_home), "shot", str(out), "--drag", "3:Waiting for client")
    assert done.returncode == 0, done.stderr
    plain = tmp_path / "plain.png"
    kanbandesk("--home", str(board_home), "shot", str(plain))
    accent = QColor(LIGHT.accent).name().upper()
    count = sum(color == accent for color in pixels(QImage(str(out))))
    assert count > 2 * sum(color == accent for color in pixels(QImage(str(plain))))


def pixels(picture: QImage) -> list[str]:
    row = picture.height() - 90  # below the cards, where only the columns' edges are
    return [picture.pixelColor(x, row).name().upper() for x in range(picture.width())]


def test_two_pictures_of_a_home_with_a_moment_of_its_own_are_the_same(
    board_home: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.png", tmp_path / "2.png"
    for out in (first, second):
        assert kanbandesk("--home", str(board_home), "shot", str(out), "--ticket", "3").returncode == 0
    assert QImage(str(first)) == QImage(str(second))


def test_a_picture_of_what_is_not_there_says_so(board_home: Path, tmp_path: Path) -> None:
    done = kanbandesk("--home", str(board_home), "shot", str(tmp_path / "out.png"), "--ticket", "4711")
    assert done.returncode == 1
    assert "#4711" in done.stderr
    done = kanbandesk("--home", str(board_home), "shot", str(tmp_path / "out.png"), "--drag", "3:Nowhere")
    assert done.returncode == 1
    assert "waiting_client" in done.stderr


def test_a_picture_is_taken_while_a_window_has_the_home(board_home: Path, tmp_path: Path) -> None:
    from kanbandesk.app.homes import Home

    home = Home.open(board_home)
    done = kanbandesk("--home", str(board_home), "shot", str(tmp_path / "out.png"))
    home.close()
    assert done.returncode == 0, done.stderr


def test_without_a_screen_open_draws_and_prints_the_board(board_home: Path, tmp_path: Path) -> None:
    out = tmp_path / "drawn.png"
    done = kanbandesk("open", "--home", str(board_home), "--output", str(out))
    assert done.returncode == 0, done.stderr
    assert "no screen" in done.stdout
    assert str(out) in done.stdout
    assert "In progress  2" in done.stdout
    assert "Receipts arrive twice" in done.stdout
    assert QImage(str(out)).width() == 1560


def test_without_a_screen_the_stalest_cards_come_first(board_home: Path, tmp_path: Path) -> None:
    done = kanbandesk("open", "--home", str(board_home), "--output", str(tmp_path / "drawn.png"))
    column = done.stdout.split("New  2", 1)[1].split("\n\n", 1)[0]
    assert len([line for line in column.splitlines() if "#" in line]) == 2


def test_a_home_that_cannot_be_read_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "board.db").write_text("this is no board")
    done = kanbandesk("open", "--home", str(tmp_path), "--output", str(tmp_path / "out.png"))
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
    assert (tmp_path / "board.db").read_text() == "this is no board"


def test_a_picture_only_reads_and_runs_no_timers(board_home: Path) -> None:
    """The home may be open elsewhere, where its timers run."""
    desk = StillDesk(Home.open(board_home, is_reading_only=True))
    with closing(desk):
        assert desk.warm_up().result() == ()
        assert desk.submit(ReadNotifications(ids=(new_id(),))).result().is_applied
        assert "desk-writing" not in {thread.name for thread in threading.enumerate()}
