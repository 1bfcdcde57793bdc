import gc
import os
from pathlib import Path

from PySide6.QtCore import QRect

from kanbandesk.ui.memory import Memory, on_some_screen
from kanbandesk.workflow.boards import Swimlane

SCREEN = QRect(0, 0, 1920, 1080)


def test_a_window_on_its_screen_stays() -> None:
    window = QRect(100, 80, 1200, 800)
    assert on_some_screen(window, [SCREEN]) == window


def test_a_window_of_a_screen_that_is_gone_comes_to_the_first_one() -> None:
    placed = on_some_screen(QRect(2400, 200, 1200, 800), [SCREEN])
    assert SCREEN.contains(placed)
    assert placed.size() == QRect(0, 0, 1200, 800).size()


def test_a_window_whose_title_is_above_the_screen_comes_down() -> None:
    assert SCREEN.contains(on_some_screen(QRect(100, -300, 1200, 800), [SCREEN]))


def test_a_window_too_large_for_the_screen_is_made_to_fit() -> None:
    assert SCREEN.contains(on_some_screen(QRect(9000, 0, 4000, 3000), [SCREEN]))


def test_a_window_half_on_a_second_screen_stays() -> None:
    window = QRect(1800, 100, 1200, 800)
    assert on_some_screen(window, [SCREEN, QRect(1920, 0, 1920, 1080)]) == window


def test_a_forgetful_memory_knows_what_it_was_told_and_the_next_one_nothing() -> None:
    told = Memory.forgetful()
    told.swimlane, told.language = Swimlane.AGENT, "ru"
    assert (told.swimlane, told.language) == (Swimlane.AGENT, "ru")
    other = Memory.forgetful()
    assert (other.swimlane, other.language, other.boards()) == (Swimlane.NONE, "", [])


def test_a_forgetful_memory_leaves_the_null_device_a_device() -> None:
    told = Memory.forgetful()
    told.swimlane = Swimlane.AGENT
    del told
    gc.collect()
    assert not Path(os.devnull).is_file()
