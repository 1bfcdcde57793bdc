"""Unsent words survive everything: another ticket, a closed panel, a crash (ui.md, principle 10)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kanbandesk.ui.ticket.composer_fields import Kind
from kanbandesk.ui.ticket.panel import TicketPanel
from kanbandesk.ui.ticket.tray import FILES
from kanbandesk.workflow.cards import Draft
from kanbandesk.workflow.commands import AddAttachment, AnswerClient
from kanbandesk.workflow.tickets import Attachment
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


def orders_of(tmp_path: Path) -> Path:
    orders = tmp_path / "orders.csv"
    orders.write_text("a;b")
    return orders


def start_anew(stand: Stand) -> TicketPanel:
    """Let the program die with all that it has not kept, and start again."""
    stand.panel.talk.drafts.flush()
    stand.panel = stand.new_panel()
    return stand.open()


def file_names(panel: TicketPanel) -> list[str]:
    return [file.name for file in panel.talk.composer.tray.files()]


def test_files_come_back_with_the_words(stand: Stand, tmp_path: Path) -> None:
    tray = stand.open().talk.composer.tray
    tray.add([orders_of(tmp_path)])
    stand.qtbot.waitUntil(lambda: not tray.is_busy())
    stand.write("See the list.")
    panel = start_anew(stand)
    stand.qtbot.waitUntil(lambda: file_names(panel) == ["orders.csv"])
    assert panel.talk.composer.tray.isVisible()
    stand.qtbot.waitUntil(panel.talk.composer.send_button.isEnabled)
    stand.send()
    stand.qtbot.waitUntil(lambda: bool(stand.commands(AnswerClient)))
    [file] = stand.commands(AddAttachment)
    [answer] = stand.commands(AnswerClient)
    assert answer.attachment_ids == (file.attachment_id,)
    stand.qtbot.waitUntil(lambda: kept(stand, FILES) == "")


def test_files_go_with_their_ticket(stand: Stand, tmp_path: Path) -> None:
    stand.desk.details["u"] = a_detail(id="u", number=4800)
    panel = stand.open()
    panel.talk.composer.tray.add([orders_of(tmp_path)])
    stand.qtbot.waitUntil(lambda: not panel.talk.composer.tray.is_busy())
    stand.open("u")
    assert file_names(panel) == []
    panel.talk.drafts.flush()
    stand.open("t")
    stand.qtbot.waitUntil(lambda: file_names(panel) == ["orders.csv"])


def test_a_file_that_was_taken_away_stays_away(stand: Stand, tmp_path: Path) -> None:
    tray = stand.open().talk.composer.tray
    tray.add([orders_of(tmp_path)])
    stand.qtbot.waitUntil(lambda: not tray.is_busy())
    stand.panel.talk.drafts.flush()
    assert kept(stand, FILES)
    tray.chips()[0].removed.emit()
    stand.panel.talk.drafts.flush()
    assert not kept(stand, FILES)


def test_a_file_that_reached_the_ticket_before_the_crash_is_not_added_twice(
    stand: Stand, tmp_path: Path
) -> None:
    tray = stand.open().talk.composer.tray
    tray.add([orders_of(tmp_path)])
    stand.qtbot.waitUntil(lambda: not tray.is_busy())
    [file] = tray.files()
    stand.write("See the list.")
    attachment = Attachment(
        id=file.attachment_id,
        ticket_id="t",
        name=file.name,
        size=3,
        media_type="",
        sha256=file.sha256,
        added_at=NOW,
    )
    stand.desk.details["t"] = replace(stand.desk.details["t"], attachments=(attachment,))
    panel = start_anew(stand)
    stand.qtbot.waitUntil(panel.talk.composer.send_button.isEnabled)
    stand.send()
    stand.qtbot.waitUntil(lambda: bool(stand.commands(AnswerClient)))
    assert stand.commands(AddAttachment) == []


def test_a_kept_file_whose_content_is_gone_is_told(stand: Stand, tmp_path: Path) -> None:
    tray = stand.open().talk.composer.tray
    tray.add([orders_of(tmp_path)])
    stand.qtbot.waitUntil(lambda: not tray.is_busy())
    stand.desk.files.clear()
    panel = start_anew(stand)
    stand.qtbot.waitUntil(panel.talk.composer.bar.isVisible)
    assert panel.talk.composer.bar.text == "“orders.csv” is no longer there, so it was left out."
    assert file_names(panel) == []


@pytest.mark.parametrize("text", ["{", "[1]", "{}", '[{"name": "x"}]', "null"])
def test_a_draft_of_files_that_cannot_be_read_is_left_out(stand: Stand, text: str) -> None:
    stand.desk.kept_drafts["t", FILES] = Draft(ticket_id="t", kind=FILES, text=text, saved_at=NOW)
    assert file_names(stand.open()) == []
