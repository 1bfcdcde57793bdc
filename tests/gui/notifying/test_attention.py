"""An alarm behind another window calls for a look where the system says nothing (R2, R7c, R12)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from kanbandesk.ui.notifying.echo import Echo
from kanbandesk.ui.notifying.quiet import Manners, keep_manners
from kanbandesk.ui.notifying.system_tray import badged
from kanbandesk.workflow.cards import BoardSnapshot, Changes
from kanbandesk.workflow.records import NoticeKind, Notification
from tests.factories.workflow import make_notification, make_snapshot
from tests.gui.inbox.stand import Stand

Open = Callable[[BoardSnapshot], Stand]


class _Screen:
    """Who is in front, and whose place on the taskbar was made to call: no test can rely on the real one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_in_front = False
        self.alerted: list[QWidget] = []
        monkeypatch.setattr(QApplication, "alert", lambda window, _ms=0: self.alerted.append(window))
        self._patch = monkeypatch

    def over(self, stand: Stand) -> Stand:
        """Let the stand's window be in front as this screen has it."""
        self._patch.setattr(type(stand.window), "isActiveWindow", lambda _self: self.is_in_front)
        return stand

    def bring_to_front(self, stand: Stand) -> None:
        """Let somebody turn to the window."""
        self.is_in_front = True
        QApplication.sendEvent(stand.window, QEvent(QEvent.Type.WindowActivate))


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> _Screen:
    """A screen on which another window is in front."""
    return _Screen(monkeypatch)


def echo_of(stand: Stand) -> Echo:
    return stand.window.hands.notifying.echo


def tell(stand: Stand, *kinds: NoticeKind) -> tuple[Notification, ...]:
    """Tell of these, and let the echo speak at once."""
    notices = tuple(make_notification(kind=kind) for kind in kinds)
    stand.tell(Changes(notifications=notices))
    echo_of(stand)._speak()
    return notices


def without_system(stand: Stand) -> None:
    keep_manners(stand.window.memory.person, Manners(has_system=False))


@pytest.mark.parametrize("kind", [NoticeKind.ALARM, NoticeKind.ESCALATED, NoticeKind.BREACHED])
def test_an_alarm_counts_in_the_title_where_the_systems_notifications_are_off(
    open_stand: Open, screen: _Screen, kind: NoticeKind
) -> None:
    stand = screen.over(open_stand(make_snapshot([])))
    without_system(stand)
    title = stand.window.windowTitle()
    tell(stand, kind)
    assert stand.window.windowTitle() == f"(1) {title}"
    assert screen.alerted == [stand.window]


def test_it_is_gone_once_the_window_has_been_in_front(open_stand: Open, screen: _Screen) -> None:
    stand = screen.over(open_stand(make_snapshot([])))
    without_system(stand)
    title = stand.window.windowTitle()
    tell(stand, NoticeKind.ESCALATED, NoticeKind.BREACHED)
    assert stand.window.windowTitle() == f"(2) {title}"
    screen.bring_to_front(stand)
    assert stand.window.windowTitle() == title
    assert stand.window.hands.notifying.attention.count == 0


def test_a_system_that_cannot_show_it_is_as_good_as_none(
    open_stand: Open, screen: _Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    stand = screen.over(open_stand(make_snapshot([])))
    tell(stand, NoticeKind.ALARM)
    assert stand.window.windowTitle().startswith("(1) ")
    assert screen.alerted == [stand.window]


def test_what_the_system_tells_calls_for_nothing_more(open_stand: Open, screen: _Screen) -> None:
    stand = screen.over(open_stand(make_snapshot([])))
    echo_of(stand).tray.say = lambda heading, text: True  # type: ignore[method-assign]
    tell(stand, NoticeKind.ALARM)
    assert not stand.window.windowTitle().startswith("(")
    assert screen.alerted == []


def test_only_alarms_call_and_only_from_behind(open_stand: Open, screen: _Screen) -> None:
    stand = screen.over(open_stand(make_snapshot([])))
    without_system(stand)
    tell(stand, NoticeKind.MENTIONED, NoticeKind.CLIENT_REPLIED)
    screen.is_in_front = True
    tell(stand, NoticeKind.ESCALATED)
    assert not stand.window.windowTitle().startswith("(")
    assert screen.alerted == []


def test_what_was_read_elsewhere_calls_no_more(open_stand: Open, screen: _Screen) -> None:
    stand = screen.over(open_stand(make_snapshot([])))
    without_system(stand)
    first, _ = tell(stand, NoticeKind.ESCALATED, NoticeKind.BREACHED)
    stand.window.book.mark_read([first.id])
    assert stand.window.windowTitle().startswith("(1) ")


def test_another_board_keeps_the_count(open_stand: Open, screen: _Screen) -> None:
    stand = screen.over(open_stand(make_snapshot([])))
    without_system(stand)
    tell(stand, NoticeKind.ESCALATED)
    stand.window.setWindowTitle("Developers – KanbanDesk")
    assert stand.window.windowTitle() == "(1) Developers – KanbanDesk"
    screen.bring_to_front(stand)
    assert stand.window.windowTitle() == "Developers – KanbanDesk"


def test_the_icon_that_calls_is_told_from_the_one_that_counts(qapp: QApplication) -> None:
    counting, calling = (
        badged(2, is_calling=is_calling).pixmap(32, 32).toImage() for is_calling in (False, True)
    )
    assert counting != calling
