"""The panel on the desk that people use: a home on disk, the real rules, real threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.new_ticket import NewTicketPanel
from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.ui.ticket.bubble import Bubble
from kanbandesk.ui.ticket.panel import TicketPanel
from kanbandesk.workflow.cards import BoardSnapshot, Changes
from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.commands import (
    ClaimTicket,
    Command,
    CreateTicket,
    ReceiveReply,
    SaveContact,
    StartTicket,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.tickets import MessageKind
from tests.gui.ticket.stand import settle

NOON = 1_773_748_800_000
PATIENCE = 30_000  # ms after which what never comes counts as missing


@dataclass
class Real:
    """A home with a ticket, its desk, and a panel that hears of changes as in the window."""

    desk: SoloDesk
    bridge: Bridge
    qtbot: QtBot
    ticket_id: str
    board: BoardSnapshot

    def panel(self) -> TicketPanel:
        panel = TicketPanel(self.bridge, LIGHT)
        self.qtbot.addWidget(panel)
        panel.resize(560, 800)

        def tell(changes: Changes) -> None:
            panel.refresh_if({card.id for card in changes.cards})

        self.bridge.changes_arrived.connect(tell)
        panel.show_ticket(self.ticket_id, lambda: self.board)
        panel.show()
        self.until(lambda: panel.ticket is not None)
        settle()
        return panel

    def do(self, command: Command) -> None:
        receipt = self.desk.submit(command).result(60)
        assert receipt.is_applied, receipt

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=PATIENCE)

    def messages(self) -> list[tuple[MessageKind, str]]:
        story = self.desk.ticket(self.ticket_id).result(60)
        return [(message.kind, message.body) for message in story.messages]


@pytest.fixture
def real(tmp_path: Path, qtbot: QtBot) -> Iterator[Real]:
    home = Home.create(tmp_path / "board", name="Support", me="Ada Berg", as_of=NOON, has_timers=False)
    desk = SoloDesk(home)
    bridge = Bridge(desk)
    ticket_id = new_id()
    stand = Real(desk, bridge, qtbot, ticket_id, desk.board().result(60))
    stand.do(
        CreateTicket(
            ticket_id=ticket_id, title="Gateway drops calls", text="Since 03:00.", message_id=new_id()
        )
    )
    yield stand
    bridge.close()
    desk.close()


def texts(panel: TicketPanel) -> list[str]:
    ground = panel.talk.conversation.viewport()
    bubbles = [bubble for bubble in ground.findChildren(Bubble) if bubble.isVisible()]
    return [bubble.body.toPlainText() for bubble in sorted(bubbles, key=lambda bubble: bubble.y())]


def write(panel: TicketPanel, text: str, kind: str = "answer") -> None:
    panel.focus_composer(kind)
    QTest.keyClicks(panel.talk.composer.fields.edit(), text)


def send(panel: TicketPanel, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    QTest.keyClick(panel.talk.composer.fields.edit(), Qt.Key.Key_Return, modifier)


def start(real: Real) -> None:
    real.do(ClaimTicket(ticket_id=real.ticket_id))
    real.do(StartTicket(ticket_id=real.ticket_id, urgency_case="how_to", sla_class="settings"))


def test_an_answer_with_a_file_a_note_and_a_question_are_on_disk(real: Real, tmp_path: Path) -> None:
    start(real)
    panel = real.panel()
    log = tmp_path / "gateway.log"
    log.write_text("03:00 reset")
    panel.talk.composer.tray.add([log])
    real.until(lambda: not panel.talk.composer.tray.is_busy())
    write(panel, "We look into it.")
    send(panel)
    real.until(lambda: panel.talk.composer.fields.text() == "")
    write(panel, "Their own router.", "note")
    send(panel)
    real.until(lambda: panel.talk.composer.fields.text() == "")
    write(panel, "Which router is it?")
    send(panel, Qt.KeyboardModifier.AltModifier)
    real.until(lambda: panel.header.state_button.accessibleName() == "Waiting for client")
    assert real.messages() == [
        (MessageKind.CLIENT, "Since 03:00."),
        (MessageKind.ANSWER, "We look into it."),
        (MessageKind.NOTE, "Their own router."),
        (MessageKind.QUESTION, "Which router is it?"),
    ]
    real.until(lambda: len(texts(panel)) == 4)
    assert not [bubble for bubble in panel.findChildren(Bubble) if bubble.entry.is_pending]
    [file] = real.desk.ticket(real.ticket_id).result(60).attachments
    assert real.desk.file(file.sha256).result(60).read_text() == "03:00 reset"


def test_words_survive_a_program_that_never_said_goodbye(real: Real, tmp_path: Path) -> None:
    panel = real.panel()
    log = tmp_path / "gateway.log"
    log.write_text("03:00 reset")
    panel.talk.composer.tray.add([log])
    real.until(lambda: not panel.talk.composer.tray.is_busy())
    with real.qtbot.waitSignal(panel.talk.drafts.kept, timeout=PATIENCE):
        write(panel, "Half a sen")
    panel.close()
    log.unlink()
    again = real.panel()
    real.until(lambda: again.talk.composer.fields.text() == "Half a sen")
    real.until(lambda: [file.name for file in again.talk.composer.tray.files()] == ["gateway.log"])


def test_the_rules_refuse_and_the_words_stay(real: Real) -> None:
    real.do(ClaimTicket(ticket_id=real.ticket_id))
    panel = real.panel()
    write(panel, "Hm. ")
    panel.talk.composer.fields.edit().insertPlainText("much too long\n" * 20_000)
    send(panel)
    real.until(panel.talk.composer.bar.isVisible)
    assert len(panel.talk.composer.fields.text()) == 4 + 14 * 20_000
    assert panel.talk.composer.bar.tone == "bad"
    assert len(real.messages()) == 1


def test_the_clients_message_is_told_while_an_answer_is_written(real: Real) -> None:
    start(real)
    panel = real.panel()
    write(panel, "We look in")
    real.do(ReceiveReply(ticket_id=real.ticket_id, message_id=new_id(), text="It works again!"))
    real.until(panel.talk.composer.bar.isVisible)
    assert panel.talk.composer.fields.text() == "We look in"


def test_a_title_and_a_field_are_edited_and_told_by_the_timeline(real: Real) -> None:
    start(real)
    panel = real.panel()
    panel.header.title.begin()
    QTest.keyClicks(panel.header.title.edit, "Gateway drops every call")
    QTest.keyClick(panel.header.title.edit, Qt.Key.Key_Return)
    real.until(lambda: panel.ticket is not None and panel.ticket.title == "Gateway drops every call")
    told = panel.timeline.told()[0]
    assert (told.who, told.what) == ("Ada Berg", "Edited")
    assert told.changes == ("Title: Gateway drops calls → Gateway drops every call",)


def test_a_ticket_is_opened_for_a_contact_that_is_found(real: Real, qtbot: QtBot) -> None:
    real.do(SaveContact(contact=Contact(id=new_id(), name="Олег Титов", mail="oleg@oki.example")))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    panel = NewTicketPanel(window, real.bridge, LIGHT, lambda: real.board)
    panel.start()
    panel.form.title.setText("Отчёт пуст")
    panel.form.choose_contact()
    picker = panel.form.picker
    assert picker is not None
    picker.field.setText("титов")
    real.until(lambda: "Олег Титов" in picker.titles())
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.created, timeout=PATIENCE) as caught:
        panel.open_ticket()
    assert caught.args is not None
    story = real.desk.ticket(caught.args[0]).result(60)
    assert story.requester is not None
    assert (story.ticket.title, story.requester.name) == ("Отчёт пуст", "Олег Титов")
    window.close()
