"""Accounts: how agents sign in, with a password and, where they want it, a second factor."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import Meta
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.team import Account, Invitation
from kanbandesk.protocol import BAD_SIGN_IN, CODE_SETUP, CODE_WANTED, FORBIDDEN, GONE, Problem
from kanbandesk.server.core.database import Database
from kanbandesk.server.people import audit, throttle, totp
from kanbandesk.server.people.passwords import Passwords, check_password
from kanbandesk.server.people.second_factor import Demand, demand_in, set_demand
from kanbandesk.server.people.sessions import Caller, Sessions
from kanbandesk.workflow.people import Agent

log = logging.getLogger(__name__)

TABLE = table_of(Account)
_META = table_of(Meta)
_BY_LOGIN = select(TABLE).where(TABLE.c.login == bindparam("of_login"))
_BY_AGENT = select(TABLE).where(TABLE.c.agent_id == bindparam("of_agent"))
_THIS = update(TABLE).where(TABLE.c.agent_id == bindparam("of_agent"))
_TAKE_STEP = _THIS.where(TABLE.c.totp_used < bindparam("step")).values(totp_used=bindparam("step"))
_SET_PASSWORD = _THIS.values(password_hash=bindparam("hashed"))
_SET_SECRET = _THIS.values(totp_secret=bindparam("secret"))
_INVITATION = table_of(Invitation)
_INVITED = select(_INVITATION.c.agent_id, _INVITATION.c.login).where(
    _INVITATION.c.used_at.is_(None), _INVITATION.c.ends_at > bindparam("now")
)
_ACCOUNTS = select(TABLE.c.agent_id, TABLE.c.login, TABLE.c.totp_secret)
_NAME = select(_META.c.value).where(_META.c.key == "name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """By which login an agent comes in: with an account, or invited to make one; with a second factor or without."""

    agent_id: str
    login: str
    has_account: bool
    has_code: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """A try to sign in; `code` is empty until it is asked for."""

    login: str
    password: str
    client_id: str
    device: str = ""
    code: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """What a desk keeps: the token above all, which is told only now. `ends_at` is UTC ms."""

    token: str
    session_id: str
    agent_id: str
    name: str
    workspace: str
    ends_at: int


def normal_login(login: str) -> str:
    """Return the one form of a login."""
    return login.strip().casefold()


def workspace_name(connection: Connection) -> str:
    """Return what the workspace is called."""
    return connection.scalar(_NAME) or ""


class Accounts:
    """All accounts; its methods take a tenth of a second and more, and may be called by any thread."""

    def __init__(
        self, database: Database, clock: Callable[[], int], passwords: Passwords, sessions: Sessions
    ) -> None:
        self._database = database
        self._clock = clock
        self._passwords = passwords
        self._sessions = sessions

    def logins(self) -> list[Login]:
        """Return the logins of everybody who has an account or an open invitation, in their order."""
        now = self._clock()
        with self._database.reading() as connection:
            invited = connection.execute(_INVITED, {"now": now}).all()
            accounts = connection.execute(_ACCOUNTS).all()
        found = {
            row.agent_id: Login(agent_id=row.agent_id, login=row.login, has_account=False, has_code=False)
            for row in invited
        }
        for row in accounts:
            found[row.agent_id] = Login(
                agent_id=row.agent_id,
                login=row.login,
                has_account=True,
                has_code=totp.is_on(row.totp_secret),
            )
        return sorted(found.values(), key=lambda one: (one.login, one.agent_id))

    def sign_in(self, tried: SignIn) -> SignedIn:
        """Begin a session; Problem "bad_sign_in", "code_wanted", "code_setup" or "throttled".

        An unknown login takes as long as a wrong password, and is told the same.
        """
        login = normal_login(tried.login)
        counted = throttle.Try(login, tried.address)
        account, agent = self._admitted(counted, login)
        kept = "" if account is None else account.password_hash
        is_right = self._passwords.fits(tried.password, kept)
        if account is None or agent is None or not (is_right and agent.is_active):
            raise self._refused(login, tried.address)
        step, secret = self._step(account, agent, tried)
        rehashed = self._passwords.hash(tried.password) if self._passwords.is_outdated(kept) else kept
        with self._sessions.changing() as connection:
            self._take(connection, agent.id, step)
            if secret:
                connection.execute(_SET_SECRET, {"of_agent": agent.id, "secret": secret})
                self._record(connection, agent.id, "use_code")
            if rehashed != kept:
                connection.execute(_SET_PASSWORD, {"of_agent": agent.id, "hashed": rehashed})
            throttle.forgive(connection, counted, self._clock())
            token, session_id, ends_at = self._sessions.open(
                connection, agent_id=agent.id, client_id=tried.client_id, device=tried.device
            )
            self._record(connection, agent.id, "sign_in", session_id, address=tried.address)
            workspace = workspace_name(connection)
        return SignedIn(
            token=token,
            session_id=session_id,
            agent_id=agent.id,
            name=agent.name,
            workspace=workspace,
            ends_at=ends_at,
        )

    def change_password(self, caller: Caller, old: str, new: str, address: str) -> None:
        """Set a new password and sign out all other desks; Problem "bad_sign_in", "throttled" or "weak_password"."""
        account, agent = self._confirmed(caller.agent_id, old, address)
        check_password(new, login=account.login, name=agent.name)
        hashed = self._passwords.hash(new)
        with self._sessions.changing() as connection:
            connection.execute(_SET_PASSWORD, {"of_agent": agent.id, "hashed": hashed})
            self._sessions.end_others(connection, agent.id, but=caller.session_id)
            self._record(connection, agent.id, "change_password")

    def prepare_code(self, caller: Caller, password: str, address: str) -> tuple[str, str]:
        """Draw a secret for an authenticator; return it and its URI. It counts once `confirm_code` has seen a code."""
        account, agent = self._confirmed(caller.agent_id, password, address)
        if totp.is_on(account.totp_secret):
            raise Problem(FORBIDDEN, action="prepare_code")
        secret = totp.new_secret()
        with self._database.begin() as connection:
            connection.execute(_SET_SECRET, {"of_agent": agent.id, "secret": totp.PENDING + secret})
            workspace = workspace_name(connection)
        return secret, totp.uri(secret, login=account.login, workspace=workspace)

    def confirm_code(self, caller: Caller, code: str) -> None:
        """Ask for a code from now on; Problem "bad_sign_in" when this one is wrong."""
        account, _ = self._of_agent(caller.agent_id)
        secret = account.totp_secret.removeprefix(totp.PENDING)
        step = None
        if secret != account.totp_secret:
            step = totp.step_of(secret, code, now=self._clock(), used=account.totp_used)
        if step is None:
            raise Problem(BAD_SIGN_IN)
        with self._database.begin() as connection:
            self._take(connection, caller.agent_id, step)
            connection.execute(_SET_SECRET, {"of_agent": caller.agent_id, "secret": secret})
            self._record(connection, caller.agent_id, "use_code")

    def drop_code(self, caller: Caller, password: str, address: str) -> None:
        """Ask for no code any more; the password is asked for once more."""
        _, agent = self._confirmed(caller.agent_id, password, address)
        with self._database.reading() as connection:
            if demand_in(connection).is_of(agent):
                raise Problem(FORBIDDEN, action="drop_code")
        self.reset_code(caller.agent_id, by=caller.agent_id)

    def reset_code(self, agent_id: str, *, by: str) -> None:
        """Ask an agent for no code any more: the telephone is lost. Problem "not_found" without an account."""
        self._of_agent(agent_id)
        with self._database.begin() as connection:
            connection.execute(_SET_SECRET, {"of_agent": agent_id, "secret": ""})
            self._record(connection, by, "drop_code", agent_id)

    def demand_code(self, demand: Demand, *, by: str) -> int:
        """Demand a second factor of some, or of nobody; return how many sessions ended by that."""
        with self._sessions.changing() as connection:
            ended = set_demand(connection, demand, self._clock())
            self._record(connection, by, "demand_code", demand=demand.value)
        return ended

    def _admitted(self, counted: throttle.Try, login: str) -> tuple[Row[Any] | None, Agent | None]:
        """Count the try, kept whatever comes of it; return whom it is about."""
        with self._database.begin() as connection:
            throttle.admit(connection, counted, self._clock())
            account = connection.execute(_BY_LOGIN, {"of_login": login}).first()
            return account, None if account is None else Shelf(connection).read(Agent, account.agent_id)

    def _confirmed(self, agent_id: str, password: str, address: str) -> tuple[Row[Any], Agent]:
        """Have somebody who is signed in say the password once more."""
        account, agent = self._of_agent(agent_id)
        counted = throttle.Try(account.login, address)
        self._admitted(counted, account.login)
        if not self._passwords.fits(password, account.password_hash):
            raise self._refused(account.login, address)
        with self._database.begin() as connection:
            throttle.forgive(connection, counted, self._clock())
        return account, agent

    def _of_agent(self, agent_id: str) -> tuple[Row[Any], Agent]:
        with self._database.reading() as connection:
            account = connection.execute(_BY_AGENT, {"of_agent": agent_id}).first()
            agent = Shelf(connection).read(Agent, agent_id)
        if account is None or agent is None:
            raise Problem(GONE, kind="Account", id=agent_id)
        return account, agent

    def _step(self, account: Row[Any], agent: Agent, tried: SignIn) -> tuple[int, str]:
        """Return the time step of the code, 0 where none is asked for; and the secret that it has confirmed, if any."""
        secret = account.totp_secret.removeprefix(totp.PENDING)
        is_new = not totp.is_on(account.totp_secret)
        if is_new:
            with self._database.reading() as connection:
                if not demand_in(connection).is_of(agent):
                    return 0, ""
        if not tried.code:
            raise self._set_up(account, secret) if is_new else Problem(CODE_WANTED)
        step = totp.step_of(secret, tried.code, now=self._clock(), used=account.totp_used) if secret else None
        if step is None:
            raise self._refused(account.login, tried.address)
        return step, secret if is_new else ""

    def _set_up(self, account: Row[Any], secret: str) -> Problem:
        """Draw a secret for who needs one; the same as long as no code has confirmed it."""
        with self._database.begin() as connection:
            if not secret:
                secret = totp.new_secret()
                pending = {"of_agent": account.agent_id, "secret": totp.PENDING + secret}
                connection.execute(_SET_SECRET, pending)
            workspace = workspace_name(connection)
        return Problem(
            CODE_SETUP, secret=secret, uri=totp.uri(secret, login=account.login, workspace=workspace)
        )

    def _take(self, connection: Connection, agent_id: str, step: int) -> None:
        """Take a code, unless another process took it in this moment."""
        if step and connection.execute(_TAKE_STEP, {"of_agent": agent_id, "step": step}).rowcount != 1:
            raise Problem(BAD_SIGN_IN)

    def _refused(self, login: str, address: str) -> Problem:
        log.info("sign-in refused", extra={"login": login, "address": address})
        return Problem(BAD_SIGN_IN)

    def _record(
        self, connection: Connection, actor_id: str, action: str, subject: str = "", **details: str
    ) -> None:
        audit.record(
            connection, at=self._clock(), actor_id=actor_id, action=action, subject=subject, **details
        )
