"""The fields of a new ticket."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.ticket.header_menus import tag_choices
from kanbandesk.ui.ticket.intake import Intake, contact_of, with_contact
from kanbandesk.ui.ticket.picking import pick
from kanbandesk.ui.ticket.rows import ButtonRow
from kanbandesk.ui.ticket.words_edit import WordsEdit
from kanbandesk.ui.widgets.chip import Chip
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.widgets.plain import caption
from kanbandesk.ui.words import channel_name, fill, line_name, plain_line, priority_name, translate
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Channel

_ENTERED_BY_HAND = (Channel.PHONE, Channel.MAIL, Channel.CHAT, Channel.FORM, Channel.DESK)
_MOST_CLIENTS = 30


class IntakeForm(QWidget):
    """Shows an Intake and changes it; `changed` comes with every change, `sent` with Ctrl/Cmd+Enter in the text."""

    changed = Signal()
    sent = Signal()
    escaped = Signal()

    def __init__(
        self, bridge: Bridge, snapshot: Callable[[], BoardSnapshot], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._snapshot = bridge, snapshot
        self._intake = Intake()
        self._contacts: dict[str, Contact] = {}
        self._chips: list[Chip] = []
        self.picker: Picker | None = None  # the list of contacts, while it is open
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(translate("NewTicket", "Title"))
        self.title.setAccessibleName(translate("NewTicket", "Title"))
        self.text = WordsEdit(translate("NewTicket", "The requester's words"), self)
        self.text.setPlaceholderText(
            translate("NewTicket", "What does the requester say? Their own words, unaltered.")
        )
        self.text.setFixedHeight(140)
        self.text.document().setDocumentMargin(4)
        find = translate("NewTicket", "find or add …")
        self.contact = ButtonRow(translate("NewTicket", "Requester"), self, empty=find)
        self.client = ButtonRow(translate("NewTicket", "Client"), self, empty=find)
        for row in (self.contact, self.client):
            row.button.setProperty("look", "choose")
        self.channel_button = _state(translate("NewTicket", "Came by"), self)
        self.priority_button = _state(translate("NewTicket", "Priority"), self)
        self.line_button = _state(translate("NewTicket", "Line"), self)
        self.tag_button = QPushButton(translate("NewTicket", "+ tag"), self)
        self.tag_button.setProperty("look", "add")
        self._flow = FlowLayout(spacing=8, line_spacing=8)
        for button in (self.channel_button, self.priority_button, self.line_button, self.tag_button):
            self._flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.title, self.text, self.contact, self.client):
            layout.addWidget(part)
        layout.addLayout(self._flow)
        self._connect()
        self.show_intake(self._intake)

    def _connect(self) -> None:
        self.title.textChanged.connect(lambda text: self._change(title=text))
        self.text.textChanged.connect(lambda: self._change(text=self.text.toPlainText()))
        self.text.sent.connect(self.sent)
        self.text.escaped.connect(self.escaped)
        self.contact.pressed.connect(self.choose_contact)
        self.client.pressed.connect(self.choose_client)
        self.channel_button.clicked.connect(self.choose_channel)
        self.priority_button.clicked.connect(self.choose_priority)
        self.line_button.clicked.connect(self.choose_line)
        self.tag_button.clicked.connect(self.choose_tag)

    @property
    def intake(self) -> Intake:
        """What has been entered."""
        return self._intake

    def show_intake(self, intake: Intake) -> None:
        """Show what was entered before."""
        self._intake = intake
        if self.title.text() != intake.title:
            self.title.setText(intake.title)
        if self.text.toPlainText() != intake.text:
            self.text.setPlainText(intake.text)
        self._show_choices()

    def _change(self, **changes: object) -> None:
        self._intake = replace(self._intake, **changes)  # type: ignore[arg-type]
        self._show_choices()
        self.changed.emit()

    def _show_choices(self) -> None:
        intake = self._intake
        self.contact.show_value(
            _with_new(intake.contact.name if intake.contact else "", is_new=intake.has_new_contact)
        )
        self.client.show_value(
            _with_new(intake.client.name if intake.client else "", is_new=intake.has_new_client)
        )
        came = fill(translate("NewTicket", "came by {channel}"), channel=channel_name(intake.channel))
        _say(self.channel_button, came)
        _say(self.priority_button, priority_name(intake.priority))
        lines = {line.id: line_name(line) for line in self._snapshot().lines}
        _say(self.line_button, lines.get(intake.line_id) or translate("NewTicket", "Line by the rules"))
        if [chip.shown_text for chip in self._chips] != list(intake.tags):
            for chip in self._chips:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = [self._chip(tag) for tag in intake.tags]

    def _chip(self, tag: str) -> Chip:
        chip = Chip(plain_line(tag, 40), self, is_removable=True)
        chip.removed.connect(lambda: self._change(tags=tuple(one for one in self._intake.tags if one != tag)))
        self._flow.insert_widget(self._flow.count() - 1, chip)
        chip.show()
        return chip

    # -- choosing --

    def choose_contact(self) -> None:
        """Find a contact by name, mail or phone, or make a new one of what is typed."""
        hint = translate("NewTicket", "Name, mail or phone")
        self.picker = picker = pick(self.contact, hint, [], self._take_contact, width=400)
        picker.typed.connect(lambda typed: self._look_for(picker, typed))

    def _look_for(self, picker: Picker, typed: str) -> None:
        def found(contacts: tuple[Contact, ...]) -> None:
            if picker.field.text() == typed:
                self._contacts = {contact.id: contact for contact in contacts}
                picker.offer(self._contact_choices(contacts, typed))

        self._bridge.fetch(self._bridge.desk.contacts(typed), while_alive(picker, found))

    def _contact_choices(self, contacts: Sequence[Contact], typed: str) -> list[Choice]:
        clients = {client.id: client.name for client in self._snapshot().clients}
        choices = [
            Choice(
                id=contact.id,
                title=plain_line(contact.name, 60),
                detail=plain_line(
                    " · ".join(filter(None, (clients.get(contact.client_id), contact.mail))), 80
                ),
                words=f"{contact.mail} {contact.phone} {contact.chat} {typed}",  # or by a further address
            )
            for contact in contacts
            if not self._snapshot().process.is_put_away(contact.id)
        ]
        return [*choices, *_new_choice(typed, translate("NewTicket", "New contact “{name}”"))]

    def _take_contact(self, choice: Choice) -> None:
        known = self._contacts.get(choice.id)
        if known is None:
            self._change(contact=contact_of(choice.words), has_new_contact=True)
        else:
            clients = {client.id: client for client in self._snapshot().clients}
            self._intake = with_contact(self._intake, known, clients.get(known.client_id))
            self._change()

    def choose_client(self) -> None:
        """Find a client by name or contract number, or make a new one of what is typed."""
        hint = translate("NewTicket", "Client or contract number")
        pick(self.client, hint, self._client_choices, self._take_client, width=400)

    def _client_choices(self, typed: str) -> list[Choice]:
        words = typed.casefold().split()
        found = [
            Choice(
                id=client.id, title=plain_line(client.name, 60), detail=plain_line(client.contract_number, 40)
            )
            for client in sorted(
                self._snapshot().offered_clients(), key=lambda client: client.name.casefold()
            )
            if all(word in f"{client.name} {client.contract_number}".casefold() for word in words)
        ]
        return [*found[:_MOST_CLIENTS], *_new_choice(typed, translate("NewTicket", "New client “{name}”"))]

    def _take_client(self, choice: Choice) -> None:
        known = next((client for client in self._snapshot().clients if client.id == choice.id), None)
        self._change(
            client=known or Client(id=new_id(), name=plain_line(choice.words, 200)),
            has_new_client=known is None,
        )

    def choose_channel(self) -> None:
        """Ask by which way the request came."""
        choices = [Choice(id=channel.value, title=channel_name(channel)) for channel in _ENTERED_BY_HAND]
        hint = translate("NewTicket", "Came by")
        pick(self.channel_button, hint, choices, lambda choice: self._change(channel=Channel(choice.id)))

    def choose_priority(self) -> None:
        """Ask how pressing it is."""
        choices = [Choice(id=one.value, title=priority_name(one)) for one in reversed(Priority)]
        hint = translate("NewTicket", "Priority")
        pick(self.priority_button, hint, choices, lambda choice: self._change(priority=Priority(choice.id)))

    def choose_line(self) -> None:
        """Ask for which line it is."""
        lines = sorted(self._snapshot().lines, key=lambda line: line.position)
        choices = [Choice(id=line.id, title=line_name(line)) for line in lines]
        hint = translate("NewTicket", "Line")
        pick(self.line_button, hint, choices, lambda choice: self._change(line_id=choice.id))

    def choose_tag(self) -> None:
        """Offer the tags in use, and what was typed as a new one."""
        counts = Counter(tag for card in self._snapshot().cards for tag in card.tags)
        pick(
            self.tag_button,
            translate("NewTicket", "Tag"),
            lambda typed: tag_choices(typed, counts, self._intake.tags),
            lambda choice: self._change(tags=(*self._intake.tags, choice.id)),
        )


def _new_choice(typed: str, words: str) -> list[Choice]:
    name = plain_line(typed, 200)
    if not name:
        return []
    return [Choice(id=f"new {name}", title=fill(words, name=plain_line(name, 60)), icon="plus", words=name)]


def _with_new(name: str, *, is_new: bool) -> str:
    return fill(translate("NewTicket", "{name} (new)"), name=name) if is_new else name


def _state(name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setProperty("look", "state")
    button.setAccessibleDescription(name)
    return button


def _say(button: QPushButton, words: str) -> None:
    button.setText(f"{caption(words)} ▾")
    button.setAccessibleName(words)
