"""The inbox: what is to be taken, what is asked, what one was told; nothing is only a toast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.inbox.rows import RowKind
from kanbandesk.workflow.cards import BoardSnapshot, Card, Changes
from kanbandesk.workflow.commands import AcceptTransfer, AnswerTask, ClaimTicket, ReadNotifications
from kanbandesk.workflow.records import NoticeKind, TaskKind
from kanbandesk.workflow.statuses import DAY, HOUR, SECOND
from tests.factories.workflow import (
    NOW,
    make_agent,
    make_card,
    make_detail,
    make_notification,
    make_snapshot,
    make_task,
    make_ticket,
)
from tests.gui.inbox.stand import Stand
from tests.gui.painted import painted_areas

Open = Callable[[BoardSnapshot], Stand]


def _new(**changes: object) -> Card:
    """Return a ticket that came 12 s ago: 28 s are left to claim it (R1b)."""
    values = {"due1": NOW + 28 * SECOND, "status_since": NOW - 12 * SECOND, "created_at": NOW - 12 * SECOND}
    return make_card(**(values | changes))


def test_a_new_ticket_of_my_line_is_claimed_by_enter_as_r1a_wants_it(open_stand: Open) -> None:
    card = _new()
    stand = open_stand(make_snapshot([card]))
    page = stand.stand_on(f"offer:{card.id}")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert stand.desk.commands == [ClaimTicket(ticket_id=card.id)]


def test_what_counts_down_first_stands_first_and_what_is_of_other_lines_not_at_all(open_stand: Open) -> None:
    late, soon = _new(due1=NOW + 30 * SECOND), _new(due1=NOW + 5 * SECOND)
    rests, other = _new(due1=NOW - HOUR), _new(line_id="second")
    stand = open_stand(make_snapshot([rests, late, other, soon]))
    stand.inbox()
    assert stand.shown()[:4] == ["offers", f"offer:{soon.id}", f"offer:{late.id}", f"offer:{rests.id}"]
    assert stand.row(f"offer:{soon.id}").due_at == NOW + 5 * SECOND
    assert stand.row(f"offer:{rests.id}").due_at is None


def test_the_others_are_told_who_was_first(open_stand: Open) -> None:
    card, other = _new(), make_agent(name="Jonas Holm")
    me = make_agent(id="me")
    stand = open_stand(make_snapshot([card], me=me, agents=[me, other]))
    stand.inbox()
    taken = _new(id=card.id, number=card.number, owner_id=other.id, status_id="assigned", revision=2)
    stand.tell(Changes(cards=(taken,)))
    row = stand.row(f"offer:{card.id}")
    assert row.kind is RowKind.GONE
    assert row.end == "Jonas Holm has it"


def test_a_transfer_to_my_line_is_accepted_by_enter_as_r8a_wants_it(open_stand: Open) -> None:
    card = make_card(status_id="in_progress", owner_id="bo", line_id="second", offered_line_id="first")
    stand = open_stand(make_snapshot([card]))
    page = stand.stand_on(f"transfer:{card.id}")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert stand.desk.commands == [AcceptTransfer(ticket_id=card.id)]


def test_opening_what_one_was_told_reads_it_and_it_keeps_its_place_until_one_comes_back(
    open_stand: Open,
) -> None:
    card = make_card()
    told = make_notification(ticket_id=card.id)
    stand = open_stand(make_snapshot([card], notifications=[told]))
    page = stand.stand_on(f"notice:{told.id}")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert ReadNotifications(ids=(told.id,)) in stand.desk.commands
    assert stand.window.bench.shown == card.id
    stand.settle()
    assert "earlier" not in stand.shown()
    assert not stand.row(f"notice:{told.id}").is_unread
    assert stand.window.rail.button(Act.INBOX).count == 0
    stand.inbox()
    assert stand.shown().index("earlier") < stand.shown().index(f"notice:{told.id}")


def test_what_one_was_told_is_grouped_by_day_the_unread_first(open_stand: Open) -> None:
    today, before = make_notification(at=NOW - HOUR), make_notification(at=NOW - DAY)
    read = make_notification(at=NOW - HOUR, read_at=NOW)
    stand = open_stand(make_snapshot([], notifications=[today, read, before]))
    stand.inbox()
    days = [row.title for row in stand.inbox().list.row_model.rows if row.kind is RowKind.DAY]
    assert days == ["Today", "Yesterday", "Today"]
    wanted = [f"notice:{one.id}" for one in (today, before, read)]
    assert [key for key in stand.shown() if key.startswith("notice:")] == wanted


def test_all_is_marked_as_read_at_once_but_for_alarms(open_stand: Open) -> None:
    card = make_card(sla_class="problem")
    told = make_notification()
    alarm = make_notification(kind=NoticeKind.ALARM, ticket_id=card.id)
    stand = open_stand(make_snapshot([card], notifications=[told, alarm]))
    stand.inbox().read_all.click()
    assert stand.desk.commands == [ReadNotifications(ids=(told.id,))]
    assert stand.window.book.unread() == [alarm]


def test_a_mark_that_the_desk_refuses_goes_again(open_stand: Open) -> None:
    told = make_notification()
    stand = open_stand(make_snapshot([], notifications=[told]))
    stand.desk.refusals.append(("not_allowed", ()))
    stand.inbox().read_all.click()
    stand.until(lambda: stand.window.book.unread() == [told])


def test_an_offer_that_somebody_took_is_no_longer_unread(open_stand: Open) -> None:
    card = _new()
    told = make_notification(kind=NoticeKind.OFFERED, ticket_id=card.id)
    stand = open_stand(make_snapshot([card], notifications=[told]))
    assert stand.window.rail.button(Act.INBOX).count == 1
    taken = _new(id=card.id, owner_id="bo", status_id="assigned", revision=2)
    stand.tell(Changes(cards=(taken,)))
    assert stand.window.rail.button(Act.INBOX).count == 0
    stand.inbox()
    assert not stand.row(f"notice:{told.id}").is_unread


def test_the_reason_of_a_breach_is_written_where_it_is_asked_for_as_r12_wants_it(open_stand: Open) -> None:
    card = make_card()
    task = make_task(ticket_id=card.id, agent_id="me")
    stand = open_stand(make_snapshot([card], tasks=[task]))
    page = stand.stand_on(f"task:{task.id}")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    sheet = next(part for part in stand.window.children() if type(part).__name__ == "Sheet")
    sheet.fields[0].edit.setText("The gateway was down")  # type: ignore[attr-defined]
    sheet.confirm()  # type: ignore[attr-defined]
    assert stand.desk.commands == [AnswerTask(task_id=task.id, answer="The gateway was down")]


@pytest.mark.parametrize(
    "changes",
    [
        {"agent_id": "bo"},
        {"agent_id": "", "line_id": "second"},
        {"agent_id": "me", "done_at": NOW},
        {"agent_id": "me", "opens_at": NOW + DAY},
    ],
)
def test_tasks_of_others_done_ones_and_those_to_come_are_not_shown(
    open_stand: Open, changes: dict[str, object]
) -> None:
    stand = open_stand(make_snapshot([], tasks=[make_task(kind=TaskKind.CALL_BACK, **changes)]))
    stand.inbox()
    assert "tasks" not in stand.shown()


def test_a_task_that_is_done_elsewhere_leaves(open_stand: Open) -> None:
    task = make_task(agent_id="me")
    stand = open_stand(make_snapshot([], tasks=[task]))
    stand.inbox()
    assert f"task:{task.id}" in stand.shown()
    stand.tell(Changes(tasks=(replace(task, done_at=NOW, done_by="me"),)))
    assert f"task:{task.id}" not in stand.shown()


def test_a_button_is_pressed_by_the_mouse_on_a_row_that_was_not_current(open_stand: Open) -> None:
    first, second = _new(due1=NOW + 5 * SECOND), _new(due1=NOW + 30 * SECOND)
    stand = open_stand(make_snapshot([first, second]))
    page = stand.inbox()
    listing, row = page.list, stand.row(f"offer:{second.id}")
    place = listing.row_model.place(row.key)
    rect = listing.visualRect(listing.row_model.index(place))
    [(deed, button)] = listing.painter.buttons(row, rect, is_current=False)
    assert deed is Deed.CLAIM
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    assert stand.desk.commands == [ClaimTicket(ticket_id=second.id)]


def test_a_ring_that_counts_down_repaints_nothing_but_itself(open_stand: Open) -> None:
    card = _new()
    stand = open_stand(make_snapshot([card]))
    page = stand.inbox()
    stand.until(page.list.isVisible)
    stand.settle()
    with painted_areas(page.list.viewport()) as painted:
        stand.desk.moment += SECOND
        page.list.tick()
        stand.until(lambda: bool(painted))
    place = page.list.row_model.place(f"offer:{card.id}")
    row = page.list.row_model.rows[place]
    ring = page.list.painter.ring_rect(
        page.list.painter.body(row, page.list.visualRect(page.list.row_model.index(place)))
    )
    assert all(ring.adjusted(-2, -2, 2, 2).contains(area) for area in painted)


def test_a_ticket_whose_ring_is_over_stays_without_one(open_stand: Open) -> None:
    card = _new()
    stand = open_stand(make_snapshot([card]))
    page = stand.inbox()
    stand.desk.moment = NOW + 28 * SECOND
    page._tick()
    assert stand.row(f"offer:{card.id}").due_at is None


def test_a_screen_reader_is_told_all_that_a_row_says(open_stand: Open) -> None:
    card = make_card(number=4781)
    told = make_notification(kind=NoticeKind.ESCALATED, ticket_id=card.id, number=4781, title=card.title)
    stand = open_stand(make_snapshot([card], notifications=[told]))
    page = stand.inbox()
    index = page.list.row_model.index(page.list.row_model.place(f"notice:{told.id}"))
    spoken = str(page.list.row_model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("unread, Not started in time: you are on it as lead")
    assert "#4781" in spoken


def test_a_task_about_a_closed_ticket_names_it(open_stand: Open) -> None:
    """R11f: the list of what a lead has to look through; the board holds no closed tickets."""
    ticket = make_ticket(number=27, title="Wrong school", status_id="closed")
    me = make_agent(id="me")
    task = make_task(kind=TaskKind.REVIEW, ticket_id=ticket.id, agent_id=me.id, opens_at=NOW)
    stand = open_stand(make_snapshot([], me=me, agents=[me], tasks=[task]))
    stand.desk.details[ticket.id] = make_detail(ticket=ticket)
    stand.inbox()
    stand.until(lambda: stand.row(f"task:{task.id}").over == "#27 Wrong school")


def test_the_head_of_a_narrow_inbox_is_cut_nowhere(open_stand: Open) -> None:
    stand = open_stand(make_snapshot([]))
    page = stand.inbox()
    page.standing.setText("First line · 4 of 4 on shift")
    for width, is_told in ((980, True), (420, False)):
        page.resize(width, 600)
        page._show_standing()
        parts = (page.title, page.standing, page.away, page.manners, page.read_all)
        assert sum(part.sizeHint().width() for part in parts if not part.isHidden()) <= width - 48
        assert page.standing.isHidden() is not is_told


def test_a_button_that_would_cover_the_words_is_left_to_its_key(open_stand: Open) -> None:
    me = make_agent(id="me")
    card = make_card()
    task = make_task(kind=TaskKind.REVIEW, ticket_id=card.id, agent_id=me.id, opens_at=NOW)
    stand = open_stand(make_snapshot([card], me=me, agents=[me], tasks=[task]))
    page = stand.stand_on(f"task:{task.id}")
    row = stand.row(f"task:{task.id}")
    counts = [
        len(list(page.list.painter.buttons(row, QRect(0, 0, width, 54), is_current=True)))
        for width in (600, 260)
    ]
    assert counts == [2, 1]


def test_a_toast_goes_where_what_it_says_stands(open_stand: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    stand = open_stand(make_snapshot([]))
    monkeypatch.setattr(type(stand.window), "isActiveWindow", lambda _self: True)
    stand.tell(Changes(notifications=(make_notification(),)))
    toast = stand.window.hands.notifying.echo.toast
    stand.until(toast.isVisible)
    stand.inbox()
    assert not toast.isVisible()
