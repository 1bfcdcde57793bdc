"""The board ages by itself: nobody touches anything, only the clock goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent
from pytestqt.qtbot import QtBot

from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.board.model import Tick
from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.workflow.boards import Filter
from kanbandesk.workflow.statuses import HOUR, MINUTE, SECOND
from tests.factories.workflow import NOW, make_card
from tests.gui.board.conftest import PutUp
from tests.gui.board.stand import PATIENCE, Stand


class Painted(QObject):
    """Collects what is painted."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.view)
        self.areas: list[Rect] = []
        stand.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the damage and let it be painted."""
        del watched
        if isinstance(event, QPaintEvent):
            for area in event.region():  # type: ignore[attr-defined]
                self.areas.append(Rect(area.x(), area.y(), area.width(), area.height()))
        return False


def stripe(stand: Stand, card_id: str) -> str:
    """Return the colour of a card's stripe as it is on screen."""
    image: QImage = stand.view.viewport().grab().toImage()
    rect = stand.rect(card_id)
    return image.pixelColor(rect.x + 3, rect.y + rect.height // 2).name().upper()


@pytest.fixture
def ageing(board_with: PutUp) -> Stand:
    """A card that grows old in five seconds of the clock, and one that does not."""
    return board_with(
        [
            make_card(id="a", rank="A", status_since=NOW - 2 * HOUR, due1=NOW + 5_000, due2=NOW + 9_000),
            make_card(id="b", rank="B", status_since=NOW - 2 * HOUR),
        ]
    )


def test_a_card_changes_its_colour_at_the_moment_of_its_level(ageing: Stand) -> None:
    assert stripe(ageing, "a") == LIGHT.fresh
    ageing.clock.now = NOW + 4_999
    ageing.view.ticker.tick()
    assert stripe(ageing, "a") == LIGHT.fresh
    ageing.clock.now = NOW + 5_000
    ageing.view.ticker.tick()
    assert stripe(ageing, "a") == LIGHT.ageing
    ageing.clock.now = NOW + 9_000
    ageing.view.ticker.tick()
    assert stripe(ageing, "a") == LIGHT.late
    assert stripe(ageing, "b") == LIGHT.fresh


def test_the_window_is_told_which_cards_have_aged(ageing: Stand) -> None:
    told: list[Tick] = []
    ageing.view.aged.connect(told.append)
    ageing.clock.now = NOW + 5_000
    ageing.view.ticker.tick()
    ageing.view.ticker.tick()
    assert [tick.cards for tick in told] == [{"a"}]


def test_only_what_has_changed_is_painted(ageing: Stand) -> None:
    painted = Painted(ageing)
    ageing.clock.now = NOW + 5_000
    ageing.view.ticker.tick()
    ageing.until(lambda: bool(painted.areas))
    layout = ageing.view.board_layout
    allowed = (ageing.rect("a").grown(4), layout.head(0))
    for area in painted.areas:
        assert any(area.intersected(one) == area for one in allowed), area


def test_the_timer_comes_by_itself(board_with: PutUp, qtbot: QtBot) -> None:
    stand = board_with([make_card(id="a", status_since=NOW - 2 * HOUR, due1=NOW + 40)])
    stand.clock.now = NOW + 40
    with qtbot.waitSignal(stand.view.aged, timeout=PATIENCE):
        stand.view.ticker.schedule()
    assert stripe(stand, "a") == LIGHT.ageing


def test_a_hidden_board_rests_and_catches_up_when_shown(ageing: Stand, qtbot: QtBot) -> None:
    ageing.view.hide()
    waits = [ageing.view.ticker.wait]
    ageing.clock.now = NOW + 5_000
    ageing.view.show()
    waits.append(ageing.view.ticker.wait)
    assert waits == [None, 1]
    with qtbot.waitSignal(ageing.view.aged, timeout=PATIENCE):
        ageing.view.ticker.schedule()


@pytest.mark.parametrize(
    ("age", "wait"),
    [(32 * SECOND, SECOND), (5 * MINUTE + 20 * SECOND, 40 * SECOND), (5 * HOUR, 60 * SECOND)],
)
def test_the_timer_waits_for_the_next_change_of_words_in_sight(
    board_with: PutUp, age: int, wait: int
) -> None:
    stand = board_with([make_card(status_since=NOW - age)])
    assert stand.view.ticker.wait == wait


def test_cards_out_of_sight_do_not_wake_the_board_for_their_words(board_with: PutUp) -> None:
    cards = [make_card(rank=f"{number:02}V", status_since=NOW - 5 * HOUR) for number in range(30)]
    cards.append(make_card(rank="zz", status_since=NOW - 5 * SECOND))
    stand = board_with(cards, (700, 400))
    assert stand.view.ticker.wait == 60 * SECOND
    stand.view.scroll_column(0, 10**6)
    stand.paint()
    stand.view.ticker.schedule()
    assert stand.view.ticker.wait == SECOND


def test_the_words_of_a_card_in_sight_change_with_the_minute(board_with: PutUp) -> None:
    stand = board_with([make_card(id="a", status_since=NOW - 5 * MINUTE)])
    painted = Painted(stand)
    stand.clock.now = NOW + MINUTE
    stand.view.ticker.tick()
    stand.until(lambda: bool(painted.areas))
    assert stand.view.face_of("a").badge.text == "6 min"


def test_a_card_that_grew_late_appears_under_the_filter_of_late_cards(ageing: Stand) -> None:
    ageing.model.set_filter(Filter(levels=(1, 2, 3)))
    ageing.view.model_changed(None)
    assert ageing.view.places.in_sight() == []
    ageing.clock.now = NOW + 5_000
    ageing.view.ticker.tick()
    assert ageing.view.places.in_sight() == ["a"]
