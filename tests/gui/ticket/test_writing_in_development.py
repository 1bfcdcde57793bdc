"""On a sub-task there is no client: one writes for the developers, or to the ticket it belongs to (R9)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.ticket.composer_fields import Kind
from kanbandesk.ui.ticket.panel import TicketPanel
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.workflow.commands import AddNote, AnswerClient, AskClient
from tests.factories.workflow import make_agent, make_card
from tests.gui.ticket.stand import Stand, a_detail, click, settle

MIA = make_agent(id="mia", name="Mia Strand")
KIM = make_agent(id="kim", name="Kim Berg")


@pytest.fixture
def subtask(stand: Stand) -> TicketPanel:
    """A panel on the sub-task "t" of Mia's ticket "p"."""
    stand.desk.details["t"] = a_detail(parent_id="p", requester_id="", client_id="")
    stand.desk.snapshot.agents.extend((MIA, KIM))
    stand.desk.snapshot.cards.append(make_card(id="p", number=12, owner_id="mia"))
    return stand.open()


def kinds(panel: TicketPanel) -> list[Kind]:
    """Return what the composer offers to be written."""
    return [kind for kind in Kind if panel.talk.composer.head.switch(kind).isVisible()]


def test_no_answer_and_no_call_is_offered_but_a_note_to_the_ticket_is(
    stand: Stand, subtask: TicketPanel
) -> None:
    assert kinds(subtask) == [Kind.NOTE, Kind.PARENT]
    assert not subtask.talk.composer.ask_button.isVisible()
    assert subtask.talk.composer.fields.kind is Kind.NOTE


def test_what_is_typed_after_the_key_of_an_answer_is_a_note(stand: Stand, subtask: TicketPanel) -> None:
    stand.write("It is the parser.", "answer")
    stand.send()
    stand.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    [note] = stand.commands(AddNote)
    assert (note.ticket_id, note.text) == ("t", "It is the parser.")
    assert not stand.commands(AnswerClient)
    assert not stand.commands(AskClient)


def test_a_note_to_the_ticket_lies_there_and_its_owner_is_told(stand: Stand, subtask: TicketPanel) -> None:
    click(subtask.talk.composer.head.switch(Kind.PARENT))
    stand.write("Fixed tonight.", "parent")
    stand.send()
    settle()
    [note] = stand.commands(AddNote)
    assert (note.ticket_id, note.text, note.mentioned_ids) == ("p", "Fixed tonight.", ("mia",))
    assert stand.texts() == ["They get no orders."]
    assert subtask.talk.composer.fields.text() == ""
    assert "its owner is told" in subtask.talk.composer.bar.text


def test_words_sent_before_the_ticket_was_read_go_to_no_client(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(parent_id="p")
    stand.panel.show_ticket("t", lambda: stand.desk.snapshot)
    stand.panel.show()
    stand.write("Done!")
    stand.send()
    stand.qtbot.waitUntil(lambda: stand.panel.ticket is not None)
    settle()
    assert not stand.desk.commands
    assert stand.panel.talk.composer.fields.text(Kind.NOTE) == "Done!"


def test_another_ticket_has_a_client_again(stand: Stand, subtask: TicketPanel) -> None:
    stand.desk.details["u"] = a_detail(id="u")
    panel = stand.open("u")
    assert kinds(panel) == [Kind.ANSWER, Kind.NOTE, Kind.CALL]
    assert panel.talk.composer.fields.kind is Kind.ANSWER


def test_an_at_offers_the_colleagues_and_writes_the_chosen_one_out(stand: Stand) -> None:
    stand.desk.snapshot.agents.extend((MIA, KIM))
    panel = stand.open()
    stand.write("Ask @", "note")
    settle()
    assert "Ada Berg" not in stand.picker().titles()  # oneself
    stand.choose("Mia")
    edit = panel.talk.composer.fields.edit()
    assert edit.toPlainText() == "Ask @Mia Strand "
    stand.send()
    [note] = stand.commands(AddNote)
    assert note.mentioned_ids == ("mia",)


def test_escape_leaves_what_was_typed_behind_the_at(stand: Stand) -> None:
    stand.desk.snapshot.agents.extend((MIA, KIM))
    panel = stand.open()
    stand.write("Meet @", "note")
    picker = stand.picker()
    QTest.keyClicks(picker.field, "noon")
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    settle()
    assert panel.talk.composer.fields.text() == "Meet @noon"


@pytest.mark.parametrize(("text", "kind"), [("bo@", "note"), ("Hello @", "answer")])
def test_an_address_and_an_answer_name_nobody(stand: Stand, text: str, kind: str) -> None:
    stand.desk.snapshot.agents.extend((MIA, KIM))
    panel = stand.open()
    stand.write(text, kind)
    settle()
    assert not [one for one in panel.window().findChildren(Picker) if one.isVisible()]


def test_a_note_tells_whom_it_mentions(stand: Stand) -> None:
    stand.desk.snapshot.agents.extend((MIA, KIM))
    stand.open()
    stand.write("@Mia have a look, and @Kim Berg too", "note")
    stand.send()
    [note] = stand.commands(AddNote)
    assert note.mentioned_ids == ("mia", "kim")
