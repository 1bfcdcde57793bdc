"""Finding a client or a contact: a field to type into, and below it who fits; a client's contacts as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kanbandesk.ui.setup.client_forms import Entry, row_text, sought_text
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.theme import icons
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import translate
from kanbandesk.workflow.clients import Client, Contact

_ROW, _ICON = 34, 16  # px
_CONTACTS = 5  # of a client's, without scrolling
_SHOWN = 200  # clients; whoever has more types
_FOUND = 20  # contacts that the desk finds at most


class Finder(QWidget):
    """Shows all clients, or the clients and contacts that fit what is typed; `chosen` carries one of them."""

    chosen = Signal(object)

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._entries: list[Entry] = []
        self._chosen = ""
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Setup", "Client, contract, contact, mail or phone"))
        self.field.setAccessibleName(translate("Setup", "Find a client or a contact"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self.look())
        self.list = _names(translate("Setup", "Clients and contacts"))
        self.list.currentRowChanged.connect(self._on_row)
        self.more = PlainLabel("", look="small")
        self.more.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.field, self.list, self.more):
            column.addWidget(widget)

    def look(self) -> None:
        """Show who fits what is typed: clients at once, contacts when the desk has found them."""
        typed = self.field.text().strip()
        words = typed.casefold().split()
        is_away = self._stage.model.snapshot.process.is_put_away
        every = sorted(
            self._stage.model.snapshot.clients, key=lambda one: (is_away(one.id), one.name.casefold(), one.id)
        )
        clients = [one for one in every if all(word in sought_text(one) for word in words)]
        self._fill(clients[:_SHOWN], len(clients) - _SHOWN)
        if not typed:
            return

        def found(contacts: tuple[Contact, ...]) -> None:
            if self.field.text().strip() == typed:
                self._fill([*clients[:_SHOWN], *contacts], len(clients) - _SHOWN)

        self._stage.bridge.fetch(self._stage.bridge.desk.contacts(typed), while_alive(self, found))

    def first(self) -> Entry | None:
        """Return the first of those on show."""
        return self._entries[0] if self._entries else None

    def mark(self, entry_id: str) -> None:
        """Show as chosen who has this id, nobody where he is not among them."""
        self._chosen = entry_id
        place = next((at for at, entry in enumerate(self._entries) if entry.id == entry_id), -1)
        self.list.blockSignals(True)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)

    def _fill(self, entries: Sequence[Entry], hidden: int) -> None:
        self._entries = list(entries)
        ink = self._stage.themes.theme.ink_muted
        names = {client.id: client.name for client in self._stage.model.snapshot.clients}
        self.list.blockSignals(True)
        self.list.clear()
        for entry in entries:
            icon = icons.icon("building" if isinstance(entry, Client) else "user-round", ink, _ICON)
            self.list.addItem(_row(_text(self._stage, entry, names), icon))
        self.list.blockSignals(False)
        self.mark(self._chosen)
        self.more.setText(self._more(entries, hidden))
        self.more.setVisible(bool(self.more.text()))

    def _more(self, entries: Sequence[Entry], hidden: int) -> str:
        if not entries and self.field.text().strip():
            return translate("Setup", "Nobody fits.")
        if hidden > 0:
            return translate("Setup", "%n more clients. Type to find them.", None, hidden)
        if sum(isinstance(entry, Contact) for entry in entries) >= _FOUND:
            return translate("Setup", "There may be more contacts. Type more of the name.")
        return ""

    def _on_row(self, place: int) -> None:
        if 0 <= place < len(self._entries):
            self._chosen = self._entries[place].id
            self.chosen.emit(self._entries[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the field into what was found with the arrow or Enter, as everywhere."""
        into = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in into and self.field.hasFocus() and self.list.count():
            self.list.setFocus()
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
        else:
            super().keyPressEvent(event)


class ContactList(QWidget):
    """The contacts of one client; `opened` carries the one that is to be edited."""

    opened = Signal(object)

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage, self._client_id = stage, ""
        self._contacts: tuple[Contact, ...] = ()
        self.label = PlainLabel("", look="field")
        self.list = _names(translate("Setup", "Contacts"))
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.label.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addWidget(self.list)

    def show_client(self, client_id: str) -> None:
        """Read the contacts of a client."""
        self._client_id = client_id
        self._fill(())

        def read(contacts: tuple[Contact, ...]) -> None:
            if self._client_id == client_id:
                self._fill(contacts)

        bridge = self._stage.bridge
        bridge.fetch(bridge.desk.contacts_of(client_id), while_alive(self, read))

    def texts(self) -> list[str]:
        """Return the lines on show."""
        return [self.list.item(place).text() for place in range(self.list.count())]

    def _fill(self, contacts: tuple[Contact, ...]) -> None:
        self._contacts = contacts
        self.label.setText(translate("Setup", "%n contacts", None, len(contacts)))
        self.list.clear()
        for contact in contacts:
            self.list.addItem(_row(_text(self._stage, contact, {})))
        self.list.setFixedHeight(min(len(contacts), _CONTACTS) * _ROW + 6)
        self.list.setVisible(bool(contacts))

    def _open(self, row: QListWidgetItem) -> None:
        place = self.list.row(row)
        if 0 <= place < len(self._contacts):
            self.opened.emit(self._contacts[place])


def _text(stage: Stage, entry: Entry, clients: Mapping[str, str]) -> str:
    """Return a line of a list, with whether that one is offered no more."""
    is_away = stage.model.snapshot.process.is_put_away(entry.id)
    away = translate("Setup", "put away") if is_away else ""
    return "  ·  ".join(filter(None, (row_text(entry, clients), away)))


def _names(name: str) -> QListWidget:
    found = QListWidget()
    found.setAccessibleName(name)
    found.setProperty("look", "nav")
    found.setUniformItemSizes(True)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return found


def _row(text: str, icon: object = None) -> QListWidgetItem:
    row = QListWidgetItem(text)
    if icon is not None:
        row.setIcon(icon)  # type: ignore[arg-type]
    row.setToolTip(text)
    row.setSizeHint(QSize(0, _ROW))
    return row
