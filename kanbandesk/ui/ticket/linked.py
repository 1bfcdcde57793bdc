"""The cards at the other ends of a ticket's links; linking and unlinking."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.picking import pick
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.elided import ElidedLabel
from kanbandesk.ui.widgets.plain import PlainLabel, caption, set_tip
from kanbandesk.ui.words import Names, fill, link_name, plain_line, ticket_label, translate
from kanbandesk.workflow.cards import BoardSnapshot, Card, TicketDetail
from kanbandesk.workflow.commands import LinkTickets, UnlinkTickets
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.tickets import Link, LinkKind

_FOUND = 12  # tickets that the search offers


class LinkRow(QWidget):
    """One link: how the tickets belong together, and the other one."""

    opened = Signal(str)
    cut = Signal(str)

    def __init__(self, link: Link, card: Card | None, ticket_id: str, names: Names, theme: Theme) -> None:
        super().__init__()
        other_id = link.target_id if link.source_id == ticket_id else link.source_id
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(2)
        self.kind_text = link_name(link.kind, is_backwards=link.target_id == ticket_id)
        top = QHBoxLayout()
        top.addWidget(PlainLabel(self.kind_text, self, look="small"))
        top.addStretch(1)
        self.cut_button = QToolButton(self)
        self.cut_button.setProperty("look", "icon")
        self.cut_button.setIcon(icons.icon("x", theme.ink_muted, 14))
        self.cut_button.setAccessibleName(translate("Linked", "Take the link away"))
        set_tip(self.cut_button, translate("Linked", "Take the link away"))
        self.cut_button.clicked.connect(lambda: self.cut.emit(link.id))
        top.addWidget(self.cut_button)
        layout.addLayout(top)
        title = _title(card) if card else translate("Linked", "a ticket that is not at hand")
        self.open_button = QPushButton(caption(title), self)
        self.open_button.setProperty("look", "flat")
        self.open_button.setEnabled(card is not None)
        self.open_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.open_button.clicked.connect(lambda: self.opened.emit(other_id))
        layout.addWidget(self.open_button)
        if card:
            parts = [names.status(card.status_id), plain_line(card.client, 60), names.person(card.owner_id)]
            about = ElidedLabel(" · ".join(filter(None, parts)), self, look="small")
            about.setContentsMargins(7, 0, 0, 0)
            layout.addWidget(about)


class Linked(QScrollArea):
    """The page. `opened` carries the id of another ticket, `edited` a command, `merge_clicked` the button."""

    opened = Signal(str)
    edited = Signal(object)
    merge_clicked = Signal(QWidget)

    def __init__(
        self, theme: Theme, snapshot: Callable[[], BoardSnapshot], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._snapshot = theme, snapshot
        self._ticket_id = ""
        self._shown: object = None
        self._rows: list[LinkRow] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("DetailsPage")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(20, 12, 20, 20)
        self._nothing = PlainLabel(
            translate("Linked", "No other ticket belongs to this one yet."), look="muted"
        )
        self._column.addWidget(self._nothing)
        self.link_button = QPushButton(translate("Linked", "Link to …"))
        self.link_button.clicked.connect(self.choose)
        self.merge_button = QPushButton(translate("Linked", "Merge into …"))
        self.merge_button.setProperty("look", "quiet")
        self.merge_button.clicked.connect(lambda: self.merge_clicked.emit(self.merge_button))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.link_button)
        buttons.addWidget(self.merge_button)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addStretch(1)
        self.setWidget(page)

    def rows(self) -> list[LinkRow]:
        """Return the links on show."""
        return list(self._rows)

    def show_detail(self, detail: TicketDetail, names: Names) -> None:
        """Show the links of a ticket."""
        cards = {card.id: card for card in detail.linked}
        shown = (detail.ticket.id, detail.links, [(card.id, card.revision) for card in detail.linked])
        if shown == self._shown:
            return
        self._shown, self._ticket_id = shown, detail.ticket.id
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for link in detail.links:
            other = link.target_id if link.source_id == self._ticket_id else link.source_id
            row = LinkRow(link, cards.get(other), self._ticket_id, names, self._theme)
            row.opened.connect(self.opened)
            row.cut.connect(self._cut)
            self._rows.append(row)
            self._column.insertWidget(len(self._rows) - 1, row)
        self._nothing.setVisible(not self._rows)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for row in self._rows:
            row.cut_button.setIcon(icons.icon("x", theme.ink_muted, 14))

    def choose(self) -> None:
        """Ask for another ticket, then how it belongs to this one."""
        pick(
            self.link_button,
            translate("Linked", "Number or words of a ticket"),
            self.found,
            self._choose_kind,
            width=440,
        )

    def found(self, typed: str) -> list[Choice]:
        """Return the tickets of the board that hold all the typed words."""
        return found_tickets(self._snapshot(), typed, self._ticket_id)

    def _choose_kind(self, other: Choice) -> None:
        hint = fill(translate("Linked", "{ticket}: this one is …"), ticket=plain_line(other.title, 30))
        kinds = [Choice(id=kind.value, title=link_name(kind)) for kind in LinkKind]
        pick(self.link_button, hint, kinds, lambda kind: self._link(other.id, LinkKind(kind.id)))

    def _link(self, other_id: str, kind: LinkKind) -> None:
        self.edited.emit(
            LinkTickets(ticket_id=self._ticket_id, link_id=new_id(), target_id=other_id, kind=kind)
        )

    def _cut(self, link_id: str) -> None:
        self.edited.emit(UnlinkTickets(ticket_id=self._ticket_id, link_id=link_id))


def found_tickets(snapshot: BoardSnapshot, typed: str, but: str) -> list[Choice]:
    """Return the tickets of the board that hold all the typed words, without the one whose id is `but`."""
    words = typed.casefold().replace("#", " ").split()
    if not words:
        return []
    hits: list[Choice] = []
    for card in snapshot.cards:
        text = f"{card.number} {card.title[:500]} {card.client}".casefold()
        if card.id != but and all(word in text for word in words):
            hits.append(Choice(id=card.id, title=_title(card), detail=plain_line(card.client, 60)))
            if len(hits) == _FOUND:
                break
    return hits


def _title(card: Card) -> str:
    return f"{ticket_label(card.number)}  {plain_line(card.title, 120)}"
