"""Who acts, as the workspace knows that person now: rights are judged when a mutation runs."""

from __future__ import annotations

from kanbandesk.models.shelf import Shelf
from kanbandesk.workflow import codes
from kanbandesk.workflow.errors import NotAllowed, NotFound
from kanbandesk.workflow.people import Actor, Agent, actor_of


def acting_agent(shelf: Shelf, agent_id: str) -> Actor:
    """Return the agent as an actor; NotFound when there is none, NotAllowed when he does not work here any more."""
    agent = shelf.read(Agent, agent_id)
    if agent is None:
        raise NotFound(codes.NOT_FOUND, kind="Agent", id=agent_id)
    if not agent.is_active:
        raise NotAllowed(codes.AGENT_INACTIVE, agent_id=agent.id)
    return actor_of(agent)
