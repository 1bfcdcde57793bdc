"""The page of clients and their contacts: found by typing, edited, added. By them senders are recognised (R4)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.setup.client_deeds import AddressBook, Deeds
from kanbandesk.ui.setup.client_forms import Entry, client_form, contact_form
from kanbandesk.ui.setup.finding import ContactList, Finder
from kanbandesk.ui.setup.form import EditingPage, Form, FormPane
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.theme import icons
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel, caption
from kanbandesk.ui.words import fill, plain_line, refusal_text, translate
from kanbandesk.workflow.cards import BoardSnapshot, Receipt
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import Command, SaveClient, SaveContact
from kanbandesk.workflow.ids import new_id

_LIST, _ICON = 290, 16  # px
_NAME = 40  # characters of a client's name on a button


class ClientsPage(EditingPage):
    """Shows one client or contact at a time. Who may keep them may save; everybody else looks."""

    def __init__(self, stage: Stage, *, may_save: bool) -> None:
        super().__init__()
        self._stage, self._may_save = stage, may_save
        self._item: Entry | None = None
        self._is_new = False
        self.finder = Finder(stage)
        self.finder.chosen.connect(self._show)
        self.form = FormPane()
        self.form.edited.connect(self._set_dirty)
        self.contacts: ContactList | None = None  # of the client on show
        self.addresses: AddressBook | None = None  # of the contact on show
        self.deeds: Deeds | None = None
        self.complaint = PlainLabel("", look="wrong")
        self.complaint.setWordWrap(True)
        self._make_buttons()
        self._lay_out()
        self.finder.look()
        self._show(self.finder.first())

    def show_snapshot(self, snapshot: BoardSnapshot) -> None:
        """Take clients that are new, unless somebody is just editing one."""
        if self.is_dirty:
            return
        self.finder.look()
        if self._item is None:
            self._show(self.finder.first())
        elif isinstance(self._item, Client):
            self._show(self._client(self._item.id) or self._item)

    def told(self) -> str:
        """Return what is said to be wrong, at a field or below the form."""
        return self.form.told() or self.complaint.text()

    def add(self) -> None:
        """Begin a new client."""
        if self.add_button.isEnabled():
            self._begin(Client(id=new_id(), name=""))

    def add_contact(self) -> None:
        """Begin a new contact, of the client on show."""
        item = self._item
        client_id = item.id if isinstance(item, Client) else item.client_id if item is not None else ""
        self._begin(Contact(id=new_id(), name="", client_id=client_id))

    def save(self) -> None:
        """Hand over what was edited; a refusal says why, and keeps it as it stands."""
        if self._item is None or not self.save_button.isEnabled() or not self.form.is_readable():
            return
        item = replace(self._item, **self.form.changes())
        command: Command = SaveClient(client=item) if isinstance(item, Client) else SaveContact(contact=item)

        def done(receipt: Receipt) -> None:
            if receipt.is_applied:
                self._keep(item)
                return
            words = refusal_text(receipt.code, receipt.params, self._stage.model.snapshot)
            if not self.form.complain(str(dict(receipt.params).get("field") or ""), words):
                self._complain(words)

        def failed(error: BaseException) -> None:
            words = translate("Setup", "It could not be saved: {error}. What you typed is kept; try again.")
            self._complain(fill(words, error=str(getattr(error, "reason", error))))

        self._stage.bridge.submit(command, while_alive(self, done), while_alive(self, failed))

    def revert(self) -> None:
        """Forget what was edited."""
        self._show(self.finder.first() if self._is_new else self._item)

    def say_unsaved(self) -> None:
        """Remind whoever leaves that something is not saved."""
        self._complain(translate("Setup", "This is not saved yet: save it, or revert."))

    # -- inside --

    def _client(self, client_id: str) -> Client | None:
        return next((one for one in self._stage.model.snapshot.clients if one.id == client_id), None)

    def _begin(self, item: Entry) -> None:
        self._show(item, is_new=True)
        self._set_dirty()
        self.form.begin()

    def _keep(self, item: Entry) -> None:
        """Show what was saved, a contact as the desk keeps its mail and phone."""
        if isinstance(item, Client):
            self._show(self._client(item.id) or item)
            self.finder.look()
            return

        def read(contacts: tuple[Contact, ...]) -> None:
            self._show(next((one for one in contacts if one.id == item.id), item))
            self.finder.look()

        bridge = self._stage.bridge
        bridge.fetch(bridge.desk.contacts_of(item.client_id), while_alive(self, read))

    def _show(self, item: Entry | None, *, is_new: bool = False) -> None:
        self._item, self._is_new, self.is_dirty = item, is_new, False
        self.contacts = self.addresses = self.deeds = None
        snapshot = self._stage.model.snapshot
        if item is None:
            words = translate(
                "Setup", "No client yet. They come with tickets and imports, or are added here."
            )
            nothing = PlainLabel(words, look="muted")
            nothing.setWordWrap(True)
            self.form.show_nothing(nothing)
        else:
            form = client_form(snapshot) if isinstance(item, Client) else contact_form(snapshot)
            self.form.show_form([*form, *self._beside(item)], item, may_edit=self._may_save)
        self._complain("")
        self.finder.mark(item.id if item is not None else "")
        client = self._client(item.client_id) if isinstance(item, Contact) else None
        self.back_button.setVisible(client is not None)
        self.back_button.setText(caption(plain_line(client.name, _NAME)) if client is not None else "")
        self._enable()

    def _beside(self, item: Entry) -> Form:
        """Return what stands below the fields: a client's contacts or a contact's addresses, and what can be done."""
        if self._is_new:
            return ()
        self.deeds = Deeds(self._stage, item, may_save=self._may_save)
        self.deeds.settled.connect(self._keep)
        if isinstance(item, Client):
            self.contacts = ContactList(self._stage)
            self.contacts.opened.connect(self._open_contact)
            self.contacts.show_client(item.id)
        else:
            self.addresses = AddressBook(self._stage, item, may_save=self._may_save)
            self.addresses.failed.connect(self._complain)
        self.deeds.failed.connect(self._complain)
        parts = (self.contacts, self.addresses, self.deeds)
        return tuple(("", part) for part in parts if part is not None)

    def _open_contact(self, contact: Contact) -> None:
        if not self.is_dirty:
            self._show(contact)
            self.form.begin()

    def _go_back(self) -> None:
        if isinstance(self._item, Contact):
            self._show(self._client(self._item.client_id))

    def _make_buttons(self) -> None:
        self.add_button = QPushButton(translate("Setup", "Add a client"))
        self.add_contact_button = QPushButton(translate("Setup", "Add a contact"))
        self.back_button = QPushButton()
        self.back_button.setIcon(icons.icon("chevron-left", self._stage.themes.theme.ink_muted, _ICON))
        self.revert_button = QPushButton(translate("Setup", "Revert"))
        self.save_button = QPushButton(translate("Setup", "Save"))
        self.save_button.setProperty("look", "primary")
        for button, act in (
            (self.add_button, self.add),
            (self.add_contact_button, self.add_contact),
            (self.back_button, self._go_back),
            (self.revert_button, self.revert),
            (self.save_button, self.save),
        ):
            button.clicked.connect(act)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.back_button)
        below.addStretch(1)
        below.addWidget(self.revert_button)
        below.addWidget(self.save_button)
        right = QVBoxLayout()
        right.addWidget(self.form, 1)
        right.addWidget(self.complaint)
        right.addLayout(below)
        side = QWidget()
        side.setFixedWidth(_LIST)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.finder, 1)
        adding = QHBoxLayout()
        adding.addWidget(self.add_button)
        adding.addWidget(self.add_contact_button)
        adding.addStretch(1)
        left.addLayout(adding)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(side)
        row.addLayout(right, 1)
        about = translate("Setup", "Whose tickets come in, and by which addresses they are recognised.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(PlainLabel(translate("Setup", "Clients and contacts"), look="page"))
        column.addWidget(PlainLabel(about, look="muted"))
        column.addLayout(row, 1)

    def _set_dirty(self) -> None:
        self.is_dirty = True
        self.form.forgive()
        self._complain("")
        self._enable()

    def _enable(self) -> None:
        self.save_button.setEnabled(self.is_dirty and self._may_save)
        self.revert_button.setEnabled(self.is_dirty)
        for button in (self.add_button, self.add_contact_button):
            button.setEnabled(self._may_save and not self.is_dirty)
        for widget in (self.finder, self.contacts, self.addresses, self.deeds, self.back_button):
            if widget is not None:
                widget.setEnabled(not self.is_dirty)

    def _complain(self, words: str) -> None:
        self.complaint.setText(words)
        self.complaint.setVisible(bool(words))
