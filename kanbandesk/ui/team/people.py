"""Who works here: for administrators also roles, lines, logins and desks; for everybody one's own desks.

`PeoplePage` is a widget that any window can show; `PeoplePanel` shows it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from kanbandesk.ui.team.person import PersonCard
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import refusal_text, role_name, translate
from kanbandesk.workflow.cards import BoardSnapshot, Receipt
from kanbandesk.workflow.commands import SaveAgent
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role

if TYPE_CHECKING:
    from kanbandesk.sync.office import Seat
    from kanbandesk.ui.bridge import Bridge

WIDTH, HEIGHT = 760, 520  # px
_LIST, _ROW = 260, 46  # px
_ID = Qt.ItemDataRole.UserRole


class Office(Protocol):
    """Who is asked about people at the server; futures come from another thread."""

    def logins(self) -> Future[dict[str, tuple[str, bool]]]:
        """Return by agent how each signs in, and whether there is an account already."""
        ...

    def invite(self, agent_id: str, login: str) -> Future[str]:
        """Return a link by which an agent sets a password."""
        ...

    def seats(self, agent_id: str) -> Future[list[Seat]]:
        """Return where an agent is signed in."""
        ...

    def revoke(self, seat_id: str) -> Future[None]:
        """Let a desk forget everything."""
        ...

    def explain(self, error: BaseException) -> str:
        """Return why something did not work."""
        ...


class PeoplePage(QWidget):
    """The list of people, and one of them beside it."""

    def __init__(self, bridge: Bridge, snapshot_of: Callable[[], BoardSnapshot], office: Office) -> None:
        super().__init__()
        self._bridge, self._snapshot_of, self._office = bridge, snapshot_of, office
        self._logins: Mapping[str, tuple[str, bool]] = {}
        self._fresh: Agent | None = None
        self._added = ""  # who is kept, and has not come back among the agents yet
        me = snapshot_of().me
        self.may_change = Role.ADMINISTRATOR in me.roles
        self.list = QListWidget()
        self.list.setAccessibleName(translate("People", "People"))
        self.list.setFixedWidth(_LIST)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setProperty("look", "rows")
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.add_button = QPushButton(translate("People", "Add a person"))
        self.add_button.clicked.connect(self.add)
        self.add_button.setVisible(self.may_change)
        self.card = PersonCard(may_change=self.may_change)
        self.card.saved.connect(self._save)
        self.card.invited.connect(self._invite)
        self.card.revoked.connect(self._revoke)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.add_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left)
        row.addWidget(self.card, 1)
        bridge.changes_arrived.connect(self._on_changes)
        self._fill(me.id)
        self._ask_logins()

    def choose(self, agent_id: str) -> None:
        """Show one of the people."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_ID) == agent_id:
                self.list.setCurrentRow(place)

    def chosen(self) -> str:
        """Return whose card is shown, empty for nobody."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if self.list.currentRow() >= 0 else ""

    def add(self) -> None:
        """Begin a card for somebody new; nothing is kept before it is saved."""
        self._fresh = Agent(id=new_id(), name="")
        self.list.setCurrentRow(-1)
        self._show(self._fresh)
        self.card.name.setFocus()

    # -- showing --

    def _on_changes(self, changes: object) -> None:
        if getattr(changes, "settings", None) is not None:
            self._fill(self.chosen())

    def _fill(self, chosen: str) -> None:
        """List everybody anew: who works here first, by name."""
        people = sorted(self._snapshot_of().agents, key=lambda one: (not one.is_active, one.name.casefold()))
        self.list.blockSignals(True)
        self.list.clear()
        for agent in people:
            item = QListWidgetItem(f"{agent.name}\n{self._told(agent)}")
            item.setData(_ID, agent.id)
            item.setSizeHint(QSize(_LIST - 20, _ROW))
            self.list.addItem(item)
        self.list.blockSignals(False)
        if self._fresh is None:
            self.choose(self._added or chosen)
        if self.chosen() == self._added:
            self._added = ""

    def _told(self, agent: Agent) -> str:
        if not agent.is_active:
            return translate("People", "does not work here any more")
        return ", ".join(role_name(role) for role in agent.roles)

    def _show_chosen(self) -> None:
        agent = next((one for one in self._snapshot_of().agents if one.id == self.chosen()), None)
        if agent is not None:
            self._fresh = None
            self._show(agent)

    def _show(self, agent: Agent) -> None:
        is_new = self._fresh is not None
        login, has_account = self._logins.get(agent.id, ("", False))
        self.card.show_person(
            agent, self._snapshot_of().lines, login=login, has_account=has_account, is_new=is_new
        )
        if not is_new and (self.may_change or agent.id == self._snapshot_of().me.id):
            self._ask_seats(agent.id)

    # -- asking the server --

    def _ask_logins(self) -> None:
        def came(logins: Mapping[str, tuple[str, bool]]) -> None:
            self._logins = logins
            if self._fresh is None:
                self._show_chosen()

        if self.may_change:
            self._bridge.fetch(self._office.logins(), while_alive(self, came), while_alive(self, self._tell))

    def _ask_seats(self, agent_id: str) -> None:
        def came(seats: Sequence[Seat]) -> None:
            if agent_id == self.card.agent_id:
                self.card.show_seats(seats, self._bridge.now())

        self._bridge.fetch(
            self._office.seats(agent_id), while_alive(self, came), while_alive(self, self._tell)
        )

    def _invite(self, agent_id: str, login: str) -> None:
        def came(link: str) -> None:
            if agent_id == self.card.agent_id:
                self.card.show_link(link)
            _, has_account = self._logins.get(agent_id, ("", False))
            self._logins = {**self._logins, agent_id: (login, has_account)}

        self._bridge.fetch(
            self._office.invite(agent_id, login), while_alive(self, came), while_alive(self, self._tell)
        )

    def _revoke(self, seat_id: str) -> None:
        agent_id = self.card.agent_id
        self._bridge.fetch(
            self._office.revoke(seat_id),
            while_alive(self, lambda _done: self._ask_seats(agent_id)),
            while_alive(self, self._tell),
        )

    def _tell(self, error: BaseException) -> None:
        self.card.complain(self._office.explain(error))

    # -- changing --

    def _save(self, agent: Agent) -> None:
        kept = next((one for one in self._snapshot_of().agents if one.id == agent.id), None)
        if kept is not None:  # what the card does not show stays as it is
            agent = replace(
                kept,
                name=agent.name,
                roles=agent.roles,
                line_ids=agent.line_ids,
                is_active=agent.is_active,
            )

        def done(receipt: Receipt) -> None:
            if not receipt.is_applied:
                self.card.complain(refusal_text(receipt.code, receipt.params, self._snapshot_of()))
                return
            self._fresh = None
            self._added = agent.id if kept is None else ""
            self._fill(agent.id)
            self.card.complain(translate("People", "Saved."))

        self._bridge.submit(SaveAgent(agent=agent), while_alive(self, done))


class PeoplePanel(Floating):
    """The page alone, over the window."""

    def __init__(
        self, window: QWidget, bridge: Bridge, snapshot_of: Callable[[], BoardSnapshot], office: Office
    ) -> None:
        super().__init__(window)
        self.setAccessibleName(translate("People", "People"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(translate("People", "People"), look="heading"), 1)
        close = QPushButton(translate("Team", "Close"))
        close.setProperty("look", "quiet")
        close.clicked.connect(self.dismiss)
        head.addWidget(close)
        column.addLayout(head)
        self.page = PeoplePage(bridge, snapshot_of, office)
        column.addWidget(self.page, 1)
        self.setFixedSize(WIDTH + 2 * SHADOW, HEIGHT + 2 * SHADOW)
