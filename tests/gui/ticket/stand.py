"""A panel on a desk in memory, and how a test looks at it and presses its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.theme.tokens import LIGHT
from kanbandesk.ui.ticket.bubble import Bubble, SystemLine
from kanbandesk.ui.ticket.panel import TicketPanel
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.workflow.cards import Changes, TicketDetail
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.statuses import HOUR
from kanbandesk.workflow.tickets import Message, MessageKind
from tests.factories.workflow import NOW, make_client, make_contact, make_message, make_ticket
from tests.fakes.desk import FakeDesk

C = TypeVar("C", bound=Command)
CLIENT = make_client(id="liga", name="Liga Park", contract_number="20-118")
PETRA = make_contact(id="petra", name="Petra Lind", client_id="liga")


def said(kind: MessageKind, body: str, ago: int = HOUR, **changes: object) -> Message:
    """Return something said on the ticket "t" so long ago, by Petra or, when it is ours, by me."""
    is_theirs = kind is MessageKind.CLIENT
    who = ("petra", "Petra Lind") if is_theirs else ("me", "Ada Berg")
    values = {"author_id": who[0], "author_name": who[1], "at": NOW - ago, "recorded_at": NOW - ago} | changes
    return make_message(ticket_id="t", kind=kind, body=body, **values)


def a_detail(*messages: Message, **changes: object) -> TicketDetail:
    """Return my ticket "t" of Petra's, in progress; `changes` are of the ticket."""
    values = {
        "id": "t",
        "number": 4799,
        "title": "Drivers are skipped",
        "status_id": "in_progress",
        "owner_id": "me",
        "client_id": "liga",
        "requester_id": "petra",
    } | changes
    return TicketDetail(
        ticket=make_ticket(**values),
        client=CLIENT,
        requester=PETRA,
        messages=messages or (said(MessageKind.CLIENT, "They get no orders."),),
        attachments=(),
        events=(),
        links=(),
        linked=(),
    )


class Stand:
    """The panel "t" is shown in, with its desk."""

    def __init__(self, desk: FakeDesk, bridge: Bridge, qtbot: QtBot) -> None:
        self.desk, self.bridge, self.qtbot = desk, bridge, qtbot
        self.panel = self.new_panel()

    def new_panel(self) -> TicketPanel:
        """Make a panel as a program that starts anew would."""
        panel = TicketPanel(self.bridge, LIGHT)
        self.qtbot.addWidget(panel)
        panel.resize(560, 800)
        return panel

    def open(self, ticket_id: str = "t") -> TicketPanel:
        """Show a ticket and wait until it stands there."""
        self.panel.show_ticket(ticket_id, lambda: self.desk.snapshot)
        self.panel.show()
        self.qtbot.waitUntil(lambda: self.panel.ticket is not None and self.panel.ticket.id == ticket_id)
        settle()
        return self.panel

    def change(self, detail: TicketDetail) -> None:
        """Let the ticket be another, tell the panel, and wait until it stands there."""
        self.desk.details[detail.ticket.id] = detail
        reads = len(self.desk.reads)
        self.panel.refresh_if({detail.ticket.id})
        self.qtbot.waitUntil(lambda: len(self.desk.reads) > reads and self.panel.ticket is detail.ticket)
        settle()

    def say(self, *messages: Message) -> None:
        """Let messages come in."""
        detail = self.desk.details["t"]
        self.change(replace(detail, messages=(*detail.messages, *messages), ticket=replace(detail.ticket)))

    # -- looking --

    def bubbles(self) -> list[Bubble]:
        """Return the bubbles in sight, top to bottom."""
        ground = self.panel.talk.conversation.viewport()
        return sorted(_shown(ground, Bubble), key=lambda bubble: bubble.y())

    def texts(self) -> list[str]:
        """Return the words of the bubbles in sight."""
        return [bubble.body.toPlainText() for bubble in self.bubbles()]

    def lines(self) -> list[str]:
        """Return the lines between the bubbles in sight."""
        ground = self.panel.talk.conversation.viewport()
        return [line.text() for line in sorted(_shown(ground, SystemLine), key=lambda line: line.y())]

    def commands(self, kind: type[C]) -> list[C]:
        """Return the commands of a kind that the desk was given."""
        return [command for command in self.desk.commands if isinstance(command, kind)]

    # -- pressing --

    def write(self, text: str, kind: str = "answer") -> None:
        """Type words into the composer."""
        self.panel.focus_composer(kind)
        QTest.keyClicks(self.panel.talk.composer.fields.edit(), text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where words are written."""
        QTest.keyClick(self.panel.talk.composer.fields.edit(), key, modifiers)

    def send(self) -> None:
        """Press Ctrl+Enter where words are written."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def picker(self) -> Picker:
        """Return the list that is open."""
        [picker] = _shown(self.panel.window(), Picker)
        return picker

    def choices(self) -> list[Choice]:
        """Return what the open list offers."""
        model = self.picker().list.model()
        return [model.choice(model.index(row, 0)) for row in range(model.rowCount())]  # type: ignore[attr-defined]

    def choose(self, title: str) -> None:
        """Take a choice of the open list by keyboard."""
        picker = self.picker()
        QTest.keyClicks(picker.field, title)
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
        settle()


W = TypeVar("W", bound=QWidget)


def _shown(parent: QWidget, kind: type[W]) -> list[W]:
    return [widget for widget in parent.findChildren(kind) if widget.isVisible()]


def settle() -> None:
    """Let what was posted be done: readings that have come, layouts, deletions."""
    for _ in range(4):
        QApplication.processEvents()


def click(widget: QWidget) -> None:
    """Click a widget with the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def changed(ids: Sequence[str]) -> Changes:
    """Return a batch of changes that touches nothing the tests look at but ids."""
    return Changes(removed=tuple(ids))


def many(count: int) -> Iterator[Message]:
    """Yield so many messages, one a minute, the client's and ours in turn."""
    for place in range(count):
        kind = MessageKind.ANSWER if place % 2 else MessageKind.CLIENT
        yield said(
            kind,
            f"Message {place}. " + "words " * (place % 40),
            ago=(count - place) * 60_000,
            id=f"m{place:04}",
        )
