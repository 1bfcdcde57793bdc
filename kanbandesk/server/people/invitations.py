"""Invitations: a link by which an agent sets the first password, or a new one. It works once, for seven days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.statements import upsert
from kanbandesk.models.team import Account, Invitation
from kanbandesk.protocol import GONE, LOGIN_TAKEN, MALFORMED, Problem
from kanbandesk.server.core.database import Database
from kanbandesk.server.people import audit, throttle
from kanbandesk.server.people.accounts import normal_login, workspace_name
from kanbandesk.server.people.passwords import Passwords, check_password
from kanbandesk.server.people.sessions import Sessions
from kanbandesk.server.people.tokens import kept, new_token
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.statuses import DAY

STANDS: Final = 7 * DAY
LONGEST_LOGIN: Final = 200

_TABLE = table_of(Invitation)
_ACCOUNT = table_of(Account)
_FIND = select(_TABLE).where(
    _TABLE.c.token_hash == bindparam("of_token"),
    _TABLE.c.used_at.is_(None),
    _TABLE.c.ends_at > bindparam("now"),
)
_USE = (
    update(_TABLE)
    .where(_TABLE.c.token_hash == bindparam("of_token"), _TABLE.c.used_at.is_(None))
    .values(used_at=bindparam("now"))
)
_DROP = (
    update(_TABLE)
    .where(_TABLE.c.agent_id == bindparam("of_agent"), _TABLE.c.used_at.is_(None))
    .values(used_at=bindparam("now"))
)
_ACCOUNT_OF = select(_ACCOUNT).where(_ACCOUNT.c.agent_id == bindparam("of_agent"))
_OWNER = select(_ACCOUNT.c.agent_id).where(_ACCOUNT.c.login == bindparam("of_login"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Who accepted an invitation, and may sign in now."""

    agent_id: str
    login: str
    name: str
    workspace: str


class Invitations:
    """All invitations; its methods may be called by any thread."""

    def __init__(
        self, database: Database, clock: Callable[[], int], passwords: Passwords, sessions: Sessions
    ) -> None:
        self._database = database
        self._clock = clock
        self._passwords = passwords
        self._sessions = sessions

    def invite(self, agent_id: str, login: str, *, by: str) -> tuple[str, int]:
        """Return the token of a new invitation, and until when it stands; the agent's older ones are void.

        Problem "not_found" for an agent who does not work here, "login_taken" when the login is somebody else's.
        """
        login, now, token = normal_login(login), self._clock(), new_token()
        if not 0 < len(login) <= LONGEST_LOGIN:
            raise Problem(MALFORMED, field="login")
        with self._database.begin() as connection:
            self._check_free(connection, agent_id, login)
            connection.execute(_DROP, {"of_agent": agent_id, "now": now})
            line = {
                "token_hash": kept(token),
                "agent_id": agent_id,
                "login": login,
                "created_by": by,
                "created_at": now,
                "ends_at": now + STANDS,
                "used_at": None,
            }
            connection.execute(insert(_TABLE), line)
            audit.record(connection, at=now, actor_id=by, action="invite", subject=agent_id, login=login)
        return token, now + STANDS

    def accept(self, token: str, password: str, address: str) -> Accepted:
        """Set the password of whoever was invited; every desk that was signed in before has to sign in anew.

        Problem "not_found" when there is no such invitation (any more), "weak_password", "throttled".
        """
        counted = throttle.Try("", address)
        with self._database.begin() as connection:
            throttle.admit(connection, counted, self._clock())
            invitation = connection.execute(_FIND, {"of_token": kept(token), "now": self._clock()}).first()
            agent = None if invitation is None else Shelf(connection).read(Agent, invitation.agent_id)
        if invitation is None or agent is None or not agent.is_active:
            raise self._gone()
        check_password(password, login=invitation.login, name=agent.name)
        hashed = self._passwords.hash(password)
        with self._sessions.changing() as connection:
            now = self._clock()
            if connection.execute(_USE, {"of_token": kept(token), "now": now}).rowcount != 1:
                raise self._gone()
            self._check_free(connection, agent.id, invitation.login)
            self._set_account(connection, agent.id, invitation.login, hashed)
            self._sessions.end_others(connection, agent.id)
            throttle.forgive(connection, counted, now)
            audit.record(connection, at=now, actor_id=agent.id, action="accept", subject=agent.id)
            workspace = workspace_name(connection)
        return Accepted(agent_id=agent.id, login=invitation.login, name=agent.name, workspace=workspace)

    def _set_account(self, connection: Connection, agent_id: str, login: str, hashed: str) -> None:
        """A second factor that was there stays: a link that somebody intercepts must not be enough."""
        before = connection.execute(_ACCOUNT_OF, {"of_agent": agent_id}).first()
        line = {
            "agent_id": agent_id,
            "login": login,
            "password_hash": hashed,
            "totp_secret": "" if before is None else before.totp_secret,
            "totp_used": 0 if before is None else before.totp_used,
            "created_at": self._clock() if before is None else before.created_at,
        }
        connection.execute(upsert(_ACCOUNT, connection.dialect.name), line)

    def _check_free(self, connection: Connection, agent_id: str, login: str) -> None:
        agent = Shelf(connection).read(Agent, agent_id)
        if agent is None or not agent.is_active:
            raise Problem(GONE, kind="Agent", id=agent_id)
        if connection.scalar(_OWNER, {"of_login": login}) not in {None, agent_id}:
            raise Problem(LOGIN_TAKEN, login=login)

    def _gone(self) -> Problem:
        return Problem(GONE, kind="Invitation", id="")
