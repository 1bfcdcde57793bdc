"""The waiting room in a real window: one key each for the reminder, the call and the end (R10, S1)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.sheets.fields import TextField
from kanbandesk.ui.waiting.page import WaitingPage
from kanbandesk.workflow.commands import ImportedTicket, ImportTickets, SaveAgent
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY
from kanbandesk.workflow.tickets import MessageKind, Ticket
from tests.gui.shell.stand import Shell

LONG, SHORT = "Need a SIP trace", "Opening hours?"


def silent(shell: Shell, title: str, days: float) -> ImportedTicket:
    """Return a ticket whose client has been silent for so many days."""
    since = shell.desk.now() - int(days * DAY)
    return ImportedTicket(
        ticket=Ticket(
            id=new_id(),
            title=title,
            line_id="first",
            owner_id=shell.window.model.snapshot.me.id,
            status_id="waiting_client",
            created_at=since,
            status_since=since,
            answered_at=since,
            sla_class="settings",
        )
    )


@pytest.fixture
def page(shell: Shell) -> WaitingPage:
    """The waiting room with two silent clients."""
    command = ImportTickets(tickets=(silent(shell, LONG, 3.5), silent(shell, SHORT, 1.2)))
    shell.saved(lambda: shell.bridge.submit(command))
    shell.window.places.go(Act.WAITING)
    found = shell.window.places.page(Act.WAITING)
    assert isinstance(found, WaitingPage)
    shell.until(lambda: len(found.list.row_model.rows) == 2)
    return found


def stand_on(page: WaitingPage, title: str) -> None:
    """Put the keyboard on a row."""
    place = next(at for at, row in enumerate(page.list.row_model.rows) if row.title == title)
    page.list.setCurrentIndex(page.list.row_model.index(place))


def test_the_longest_silence_stands_first_and_the_figures_above(shell: Shell, page: WaitingPage) -> None:
    assert [row.title for row in page.list.row_model.rows] == [LONG, SHORT]
    assert page.standing.text().endswith("owe us an answer · 1 late · longest silence 3 d 12 h")


def test_enter_opens_the_ticket_beside(shell: Shell, page: WaitingPage) -> None:
    stand_on(page, SHORT)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert shell.window.bench.shown == shell.card(SHORT).id
    assert shell.window.places.current is Act.WAITING


def test_one_key_opens_the_ticket_where_a_call_is_noted(shell: Shell, page: WaitingPage) -> None:
    stand_on(page, LONG)
    QTest.keyClick(page.list, Qt.Key.Key_1)
    panel = shell.window.bench.panel
    assert panel is not None
    assert shell.window.bench.shown == shell.card(LONG).id
    shell.until(panel.talk.composer.reached.isVisible)


def test_one_key_closes_the_silent_one_and_the_row_goes(shell: Shell, page: WaitingPage) -> None:
    ticket_id = shell.card(LONG).id
    stand_on(page, LONG)
    shell.saved(lambda: QTest.keyClick(page.list, Qt.Key.Key_3))
    shell.until(lambda: [row.title for row in page.list.row_model.rows] == [SHORT])
    ticket = shell.desk.ticket(ticket_id).result(30).ticket
    assert (ticket.status_id, ticket.closing_reason) == ("closed", "silent")


def test_a_reminder_is_shown_before_it_is_sent_and_then_told_on_the_row(
    shell: Shell, page: WaitingPage
) -> None:
    ticket_id = shell.card(SHORT).id
    stand_on(page, SHORT)
    QTest.keyClick(page.list, Qt.Key.Key_R)
    sheet = page.deeds.sheet
    assert sheet is not None
    field = sheet.fields[0]
    assert isinstance(field, TextField)
    assert field.edit.toPlainText()
    field.edit.setPlainText("Are you still there?")
    shell.saved(sheet.confirm)
    shell.until(lambda: page.list.row_model.rows[1].end.startswith("Reminded "))
    messages = shell.desk.ticket(ticket_id).result(30).messages
    assert [(message.kind, message.body) for message in messages] == [
        (MessageKind.NOTICE, "Are you still there?")
    ]
    assert shell.card(SHORT).answered_at is not None
    assert page.list.row_model.rows[1].title == SHORT  # a nudge makes no card younger (C6)


def test_reminders_can_be_held_and_let_go(shell: Shell, page: WaitingPage) -> None:
    stand_on(page, SHORT)
    shell.saved(lambda: QTest.keyClick(page.list, Qt.Key.Key_H))
    shell.until(lambda: page.list.row_model.rows[1].end == "No reminders")
    assert shell.desk.ticket(shell.card(SHORT).id).result(30).ticket.is_ladder_off
    shell.saved(lambda: QTest.keyClick(page.list, Qt.Key.Key_H))
    shell.until(lambda: page.list.row_model.rows[1].end != "No reminders")


def test_an_empty_room_says_so(shell: Shell) -> None:
    shell.window.places.go(Act.WAITING)
    page = shell.window.places.page(Act.WAITING)
    assert isinstance(page, WaitingPage)
    assert page.empty.isVisible()
    assert not page.list.isVisible()


def test_who_sets_the_rules_aside_is_asked_why_he_closes(shell: Shell, page: WaitingPage) -> None:
    """S1, S2: a lead closes as silent what is not silent for long enough, with a reason."""
    me = shell.window.model.snapshot.me
    lead = SaveAgent(agent=replace(me, roles=(*me.roles, Role.LEAD)))
    assert shell.saved(lambda: shell.bridge.submit(lead)).is_applied
    ticket_id = shell.card(SHORT).id
    nudging = shell.window.hands.cards.nudging
    nudging.close(ticket_id)
    shell.until(lambda: nudging.sheets.sheet is not None)
    sheet = nudging.sheets.sheet
    assert sheet is not None
    sheet.fields[0].restore("The office has moved")
    assert shell.saved(sheet.confirm).is_applied
    ticket = shell.desk.ticket(ticket_id).result(30).ticket
    assert (ticket.status_id, ticket.closing_reason) == ("closed", "silent")
