"""One of those who work here: name, login, roles, lines, and the desks where this person is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import PlainLabel, caption
from kanbandesk.ui.words import fill, near_moment, role_name, translate
from kanbandesk.workflow.people import Agent, Line, Role

if TYPE_CHECKING:
    from kanbandesk.sync.office import Seat

ROLES = (Role.AGENT, Role.LEAD, Role.DEVELOPER, Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR)


class PersonCard(QScrollArea):
    """Shows what it is given; `saved`, `invited` and `revoked` say what was asked for."""

    saved = Signal(object)  # Agent
    invited = Signal(str, str)  # agent's id, login
    revoked = Signal(str)  # a seat's id

    def __init__(self, *, may_change: bool) -> None:
        super().__init__()
        self.agent_id = ""
        self._may_change = may_change
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._add_person()
        self._add_login()
        self._add_desks()
        self._column.addStretch(1)
        self.setWidget(page)
        for surface in (page, self.viewport()):
            surface.setAutoFillBackground(False)

    def show_person(
        self, agent: Agent, lines: Sequence[Line], *, login: str, has_account: bool, is_new: bool
    ) -> None:
        """Show one person; `is_new` stands for somebody who is not kept yet."""
        self.agent_id = agent.id
        self.name.setText(agent.name)
        for role, box in self.roles.items():
            box.setChecked(role in agent.roles)
        self._show_lines(lines, agent.line_ids)
        self.is_active.setChecked(agent.is_active)
        self.is_active.setVisible(self._may_change and not is_new)
        self.login.setText(login)
        self.login.setEnabled(not has_account)
        self._login_part.setVisible(self._may_change and not is_new and agent.is_active)
        self.link.hide()
        self.invite_button.setText(
            translate("People", "Link for a new password")
            if has_account
            else translate("People", "Invite by link")
        )
        self.complain("")
        self._clear_desks()

    def show_seats(self, seats: Sequence[Seat], now: int) -> None:
        """Show where the person is signed in."""
        self._clear_desks()
        for seat in seats:
            self._desks.addLayout(self._seat_row(seat, now))
        self._desks_heading.setVisible(bool(seats))

    def show_link(self, link: str) -> None:
        """Show an invitation, which is in the clipboard as well."""
        QGuiApplication.clipboard().setText(link)
        self.link.setText(link)
        self.link.setCursorPosition(0)
        self.link.show()
        self.complain(
            translate("People", "The link is copied. Hand it over privately: it works once, for seven days.")
        )

    def complain(self, text: str) -> None:
        """Say what became of it, or what is wrong."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    # -- making --

    def _add_person(self) -> None:
        self._heading(translate("People", "Name"))
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("People", "Name"))
        self.name.setReadOnly(not self._may_change)
        self._column.addWidget(self.name)
        self._heading(translate("People", "Roles"))
        row = FlowLayout(spacing=14, line_spacing=4)
        self.roles = {role: QCheckBox(_capital(role_name(role))) for role in ROLES}
        for box in self.roles.values():
            box.setEnabled(self._may_change)
            row.addWidget(box)
        self._column.addLayout(row)
        self._heading(translate("People", "Lines; none chosen stands for all"))
        self.lines: dict[str, QCheckBox] = {}
        self._lines = FlowLayout(spacing=14, line_spacing=4)
        self._column.addLayout(self._lines)
        self.is_active = QCheckBox(translate("People", "Works here"))
        self._column.addWidget(self.is_active)
        self.told = PlainLabel(look="small")
        self.told.setWordWrap(True)
        self.told.hide()
        self.save_button = QPushButton(translate("People", "Save"))
        self.save_button.setProperty("look", "primary")
        self.save_button.clicked.connect(self._save)
        self.save_button.setVisible(self._may_change)
        row_of_save = QHBoxLayout()
        row_of_save.addWidget(self.told, 1)
        row_of_save.addWidget(self.save_button)
        self._column.addLayout(row_of_save)

    def _add_login(self) -> None:
        self._login_part = QWidget()
        column = QVBoxLayout(self._login_part)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(translate("People", "Signs in as"), look="field"))
        row = QHBoxLayout()
        self.login = QLineEdit()
        self.login.setPlaceholderText("name@example.com")
        self.login.setAccessibleName(translate("People", "Signs in as"))
        self.invite_button = QPushButton()
        self.invite_button.clicked.connect(self._invite)
        row.addWidget(self.login, 1)
        row.addWidget(self.invite_button)
        column.addLayout(row)
        self.link = QLineEdit()
        self.link.setReadOnly(True)
        self.link.setAccessibleName(translate("People", "Invitation link"))
        self.link.hide()
        column.addWidget(self.link)
        self._column.addWidget(self._login_part)

    def _add_desks(self) -> None:
        self._desks_heading = PlainLabel(translate("People", "Signed in at"), look="field")
        self._column.addWidget(self._desks_heading)
        self._desks_part = QWidget()
        self._desks = QVBoxLayout(self._desks_part)
        self._desks.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._desks_part)
        self._desks_heading.hide()

    def _heading(self, words: str) -> None:
        self._column.addWidget(PlainLabel(words, look="field"))

    def _seat_row(self, seat: Seat, now: int) -> QHBoxLayout:
        seen = fill(translate("People", "last seen {moment}"), moment=near_moment(seat.seen_at, now))
        if seat.is_current:
            seen = translate("People", "this desk")
        label = PlainLabel(f"{seat.device or '–'} · {seen}", look="small")
        label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        if not seat.is_current:
            button = QPushButton(translate("People", "Revoke"))
            button.setProperty("look", "quiet")
            button.clicked.connect(partial(self._revoke, button, seat.id))
            row.addWidget(button)
        return row

    def _show_lines(self, lines: Sequence[Line], chosen: Sequence[str]) -> None:
        for box in self.lines.values():
            self._lines.removeWidget(box)
            box.deleteLater()
        self.lines = {}
        for line in lines:
            box = QCheckBox(caption(line.name))
            box.setChecked(line.id in chosen)
            box.setEnabled(self._may_change)
            self._lines.addWidget(box)
            self.lines[line.id] = box

    def _clear_desks(self) -> None:
        self._desks_heading.hide()
        while (item := self._desks.takeAt(0)) is not None:
            row = item.layout()
            while row is not None and (part := row.takeAt(0)) is not None:
                if (widget := part.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()

    # -- what hands do --

    def _save(self) -> None:
        roles = tuple(role for role, box in self.roles.items() if box.isChecked())
        if not self.name.text().strip() or not roles:
            self.complain(translate("People", "A name and at least one role are needed."))
            return
        self.saved.emit(
            Agent(
                id=self.agent_id,
                name=self.name.text().strip(),
                roles=roles,
                line_ids=tuple(line_id for line_id, box in self.lines.items() if box.isChecked()),
                is_active=self.is_active.isChecked(),
            )
        )

    def _invite(self) -> None:
        login = self.login.text().strip()
        if not login:
            self.complain(translate("People", "By which login? A mail address, for example."))
            return
        self.invited.emit(self.agent_id, login)

    def _revoke(self, button: QPushButton, seat_id: str) -> None:
        """The first press says what happens, the second does it."""
        sure = translate("People", "Everything there is forgotten: press again")
        if button.text() != sure:
            button.setText(sure)
            return
        self.revoked.emit(seat_id)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
