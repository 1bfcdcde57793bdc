"""The playbook's page (R17)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.ticket.panel import PLAYBOOK
from kanbandesk.ui.ticket.playbook import QuestionRow
from kanbandesk.workflow.commands import AnswerQuestion
from kanbandesk.workflow.statuses import HOUR
from kanbandesk.workflow.tickets import PlaybookAnswer
from tests.factories.workflow import NOW
from tests.gui.ticket.stand import Stand, a_detail, click, settle
from tests.gui.ticket.test_strips import look_as_agent


def open_playbook(stand: Stand, *answers: PlaybookAnswer, category: str = "SIP") -> list[QuestionRow]:
    look_as_agent(stand)
    stand.desk.details["t"] = a_detail(category=category, playbook=answers)
    stand.open().pages.turn_to(PLAYBOOK)
    settle()
    return stand.panel.playbook.rows()


ANSWERED = PlaybookAnswer(
    question_id="restart", question="Was the gateway restarted?", answer="Yes", by_id="bo", at=NOW - HOUR
)


def test_the_tab_is_there_when_the_category_has_a_playbook(stand: Stand) -> None:
    stand.open()
    assert not stand.panel.pages.tabs.isTabVisible(PLAYBOOK)
    look_as_agent(stand)
    stand.change(a_detail(category="sip"))
    assert stand.panel.pages.tabs.isTabVisible(PLAYBOOK)


def test_the_next_line_sees_who_answered_and_when(stand: Stand) -> None:
    restart, *_ = open_playbook(stand, ANSWERED)
    assert restart.field.text() == "Yes"
    assert restart.about.text() == "Bo Strand · Tue 17 Mar 2026 08:00"
    assert stand.panel.playbook.title.text() == "Telephony · 1 of 3 answered"


def test_an_answer_is_kept_with_enter(stand: Stand) -> None:
    _, since, _ = open_playbook(stand)
    QTest.keyClicks(since.field, "Monday")
    QTest.keyClick(since.field, Qt.Key.Key_Return)
    assert stand.desk.commands == [AnswerQuestion(ticket_id="t", question_id="since", answer="Monday")]


def test_what_is_unknown_has_a_reason(stand: Stand) -> None:
    restart, *_ = open_playbook(stand)
    click(restart.unknown)
    QTest.keyClicks(restart.field, "nobody is there")
    QTest.keyClick(restart.field, Qt.Key.Key_Return)
    [command] = stand.commands(AnswerQuestion)
    assert (command.answer, command.unknown_because) == ("", "nobody is there")


def test_each_step_records_whether_it_cured(stand: Stand) -> None:
    restart, since, _ = open_playbook(stand, ANSWERED)
    assert since.cured.isHidden()
    click(restart.not_cured)
    assert stand.desk.commands == [AnswerQuestion(ticket_id="t", question_id="restart", has_cured=False)]


def test_what_was_answered_stays_when_the_category_changes(stand: Stand) -> None:
    [row] = open_playbook(stand, ANSWERED, category="")
    assert row.question.text == "Was the gateway restarted?"


def test_what_is_being_typed_stays_when_something_comes_in(stand: Stand) -> None:
    _, since, _ = open_playbook(stand)
    QTest.keyClicks(since.field, "Mon")
    stand.change(a_detail(category="SIP", playbook=(ANSWERED,)))
    assert since.field.text() == "Mon"
