"""The conversation makes what is in sight, follows what comes, and keeps the place that is read (ui.md, 4)."""

from __future__ import annotations

import itertools
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from kanbandesk.ui.theme.tokens import DARK
from kanbandesk.ui.ticket.bubble import Bubble, SystemLine
from kanbandesk.ui.ticket.entries import Look
from kanbandesk.workflow import events
from kanbandesk.workflow.statuses import HOUR, MINUTE
from kanbandesk.workflow.tickets import Channel, MessageKind
from tests.factories.workflow import NOW, make_attachment, make_event
from tests.gui.ticket.stand import Stand, a_detail, many, said, settle


def test_answers_notes_and_the_clients_words_are_told_apart(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(
        said(MessageKind.CLIENT, "Help", 4 * HOUR, channel=Channel.CHAT),
        said(MessageKind.ANSWER, "Yes", 3 * HOUR),
        said(MessageKind.NOTE, "Hm", 2 * HOUR),
        said(MessageKind.QUESTION, "Which?", HOUR),
        said(MessageKind.CALL, "Called", 50 * MINUTE),
        said(MessageKind.SOLUTION, "Done", 40 * MINUTE),
    )
    stand.open()
    entries = [bubble.entry for bubble in stand.bubbles()]
    assert [entry.look for entry in entries] == [
        Look.CLIENT,
        Look.OURS,
        Look.NOTE,
        Look.OURS,
        Look.OURS,
        Look.OURS,
    ]
    assert [entry.role for entry in entries] == [
        "client, by chat",
        "public answer",
        "internal note",
        "question to the client",
        "call",
        "proposed solution",
    ]
    assert stand.bubbles()[0].accessibleName() == "Petra Lind, client, by chat, Tue 17 Mar 2026 05:00"


def test_what_happened_stands_between_the_messages(stand: Stand) -> None:
    detail = a_detail(said(MessageKind.CLIENT, "Help", 2 * HOUR), said(MessageKind.ANSWER, "Yes", HOUR))
    taken = make_event(
        events.TicketClaimed(agent_id="me"), actor_id="me", at=NOW - 90 * MINUTE, mutation_id="m"
    )
    moved = make_event(
        events.StatusChanged(before="new", after="assigned"),
        actor_id="me",
        at=NOW - 90 * MINUTE,
        mutation_id="m",
    )
    told = make_event(events.MessageAdded(message_id="x", kind="answer"), at=NOW - HOUR)
    stand.desk.details["t"] = replace(detail, events=(taken, moved, told))
    stand.open()
    assert stand.lines() == ["Ada Berg: Taken · New → Assigned · 1 h 30 min ago"]
    ground = stand.panel.talk.conversation.viewport()
    [line] = ground.findChildren(SystemLine)
    first, second = stand.bubbles()
    assert first.y() < line.y() < second.y()


def test_an_empty_conversation_says_so(stand: Stand) -> None:
    stand.desk.details["t"] = replace(a_detail(), messages=())
    panel = stand.open()
    assert panel.talk.conversation.empty_words == "Nothing has been said yet."


def test_of_five_hundred_messages_only_those_in_sight_exist(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(*many(500))
    panel = stand.open()
    assert len(panel.talk.conversation.viewport().findChildren(Bubble)) < 40
    assert stand.texts()[-1].startswith("Message 499.")
    panel.talk.conversation.verticalScrollBar().setValue(0)
    settle()
    assert stand.texts()[0].startswith("Message 0.")
    assert len(panel.talk.conversation.viewport().findChildren(Bubble)) < 40


def test_bubbles_never_overlap_and_show_all_their_words(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(*many(200))
    panel = stand.open()
    bar = panel.talk.conversation.verticalScrollBar()
    for place in range(10):
        bar.setValue(bar.maximum() * place // 9)
        settle()
        bubbles = stand.bubbles()
        for upper, lower in itertools.pairwise(bubbles):
            assert lower.y() - upper.geometry().bottom() > 0
        for bubble in bubbles:
            assert bubble.height() == bubble.height_for(bubble.width())


def test_it_opens_at_the_newest_and_follows_what_comes(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(*many(60))
    panel = stand.open()
    stand.say(said(MessageKind.CLIENT, "The last word", ago=0))
    assert stand.texts()[-1] == "The last word"
    assert panel.talk.conversation.is_at_end()


def test_the_place_that_is_read_stays_when_something_comes(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(*many(200))
    panel = stand.open()
    bar = panel.talk.conversation.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    seen = [(bubble.entry.key, bubble.y()) for bubble in stand.bubbles()]
    for words in ("From a colleague", "From another"):
        stand.say(said(MessageKind.ANSWER, words, ago=0))
        assert [(bubble.entry.key, bubble.y()) for bubble in stand.bubbles()] == seen


def test_the_place_that_is_read_stays_when_the_panel_gets_narrower(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(*many(200))
    panel = stand.open()
    conversation = panel.talk.conversation
    conversation.verticalScrollBar().setValue(conversation.verticalScrollBar().maximum() // 2)
    settle()

    def at_top() -> str:
        return next(bubble.entry.key for bubble in stand.bubbles() if bubble.geometry().bottom() > 0)

    before = at_top()
    panel.resize(420, 800)
    settle()
    assert at_top() == before


def test_a_selection_survives_what_comes_and_scrolling(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(*many(100))
    panel = stand.open()
    bubble = stand.bubbles()[-1]
    bubble.body.selectAll()
    stand.say(said(MessageKind.CLIENT, "More", ago=0))
    panel.talk.conversation.verticalScrollBar().setValue(0)
    settle()
    assert panel.talk.conversation.rows.get(bubble.entry.key) is bubble
    assert bubble.body.textCursor().hasSelection()
    cursor = bubble.body.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    bubble.body.setTextCursor(cursor)


def test_keys_scroll(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(*many(100))
    panel = stand.open()
    conversation = panel.talk.conversation
    QTest.keyClick(conversation, Qt.Key.Key_Home)
    assert conversation.verticalScrollBar().value() == 0
    QTest.keyClick(conversation, Qt.Key.Key_PageDown)
    assert conversation.verticalScrollBar().value() == conversation.verticalScrollBar().pageStep()
    QTest.keyClick(conversation, Qt.Key.Key_End)
    assert conversation.is_at_end()


def test_files_of_a_message_are_chips_with_clean_names(stand: Stand) -> None:
    file = make_attachment(id="f", ticket_id="t", name="../orders\u202evsc.exe", size=14_000)
    detail = a_detail(said(MessageKind.CLIENT, "See", attachment_ids=("f", "gone")))
    stand.desk.details["t"] = replace(detail, attachments=(file,))
    stand.open()
    [bubble] = stand.bubbles()
    assert [chip.shown_text for chip in bubble.files.chips()] == ["ordersvsc.exe · 14 kB"]


def test_a_long_message_is_folded_until_it_is_wanted(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(
        said(MessageKind.CLIENT, "\n".join(f"line {row}" for row in range(200)))
    )
    stand.open()
    [bubble] = stand.bubbles()
    assert "line 150" not in bubble.body.toPlainText()
    assert bubble.fold_button.isVisible()
    bubble.fold_button.click()
    settle()
    assert "line 199" in bubble.body.toPlainText()
    assert not bubble.fold_button.isVisible()
    assert bubble.height() == bubble.height_for(bubble.width())


def test_another_theme_keeps_words_and_place(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(*many(50))
    panel = stand.open()
    before = stand.texts()
    panel.set_theme(DARK)
    settle()
    assert stand.texts() == before


def test_times_are_said_anew(stand: Stand) -> None:
    detail = a_detail(said(MessageKind.CLIENT, "Help", 2 * HOUR))
    taken = make_event(events.TicketClaimed(agent_id="me"), actor_id="me", at=NOW - MINUTE)
    stand.desk.details["t"] = replace(detail, events=(taken,))
    panel = stand.open()
    assert stand.lines() == ["Ada Berg: Taken · 1 min ago"]
    stand.desk.moment = NOW + 4 * MINUTE
    panel.talk.refresh_times()
    assert stand.lines() == ["Ada Berg: Taken · 5 min ago"]
