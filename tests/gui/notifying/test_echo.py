"""The echo of what one is told: never more than one at a time, quiet in quiet hours, and alarms at any hour (R7c)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.notifying.book import NoticeBook
from kanbandesk.ui.notifying.echo import Echo
from kanbandesk.ui.notifying.quiet import Manners, keep_manners, kept_manners
from kanbandesk.ui.notifying.system_tray import badged
from kanbandesk.workflow.cards import BoardSnapshot, Changes
from kanbandesk.workflow.commands import AcknowledgeAlarm, ReadNotifications, SetAway
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.statuses import HOUR
from tests.factories.workflow import (
    NOW,
    make_agent,
    make_card,
    make_notification,
    make_snapshot,
    make_workflow,
)
from tests.fakes.desk import FakeDesk
from tests.gui.inbox.stand import Stand

Open = Callable[[BoardSnapshot], Stand]


class _System:
    """Takes what is said to the system."""

    def __init__(self, echo: Echo) -> None:
        self.said: list[tuple[str, str]] = []
        echo.tray.say = self._say  # type: ignore[method-assign]

    def _say(self, heading: str, text: str) -> bool:
        self.said.append((heading, text))
        return True


def _echo(stand: Stand) -> Echo:
    return stand.window.hands.notifying.echo


def _in_front(stand: Stand, *, is_in_front: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Say whether the window is the active one: no test can rely on who has the screen."""
    monkeypatch.setattr(type(stand.window), "isActiveWindow", lambda _self: is_in_front)


def test_what_is_told_is_said_once_and_stands_in_the_inbox(
    open_stand: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = make_card(number=4799)
    stand = open_stand(make_snapshot([card]))
    _in_front(stand, is_in_front=True, monkeypatch=monkeypatch)
    told = make_notification(
        ticket_id=card.id, number=4799, title="Bonus trips", text="@Ada who set the rule?"
    )
    stand.tell(Changes(notifications=(told,)))
    toast = _echo(stand).toast
    stand.until(toast.isVisible)
    assert toast.heading.text() == "You were mentioned"
    assert toast.text.text() == "#4799 Bonus trips\n“@Ada who set the rule?”"
    assert stand.window.view.hasFocus()
    stand.inbox()
    assert f"notice:{told.id}" in stand.shown()


def test_a_press_on_the_toast_opens_the_ticket_which_reads_it(
    open_stand: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = make_card()
    stand = open_stand(make_snapshot([card]))
    _in_front(stand, is_in_front=True, monkeypatch=monkeypatch)
    told = make_notification(ticket_id=card.id)
    stand.tell(Changes(notifications=(told,)))
    toast = _echo(stand).toast
    stand.until(toast.isVisible)
    QTest.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    assert stand.window.bench.shown == card.id
    assert stand.desk.commands == [ReadNotifications(ids=(told.id,))]


def test_a_burst_is_one_toast_headed_by_the_most_urgent(
    open_stand: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = open_stand(make_snapshot([]))
    _in_front(stand, is_in_front=True, monkeypatch=monkeypatch)
    kinds = (NoticeKind.WATCHED, NoticeKind.BREACHED, NoticeKind.MENTIONED)
    stand.tell(Changes(notifications=tuple(make_notification(kind=kind) for kind in kinds)))
    toast = _echo(stand).toast
    stand.until(toast.isVisible)
    assert toast.heading.text() == "3 new in your inbox"
    assert toast.text.text().startswith("The SLA target is broken: ")
    stand.tell(Changes(notifications=(make_notification(),)))
    stand.until(lambda: toast.heading.text() == "4 new in your inbox")


def test_a_window_behind_others_speaks_through_the_system(
    open_stand: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = open_stand(make_snapshot([]))
    _in_front(stand, is_in_front=False, monkeypatch=monkeypatch)
    system = _System(_echo(stand))
    stand.tell(Changes(notifications=(make_notification(kind=NoticeKind.DRAWN),)))
    stand.until(lambda: bool(system.said))
    assert system.said[0][0] == "Nobody claimed it in time: it was given to you"
    assert not _echo(stand).toast.isVisible()
    for _ in range(2):
        stand.tell(Changes(notifications=(make_notification(),)))
        _echo(stand)._speak()
    assert len(system.said) == 1
    _echo(stand)._speak_later()
    assert system.said[1][0] == "2 new in your inbox"


def test_quiet_hours_let_nothing_through_but_an_alarm(
    open_stand: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = open_stand(make_snapshot([]))
    _in_front(stand, is_in_front=False, monkeypatch=monkeypatch)
    keep_manners(stand.window.memory.person, Manners(is_quiet_on=True, quiet_from=0, quiet_until=0))
    system = _System(_echo(stand))
    stand.tell(Changes(notifications=(make_notification(),)))
    _echo(stand)._speak()
    assert not system.said
    assert stand.window.rail.button(Act.INBOX).count == 1
    stand.tell(Changes(notifications=(make_notification(kind=NoticeKind.ALARM),)))
    _echo(stand)._speak()
    assert [heading for heading, _ in system.said] == ["Problem: take note of it"]


def test_what_was_there_at_the_start_is_not_said_and_what_a_second_reading_brings_is(
    qapp: QApplication,
) -> None:
    known, fresh = make_notification(), make_notification()
    book = NoticeBook(Bridge(FakeDesk()))
    told: list[object] = []
    book.told.connect(told.append)
    book.load(make_snapshot([], notifications=[known]))
    assert not told
    book.load(make_snapshot([], notifications=[known, fresh]))
    assert told == [(fresh,)]


def test_an_alarm_stays_until_somebody_takes_note_of_it(open_stand: Open) -> None:
    card = make_card(number=4822, sla_class="problem")
    stand = open_stand(make_snapshot([card]))
    banner = stand.window.hands.notifying.banner
    assert not banner.isVisible()
    alarm = make_notification(kind=NoticeKind.ALARM, ticket_id=card.id, number=4822, title="No calls")
    stand.tell(Changes(notifications=(alarm,)))
    assert banner.isVisible()
    assert banner.words.text() == "Problem #4822 No calls"
    stand.inbox().read_all.click()
    assert banner.isVisible()
    banner.note_button.click()
    stand.until(lambda: not banner.isVisible())
    assert stand.desk.commands == [AcknowledgeAlarm(ticket_id=card.id), ReadNotifications(ids=(alarm.id,))]


def test_an_alarm_that_cannot_be_taken_note_of_stays_and_says_why(open_stand: Open) -> None:
    card = make_card(sla_class="problem")
    alarm = make_notification(kind=NoticeKind.ALARM, ticket_id=card.id)
    stand = open_stand(make_snapshot([card], notifications=[alarm]))
    stand.desk.refusals.append(("not_your_ticket", (("owner_id", "me"),)))
    banner = stand.window.hands.notifying.banner
    banner.note_button.click()
    stand.until(lambda: bool(stand.window.stage.notices.shown()))
    assert banner.isVisible()


def test_a_ticket_that_is_no_problem_any_more_alarms_nobody(open_stand: Open) -> None:
    card = make_card(sla_class="problem")
    alarm = make_notification(kind=NoticeKind.ALARM, ticket_id=card.id)
    stand = open_stand(make_snapshot([card], notifications=[alarm]))
    calmer = make_card(id=card.id, sla_class="settings", revision=2)
    stand.tell(Changes(cards=(calmer,)))
    assert not stand.window.hands.notifying.banner.isVisible()


def test_going_away_and_coming_back_is_told_to_the_desk_and_shown(open_stand: Open) -> None:
    snapshot = make_snapshot([])
    stand = open_stand(snapshot)
    notifying = stand.window.hands.notifying
    menu = notifying.presence.menu(notifying.away)
    [hour] = [action for action in menu.actions() if action.text() == "Away for an hour"]
    hour.trigger()
    assert stand.desk.commands == [SetAway(agent_id="me", is_away=True, until=NOW + HOUR)]
    away = make_agent(id="me", is_away=True, away_until=NOW + HOUR)
    stand.tell(Changes(settings=replace(snapshot, me=away, cards=[])))
    assert notifying.away.text().strip().startswith("Away until ")
    assert notifying.away.isChecked()
    menu = notifying.presence.menu(notifying.away)
    menu.actions()[0].trigger()
    assert stand.desk.commands[-1] == SetAway(agent_id="me", is_away=False)


def test_manners_are_remembered_and_what_cannot_be_read_is_the_default(open_stand: Open) -> None:
    person = open_stand(make_snapshot([])).window.memory.person
    assert kept_manners(person) == Manners()
    chosen = Manners(has_toasts=False, is_quiet_on=True, quiet_from=90, quiet_until=600)
    keep_manners(person, chosen)
    assert kept_manners(person) == chosen
    person.setValue("notify/quiet_from", "soon")
    assert kept_manners(person).quiet_from == Manners().quiet_from


def test_the_panel_of_manners_keeps_each_change_at_once(open_stand: Open) -> None:
    stand = open_stand(make_snapshot([]))
    page = stand.inbox()
    page.manners.click()
    panel = next(part for part in stand.window.children() if type(part).__name__ == "MannersPanel")
    panel.quiet.setChecked(True)  # type: ignore[attr-defined]
    assert kept_manners(stand.window.memory.person).is_quiet_on


@pytest.mark.parametrize("count", [0, 3, 40])
def test_the_icon_beside_the_clock_bears_the_number(open_stand: Open, count: int) -> None:
    open_stand(make_snapshot([]))
    plain, icon = badged(0).pixmap(32, 32).toImage(), badged(count).pixmap(32, 32).toImage()
    assert (plain == icon) is (count == 0)


def _on_board(stand: Stand, card_id: str) -> QRect:
    """Return where a card is to be seen in the window: nowhere, when it is closed."""
    rect, sight = stand.window.view.card_rect(card_id) or QRect(), stand.window.view.viewport()
    return QRect(sight.mapTo(stand.window, rect.topLeft()), rect.size()).intersected(
        QRect(sight.mapTo(stand.window, sight.rect().topLeft()), sight.size())
    )


def _covered(stand: Stand) -> set[str]:
    """Return the cards of which a toast hides something."""
    toast = _echo(stand).toast
    assert toast.isVisible()
    return {card for card in stand.window.model.cards if _on_board(stand, card).intersects(toast.geometry())}


def _say(stand: Stand, ticket_id: str = "") -> None:
    stand.settle()
    timer = _echo(stand).toast.findChild(QTimer)
    assert timer is not None
    timer.setInterval(HOUR)  # however slow the machine is
    _echo(stand).say("The client has answered", "#48 Every caller", "message-circle", ticket_id)
    stand.settle()


def test_a_toast_stands_where_the_board_has_no_cards(
    open_stand: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = open_stand(make_snapshot([make_card() for _ in range(20)]))
    _in_front(stand, is_in_front=True, monkeypatch=monkeypatch)
    _say(stand)
    assert _covered(stand) == set()
    assert stand.window.rect().contains(_echo(stand).toast.geometry())


def test_a_toast_never_lies_on_the_card_that_it_tells_of(
    open_stand: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = [make_card(status_id=status.id) for status in make_workflow().statuses for _ in range(20)]
    stand = open_stand(make_snapshot(cards))
    _in_front(stand, is_in_front=True, monkeypatch=monkeypatch)
    _say(stand)
    first, *_ = _covered(stand)
    _echo(stand).toast.vanish()
    _say(stand, first)
    assert first not in _covered(stand)
    stand.window.resize(stand.window.width(), stand.window.height() + 40)
    stand.settle()
    assert first not in _covered(stand)
