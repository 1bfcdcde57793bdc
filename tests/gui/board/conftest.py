"""The fixtures of the board's tests."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kanbandesk.workflow.cards import Card
from tests.gui.board.stand import Stand, put_up, working_day
from tests.gui.inbox.conftest import open_stand, switch

__all__ = ["open_stand", "switch"]
PutUp = Callable[..., Stand]


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    """A board with a working day on it."""
    return put_up(qtbot, working_day())


@pytest.fixture
def board_with(qtbot: QtBot) -> PutUp:
    """Puts up a board with other cards."""

    def make(cards: list[Card], size: tuple[int, int] = (1800, 700)) -> Stand:
        return put_up(qtbot, cards, size)

    return make
