"""The pair in development on the cards (R9): each tells the other's age, and leads to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.board.pairs import sign_at, sign_of
from kanbandesk.ui.jumping import jump_to_pair
from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.statuses import DAY, SECOND
from tests.factories.workflow import NOW, make_board, make_card, make_snapshot
from tests.gui.inbox.stand import Stand
from tests.gui.painted import painted_areas

Open = Callable[[BoardSnapshot], Stand]


def _pair(open_stand: Open) -> tuple[Stand, Card, Card]:
    ticket = make_card(number=4688, status_id="in_development", due_at=NOW + 3 * DAY)
    subtask = make_card(number=4689, parent_id=ticket.id, status_id="in_progress", status_since=NOW - 2 * DAY)
    ticket.subtask_id = subtask.id
    boards = [make_board(), replace(make_board(), id="development", name="Development")]
    return open_stand(make_snapshot([ticket, subtask], boards=boards)), ticket, subtask


def test_each_card_tells_the_number_and_the_age_of_the_other(open_stand: Open) -> None:
    stand, ticket, subtask = _pair(open_stand)
    view = stand.window.view
    signs = [sign_of(card, view.model, view.faces, NOW) for card in (ticket, subtask)]
    assert [(sign.number, sign.age, sign.is_subtask) for sign in signs if sign is not None] == [
        ("#4689", "2 d", True),
        ("#4688", "due in 3 d", False),
    ]


def test_a_click_on_the_sign_leads_to_the_other_card_on_its_own_board(open_stand: Open) -> None:
    stand, ticket, subtask = _pair(open_stand)
    view = stand.window.view
    area = sign_at(view, ticket.id)
    assert area is not None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.x + 8, area.y + 8))
    assert stand.window.model.board.id == "development"
    assert view.current_id() == subtask.id
    assert stand.window.memory.board == "development"


def test_the_key_leads_there_and_back_also_from_the_inbox_and_past_a_filter(open_stand: Open) -> None:
    stand, ticket, subtask = _pair(open_stand)
    window = stand.window
    window.view.select([ticket.id], ticket.id)
    window.lens.search("nothing of that kind")
    jump_to_pair(window, ticket.id)
    assert window.view.current_id() == subtask.id
    stand.inbox()
    jump_to_pair(window, subtask.id)
    assert window.places.current is Act.BOARD
    assert (window.model.board.id, window.view.current_id()) == ("support", ticket.id)


def test_a_card_without_a_pair_says_why_the_key_does_nothing(open_stand: Open) -> None:
    card = make_card()
    stand = open_stand(make_snapshot([card]))
    stand.window.view.select([card.id], card.id)
    assert stand.window.actions_by_name.why_not(Act.PAIR) == "It has no card in development."


def test_a_screen_reader_is_told_of_pair_and_transfer(open_stand: Open) -> None:
    stand, ticket, _ = _pair(open_stand)
    offered = make_card(status_id="in_progress", owner_id="bo", line_id="second", offered_line_id="first")
    board = QAccessible.queryAccessibleInterface(stand.window.view)
    assert board is not None
    column = [column.id for column in stand.window.model.columns].index("in_development")
    assert "in development as #4689: In progress" in board.child(column).child(0).text(
        QAccessible.Text.Description
    )
    other = open_stand(make_snapshot([offered]))
    board = QAccessible.queryAccessibleInterface(other.window.view)
    assert board is not None
    column = [column.id for column in other.window.model.columns].index("in_progress")
    assert "offered to First line" in board.child(column).child(0).text(QAccessible.Text.Description)
    assert ticket.id


def test_the_age_of_the_other_is_told_anew_when_it_turns(open_stand: Open) -> None:
    stand, ticket, subtask = _pair(open_stand)
    view = stand.window.view
    stand.window.model.cards[subtask.id].due1 = NOW + 30 * SECOND
    view.faces.clear()
    with painted_areas(view.viewport()) as painted:
        view.ticker.schedule()
        stand.desk.moment += 31 * SECOND
        assert view.faces.is_true(view.model.cards[ticket.id], view.now())
        view.ticker.tick()
        stand.until(lambda: bool(painted))
    card = view.card_rect(ticket.id)
    assert card is not None
    assert any(area.intersects(card) for area in painted)
