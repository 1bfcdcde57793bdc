"""Unsent words survive everything: another ticket, a closed panel, a crash (ui.md, principle 10)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kanbandesk.ui.ticket.composer_fields import Kind
from kanbandesk.workflow.cards import Draft
from kanbandesk.workflow.commands import AnswerClient
from tests.factories.workflow import NOW
from tests.gui.ticket.stand import Stand, a_detail


def kept(stand: Stand, kind: str = "answer", ticket_id: str = "t") -> str:
    draft = stand.desk.kept_drafts.get((ticket_id, kind))
    return draft.text if draft else ""


def test_words_are_kept_after_a_pause_in_the_typing(stand: Stand) -> None:
    panel = stand.open()
    with stand.qtbot.waitSignal(panel.talk.drafts.kept):
        stand.write("Half a sen")
    assert kept(stand) == "Half a sen"
    assert panel.talk.composer.head.draft_words == "draft kept 0 s ago"


def test_words_are_kept_when_the_focus_leaves(stand: Stand) -> None:
    panel = stand.open()
    stand.write("Half a sen")
    panel.pages.tabs.setFocus()
    assert kept(stand) == "Half a sen"


def test_words_are_kept_when_the_panel_is_put_away(stand: Stand) -> None:
    panel = stand.open()
    stand.write("Half a sen")
    panel.hide()
    assert kept(stand) == "Half a sen"


def test_each_kind_has_a_draft_of_its_own(stand: Stand) -> None:
    panel = stand.open()
    stand.write("For the client")
    stand.write("For colleagues", "note")
    panel.talk.drafts.flush()
    assert (kept(stand), kept(stand, "note")) == ("For the client", "For colleagues")


def test_a_program_that_starts_anew_brings_the_words_back(stand: Stand) -> None:
    stand.open()
    stand.write("Half a sen")
    stand.panel.talk.drafts.flush()
    stand.panel.hide()
    stand.panel = stand.new_panel()
    panel = stand.open()
    stand.qtbot.waitUntil(lambda: panel.talk.composer.fields.text() == "Half a sen")
    assert panel.talk.composer.send_button.isEnabled()


def test_a_note_that_was_left_is_shown_as_a_note(stand: Stand) -> None:
    stand.desk.kept_drafts["t", "note"] = Draft(
        ticket_id="t", kind="note", text="Ask Bo", saved_at=NOW - 120_000
    )
    panel = stand.open()
    stand.qtbot.waitUntil(lambda: panel.talk.composer.fields.kind is Kind.NOTE)
    assert panel.talk.composer.fields.text() == "Ask Bo"
    assert panel.talk.composer.head.draft_words == "draft kept 2 min ago"


def test_words_go_with_their_ticket(stand: Stand) -> None:
    stand.desk.details["u"] = a_detail(id="u", number=4800)
    panel = stand.open()
    stand.write("For t")
    stand.open("u")
    assert panel.talk.composer.fields.text() == ""
    assert kept(stand) == "For t"
    stand.open("t")
    stand.qtbot.waitUntil(lambda: panel.talk.composer.fields.text() == "For t")


def test_what_is_being_typed_is_not_overwritten_by_an_older_draft(stand: Stand) -> None:
    panel = stand.open()
    stand.write("Newer")
    panel.talk.composer.restore("answer", "Older", NOW)
    assert panel.talk.composer.fields.text() == "Newer"


def test_a_sheets_draft_is_not_put_into_the_composer(stand: Stand) -> None:
    stand.desk.kept_drafts["t", "sheet:solved"] = Draft(
        ticket_id="t", kind="sheet:solved", text="{}", saved_at=NOW
    )
    panel = stand.open()
    assert not panel.talk.composer.fields.has_words()


def test_a_saved_answer_takes_its_draft_away(stand: Stand) -> None:
    panel = stand.open()
    stand.write("It is fixed.")
    panel.talk.drafts.flush()
    stand.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stand.qtbot.waitUntil(lambda: kept(stand) == "")
    assert stand.commands(AnswerClient)
    assert panel.talk.composer.head.draft_words == ""


def test_words_that_cannot_be_kept_are_told(stand: Stand) -> None:
    panel = stand.open()
    stand.desk.draft_error = OSError("disk full")
    stand.write("Half a sen")
    panel.talk.drafts.flush()
    stand.qtbot.waitUntil(panel.talk.composer.bar.isVisible)
    assert "could not be kept on the disk" in panel.talk.composer.bar.text
    assert panel.talk.composer.fields.text() == "Half a sen"


def test_how_long_ago_the_draft_was_kept_goes_on_by_itself(stand: Stand) -> None:
    panel = stand.open()
    with stand.qtbot.waitSignal(panel.talk.drafts.kept):
        stand.write("Half a sen")
    stand.desk.moment = NOW + 2_000
    stand.qtbot.waitUntil(lambda: panel.talk.composer.head.draft_words == "draft kept 2 s ago")
