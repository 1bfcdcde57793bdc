"""An alarm of a Problem (R7c) stands until somebody has taken note of it, whoever that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kanbandesk.workflow.cards import BoardSnapshot, Changes
from kanbandesk.workflow.commands import ReadNotifications
from kanbandesk.workflow.events import AlarmAcknowledged
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.statuses import HOUR
from tests.factories.workflow import (
    NOW,
    make_agent,
    make_card,
    make_detail,
    make_event,
    make_notification,
    make_snapshot,
    make_ticket,
)
from tests.gui.inbox.stand import Stand

Open = Callable[[BoardSnapshot], Stand]
BO = make_agent(id="bo", name="Bo Strand")


def alarmed(open_stand: Open, *, alarm_at: int | None) -> Stand:
    """Return a window with an alarm of ticket "p"; `alarm_at` is when it rings next."""
    card = make_card(id="p", number=4822, sla_class="problem")
    alarm = make_notification(id="ring", kind=NoticeKind.ALARM, ticket_id="p", number=4822, title="No calls")
    stand = open_stand(make_snapshot([card], agents=[BO], notifications=[alarm]))
    know(stand, alarm_at=alarm_at)
    return stand


def know(stand: Stand, *, alarm_at: int | None, by: str = "bo") -> None:
    """Let the desk tell the ticket so."""
    ticket = make_ticket(id="p", sla_class="problem", alarm_at=alarm_at, alarmed_ids=("me",))
    acts = () if alarm_at else (make_event(AlarmAcknowledged(), ticket_id="p", actor_id=by),)
    stand.desk.details["p"] = make_detail(ticket=ticket, events=acts)


def changed(stand: Stand) -> None:
    """Let the ticket's card come anew."""
    card = make_card(id="p", number=4822, sla_class="problem", revision=7)
    stand.tell(Changes(cards=(card,)))


def test_what_a_colleague_took_note_of_stands_no_longer_and_says_who_did(
    open_stand: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = alarmed(open_stand, alarm_at=NOW + HOUR)
    monkeypatch.setattr(type(stand.window), "isActiveWindow", lambda _self: True)
    notifying = stand.window.hands.notifying
    assert notifying.banner.isVisible()
    know(stand, alarm_at=None)
    changed(stand)
    stand.until(lambda: not notifying.banner.isVisible())
    assert stand.desk.commands == [ReadNotifications(ids=("ring",))]
    assert notifying.echo.toast.heading.text() == "Bo Strand has taken note of it"
    assert "#4822" in notifying.echo.toast.text.text()
    stand.inbox()
    assert stand.row("notice:ring").under == "Bo Strand has taken note of it"


def test_a_change_of_the_ticket_alone_ends_no_alarm(open_stand: Open) -> None:
    stand = alarmed(open_stand, alarm_at=NOW + HOUR)
    changed(stand)
    assert stand.desk.reads == ["p", "p"]  # when the window opened, and now
    assert stand.window.hands.notifying.banner.isVisible()


def test_what_one_took_note_of_in_the_panel_stands_no_longer_and_is_not_told(open_stand: Open) -> None:
    stand = alarmed(open_stand, alarm_at=NOW + HOUR)
    know(stand, alarm_at=None, by="me")
    changed(stand)
    notifying = stand.window.hands.notifying
    stand.until(lambda: not notifying.banner.isVisible())
    assert not notifying.echo.toast.isVisible()


def test_a_ticket_that_cannot_be_read_goes_on_alarming(open_stand: Open) -> None:
    stand = alarmed(open_stand, alarm_at=NOW + HOUR)
    del stand.desk.details["p"]
    changed(stand)
    assert stand.window.hands.notifying.banner.isVisible()
