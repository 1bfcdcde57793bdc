"""The claim ring on the board (R1a, R1b): who sees it, what it repaints, and what Enter does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QWidget
from pytestqt.qtbot import QtBot

from kanbandesk.ui.board.ring import ring_rect
from kanbandesk.ui.widgets.ring import CALM_STEP, STEP, ring_text, step_of
from kanbandesk.workflow.cards import BoardSnapshot, Card, Changes
from kanbandesk.workflow.commands import AcceptTransfer, ClaimTicket
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import HOUR, MINUTE, SECOND
from tests.factories.workflow import NOW, make_agent, make_card, make_snapshot
from tests.gui.inbox.stand import Stand
from tests.gui.painted import painted_areas

Open = Callable[[BoardSnapshot], Stand]


def _new(**changes: object) -> Card:
    values = {"due1": NOW + 28 * SECOND, "status_since": NOW - 12 * SECOND, "created_at": NOW - 12 * SECOND}
    return make_card(**(values | changes))


def _shown(stand: Stand) -> set[str]:
    """Look for rings now, as the board does behind each change, and return the cards that have one."""
    stand.window.view.ticker.schedule()
    return set(stand.window.view.scene.rings)


def test_a_new_card_of_my_line_counts_down_and_others_do_not(open_stand: Open) -> None:
    mine, others, owned = _new(), _new(line_id="second"), _new(owner_id="bo")
    late, closed = _new(due1=NOW - 1), _new(due1=NOW + 8 * HOUR)
    stand = open_stand(make_snapshot([mine, others, owned, late, closed]))
    assert _shown(stand) == {mine.id}


def test_no_ring_while_i_am_away_nor_with_the_timers_off(open_stand: Open) -> None:
    away = make_agent(id="me", is_away=True)
    assert _shown(open_stand(make_snapshot([_new()], me=away, agents=[away]))) == set()
    assert _shown(open_stand(make_snapshot([_new()], process=Process(are_timers_on=False)))) == set()


def test_a_tick_repaints_the_ring_and_nothing_else(open_stand: Open) -> None:
    card = _new()
    stand = open_stand(make_snapshot([card]))
    view = stand.window.view
    assert _shown(stand) == {card.id}
    view.ticker.stop()
    assert view.rings is not None
    with painted_areas(view.viewport()) as painted:
        stand.desk.moment += SECOND
        view.rings.tick()
        stand.until(lambda: bool(painted))
    place = view.places.rect(card.id)
    assert place is not None
    ring = ring_rect(place, view.model.density).grown(1)
    assert {(area.x(), area.y(), area.width(), area.height()) for area in painted} == {tuple(ring)}


def test_the_ring_goes_when_its_time_is_over_and_the_timer_rests(open_stand: Open) -> None:
    card = _new()
    stand = open_stand(make_snapshot([card]))
    assert _shown(stand) == {card.id}
    rings = stand.window.view.rings
    assert rings is not None
    assert rings.is_running
    stand.desk.moment = NOW + 28 * SECOND
    rings.tick()
    assert not stand.window.view.scene.rings
    assert not rings.is_running


def test_enter_claims_a_card_with_a_ring_accepts_an_offered_one_and_opens_any_other(open_stand: Open) -> None:
    ring, plain = _new(), make_card(status_id="in_progress", owner_id="me")
    offered = make_card(status_id="in_progress", owner_id="bo", line_id="second", offered_line_id="first")
    stand = open_stand(make_snapshot([ring, plain, offered]))
    assert _shown(stand) == {ring.id}
    view = stand.window.view
    for card in (ring, offered, plain):
        view.select([card.id], card.id)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert stand.desk.commands == [ClaimTicket(ticket_id=ring.id), AcceptTransfer(ticket_id=offered.id)]
    assert stand.window.bench.shown == plain.id


@pytest.mark.parametrize("is_on_ring", [True, False])
def test_a_click_on_the_ring_or_on_the_word_beside_it_claims(open_stand: Open, is_on_ring: bool) -> None:
    card = _new()
    stand = open_stand(make_snapshot([card]))
    assert _shown(stand) == {card.id}
    view = stand.window.view
    place = view.places.rect(card.id)
    assert place is not None
    ring = ring_rect(place, view.model.density)
    word = view.cards.claim_rect(place, has_ring=True).x + 12
    point = QPoint(ring.x + 11 if is_on_ring else word, ring.y + 11)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert stand.desk.commands == [ClaimTicket(ticket_id=card.id)]


def test_a_card_that_somebody_took_loses_its_ring(open_stand: Open) -> None:
    card = _new()
    stand = open_stand(make_snapshot([card]))
    assert _shown(stand) == {card.id}
    stand.tell(Changes(cards=(_new(id=card.id, owner_id="bo", revision=2),)))
    assert _shown(stand) == set()


def test_a_screen_reader_is_told_how_long_a_card_may_be_claimed(open_stand: Open) -> None:
    card = _new()
    stand = open_stand(make_snapshot([card]))
    assert _shown(stand) == {card.id}
    board = QAccessible.queryAccessibleInterface(stand.window.view)
    assert board is not None
    spoken = board.child(0).child(0).text(QAccessible.Text.Description)
    assert spoken.startswith("can be claimed for 28 s, ")


class _Calm(QProxyStyle):
    """A system that asks for less motion."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: Any) -> int:
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)


def test_with_less_motion_the_ring_turns_by_seconds_only(qtbot: QtBot) -> None:
    widget, calm = QWidget(), _Calm("fusion")
    qtbot.addWidget(widget)
    assert step_of(widget) == STEP
    widget.setStyle(calm)
    assert step_of(widget) == CALM_STEP
    widget.setStyle(QApplication.style())


def test_what_is_left_is_rounded_up_so_that_it_is_never_nothing() -> None:
    assert [ring_text(left) for left in (1, 999, SECOND, 61 * SECOND, 2 * MINUTE, 90 * MINUTE)] == [
        "1",
        "1",
        "1",
        "2′",
        "2′",
        "2h",
    ]
