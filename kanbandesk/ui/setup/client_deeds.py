"""What is done with a client or a contact at once, beside its form: further addresses, merging, putting away (R4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.setup.client_forms import Entry, row_text
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.ticket.picking import pick
from kanbandesk.ui.widgets.choices import Choice, matching
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.widgets.plain import PlainLabel, caption
from kanbandesk.ui.words import fill, plain_line, refusal_text, translate
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.clients import Client, Contact, standing_for
from kanbandesk.workflow.commands import (
    AddAddress,
    Command,
    MergeClients,
    MergeContacts,
    PutAway,
    RemoveAddress,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.senders import sender_of
from kanbandesk.workflow.tickets import Channel

_NAME, _WIDTH = 60, 420  # characters of a name, px of the list to choose from


class _Part(QWidget):
    """Hands commands over; what is refused is said by `failed`, with the reason."""

    failed = Signal(str)

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    def _give(self, command: Command, then: Callable[[], object]) -> None:
        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                then()
            else:
                self.failed.emit(refusal_text(receipt.code, receipt.params, self._stage.model.snapshot))

        def failed(error: BaseException) -> None:
            words = translate("Setup", "It could not be saved: {error}. What you typed is kept; try again.")
            self.failed.emit(fill(words, error=str(getattr(error, "reason", error))))

        self._stage.bridge.submit(command, while_alive(self, done), while_alive(self, failed))


class AddressBook(_Part):
    """The further addresses of a contact, each of which may be taken away, and a field for one more."""

    def __init__(self, stage: Stage, contact: Contact, *, may_save: bool) -> None:
        super().__init__(stage)
        self._contact, self._may_save = contact, may_save
        self.rows: list[QPushButton] = []
        self._room = QVBoxLayout()
        self._room.setSpacing(4)
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Setup", "One more mail address, phone number or chat name"))
        self.field.setAccessibleName(translate("Setup", "Further address"))
        self.add_button = QPushButton(translate("Setup", "Add"))
        self.add_button.clicked.connect(self.add)
        self.field.returnPressed.connect(self.add)
        for widget in (self.field, self.add_button):
            widget.setEnabled(may_save)
        below = QHBoxLayout()
        below.addWidget(self.field, 1)
        below.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(translate("Setup", "Further addresses"), look="field"))
        column.addLayout(self._room)
        column.addLayout(below)
        self.look()

    def look(self) -> None:
        """Read the addresses anew."""
        bridge = self._stage.bridge
        future = bridge.desk.contacts_of(standing_for(self._contact.id))
        bridge.fetch(future, while_alive(self, self._show))

    def add(self) -> None:
        """Keep what was typed: mail by its @ within, a number as a phone's, anything else as a chat name."""
        typed = self.field.text().strip()
        if not typed:
            return
        channel = Channel.CHAT if typed.startswith("@") else Channel.FORM
        address = {sender_of(channel, typed).field: typed}
        command = AddAddress(contact_id=self._contact.id, new_address_id=new_id(), **address)

        def added() -> None:
            self.field.clear()
            self.look()

        self._give(command, added)

    def texts(self) -> list[str]:
        """Return the addresses on show."""
        return [row.accessibleName() for row in self.rows]

    def _show(self, addresses: tuple[Contact, ...]) -> None:
        while self._room.count():
            entry = self._room.takeAt(0)
            if entry is not None and (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for address in addresses:
            text = " · ".join(filter(None, (address.mail, address.phone, address.chat)))
            if text:
                self._room.addWidget(self._row(address, plain_line(text, 2 * _NAME)))

    def _row(self, address: Contact, text: str) -> QWidget:
        away = QPushButton(translate("Setup", "Take away"))
        away.setAccessibleName(text)
        away.setEnabled(self._may_save)
        away.clicked.connect(partial(self._take_away, address.id))
        self.rows.append(away)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(PlainLabel(text), 1)
        line.addWidget(away)
        return row

    def _take_away(self, address_id: str, _checked: bool = False) -> None:
        self._give(RemoveAddress(address_id=address_id), self.look)


class Deeds(_Part):
    """Merges a client or a contact into another, after asking, and puts it away; `settled` carries who is on show."""

    settled = Signal(object)

    def __init__(self, stage: Stage, entry: Entry, *, may_save: bool) -> None:
        super().__init__(stage)
        self._entry, self._target = entry, entry
        self._found: dict[str, Entry] = {}
        process = stage.model.snapshot.process
        self._is_away = process.is_put_away(entry.id)
        self.picker: Picker | None = None  # while it is open
        self.merge_button = QPushButton(translate("Setup", "Merge into another …"))
        self.away_button = QPushButton(
            translate("Setup", "Offer again") if self._is_away else translate("Setup", "Offer no more")
        )
        self.question = PlainLabel("", look="muted")
        self.question.setWordWrap(True)
        self.yes_button = QPushButton(translate("Setup", "Merge"))
        self.no_button = QPushButton(translate("Setup", "Leave them two"))
        for button, act in (
            (self.merge_button, self.choose),
            (self.away_button, self._turn_away),
            (self.yes_button, self._merge),
            (self.no_button, lambda: self._ask(self._entry)),
        ):
            button.clicked.connect(act)
        is_gone = process.successor(entry.id) != entry.id
        for button in (self.merge_button, self.away_button):
            button.setEnabled(may_save and not is_gone)
        self._lay_out(is_gone=is_gone)
        self._ask(entry)

    def choose(self) -> None:
        """Find the other one by typing."""
        hint = translate("Setup", "Type to find")
        if isinstance(self._entry, Client):
            self.picker = pick(self.merge_button, hint, self._clients, self._take, width=_WIDTH)
            return
        self.picker = picker = pick(self.merge_button, hint, [], self._take, width=_WIDTH)
        picker.typed.connect(lambda typed: self._look_for(picker, typed))

    def _clients(self, typed: str) -> list[Choice]:
        snapshot = self._stage.model.snapshot
        self._found = {
            one.id: one
            for one in snapshot.clients
            if one.id != self._entry.id and not snapshot.process.is_put_away(one.id)
        }
        return list(matching([self._choice(one) for one in self._found.values()], typed))

    def _look_for(self, picker: Picker, typed: str) -> None:
        def found(contacts: tuple[Contact, ...]) -> None:
            if picker.field.text() == typed:
                self._found = {one.id: one for one in contacts if one.id != self._entry.id}
                picker.offer([self._choice(one, typed) for one in self._found.values()])

        bridge = self._stage.bridge
        bridge.fetch(bridge.desk.contacts(typed), while_alive(picker, found))

    def _choice(self, entry: Entry, typed: str = "") -> Choice:
        names = {client.id: client.name for client in self._stage.model.snapshot.clients}
        return Choice(id=entry.id, title=row_text(entry, names), words=typed)

    def _take(self, choice: Choice) -> None:
        self._ask(self._found.get(choice.id, self._entry))

    def _ask(self, target: Entry) -> None:
        """Ask whether it is meant; with the entry itself, nothing is asked."""
        self._target = target
        words = translate(
            "Setup",
            "Merge “{one}” into “{other}”? Tickets and addresses are the other's from now on. This cannot be undone.",
        )
        one, other = (plain_line(each.name, _NAME) for each in (self._entry, target))
        self.question.setText(fill(words, one=one, other=other))
        for widget in (self.question, self.yes_button, self.no_button):
            widget.setVisible(target is not self._entry)
        if target is not self._entry:
            self.yes_button.setFocus()

    def _merge(self) -> None:
        one, target = self._entry, self._target
        if isinstance(one, Contact) and isinstance(target, Contact):
            command: Command = MergeContacts(contact_id=one.id, target_id=target.id)
            target = replace(target, client_id=target.client_id or one.client_id)
        else:
            command = MergeClients(client_id=one.id, target_id=target.id)
        self._give(command, lambda: self.settled.emit(target))

    def _turn_away(self) -> None:
        kind = "client" if isinstance(self._entry, Client) else "contact"
        command = PutAway(kind=kind, entity_id=self._entry.id, is_away=not self._is_away)
        self._give(command, lambda: self.settled.emit(self._entry))

    def _lay_out(self, *, is_gone: bool) -> None:
        row, answers = FlowLayout(spacing=6), FlowLayout(spacing=6)
        for line, buttons in (
            (row, (self.merge_button, self.away_button)),
            (answers, (self.yes_button, self.no_button)),
        ):
            for button in buttons:
                line.addWidget(button)
        about = translate(
            "Setup", "Put away: it is offered no more. Tickets stay, and whoever writes is recognised."
        )
        if is_gone:
            names = {client.id: client.name for client in self._stage.model.snapshot.clients}
            into = self._stage.model.snapshot.process.successor(self._entry.id)
            about = fill(
                translate("Setup", "It was merged into {other}."), other=caption(names.get(into, ""))
            )
        told = PlainLabel(about, look="small")
        told.setWordWrap(True)
        told.setVisible(is_gone or self._is_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(row)
        column.addWidget(told)
        column.addWidget(self.question)
        column.addLayout(answers)
