"""Opening a ticket, from the keyboard alone; what was entered is never lost (ui.md, principle 5)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.new_ticket import DRAFT, NewTicketPanel
from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import CreateTicket, SaveClient, SaveContact
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Channel
from tests.factories.workflow import make_client, make_contact, make_snapshot
from tests.fakes.desk import FakeDesk
from tests.gui.ticket.stand import settle

LIGA = make_client(id="liga", name="Liga Park", contract_number="20-118")
PETRA = make_contact(id="petra", name="Petra Lind", client_id="liga")


class Desk:
    """A window with the panel in it, worked by keys."""

    def __init__(self, qtbot: QtBot) -> None:
        self.desk = FakeDesk(snapshot=make_snapshot(clients=[LIGA]))
        self.desk.known_contacts = [PETRA]
        self.bridge = Bridge(self.desk)
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 700)
        self.window.show()
        self.window.activateWindow()
        self.panel = self.start()

    def start(self) -> NewTicketPanel:
        panel = NewTicketPanel(self.window, self.bridge, LIGHT, lambda: self.desk.snapshot)
        panel.start()
        settle()
        return panel

    def type(self, text: str) -> None:
        """Type; QTest knows the keys of ASCII letters only, what else there is comes as from an input method."""
        widget = self.focused()
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:
            assert isinstance(widget, QLineEdit)
            widget.insert(text)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.focused(), key)
            settle()

    def confirm(self) -> None:
        QTest.keyClick(self.focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle()

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def is_open(self) -> bool:
        return any(panel.isVisible() for panel in self.window.findChildren(NewTicketPanel))

    def picker(self) -> Picker:
        [picker] = [picker for picker in self.window.findChildren(Picker) if picker.isVisible()]
        return picker


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.bridge.close()


def test_a_title_and_ctrl_enter_are_enough(at: Desk) -> None:
    at.type("Gateway drops calls")
    with at.qtbot.waitSignal(at.panel.created) as caught:
        at.confirm()
    [command] = at.desk.commands
    assert isinstance(command, CreateTicket)
    assert command.title == "Gateway drops calls"
    assert caught.args == [command.ticket_id]
    assert not at.is_open()


def test_without_a_title_the_first_line_of_the_words_is_one(at: Desk) -> None:
    at.press(Qt.Key.Key_Tab)
    at.type("Since 03:00 calls end.")
    at.press(Qt.Key.Key_Return)
    at.type("Please help!")
    at.confirm()
    at.qtbot.waitUntil(lambda: bool(at.desk.commands))
    [command] = at.desk.commands
    assert isinstance(command, CreateTicket)
    assert (command.title, command.text) == ("Since 03:00 calls end.", "Since 03:00 calls end.\nPlease help!")
    assert command.message_id


def test_nothing_is_opened_without_words(at: Desk) -> None:
    at.confirm()
    assert at.desk.commands == []
    assert not at.panel.create_button.isEnabled()


def test_a_known_requester_brings_the_client_along(at: Desk) -> None:
    at.type("Gateway drops calls")
    at.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    at.type("petra")
    at.qtbot.waitUntil(lambda: "Petra Lind" in at.picker().titles())
    at.press(Qt.Key.Key_Return)
    assert at.panel.form.client.button.text() == "Liga Park"
    at.confirm()
    at.qtbot.waitUntil(lambda: bool(at.desk.commands))
    [command] = at.desk.commands
    assert isinstance(command, CreateTicket)
    assert (command.requester_id, command.client_id) == ("petra", "liga")


def test_a_new_requester_and_a_new_client_are_made_before_the_ticket(at: Desk) -> None:
    at.type("Gateway drops calls")
    at.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    at.type("Олег Титов oleg@oki.example +79001112233")
    at.qtbot.waitUntil(lambda: len(at.picker().titles()) == 1)
    at.press(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    at.type("Оки Сервис")
    at.press(Qt.Key.Key_Return)
    at.confirm()
    at.qtbot.waitUntil(lambda: len(at.desk.commands) == 3)
    client, contact, ticket = at.desk.commands
    assert isinstance(client, SaveClient)
    assert isinstance(contact, SaveContact)
    assert isinstance(ticket, CreateTicket)
    assert client.client.name == "Оки Сервис"
    made = contact.contact
    assert (made.name, made.mail, made.phone) == ("Олег Титов", "oleg@oki.example", "+79001112233")
    assert made.client_id == client.client.id == ticket.client_id
    assert ticket.requester_id == made.id


def test_way_priority_line_and_tags_are_chosen(at: Desk) -> None:
    at.type("Gateway drops calls")
    at.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    for words in ("phone", "Urgent", "Second", "telephony"):
        at.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
        at.type(words)
        at.press(Qt.Key.Key_Return)
    at.confirm()
    at.qtbot.waitUntil(lambda: bool(at.desk.commands))
    [command] = at.desk.commands
    assert isinstance(command, CreateTicket)
    assert (command.channel, command.priority, command.line_id, command.tags) == (
        Channel.PHONE,
        Priority.URGENT,
        "second",
        ("telephony",),
    )


def test_a_refusal_keeps_the_words_and_says_why(at: Desk) -> None:
    at.desk.refusals.append((codes.TOO_LONG, (("field", "title"), ("limit", 5))))
    at.type("Gateway drops calls")
    at.confirm()
    at.qtbot.waitUntil(at.panel.bar.isVisible)
    assert at.panel.bar.text == "“Title” is too long: at most 5 characters."
    assert at.panel.form.title.text() == "Gateway drops calls"
    assert at.panel.isVisible()
    assert at.panel.create_button.isEnabled()


def test_escape_keeps_what_was_entered_for_the_next_time(at: Desk) -> None:
    at.type("Gateway drops")
    at.press(Qt.Key.Key_Escape)
    assert not at.is_open()
    assert (DRAFT, "new") in at.desk.kept_drafts
    panel = at.start()
    at.qtbot.waitUntil(lambda: panel.form.title.text() == "Gateway drops")
    assert panel.create_button.isEnabled()


def test_a_saved_ticket_takes_its_draft_away(at: Desk) -> None:
    at.type("Gateway drops calls")
    with at.qtbot.waitSignal(at.panel.created):
        at.confirm()
    at.qtbot.waitUntil(lambda: at.desk.kept_drafts == {})
    panel = at.start()
    assert panel.form.title.text() == ""


def test_two_quick_confirmations_open_one_ticket(at: Desk) -> None:
    at.desk.is_holding = True
    at.type("Gateway drops calls")
    at.confirm()
    at.confirm()
    at.desk.release()
    settle()
    assert len(at.desk.commands) == 1
