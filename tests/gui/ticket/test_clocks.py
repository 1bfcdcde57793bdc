"""The clocks of the panel: as wide as their words need, so that no time is cut in any language."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.ui.ticket.clock_faces import Face
from kanbandesk.ui.ticket.clocks import ClockFace, Clocks

SHORT = [
    Face("In this column", "51 min"),
    Face("Since our answer", "18 min"),
    Face("Since the client wrote", "2 h"),
]
LONG = Face("SLA · Проблема", "на паузе, просрочка 2 д 14 ч", 3)


@pytest.fixture
def clocks(qtbot: QtBot) -> Clocks:
    """The row, as wide as in a wide panel."""
    row = Clocks(LIGHT)
    qtbot.addWidget(row)
    row.resize(760, 100)
    return row


def tiles(clocks: Clocks) -> list[ClockFace]:
    return sorted(clocks.findChildren(ClockFace), key=lambda tile: (tile.y(), tile.x()))


def test_short_clocks_share_the_room_equally(clocks: Clocks) -> None:
    clocks.show_faces([*SHORT, Face("SLA", "1 h left")])
    widths = [tile.width() for tile in tiles(clocks)]
    assert max(widths) - min(widths) <= 1
    assert sum(widths) + 3 * 8 == 760


def test_a_long_clock_takes_what_it_needs_and_no_value_is_cut(clocks: Clocks) -> None:
    clocks.show_faces([*SHORT, LONG])
    shown = tiles(clocks)
    assert len({tile.y() for tile in shown}) == 1
    assert all(tile.width() >= tile.least_width() for tile in shown)
    assert shown[-1].width() > shown[0].width()
    assert sum(tile.width() for tile in shown) + 3 * 8 == 760


def test_clocks_that_do_not_fit_in_a_line_stand_two_by_two(clocks: Clocks) -> None:
    clocks.show_faces([LONG] * 4)
    clocks.resize(2 * tiles(clocks)[0].least_width() + 8, 100)
    clocks.show_faces([LONG] * 4)
    shown = tiles(clocks)
    assert [tile.y() == 0 for tile in shown] == [True, True, False, False]
    assert all(tile.width() >= tile.least_width() for tile in shown)


def test_a_label_with_a_date_gets_its_two_lines(clocks: Clocks) -> None:
    faces = [Face("В этой колонке, срок через 12 д", "3 д"), *SHORT[1:], LONG]
    clocks.show_faces(faces)
    clocks.resize(sum(tile.least_width() for tile in tiles(clocks)) + 3 * 8, 100)
    clocks.show_faces(faces)
    for tile in tiles(clocks):
        label = QFontMetrics(tile.fonts()[0])
        room = QRect(0, 0, tile.width() - 20, 1000)
        assert (
            label.boundingRect(room, Qt.TextFlag.TextWordWrap, tile.face.label).height()
            <= 2 * label.lineSpacing()
        )
