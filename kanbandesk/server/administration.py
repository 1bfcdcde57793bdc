"""What whoever runs a server does with its people, at the database itself; agents change through the ledger."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select

from kanbandesk.models.base import table_of
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.team import Account, Invitation
from kanbandesk.models.tickets import AttachmentRow, TicketRow
from kanbandesk.protocol import Outcome, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.erasing import Erasing, find_contacts
from kanbandesk.server.people import audit
from kanbandesk.server.people.accounts import normal_login
from kanbandesk.server.people.people import People
from kanbandesk.server.places import NOBODY_YET, NoServer, file_folder, system_clock
from kanbandesk.workflow.commands import SaveAgent
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role

CLIENT_ID = "administration"
_ATTACHMENT, _TICKET = table_of(AttachmentRow), table_of(TicketRow)
_ATTACHED = (
    select(
        _TICKET.c.number,
        _ATTACHMENT.c.name,
        _ATTACHMENT.c.size,
        _ATTACHMENT.c.sha256,
        _ATTACHMENT.c.added_at,
    )
    .join(_TICKET, _TICKET.c.id == _ATTACHMENT.c.ticket_id)
    .order_by(_ATTACHMENT.c.added_at, _ATTACHMENT.c.id)
)
_ACCOUNT, _INVITATION = table_of(Account), table_of(Invitation)
_LOGINS = select(_ACCOUNT.c.agent_id, _ACCOUNT.c.login)
_INVITED = select(_INVITATION.c.agent_id, _INVITATION.c.login).where(_INVITATION.c.used_at.is_(None))


class Refused(Exception):
    """The rules refuse a change of an agent; `code` and `params` are the receipt's."""

    def __init__(self, code: str, params: Mapping[str, str | int | None]) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here; the login is empty for who has neither an account nor an invitation."""

    agent: Agent
    login: str
    has_account: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFile:
    """An attachment without its content; `number` is its ticket's, `added_at` UTC ms, `size` bytes."""

    number: int | None
    name: str
    size: int
    sha256: str
    added_at: int


class Administration:
    """One sitting at a server's database, which it closes at the end. NoServer when there is no workspace in it."""

    def __init__(self, database: Database, home: Path) -> None:
        if not database.has_workspace():
            database.close()
            raise NoServer(home)
        self._database = database
        self._team = TeamServer(database, system_clock, file_folder(home))
        self.people = People(database, system_clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._team.close()

    def all(self) -> list[Person]:
        """Return everybody, by name."""
        with self._database.reading() as connection:
            accounts = {row.agent_id: row.login for row in connection.execute(_LOGINS)}
            logins = {row.agent_id: row.login for row in connection.execute(_INVITED)} | accounts
            agents = sorted(Shelf(connection).select(Agent, {}), key=lambda agent: (agent.name, agent.id))
        return [Person(agent, logins.get(agent.id, ""), agent.id in accounts) for agent in agents]

    def find(self, login: str) -> Person | None:
        """Return who signs in as `login`, or was invited to."""
        login = normal_login(login)
        return next((person for person in self.all() if login and person.login == login), None)

    def without_login(self, name: str) -> Person | None:
        """Find the one who works here under this name and has no login yet, as on a board that was shared."""
        found = [person for person in self.all() if person.agent.name == name and not person.login]
        return found[0] if len(found) == 1 and found[0].agent.is_active else None

    def administrator(self, name: str, login: str) -> str:
        """Make somebody an administrator, and return the agent's id.

        Whoever signs in as `login` keeps the roles there are; in a new workspace the first person's place is taken.
        """
        person = self.find(login) or self._nobody_yet()
        if person is None:
            return self.add(name, (Role.AGENT, Role.ADMINISTRATOR))
        roles = dict.fromkeys((*person.agent.roles, Role.ADMINISTRATOR))
        self._save(replace(person.agent, name=name, roles=tuple(roles)))
        return person.agent.id

    def add(self, name: str, roles: Sequence[str]) -> str:
        """Add somebody to those who work here, on all lines; return the id. ValueError for an unknown role."""
        agent = Agent(id=new_id(), name=name, roles=_roles(roles))
        self._save(agent)
        return agent.id

    def change(
        self,
        agent: Agent,
        *,
        roles: Sequence[str] | None = None,
        lines: Sequence[str] | None = None,
        is_active: bool | None = None,
    ) -> None:
        """Change what is given; every desk learns of it."""
        self._save(
            replace(
                agent,
                roles=agent.roles if roles is None else _roles(roles),
                line_ids=agent.line_ids if lines is None else tuple(lines),
                is_active=agent.is_active if is_active is None else is_active,
            )
        )

    def missing_files(self) -> list[MissingFile]:
        """Return the attachments whose content is not in the server's folder, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(_ATTACHED).all()
        has = functools.cache(self._team.files.has)
        return [MissingFile(**row._mapping) for row in rows if not has(row.sha256)]

    def erasing(self, home: Path) -> Erasing:
        """Return what forgets requesters; `home` keeps the list of whom."""
        return Erasing(self._database, self._team.files, home, system_clock)

    def contacts(self, told: str) -> list[str]:
        """Return the ids of the contacts with this id, mail address, telephone number or chat id."""
        with self._database.reading() as connection:
            return find_contacts(connection, told) if told else []

    def _nobody_yet(self) -> Person | None:
        """Return the place that a new workspace keeps for its first person, None when it is taken."""
        people = self.all()
        if any(person.login for person in people):
            return None
        return next((person for person in people if person.agent.name == NOBODY_YET), None)

    def _save(self, agent: Agent) -> None:
        """Give the command to the ledger, as the system: there is nobody here who has signed in."""
        now = system_clock()
        submission = Submission(
            mutation=mutation_of(SaveAgent(agent=agent), uid=new_id(), at=now),
            client_id=CLIENT_ID,
            actor_kind=Role.SYSTEM,
        )
        result = self._team.submit(submission).result()
        if result.status is Outcome.REJECTED:
            raise Refused(result.code, dict(result.params))
        with self._database.begin() as connection:
            roles = ",".join(agent.roles)
            audit.record(connection, at=now, actor_id="", action="save_agent", subject=agent.id, roles=roles)


def _roles(words: Sequence[str]) -> tuple[Role, ...]:
    try:
        return tuple(Role(word) for word in words)
    except ValueError:
        known = ", ".join(role for role in Role if role not in {Role.REQUESTER, Role.SYSTEM})
        raise ValueError(f"{', '.join(words)}: the roles are {known}") from None
