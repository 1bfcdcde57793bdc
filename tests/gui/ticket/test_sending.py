"""What is written reaches the desk, and the words stay until they are saved (ui.md, principles 2 and 10; C7)."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kanbandesk.ui.ticket.composer_fields import Kind
from kanbandesk.ui.ticket.panel import TicketPanel
from kanbandesk.workflow import codes
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.commands import AddAttachment, AddNote, AnswerClient, AskClient, LogCall
from kanbandesk.workflow.tickets import MessageKind
from tests.gui.ticket.stand import Stand, a_detail, click, said, settle


def test_ctrl_enter_sends_a_public_answer(stand: Stand) -> None:
    stand.open()
    stand.write("It is fixed.")
    stand.send()
    [command] = stand.commands(AnswerClient)
    assert (command.ticket_id, command.text) == ("t", "It is fixed.")


def test_a_note_is_written_as_a_note(stand: Stand) -> None:
    stand.open()
    stand.write("Looks like our own setting.", "note")
    stand.send()
    assert [command.text for command in stand.commands(AddNote)] == ["Looks like our own setting."]
    assert not stand.commands(AnswerClient)


def test_alt_enter_asks_the_client_and_waits(stand: Stand) -> None:
    stand.open()
    stand.write("Which drivers?")
    stand.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert [command.question for command in stand.commands(AskClient)] == ["Which drivers?"]


def test_a_call_says_whether_it_reached_the_client(stand: Stand) -> None:
    panel = stand.open()
    stand.write("Nobody answers.", "call")
    click(panel.talk.composer.reached)
    stand.send()
    [command] = stand.commands(LogCall)
    assert (command.text, command.has_reached) == ("Nobody answers.", False)


def test_the_message_is_shown_at_once_and_marked_until_it_is_saved(stand: Stand) -> None:
    panel = stand.open()
    stand.desk.is_holding = True
    stand.write("It is fixed.")
    stand.send()
    settle()
    assert stand.texts() == ["They get no orders.", "It is fixed."]
    assert stand.bubbles()[-1].entry.is_pending
    assert "not saved yet" in stand.bubbles()[-1].accessibleName()
    [command] = stand.commands(AnswerClient)
    saved = said(MessageKind.ANSWER, "It is fixed.", ago=0, id=command.message_id)
    stand.desk.release()
    stand.say(saved)
    assert stand.texts() == ["They get no orders.", "It is fixed."]
    assert not stand.bubbles()[-1].entry.is_pending
    assert panel.talk.composer.fields.text() == ""


def test_words_stay_until_the_receipt_says_that_they_are_saved(stand: Stand) -> None:
    panel = stand.open()
    fields = panel.talk.composer.fields
    stand.desk.is_holding = True
    stand.write("It is fixed.")
    stand.send()
    settle()
    assert fields.text() == "It is fixed."
    assert fields.edit().isReadOnly()
    assert not panel.talk.composer.send_button.isEnabled()
    stand.desk.release()
    stand.qtbot.waitUntil(lambda: fields.text() == "")
    assert not fields.edit().isReadOnly()


def test_a_refusal_leaves_the_words_and_says_why(stand: Stand) -> None:
    panel = stand.open()
    stand.desk.refusals.append((codes.CLOSED, (("after", ""),)))
    stand.write("It is fixed.")
    stand.send()
    composer = panel.talk.composer
    stand.qtbot.waitUntil(composer.bar.isVisible)
    assert composer.fields.text() == "It is fixed."
    assert composer.bar.text == "The ticket is closed. Reopen it first."
    assert composer.bar.tone == "bad"
    assert stand.texts() == ["They get no orders."]
    assert composer.send_button.isEnabled()


def test_a_full_disk_leaves_the_words(stand: Stand, expected_log: pytest.FixtureRequest) -> None:
    expected_log("could not be kept")  # type: ignore[operator]
    panel = stand.open()
    stand.desk.errors.append(OSError("disk full"))
    stand.write("It is fixed.")
    stand.send()
    composer = panel.talk.composer
    stand.qtbot.waitUntil(composer.bar.isVisible)
    assert composer.fields.text() == "It is fixed."
    assert composer.bar.text == "It could not be saved: disk full. Your words are kept here; try again."


def test_what_is_sent_before_the_ticket_is_read_goes_out_once_it_is(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: Future[TicketDetail] = Future()
    monkeypatch.setattr(stand.desk, "ticket", lambda _id: reading)
    panel = show_unread(stand)
    stand.write("It is fixed.")
    stand.send()
    assert panel.talk.composer.fields.edit().isReadOnly()
    assert stand.desk.commands == []
    reading.set_result(stand.desk.details["t"])
    stand.qtbot.waitUntil(lambda: bool(stand.commands(AnswerClient)))
    assert [command.text for command in stand.commands(AnswerClient)] == ["It is fixed."]
    stand.qtbot.waitUntil(lambda: panel.talk.composer.fields.text() == "")


def test_what_is_sent_to_a_ticket_that_cannot_be_read_stays(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: Future[TicketDetail] = Future()
    monkeypatch.setattr(stand.desk, "ticket", lambda _id: reading)
    panel = show_unread(stand)
    stand.write("It is fixed.")
    stand.send()
    reading.set_exception(OSError("unreadable"))
    stand.qtbot.waitUntil(lambda: not panel.talk.composer.fields.edit().isReadOnly())
    assert panel.talk.composer.fields.text() == "It is fixed."
    assert stand.desk.commands == []


def show_unread(stand: Stand) -> TicketPanel:
    """Show the ticket while the desk is still reading it."""
    stand.panel.show_ticket("t", lambda: stand.desk.snapshot)
    stand.panel.show()
    return stand.panel


def test_nothing_is_sent_without_words(stand: Stand) -> None:
    panel = stand.open()
    stand.write("   ")
    assert not panel.talk.composer.send_button.isEnabled()
    stand.send()
    assert stand.desk.commands == []


def test_asking_that_the_rules_refuse_is_dimmed_and_says_why(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(status_id="waiting_client")
    panel = stand.open()
    stand.write("Any news?")
    assert not panel.talk.composer.ask_button.isEnabled()
    stand.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert "waits for the client already" in panel.talk.composer.bar.text
    assert stand.desk.commands == []


def test_a_message_saved_after_the_panel_turned_elsewhere_lets_its_draft_go(stand: Stand) -> None:
    stand.desk.details["u"] = a_detail(id="u", number=4800)
    panel = stand.open()
    stand.desk.is_holding = True
    stand.write("It is fixed.")
    stand.send()
    stand.open("u")
    assert ("t", "answer") in stand.desk.kept_drafts
    stand.write("Half a")
    stand.desk.release()
    stand.qtbot.waitUntil(lambda: ("t", "answer") not in stand.desk.kept_drafts)
    assert panel.talk.composer.fields.text() == "Half a"
    assert not panel.talk.composer.fields.edit().isReadOnly()


def test_a_message_refused_after_the_panel_turned_elsewhere_stays_a_draft(stand: Stand) -> None:
    stand.desk.details["u"] = a_detail(id="u", number=4800)
    stand.open()
    stand.desk.is_holding = True
    stand.write("It is fixed.")
    stand.send()
    stand.open("u")
    stand.desk.refusals.append((codes.CLOSED, (("after", ""),)))
    stand.desk.release()
    panel = stand.open("t")
    stand.qtbot.waitUntil(lambda: panel.talk.composer.fields.text() == "It is fixed.")


def test_files_are_registered_before_the_words_that_bring_them(stand: Stand, tmp_path: Path) -> None:
    panel = stand.open()
    orders, photo = tmp_path / "orders.csv", tmp_path / "photo.png"
    orders.write_text("a;b")
    photo.write_bytes(b"\x89PNG")
    stand.write("See the list.")
    panel.talk.composer.tray.add([orders, photo])
    stand.qtbot.waitUntil(lambda: not panel.talk.composer.tray.is_busy())
    stand.send()
    stand.qtbot.waitUntil(lambda: bool(stand.commands(AnswerClient)))
    first, second, answer = stand.desk.commands
    assert isinstance(first, AddAttachment)
    assert isinstance(second, AddAttachment)
    assert isinstance(answer, AnswerClient)
    assert [first.file_name, second.file_name] == ["orders.csv", "photo.png"]
    assert answer.attachment_ids == (first.attachment_id, second.attachment_id)
    stand.qtbot.waitUntil(lambda: panel.talk.composer.tray.files() == ())


def test_a_file_that_the_ticket_has_already_is_not_added_twice(stand: Stand, tmp_path: Path) -> None:
    panel = stand.open()
    orders = tmp_path / "orders.csv"
    orders.write_text("a;b")
    stand.desk.on_applied = lambda command: stand.desk.refusals.append((codes.CLOSED, (("after", ""),)))
    stand.write("See the list.")
    panel.talk.composer.tray.add([orders])
    stand.qtbot.waitUntil(lambda: not panel.talk.composer.tray.is_busy())
    stand.send()
    stand.qtbot.waitUntil(panel.talk.composer.bar.isVisible)
    stand.desk.refusals.clear()
    stand.send()
    stand.qtbot.waitUntil(lambda: len(stand.commands(AnswerClient)) == 2)
    assert len(stand.commands(AddAttachment)) == 1


def test_a_newer_message_of_the_client_is_told_while_an_answer_is_written(stand: Stand) -> None:
    panel = stand.open()
    stand.write("We look in")
    stand.say(said(MessageKind.CLIENT, "Never mind, it works!", ago=0))
    assert panel.talk.composer.bar.text == "Petra Lind has written meanwhile."
    assert panel.talk.composer.fields.text() == "We look in"
    click(panel.talk.composer.bar.buttons()[0])
    assert stand.texts()[-1] == "Never mind, it works!"


def test_ones_own_message_is_not_told_as_news(stand: Stand) -> None:
    panel = stand.open()
    stand.write("We look in")
    stand.say(said(MessageKind.ANSWER, "From my other window", ago=0))
    assert not panel.talk.composer.bar.isVisible()


def test_the_kind_that_is_written_can_be_seen(stand: Stand) -> None:
    panel = stand.open()
    composer = panel.talk.composer
    assert composer.send_button.words == "Send"
    click(composer.head.switch(Kind.NOTE))
    assert composer.property("kind") == "note"
    assert composer.send_button.words == "Add note"
    assert not composer.ask_button.isVisible()
    assert "never sees it" in composer.fields.edit().placeholderText()


def test_what_was_typed_for_another_kind_stays(stand: Stand) -> None:
    panel = stand.open()
    stand.write("For the client")
    stand.write("For colleagues", "note")
    stand.send()
    stand.qtbot.waitUntil(lambda: panel.talk.composer.fields.text(Kind.NOTE) == "")
    assert panel.talk.composer.fields.text(Kind.ANSWER) == "For the client"


# -- what the rules refuse (S3) ------------------------------------------------------------------------------


def test_whoever_may_not_answer_is_told_before_he_writes(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(line_id="second", owner_id="somebody")
    composer = stand.open().talk.composer
    assert "another line: Second line" in composer.fields.edit(Kind.ANSWER).placeholderText()
    stand.write("It is fixed.")
    assert not composer.send_button.isEnabled()
    stand.send()
    assert "another line: Second line" in composer.bar.text
    assert not stand.desk.commands
    assert composer.fields.text() == "It is fixed."


def test_a_note_may_be_written_by_everybody(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(line_id="second", owner_id="somebody")
    stand.open()
    stand.write("Looks like our own setting.", "note")
    stand.send()
    assert len(stand.commands(AddNote)) == 1


def test_a_ticket_of_ones_own_line_is_answered_again(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(line_id="second", owner_id="somebody")
    stand.desk.details["u"] = a_detail(id="u")
    stand.open()
    stand.open("u")
    stand.write("It is fixed.")
    stand.send()
    assert len(stand.commands(AnswerClient)) == 1


def test_a_closed_ticket_is_reopened_where_that_was_said_and_the_words_wait(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(status_id="closed")
    panel = stand.open()
    stand.desk.refusals.append((codes.CLOSED, ()))
    stand.write("It is fixed.")
    stand.send()
    bar = panel.talk.composer.bar
    stand.qtbot.waitUntil(bar.isVisible)
    with stand.qtbot.waitSignal(panel.transition_requested) as wanted:
        click(next(button for button in bar.buttons() if button.text() == "Reopen"))
    assert wanted.args == ["t", "in_progress"]


def test_what_was_refused_of_a_closed_ticket_is_said_no_more_when_it_is_open_again(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(status_id="closed")
    panel = stand.open()
    stand.desk.refusals.append((codes.CLOSED, ()))
    stand.write("It is fixed.")
    stand.send()
    bar = panel.talk.composer.bar
    stand.qtbot.waitUntil(bar.isVisible)
    closed = stand.desk.details["t"]
    stand.change(replace(closed, ticket=replace(closed.ticket, status_id="in_progress")))
    assert not bar.isVisible()
    assert panel.talk.composer.fields.text() == "It is fixed."
