"""Of whom a second factor is demanded: a setting of the server, kept in the workspace."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import Meta
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.team import Account, Session
from kanbandesk.server.people import totp
from kanbandesk.workflow.people import Agent, Role

KEY: Final = "second_factor"
_META, _ACCOUNT, _SESSION = map(table_of, (Meta, Account, Session))
_READ: Final = select(_META.c.value).where(_META.c.key == KEY)
_ACCOUNTS: Final = select(_ACCOUNT.c.agent_id, _ACCOUNT.c.totp_secret)
_END: Final = (
    update(_SESSION)
    .where(
        _SESSION.c.agent_id == bindparam("of_agent"),
        _SESSION.c.revoked_at.is_(None),
        _SESSION.c.ends_at > bindparam("now"),
    )
    .values(ends_at=bindparam("now"))
)


class Demand(StrEnum):
    """Who has to use one; everybody else may."""

    NONE = "none"
    ADMINISTRATORS = "administrators"
    EVERYONE = "everyone"

    def is_of(self, agent: Agent) -> bool:
        """Tell whether it is demanded of an agent."""
        if self is Demand.ADMINISTRATORS:
            return Role.ADMINISTRATOR in agent.roles
        return self is Demand.EVERYONE


def demand_in(connection: Connection) -> Demand:
    """Return what is demanded in this workspace."""
    return Demand(connection.scalar(_READ) or Demand.NONE)


def set_demand(connection: Connection, demand: Demand, now: int) -> int:
    """Demand it from now on (UTC ms); whoever lacks it is signed out, and told how to get it at the next sign-in.

    Return how many sessions that ended.
    """
    connection.execute(delete(_META).where(_META.c.key == KEY))
    connection.execute(insert(_META), {"key": KEY, "value": demand.value})
    shelf, ended = Shelf(connection), 0
    for account in connection.execute(_ACCOUNTS).all():
        agent = shelf.read(Agent, account.agent_id)
        if agent is not None and demand.is_of(agent) and not totp.is_on(account.totp_secret):
            ended += connection.execute(_END, {"of_agent": agent.id, "now": now}).rowcount
    return ended
