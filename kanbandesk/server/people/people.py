"""All that knows who may come in, over one database."""

from __future__ import annotations

from collections.abc import Callable

from kanbandesk.protocol import Problem
from kanbandesk.server.core.database import Database
from kanbandesk.server.people import audit
from kanbandesk.server.people.accounts import Accounts
from kanbandesk.server.people.invitations import Invitations
from kanbandesk.server.people.passwords import Passwords
from kanbandesk.server.people.sessions import Device, Sessions


class People:
    """Accounts, sessions and invitations of one workspace; `clock` gives UTC ms."""

    def __init__(
        self, database: Database, clock: Callable[[], int], passwords: Passwords | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._passwords = hasher = passwords or Passwords()
        self.sessions = Sessions(database, clock)
        self.accounts = Accounts(database, clock, hasher, self.sessions)
        self.invitations = Invitations(database, clock, hasher, self.sessions)

    def prepare(self) -> None:
        """Make now what an unknown login is compared with, so that not even the first one takes longer."""
        self._passwords.fits("", "")

    def devices(self, agent_id: str) -> list[Device]:
        """Return where an agent is signed in."""
        with self._database.reading() as connection:
            return self.sessions.devices(connection, agent_id)

    def sign_out(self, session_id: str, *, by: str) -> None:
        """End one session at its own desk."""
        with self.sessions.changing() as connection:
            self.sessions.end(connection, session_id)
            audit.record(connection, at=self._clock(), actor_id=by, action="sign_out", subject=session_id)

    def revoke(self, session_id: str, *, by: str, may_others: bool) -> None:
        """Let a desk forget everything; Problem "not_found" when it is another agent's and `by` may only his own."""
        with self.sessions.changing() as connection:
            owner_id = self.sessions.owner(connection, session_id)
            if owner_id != by and not may_others:
                raise Problem("not_found", kind="Session", id=session_id)
            self.sessions.revoke(connection, session_id)
            audit.record(
                connection,
                at=self._clock(),
                actor_id=by,
                action="revoke",
                subject=session_id,
                agent_id=owner_id,
            )

    def verify_audit(self) -> audit.Verdict:
        """Read the whole trail and tell whether it was tampered with."""
        with self._database.reading() as connection:
            return audit.verify(connection)
