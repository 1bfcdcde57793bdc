"""The panel as a whole: reading, clocks, keys, and what is never disturbed (ui.md, principles 2, 5 and 9)."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.theme.tokens import DARK
from kanbandesk.ui.ticket.panel import CONVERSATION, DETAILS
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import HOUR, MINUTE, SECOND, ClockKind
from tests.factories.workflow import NOW
from tests.gui.ticket.stand import Stand, a_detail, click, settle


def values(stand: Stand) -> list[tuple[str, str, int]]:
    return [(face.label, face.value, face.level) for face in stand.panel.clocks.faces()]


def test_the_clocks_stand_in_words_with_their_level(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(
        status_since=NOW - 51 * HOUR,
        answered_at=NOW - 5 * HOUR - 10 * MINUTE,
        client_wrote_at=NOW - 62 * MINUTE,
        dues=(NOW - 3 * HOUR, NOW - HOUR, NOW + HOUR),
        sla_class="settings",
        sla=SlaClock.start(12 * HOUR, ClockKind.LINE, NOW - 9 * HOUR),
    )
    stand.open()
    assert values(stand) == [
        ("In this column", "2 d 3 h", 0),
        ("Since our answer", "5 h 10 min", 2),
        ("Since the client wrote", "1 h 2 min", 0),
        ("SLA · Settings", "3 h left", 1),
    ]


def test_the_clocks_go_on_by_themselves(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(status_since=NOW - 32 * SECOND, dues=(NOW + SECOND, None, None))
    stand.open()
    assert values(stand)[0] == ("In this column", "32 s", 0)
    stand.desk.moment = NOW + 2 * SECOND
    stand.qtbot.waitUntil(lambda: values(stand)[0] == ("In this column", "34 s", 1))


def test_a_panel_that_nobody_sees_ticks_not(stand: Stand) -> None:
    panel = stand.open()
    assert panel.clock.isActive()
    panel.hide()
    assert not panel.clock.isActive()


def test_the_clocks_stand_two_by_two_where_there_is_little_room(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(sla=SlaClock.start(12 * HOUR, ClockKind.LINE, NOW - HOUR))
    panel = stand.open()
    wide = panel.clocks.height()
    panel.resize(400, 800)
    settle()
    assert panel.clocks.height() > wide


def test_a_ticket_that_is_gone_says_so(stand: Stand) -> None:
    panel = stand.panel
    panel.show_ticket("nowhere", lambda: stand.desk.snapshot)
    panel.show()
    stand.qtbot.waitUntil(lambda: panel.talk.conversation.empty_words == "The ticket is not here any more.")


def test_several_changes_during_one_reading_are_read_once_more(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = stand.open()
    waiting: list[Future[TicketDetail]] = []

    def slow(ticket_id: str) -> Future[TicketDetail]:
        stand.desk.reads.append(ticket_id)
        waiting.append(Future())
        return waiting[-1]

    monkeypatch.setattr(stand.desk, "ticket", slow)
    for _ in range(5):
        panel.refresh_if({"t"})
    assert len(waiting) == 1
    waiting[0].set_result(a_detail(title="First"))
    stand.qtbot.waitUntil(lambda: len(waiting) == 2)
    waiting[1].set_result(a_detail(title="Last"))
    stand.qtbot.waitUntil(lambda: panel.header.title.label.text() == "Last")
    assert len(waiting) == 2


def test_a_late_reading_of_the_ticket_before_is_not_shown(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = stand.open()
    late: Future[TicketDetail] = Future()
    other: Future[TicketDetail] = Future()
    monkeypatch.setattr(stand.desk, "ticket", lambda ticket_id: late if ticket_id == "t" else other)
    panel.refresh_if({"t"})
    panel.show_ticket("u", lambda: stand.desk.snapshot)
    late.set_result(a_detail(title="Late"))
    settle()
    assert panel.header.title.label.text() != "Late"
    other.set_result(a_detail(id="u", title="The other one"))
    stand.qtbot.waitUntil(lambda: panel.header.title.label.text() == "The other one")
    assert panel.ticket_id == "u"


def test_what_is_typed_where_it_stands_and_the_page_survive_a_change(stand: Stand) -> None:
    panel = stand.open()
    stand.write("Half a sen")
    edit = panel.talk.composer.fields.edit()
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    stand.change(a_detail(title="Another title"))
    assert panel.header.title.label.text() == "Another title"
    assert edit.toPlainText() == "Half a sen"
    assert edit.textCursor().position() == 4
    assert edit.hasFocus()
    panel.pages.turn_to(DETAILS)
    stand.change(a_detail(title="A third one"))
    assert panel.pages.tabs.currentIndex() == DETAILS


def test_escape_leads_from_the_words_to_the_conversation_and_out(stand: Stand) -> None:
    panel = stand.open()
    stand.write("Half a sen")
    with stand.qtbot.assertNotEmitted(panel.closed):
        stand.press(Qt.Key.Key_Escape)
    assert panel.talk.conversation.hasFocus()
    with stand.qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.talk.conversation, Qt.Key.Key_Escape)


def test_escape_closes_a_question_first(stand: Stand) -> None:
    panel = stand.open()
    panel.talk.conversation.setFocus()
    panel.opening.ask_link("https://a.example/")
    button = panel.pages.bar.buttons()[0]
    with stand.qtbot.assertNotEmitted(panel.closed):
        QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not panel.pages.bar.isVisible()
    assert panel.talk.conversation.hasFocus()


def test_the_cross_closes_and_the_window_sign_asks_for_a_window(stand: Stand) -> None:
    panel = stand.open()
    with stand.qtbot.waitSignal(panel.closed):
        click(panel.header.tool("x"))
    with stand.qtbot.waitSignal(panel.window_requested) as caught:
        click(panel.header.tool("external-link"))
    assert caught.args == ["t"]


def test_writing_turns_to_the_conversation(stand: Stand) -> None:
    panel = stand.open()
    panel.pages.turn_to(DETAILS)
    panel.focus_composer("note")
    assert panel.pages.tabs.currentIndex() == CONVERSATION
    assert panel.talk.composer.fields.edit().hasFocus()
    assert panel.talk.composer.property("kind") == "note"


def test_the_composer_says_for_whom_the_words_are(stand: Stand) -> None:
    stand.desk.details["t"] = replace(a_detail(channel="chat"))
    panel = stand.open()
    assert panel.talk.composer.fields.edit().placeholderText() == "Answer Petra Lind, by chat …"


def test_another_theme_can_be_taken_at_any_time(stand: Stand) -> None:
    stand.panel.set_theme(DARK)
    panel = stand.open()
    panel.set_theme(DARK)
    assert DARK.panel in panel.styleSheet()


def test_a_panel_that_dies_while_reading_and_sending_harms_nobody(stand: Stand) -> None:
    panel = stand.open()
    stand.desk.is_holding = True
    stand.write("It is fixed.")
    stand.send()
    panel.refresh_if({"t"})
    panel.hide()
    panel.deleteLater()
    settle()
    stand.desk.release()
    settle()
    assert stand.desk.commands
    stand.panel = stand.new_panel()
