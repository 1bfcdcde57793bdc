"""What a screen reader finds on the board, asked for the way Qt's bridges ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.view import BoardView
from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.workflow.boards import Swimlane
from kanbandesk.workflow.cards import Changes
from tests.factories.workflow import NOW, make_snapshot
from tests.gui.board.stand import KEY, Stand, put_up, working_day

Role = QAccessible.Role
Text = QAccessible.Text


@pytest.fixture(autouse=True)
def _screen_reader() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def board(stand: Stand) -> QAccessibleInterface:
    found: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(stand.view)
    assert found is not None
    return found


def children(parent: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [parent.child(index) for index in range(parent.childCount())]


def card(stand: Stand, column: int, index: int) -> QAccessibleInterface:
    return board(stand).child(column).child(index)


def test_the_board_is_a_list_of_columns_and_a_column_a_list_of_cards(stand: Stand) -> None:
    columns = children(board(stand))
    assert [column.text(Text.Name).partition(":")[0] for column in columns[:3]] == [
        "New",
        "In progress",
        "Waiting for client",
    ]
    assert board(stand).role() == Role.List
    assert [column.role() for column in columns] == [Role.List] * 7
    cards = children(columns[1])
    assert [one.text(Text.Name) for one in cards] == ["#102 Ticket c", "#103 Ticket d", "#104 Ticket e"]
    assert {one.role() for one in cards} == {Role.ListItem}
    assert cards[0].childCount() == 0


def test_each_knows_where_it_belongs(stand: Stand) -> None:
    column = board(stand).child(1)
    one = column.child(2)
    assert one.parent() is column
    assert column.parent() is board(stand)
    assert column.indexOfChild(one) == 2
    assert board(stand).indexOfChild(column) == 1
    assert column.child(9) is None
    assert board(stand).child(-1) is None


def test_a_card_says_age_owner_and_place_in_words(stand: Stand) -> None:
    words = card(stand, 1, 1).text(Text.Description)
    assert words.startswith("fresh: 1 h in this column")
    assert "Ada Berg" in words
    assert words.endswith("2 of 3")


def test_states_tell_what_is_chosen_and_where_the_keyboard_stands(stand: Stand) -> None:
    stand.click("d")
    chosen, other = card(stand, 1, 1).state(), card(stand, 1, 0).state()
    assert (chosen.selected, chosen.focused, chosen.focusable, chosen.selectable) == (1, 1, 1, 1)
    assert (other.selected, other.focused) == (0, 0)
    assert board(stand).state().multiSelectable
    assert board(stand).focusChild() is card(stand, 1, 1)


def test_a_card_out_of_sight_is_off_the_screen(qtbot: QtBot) -> None:
    stand = put_up(qtbot, working_day(), (400, 400))
    assert card(stand, 2, 0).state().offscreen
    assert not card(stand, 0, 0).state().offscreen


def test_a_point_finds_column_and_card_and_their_rectangles_hold_it(stand: Stand) -> None:
    point = stand.view.viewport().mapToGlobal(stand.middle("d"))
    column = board(stand).childAt(point.x(), point.y())
    assert column is board(stand).child(1)
    found = column.childAt(point.x(), point.y())
    assert found is card(stand, 1, 1)
    assert found.rect().contains(point)
    assert column.rect().contains(found.rect())
    assert QRect(QPoint(), found.rect().size()).isValid()


def test_a_card_that_moved_is_found_in_its_new_column(stand: Stand) -> None:
    one = card(stand, 1, 1)
    stand.view.model_changed(stand.model.place_pending(["d"], "solved", "", ""))
    assert one.isValid()
    assert one.parent() is board(stand).child(6)
    assert "not saved yet" in one.text(Text.Description)


def test_a_card_that_left_is_forgotten(stand: Stand) -> None:
    one = card(stand, 1, 1)
    stand.view.model_changed(stand.model.apply(Changes(removed=("d",))))
    assert not shiboken6.isValid(one)
    assert board(stand).child(1).childCount() == 2


def test_lanes_are_named_and_folded_ones_left_out(stand: Stand) -> None:
    stand.model.set_swimlane(Swimlane.AGENT)
    stand.view.model_changed(None)
    assert "lane Ada Berg" in card(stand, 1, 0).text(Text.Description)
    stand.model.collapsed = {"me"}
    stand.view.model_changed(None)
    assert board(stand).child(1).childCount() == 0


def test_the_interfaces_go_with_the_board(qtbot: QtBot) -> None:
    window, model = QWidget(), BoardModel()
    qtbot.addWidget(window)
    model.load(make_snapshot())
    view = BoardView(model, LIGHT, lambda: NOW, window)
    view.model_changed(None)
    found = QAccessible.queryAccessibleInterface(view)
    kept = [found, found.child(0), found.child(0).child(0)]
    for one in kept:
        QAccessible.uniqueId(one)
    shiboken6.delete(view)
    assert not any(shiboken6.isValid(one) for one in kept)


def test_walking_moving_and_refusing_are_told(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def listen(event: object) -> None:
        kind = type(event).__name__
        told.append(event.message() if kind == "QAccessibleAnnouncementEvent" else kind)  # type: ignore[attr-defined]

    monkeypatch.setattr("kanbandesk.ui.board.accessible.QAccessible.updateAccessibility", listen)
    stand.answer = stand.confirm
    stand.click("c")
    stand.key(Qt.Key.Key_Down)
    stand.key(Qt.Key.Key_Right, KEY.ShiftModifier)
    stand.click("c")
    stand.key(Qt.Key.Key_Left, KEY.ShiftModifier)
    assert told == [
        "QAccessibleEvent",
        "QAccessibleEvent",
        "#103: Waiting for client, 2 of 3",
        "QAccessibleEvent",
        "Only new tickets and those given back lie in New.",
    ]
