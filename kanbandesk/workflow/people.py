"""The people of a workspace and the lines they work on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may be to a workspace; one person can be several."""

    REQUESTER = "requester"
    AGENT = "agent"
    LEAD = "lead"
    DEVELOPER = "developer"
    ACCOUNT_MANAGER = "account_manager"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Somebody who works here: answers, leads, develops or administers."""

    id: str
    name: str
    roles: tuple[Role, ...] = (Role.AGENT,)
    line_ids: tuple[str, ...] = ()
    is_active: bool = True
    skills: tuple[str, ...] = ()
    shift_id: str = ""  # the calendar of his working hours (R1a); empty: his line's opening hours
    is_away: bool = False  # Away, by his own word or a lead's (R1a)
    away_until: int | None = None  # when he said that he is back; None: until he says so
    since: int = 0  # the moment at which he last came or went, or got the hours that he has (C5)
    source_key: str = ""  # "servicenow:Resolver 12" when it came from elsewhere


class Draw(StrEnum):
    """How the system chooses among the agents on shift (R1b)."""

    RANDOM = "random"
    LEAST_LOADED = "least_loaded"
    ROUND_ROBIN = "round_robin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of support; without a calendar it is open round the clock (C2)."""

    id: str
    name: str
    calendar_id: str = ""
    lead_id: str = ""
    position: int = 0
    draw: Draw = Draw.RANDOM
    cap: int = 10  # open tickets from which on an agent is not drawn (R1b)
    last_drawn_id: str = ""  # whose turn it was, for round robin


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: an agent, a requester (a contact) or the system itself."""

    kind: Role
    id: str
    roles: tuple[Role, ...]
    line_ids: tuple[str, ...] = ()

    def has(self, role: Role) -> bool:
        """Tell whether the actor holds `role`."""
        return role in self.roles


SYSTEM = Actor(Role.SYSTEM, "", (Role.SYSTEM,))


def actor_of(agent: Agent) -> Actor:
    """Return the actor that `agent` is."""
    return Actor(Role.AGENT, agent.id, agent.roles, agent.line_ids)
